"""Arguments that are on or off."""

from __future__ import annotations


def flag(name: str, value: object) -> bool:
    """Check an argument that is True or False; whole numbers and numpy's booleans will do.

    Args:
        name: What the argument is called.
        value: What the script gave.

    Raises:
        TypeError: It is something else, such as the text ``"no"``, which would count as True.
    """
    if type(value) is bool:
        return value
    if isinstance(value, int) or type(value).__name__ in ("bool_", "bool"):
        return bool(value)
    raise TypeError(f"`{name}` is {value!r}. It accepts True or False.")
