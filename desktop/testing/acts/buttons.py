"""Buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from .base import Acts


class ButtonActs(Acts):
    """A push button in a view."""

    def target(self) -> QWidget:
        button: QWidget = self.view.button
        return button
