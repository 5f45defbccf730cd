"""The red box that an error is shown in."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from ..state.records import dataclass
from ..state.traceback_view import Fault
from .colors import mix
from .controls.paint import draw_face
from .copy_button import CopyButton
from .html_text import HtmlText
from .markdown.parse import is_plain
from .markdown.rich_text import RichText
from .one_line import PlainText
from .scene import Scene
from .traceback_html import traceback_html
from .view import View, views

_PAD = 16
_INNER_PAD = 12
_GAP = 12
_BUTTON = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionBox(Element):
    """An error: what, why and where.

    ``fault`` is None where nothing but type and message is to be shown; ``folder`` is the one that
    files are named from. ``markdown`` tells that the message is in Markdown, ``hidden`` that it is not
    what the error says, ``is_warning`` that it is a Warning, which ends nothing.
    """

    kind: ClassVar[str] = "exception"

    type_name: str
    message: str
    is_warning: bool = False
    markdown: bool = False
    fault: Fault | None = None
    folder: str = ""
    hidden: bool = False

    @property
    def value(self) -> str:
        """The message."""
        return self.message

    @property
    def stack_trace(self) -> tuple[str, ...]:
        """File, line and function of each step, as text."""
        frames = self.fault.frames if self.fault is not None else ()
        return tuple(f'File "{frame.file}", line {frame.line}, in {frame.function}' for frame in frames)


@views.shows(ExceptionBox)
class ExceptionView(View[ExceptionBox]):
    """Type and message, below them the steps that led there, and a button to copy all."""

    def __init__(self, element: ExceptionBox, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.head = RichText("", scene, mode="label", font_px=16, parent=self)
        self.message = RichText("", scene, font_px=16, parent=self)
        self.plain = PlainText("", scene, font_px=16, parent=self)
        self.trace = HtmlText(scene, self)
        self.copy_button = CopyButton(self.copied_text, scene, bare=True, parent=self)
        self.show_element(element)

    def copied_text(self) -> str:
        """What the button copies: the whole traceback, or all that is shown."""
        element = self.element
        if element.fault is not None and not element.hidden:
            return element.fault.text
        return "\n".join(part for part in (element.type_name, element.message, *element.stack_trace) if part)

    def show_element(self, element: ExceptionBox) -> None:
        super().show_element(element)
        color = self.scene.theme.shades["red"].text
        name, message = element.type_name.replace("_", "\\_"), element.message
        # What is one plain sentence stands on the line of the type.
        joined = is_plain(message) and "\n" not in message and not element.hidden
        bold = f"**{name}{':' * (joined and bool(message))}**" if name else ""
        for part in (self.head, self.message, self.plain):
            part.set_color(color)
        self.head.set_source(f"{bold} {message}".strip() if joined else bold)
        self._body = self.message if element.markdown else self.plain
        for part in (self.message, self.plain):
            own = part is self._body and not joined
            part.set_source(message if own else "")
            part.setVisible(own)
        fault, hide = element.fault, element.hidden
        steps = traceback_html(fault, self.scene.theme, element.folder, hide_messages=hide) if fault else ""
        self.trace.show_html(steps, color)
        self.trace.setVisible(not self.trace.is_empty)
        self.copy_button.color = color
        self.copy_button.update()
        self.setAccessibleName(": ".join(part for part in (element.type_name, message) if part))
        self._place()
        self.update()

    def restyle(self) -> None:
        for part in (self.head, self.message, self.plain, self.trace):
            part.restyle()
        self.show_element(self.element)

    def _parts(self, width: int) -> tuple[int, int, int]:
        """The heights of head, message and steps."""
        room = max(width - 2 * self.px(_PAD), 1)
        head = max(self.head.heightForWidth(room - self.px(_BUTTON)), self.px(24)) if self.head.source else 0
        body = self._body.heightForWidth(room - (0 if head else self.px(_BUTTON))) if self._body.source else 0
        steps = 0
        if not self.trace.is_empty:
            steps = self.trace.heightForWidth(max(room - 2 * self.px(_INNER_PAD), 1)) + 2 * self.px(
                _INNER_PAD
            )
        return head, body, steps

    def height_for(self, width: int) -> int:
        head, body, steps = self._parts(width)
        return (
            2 * self.px(_PAD)
            + head
            + (4 if head and body else 0)
            + body
            + (self.px(_GAP) + steps if steps else 0)
        )

    def sizeHint(self) -> QSize:
        return QSize(400, self.height_for(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        head, body, steps = self._parts(self.width())
        room = max(self.width() - 2 * self.px(_PAD), 1)
        y = self.px(_PAD)
        self.head.setGeometry(self.px(_PAD), y, room - self.px(_BUTTON), head)
        y += head + (4 if head and body else 0)
        self._body.setGeometry(self.px(_PAD), y, room - (0 if head else self.px(_BUTTON)), body)
        y += body + self.px(_GAP)
        inner = self.px(_PAD) + self.px(_INNER_PAD)
        self.trace.setGeometry(
            inner,
            y + self.px(_INNER_PAD),
            max(room - 2 * self.px(_INNER_PAD), 1),
            steps - 2 * self.px(_INNER_PAD),
        )
        self._steps_box = QRectF(self.px(_PAD), y, room, steps)
        self.copy_button.move(self.width() - self.px(_BUTTON) - self.px(10), self.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        red = theme.shades["red"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, red.background, None)
        if not self.trace.is_empty:
            fill = mix(red.background, theme.background, 0.55)
            draw_face(painter, self._steps_box, theme.radius, fill, mix(red.background, red.main, 0.25))
