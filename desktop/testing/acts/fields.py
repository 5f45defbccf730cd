"""Fields to type into."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts


class FieldActs(Acts):
    """A line of text."""

    enter = "Enter"

    def target(self) -> QWidget:
        editor: QWidget = self.view.editor()
        return editor

    def type(self, text: str) -> None:
        self._begin()
        self.hand.press("Ctrl+End" if self.view.multiline else "End")
        self._check(text)
        self.hand.type(text)

    def fill(self, text: object) -> None:
        self._put(str(text))

    def clear(self) -> None:
        self._put("")

    def set(self, value: object) -> None:
        self._put("" if value is None else str(value))

    def _begin(self) -> None:
        if not self.target().hasFocus():
            self.click()

    def _put(self, text: str) -> None:
        self._check(text)
        self._begin()
        self.hand.press("Ctrl+A")
        self.hand.press("Delete")
        self.hand.type(text)
        # In a form the text is on its way already, and Enter would send the form.
        if not self.view.element.form_id:
            self.hand.press(self.enter)

    def _check(self, text: str) -> None:
        if "\n" in text:
            raise AppTestError("it takes one line")
        if "\t" in text:
            raise AppTestError("a Tab would leave it")


class AreaActs(FieldActs):
    """Several lines of text."""

    enter = "Ctrl+Enter"

    def _check(self, text: str) -> None:
        if "\t" in text:
            raise AppTestError("a Tab would leave it")


class NumberActs(FieldActs):
    """A number with its plus and minus."""

    def increment(self) -> None:
        self.hand.click(self.view.plus)

    def decrement(self) -> None:
        self.hand.click(self.view.minus)

    def fill(self, text: object) -> None:
        self._put(_written(text))

    def set(self, value: object) -> None:
        self._put("" if value is None else _written(value))


def _written(number: object) -> str:
    """A number as a user writes it here; a text stays what it is."""
    return repr(number).replace(".", QLocale().decimalPoint()) if isinstance(number, float) else str(number)
