"""What a table is to the rest of this folder: columns of cells, row labels, and where they came from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from ...state.records import dataclass
from .edits import Edits

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal[
    "bool", "int", "float", "decimal", "str", "category", "date", "time", "datetime", "timedelta",
    "list", "bytes", "empty", "mixed",
]  # fmt: skip

NUMERIC: frozenset[str] = frozenset({"int", "float", "decimal"})
READ_ONLY: frozenset[str] = frozenset({"mixed", "bytes", "timedelta"})
INDEX = "_index"

PAGE = 256
PAGES_KEPT = 64


class Cells(Protocol):
    """The values of one column: plain Python values, None for what is missing."""

    def __len__(self) -> int: ...

    def __getitem__(self, row: int, /) -> object: ...


class PagedCells:
    """Cells that are fetched in pages as they are looked at, so that a long column costs nothing.

    Args:
        fetch: Gives the values of the rows from ``start`` up to ``stop``.
        length: The number of rows.
    """

    __slots__ = ("_fetch", "_length", "_pages")

    def __init__(self, fetch: Callable[[int, int], Sequence[object]], length: int) -> None:
        self._fetch = fetch
        self._length = length
        self._pages: OrderedDict[int, Sequence[object]] = OrderedDict()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, row: int, /) -> object:
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number * PAGE, min(self._length, (number + 1) * PAGE))
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return page[place]

    def all(self) -> Sequence[object]:
        """Every value at once, uncached: for sorting and for export."""
        return self._fetch(0, self._length)


def all_values(cells: Cells) -> Sequence[object]:
    """The values of a column as one sequence."""
    if isinstance(cells, PagedCells):
        return cells.all()
    return cells if isinstance(cells, (list, range)) else [cells[row] for row in range(len(cells))]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column.

    Args:
        name: The name, always text.
        kind: What its values are.
        cells: The values.
        options: The values to choose from, for the kind "category".
        zone: The name of the time zone, for aware datetimes.
        low: The smallest whole number that the column can hold.
        high: The largest whole number that the column can hold.
    """

    name: str
    kind: Kind
    cells: Cells
    options: tuple[object, ...] = ()
    zone: str | None = None
    low: int = -(1 << 63)
    high: int = (1 << 63) - 1


class Source(Protocol):
    """Where a table came from; makes data of the same kind again, with edits applied."""

    def apply(self, edits: Edits, /) -> object:
        """The data with the edits.

        Raises:
            IndexError: An edited or deleted row does not exist.
            KeyError: An edited column does not exist.
        """
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Data of any kind, read as columns.

    Args:
        columns: The columns, in the data's own order.
        index: The columns of row labels; more than one for a hierarchy.
        rows: The number of rows.
        source: Gives the data back, edited.
        fingerprint: Equal for equal data.
        range_index: The labels only count the rows.
        index_hidden: The data's kind has no row labels worth showing.
        header_hidden: The data's kind has no column names worth showing in a static table.
        styles: Cell texts and CSS of a styled frame by (row, column position), if any.
    """

    columns: tuple[Column, ...]
    index: tuple[Column, ...]
    rows: int
    source: Source
    fingerprint: bytes
    range_index: bool = True
    index_hidden: bool = False
    header_hidden: bool = False
    styles: Callable[[int, int], tuple[str | None, dict[str, str]]] | None = None

    def to_pandas(self) -> pd.DataFrame:
        """The table as it is shown, without edits, as a pandas frame."""
        import pandas as pd

        labels = [pd.Index(list(all_values(column.cells)), name=column.name or None) for column in self.index]
        index = labels[0] if len(labels) == 1 else pd.MultiIndex.from_arrays(labels)
        if self.range_index and self.rows and isinstance(self.index[0].cells, range):
            numbers = self.index[0].cells
            index = pd.RangeIndex(numbers.start, numbers.stop, numbers.step, name=self.index[0].name or None)
        data = {place: list(all_values(column.cells)) for place, column in enumerate(self.columns)}
        frame: pd.DataFrame = pd.DataFrame(data, index=index)
        frame.columns = pd.Index([column.name for column in self.columns])
        return frame

    def column(self, name: str) -> Column:
        """The column of that name; ``"_index"`` is the (first) column of row labels.

        Raises:
            KeyError: There is no such column.
        """
        if name == INDEX and self.index:
            return self.index[0]
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
