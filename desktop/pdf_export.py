"""*Export as PDF …*: asks how the sheets are to be, then writes the file as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout

from ..widgets.controls import CheckBox, ComboBox
from .notices import escaped
from .paper_job import paint_all
from .printing import set_margins

if TYPE_CHECKING:
    from .window import Window

RESOLUTION = 300  # dots per inch, for what is a picture
_SIZES = (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3, QPageSize.PageSizeId.A5,
          QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.Legal)  # fmt: skip


def export_page(window: Window) -> None:
    """Ask for the sheets and the file, then export what the window shows."""
    dialog = PdfDialog(window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def usual_size() -> QPageSize.PageSizeId:
    """The paper that is common where its user is."""
    imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4


def save_pdf(
    window: Window,
    path: Path,
    *,
    size: QPageSize.PageSizeId | None = None,
    landscape: bool = False,
    sidebar: bool = False,
) -> bool:
    """Write a PDF of all that a window shows.

    Args:
        window: The window.
        path: The file; what was there is replaced once the new one is complete.
        size: The paper; None for what is common here.
        landscape: Whether the sheets lie.
        sidebar: Whether the sidebar's content is part of it.

    Returns:
        Whether it was written: False if its user has called it off.

    Raises:
        OSError: The folder or disk does not take it.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        writer = QPdfWriter(name)
        writer.setResolution(RESOLUTION)
        writer.setTitle(window.settings.title)
        writer.setCreator("desklit")
        writer.setPageSize(QPageSize(usual_size() if size is None else size))
        if landscape:
            writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        set_margins(writer)
        done = paint_all(window, writer, sidebar=sidebar)
        del writer
        if done:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(name, 0o666 & ~mask)
            os.replace(name, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
    return done


class PdfDialog(QDialog):
    """Paper, orientation, and whether the sidebar is part of it.

    Args:
        window: The window that is exported.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle("Export as PDF")
        theme = window.scene.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(16))
        form = QGridLayout()
        form.setSpacing(theme.px(12))
        form.setColumnStretch(1, 1)
        self.paper = ComboBox(theme, self)
        for number, size in enumerate(_SIZES):
            self.paper.addItem(QPageSize.name(size), size)
            if size == usual_size():
                self.paper.setCurrentIndex(number)
        self.orientation = ComboBox(theme, self)
        self.orientation.addItems(["Portrait", "Landscape"])
        for row, (name, field) in enumerate((("Paper", self.paper), ("Orientation", self.orientation))):
            label = QLabel(name, self)
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        column.addLayout(form)
        self.sidebar = CheckBox(theme, "With the sidebar")
        self.sidebar.setVisible(not window.sidebar.area.region.is_empty())
        column.addWidget(self.sidebar)
        buttons = QDialogButtonBox(self)
        self.export_button = QPushButton(self)
        self.export_button.setText("Export …")
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _ask_where(self) -> None:
        # This is gone before its user has chosen the file.
        write = partial(
            _write,
            self._window,
            size=self.paper.currentData(),
            landscape=self.orientation.currentIndex() == 1,
            sidebar=self.sidebar.isChecked(),
        )
        self.accept()
        name = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", self._window.settings.title).strip() or "page"
        files = self._window.scene.files
        files.save(self._window, f"{name}.pdf", write, suffix=".pdf", title="Export as PDF", kind="PDF")


def _write(window: Window, path: Path, *, size: QPageSize.PageSizeId, landscape: bool, sidebar: bool) -> None:
    try:
        done = save_pdf(window, path, size=size, landscape=landscape, sidebar=sidebar)
    except OSError as error:
        why = error.strerror or error
        window.notices.say(f":material/error: {escaped(path.name)} could not be written: {why}.")
    else:
        window.notices.mention(f"{path.name} is written." if done else "Nothing was written.")
