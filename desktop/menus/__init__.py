"""The groups of a window's menu: one module each, with one function that gives its entries."""
