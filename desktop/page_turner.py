"""Going from page to page in one window: the lists, links, and the way back and forward."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ..state.pages import PageFacts, PageList, Query, Visit
from ..state.records import dataclass
from ..state.run import PageConfig

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from .window import Window


@dataclass(frozen=True, slots=True)
class Stop:
    """A page that was shown, and the query parameters that it was left with."""

    name: str
    query: Query = ()


class PageTurner(QObject):
    """Shows the list of pages of a window and takes its user to them.

    Args:
        window: The window.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._pages: PageList | None = None
        self._past: list[Stop] = []
        self._at = -1
        self._going: str | None = None  # the page that was asked for and is not shown yet
        for part in (window.sidebar, window.header):
            part.page_chosen.connect(self._on_chosen)
        for scene in (window.scene, window.sidebar_scene):
            scene.page_wanted.connect(self.go_to)
        self._keys: list[QShortcut] = []

    @property
    def pages(self) -> PageList | None:
        """The pages as the last run gave them."""
        return self._pages

    def take(self, page: PageConfig, *, final: bool) -> PageConfig:
        """Take over what a run says of the pages.

        Args:
            page: What the run asks of the window; of the pages it may have said nothing yet.
            final: Whether the run says nothing more.

        Returns:
            The same, with the pages as they are known.
        """
        if page.pages is None and not final:
            return replace(page, pages=self._pages)
        before, self._pages = self._pages, page.pages
        if before is None and page.pages is None:
            return page
        if page.pages is not None:
            if page.pages.current in ("", self._going) or final:
                self._going = None
            if page.pages.current and self._going is None:
                self._note(page.pages.current)
            if before is not None and before.current != page.pages.current:
                self._window.area.verticalScrollBar().setValue(0)
        if page.pages is not None and not self._keys:
            self._keys = self._make_keys()
        for key in self._keys:
            key.setEnabled(page.pages is not None)
        self.show_lists()
        return page

    def _make_keys(self) -> list[QShortcut]:
        from PySide6.QtGui import QKeySequence, QShortcut

        back, forward = ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+Left", "Alt+Right")
        made = [QShortcut(QKeySequence(keys), self._window) for keys in (back, forward)]
        for key, by in zip(made, (-1, 1), strict=True):
            key.activated.connect(lambda by=by: self.step(by))
        return made

    def show_lists(self) -> None:
        """Bring the lists in step with pages, options and what else is in the sidebar."""
        window, pages = self._window, self._pages
        listed = pages if pages is not None and pages.visible() else None
        wanted = bool(window.session.config.get("client.showSidebarNavigation"))
        beside = listed if listed is not None and listed.position == "sidebar" and wanted else None
        above = listed if listed is not None and listed.position == "top" else None
        window.sidebar.show_pages(beside)
        window.header.show_pages(above)

    # Going

    def go_to(self, visit: Visit) -> None:
        """Go to another page."""
        self._leave()
        self._going = visit.name or None
        self._window.session.runner.go_to(visit)

    def _on_chosen(self, page: PageFacts) -> None:
        if page.url:
            self._window.scene.link_activated.emit(page.url)
            return
        self.go_to(Visit(page.name, page.file))
        sidebar = self._window.sidebar
        if sidebar.is_over_page():
            sidebar.fold_clicked.emit()

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1); False if there is nowhere to go."""
        to = self._at + by
        if not 0 <= to < len(self._past):
            return False
        self._leave()
        self._at = to
        stop = self._past[to]
        self._going = stop.name
        self._window.session.runner.go_to(Visit(stop.name, query=stop.query))
        return True

    def _leave(self) -> None:
        """Remember the query parameters of the page that is left."""
        if 0 <= self._at < len(self._past):
            texts = self._window.session.state.query.to_lists()
            query = tuple((name, tuple(listed)) for name, listed in texts.items())
            self._past[self._at] = Stop(self._past[self._at].name, query)

    def _note(self, name: str) -> None:
        if 0 <= self._at < len(self._past) and self._past[self._at].name == name:
            return
        self._past = [*self._past[: self._at + 1], Stop(name)]
        self._at = len(self._past) - 1

    def on_mouse(self, button: Qt.MouseButton) -> bool:
        """A mouse button was pressed that nothing in the window wanted; False if it is none of these."""
        by = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(button)
        return by is not None and self.step(by)
