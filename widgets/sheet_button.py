"""The button behind which something opens: ``st.popover`` and ``st.menu_button``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .button import Button
from .controls.paint import draw_chevron
from .push_button import PushButton
from .scene import Scene

_CHEVRON = 16
_SPACE = 4


class SheetButton(PushButton):
    """A push button with a chevron at its right end."""

    TAIL = _CHEVRON + _SPACE

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.is_open = False
        self.setProperty("tail", "true")

    def show_element(self, element: Button) -> None:
        """Take over label, icon, kind and help."""
        self.setEnabled(not element.disabled)
        self.set_kind(element.type)
        self.set_icon(element.icon, "left")
        self.set_label(element.label, wrap=element.wrap)
        self.set_help(element.help)

    def set_open(self, is_open: bool) -> None:
        """Let the chevron point up while something is open."""
        self.is_open = is_open
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = 0 if self.property("kind") == "tertiary" else self.px(12)
        side = self.px(_CHEVRON)
        square = QRectF(self.width() - side - right, (self.height() - side) / 2, side, side)
        draw_chevron(painter, square, self.text_color(), "up" if self.is_open else "down")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
