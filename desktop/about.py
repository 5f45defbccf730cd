"""What an app says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from ..widgets.markdown.rich_text import RichText

if TYPE_CHECKING:
    from .window import Window

WIDTH = 440  # px


class AboutDialog(QDialog):
    """A Markdown text about the app.

    Args:
        text: The Markdown.
        window: The app's window.
    """

    def __init__(self, text: str, window: Window) -> None:
        super().__init__(window)
        self.setWindowTitle(f"About {window.settings.title}")
        self.text = RichText(text, window.scene, parent=self)
        self.close_button = QPushButton("Close", self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        width = min(WIDTH, window.width() - 32)
        self.resize(width, column.totalHeightForWidth(width))
        window.scene.theme_changed.connect(self.text.restyle)
