"""Going from page to page as a person does: by the list in the sidebar, or in the bar above the page."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING

from ...widgets.markdown.plain import plain_text
from ..page_bar import TopPages
from ..page_list import SidebarPages
from ..page_row import FlatRow, PageRow
from .acts.base import pick
from .errors import AppTestError
from .menus import choose_entries

if TYPE_CHECKING:
    from .driver import AppDriver


class PageLists:
    """Finds a page in the lists that a window shows, and clicks it.

    Args:
        app: The app.
    """

    def __init__(self, app: AppDriver) -> None:
        self._app = app
        self._hand = app.hand

    @property
    def titles(self) -> list[str]:
        """The titles of the app's pages that are listed, in their order."""
        pages = self._app.window.turner.pages
        return [plain_text(page.title) for page in pages.visible()] if pages is not None else []

    def open(self, title: str) -> None:
        """Click a page; unfold what hides it first.

        Raises:
            AppTestError: It is in no list.
        """
        titles = self.titles
        title = titles[pick(title, titles, "page")]
        row = self._row(title)
        if row is None:
            self._choose_in_menu(title)
            return
        self._unfold(row)
        self._hand.click(row)

    def _row(self, title: str) -> PageRow | None:
        rows = self._app.window.findChildren(PageRow)
        found = [row for row in rows if plain_text(row.page.title) == title]
        visible = [row for row in found if row.isVisible()]
        sidebar = [row for row in found if isinstance(row.parentWidget(), SidebarPages)]
        return next(iter([*visible, *sidebar]), None)

    def _unfold(self, row: PageRow) -> None:
        window, listed = self._app.window, row.parentWidget()
        if not isinstance(listed, SidebarPages):
            return
        if not listed.isVisible():
            self._hand.click(window.header.unfold)
            self._app.settle()  # it slides in
        if not row.isVisible() and listed.more.isVisible():
            self._hand.click(listed.more)

    def _choose_in_menu(self, title: str) -> None:
        bars = self._app.window.findChildren(TopPages)
        heads = [row for bar in bars for row in bar.findChildren(FlatRow) if not isinstance(row, PageRow)]
        for head in filter(FlatRow.isVisible, heads):
            with contextlib.suppress(AppTestError):
                choose_entries(functools.partial(self._hand.click, head), [title])
                return
        raise AppTestError("no list of pages shows it")
