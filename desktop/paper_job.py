"""Paints all sheets, tells how far it is, and lets its user call it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication

from .paper import on_paper, sheets

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QProgressDialog

    from .window import Window

PATIENCE = 700  # ms without a sign that something goes on


def paint_all(window: Window, device: QPagedPaintDevice, *, sidebar: bool = False) -> bool:
    """Paint a window's whole content.

    What takes longer shows a dialog with *Cancel*, and meanwhile what the session does has to wait.

    Args:
        window: The window.
        device: A printer or a PDF.
        sidebar: Whether the sidebar's content is part of it.

    Returns:
        Whether all of it was painted: False if its user has called it off.
    """
    clock = QElapsedTimer()
    clock.start()
    progress: QProgressDialog | None = None
    with on_paper(window):
        for number, share in sheets(window, device, sidebar=sidebar):
            if progress is None and clock.elapsed() > PATIENCE and share < 1:
                progress = _progress_dialog(window)
            if progress is None:
                continue
            progress.setLabelText(f"Page {number}")
            progress.setValue(round(share * 1000))
            QApplication.processEvents()
            if progress.wasCanceled():
                break
        done = progress is None or not progress.wasCanceled()
    if progress is not None:
        progress.deleteLater()
    return done


def _progress_dialog(window: Window) -> QProgressDialog:
    from PySide6.QtWidgets import QProgressDialog

    progress = QProgressDialog(window)
    progress.setWindowTitle(window.settings.title)
    progress.setRange(0, 1000)
    progress.setAutoReset(False)
    progress.setMinimumDuration(0)
    progress.setMinimumWidth(320)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.show()
    return progress
