"""Commands and their views, one file per family: element, command, view, read downward."""
