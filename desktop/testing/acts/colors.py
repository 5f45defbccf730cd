"""Colour pickers."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialogButtonBox, QLineEdit, QWidget

from ..errors import AppTestError
from ..roles import open_windows
from .base import Acts


class ColorActs(Acts):
    """A patch of colour that opens a dialog."""

    def target(self) -> QWidget:
        swatch: QWidget = self.view.swatch
        return swatch

    def choose(self, color: str) -> None:
        if not QColor(color).isValid():
            raise AppTestError(f"{color!r} is no colour")
        self.click()
        self.wait_for(lambda: self._dialog() is not None, "its dialog was to open")
        dialog = self._dialog()
        assert dialog is not None
        code = next(edit for edit in dialog.findChildren(QLineEdit) if edit.text().startswith("#"))
        self.hand.click(code)
        self.hand.press("Ctrl+A")
        self.hand.type(QColor(color).name())
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        self.hand.click(box.button(QDialogButtonBox.StandardButton.Ok))

    def set(self, color: str) -> None:
        self.choose(color)

    def _dialog(self) -> QColorDialog | None:
        windows = open_windows(self.hand.window)
        return next((window for window in windows if isinstance(window, QColorDialog)), None)
