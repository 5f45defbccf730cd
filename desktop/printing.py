"""Prints a page: all of it, cut between elements where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ..widgets.block_view import BlockView

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
    with window.looks.in_light():
        paint_pages(window.area.region, printer)


def paint_pages(region: BlockView, printer: QPrinter) -> int:  # type: ignore[type-arg]
    """Paint a region onto as many sheets as it needs.

    Returns:
        The number of sheets.
    """
    sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
    scale = sheet.width() / max(1, region.width())
    room = max(1, int(sheet.height() / scale))
    cuts = page_cuts(region, room)
    painter = QPainter(printer)
    for number, (top, bottom) in enumerate(cuts):
        if number:
            printer.newPage()
        painter.fillRect(painter.viewport(), QColor(region.scene.theme.background))
        painter.save()
        painter.scale(scale, scale)
        part = QRect(0, top, region.width(), bottom - top)
        region.render(painter, QPoint(0, 0), QRegion(part), QWidget.RenderFlag.DrawChildren)
        painter.restore()
    painter.end()
    return len(cuts)


def page_cuts(region: BlockView, room: int) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    """The top and bottom in px of each sheet's part: between elements unless one is too tall."""
    edges = sorted({item.geometry().bottom() + 1 for item in region.items} | {region.height()})
    cuts: list[tuple[int, int]] = []
    top = 0
    while top < region.height():
        fitting = [edge for edge in edges if top < edge <= top + room]
        bottom = max(fitting) if fitting else min(top + room, region.height())
        cuts.append((top, bottom))
        top = bottom
    return cuts or [(0, 1)]
