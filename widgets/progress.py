"""``st.progress``: a bar that fills."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ..state.records import dataclass
from .command import checked_width
from .controls.paint import draw_face
from .markdown.label import Label
from .markdown.plain import plain_text
from .remembered import remembered
from .scene import Scene
from .text_arguments import clean_text
from .view import View, views

_BAR = 8
_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Element):
    """A bar; ``value`` is in per cent."""

    kind: ClassVar[str] = "progress"

    value: int
    text: str = ""


@remembered
def progress(
    container: Container, value: float, text: str | None = None, width: Width = "stretch"
) -> Container:
    """Show how far something has come. The handle's own ``progress`` moves the bar.

    Args:
        value: An int from 0 to 100 or a float from 0.0 to 1.0.
        text: A line above the bar, in Markdown of one line.
        width: ``"stretch"`` or px.

    Returns:
        A handle that moves the bar (``bar.progress(80)``) or takes it away (``bar.empty()``).

    Raises:
        StreamlitInvalidParameterTypeError: ``value`` is no number or ``text`` no text.
        StreamlitValueOutOfRangeError: ``value`` is out of its range.
        TypeError: ``value`` is a bool.

    Example:
        >>> bar = st.progress(0, "Reading …")
        >>> for done in range(100):
        ...     bar.progress(done + 1, "Reading …")
    """
    if text is not None and not isinstance(text, str):
        raise StreamlitInvalidParameterTypeError(
            f"`text` is of the type `{type(text).__name__}`. It accepts a text or None."
        )
    return container.target().append(
        Progress(
            value=_percent(value),
            text="" if text is None else clean_text(text),
            width=checked_width(width, content=False),
        )
    )


def _percent(value: object) -> int:
    if isinstance(value, bool):
        raise TypeError("`value` is a bool. It accepts an int from 0 to 100 or a float from 0.0 to 1.0.")
    if isinstance(value, int):
        if 0 <= value <= 100:
            return value
        raise StreamlitValueOutOfRangeError(f"`value` is {value}. As an int it goes from 0 to 100.")
    if isinstance(value, float):
        if 0.0 <= value <= 1.0:
            return int(value * 100)
        raise StreamlitValueOutOfRangeError(f"`value` is {value}. As a float it goes from 0.0 to 1.0.")
    raise StreamlitInvalidParameterTypeError(
        f"`value` is of the type `{type(value).__name__}`. It accepts an int or a float."
    )


@views.shows(Progress)
class ProgressView(View[Progress]):
    """Paints the bar below its text."""

    def __init__(self, element: Progress, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.label = Label("", scene, parent=self)
        self.show_element(element)

    def show_element(self, element: Progress) -> None:
        super().show_element(element)
        self.label.set_source(element.text)
        self.label.setVisible(bool(element.text))
        self.setAccessibleName(plain_text(element.text) or "Progress")
        self.setAccessibleDescription(f"{element.value} %")
        self._place()
        self.update()

    def restyle(self) -> None:
        self.label.restyle()

    def _above(self, width: int) -> int:
        return self.label.heightForWidth(width) + self.px(_GAP) if self.element.text else 0

    def height_for(self, width: int) -> int:
        return self._above(width) + self.px(_BAR)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height_for(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        above = self._above(self.width())
        self.label.setGeometry(0, 0, self.width(), max(above - self.px(_GAP), 0))

    def bar_rect(self) -> QRectF:
        """Where the track of the bar is."""
        return QRectF(0, self.height() - self.px(_BAR), self.width(), self.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self.bar_rect()
        draw_face(painter, track, self.px(_BAR) / 2, theme.pressed, None)
        filled = QRectF(track)
        filled.setWidth(track.width() * self.element.value / 100)
        if filled.width() >= 1:
            painter.setClipRect(filled)
            draw_face(painter, track, self.px(_BAR) / 2, theme.progress, None)
