"""``st.datetime_input``: a field for a date with a time, with a calendar and a list of times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from .calendar import CalendarPopup
from .command import Key, OnChange, checked_visibility, checked_width, join, starts_with
from .controls.combo import ComboBox
from .date_rules import segment_at, segment_span, stepped
from .datetime_rules import COMMA, DateTimeRules, datetime_rules, moment_text, read_moment, state_moment
from .field_query import moment_query, tidy
from .flags import flag
from .options import text_of
from .pick_field import PickFieldView
from .remembered import remembered
from .time_rules import DAY, snapped, time_of
from .typed_field import Refused, TypedField, Unreadable
from .view import views

Moment = dt.datetime | dt.date | dt.time | str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTimeInput(TypedField):
    """A field for a moment. The wire value is an ISO text or None."""

    kind: ClassVar[str] = "date_time_input"

    rules: DateTimeRules

    @property
    def min_value(self) -> str | None:
        """The first moment allowed, as ISO text."""
        return state_moment(self.rules.low)

    @property
    def max_value(self) -> str | None:
        """The last moment allowed, as ISO text."""
        return state_moment(self.rules.high)

    @property
    def step(self) -> int:
        """What neighbouring times in the list differ by, in seconds."""
        return self.rules.step

    @property
    def format(self) -> str:
        """How dates look."""
        return self.rules.format


@remembered
def datetime_input(
    container: Container,
    label: str,
    value: Moment | None = "now",
    min_value: Moment | None = None,
    max_value: Moment | None = None,
    *,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = 900,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> dt.datetime | None:
    """Show a field for a date with a time. It is typed, or picked in a calendar with a list of times.

    Args:
        label: What the field is for, in Markdown of one line.
        value: The moment to start with: a datetime (its time zone is dropped), a date (midnight), a
            time (today), an ISO text or ``"now"``; None to start empty, with None as the value.
        min_value: The first moment allowed, like ``value``; None for ten years before the value.
        max_value: The last moment allowed, like ``value``, a date until its end; None for ten years
            after the value.
        key: A name for the widget; its value is then in ``st.session_state`` too. A change of
            ``format`` or ``step`` makes it start anew all the same.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the moment changed, ``"rerun"``, or
            ``"ignore"`` to let it wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        format: ``"YYYY/MM/DD"``, ``"DD/MM/YYYY"`` or ``"MM/DD/YYYY"``, also with points or hyphens.
        step: What neighbouring times in the list differ by, in seconds or as a timedelta, from a
            minute to 23 hours. Any time can be typed.
        disabled: Whether it can't be changed.
        required: Whether emptying it is refused; the last moment then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the moment while the field is not shown; needs
            a ``key``.

    Returns:
        The moment in whole minutes, or None.

    Raises:
        StreamlitInvalidParameterTypeError: Something is no date or time.
        StreamlitInvalidMinMaxError: ``min_value`` is after ``max_value``.
        StreamlitValueBelowMinError: ``value`` is before ``min_value``.
        StreamlitValueAboveMaxError: ``value`` is after ``max_value``.

    Example:
        >>> when = st.datetime_input("Meet at", "2024-05-31 08:45")
        >>> st.write("See you on", when)
    """
    place = container.target()
    rules = datetime_rules(value, min_value, max_value, format, step)
    if starts_with(place, key, value) is not value:  # what the script says is checked all the same
        value = None
        rules = datetime_rules(None, min_value, max_value, format, step)
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    default = rules.default
    bounded = min_value is not None or max_value is not None
    start: Any = "now" if value == "now" else default
    query = moment_query(rules)
    joined = join(
        place,
        "datetime_input",
        key=key,
        arguments=(str(label), start, min_value, max_value, format, rules.step, help, required, width),
        keyed=(rules.format, rules.step),
        default=default,
        parse=lambda text: _parse(text, rules),
        wire=state_moment,
        accept=(lambda moment: _settled(moment, rules)) if bounded else None,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None and value != "now",
        persist_state=persist_state,
        bind=bind,
        query=query,
    )
    if bind is not None:
        tidy(place, joined, query, default)
    place.append(
        DateTimeInput(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=state_moment(default),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder=f"{rules.format}{COMMA}HH:MM",
            required=bool(required),
            rules=rules,
        )
    )
    moment: dt.datetime | None = joined.value
    return moment


def _parse(text: str | None, rules: DateTimeRules) -> dt.datetime | None:
    """A moment that was entered, or the default if there is none or it is out of bounds."""
    moment = None if text is None else dt.datetime.fromisoformat(text)
    return rules.default if moment is None or not rules.low <= moment <= rules.high else moment


def _settled(moment: Any, rules: DateTimeRules) -> dt.datetime | None:
    """What the session state holds for a field with bounds: the default if it is not within them."""
    if moment is None:
        return None
    plain = moment.replace(tzinfo=None) if isinstance(moment, dt.datetime) else moment
    inside: bool = rules.low <= plain <= rules.high
    return moment if inside else rules.default


@views.shows(DateTimeInput)
class DateTimeInputView(PickFieldView[DateTimeInput]):
    """A line to type a moment in, where the arrow keys turn the part at the cursor, and a calendar."""

    def make_editor(self) -> QWidget:
        self.popup: CalendarPopup | None = None
        self.times: ComboBox | None = None
        return super().make_editor()

    def open_popup(self) -> None:
        self.open_calendar()

    def text_of(self, value: Any) -> str:
        if value is None:
            return ""
        return moment_text(dt.datetime.fromisoformat(value), self.element.rules.format)

    def read(self, text: str) -> str | None:
        element, rules = self.element, self.element.rules
        if not self.dirty and text == self.text_of(self.current) and (text or not element.required):
            known: str | None = self.current
            return known
        if not text.strip():
            if element.required:
                raise Refused("Please fill in this field.")
            if rules.default is not None:
                raise Unreadable
            return None
        try:
            moment = read_moment(text, rules.format)
        except ValueError:
            raise Unreadable from None
        if moment < rules.low:
            raise Refused(f"The first moment is {moment_text(rules.low, rules.format)}.")
        if moment > rules.high:
            raise Refused(f"The last moment is {moment_text(rules.high, rules.format)}.")
        return state_moment(moment)

    def take(self, value: Any) -> None:
        super().take(value)
        if self.popup is not None and self.popup.isVisible():
            self._show_in_calendar()

    def _moment(self) -> dt.datetime | None:
        """What is typed, or else the last moment."""
        try:
            text = self.read(self.text())
        except (Unreadable, Refused):
            text = self.current
        return None if text is None else dt.datetime.fromisoformat(text)

    def _within(self, moment: dt.datetime) -> dt.datetime:
        return min(max(moment, self.element.rules.low), self.element.rules.high)

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
        """Turn the part that the cursor is in: year, month, day, hour, or the time by a step."""
        rules, line = self.element.rules, self.editor()
        moment = self._moment() or self._within(dt.datetime.now().replace(second=0, microsecond=0))
        at, width = line.cursorPosition(), len(rules.format)
        if at <= width:
            _, part = segment_at(rules.format, at)
            moment = dt.datetime.combine(stepped(moment.date(), part, by), moment.time())
            span = segment_span(rules.format, 0, part)
        elif at <= width + len(COMMA) + 2:
            moment = moment.replace(hour=(moment.hour + by) % 24)
            span = (width + len(COMMA), 2)
        else:
            moment = dt.datetime.combine(moment.date(), snapped(moment.time(), rules.step, by))
            span = (width + len(COMMA) + 3, 2)
        line.setText(moment_text(self._within(moment), rules.format))
        line.setSelection(*span)
        self.on_edited()

    # Calendar

    def open_calendar(self) -> None:
        """Show the calendar with the times below."""
        if self.element.disabled:
            return
        if self.popup is None:
            self.popup = CalendarPopup(self.scene, self.frame)
            self.popup.picked.connect(self.on_day_picked)
            self.popup.closed.connect(lambda: self.editor().setFocus(Qt.FocusReason.PopupFocusReason))
            self.times = ComboBox(self.scene.theme)
            self.times.setAccessibleName("Time")
            self.times.activated.connect(self.on_time_picked)
            self.popup.add_below(self.times)
        self.settle()
        self._show_in_calendar()
        self.popup.open_below(self.frame)

    def _show_in_calendar(self) -> None:
        if self.popup is None or self.times is None:
            return
        rules, moment = self.element.rules, self._moment()
        self.popup.show_days((moment.date(),) if moment else (), rules.low.date(), rules.high.date())
        self.times.clear()
        shown = [time_of(at).strftime("%H:%M") for at in range(0, DAY, rules.step)]
        own = moment.strftime("%H:%M") if moment else ""
        # A time between two steps is listed too, so that it can be seen and kept.
        self.times.addItems(sorted({*shown, own} - {""}))
        self.times.setCurrentText(own)
        if not own:
            self.times.setCurrentIndex(-1)

    def on_day_picked(self, day: dt.date) -> None:
        """A day was picked; the time stays."""
        moment = self._moment()
        self._take_over(dt.datetime.combine(day, moment.time() if moment else dt.time()))
        self._show_in_calendar()

    def on_time_picked(self) -> None:
        """A time was picked; the day stays."""
        if self.times is None:
            return
        moment = self._moment() or dt.datetime.now()
        hour, minute = self.times.currentText().split(":")
        self._take_over(dt.datetime.combine(moment.date(), dt.time(int(hour), int(minute))))

    def _take_over(self, moment: dt.datetime) -> None:
        self.take_over(state_moment(self._within(moment)))

    def restyle(self) -> None:
        super().restyle()
        if self.popup is not None and self.times is not None:
            self.popup.restyle()
            self.times.set_theme(self.scene.theme)

    def discard(self) -> None:
        if self.popup is not None:
            self.popup.blockSignals(True)
            self.popup.hide()
        super().discard()
