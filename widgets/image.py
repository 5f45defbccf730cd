"""``st.image``: one picture or a row of them, with captions."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitAPIException
from ..state.records import dataclass
from .command import checked_width
from .flow import Wish, place_rows
from .image_pixels import to_image as to_image
from .image_source import Picture, paired, pictures_of
from .picture import PictureWidget
from .scene import Scene
from .view import View, views

GAP = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Element):
    """Pictures, each with a caption or None."""

    kind: ClassVar[str] = "image"

    pictures: tuple[Picture, ...]
    picture_width: Width = "content"
    captions: tuple[str | None, ...] = ()
    alts: tuple[str | None, ...] = ()
    link: str | None = None
    output_format: str = "auto"


def image(
    container: Container,
    image: Any,
    caption: str | list[str] | None = None,
    width: Width = "content",
    clamp: bool = False,
    channels: Literal["RGB", "BGR"] = "RGB",
    output_format: Literal["JPEG", "PNG", "auto"] = "auto",
    *,
    use_container_width: bool | None = None,
    link: str | None = None,
    use_column_width: Any = None,
    alt: str | list[str | None] | None = None,
) -> Container:
    """Show a picture, or a list of them in rows.

    Args:
        image: A path, an address, SVG text, bytes, an open file, a numpy array (fractions from 0 to
            1 or bytes; grey, RGB or RGBA), a PIL image, or a list of these.
        caption: Markdown below the picture; a list for a list of pictures.
        width: ``"content"`` (the picture's own, as far as there is room), ``"stretch"`` or px.
        clamp: Cut an array's values outside of their range instead of refusing them.
        channels: ``"RGB"``, or ``"BGR"`` for arrays whose first channel is blue.
        output_format: The format that *Save picture* suggests: ``"PNG"``, ``"JPEG"`` or ``"auto"``.
        use_container_width: The former way to say ``width="stretch"``.
        link: An address to open by a click; for a single picture.
        use_column_width: Has no effect any more.
        alt: What a screen reader says of the picture; a list for a list of pictures.

    Returns:
        A handle that replaces the picture.

    Raises:
        MediaFileStorageError: A file can't be read.
        UnidentifiedImageError: Bytes are of no known picture format.
        StreamlitAPIException: An array is no picture; captions do not match the pictures.

    Example:
        >>> st.image("sunrise.jpg", caption="At six")
    """
    place = container.target()
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    wide = checked_width(width)
    if use_column_width is not None:
        place.warning("`use_column_width` has no effect any more: use `width`.")
    found = pictures_of(image, clamp=clamp, bgr=channels == "BGR")
    if link is not None and len(found) != 1:
        raise StreamlitAPIException(f"`link` goes with a single picture, and there are {len(found)}.")
    return place.append(
        Image(
            pictures=found,
            captions=paired("caption", caption, len(found)),
            alts=paired("alt", alt, len(found)),
            link=link,
            output_format=str(output_format),
            # Several of a fixed width stand beside each other in all the room there is.
            width="stretch" if len(found) > 1 and isinstance(wide, int) else wide,
            picture_width=wide,
        )
    )


@views.shows(Image)
class ImageView(View[Image]):
    """Pictures in rows."""

    def __init__(self, element: Image, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.pictures: list[PictureWidget] = []
        self._show(element)

    def show_element(self, element: Image) -> None:
        super().show_element(element)
        self._show(element)

    def _show(self, element: Image) -> None:
        while len(self.pictures) > len(element.pictures):
            self.pictures.pop().deleteLater()
        while len(self.pictures) < len(element.pictures):
            made = PictureWidget(self.scene, self)
            made.show()
            self.pictures.append(made)
        rows = zip(self.pictures, element.pictures, element.captions, element.alts, strict=True)
        for widget, picture, caption, alt in rows:
            widget.link, widget.format = element.link, element.output_format
            widget.show_picture(picture, caption, alt)
        self._place()

    def _wishes(self, available: int) -> list[Wish]:
        width = self.element.picture_width
        if width == "content":
            return [Wish(max(1, picture.natural_size().width())) for picture in self.pictures]
        return [
            Wish(available if width == "stretch" else self.scene.theme.zoomed(int(width)))
            for _ in self.pictures
        ]

    def _places(self, available: int) -> list[QRect]:
        def height(index: int, width: int) -> int:
            return self.pictures[index].height_for(width)

        places = place_rows(self._wishes(available), height, available, self.px(GAP))
        return [QRect(place.x, place.y, place.width, place.height) for place in places]

    def height_for(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def natural_width(self) -> int:
        wishes = self._wishes(0)
        return sum(wish.width for wish in wishes) + self.px(GAP) * max(0, len(wishes) - 1)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _place(self) -> None:
        for picture, rect in zip(self.pictures, self._places(max(1, self.width())), strict=True):
            picture.setGeometry(rect)

    def discard(self) -> None:
        for picture in self.pictures:
            if picture._movie is not None:
                picture._movie.stop()
