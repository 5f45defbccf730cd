"""A region of the window as a place to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ...widgets.slots import Slot
from .find import Candidate, of_slot
from .place import Place

if TYPE_CHECKING:
    from .driver import AppDriver


class RegionPlace(Place):
    """The main region or the sidebar of an app.

    Args:
        app: The app.
        name: The region's name.
    """

    def __init__(self, app: AppDriver, name: str) -> None:
        self._app = app
        self._name = name

    @property
    def driver(self) -> AppDriver:
        return self._app

    @property
    def where(self) -> str:
        return f"in the {self._name}" if self._name != "main" else "on the page (the sidebar left out)"

    def candidates(self) -> list[Candidate]:
        canvas = self._app.window.canvas
        return [of_slot(slot, canvas) for slot in canvas.all_slots() if region_of(slot) == self._name]

    def root(self) -> QWidget:
        area: QWidget = self._app.window.areas[self._name]
        return area


def region_of(slot: Slot) -> str:
    """The name of the region that an element lies in."""
    return str(getattr(slot.path()[0].element, "name", ""))
