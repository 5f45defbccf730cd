"""``st.date_input``: a field for a date or a range of dates, with a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from .calendar import CalendarPopup
from .command import Key, OnChange, checked_visibility, checked_width, join
from .date_rules import (
    DateRules,
    date_rules,
    date_text,
    range_text,
    read_date,
    read_range,
    segment_at,
    segment_span,
    settled_dates,
    state_dates,
    stepped,
)
from .field_query import date_query, tidy
from .flags import flag
from .options import text_of
from .pick_field import PickFieldView
from .remembered import remembered
from .typed_field import Refused, TypedField, Unreadable
from .view import views

DateLike = dt.date | dt.datetime | str
Dates = tuple[dt.date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInput(TypedField):
    """A field for one date or a range. The wire value is a tuple of ISO texts."""

    kind: ClassVar[str] = "date_input"

    rules: DateRules

    @property
    def min_value(self) -> dt.date:
        """The first date allowed."""
        return self.rules.low

    @property
    def max_value(self) -> dt.date:
        """The last date allowed."""
        return self.rules.high

    @property
    def is_range(self) -> bool:
        """Whether two dates are chosen."""
        return self.rules.is_range

    @property
    def format(self) -> str:
        """How dates look."""
        return self.rules.format


@remembered
def date_input(
    container: Container,
    label: str,
    value: DateLike | Sequence[DateLike] | None = "today",
    min_value: DateLike | None = None,
    max_value: DateLike | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> dt.date | Dates | None:
    """Show a field for a date or a range of dates. They are typed, or picked in a calendar.

    Args:
        label: What the field is for, in Markdown of one line.
        value: The date to start with: a date, a datetime, an ISO text or ``"today"``; a list or tuple
            of none, one or two of them for a range; None to start empty, with None as the value.
        min_value: The first date allowed, like ``value``; None for ten years before the value.
        max_value: The last date allowed, like ``value``; None for ten years after the value.
        key: A name for the widget; its value is then in ``st.session_state`` too. A change of
            ``format`` makes it start anew all the same.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the date changed, ``"rerun"``, or
            ``"ignore"`` to let it wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        format: ``"YYYY/MM/DD"``, ``"DD/MM/YYYY"`` or ``"MM/DD/YYYY"``, also with points or hyphens.
        disabled: Whether it can't be changed.
        required: Whether emptying it is refused; the last date then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the date while the field is not shown; needs
            a ``key``.

    Returns:
        The date or None; for a range a tuple of as many dates as are chosen, none to two.

    Raises:
        StreamlitInvalidParameterTypeError: Something is no date.
        StreamlitInvalidMinMaxError: ``min_value`` is after ``max_value``.
        StreamlitValueBelowMinError: ``value`` is before ``min_value``.
        StreamlitValueAboveMaxError: ``value`` is after ``max_value``.

    Example:
        >>> trip = st.date_input("Your trip", ())
        >>> if len(trip) == 2:
        ...     st.write((trip[1] - trip[0]).days, "nights")
    """
    place = container.target()
    fixed = value is not None and value != "today"
    today = isinstance(value, str) and value == "today"
    value = _first_value(place, key, value)
    rules = date_rules(value, min_value, max_value, format)
    bounded = min_value is not None or max_value is not None
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    default: Any = rules.default if rules.is_range else rules.default[0] if rules.default else None
    if bind is not None and today and not rules.is_range:
        # A link carries what differs from what the app begins with, and that is today, not what is held.
        default = min(max(dt.date.today(), rules.low), rules.high)

    def opened(texts: tuple[str, ...] | None) -> dt.date | Dates | None:
        days = tuple(dt.date.fromisoformat(text) for text in texts or ())
        if any(not rules.low <= day <= rules.high for day in days):
            days = rules.default
        if rules.is_range:
            return days
        return days[0] if days else None

    # "today" stays the same widget when the day changes.
    start: Any = rules.default if fixed else "today"
    query = date_query(rules)
    joined = join(
        place,
        "date_input",
        key=key,
        arguments=(str(label), start, rules.is_range, min_value, max_value, format, help, required, width),
        keyed=(rules.format,),
        default=default,
        parse=opened,
        wire=lambda dates: tuple(day.isoformat() for day in state_dates(dates)),
        accept=(lambda dates: settled_dates(dates, rules)) if bounded else None,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=fixed,
        persist_state=persist_state,
        bind=bind,
        query=query,
    )
    if bind is not None:
        tidy(place, joined, query, default)
    place.append(
        DateInput(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=tuple(day.isoformat() for day in rules.default),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder=rules.format + (f" \N{EN DASH} {rules.format}" if rules.is_range else ""),
            required=bool(required),
            rules=rules,
        )
    )
    chosen: dt.date | Dates | None = joined.value
    return chosen


def _first_value(place: Container, key: Key, value: Any) -> Any:
    """The ``value`` that the field starts with.

    What the session state holds stands for "today".
    """
    state = place.run.state
    if isinstance(value, str) and value == "today" and key not in (None, "") and key in state:
        return state[key]
    return value


@views.shows(DateInput)
class DateInputView(PickFieldView[DateInput]):
    """A line to type dates in, where the arrow keys turn the part at the cursor, and a calendar."""

    def make_editor(self) -> QWidget:
        self.popup: CalendarPopup | None = None
        self._first: dt.date | None = None
        return super().make_editor()

    def open_popup(self) -> None:
        self.open_calendar()

    def text_of(self, value: Any) -> str:
        return range_text(self._days(value), self.element.rules.format)

    def _days(self, value: Any) -> Dates:
        return tuple(dt.date.fromisoformat(text) for text in value or ())

    def read(self, text: str) -> tuple[str, ...]:
        rules = self.element.rules
        if not self.dirty and text == self.text_of(self.current):
            return self._checked(self._days(self.current), known=True)
        try:
            if rules.is_range:
                days = read_range(text, rules.format)
            else:
                days = (read_date(text, rules.format),) if text.strip() else ()
        except ValueError:
            raise Unreadable from None
        return self._checked(days)

    def _checked(self, days: Dates, *, known: bool = False) -> tuple[str, ...]:
        rules = self.element.rules
        if not days:
            if self.element.required:
                raise Refused("Please fill in this field.")
            if not rules.clearable and not known:
                raise Unreadable
        if not known and days and days[0] < rules.low:
            raise Refused(f"The first date is {date_text(rules.low, rules.format)}.")
        if not known and days and days[-1] > rules.high:
            raise Refused(f"The last date is {date_text(rules.high, rules.format)}.")
        return tuple(day.isoformat() for day in days)

    def take(self, value: Any) -> None:
        super().take(value)
        if self.popup is not None and self.popup.isVisible():
            self._show_in_calendar()

    # Keys

    def on_key(self, event: QKeyEvent) -> bool:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not alt:
            self.turn(1 if key == Qt.Key.Key_Up else -1)
            return True
        return super().on_key(event)

    def turn(self, by: int) -> None:
        """Turn the part of the date that the cursor is in, without taking it over yet."""
        rules, line = self.element.rules, self.editor()
        which, part = segment_at(rules.format, line.cursorPosition())
        try:
            days = list(read_range(self.text(), rules.format))
        except ValueError:
            days = list(self._days(self.current))
        days = days or [min(max(dt.date.today(), rules.low), rules.high)]
        which = min(which, len(days) - 1)
        days[which] = min(max(stepped(days[which], part, by), rules.low), rules.high)
        if len(days) == 2 and days[0] > days[1]:
            return
        line.setText(range_text(tuple(days), rules.format))
        line.setSelection(*segment_span(rules.format, which, part))
        self.on_edited()

    # Calendar

    def open_calendar(self) -> None:
        """Show the calendar, or close it."""
        if self.element.disabled:
            return
        if self.popup is None:
            self.popup = CalendarPopup(self.scene, self.frame)
            self.popup.picked.connect(self.on_picked)
            self.popup.closed.connect(self._on_closed)
        self.settle()
        self._first = None
        self._show_in_calendar()
        self.popup.open_below(self.frame)

    def _show_in_calendar(self) -> None:
        if self.popup is not None:
            rules = self.element.rules
            days = (self._first,) if self._first is not None else self._days(self.current)
            self.popup.show_days(days, rules.low, rules.high)

    def on_picked(self, day: dt.date) -> None:
        """A day was picked; for a range the first of two, or the second."""
        if not self.element.rules.is_range:
            self._take_over((day,))
        elif self._first is None:
            self._first = day
            self._take_over((day,))
            self._show_in_calendar()
            return
        else:
            first, self._first = self._first, None
            self._take_over((min(first, day), max(first, day)))
        if self.popup is not None:
            self.popup.hide()

    def _take_over(self, days: Dates) -> None:
        self.take_over(tuple(day.isoformat() for day in days))

    def _on_closed(self) -> None:
        self._first = None
        self.editor().setFocus(Qt.FocusReason.PopupFocusReason)

    def restyle(self) -> None:
        super().restyle()
        if self.popup is not None:
            self.popup.restyle()

    def discard(self) -> None:
        if self.popup is not None:
            self.popup.blockSignals(True)
            self.popup.hide()
        super().discard()
