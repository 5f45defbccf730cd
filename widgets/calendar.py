"""The sheet with a calendar that opens below a date field."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from .controls.calendar import Calendar
from .controls.paint import draw_face
from .controls.popup import Popup
from .fonts import text_font
from .scene import Scene
from .theme import Theme


class DayCalendar(Calendar):
    """A calendar where nothing may be chosen yet, and the day that keys have come to has a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ringed = theme

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._ringed = theme

    def mark_days(self, days: tuple[dt.date, ...]) -> None:
        """Mark no day, one, or two and those between."""
        marked = [_qdate(day) for day in days] or [QDate()]
        self.mark_span(marked[0], marked[-1])

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | object) -> None:
        super().paintCell(painter, rect, date)
        focus = self.focusWidget()
        if date != self.selectedDate() or focus is None or not focus.hasFocus():
            return
        side = min(self._ringed.px(28), rect.width(), rect.height())
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, ring, self._ringed.radius, None, self._ringed.focus_ring, 2)
        painter.restore()


class CalendarPopup(Popup):
    """A calendar in a sheet. It stays open until its field closes it, or its user clicks elsewhere.

    Signals:
        picked: (date) The user clicked a day, or pressed Enter on it.

    Args:
        scene: The window's side.
        parent: The field.
    """

    picked = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(scene.theme, padding=8, parent=parent)
        self.scene = scene
        self.calendar = DayCalendar(scene.theme)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)
        self.add(self.calendar)

    def show_days(self, days: tuple[dt.date, ...], low: dt.date, high: dt.date) -> None:
        """Mark days; turn to the first, or to today.

        Args:
            days: None, one or two.
            low: The first day that can be chosen.
            high: The last one.
        """
        calendar = self.calendar
        blocked = calendar.blockSignals(True)
        calendar.setDateRange(_qdate(low), _qdate(high))
        shown = days[0] if days else min(max(dt.date.today(), low), high)
        calendar.setSelectedDate(_qdate(shown))
        calendar.setCurrentPage(shown.year, shown.month)
        calendar.mark_days(days)
        calendar.blockSignals(blocked)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the calendar, apart from it."""
        widget.setFont(text_font(self.scene.theme.font, self.scene.theme.px(14)))
        layout = self.sheet.layout()
        if layout is not None:
            layout.setSpacing(8)
        self.add(widget)

    def open_below(self, field: QWidget) -> None:
        """Show it below the field and give it the keys."""
        self.open_at(field)
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_picked(self, day: QDate) -> None:
        # What a double click adds comes when the sheet may be closed already.
        if self.isVisible():
            self.picked.emit(_date(day))

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.set_theme(self.scene.theme)
        self.calendar.set_theme(self.scene.theme)


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> dt.date:
    return dt.date(day.year(), day.month(), day.day())
