"""The edits of a table: their form in the session state, and how one edited value is read.

In the state, values are what JSON can hold: numbers, text, booleans, lists, None; dates and times
are ISO texts. ``read_value`` turns them into the true values of a column.
"""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NoReturn

from ...state.records import dataclass

if TYPE_CHECKING:
    from .table import Column


class DataEditorState(dict[str, Any]):
    """The edits of a data editor as a script sees them, by item or by attribute; it cannot be changed.

    Example:
        >>> DataEditorState.empty().edited_rows
        {}
    """

    @classmethod
    def empty(cls) -> DataEditorState:
        """The state of an editor that nobody has touched."""
        return cls(edited_rows={}, added_rows=[], deleted_rows=[])

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise TypeError("The edits of a data editor can only be read; the user makes them.")

    __setattr__ = _refuse
    __delattr__ = _refuse
    __setitem__ = _refuse
    __delitem__ = _refuse

    def __reduce__(self) -> Any:
        return (type(self), (dict(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> DataEditorState:
        import copy

        return type(self)(copy.deepcopy(dict(self), memo))

    def __copy__(self) -> DataEditorState:
        return self.__deepcopy__({})


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits of one table.

    Args:
        changed: For each edited row (its place in the given data), the new values by column name.
        added: The values of each added row by column name.
        deleted: The places of the deleted rows in the given data.
    """

    changed: Mapping[int, Mapping[str, object]]
    added: tuple[Mapping[str, object], ...]
    deleted: tuple[int, ...]

    @classmethod
    def from_state(cls, state: Any) -> Edits:
        """Read the form that stands in the session state; parts may be missing.

        Raises:
            AttributeError: The state is no mapping.
        """
        changed = state.get("edited_rows") or {}
        return cls(
            {int(row): dict(values) for row, values in changed.items()},
            tuple(dict(values) for values in state.get("added_rows") or ()),
            tuple(int(row) for row in state.get("deleted_rows") or ()),
        )

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.deleted)


class Keep:
    """The type of ``KEEP``: an edited value that the column cannot hold, so the old one stays."""


KEEP: Final = Keep()


def _whole(value: Any, column: Column) -> object:
    try:
        number = int(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return number if column.low <= number <= column.high else KEEP


def _float(value: Any, column: Column) -> object:
    try:
        return float(value)
    except (ValueError, TypeError, OverflowError):
        return None


def _decimal(value: Any, column: Column) -> object:
    try:
        return decimal.Decimal(str(value))
    except decimal.InvalidOperation:
        return None


def _bool(value: Any, column: Column) -> object:
    return bool(value) if isinstance(value, (bool, int, float)) else KEEP


def _instant(value: Any) -> dt.datetime | None:
    try:
        # Python 3.10 does not read the letter that stands for UTC.
        return dt.datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None


def _datetime(value: Any, column: Column) -> object:
    instant = _instant(value)
    if instant is None:
        return None
    if (instant.tzinfo is None) != (column.zone is None):
        return KEEP
    if column.zone is None:
        return instant
    return instant.astimezone(time_zone(column.zone))


def time_zone(name: str) -> dt.tzinfo:
    """The time zone of that name; UTC for one that this machine does not know."""
    if name.upper() == "UTC":
        return dt.timezone.utc
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return dt.timezone.utc


def _date(value: Any, column: Column) -> object:
    instant = _instant(value)
    return None if instant is None else instant.date()


def _time(value: Any, column: Column) -> object:
    try:
        return dt.time.fromisoformat(str(value))
    except ValueError:
        return None


def _timedelta(value: Any, column: Column) -> object:
    try:
        return dt.timedelta(seconds=float(value))
    except (ValueError, TypeError, OverflowError):
        return None


def _option(value: Any, column: Column) -> object:
    return value if value in column.options else KEEP


def _list(value: Any, column: Column) -> object:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _text(value: Any, column: Column) -> object:
    return str(value)


def _as_is(value: Any, column: Column) -> object:
    return value


_READERS: Final[Mapping[str, Callable[[Any, Column], object]]] = {
    "int": _whole, "float": _float, "decimal": _decimal, "bool": _bool, "datetime": _datetime, "date": _date,
    "time": _time, "timedelta": _timedelta, "category": _option, "list": _list, "str": _text, "mixed": _text,
    "empty": _as_is, "bytes": _as_is,
}  # fmt: skip


def read_value(value: object, column: Column) -> object:
    """The true value of an edited cell.

    Args:
        value: What stands in the state.
        column: The column that is to hold it.

    Returns:
        The value; None where it cannot be read; ``KEEP`` where the column cannot hold it.
    """
    return None if value is None else _READERS[column.kind](value, column)


def wire_value(value: object) -> object:
    """What the state holds for a value that a user entered.

    Example:
        >>> wire_value(dt.date(2024, 5, 1))
        '2024-05-01'
    """
    if isinstance(value, dt.datetime):
        text = value.replace(tzinfo=None) if value.tzinfo is None else value.astimezone(dt.timezone.utc)
        stamp = text.replace(tzinfo=None).isoformat(timespec="milliseconds")
        return stamp if value.tzinfo is None else f"{stamp}Z"
    if isinstance(value, dt.time):
        return value.replace(tzinfo=None).isoformat(timespec="milliseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    if isinstance(value, decimal.Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value
