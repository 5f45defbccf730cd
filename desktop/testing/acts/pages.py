"""Numbers of pages, and links to pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts


class PaginationActs(Acts):
    """A row of numbers between two arrows."""

    def target(self) -> QWidget:
        numbers = [button for button in self.view.numbers if button.isChecked()]
        button: QWidget = next(iter(numbers), self.view.forth)
        return button

    def choose(self, page: int) -> None:
        pages = self.view.element.pages
        if not isinstance(page, int) or not 1 <= page <= pages:
            raise AppTestError(f"it has the pages 1 to {pages}, and not {page!r}")
        for _ in range(pages):
            if self.view.current == page:
                return
            self.hand.click(self._nearest(page))

    def set(self, page: int) -> None:
        self.choose(page)

    def increment(self) -> None:
        self.hand.click(self.view.forth)

    def decrement(self) -> None:
        self.hand.click(self.view.back)

    def _nearest(self, page: int) -> QWidget:
        """The number to click: that of the page, or the one from which on it may be in sight."""
        view = self.view
        arrow: QWidget = view.forth if page > view.current else view.back
        numbers = [button for button in view.numbers if button.isVisible()]
        nearest = min(numbers, key=lambda button: abs(button.page - page), default=None)
        if nearest is None or nearest.page == view.current:
            return arrow
        found: QWidget = nearest
        return found
