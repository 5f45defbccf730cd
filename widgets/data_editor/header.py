"""The table's two headers: the names of the columns, and the boxes that choose rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from ..markdown.tooltip import tooltip_html
from .looks import Look
from .paint import PAD, ROW, draw_check, draw_icon

if TYPE_CHECKING:
    from .grid import Grid

_GLYPHS = {
    "text": "match_case", "number": "tag", "checkbox": "check_box", "selectbox": "arrow_drop_down_circle",
    "date": "calendar_today", "time": "schedule", "datetime": "calendar_month", "list": "list",
    "link": "link", "progress": "bar_chart",
}  # fmt: skip
GLYPH = 20
MARKS = 36


class ColumnHeader(QHeaderView):
    """Names, kinds, and the arrow of the sorted column."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self._hovered = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(50)
        self.setMaximumSectionSize(10_000)
        self.setMouseTracking(True)
        self.setAccessibleName("Columns")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._grid.ink.px(ROW))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        grid = self._grid
        ink, look = grid.ink, grid.table_model.looks[logicalIndex]
        chosen = look.name in grid.choice.columns
        painter.fillRect(rect, ink.chosen_head if chosen else ink.head)
        painter.setPen(ink.line)
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        pad, sign, glyph = ink.px(PAD), ink.px(16), ink.px(GLYPH)
        inner = rect.adjusted(pad, 0, -pad, 0)
        order = grid.table_model.sorted_by
        if order is not None and order[0] == look.name:
            arrow = QRect(inner.right() - sign + 1, inner.top(), sign, inner.height())
            draw_icon(painter, arrow, "arrow_downward" if order[1] else "arrow_upward", ink.faded, ink.icons)
            inner.setRight(arrow.left() - 4)
        metrics = QFontMetrics(ink.head_font)
        label = header_label(look)
        roomy = inner.width() - glyph >= min(60, metrics.horizontalAdvance(label))
        if not look.is_index and roomy:
            draw_icon(
                painter,
                QRect(inner.left(), inner.top(), sign, inner.height()),
                _GLYPHS[look.editor],
                ink.faint,
                ink.icons,
            )
            inner.setLeft(inner.left() + glyph)
        painter.setFont(ink.head_font)
        painter.setPen(
            ink.primary if chosen else ink.text if logicalIndex == self._hovered else ink.head_text
        )
        text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self.logicalIndexAt(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column = self.logicalIndexAt(event.pos())
            help = self._grid.table_model.looks[column].help if column >= 0 else None
            text = tooltip_html(help, self._grid.scene.theme) if help else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)


def header_label(look: Look) -> str:
    """What a header says; an editable column that must be filled has a star."""
    return f"{look.label} *" if look.required and look.editable and not look.is_index else look.label


class Corner(QWidget):
    """The box above the rows' boxes, which stands for all of them.

    Signals:
        toggled: The user clicked it.
    """

    toggled = Signal()

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setAccessibleName("All rows")
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        """Take over the grid's inks."""
        self.resize(self._grid.ink.px(MARKS), self._grid.ink.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, ink = self._grid, self._grid.ink
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, ink.head)
        painter.setPen(ink.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        draw_check(painter, rect, grid.all_marked, ink, True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit()


class RowMarks(QHeaderView):
    """A box for each row, to choose it.

    Signals:
        toggled: The user clicked a row's box (row; whether Shift extends from the last one).
    """

    toggled = Signal(int, bool)

    def __init__(self, grid: Grid) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Rows")

    def sizeHint(self) -> QSize:
        return QSize(self._grid.ink.px(MARKS), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        grid, ink = self._grid, self._grid.ink
        marked = grid.is_marked(logicalIndex)
        painter.fillRect(rect, ink.chosen_head if marked else ink.head)
        painter.setPen(ink.line)
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if grid.table_model.is_adder(logicalIndex):
            draw_icon(painter, rect, "add", ink.faded, ink.icons)
        else:
            draw_check(painter, rect, marked, ink, True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.toggled.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the header's own dragging would select rows
