"""A month to choose a day from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from ..theme import Theme
from .paint import draw_chevron, draw_face

_ARROWS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}


class Calendar(QCalendarWidget):
    """A calendar sheet of 7 by 6 days in the theme's look; a span of days can be marked.

    Args:
        theme: Colours and font; the rest comes from the style sheet of the area.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: tuple[QDate, QDate] | None = None
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setGridVisible(False)
        days = self.findChild(QTableView)
        if days is not None:
            # The rules for tables would make the columns too wide for seven of them.
            days.horizontalHeader().setMinimumSectionSize(8)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.text))
        plain.setBackground(QColor(theme.popup))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        self.setHeaderTextFormat(plain)
        for name, direction in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._arrow(direction))
        self.updateCells()

    def mark_span(self, first: QDate | None, last: QDate | None) -> None:
        """Tint the days from ``first`` to ``last``, both chosen; None for no span."""
        self._span = None if first is None or last is None else (first, last)
        self.updateCells()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(248), self._theme.px(252))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | object) -> None:
        if not isinstance(date, QDate):
            return
        theme = self._theme
        chosen = date == self.selectedDate() if self._span is None else date in self._span
        inside = self._span is not None and self._span[0] < date < self._span[1]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(theme.popup))
        side = min(theme.px(26), rect.width(), rect.height())
        face = QRectF(0, 0, side, side)
        face.moveCenter(QRectF(rect).center())
        allowed = self.minimumDate() <= date <= self.maximumDate()
        if chosen and allowed:
            draw_face(painter, face, min(theme.radius, side / 2), theme.primary, None)
        elif inside:
            draw_face(painter, face, min(theme.radius, side / 2), theme.shades["primary"].background, None)
        elif date == QDate.currentDate():
            draw_face(painter, face, min(theme.radius, side / 2), None, theme.border)
        own_month = date.month() == self.monthShown() and allowed
        color = theme.on_primary if chosen and allowed else theme.text if own_month else theme.faint_text
        painter.setPen(QColor(color))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()

    def _arrow(self, direction: str) -> QIcon:
        side = self._theme.px(16)
        pixmap = QPixmap(QSize(side, side) * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chevron(painter, QRectF(0, 0, side, side), self._theme.text, direction)
        painter.end()
        return QIcon(pixmap)
