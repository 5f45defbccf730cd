"""``st.spinner``: shows that a part of the script takes its time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..state.container import Container
from ..state.context import RunControl
from ..state.element import Element, Width
from ..state.records import dataclass
from .command import checked_width
from .controls.spinner import Spinner as Ring
from .fonts import text_font
from .markdown.plain import plain_text
from .markdown.rich_text import RichText
from .scene import Scene
from .text_arguments import clean_text
from .view import View, views

DELAY = 0.1
"""Seconds. What is faster than this shows no spinner, which would only flicker."""

_RING = 18
_GAP = 8
_TICK_MS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Spinner(Element):
    """A turning circle with a text. ``started`` is when by ``time.monotonic``; 0 shows no time."""

    kind: ClassVar[str] = "spinner"
    lingers: ClassVar[bool] = False

    text: str
    started: float = 0.0

    @property
    def value(self) -> str:
        """The text's Markdown."""
        return self.text


@contextmanager
def spinner(
    container: Container,
    text: object = "In progress...",
    *,
    show_time: bool = False,
    _cache: bool = False,
    width: Width = "content",
) -> Iterator[None]:
    """Show a turning circle as long as the ``with`` block runs, if that is longer than a tenth of a second.

    Args:
        text: What is being done, in Markdown.
        show_time: Whether to show the seconds so far behind the text.
        width: ``"content"``, ``"stretch"`` or px.

    Raises:
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> with st.spinner("Reading …", show_time=True):
        ...     data = read()
    """
    element = Spinner(
        text=clean_text(text), started=time.monotonic() if show_time else 0.0, width=checked_width(width)
    )
    place = container.target()
    place.run.checkpoint()
    shown = _Shown(place, element)
    timer = threading.Timer(DELAY, shown.show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        shown.hide()


class _Shown:
    """One spinner in the tree: put there by a timer's thread, taken away by the script's."""

    def __init__(self, place: Container, element: Spinner) -> None:
        self._place = place
        self._element = element
        self._lock = threading.Lock()
        self._before = place.block
        self._is_over = False
        self._handle: Container | None = None

    def show(self) -> None:
        with self._lock:
            if self._is_over:
                return
            try:
                self._handle = self._place.append(self._element)
            except RunControl:
                return

    def hide(self) -> None:
        with self._lock:
            self._is_over = True
            if self._handle is not None:
                self._handle.withdraw(self._element, self._before)


@views.shows(Spinner)
class SpinnerView(View[Spinner]):
    """Shows circle, text and time."""

    def __init__(self, element: Spinner, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.ring = Ring(scene.theme, _RING, self)
        self.text = RichText(
            element.text, scene, mode="label", font_px=16, parent=self
        )
        self.time = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tell_time)
        self._style()
        self.show_element(element)

    def show_element(self, element: Spinner) -> None:
        super().show_element(element)
        self.text.set_source(element.text)
        self.time.setVisible(bool(element.started))
        self.setAccessibleName(plain_text(element.text))
        self._tell_time()
        self._place()

    def restyle(self) -> None:
        self.ring.set_theme(self.scene.theme)
        self.text.restyle()
        self._style()

    def discard(self) -> None:
        self._timer.stop()

    def _style(self) -> None:
        theme = self.scene.theme
        self.time.setFont(text_font(theme.font, theme.base_font_size))
        palette = self.time.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.faded_text))
        self.time.setPalette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        if self.element.started:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _tell_time(self) -> None:
        if self.element.started:
            self.time.setText(f"({_duration(time.monotonic() - self.element.started)})")

    def _line(self) -> int:
        return round(self.scene.theme.base_font_size * 1.6)

    def _time_width(self) -> int:
        # Room for more digits, so that the line does not grow with each tick.
        return (
            self.time.fontMetrics().horizontalAdvance("(59 minutes, 59.9 seconds)")
            if self.element.started
            else 0
        )

    def _room(self, width: int) -> int:
        return max(
            width
            - self.px(_RING)
            - self.px(_GAP)
            - (self._time_width() + self.px(_GAP) if self.element.started else 0),
            40,
        )

    def height_for(self, width: int) -> int:
        return max(self.text.heightForWidth(self._room(width)), self._line())

    def natural_width(self) -> int:
        text = self.text.sizeHint().width()
        return (
            self.px(_RING)
            + self.px(_GAP)
            + text
            + (self.px(_GAP) + self._time_width() if self.element.started else 0)
        )

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        line, room = self._line(), self._room(self.width())
        self.ring.setGeometry(0, (line - self.px(_RING)) // 2, self.px(_RING), self.px(_RING))
        height = self.text.heightForWidth(room)
        self.text.setGeometry(self.px(_RING) + self.px(_GAP), max((line - height) // 2, 0), room, height)
        used = min(self.text.sizeHint().width(), room)
        self.time.setGeometry(self.px(_RING) + 2 * self.px(_GAP) + used, 0, self._time_width(), line)


def _duration(seconds: float) -> str:
    """A span of time for people, to a tenth of a second."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    parts = [_count(hours, "hour")] * bool(hours) + [_count(minutes, "minute")] * bool(minutes)
    return ", ".join([*parts, f"{rest:.1f} seconds"])


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
