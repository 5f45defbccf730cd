"""How each column of a table is to be shown and edited: the data's own way, and ``column_config``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from ...state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError, UnsupportedCommandError
from ...state.records import dataclass
from .table import INDEX, NUMERIC, READ_ONLY, Column, Kind, Table

Editor = Literal[
    "text", "number", "checkbox", "selectbox", "date", "time", "datetime", "list", "link", "progress"
]
Alignment = Literal["left", "center", "right"]

WIDTHS = {"small": 75, "medium": 200, "large": 400}
_OWN: dict[Kind, Editor] = {
    "bool": "checkbox", "int": "number", "float": "number", "decimal": "number", "category": "selectbox",
    "date": "date", "time": "time", "datetime": "datetime", "list": "list",
}  # fmt: skip
_ANY: frozenset[str] = frozenset({"empty", "mixed"})
_FITS: dict[str, frozenset[str]] = {
    "text": _ANY | {"str", "category"},
    "link": _ANY | {"str", "category"},
    "number": _ANY | NUMERIC | {"str", "category", "timedelta"},
    "checkbox": _ANY | {"int", "bool", "str", "category"},
    "selectbox": _ANY | {"int", "float", "bool", "str", "category"},
    "date": _ANY | {"date", "datetime"},
    "time": _ANY | {"time", "datetime"},
    "datetime": _ANY | {"date", "time", "datetime"},
    "list": _ANY | {"list", "str", "category"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """One shown column.

    Args:
        name: Its name in the edits.
        position: Its place among the table's columns, or among the row labels.
        is_index: It shows row labels.
        kind: What its values are.
        editor: How it is shown and edited.
        label: The text of its header.
        width: In px, None to fit the content.
        help: A tooltip.
        alignment: Where its cells stand.
        editable: The user may edit it.
        required: A cell must not be empty.
        pinned: It stays at the left.
        default: What an added row holds, as it stands in the edits.
        format: How numbers, dates and times are written.
        low: The least value.
        high: The greatest value.
        step: The distance of two values.
        options: The values to choose from.
        option_texts: How they are written.
        max_chars: The longest text.
        validate: A regular expression that a text has to match.
        display_text: What a link shows instead of its address.
        color: The colour of a progress bar.
        zone: The time zone to show moments in.
    """

    name: str
    position: int
    is_index: bool
    kind: Kind
    editor: Editor
    label: str
    width: int | None = None
    help: str | None = None
    alignment: Alignment = "left"
    editable: bool = False
    required: bool = False
    pinned: bool = False
    default: Any = None
    format: str | None = None
    low: Any = None
    high: Any = None
    step: Any = None
    options: tuple[Any, ...] = ()
    option_texts: tuple[str, ...] = ()
    max_chars: int | None = None
    validate: str | None = None
    display_text: str | None = None
    color: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Editing:
    """What a user may do.

    Args:
        cells: Edit cells.
        add: Add rows.
        delete: Delete rows.
    """

    cells: bool = False
    add: bool = False
    delete: bool = False


def resolve(
    table: Table,
    *,
    config: Mapping[Any, Any] | None,
    order: Iterable[str] | None,
    hide_index: bool | None,
    disabled: bool | Iterable[str | int],
    editing: Editing,
) -> tuple[Look, ...]:
    """The columns to show, from left to right.

    Args:
        table: The data.
        config: ``column_config`` as the script gave it.
        order: The names to show, in order; None or none for all.
        hide_index: Hide or show the row labels; None to decide by the data.
        disabled: True for all, or the names (or positions) of columns that cannot be edited.
        editing: What a user may do.

    Raises:
        StreamlitInvalidParameterTypeError: A column's configuration is of a wrong type.
        StreamlitAPIException: A column's type does not fit its values.
        UnsupportedCommandError: A column's type is not supported yet.
    """
    settings = normal_config(config)
    locked = _locked(disabled)
    shown = [
        _look(table, column, place, False, settings, locked, editing)
        for place, column in enumerate(table.columns)
    ]
    named = {look.name: look for look in shown if look is not None}
    wanted = [str(name) for name in order] if order is not None else []
    looks = (
        [named[name] for name in dict.fromkeys(wanted) if name in named] if wanted else list(named.values())
    )
    labels: list[Look | None] = []
    if not _index_hidden(table, settings, hide_index, editing):
        labels = [
            _look(table, column, place, True, settings, locked, editing)
            for place, column in enumerate(table.index)
        ]
    pinned = [look for look in looks if look.pinned]
    return (
        *(look for look in labels if look is not None),
        *pinned,
        *(look for look in looks if not look.pinned),
    )


def normal_config(config: Mapping[Any, Any] | None) -> dict[Any, dict[str, Any] | None]:
    """``column_config`` in one form: a dict for each column, None for a hidden one.

    Raises:
        StreamlitInvalidParameterTypeError: A column's configuration is of a wrong type.
    """
    settings: dict[Any, dict[str, Any] | None] = {}
    if not (config is None or hasattr(config, "items")):
        raise AttributeError(
            f"`column_config` is of type `{type(config).__name__}`. It accepts a dict by column."
        )
    for name, value in (config or {}).items():
        if value is None:
            settings[name] = None
        elif isinstance(value, str):
            settings[name] = {"label": value}
        elif isinstance(value, Mapping):
            settings[name] = dict(value)
        else:
            raise StreamlitInvalidParameterTypeError(
                f"`column_config` gives the column {name!r} a value of type `{type(value).__name__}`. "
                "It accepts None, a label, or a column of `st.column_config`."
            )
    return settings


def _locked(disabled: bool | Iterable[str | int]) -> frozenset[str | int] | bool:
    return disabled if isinstance(disabled, bool) else frozenset(disabled)


def _index_hidden(
    table: Table, settings: Mapping[Any, Any], hide_index: bool | None, editing: Editing
) -> bool:
    if hide_index is not None:
        return bool(hide_index)
    if INDEX in settings and settings[INDEX] is None:
        return True
    return table.index_hidden or (table.range_index and editing.add)


def _look(
    table: Table,
    column: Column,
    place: int,
    is_index: bool,
    settings: Mapping[Any, dict[str, Any] | None],
    locked: frozenset[str | int] | bool,
    editing: Editing,
) -> Look | None:
    name = INDEX if is_index else column.name
    found: dict[str, Any] | None = {}
    for key in (name, column.name if is_index and column.name else name, None if is_index else place):
        if key in settings:
            found = settings[key]
            break
    if found is None or found.get("hidden"):
        return None
    details = dict(found.get("type_config") or {})
    editor = _editor(column, details.get("type"), editing, f"{column.name}")
    kind = column.kind
    off = locked is True or (locked is not False and (name in locked or (not is_index and place in locked)))
    fixed_index = is_index and (table.range_index or len(table.index) > 1)
    editable = editing.cells and not off and not found.get("disabled") and not fixed_index
    editable = editable and kind not in READ_ONLY and editor != "progress"
    align: Alignment = "right" if editor == "number" and kind in NUMERIC | {"timedelta"} else "left"
    if editor == "checkbox":
        align = "center"
    return Look(
        name=name,
        position=place,
        is_index=is_index,
        kind=kind,
        editor=editor,
        label=str(found.get("label") if found.get("label") is not None else column.name),
        width=_width(found.get("width")),
        help=found.get("help"),
        alignment=found.get("alignment") or align,
        editable=editable,
        required=bool(found.get("required", is_index)),
        pinned=bool(found.get("pinned", is_index)),
        default=_wire(found.get("default")),
        **_type_details(column, editor, details),
    )


def _editor(column: Column, wanted: str | None, editing: Editing, name: str) -> Editor:
    own = _OWN.get(column.kind, "text")
    if wanted is None:
        return own
    if wanted not in {*_FITS, "progress"}:
        raise UnsupportedCommandError(f"column_config ({wanted})", f"The column `{name}` has this type.")
    if editing.cells and wanted != "progress" and column.kind not in _FITS[wanted]:
        raise StreamlitAPIException(
            f"The column `{name}` holds values of the kind {column.kind}, which a column of the type "
            f"{wanted} cannot edit. Change the column's type or the data, or set `disabled`."
        )
    return wanted  # type: ignore[return-value]


def _width(value: Any) -> int | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return max(20, min(int(value), 10_000))
    return WIDTHS.get(str(value))


def _type_details(column: Column, editor: Editor, details: Mapping[str, Any]) -> dict[str, Any]:
    options, texts = _options(column, details)
    low, high = details.get("min_value"), details.get("max_value")
    if editor == "progress":
        low = 0 if low is None else low
        high = (100 if column.kind == "int" else 1.0) if high is None else high
    if editor in {"date", "time", "datetime"}:
        low, high = _moment(low), _moment(high)
    return {
        "format": details.get("format"),
        "low": low,
        "high": high,
        "step": details.get("step"),
        "options": options,
        "option_texts": texts,
        "max_chars": details.get("max_chars"),
        "validate": details.get("validate"),
        "display_text": details.get("display_text"),
        "zone": details.get("timezone"),
        "color": details.get("color") if isinstance(details.get("color"), str) else None,
    }


def _options(column: Column, details: Mapping[str, Any]) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    given = details.get("options")
    values = column.options if given is None else tuple(given)
    pairs = [
        (value["value"], value.get("label", value["value"])) if isinstance(value, Mapping) else (value, value)
        for value in values
    ]
    return tuple(value for value, _ in pairs), tuple(str(text) for _, text in pairs)


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    for read in (dt.date.fromisoformat, dt.time.fromisoformat, dt.datetime.fromisoformat):
        try:
            return read(value)
        except ValueError:
            continue
    return None


def _wire(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value
