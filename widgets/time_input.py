"""``st.time_input``: a field for a time of day, with a list of times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, one_of, starts_with
from .field_query import tidy, time_query
from .flags import flag
from .option_popup import OptionPopup, Row
from .options import text_of
from .pick_field import PickFieldView
from .remembered import remembered
from .time_rules import DAY, as_time, checked_step, read_time, snapped, state_time, time_of, time_text
from .typed_field import Refused, TypedField, Unreadable
from .view import views

_MOST_ROWS = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInput(TypedField):
    """A field for a time. The wire value is an ISO text or None; ``step`` in seconds."""

    kind: ClassVar[str] = "time_input"

    step: int = 900
    format: str = "24h"

    @property
    def seconds(self) -> bool:
        """Whether seconds count."""
        return self.step % 60 != 0


@remembered
def time_input(
    container: Container,
    label: str,
    value: dt.time | dt.datetime | str | None = "now",
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = 900,
    format: Literal["12h", "24h", "localized"] = "24h",
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> dt.time | None:
    """Show a field for a time of day. It is typed, turned with the arrow keys, or picked from a list.

    Args:
        label: What the field is for, in Markdown of one line.
        value: The time to start with: a time, a datetime, an ISO text or ``"now"``; None to start
            empty, with None as the value.
        key: A name for the widget; its value is then in ``st.session_state`` too. A change of
            ``step`` makes it start anew all the same.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the time changed, ``"rerun"``, or
            ``"ignore"`` to let it wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        disabled: Whether it can't be changed.
        required: Whether emptying it is refused; the last time then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        step: What neighbouring times in the list differ by, in seconds or as a timedelta, from a
            second to 23 hours. Any time can be typed. Seconds count where it is no whole minutes.
        format: ``"24h"``, ``"12h"`` or ``"localized"`` for that of the system.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the time while the field is not shown; needs
            a ``key``.

    Returns:
        The time, or None.

    Raises:
        StreamlitInvalidParameterTypeError: ``value`` is no time, or ``step`` no span.
        StreamlitValueOutOfRangeError: ``step`` is too short or too long.

    Example:
        >>> alarm = st.time_input("Wake me at", "08:45")
        >>> st.write("Good night until", alarm)
    """
    place = container.target()
    span = checked_step(step, 1)
    seconds = span % 60 != 0
    one_of("format", format, ("12h", "24h", "localized"))
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    default = as_time(value, seconds=seconds)
    if default is not None and starts_with(place, key, value) is None:
        value = default = None
    query = time_query(seconds=seconds)
    joined = join(
        place,
        "time_input",
        key=key,
        # "now" stays the same widget while time goes on.
        arguments=(str(label), "now" if value == "now" else default, span, format, help, required, width),
        keyed=(span,),
        default=default,
        parse=lambda text: default if text is None else dt.time.fromisoformat(text),
        wire=lambda time: state_time(key, time, seconds=seconds),
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
        TimeInput(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=state_time(key, default, seconds=seconds),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder="HH:MM:SS" if seconds else "HH:MM",
            required=bool(required),
            step=span,
            format=format,
        )
    )
    time: dt.time | None = joined.value
    return time


def counts_half_days(format: str) -> bool:
    """Whether times of this format have AM and PM."""
    if format == "localized":
        return "ap" in QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower()
    return format == "12h"


@views.shows(TimeInput)
class TimeInputView(PickFieldView[TimeInput]):
    """A line to type a time in, and a list of times below."""

    icon = ":material/schedule:"
    opens = "Choose a time"

    def make_editor(self) -> QWidget:
        self.popup: OptionPopup | None = None
        return super().make_editor()

    def open_popup(self) -> None:
        self.toggle_list()

    def text_of(self, value: Any) -> str:
        return "" if value is None else self._shown(dt.time.fromisoformat(value))

    def _shown(self, time: dt.time) -> str:
        element = self.element
        return time_text(time, seconds=element.seconds, half_day=counts_half_days(element.format))

    def read(self, text: str) -> str | None:
        element = self.element
        if not self.dirty and text == self.text_of(self.current):
            known: str | None = self.current
            if known is None and element.required:
                raise Refused("Please fill in this field.")
            return known
        if not text.strip():
            if element.required:
                raise Refused("Please fill in this field.")
            if element.initial is not None:
                raise Unreadable
            return None
        try:
            time = read_time(text, seconds=element.seconds)
        except ValueError:
            raise Unreadable from None
        return state_time(element.key, time, seconds=element.seconds)

    def _time(self) -> dt.time | None:
        """What is typed, or else the last time."""
        try:
            text = self.read(self.text())
        except (Unreadable, Refused):
            text = self.current
        return None if text is None else dt.time.fromisoformat(text)

    # Keys

    def on_key(self, event: QKeyEvent) -> bool:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.toggle_list()
            return True
        if self.popup is not None and self.popup.isVisible() and self._on_list_key(Qt.Key(key)):
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not alt:
            self.turn(1 if key == Qt.Key.Key_Up else -1)
            return True
        return super().on_key(event)

    def turn(self, direction: int) -> None:
        """Go to the next (1) or last (-1) multiple of the step, without taking it over yet."""
        time = self._time() or dt.datetime.now().time()
        self.editor().setText(self._shown(snapped(time, self.element.step, direction)))
        self.on_edited()

    # List

    def toggle_list(self) -> None:
        """Show the list of times, or close it."""
        if self.element.disabled:
            return
        if self.popup is None:
            self.popup = OptionPopup(self.scene, self.frame)
            self.popup.picked.connect(self._on_row)
            self.popup.closed.connect(lambda: self._application().removeEventFilter(self))
        if self.popup.isVisible():
            self.popup.hide()
            return
        self.editor().setFocus(Qt.FocusReason.MouseFocusReason)
        every = max(self.element.step, DAY // _MOST_ROWS)
        rows = [Row(self._shown(time_of(at)), number=at) for at in range(0, DAY, every)]
        now = self._time() or dt.datetime.now().time()
        at = (now.hour * 3600 + now.minute * 60 + now.second) // every
        self.popup.show_rows(rows, min(at, len(rows) - 1))
        self.popup.open_at(self.frame, self.frame.width())
        self._application().installEventFilter(self)

    def _application(self) -> QCoreApplication:
        app = QCoreApplication.instance()
        assert app is not None
        return app

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup
        if popup is not None and popup.isVisible() and event.type() == QEvent.Type.MouseButtonPress:
            # The list leaves the focus in the field, so a click elsewhere does not close it by itself.
            inside = isinstance(watched, QWidget) and (
                watched.window() is popup or self.frame.isAncestorOf(watched) or watched is self.frame
            )
            if isinstance(watched, QWidget) and not inside:
                popup.hide()
        return super().eventFilter(watched, event)

    def _on_list_key(self, key: Qt.Key) -> bool:
        assert self.popup is not None
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if key in moves:
            self.popup.move_light(moves[key], around=abs(moves[key]) == 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.popup.lit()
            if row is not None:
                self._on_row(row)
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def _on_row(self, row: Row) -> None:
        if self.popup is not None:
            self.popup.hide()
        self.take_over(state_time(None, time_of(row.number), seconds=self.element.seconds))

    def settle(self) -> bool:
        if self.popup is not None:
            self.popup.hide()
        return super().settle()

    def restyle(self) -> None:
        super().restyle()
        if self.popup is not None:
            self.popup.set_theme(self.scene.theme)

    def discard(self) -> None:
        if self.popup is not None:
            self.popup.hide()
        super().discard()
