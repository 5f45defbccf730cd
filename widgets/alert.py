"""``st.success``, ``st.info``, ``st.warning`` and ``st.error``: a message in a coloured box."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.records import dataclass
from .command import checked_width
from .controls.paint import draw_face
from .icon_mark import IconMark
from .markdown.icons import validate_icon
from .markdown.plain import plain_text
from .markdown.rich_text import RichText
from .remembered import remembered
from .scene import Scene
from .text_arguments import clean_text
from .theme import Shade
from .view import View, views

_PAD = 16
_ICON = 20
_ICON_GAP = 8
_TITLE_GAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert(Element):
    """A message in a coloured box."""

    color: ClassVar[str] = "blue"

    body: str
    icon: str = ""
    title: str = ""

    @property
    def value(self) -> str:
        """The message's Markdown."""
        return self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Success(Alert):
    """Something went well."""

    kind: ClassVar[str] = "success"
    color: ClassVar[str] = "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Info(Alert):
    """Something to know."""

    kind: ClassVar[str] = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning(Alert):
    """Something to beware of."""

    kind: ClassVar[str] = "warning"
    color: ClassVar[str] = "yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Error(Alert):
    """Something went wrong."""

    kind: ClassVar[str] = "error"
    color: ClassVar[str] = "red"


@remembered
def success(
    container: Container,
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a message in a green box: something went well.

    Args:
        body: The message, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        width: ``"stretch"`` or px.
        title: A line above the message in bold, in Markdown of one line.

    Returns:
        A handle that replaces the message.

    Raises:
        StreamlitAPIException: ``icon`` is none.
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> st.success("Saved.", icon=":material/check:")
    """
    return _add(container, Success, body, icon, width, title)


@remembered
def info(
    container: Container,
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a message in a blue box: something to know.

    Args:
        body: The message, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        width: ``"stretch"`` or px.
        title: A line above the message in bold, in Markdown of one line.

    Returns:
        A handle that replaces the message.

    Example:
        >>> st.info("Choose a file first.")
    """
    return _add(container, Info, body, icon, width, title)


@remembered
def warning(
    container: Container,
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a message in a yellow box: something to beware of.

    Args:
        body: The message, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        width: ``"stretch"`` or px.
        title: A line above the message in bold, in Markdown of one line.

    Returns:
        A handle that replaces the message.

    Example:
        >>> st.warning("The file is *very* large.", title="Beware")
    """
    return _add(container, Warning, body, icon, width, title)


@remembered
def error(
    container: Container,
    body: object,
    *,
    icon: str | None = None,
    width: Width = "stretch",
    title: object = None,
) -> Container:
    """Show a message in a red box: something went wrong.

    Args:
        body: The message, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        width: ``"stretch"`` or px.
        title: A line above the message in bold, in Markdown of one line.

    Returns:
        A handle that replaces the message.

    Example:
        >>> st.error("There is no such file.")
    """
    return _add(container, Error, body, icon, width, title)


def _add(
    container: Container, kind: type[Alert], body: object, icon: str | None, width: object, title: object
) -> Container:
    return container.target().append(
        kind(
            body=clean_text(body),
            icon=validate_icon(icon),
            title="" if title is None else clean_text(title),
            width=checked_width(width, content=False),
        )
    )


@views.shows(Alert)
class AlertView(View[Alert]):
    """A box with icon, title and message."""

    def __init__(self, element: Alert, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.icon = IconMark(scene, _ICON, self)
        self.title = RichText("", scene, mode="label", font_px=16, parent=self)
        self.body = RichText("", scene, font_px=16, parent=self)
        self.show_element(element)

    @property
    def shade(self) -> Shade:
        """The colours of this kind of message."""
        return self.scene.theme.shades[self.element.color]

    def show_element(self, element: Alert) -> None:
        super().show_element(element)
        color = self.shade.text
        self.icon.show_icon(element.icon, color)
        self.title.set_color(color)
        self.title.set_source(f"**{element.title}**" if element.title else "")
        self.title.setVisible(bool(element.title))
        self.body.set_color(color)
        self.body.set_source(element.body)
        self.setAccessibleName(plain_text(element.title or element.body))
        self._place()
        self.update()

    def restyle(self) -> None:
        self.body.restyle()
        self.title.restyle()
        self.show_element(self.element)

    def _left(self) -> int:
        return self.px(_PAD) + (self.px(_ICON) + self.px(_ICON_GAP) if self.element.icon else 0)

    def _title_height(self, room: int) -> int:
        return self.title.heightForWidth(room) + self.px(_TITLE_GAP) if self.element.title else 0

    def height_for(self, width: int) -> int:
        room = max(width - self._left() - self.px(_PAD), 1)
        return 2 * self.px(_PAD) + self._title_height(room) + max(self.body.heightForWidth(room), self.px(24))

    def sizeHint(self) -> QSize:
        width = (
            max(self.body.sizeHint().width(), self.title.sizeHint().width()) + self._left() + self.px(_PAD)
        )
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        left = self._left()
        room = max(self.width() - left - self.px(_PAD), 1)
        above = self._title_height(room)
        self.icon.move(self.px(_PAD), self.px(_PAD) + self.px(3))
        self.title.setGeometry(left, self.px(_PAD), room, max(above - self.px(_TITLE_GAP), 0))
        self.body.setGeometry(left, self.px(_PAD) + above, room, self.height() - 2 * self.px(_PAD) - above)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, self.rect().toRectF(), self.scene.theme.radius, self.shade.background, None)
