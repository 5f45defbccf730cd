"""The editors that open in cells."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QLineEdit, QTimeEdit, QWidget

from .edits import time_zone
from .looks import Look
from .values import parse_text, problem

ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def acceptable(editor: QLineEdit, look: Look) -> bool:
    """Whether a text editor holds a value for the column; if not, it shows so."""
    value, ok = parse_text(editor.text(), look)
    wrong = None if ok else "No such value"
    if ok and value is None and look.required:
        wrong = "A value is needed"
    wrong = wrong or (problem(value, look) if value is not None else None)
    editor.setProperty("wrong", wrong is not None)
    editor.setToolTip(wrong or "")
    editor.style().unpolish(editor)
    editor.style().polish(editor)
    return wrong is None


class ChoiceEditor(QComboBox):
    """A list of choices that is open from the start.

    Signals:
        picked: The user picked from the open list; walking by keys picks nothing yet.
    """

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self._opened = True
        super().showPopup()

    def _on_activated(self) -> None:
        if self._opened and not self.view().isVisible():
            self.picked.emit()


def line_editor(parent: QWidget, look: Look) -> QWidget:
    """A line of text."""
    editor = QLineEdit(parent)
    editor.setFrame(False)
    editor.setAlignment(ALIGN[look.alignment] | Qt.AlignmentFlag.AlignVCenter)
    if look.max_chars:
        editor.setMaxLength(look.max_chars)
    editor.textEdited.connect(lambda: acceptable(editor, look))
    return editor


def choice_editor(parent: QWidget, look: Look, value: Any) -> QWidget:
    """A list of choices."""
    editor = ChoiceEditor(parent)
    editor.setFrame(False)
    editor.addItems(list(look.option_texts))
    return editor


def _framed(editor: Any) -> Any:
    editor.setFrame(False)
    editor.setCorrectionMode(QDateTimeEdit.CorrectionMode.CorrectToNearestValue)
    return editor


def date_editor(parent: QWidget, look: Look, value: Any) -> QWidget:
    """A date with a calendar."""
    editor = _framed(QDateEdit(parent))
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("yyyy-MM-dd")
    day = value if value is not None else dt.date.today()
    if isinstance(look.low, dt.date):
        editor.setMinimumDate(QDate(look.low.year, look.low.month, look.low.day))
    if isinstance(look.high, dt.date):
        editor.setMaximumDate(QDate(look.high.year, look.high.month, look.high.day))
    editor.setDate(QDate(day.year, day.month, day.day))
    return editor  # type: ignore[no-any-return]


def time_editor(parent: QWidget, look: Look, value: Any) -> QWidget:
    """A time of day."""
    editor = _framed(QTimeEdit(parent))
    editor.setDisplayFormat("HH:mm:ss")
    at = value if value is not None else dt.time()
    editor.setTime(QTime(at.hour, at.minute, at.second, at.microsecond // 1000))
    return editor  # type: ignore[no-any-return]


def datetime_editor(parent: QWidget, look: Look, value: Any) -> QWidget:
    """A date with a calendar and a time."""
    editor = _framed(QDateTimeEdit(parent))
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
    at = value if value is not None else dt.datetime.now().replace(microsecond=0)
    editor.setDate(QDate(at.year, at.month, at.day))
    editor.setTime(QTime(at.hour, at.minute, at.second, at.microsecond // 1000))
    return editor  # type: ignore[no-any-return]


def moment_of(editor: QWidget, look: Look) -> Any:
    """The value that a date or time editor holds."""
    if not isinstance(editor, QDateTimeEdit):
        return None
    day, at = editor.date(), editor.time()
    date = dt.date(day.year(), day.month(), day.day())
    time = dt.time(at.hour(), at.minute(), at.second(), at.msec() * 1000)
    if look.editor == "date":
        return dt.datetime.combine(date, dt.time()) if look.kind == "datetime" else date
    if look.editor == "time" and look.kind != "datetime":
        return time
    moment = dt.datetime.combine(date, time)
    return moment.replace(tzinfo=time_zone(look.zone)) if look.zone else moment
