"""Blocks that open and close."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ....widgets.markdown.plain import plain_text
from ..errors import AppTestError
from .base import Acts, pick


class ExpanderActs(Acts):
    """An expander's head."""

    def target(self) -> QWidget:
        head: QWidget = self.view.head
        return head

    def open(self) -> None:
        self._fold(True)

    def close(self) -> None:
        self._fold(False)

    def _fold(self, open: bool) -> None:
        self.hand.reach(self.target())
        if self.view.is_open() != open:
            self.click()


class PopoverActs(Acts):
    """A button, and the sheet that it opens."""

    def target(self) -> QWidget:
        button: QWidget = self.view.button
        return button

    def open(self) -> None:
        if not self.view.is_open:
            self.click()

    def close(self) -> None:
        if self.view.is_open:
            self.hand.press("Escape")


class DialogActs(Acts):
    """A sheet over the page."""

    def target(self) -> QWidget:
        sheet: QWidget = self.view.sheet
        return sheet

    def close(self) -> None:
        if not self.view.element.dismissible:
            raise AppTestError("its user can't dismiss it")
        self.hand.click(self.view.cross)


class TabsActs(Acts):
    """A row of tabs."""

    def target(self) -> QWidget:
        row: QWidget = self.view.row
        return row

    def choose(self, label: str) -> None:
        self._front(pick(label, map(plain_text, self.view.element.labels), "tab"))

    def set(self, label: str) -> None:
        self.choose(label)

    def _front(self, number: int) -> None:
        self.hand.click(self.view.row, self.view.row.tabRect(number).center())


class TabActs(Acts):
    """One tab of a row."""

    def open(self) -> None:
        tabs = self.view.block
        TabsActs(self.driver, tabs)._front(tabs.children_slots.index(self.view.slot))

    def click(self) -> None:
        self.open()
