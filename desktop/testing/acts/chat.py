"""The field for messages."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts


class ChatActs(Acts):
    """A field that Enter sends, and its button; files may come along."""

    def target(self) -> QWidget:
        editor: QWidget = self.view.editor
        return editor

    def fill(self, text: object) -> None:
        self._put(str(text))
        self.hand.press("Enter")

    def set(self, value: object) -> None:
        self.fill(value)

    def clear(self) -> None:
        self._put("")

    def send(self) -> None:
        self.hand.click(self.view.send)

    def drop(self, *paths: str | os.PathLike[str]) -> None:
        self.hand.drop(self.view, map(Path, paths))

    def _put(self, text: str) -> None:
        if "\t" in text:
            raise AppTestError("a Tab would leave it")
        self.click()
        self.hand.press("Ctrl+A")
        self.hand.press("Delete")
        first, *rest = text.split("\n")
        self.hand.type(first)
        for line in rest:  # Enter alone would send
            self.hand.press("Shift+Enter")
            self.hand.type(line)
