"""What ``data_editor``, ``dataframe`` and ``table`` leave behind in the tree."""

from __future__ import annotations

from dataclasses import field
from typing import Any, ClassVar, Literal

from ...state.element import Element, Height, Widget
from ...state.records import dataclass
from .looks import Editing, Look
from .table import Table

TableHeight = Height | Literal["auto"]
Border = bool | Literal["horizontal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableElement(Widget):
    """What an editor and a read-only table have in common. The data is told apart by its fingerprint."""

    kind: ClassVar[str] = "dataframe"

    table: Table = field(compare=False)
    fingerprint: bytes
    looks: tuple[Look, ...]
    height: TableHeight = "auto"
    row_height: int | None = None
    placeholder: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataEditor(TableElement):
    """A table whose cells can be edited; ``value`` is the state of the edits."""

    editing: Editing


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFrame(TableElement):
    """A table to read; with modes of selection it is a widget whose ``value`` is what is chosen."""

    modes: frozenset[str] = frozenset()

    @property
    def identity(self) -> Any:
        return self.id or None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticTable(Element):
    """A table that is shown as a whole."""

    kind: ClassVar[str] = "table"

    table: Table = field(compare=False)
    fingerprint: bytes
    border: Border = True
    height: Height = "content"
    hide_index: bool = False
    hide_header: bool = False
    alt: str | None = None
