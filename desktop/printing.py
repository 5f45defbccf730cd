"""Prints what a window shows, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from .paper_job import paint_all

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from .window import Window

MARGIN = 15.0  # mm


def print_page(window: Window) -> None:
    """Ask for a printer, then print what the page shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(window.settings.title)
    set_margins(printer)
    dialog = QPrintDialog(printer, window)
    dialog.accepted.connect(lambda: paint_all(window, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def set_margins(device: QPagedPaintDevice) -> None:
    """Leave the usual margins free."""
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
