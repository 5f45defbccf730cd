"""The command palette: all that a window can do, found by a few letters of its name. Loaded when it opens."""
