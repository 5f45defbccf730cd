"""From a picture as the script gave it to pixels on the screen."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from .image_source import Picture

SVG_DETAIL = 2.0  # pixels of an SVG picture's own size per px, for the clipboard and for saving


def to_image(picture: Picture) -> QImage:
    """A picture's first frame; null when it can't be decoded or comes from the web."""
    if picture.form == "pixels":
        return from_pixels(picture)
    data = Path(picture.source).read_bytes() if picture.form == "file" else picture.data
    return from_svg(data) if is_svg(data) else QImage.fromData(data)


def is_svg(data: bytes) -> bool:
    """Whether a file's content is an SVG picture."""
    return b"<svg" in data[:2000]


def from_pixels(picture: Picture) -> QImage:
    """The picture of an array."""
    formats = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBA8888,
    }
    line = picture.width * picture.channels
    # The copy lets go of the Python bytes, which QImage would only borrow.
    return QImage(picture.data, picture.width, picture.height, line, formats[picture.channels]).copy()


_LARGEST_SVG = 8192  # px of a side: what Qt draws without running out of memory


def from_svg(data: bytes, size: QSize | None = None) -> QImage:
    """Draw an SVG picture.

    Args:
        data: The file's content.
        size: The pixels that it is to have; by default its own size, finely drawn.

    Returns:
        The picture, null if it is none.
    """
    from PySide6.QtSvg import QSvgRenderer

    from .svg_text import with_single_families

    with suppress(UnicodeDecodeError):  # another encoding: Qt knows it from the XML declaration
        data = with_single_families(data.decode("utf-8")).encode()
    renderer = QSvgRenderer(QByteArray(data))
    own = renderer.defaultSize()
    if not renderer.isValid() or own.isEmpty():
        return QImage()
    drawn = size or own * SVG_DETAIL
    if max(drawn.width(), drawn.height()) > _LARGEST_SVG:
        drawn = drawn.scaled(_LARGEST_SVG, _LARGEST_SVG, Qt.AspectRatioMode.KeepAspectRatio)
        drawn = drawn.expandedTo(QSize(1, 1))
    image = QImage(drawn, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if size is None:
        image.setDevicePixelRatio(min(SVG_DETAIL, drawn.width() / own.width()))
    return image


def with_round_corners(image: QImage, radius: float) -> QImage:
    """The picture with its corners cut; ``radius`` is in its own pixels."""
    if radius <= 0 or image.isNull():
        return image
    plain = image.copy()
    plain.setDevicePixelRatio(1.0)
    cut = QImage(plain.size(), QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(plain))
    painter.drawRoundedRect(QRectF(cut.rect()), radius, radius)
    painter.end()
    return cut
