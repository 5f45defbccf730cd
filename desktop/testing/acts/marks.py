"""Checkboxes and toggles."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts


class MarkActs(Acts):
    """A mark that is on or off."""

    def target(self) -> QWidget:
        mark: QWidget = self.view.mark
        return mark

    def check(self) -> None:
        self._turn(True)

    def uncheck(self) -> None:
        self._turn(False)

    def set(self, value: object) -> None:
        if not isinstance(value, bool):
            raise AppTestError(f"it is True or False, not {value!r}")
        self._turn(value)

    def _turn(self, on: bool) -> None:
        self.hand.reach(self.target())
        if self.view.mark.isChecked() != on:
            self.click()
