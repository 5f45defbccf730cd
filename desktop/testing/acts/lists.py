"""Choices from options: all in sight, or in a list that opens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from ....widgets.markdown.plain import plain_text
from ..errors import AppTestError
from .base import Acts, pick


class RadioActs(Acts):
    """Options in sight."""

    def target(self) -> QWidget:
        group: QWidget = self.view.control
        return group

    def choose(self, option: str) -> None:
        number = pick(option, map(plain_text, self.view.element.options), "option")
        self.hand.click(self.view.control.rows[number].mark)

    def set(self, option: str) -> None:
        self.choose(option)


class SelectboxActs(Acts):
    """A field with a list below it."""

    def target(self) -> QWidget:
        edit: QWidget = self._field().edit
        return edit

    def open(self) -> None:
        if not self._field().is_open:
            self.hand.click(self._field().edit)
        self.wait_for(lambda: self._field().is_open, "its list was to open")

    def close(self) -> None:
        if self._field().is_open:
            self.hand.press("Escape")

    def choose(self, option: str) -> None:
        options = self.view.element.options
        self.open()
        if self._is_new(option, options):
            self.hand.type(option)
            self._click_row(lambda row: row.kind == "add")
        else:
            number = pick(option, options, "option")
            self._click_row(lambda row: row.kind == "option" and row.number == number)

    def clear(self) -> None:
        field = self._field()
        if field.clear_button.isVisible():
            self.hand.click(field.clear_button)
        elif field.can_clear or not self.view.element.can_clear:
            raise AppTestError("it has no x to clear it")

    def set(self, option: str | None) -> None:
        if option is None:
            self.clear()
        else:
            self.choose(option)

    def _field(self) -> Any:
        return self.view.control

    def _is_new(self, option: str, options: tuple[str, ...]) -> bool:
        known = {each.casefold() for each in options}
        return bool(self.view.element.accept_new_options) and option.casefold() not in known

    def _click_row(self, wanted: Any) -> None:
        popup = self._field().popup
        places = [place for place, row in enumerate(popup.rows) if wanted(row)]
        if not places:
            self.hand.press("Escape")
            raise AppTestError("its list does not offer that")
        index = popup.list.model().index(places[0], 0)
        popup.list.scrollTo(index)
        self.hand.click(popup.list.viewport(), popup.list.visualRect(index).center())


class MultiselectActs(SelectboxActs):
    """A field with a tag for each chosen option."""

    def choose(self, *options: str) -> None:
        for option in options:
            if option not in self._chosen():
                super().choose(option)
        self.close()

    def unchoose(self, *options: str) -> None:
        for option in options:
            tag = self._field().tags[pick(option, self._chosen(), "chosen option")]
            self.hand.click(tag, tag.cross_rect().center())

    def clear(self) -> None:
        if self._chosen():
            self.hand.click(self._field().clear_button)

    def set(self, value: Iterable[str] | None) -> None:
        wanted = list(value or ())
        self.unchoose(*(each for each in self._chosen() if each not in wanted))
        self.choose(*wanted)

    def _chosen(self) -> list[str]:
        field = self._field()
        return [field.label(item) for item in field.value]
