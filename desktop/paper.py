"""Paints a window's content onto sheets: light, at the app's own size, with a head and a foot on each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPicture, QRegion
from PySide6.QtWidgets import QLabel, QWidget

from ..widgets.block_view import BlockView
from ..widgets.fonts import text_font
from .page_cuts import page_cuts

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from .window import Window

CENTRED = 704  # px: as wide as a centred page's text is in its window
WIDEST = 1400  # px of a wide page: what is printed smaller can't be read
BESIDE = 252  # px: the sidebar's content
_MARGIN = 28  # px above and below the content of a sheet, for its head and foot
_SMALL = 11  # px


@contextmanager
def on_paper(window: Window) -> Iterator[None]:
    """Within the block the window's content is as it is to be printed; what its session does has to wait."""
    areas = list(window.areas.values())
    places = [area.verticalScrollBar().value() for area in areas]
    window.runs.hold()
    cover = _cover(window)
    for area in areas:
        area.rests = True
    try:
        with window.looks.on_paper():
            yield
    finally:
        for area in areas:
            area.rests = False
        window.canvas.lay_out()
        for area, place in zip(areas, places, strict=True):
            area.verticalScrollBar().setValue(place)
        window.runs.release()
        cover.deleteLater()


def _cover(window: Window) -> QLabel:
    """A picture of the window over itself: what goes on below is not for its user's eyes."""
    cover = QLabel(window)
    cover.setPixmap(window.grab())
    cover.setGeometry(window.rect())
    cover.show()
    cover.raise_()
    return cover


def sheets(
    window: Window, device: QPagedPaintDevice, *, sidebar: bool = False
) -> Iterator[tuple[int, float]]:
    """Paint one sheet at each step, within ``on_paper``.

    Args:
        window: The window.
        device: What to paint on.
        sidebar: Whether the sidebar's content follows that of the page.

    Yields:
        The number of the sheet that is done, and the share of the whole that is.
    """
    page = window.area.region
    wide = window.settings.wide
    page.resize(min(WIDEST, max(CENTRED, page.width())) if wide else CENTRED, page.height())
    scale = device.width() / page.width()
    regions: list[BlockView[Any]] = [page] if not page.is_empty() else []
    if sidebar and not window.sidebar.area.region.is_empty():
        regions.append(window.sidebar.area.region)
        regions[-1].resize(BESIDE, regions[-1].height())
    painter = QPainter(device)
    painter.scale(scale, scale)
    whole = QRectF(0, 0, page.width(), device.height() / scale)
    number = 0
    try:
        for done, region in enumerate(regions):
            for top, bottom in page_cuts(region, int(whole.height()) - 2 * _MARGIN):
                if number:
                    device.newPage()
                number += 1
                _paint_frame(painter, whole, window.settings.title, number)
                painter.save()
                painter.translate(0, _MARGIN)
                _paint_part(painter, region, QRect(0, top, region.width(), bottom - top))
                painter.restore()
                yield number, (done + bottom / region.height()) / len(regions)
        if not number:
            _paint_frame(painter, whole, window.settings.title, 1)
            yield 1, 1.0
    finally:
        painter.end()


def _paint_part(painter: QPainter, region: BlockView[Any], part: QRect) -> None:
    """Paint a part of a region as lines and letters, not as a picture of them."""
    # On a printer Qt paints widgets by way of a pixmap, whose text nobody can select. What it paints into a
    # QPicture stays what it is.
    if region.scene.lazy:
        # Views are made and used again in any order; who selects text gets it in the order of painting.
        region.walk(QWidget.raise_)
    picture = QPicture()
    inner = QPainter(picture)
    region.render(inner, QPoint(0, 0), QRegion(part), QWidget.RenderFlag.DrawChildren)
    inner.end()
    painter.save()
    painter.setClipRect(QRect(0, 0, part.width(), part.height()))
    # Played for a finer device, it makes itself larger.
    finer = painter.device().logicalDpiX() / picture.logicalDpiX()
    painter.scale(1 / finer, 1 / finer)
    picture.play(painter)
    painter.restore()


def _paint_frame(painter: QPainter, whole: QRectF, title: str, number: int) -> None:
    """The head with title and day, the foot with the sheet's number."""
    painter.save()
    font: QFont = text_font("sans-serif", _SMALL)
    painter.setFont(font)
    painter.setPen(QColor("#707070"))
    head = QRectF(0, 0, whole.width(), _SMALL * 1.6)
    foot = QRectF(0, whole.height() - _SMALL * 1.6, whole.width(), _SMALL * 1.6)
    day = QLocale.system().toString(QDate.currentDate(), QLocale.FormatType.ShortFormat)
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    taken = painter.fontMetrics().horizontalAdvance(day) + 16
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(whole.width()) - taken)
    painter.drawText(head, left | Qt.AlignmentFlag.AlignTop, shown)
    painter.drawText(head, right | Qt.AlignmentFlag.AlignTop, day)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(number))
    painter.restore()
