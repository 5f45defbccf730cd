"""What is chosen in a table: rows, columns, cells. The wire form and the form that scripts see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from ...state.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitValueError,
)
from ...state.records import dataclass

MODES: tuple[str, ...] = (
    "single-row", "multi-row", "single-row-required",
    "single-column", "multi-column", "single-cell", "multi-cell",
)  # fmt: skip


@dataclass(slots=True)
class Choice:
    """What is chosen.

    Args:
        rows: Places in the given data, in the order of choosing.
        columns: Names.
        cells: Row and column of each cell.
    """

    rows: list[int] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    cells: list[tuple[int, str]] = field(default_factory=list)

    def wire(self) -> dict[str, Any]:
        """The form that a view sends."""
        cells = [list(cell) for cell in self.cells]
        return {"selection": {"rows": list(self.rows), "columns": list(self.columns), "cells": cells}}

    @classmethod
    def from_wire(cls, wire: Any) -> Choice:
        """Read what ``wire`` gives."""
        chosen = (wire or {}).get("selection") or {}
        return cls(
            list(chosen.get("rows") or ()),
            list(chosen.get("columns") or ()),
            [(cell[0], cell[1]) for cell in chosen.get("cells") or ()],
        )


class DataframeState(dict[str, Any]):
    """What a script sees of a selection, by item or by attribute.

    Example:
        >>> event = st.dataframe(df, on_select="rerun")
        >>> event.selection.rows
    """

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class DataframeSelectionState(DataframeState):
    """The part ``selection`` of a ``DataframeState``: ``rows``, ``columns`` and ``cells``."""


def parse_choice(wire: Any) -> DataframeState:
    """The form that a script sees, from the wire form."""
    choice = Choice.from_wire(wire)
    chosen = DataframeSelectionState(
        rows=choice.rows, columns=choice.columns, cells=[(row, name) for row, name in choice.cells]
    )
    return DataframeState(selection=chosen)


def checked_modes(modes: Any) -> frozenset[str]:
    """Check ``selection_mode``.

    Raises:
        StreamlitValueError: A mode does not exist.
        StreamlitIncompatibleParametersError: Two modes exclude each other.
        TypeError: It is neither text nor a collection.
    """
    if not isinstance(modes, Iterable):
        raise TypeError(f"`selection_mode` is {modes!r}. It accepts a mode or a list of them.")
    chosen = {modes} if isinstance(modes, str) else set(modes)
    for mode in sorted(chosen, key=str):
        if mode not in MODES:
            raise StreamlitValueError(
                f"`selection_mode` is {mode!r}. It accepts: {', '.join(map(repr, MODES))}."
            )
    for what in ("row", "column", "cell"):
        same = sorted(mode for mode in chosen if what in mode)
        if len(same) > 1:
            raise StreamlitIncompatibleParametersError(
                f"`selection_mode` has {' and '.join(map(repr, same))}, of which only one is possible."
            )
    return frozenset(chosen)


def mended_choice(value: Any, modes: frozenset[str], rows: int, names: Sequence[str]) -> Choice:
    """A selection with all that is not possible left out.

    Args:
        value: ``{"selection": {"rows": […], "columns": […], "cells": […]}}``.
        modes: The modes of selection.
        rows: The number of rows of the data.
        names: The names of its columns.

    Raises:
        StreamlitAPIException: The value is not of that form.
    """
    chosen = value.get("selection") if isinstance(value, Mapping) else None
    if not isinstance(chosen, Mapping):
        raise StreamlitAPIException(
            "A selection is a dict with the key `selection`, which holds a dict with lists under `rows`, "
            "`columns` and `cells`."
        )
    known = set(names)
    choice = Choice(
        [row for row in _listed(chosen.get("rows")) if isinstance(row, int) and 0 <= row < rows],
        [name for name in _listed(chosen.get("columns")) if isinstance(name, str) and name in known],
        [
            cell
            for cell in map(_cell, _listed(chosen.get("cells")))
            if cell and 0 <= cell[0] < rows and cell[1] in known
        ],
    )
    choice.rows = _limited(list(dict.fromkeys(choice.rows)), "row", modes)
    choice.columns = _limited(list(dict.fromkeys(choice.columns)), "column", modes)
    choice.cells = _limited(list(dict.fromkeys(choice.cells)), "cell", modes)
    if "single-row-required" in modes and not choice.rows and rows:
        choice.rows = [0]
    return choice


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _cell(value: Any) -> tuple[int, str] | None:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        return None
    row, name = value
    return (row, name) if isinstance(row, int) and isinstance(name, str) else None


def _limited(values: list[Any], what: str, modes: frozenset[str]) -> list[Any]:
    if f"multi-{what}" in modes:
        return values
    return values[:1] if any(what in mode for mode in modes) else []
