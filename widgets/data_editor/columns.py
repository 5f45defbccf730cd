"""The widths of a grid's columns: fitted to the content, stretched to the table, or the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from .header import GLYPH, header_label
from .paint import PAD

if TYPE_CHECKING:
    from .grid import Grid
    from .looks import Look

_LEAST, _MOST = 50, 400
_LOOKED_AT = 100


class ColumnWidths:
    """Keeps the widths of a grid's columns.

    Args:
        grid: The grid.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._own: dict[str, int] = {}
        self._fitted: dict[str, int] = {}
        self._setting = False
        self.stretched = True
        header = grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._on_resized)
        header.sectionHandleDoubleClicked.connect(self.autosize)

    def fit(self) -> None:
        """Fit all columns to their content, but for those that the user or the script set."""
        looks = self._grid.table_model.looks
        names = [look.name for look in looks]
        self._own = {name: width for name, width in self._own.items() if name in names}
        self._fitted = {
            look.name: self._set_width(look) or min(self._grid.ink.px(_MOST), self._content(place))
            for place, look in enumerate(looks)
        }
        self.stretch()

    def _set_width(self, look: Look) -> int:
        """What the script has set, in px of the screen; 0 for nothing."""
        return self._grid.scene.theme.zoomed(look.width or 0)

    def _content(self, column: int) -> int:
        grid = self._grid
        model, look = grid.table_model, grid.table_model.looks[column]
        metrics = QFontMetrics(grid.ink.font)
        icon = 0 if look.is_index else grid.ink.px(GLYPH)
        need = QFontMetrics(grid.ink.head_font).horizontalAdvance(header_label(look)) + icon
        if look.editor == "progress":
            need = max(need, grid.ink.px(180))
        elif look.editor != "checkbox":
            rows = range(min(model.rowCount(), _LOOKED_AT))
            longest = max((model.text(row, column)[:100] for row in rows), key=len, default="")
            need = max(need, metrics.horizontalAdvance(longest), metrics.horizontalAdvance("None"))
        return max(grid.ink.px(_LEAST), need + grid.ink.px(2 * PAD + 6))

    def total(self) -> int:
        """The width of all columns in px, unstretched."""
        marks = self._grid.marks.sizeHint().width() if self._grid.marks_shown else 0
        return sum(self._own.get(name, width) for name, width in self._fitted.items()) + marks

    def stretch(self) -> None:
        """Set the widths; what the table has to spare goes to the columns that nobody set."""
        grid = self._grid
        looks = grid.table_model.looks
        widths = [self._own.get(look.name, self._fitted.get(look.name, _LEAST)) for look in looks]
        free = [at for at, look in enumerate(looks) if look.width is None and look.name not in self._own]
        free = [at for at in free if not looks[at].is_index] or free
        spare = grid.viewport().width() - sum(widths)
        if self.stretched and spare > 0 and free:
            share, rest = divmod(spare, len(free))
            for number, at in enumerate(free):
                widths[at] += share + (number < rest)
        self._setting = True
        for at, width in enumerate(widths):
            if grid.columnWidth(at) != width:
                grid.setColumnWidth(at, width)
        self._setting = False

    def autosize(self, column: int) -> None:
        """Fit one column to its content, as a double click on its edge does."""
        self._own[self._grid.table_model.looks[column].name] = self._content(column)
        self.stretch()

    def _on_resized(self, column: int, old: int, new: int) -> None:
        looks = self._grid.table_model.looks
        if not self._setting and column < len(looks):
            self._own[looks[column].name] = new
