"""The pinned columns, which stay at the left while the others are scrolled away below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from .grid import Grid

# Pinned columns that leave less than this share of the table to the others are not pinned.
_LEAST_SHARE = 0.4


class PinnedColumns(QWidget):
    """Draws the pinned columns of a grid over its left side, once it is scrolled to the right."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        grid.horizontalScrollBar().valueChanged.connect(self.place)

    def _columns(self) -> list[int]:
        return [place for place, look in enumerate(self._grid.table_model.looks) if look.pinned]

    def place(self) -> None:
        """Show or hide the columns, and lie where they belong."""
        grid = self._grid
        view = grid.viewport().geometry()
        width = sum(grid.columnWidth(column) for column in self._columns())
        scrolled = grid.horizontalScrollBar().value() > 0
        wanted = scrolled and 0 < width <= view.width() * (1 - _LEAST_SHARE)
        head = grid.horizontalHeader().height()
        self.setGeometry(view.left(), view.top() - head, width, view.height() + head)
        self.setVisible(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        grid = self._grid
        head = grid.horizontalHeader().height()
        painter = QPainter(self)
        painter.fillRect(self.rect(), grid.ink.background)
        option = QStyleOptionViewItem()
        left = 0
        for column in self._columns():
            width = grid.columnWidth(column)
            painter.setClipRect(left, head, width, self.height() - head)
            row = grid.rowAt(0)
            while 0 <= row < grid.table_model.rowCount():
                top = grid.rowViewportPosition(row)
                if top > self.height():
                    break
                option.rect = QRect(left, head + top, width, grid.rowHeight(row))
                grid.cells.paint(painter, option, grid.table_model.index(row, column))
                row += 1
            painter.setClipRect(left, 0, width, head)
            grid.column_header.paintSection(painter, QRect(left, 0, width, head), column)
            left += width
        painter.setClipping(False)
        painter.setPen(grid.ink.faint)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _cell_at(self, place: QPoint) -> QModelIndex:
        left = 0
        row = self._grid.rowAt(place.y() - self._grid.horizontalHeader().height())
        for column in self._columns():
            left += self._grid.columnWidth(column)
            if place.x() < left:
                return self._grid.table_model.index(row, column)
        return QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The cell itself comes into view, where all else works as for any other.
        index = self._cell_at(event.position().toPoint())
        if index.isValid():
            self._grid.setFocus()
            self._grid.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._grid.viewport(), event)
