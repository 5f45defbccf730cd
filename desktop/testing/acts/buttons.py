"""Buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ..menus import choose_entries
from .base import Acts


class ButtonActs(Acts):
    """A push button in a view."""

    def target(self) -> QWidget:
        button: QWidget = self.view.button
        return button


class MenuButtonActs(ButtonActs):
    """A button that opens a menu."""

    def choose(self, option: str) -> None:
        choose_entries(self.click, [option])

    def set(self, option: str) -> None:
        self.choose(option)
