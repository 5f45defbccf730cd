"""Formulas and icons as pictures, sharp at the screen's scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap

from ...state.patterns import pattern
from ..fonts import ICON_FAMILY, load_fonts
from .icons import icon_glyph
from .math import Formula, formula, from_address

SYMBOL_OUTLINE = 0.022  # of the size
_MATH_SOURCE = pattern(r'<img src="(math:[^"]*)"[^>]*>')


_finest: ContextVar[float] = ContextVar("finest", default=1.0)


@contextmanager
def fine_pictures(ratio: float = 4.0) -> Iterator[None]:
    """Within the block icons and formulas are drawn with so many pixels for each px, for paper."""
    before = _finest.set(ratio)
    try:
        yield
    finally:
        _finest.reset(before)


def latex_pixmap(source: str, font_px: float, color: str, ratio: float = 1.0) -> QPixmap:
    """Draw a formula.

    Args:
        source: LaTeX, without dollars.
        font_px: The size of the letters in px.
        color: ``#rrggbb``.
        ratio: The screen's device pixel ratio.

    Returns:
        A transparent pixmap with its device pixel ratio set.

    Raises:
        BrokenLatex: The formula cannot be read.
    """
    drawn = formula(source, font_px, color, display=True)
    return QPixmap.fromImage(_draw(drawn, 0.0, 0.0, max(ratio, _finest.get())))


def math_image(address: str, ratio: float) -> QImage:
    """The picture that ``<img src="math:…">`` in rendered HTML stands for."""
    return _math_image(address, max(ratio, _finest.get()))


@lru_cache(maxsize=128)
def _math_image(address: str, ratio: float) -> QImage:
    source, font_px, color, display = from_address(address)
    drawn = formula(source, font_px, color, display)
    above, below = (0.0, 0.0) if display else drawn.padding(font_px)
    return _draw(drawn, above, below, ratio)


def _draw(drawn: Formula, above: float, below: float, ratio: float) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    height = drawn.ascent + drawn.descent
    image = _canvas(drawn.width, height + above + below, ratio)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(drawn.svg.encode()))
    renderer.render(painter, QRectF(0, above, drawn.width, height))
    painter.end()
    return image


def _canvas(width: float, height: float, ratio: float) -> QImage:
    size = QSize(max(1, round(width * ratio)), max(1, round(height * ratio)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def math_addresses(html: str) -> list[str]:
    """The addresses of the formulas in rendered HTML."""
    return list(dict.fromkeys(_MATH_SOURCE.findall(html)))


def blank() -> QImage:
    """A picture that shows nothing."""
    return _canvas(1, 1, 1.0)


def embed_math(html: str, ratio: float = 2.0) -> str:
    """Put the formulas themselves into HTML that no document of ours shows, such as a tooltip's."""
    from PySide6.QtCore import QBuffer, QIODevice

    def picture(found: re.Match[str]) -> str:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image = math_image(found.group(1), ratio)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        size = image.deviceIndependentSize()
        data = bytes(buffer.data().toBase64().data()).decode()
        return (
            f'<img src="data:image/png;base64,{data}" width="{size.width():.2f}" height="{size.height():.2f}"'
            ' style="vertical-align:middle">'
        )

    return _MATH_SOURCE.sub(picture, html)


def draw_icon(icon: str, size_px: float, color: str, device_ratio: float = 1.0) -> QPixmap:
    """Draw an icon.

    Args:
        icon: An emoji or ``:material/name:``, as ``validate_icon`` returned it.
        size_px: Width and height in px.
        color: ``#rrggbb``; emoji keep their own colours.
        device_ratio: The screen's device pixel ratio.

    Returns:
        A square transparent pixmap with its device pixel ratio set.
    """
    return _draw_icon(icon, size_px, color, max(device_ratio, _finest.get()))


@lru_cache(maxsize=512)
def _draw_icon(icon: str, size_px: float, color: str, device_ratio: float) -> QPixmap:
    glyph, is_symbol = icon_glyph(icon)
    image = _canvas(size_px, size_px, device_ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(QColor(color))
    if is_symbol:
        load_fonts(["icons"])
        font = QFont([ICON_FAMILY])
        font.setPixelSize(round(size_px))
    else:
        font = QFont(["Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"])
        font.setPixelSize(max(1, round(size_px * 1.05)))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    if is_symbol:
        _draw_symbol(painter, font, glyph, size_px)
    else:
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(0, 0, size_px, size_px), flags, glyph)
    painter.end()
    return QPixmap.fromImage(image)


def _draw_symbol(painter: QPainter, font: QFont, glyph: str, size_px: float) -> None:
    """Draw a symbol, with its outline where it is small: the font's strokes are made for 48 px."""
    measures = QFontMetricsF(font)
    x = (size_px - measures.horizontalAdvance(glyph)) / 2
    y = (size_px - measures.height()) / 2 + measures.ascent()
    path = QPainterPath()
    path.addText(x, y, font, glyph)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = painter.pen().color()
    painter.fillPath(path, color)
    outline = SYMBOL_OUTLINE * size_px * min(1.0, max(0.0, (44 - size_px) / 20))
    if outline:
        painter.strokePath(path, QPen(color, outline))


def make_icon(icon: str, size_px: float, color: str, disabled_color: str, device_ratio: float = 1.0) -> QIcon:
    """An icon for a button, with a paler drawing for its disabled state.

    Args:
        icon: An emoji or ``:material/name:``.
        size_px: Width and height in px.
        color: ``#rrggbb`` while enabled.
        disabled_color: ``#rrggbb`` while disabled.
        device_ratio: The screen's device pixel ratio.
    """
    made = QIcon(draw_icon(icon, size_px, color, device_ratio))
    made.addPixmap(draw_icon(icon, size_px, disabled_color, device_ratio), QIcon.Mode.Disabled)
    return made
