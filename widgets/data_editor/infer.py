"""What the values of a plain Python column are, and the values brought to one type."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterable, Sequence
from typing import Any, cast

from .table import Kind

_FAMILY: dict[type, Kind] = {
    bool: "bool",
    int: "int",
    float: "float",
    str: "str",
    decimal.Decimal: "decimal",
    dt.datetime: "datetime",
    dt.date: "date",
    dt.time: "time",
    dt.timedelta: "timedelta",
    bytes: "bytes",
    bytearray: "bytes",
    list: "list",
    tuple: "list",
    set: "list",
    frozenset: "list",
    type(None): "empty",
}


def is_missing(value: Any) -> bool:
    """Whether a value stands for "nothing": None, NaN, NaT and their like."""
    if value is None:
        return True
    if isinstance(value, (float, decimal.Decimal)):
        return value != value
    # pandas names its two other missing values so; a look at the name spares the import.
    return type(value).__name__ in {"NAType", "NaTType"}


def plain(value: Any) -> Any:
    """A numpy or pandas scalar as the Python value that it stands for; others as they are."""
    kind = type(value)
    if kind in _FAMILY:
        return value
    if kind.__module__ == "numpy" and hasattr(value, "tolist"):
        return value.tolist()
    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime(warn=False)
    if hasattr(value, "to_pytimedelta"):
        return value.to_pytimedelta()
    return value


def _family(kind: type) -> Kind:
    found = _FAMILY.get(kind)
    if found is not None:
        return found
    for parent in kind.__mro__[1:-1]:
        # An enum member is shown by its name, though it may be a number too.
        if parent.__module__ == "enum":
            return "mixed"
        if parent in _FAMILY:
            return _FAMILY[parent]
    return "mixed"


def families(values: Iterable[object]) -> set[Kind]:
    """The kinds of the values that are not missing."""
    types = {type(value) for value in values}
    found = {_family(kind) for kind in types}
    found.discard("empty")
    if types - {bool, int, str} and any(is_missing(value) for value in values):
        real = {_family(type(value)) for value in values if not is_missing(value)}
        return found & real
    return found


def infer(values: Sequence[Any]) -> tuple[Kind, list[object]]:
    """The kind of a column and its values.

    Whole numbers turn to floats beside a missing value or a float, and a mixture becomes text that
    can only be read: a data frame would do the same.

    Args:
        values: The values of one column; None for what is missing.

    Returns:
        The kind, and the values with None for all that is missing.

    Example:
        >>> infer([1, None])
        ('float', [1.0, None])
    """
    cells = [plain(value) for value in values]
    found = families(cells)
    missing = [is_missing(value) for value in cells]
    some = any(missing)
    if some:
        cells = [None if gone else value for gone, value in zip(missing, cells, strict=True)]
    if not found:
        floats = bool(cells) and all(isinstance(value, float) for value in values)
        return ("float" if floats else "empty"), cells
    if found == {"int"} and not some:
        return "int", cells
    if found <= {"int", "float"}:
        return "float", [None if value is None else float(value) for value in cells]
    if len(found) == 1 or found == {"date", "datetime"}:
        kind: Kind = "date" if len(found) > 1 else next(iter(found))
        if kind != "mixed":
            return kind, cells
    return "mixed", [None if value is None else str(value) for value in cells]


def settle(kind: Kind, cells: list[object]) -> list[object]:
    """The cells after edits: whole numbers beside a missing value are floats, as in a data frame."""
    if kind == "int" and any(value is None for value in cells):
        return [None if value is None else float(cast(int, value)) for value in cells]
    return cells
