"""Prints a page: all of it, cut between elements where that is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ..widgets.block_view import BlockView
from ..widgets.reaching import held_views

if TYPE_CHECKING:
    from .window import Window


def print_page(window: Window) -> None:
    """Ask for a printer, then print what the page shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(window.windowTitle())
    dialog = QPrintDialog(printer, window)
    dialog.accepted.connect(lambda: print_to(window, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def print_to(window: Window, printer: QPrinter) -> None:
    """Print the page in the light look, whichever is on screen: paper is white."""
    # The screen shows nothing of it: it is painted when all is over.
    with window.looks.on_paper():
        paint_pages(window.area.region, printer)
    window.canvas.lay_out()


def paint_pages(region: BlockView[Any], printer: QPrinter) -> int:
    """Paint a region onto as many sheets as it needs.

    Returns:
        The number of sheets.
    """
    sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
    scale = sheet.width() / max(1, region.width())
    room = max(1, int(sheet.height() / scale))
    painter = QPainter(printer)
    sheets = 0
    for top, bottom in page_cuts(region, room):
        if sheets:
            printer.newPage()
        sheets += 1
        painter.fillRect(painter.viewport(), QColor(region.scene.theme.background))
        painter.save()
        painter.scale(scale, scale)
        part = QRect(0, top, region.width(), bottom - top)
        region.render(painter, QPoint(0, 0), QRegion(part), QWidget.RenderFlag.DrawChildren)
        painter.restore()
    painter.end()
    return sheets


def page_cuts(region: BlockView[Any], room: int) -> Iterator[tuple[int, int]]:
    """The top and bottom in px of each sheet's part: between elements unless one is too tall.

    The views of a part are there while it is looked at; on a long page those of the others are not.
    """
    top = 0
    while True:
        _make_part(region, top, room)
        edges = {item.geometry().bottom() + 1 for item in region.items} | {region.height()}
        fitting = [edge for edge in edges if top < edge <= top + room]
        bottom = max(fitting) if fitting else min(top + room, region.height())
        yield top, max(bottom, 1)
        if bottom >= region.height():
            return
        top = bottom


def _make_part(region: BlockView[Any], top: int, room: int) -> None:
    """Make the views of a part of a region, and drop those of the parts before."""
    if not region.scene.lazy:
        return
    part = QRect(0, top, region.width(), room)
    region.drop_far(part, held_views(region.window()))
    height = -1
    while height != region.height():
        height = region.height()
        region.near = part
        region.arrange()
        region.resize(region.width(), region.height_for(region.width()))
