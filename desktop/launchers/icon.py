"""Draws the icon of an app in every size that a desktop asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageReader, QPainter, QPixmap

from ...state.errors import StreamlitAPIException
from ...widgets.fonts import text_font
from ...widgets.markdown.pictures import draw_icon
from ...widgets.page_icon import sign_of
from .page_icon import PICTURES

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Px. What the icon themes of Linux, Windows' .ico and macOS' .icns take between them."""

_TILES = ("#ff4b4b", "#d9480f", "#2b8a3e", "#087f5b", "#0b7285", "#1971c2", "#5f3dc4", "#a61e4d")
_ROUNDING = 0.22  # of the tile's width
_SYMBOL = 0.62
_LETTERS = 0.46
_LETTERS_WIDEST = 0.7
_EMOJI = 0.94


class IconError(Exception):
    """What was given makes no icon; the text says why."""


def draw_sizes(icon: str, name: str, sizes: Iterable[int] = SIZES) -> dict[int, QImage]:
    """Draw an icon.

    Args:
        icon: An emoji or its shortcode, ``":material/name:"``, or a picture's path; if empty, the name's
            first letters on a tile, whose colour is the name's own.
        name: The app's name.
        sizes: Widths in px.

    Returns:
        Square pictures by width, each drawn for its size.

    Raises:
        IconError: The icon is none of these, or the picture can't be read.
    """
    if icon.lower().endswith(PICTURES):
        return {size: _fitted(Path(icon), size) for size in sizes}
    sign = _sign(icon) if icon else ""
    if sign.startswith(":material/"):
        return {size: _symbol_tile(sign, name, size) for size in sizes}
    if sign:
        return {size: _emoji(sign, size) for size in sizes}
    return {size: _letter_tile(name, size) for size in sizes}


def _sign(icon: str) -> str:
    try:
        sign = sign_of(icon)
    except StreamlitAPIException as error:
        raise IconError(str(error)) from None
    if not sign:
        raise IconError(f"{icon!r} is no emoji, no :material/name: and no picture's path.")
    return sign


def _fitted(path: Path, size: int) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        # A drawing (SVG) is rendered for the size, a photograph is not decoded larger than needed.
        reader.setScaledSize(whole.scaled(QSize(size, size), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        raise IconError(f"{path} can't be read as a picture: {reader.errorString()}.")
    tile = _blank(size)
    painter = QPainter(tile)
    painter.drawImage(QPointF((size - picture.width()) / 2, (size - picture.height()) / 2), picture)
    painter.end()
    return tile


def _emoji(sign: str, size: int) -> QImage:
    image = _blank(size)
    drawn = draw_icon(sign, size * _EMOJI, "#000000")
    painter = QPainter(image)
    painter.drawPixmap(round((size - drawn.width()) / 2), round((size - drawn.height()) / 2), drawn)
    painter.end()
    return image


def _blank(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _tile(name: str, size: int) -> tuple[QImage, QPainter]:
    image = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_TILES[hashlib.sha256(name.encode()).digest()[0] % len(_TILES)]))
    # Small ones fill their square, larger ones keep the margin that icons beside them have.
    margin = size * 0.04 if size >= 48 else 0.0
    square = QRectF(margin, margin, size - 2 * margin, size - 2 * margin)
    painter.drawRoundedRect(square, square.width() * _ROUNDING, square.width() * _ROUNDING)
    return image, painter


def _symbol_tile(sign: str, name: str, size: int) -> QImage:
    image, painter = _tile(name, size)
    symbol: QPixmap = draw_icon(sign, size * _SYMBOL, "#ffffff")
    inner = QRectF(0, 0, size * _SYMBOL, size * _SYMBOL)
    inner.moveCenter(QPointF(size / 2, size / 2))
    painter.drawPixmap(inner, symbol, QRectF(symbol.rect()))
    painter.end()
    return image


def _letter_tile(name: str, size: int) -> QImage:
    image, painter = _tile(name, size)
    words = [word for word in name.split() if word[:1].isalnum()]
    # Two letters don't fit where a tile is a few pixels wide.
    letters = "".join(word[0] for word in words[: 2 if size >= 32 else 1]).upper() or "▶"
    font = text_font("Source Sans 3", 14)
    font.setPixelSize(max(8, round(size * (_LETTERS if len(letters) > 1 else _LETTERS * 1.25))))
    font.setWeight(QFont.Weight.Bold)
    # Letters of other scripts are as wide as they are high.
    while QFontMetricsF(font).horizontalAdvance(letters) > size * _LETTERS_WIDEST and font.pixelSize() > 6:
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return image
