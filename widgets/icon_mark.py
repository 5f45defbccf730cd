"""A command's ``icon`` as a small picture: an emoji, a Material icon, or a turning spinner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from .controls.spinner import Spinner
from .scene import Scene


class IconMark(QLabel):
    """Shows one icon; decoration only, so it has no accessible name.

    Args:
        scene: The window's side.
        size: Width and height in px at the usual font size of 16.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, size: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.icon = ""
        self._size = size
        self._color = ""
        self._spinner: Spinner | None = None
        self._fit()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _fit(self) -> int:
        side = self.scene.theme.px(self._size)
        self.setFixedSize(side, side)
        return side

    def show_icon(self, icon: str, color: str) -> None:
        """Show an icon in this colour (``#rrggbb``); "" shows none."""
        self.icon, self._color = icon, color
        side = self._fit()
        if icon == "spinner":
            self.clear()
            if self._spinner is None:
                self._spinner = Spinner(self.scene.theme, round(self._size), self)
            self._spinner.set_theme(self.scene.theme)
            self._spinner.setFixedSize(side, side)
            self._spinner.show()
        else:
            if self._spinner is not None:
                self._spinner.hide()
            if icon:
                from .markdown.pictures import draw_icon

                self.setPixmap(draw_icon(icon, side, color, self.devicePixelRatioF()))
            else:
                self.clear()
        self.setVisible(bool(icon))

    @property
    def is_spinning(self) -> bool:
        """Whether a spinner is shown."""
        return self.icon == "spinner"
