"""A picture of all that a window shows, however long its page is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from .page_area import PageArea
    from .window import Window

TALL = 4_000  # px: the highest window in which a long page is looked through
_LOADING = ("image",)


def whole_picture(window: Window, wait: Callable[[], None]) -> QImage:
    """What the window would look like if it were as high as its page.

    A long page has views near what is in sight only, so it is scrolled through and pictured bit by bit.

    Args:
        window: The window; it may get another height.
        wait: Deals with events for a moment, so that pictures load.
    """
    width = window.width()
    if not window.scene.lazy:
        window.resize(width, max(window.height(), window.placing.whole_height()))
        wait()
        return window.grab().toImage()
    bars = window.area.verticalScrollBarPolicy()
    window.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side = window.sidebar.area
    beside = window.height() - side.height() + side.content.height()
    window.resize(width, min(TALL, max(window.height(), beside)))
    wait()
    first = window.grab().toImage()
    page = QRect(window.area.mapTo(window, QPoint(0, 0)), window.area.viewport().size())
    strips = list(_strips(window.area, window.scene.theme.background, wait))
    window.area.setVerticalScrollBarPolicy(bars)
    below = window.height() - page.bottom() - 1
    tall = max(window.height(), page.top() + sum(strip.height() for strip in strips) + below)
    picture = QImage(width, tall, QImage.Format.Format_RGB32)
    picture.fill(QColor(window.scene.theme.background))
    painter = QPainter(picture)
    painter.drawImage(0, 0, first)
    if window.sidebar.isVisible() and tall > window.height():
        # The foot of the sidebar shows nothing but its colours.
        foot = first.copy(0, window.height() - 1, window.sidebar.width(), 1)
        lengthened = QRect(0, window.height(), window.sidebar.width(), tall - window.height())
        painter.drawImage(lengthened, foot)
    top = page.top()
    for strip in strips:
        painter.drawImage(page.left(), top, strip)
        top += strip.height()
    bottom = first.copy(page.left(), page.bottom() + 1, page.width(), below)
    painter.drawImage(page.left(), tall - below, bottom)
    painter.end()
    return picture


def _strips(area: PageArea, background: str, wait: Callable[[], None]) -> Iterator[QImage]:
    """The page in pieces, from the top down. What lies above a piece has its real height by then."""
    bar, content, step = area.verticalScrollBar(), area.content, area.viewport().height()
    top = 0
    while top < content.height():
        bar.setValue(top)
        while bar.value() < min(top, bar.maximum()):  # the page has turned out to be longer than expected
            bar.setValue(top)
        if any(view.element.kind in _LOADING for view in area.region.items):
            wait()
        part = QRect(0, top, content.width(), min(step, content.height() - top))
        strip = QImage(part.size(), QImage.Format.Format_RGB32)
        strip.fill(QColor(background))
        content.render(strip, QPoint(0, 0), QRegion(part), QWidget.RenderFlag.DrawChildren)
        yield strip
        top += part.height()
        area.sight.drop_far()
