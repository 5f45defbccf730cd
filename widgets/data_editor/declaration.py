"""``st.data_editor``, ``st.dataframe`` and ``st.table``: their elements and commands."""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Literal, cast

from ...state.container import Container
from ...state.element import Height, Width
from ...state.errors import StreamlitIncompatibleParametersError, StreamlitValueError
from ..command import Key, OnChange, checked_height, checked_width, join, one_of
from .choice import DataframeState, checked_modes, mended_choice, parse_choice
from .edits import DataEditorState
from .elements import Border, DataEditor, DataFrame, StaticTable, TableHeight
from .frames import apply_edits, normalise
from .looks import Editing, normal_config, resolve
from .table import Table


def data_editor(
    container: Container,
    data: Any,
    *,
    width: Width = "stretch",
    height: TableHeight = "auto",
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    num_rows: Literal["fixed", "dynamic", "add", "delete"] = "fixed",
    disabled: bool | Iterable[str | int] = False,
    key: Key = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    alt: str | None = None,
) -> Any:
    """Show a table whose cells can be edited.

    Args:
        container: The place it goes to.
        data: A data frame, series or array, an Arrow table, or one of Python's collections.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"auto"`` (ten rows at most), ``"content"`` (all rows), ``"stretch"`` or px.
        use_container_width: Outdated; True stands for ``width="stretch"``.
        hide_index: Hide or show the row labels; None to decide by the data.
        column_order: The names of the columns to show, in order; None for all.
        column_config: For single columns (by name, position or ``"_index"``): None to hide it, a
            label, or a column of ``st.column_config``.
        num_rows: ``"fixed"``, ``"dynamic"`` (add and delete), ``"add"`` or ``"delete"``.
        disabled: True, or the names or positions of columns that cannot be edited.
        key: The name of the edits in ``st.session_state``.
        on_change: A function to call after an edit, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        row_height: The height of a row in px.
        placeholder: What stands in empty cells; None for "None".
        alt: A description for screen readers.

    Returns:
        The edited data, of the kind that was given.

    Raises:
        StreamlitAPIException: The data or an argument cannot be used.

    Example:
        >>> prices = st.data_editor({"item": ["tea"], "price": [2.5]}, num_rows="dynamic")
    """
    place = container.target()
    on_change = _checked_reaction("on_change", on_change)
    size = _checked_size(width, height, use_container_width)
    table = normalise(data, editor=True)
    column_order = None if column_order is None else _listed("column_order", column_order)
    disabled = disabled if isinstance(disabled, bool) else _listed("disabled", disabled)
    asked = (repr(normal_config(column_config)), column_order, hide_index)
    editing = _editing(num_rows, disabled)
    looks = resolve(
        table,
        config=column_config,
        order=column_order,
        hide_index=hide_index,
        disabled=disabled,
        editing=editing,
    )
    joined = join(
        place,
        "data_editor",
        key=key,
        arguments=(table.fingerprint, *asked, *size, num_rows, row_height, placeholder, alt),
        keyed=(*_schema(data, table), str(num_rows), disabled is True),
        default=DataEditorState.empty(),
        parse=_parse_edits,
        settable=False,
        on_change=on_change,
        args=args,
        kwargs=kwargs,
    )
    edited = apply_edits(table, joined.value)
    element = DataEditor(
        id=joined.id, value=_wire_edits(joined.value), form_id=joined.form_id, table=table,
        fingerprint=table.fingerprint, looks=looks, editing=editing, width=size[0], height=size[1],
        row_height=_checked_rows(row_height), placeholder=_checked_text("placeholder", placeholder),
        alt=None if alt is None else str(alt), disabled=disabled is True,
    )  # fmt: skip
    place.append(element)
    return edited


def _schema(data: Any, table: Table) -> tuple[Hashable, ...]:
    """What makes an editor with a key another one: edits of other columns or rows have no place in it."""
    columns = tuple((column.name, column.kind) for column in (*table.index, *table.columns))
    return (type(data).__qualname__, table.rows, columns)


def _parse_edits(wire: Any) -> Any:
    return DataEditorState(copy.deepcopy(dict(wire))) if isinstance(wire, Mapping) else wire


def _wire_edits(value: Any) -> dict[str, Any]:
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **copy.deepcopy(dict(value))}
    # JSON knows no numbers as keys, so a state from elsewhere may have text there.
    state["edited_rows"] = {int(row): cells for row, cells in state["edited_rows"].items()}
    return state


def _editing(num_rows: str, disabled: Any) -> Editing:
    if disabled is True:
        return Editing()
    add, delete = num_rows in ("dynamic", "add"), num_rows in ("dynamic", "delete")
    return Editing(cells=True, add=add, delete=delete)


def dataframe(
    container: Container,
    data: Any = None,
    width: Width = "stretch",
    height: TableHeight = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    key: Key = None,
    on_select: Literal["ignore", "rerun"] | Callable[..., Any] = "ignore",
    selection_mode: Any = "multi-row",
    selection_default: Any = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> Any:
    """Show a table to read, to sort, to search and to choose from.

    Args:
        container: The place it goes to.
        data: As for ``data_editor``, and more: record batches, generators, styled frames.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"auto"`` (ten rows at most), ``"content"`` (all rows), ``"stretch"`` or px.
        use_container_width: Outdated; True stands for ``width="stretch"``.
        hide_index: Hide or show the row labels; None to decide by the data.
        column_order: The names of the columns to show, in order; None for all.
        column_config: As for ``data_editor``.
        key: The name of the selection in ``st.session_state``.
        on_select: ``"ignore"``, ``"rerun"``, or a function to call when the selection changed.
        selection_mode: One or several of ``"single-row"``, ``"multi-row"``,
            ``"single-row-required"``, ``"single-column"``, ``"multi-column"``, ``"single-cell"``,
            ``"multi-cell"``.
        selection_default: What is chosen at first: ``{"selection": {"rows": […], …}}``.
        row_height: The height of a row in px.
        placeholder: What stands in empty cells; None for "None".
        lazy: Tables are always read as they are looked at; the argument changes nothing.
        alt: A description for screen readers.

    Returns:
        With ``on_select="ignore"`` a handle that replaces the table, else what is chosen.

    Raises:
        StreamlitAPIException: The data or an argument cannot be used.

    Example:
        >>> event = st.dataframe(df, on_select="rerun", selection_mode="single-row")
        >>> event.selection.rows
    """
    place = container.target()
    if on_select is None or not (callable(on_select) or on_select in ("ignore", "rerun")):
        raise StreamlitValueError(f"`on_select` is {on_select!r}. It accepts: 'ignore', 'rerun', a function.")
    if on_select == "ignore" and selection_default is not None:
        raise StreamlitIncompatibleParametersError(
            "`selection_default` has no meaning with `on_select='ignore'`; set it to 'rerun' or a function."
        )
    size = _checked_size(width, height, use_container_width)
    column_order = None if column_order is None else _listed("column_order", column_order)
    table = normalise(data)
    looks = resolve(
        table,
        config=column_config,
        order=column_order,
        hide_index=hide_index,
        disabled=True,
        editing=Editing(),
    )
    details: dict[str, Any] = {
        "table": table, "fingerprint": table.fingerprint, "looks": looks, "width": size[0], "height": size[1],
        "row_height": _checked_rows(row_height), "placeholder": _checked_text("placeholder", placeholder),
        "alt": None if alt is None else str(alt),
    }  # fmt: skip
    if on_select == "ignore":
        return place.append(DataFrame(id=(), **details))
    modes = checked_modes(selection_mode)
    return _selectable(place, details, modes, key, on_select, selection_default)


def _selectable(
    place: Container,
    details: dict[str, Any],
    modes: frozenset[str],
    key: Key,
    on_select: Any,
    selection_default: Any,
) -> DataframeState:
    table: Table = details["table"]
    names = [column.name for column in table.columns]
    given = {"selection": {}} if selection_default is None else selection_default

    def parse(wire: Any) -> Any:
        return parse_choice(wire)

    default = parse(mended_choice(given, modes, table.rows, names).wire())
    joined = join(
        place,
        "dataframe",
        key=key,
        arguments=(table.fingerprint, repr({**details, "table": None}), modes, repr(selection_default)),
        keyed=(modes,),
        default=default,
        parse=parse,
        on_change=on_select,
    )
    choice = mended_choice(joined.value, modes, table.rows, names)
    place.append(DataFrame(id=joined.id, value=choice.wire(), form_id=joined.form_id, modes=modes, **details))
    return parse_choice(choice.wire())


def table(
    container: Container,
    data: Any = None,
    *,
    border: Border = True,
    width: Width = "stretch",
    height: Height = "content",
    hide_index: bool | None = None,
    hide_header: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Show a table as a whole, with Markdown in its cells.

    Args:
        container: The place it goes to.
        data: As for ``dataframe``.
        border: True, False, or ``"horizontal"`` for lines between rows only.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"content"``, ``"stretch"``, or px to scroll within.
        hide_index: Hide or show the row labels; None to hide those that only count.
        hide_header: Hide or show the column names; None to hide those that the data does not have.
        alt: A description for screen readers.

    Returns:
        A handle that replaces the table.

    Raises:
        StreamlitAPIException: The data or an argument cannot be used.

    Example:
        >>> st.table({"**Who**": ["Ada"], "Born": [1815]})
    """
    if not (isinstance(border, bool) or border == "horizontal"):
        raise StreamlitValueError(f"`border` is {border!r}. It accepts: True, False, 'horizontal'.")
    given = normalise(data)
    element = StaticTable(
        table=given,
        fingerprint=given.fingerprint,
        border=border,
        width=checked_width(width),
        height=checked_height(height),
        hide_index=given.range_index if hide_index is None else bool(hide_index),
        hide_header=given.header_hidden if hide_header is None else bool(hide_header),
        alt=None if alt is None else str(alt),
    )
    return container.target().append(element)


def _checked_reaction(name: str, value: Any) -> Any:
    if value is None or callable(value):
        return value
    return one_of(name, value, ("rerun", "ignore"))


def _checked_size(width: Any, height: Any, use_container_width: bool | None) -> tuple[Width, TableHeight]:
    checked = height if height == "auto" else checked_height(height)
    if use_container_width is not None:
        if use_container_width:
            width = "stretch"
        elif not isinstance(width, int):
            width = "content"
    return checked_width(width), cast(TableHeight, checked)


def _checked_rows(row_height: Any) -> int | None:
    if row_height is None:
        return None
    if not isinstance(row_height, int):
        raise TypeError(f"`row_height` is {row_height!r}. It accepts px as a whole number, or None.")
    return max(20, min(row_height, 1_000)) if row_height > 0 else None


def _listed(name: str, value: Any) -> tuple[Any, ...]:
    try:
        return tuple(value)
    except TypeError:
        raise TypeError(f"`{name}` is {value!r}. It accepts a list of columns.") from None


def _checked_text(name: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"`{name}` is {value!r}. It accepts text, or None.")
    return value
