"""Nodes of tables: what is in them, chosen in them, edited in them."""

from __future__ import annotations

import datetime as dt
import decimal
import numbers
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .errors import AppTestError
from .nodes import UNSET, ActedOn, ElementNode

if TYPE_CHECKING:
    from typing_extensions import Self

    from ...widgets.data_editor.choice import Choice
    from ...widgets.data_editor.looks import Look
    from ...widgets.data_editor.overlay import Overlay
    from ...widgets.data_editor.table import Table as Data


class Dataframe(ActedOn, ElementNode):
    """A table that can be scrolled and chosen in; ``value`` is a pandas frame."""

    shown = ("key",)

    @property
    def value(self) -> Any:
        """The data as a pandas DataFrame, as it comes out of Arrow."""
        from .frames import shown_frame

        return shown_frame(self.data)

    @property
    def data(self) -> Data:
        """The data as the script gave it."""
        table: Data = self.element.table  # type: ignore[attr-defined]
        return table

    @property
    def editing_mode(self) -> str:
        """``"read_only"``, ``"fixed"`` (cells only) or ``"dynamic"`` (rows too)."""
        editing = getattr(self.element, "editing", None)
        if editing is None:
            return "read_only"
        rows = getattr(editing, "add", False) or getattr(editing, "delete", False)
        return "dynamic" if rows else "fixed"

    # What is chosen

    @property
    def selection(self) -> Any:
        """What is chosen: ``rows`` by number, ``columns`` by name, ``cells`` as pairs."""
        from ...widgets.data_editor.choice import parse_choice

        return parse_choice(self._choice().wire()).selection

    def select_rows(self, rows: Sequence[int]) -> Self:
        """Choose these rows and no others.

        Args:
            rows: Their numbers in the data.

        Raises:
            AppTestError: They can't be chosen, or not together.
        """
        return self._choose("row", list(rows))

    def select_columns(self, columns: Sequence[str]) -> Self:
        """Choose these columns, by name, and no others.

        Raises:
            AppTestError: They can't be chosen, or not together.
        """
        return self._choose("column", list(columns))

    def select_cells(self, cells: Sequence[tuple[int, str]]) -> Self:
        """Choose these cells, each by row and column, and no others.

        Raises:
            AppTestError: They can't be chosen, or not together.
        """
        return self._choose("cell", [(row, name) for row, name in cells])

    def _choice(self) -> Choice:
        from ...widgets.data_editor.choice import Choice

        value = self.element.value if self._pending is UNSET else self._pending
        return Choice.from_wire(value)

    def _choose(self, what: str, places: list[Any]) -> Self:
        from ...widgets.data_editor.choice import mended_choice

        modes: frozenset[str] = getattr(self.element, "modes", frozenset())
        if not any(what in mode for mode in modes):
            told = ", ".join(map(repr, sorted(modes))) or "nothing can be chosen in it"
            raise AppTestError(f"Its {what}s can't be chosen; its selection_mode: {told}.")
        choice = self._choice()
        setattr(choice, f"{what}s", places)
        names = [column.name for column in self.data.columns]
        mended = mended_choice(choice.wire(), modes, self.data.rows, names)
        if getattr(mended, f"{what}s") != places:
            told = ", ".join(map(repr, sorted(modes)))
            raise AppTestError(
                f"The {what}s {places} can't be chosen: there are {self.data.rows} rows and the columns "
                f"{names}; selection_mode: {told}."
            )
        self._pending = mended.wire()
        return self

    def wire_value(self) -> Any:
        return self._pending


class DataEditor(Dataframe):
    """A table whose cells can be edited; ``value`` is what the script gave, ``edited`` has the edits too."""

    @property
    def edited(self) -> Any:
        """The data with the edits, as it shows, as a pandas DataFrame."""
        state = self.edits
        if not any(state.values()):
            return self.value
        from ...widgets.data_editor.frames import apply_edits, normalise
        from .frames import shown_frame

        return shown_frame(normalise(apply_edits(self.data, state), editor=True))

    @property
    def edits(self) -> dict[str, Any]:
        """The edits, as ``st.session_state`` has them under the editor's key."""
        return self._overlay().state()

    def edit(self, row: int, column: str | int, value: Any) -> Self:
        """Edit a cell.

        Args:
            row: The row's number as it is shown: deleted rows do not count, added ones do.
            column: The column's name or label, or its number among the shown ones.
            value: What is entered, or None to empty the cell.

        Raises:
            AppTestError: There is no such cell, it can't be edited, or does not take the value.

        Example:
            >>> app.data_editor[0].edit(0, "price", 2.5).run()
        """
        overlay = self._overlay()
        self._put(overlay, row, self._look(column), value)
        return self._keep(overlay)

    def add_row(self, values: Mapping[str, Any] | None = None, /, **named: Any) -> Self:
        """Add a row at the end.

        Args:
            values: What its cells hold, by column; what is not named holds the column's default.
            named: The same.

        Raises:
            AppTestError: No rows can be added, or a cell does not take its value.
        """
        from ...widgets.data_editor.overlay import new_row

        if not self.element.editing.add:  # type: ignore[attr-defined]
            raise AppTestError("No rows can be added to this data editor: see its num_rows.")
        overlay = self._overlay()
        row = overlay.add_row(new_row(self._looks))
        for column, value in {**(values or {}), **named}.items():
            self._put(overlay, row, self._look(column), value)
        return self._keep(overlay)

    def delete_rows(self, rows: Sequence[int]) -> Self:
        """Delete rows, by their numbers as they are shown.

        Raises:
            AppTestError: Rows can't be deleted, or there is no such row.
        """
        if not self.element.editing.delete:  # type: ignore[attr-defined]
            raise AppTestError("No rows of this data editor can be deleted: see its num_rows.")
        overlay = self._overlay()
        for row in rows:
            _check_row(overlay, row)
        overlay.remove(rows)
        return self._keep(overlay)

    # The edits so far

    @property
    def _looks(self) -> tuple[Look, ...]:
        looks: tuple[Look, ...] = self.element.looks  # type: ignore[attr-defined]
        return looks

    def _overlay(self) -> Overlay:
        from ...widgets.data_editor.overlay import Overlay

        return Overlay(self.data, self.element.value if self._pending is UNSET else self._pending)

    def _keep(self, overlay: Overlay) -> Self:
        self._pending = overlay.state()
        return self

    def _look(self, column: str | int) -> Look:
        if isinstance(column, int):
            plain = [look for look in self._looks if not look.is_index]
            if 0 <= column < len(plain):
                return plain[column]
        for name in ("name", "label"):
            for look in self._looks:
                if getattr(look, name) == column:
                    return look
        told = ", ".join(repr(look.name) for look in self._looks)
        raise AppTestError(f"There is no column {column!r}. There are: {told}.")

    def _put(self, overlay: Overlay, row: int, look: Look, value: Any) -> None:
        from ...widgets.data_editor.edits import wire_value

        _check_row(overlay, row)
        # In an added row, a label of one's own is what makes the row.
        own_label = look.is_index and overlay.base_row(row) is None and not self.data.range_index
        if not self.element.editing.cells or not (look.editable or own_label):  # type: ignore[attr-defined]
            raise AppTestError(f"The cells of the column {look.name!r} can't be edited.")
        entered = _entered(value, look)
        if entered != overlay.value(row, look):
            overlay.put(row, look, wire_value(entered))


def _check_row(overlay: Overlay, row: int) -> None:
    if not 0 <= row < overlay.rows:
        raise AppTestError(f"There is no row {row}: the data editor shows {overlay.rows}.")


_TAKEN: dict[str, tuple[type, ...]] = {
    "number": (numbers.Real, decimal.Decimal),
    "checkbox": (bool,),
    "date": (dt.date,),
    "time": (dt.time,),
    "datetime": (dt.date,),
    "list": (list, tuple),
}


def _entered(value: Any, look: Look) -> Any:
    """A value as the cell's editor would give it.

    Raises:
        AppTestError: The cell does not take it.
    """
    from ...widgets.data_editor.formats import exact_text
    from ...widgets.data_editor.values import parse_text, problem

    value = value.item() if hasattr(value, "item") else value  # one of numpy's
    if value is None:
        if look.required:
            raise AppTestError(f"The cells of the column {look.name!r} must not be empty.")
        return None
    reads = look.editor in _TAKEN or bool(look.options)
    if look.options and value in look.options:
        known = True
    elif isinstance(value, str) or not reads:
        value, known = parse_text(value if isinstance(value, str) else exact_text(value), look)
    else:
        known = not look.options and isinstance(value, _TAKEN[look.editor])
        known = known and (look.editor != "number" or not isinstance(value, bool))
    why = problem(value, look) if known else "no such value"
    if why is not None:
        raise AppTestError(f"The column {look.name!r} does not take {value!r}: {why}.")
    return _fitting(value, look)


def _fitting(value: Any, look: Look) -> Any:
    if look.kind == "int" and isinstance(value, float):
        return int(value)
    if look.kind == "datetime" and isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time())
    return value
