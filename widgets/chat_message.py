"""``st.chat_message``: what one takes part in a conversation says, with a picture of them."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Block, Width
from ..state.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError
from ..state.records import dataclass
from .block_view import BlockView
from .colors import mix
from .command import checked_width
from .controls.paint import draw_face
from .fonts import text_font
from .image_source import Picture, picture_of
from .markdown.icons import validate_icon
from .markdown.pictures import draw_icon
from .measured_view import GAP
from .scene import Scene
from .slots import Slot
from .view import rough_stack, views

PRESETS = {"user": "user", "human": "user", "assistant": "assistant", "ai": "assistant"}
_ICONS = {"user": ":material/face:", "assistant": ":material/smart_toy:"}
_COLORS = {"user": "red", "assistant": "orange"}
_PAD, _AVATAR, _GAP = 16, 32, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMessage(Block):
    """A message. Its avatar is a picture, "user", "assistant", an icon, or "" for the name's first letter."""

    kind: ClassVar[str] = "chat_message"

    name: str
    avatar: str = ""
    picture: Picture | None = None

    @property
    def is_user(self) -> bool:
        """Whether it looks like what the person at the window says."""
        return PRESETS.get(self.name.lower()) == "user"


def chat_message(
    container: Container, name: str, *, avatar: Any = None, width: Width = "stretch"
) -> Container:
    """Open a container for one message of a conversation.

    Args:
        name: Who says it: ``"user"`` or ``"human"``, ``"assistant"`` or ``"ai"``, which have an avatar and
            a look of their own, or any other name.
        avatar: What stands for them: one of the four names, an emoji, ``":material/name:"``, or a picture as
            ``st.image`` takes it. None chooses by ``name``; for other names it is the first letter.
        width: ``"stretch"``, ``"content"`` or px.

    Returns:
        The container.

    Raises:
        StreamlitMissingRequiredParameterError: ``name`` is None.
        StreamlitAPIException: ``avatar`` is nothing of that.

    Example:
        >>> with st.chat_message("assistant"):
        ...     st.write("How can I help?")
    """
    place = container.target()
    if name is None:
        raise StreamlitMissingRequiredParameterError("A chat message needs a `name`, such as 'user'.")
    if not isinstance(name, str):
        raise TypeError(f"The `name` of a chat message is a text, not {name.__class__.__name__}.")
    sign, picture = _avatar(name, avatar)
    return place.open_block(ChatMessage(name=name, avatar=sign, picture=picture, width=checked_width(width)))


def _avatar(name: str, avatar: Any) -> tuple[str, Picture | None]:
    if avatar is None:
        return PRESETS.get(name.lower(), ""), None
    if isinstance(avatar, str):
        if avatar in PRESETS:
            return PRESETS[avatar], None
        if avatar.startswith(":material"):
            return validate_icon(avatar), None
        if avatar and avatar != "spinner":
            try:
                return validate_icon(avatar), None
            except StreamlitAPIException:
                pass  # no emoji, so a path or an address
    try:
        return "", picture_of(avatar)
    except (StreamlitAPIException, OSError, ValueError) as error:
        raise StreamlitAPIException(
            f"`avatar` is {avatar!r}. It accepts 'user', 'assistant', 'human', 'ai', an emoji, "
            "':material/name:' or a picture as `st.image` takes it."
        ) from error


class Avatar(QWidget):
    """The square beside a message."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._element: ChatMessage | None = None
        self._image: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_element(self, element: ChatMessage) -> None:
        """Take over the avatar of a message."""
        before, self._element = self._element, element
        if before is None or before.picture != element.picture:
            self._image = None
            if element.picture is not None:
                self._load(element.picture)
        self.update()

    def _load(self, picture: Picture) -> None:
        from .image import to_image

        if picture.form != "address":
            self._image = to_image(picture)
            return
        from .image_fetch import fetch

        def on_data(data: bytes) -> None:
            self._image = to_image(Picture("encoded", data))
            self.update()

        fetch(picture.source, self, on_data)

    def paintEvent(self, event: QPaintEvent) -> None:
        element, theme = self._element, self.scene.theme
        if element is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._image is not None:
            self._paint_image(painter, rect, self._image)
        elif element.avatar in _ICONS:
            draw_face(painter, rect, theme.radius, theme.shades[_COLORS[element.avatar]].main, None)
            ink = "#ffffff" if theme.base == "light" else "#0e1117"
            self._paint_icon(painter, _ICONS[element.avatar], ink)
        else:
            draw_face(painter, rect, theme.radius, theme.background, theme.border)
            if element.avatar:
                self._paint_icon(painter, element.avatar, theme.text)
            else:
                painter.setFont(text_font(theme.font, theme.px(16), 400))
                painter.setPen(QColor(theme.text))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, element.name[:1].upper())
        painter.end()

    def _paint_icon(self, painter: QPainter, icon: str, ink: str) -> None:
        side = self.scene.theme.px(20)
        picture = draw_icon(icon, side, ink, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)

    def _paint_image(self, painter: QPainter, rect: QRectF, image: QImage) -> None:
        """The middle of the picture, as large as fills the square."""
        if image.isNull():
            return
        outline = QPainterPath()
        outline.addRoundedRect(rect, self.scene.theme.radius, self.scene.theme.radius)
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(image.width(), image.height())
        part = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
        painter.drawImage(rect, image, QRectF(part))


@views.shows(ChatMessage)
class ChatMessageView(BlockView[ChatMessage]):
    """Avatar at the left, what is said at the right; what the user says lies on a bubble."""

    def __init__(self, element: ChatMessage, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.avatar = Avatar(scene, self)
        self._take(element)

    def show_element(self, element: ChatMessage) -> None:
        if element.is_user != self.element.is_user:
            self.forget_own()
        super().show_element(element)
        self._take(element)

    def _take(self, element: ChatMessage) -> None:
        self.avatar.show_element(element)
        self.setAccessibleName(f"Message of {element.name}" if element.name else "Message")
        self.update()

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        element = slot.element
        assert isinstance(element, ChatMessage)
        _, top, inner = _content_rect(element, width, scene)
        return 2 * top + max(rough_stack(slot, inner, GAP, scene), scene.theme.px(_AVATAR))

    def content_rect(self, width: int) -> tuple[int, int, int]:
        return _content_rect(self.element, width, self.scene)

    def height_for(self, width: int) -> int:
        _, top, inner = self.content_rect(width)
        return 2 * top + max(self.content_height(inner), self.scene.theme.px(_AVATAR))

    def arrange_items(self) -> None:
        left, top, inner = self.content_rect(self.width())
        side = self.scene.theme.px(_AVATAR)
        self.avatar.setGeometry(top, top, side, side)
        # A single line stands in the middle of the avatar.
        down = max(0, (side - self.content_height(inner)) // 2)
        self.settle(inner, QPoint(left, top + down), self.near)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.element.is_user:
            return
        theme = self.scene.theme
        bubble = "#f0f2f6" if theme.base == "light" else "#262730"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, mix(theme.background, bubble, 0.5), None)
        painter.end()

    def restyle(self) -> None:
        self.avatar.update()
        self.update()


def _content_rect(element: ChatMessage, width: int, scene: Scene) -> tuple[int, int, int]:
    theme = scene.theme
    left = theme.px(_PAD) + theme.px(_AVATAR) + theme.px(_GAP)
    right = theme.px(_PAD) if element.is_user else 0
    return left, theme.px(_PAD), max(0, width - left - right)
