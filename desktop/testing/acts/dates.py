"""Fields for dates and times: typed, or picked from a calendar or a list."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QTableView, QToolButton

from ..errors import AppTestError
from .base import pick
from .fields import FieldActs

_MOST_MONTHS = 1200
_ARROWS = {-1: "qt_calendar_prevmonth", 1: "qt_calendar_nextmonth"}


class _CalendarActs(FieldActs):
    """What opens a calendar."""

    def open(self) -> None:
        if not self._is_open():
            self.hand.click(self.view.button)
        self.wait_for(self._is_open, "its calendar was to open")

    def close(self) -> None:
        if self._is_open():
            self.hand.press("Escape")

    def _is_open(self) -> bool:
        return self.view.popup is not None and self.view.popup.isVisible()

    def _click_day(self, day: dt.date) -> None:
        calendar = self.view.popup.calendar
        wanted = QDate(day.year, day.month, day.day)
        if not calendar.minimumDate() <= wanted <= calendar.maximumDate():
            self.close()
            raise AppTestError(f"its calendar does not reach to {day.isoformat()}")
        for _ in range(_MOST_MONTHS):
            months = (day.year - calendar.yearShown()) * 12 + day.month - calendar.monthShown()
            if not months:
                break
            arrow = calendar.findChild(QToolButton, _ARROWS[1 if months > 0 else -1])
            self.hand.click(arrow)
        self.hand.click(*_place_of(calendar.findChild(QTableView), day.day))


class DateActs(_CalendarActs):
    """A date, or a first and a last one."""

    def pick(self, *days: dt.date) -> None:
        if len(days) == 1 and isinstance(days[0], (list, tuple)):
            days = tuple(days[0])
        wanted = 2 if self.view.element.rules.is_range else 1
        if len(days) != wanted:
            raise AppTestError(f"it takes {wanted} date{'s' * (wanted > 1)}")
        self.open()
        for day in days:
            self._click_day(day)

    def fill(self, text: object) -> None:
        self._put(self._written(text))

    def set(self, value: Any) -> None:
        self._put("" if value is None else self._written(value))

    def _written(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        days = value if isinstance(value, (list, tuple)) else (value,)
        return str(self.view.text_of(tuple(day.isoformat() for day in days)))


class MomentActs(_CalendarActs):
    """A date with a time."""

    def pick(self, moment: dt.datetime) -> None:
        self.open()
        self._click_day(moment.date())
        self.close()
        if not self.view.current or dt.datetime.fromisoformat(self.view.current) != moment:
            self.fill(moment)

    def fill(self, text: object) -> None:
        self._put(self._written(text))

    def set(self, value: object) -> None:
        self._put("" if value is None else self._written(value))

    def _written(self, value: object) -> str:
        return str(self.view.text_of(value.isoformat())) if isinstance(value, dt.datetime) else str(value)


class TimeActs(FieldActs):
    """A time of day."""

    def open(self) -> None:
        if not self._is_open():
            self.hand.click(self.view.button)
        self.wait_for(self._is_open, "its list was to open")

    def close(self) -> None:
        if self._is_open():
            self.hand.press("Escape")

    def choose(self, time: str | dt.time) -> None:
        self.open()
        listed = self.view.popup.list
        try:
            number = pick(self._written(time), (row.text for row in self.view.popup.rows), "time")
        except AppTestError:
            self.close()
            raise
        index = listed.model().index(number, 0)
        listed.scrollTo(index)
        self.hand.click(listed.viewport(), listed.visualRect(index).center())

    def fill(self, text: object) -> None:
        self._put(self._written(text))

    def set(self, value: object) -> None:
        self._put("" if value is None else self._written(value))

    def _is_open(self) -> bool:
        return self.view.popup is not None and self.view.popup.isVisible()

    def _written(self, value: object) -> str:
        return str(self.view.text_of(value.isoformat())) if isinstance(value, dt.time) else str(value)


def _place_of(days: QTableView, day: int) -> tuple[Any, Any]:
    """Where a day of the shown month is: the days run on from the first 1."""
    model = days.model()
    places = itertools.product(range(model.rowCount()), range(model.columnCount()))
    cells = [model.index(row, column) for row, column in places]
    texts = [str(cell.data()) for cell in cells]
    place = texts.index("1") + day - 1
    return days.viewport(), days.visualRect(cells[place]).center()
