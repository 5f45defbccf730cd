"""A combo box with the theme's arrow head."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QWidget

from ..theme import Theme
from .paint import draw_chevron
from .popup import show_round_corners


class ComboBox(QComboBox):
    """A plain choice from a short list; the wheel scrolls the page, not the choice.

    Args:
        theme: Its colours; the rest comes from the style sheet of the area.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # A view of its own makes the rules for list items count.
        self.setView(QListView(self))
        show_round_corners(self.view().window())

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.update()

    def showPopup(self) -> None:
        super().showPopup()
        sheet = self.view().parentWidget()
        if isinstance(sheet, QFrame):
            sheet.setFrameShape(QFrame.Shape.NoFrame)  # Qt puts a square one back each time

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(20)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(self.width() - side - self._theme.px(9), (self.height() - side) / 2, side, side)
        color = self._theme.text if self.isEnabled() else self._theme.faint_text
        draw_chevron(painter, square, color, "down")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
