"""Undo and redo in a window: the entries of its menu, and what its user sees of them."""
