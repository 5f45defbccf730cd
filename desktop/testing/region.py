"""A region of the window as a place to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ...widgets.view import View
from .find import Candidate, of_view
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
        views = self._app.window.canvas.all_views()
        return [of_view(view) for view in views if region_of(view) == self._name]

    def root(self) -> QWidget:
        area: QWidget = self._app.window.areas[self._name]
        return area


def region_of(view: View[Any]) -> str:
    """The name of the region that a view lies in."""
    outermost = view
    while outermost.block is not None:
        outermost = outermost.block
    return str(getattr(outermost.element, "name", ""))
