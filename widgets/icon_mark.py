"""A command's ``icon`` as a small picture: an emoji, a Material icon, or a turning spinner."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from .controls.spinner import Spinner
from .scene import Scene


class IconMark(QLabel):
    """Shows one icon; decoration only, so it has no accessible name.

    Args:
        scene: The window's side.
        size: Width and height in px.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.icon = ""
        self._size = size
        self._color = ""
        self._spinner: Spinner | None = None
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, icon: str, color: str) -> None:
        """Show an icon in this colour (``#rrggbb``); "" shows none."""
        self.icon, self._color = icon, color
        if icon == "spinner":
            self.clear()
            if self._spinner is None:
                self._spinner = Spinner(self.scene.theme, self._size, self)
                self._spinner.setFixedSize(QSize(self._size, self._size))
            self._spinner.set_theme(self.scene.theme)
            self._spinner.show()
        else:
            if self._spinner is not None:
                self._spinner.hide()
            if icon:
                from .markdown.pictures import draw_icon

                self.setPixmap(draw_icon(icon, self._size, color, self.devicePixelRatioF()))
            else:
                self.clear()
        self.setVisible(bool(icon))

    @property
    def is_spinning(self) -> bool:
        """Whether a spinner is shown."""
        return self.icon == "spinner"
