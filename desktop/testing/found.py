"""One thing that a test has found: what it shows, and what a user can do to it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ...state.element import Element, Widget
from .find import Candidate, Query, of_slot
from .place import Place
from .words import key_of, label_of, words_of

if TYPE_CHECKING:
    from .acts.base import Acts
    from .driver import AppDriver

FilePath = str | os.PathLike[str]
__tracebackhide__ = True  # pytest shows the line of the test rather than those of this file


class Found(Place):
    """An element, or a part of the window. Acts wait until the app has settled.

    It stays good over runs: when its view has been replaced it is looked for again. What an act can't do
    to this kind of element it says by naming those that it can.
    """

    def __init__(self, place: Place, query: Query, candidate: Candidate) -> None:
        self._place = place
        self._query = query
        self._candidate = candidate

    # What it is

    @property
    def driver(self) -> AppDriver:
        return self._place.driver

    @property
    def widget(self) -> QWidget:
        """The Qt widget, for what the driver has no words for."""
        return self._present().widget

    @property
    def element(self) -> Element:
        """What the script declared, as it is shown at present.

        Raises:
            TypeError: It is a part of the window and no element.
        """
        present = self._present()
        if not present.is_element or present.element is None:
            raise TypeError(f"{self._query.describe()} is no element of the script.")
        return present.element

    @property
    def kind(self) -> str:
        """The kind of element, such as "slider", or the role of a part."""
        return self._present().kind

    @property
    def label(self) -> str:
        """The label as it reads; "" if there is none."""
        present = self._present()
        name = label_of(present.element) if present.element is not None else None
        return name or next(iter(present.names), "")

    @property
    def key(self) -> str | None:
        """The key that the script gave."""
        return key_of(self.element)

    @property
    def says(self) -> str:
        """All that it says, in lines."""
        return "\n".join(words_of(self.element))

    @property
    def value(self) -> Any:
        """A widget's value as the script gets it; of a text what it says, of a metric its figure."""
        element = self.element
        if isinstance(element, Widget):
            return self.driver.value_of(element)
        return getattr(element, "value", self.says)

    @property
    def options(self) -> tuple[str, ...]:
        """The options of a choice, as they read."""
        return tuple(getattr(self.element, "options", ()) or getattr(self.element, "labels", ()))

    @property
    def disabled(self) -> bool:
        """Whether a user can't use it."""
        return bool(getattr(self.element, "disabled", False)) or not self.widget.isEnabled()

    @property
    def visible(self) -> bool:
        """Whether it shows: not in a closed expander or behind another tab. It may lie further down."""
        return self._present().visible

    # The mouse and the keyboard

    def click(self) -> Found:
        """Click it: a button, a checkbox, a head that opens."""
        return self._act("click")

    def double_click(self) -> Found:
        """Double-click it."""
        return self._act("double_click")

    def hover(self) -> Found:
        """Move the mouse over it."""
        return self._act("hover")

    def focus(self) -> Found:
        """Give it the keyboard's focus."""
        return self._act("focus")

    def type(self, text: str) -> Found:
        """Type into it, behind what is there; nothing is sent before Enter or until the focus goes."""
        return self._act("type", text)

    def press(self, keys: str) -> Found:
        """Give it the focus and press keys, such as ``"Ctrl+Z"``, ``"Enter"``, ``"Shift+Tab"``."""
        return self._act("press", keys)

    def menu(self, *entries: str) -> Found:
        """Open its context menu and choose an entry, or an entry of a submenu."""
        return self._act("menu", *entries)

    def scroll_to(self) -> Found:
        """Scroll until it is in sight."""
        return self._act("scroll_to")

    # Values

    def set(self, value: Any) -> Found:
        """Give it a value in the way that is natural for its kind, by mouse and keyboard."""
        return self._act("set", value)

    def fill(self, text: object) -> Found:
        """Replace what a field holds and send it, as by Enter."""
        return self._act("fill", text)

    def clear(self) -> Found:
        """Empty a field or a choice."""
        return self._act("clear")

    def check(self) -> Found:
        """Turn a checkbox or toggle on, if it is off."""
        return self._act("check")

    def uncheck(self) -> Found:
        """Turn a checkbox or toggle off, if it is on."""
        return self._act("uncheck")

    def increment(self) -> Found:
        """Click a number's plus, or the arrow to the next page."""
        return self._act("increment")

    def decrement(self) -> Found:
        """Click a number's minus, or the arrow to the page before."""
        return self._act("decrement")

    def drag_to(self, *values: Any) -> Found:
        """Drag a slider's handle to a value; of a range both handles, by two values."""
        return self._act("drag_to", *values)

    def choose(self, *options: str | int) -> Found:
        """Choose an option by its text; of what takes several, these and those chosen before.

        Of a pagination: the number of a page.
        """
        return self._act("choose", *options)

    def unchoose(self, *options: str) -> Found:
        """Take options away from what is chosen."""
        return self._act("unchoose", *options)

    def pick(self, *days: Any) -> Found:
        """Pick a day in a date field's calendar, two for a range; or a moment."""
        return self._act("pick", *days)

    def open(self) -> Found:
        """Open an expander, a tab, a list of options, a calendar."""
        return self._act("open")

    def close(self) -> Found:
        """Close an expander, a list of options, a calendar."""
        return self._act("close")

    def send(self) -> Found:
        """Click the button that sends a message."""
        return self._act("send")

    # Files

    def drop(self, *paths: FilePath) -> Found:
        """Drop files, or a folder, on a file uploader."""
        return self._act("drop", *paths)

    def upload(self, *paths: FilePath) -> Found:
        """Click a file uploader's button and choose files in its dialog."""
        return self._act("upload", *paths)

    def remove(self, name: str) -> Found:
        """Click the cross beside a file."""
        return self._act("remove", name)

    # Tables

    def cell(self, row: int, column: str | int) -> str:
        """The text of a table's cell.

        Args:
            row: The row as it is shown, from 0.
            column: Its name, or its number from 0, row labels left out.
        """
        return str(self._acts().cell(row, column))  # type: ignore[attr-defined]

    def rows(self) -> list[list[str]]:
        """The texts of all cells of a table, row labels left out."""
        return list(self._acts().rows())  # type: ignore[attr-defined]

    def edit(self, row: int, column: str | int, value: Any) -> Found:
        """Edit a cell of a data editor: open it, type or choose, press Enter.

        Args:
            row: The row as it is shown, from 0.
            column: Its name, or its number from 0, row labels left out.
            value: The new value; None empties the cell.
        """
        return self._act("edit", row, column, value)

    def add_row(self, values: Mapping[str, Any] | None = None) -> Found:
        """Add a row to a data editor and fill in its cells."""
        return self._act("add_row", values or {})

    def delete_rows(self, rows: Sequence[int]) -> Found:
        """Mark rows of a data editor and delete them."""
        return self._act("delete_rows", rows)

    def select_rows(self, rows: Sequence[int]) -> Found:
        """Choose rows of a table by the boxes at their left, and no others."""
        return self._act("select_rows", rows)

    def click_cell(self, row: int, column: str | int) -> Found:
        """Click a cell."""
        return self._act("click_cell", row, column)

    def click_header(self, column: str | int) -> Found:
        """Click a column's header, which sorts by the column, or chooses it where columns can be chosen."""
        return self._act("click_header", column)

    def column_menu(self, column: str | int, *entries: str) -> Found:
        """Choose an entry in the menu of a column's header."""
        return self._act("column_menu", column, *entries)

    # Pictures

    def screenshot(self, path: FilePath | None = None) -> QImage:
        """What it looks like.

        Args:
            path: Where to save it, too.
        """
        self.driver.settle()
        picture = self.widget.grab().toImage()
        if path is not None:
            picture.save(os.fspath(path))
        return picture

    def assert_screenshot(self, name: str, *, tolerance: float = 0.0) -> None:
        """See that it looks as it did; see `AppDriver.assert_screenshot`."""
        self.driver.compare(self.screenshot(), name, tolerance)

    # As a place

    @property
    def where(self) -> str:
        return f"in {self._present().describe()}"

    def candidates(self) -> list[Candidate]:
        slot = self._present().slot
        below = itertools.islice(slot.walk(), 1, None) if slot is not None else ()
        return [of_slot(inner, self.driver.window.canvas) for inner in below]

    def root(self) -> QWidget:
        return self.widget

    def __repr__(self) -> str:
        return f"<{self._candidate.describe()}>" if self._is_there() else f"<{self._query.describe()}, gone>"

    # How it is done

    def _is_there(self) -> bool:
        if self._candidate.slot is not None:
            return self._candidate.slot.path()[0].element.kind == "region"
        return isValid(self._candidate.part)

    def _present(self) -> Candidate:
        if not self._is_there():
            self._candidate = self._place.resolve(self._query)
        elif self._candidate.slot is not None:
            self._candidate = of_slot(self._candidate.slot, self.driver.window.canvas)
        return self._candidate

    def _acts(self) -> Acts:
        from .acts import acts_for

        return acts_for(self._present(), self.driver)

    def _act(self, verb: str, *arguments: Any) -> Found:
        self._present().bring()
        self.driver.act(self._acts(), self._present(), verb, arguments)
        return self
