"""Where the parts of a window go: sidebar, header, notices, page, and the strip at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

if TYPE_CHECKING:
    from ..widgets.logo import Logo
    from .window import Window

BESIDE_SIDEBAR = 48  # px of the page that stay in sight


class Placing:
    """Places the parts of a window, and folds its sidebar.

    Args:
        window: The window, whose parts are made before it is first placed.

    Attributes:
        logo: The app's logo, which the sidebar shows, or the header while there is none; None for none.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._had_sidebar = False
        self._page_rect = QRect()
        self.logo: Logo | None = None

    def place_parts(self) -> None:
        """Place everything for the present size of the window."""
        window, sidebar = self._window, self._window.sidebar
        shown = sidebar.has_content() and sidebar.is_open()
        over = sidebar.is_over_page()
        wanted = window.looks.main.zoomed(sidebar.wanted)
        side = min(wanted, window.width() - BESIDE_SIDEBAR) if shown else 0
        sidebar.setVisible(shown)
        sidebar.setGeometry(0, 0, side, window.height())
        left = 0 if over else side
        room = window.width() - left
        window.header.unfold.setVisible(sidebar.has_content() and not sidebar.is_open())
        head = window.header.height()
        window.header.setGeometry(left, 0, room, head)
        window.header.show_logo(None if shown else self.logo)
        notices = window.notices.height_for(room)
        window.notices.setGeometry(left, head, room, notices)
        self._page_rect = QRect(left, head + notices, room, window.height() - head - notices)
        self._place_page()
        window.settings.refresh()
        window.scrim.setGeometry(window.rect())
        window.scrim.setVisible(over and shown)
        if over and shown:
            window.scrim.raise_()
            sidebar.raise_()

    def _place_page(self) -> None:
        """Give the strip at the bottom what it asks for, and the page what is left."""
        area, bottom, rect = self._window.area, self._window.bottom, self._page_rect
        area.resize(rect.width(), area.height())
        low = bottom.wanted_height(self._window.height())
        area.follow_end(low > 0)
        area.setGeometry(rect.adjusted(0, 0, 0, -low))
        bottom.setGeometry(rect.x(), rect.bottom() + 1 - low, rect.width(), low)
        bottom.setVisible(low > 0)
        bottom.place()

    def place_areas(self) -> None:
        """Measure and place what the areas hold."""
        window = self._window
        self.follow_sidebar()
        self._place_page()
        for area in window.areas.values():
            if area.isVisibleTo(window):
                area.place()
        # Dialogs lie there; they place themselves over the window.
        window.event_region.arrange()

    def has_new_sidebar(self) -> bool:
        """Whether the sidebar has got its first content, or has lost its last."""
        return self._window.sidebar.has_content() != self._had_sidebar

    def follow_sidebar(self) -> None:
        """Make room for a sidebar that has content by now, or take it back."""
        if self.has_new_sidebar():
            self._had_sidebar = not self._had_sidebar
            self._window.settings.on_sidebar_content()
            self.place_parts()

    def show_logo(self, logo: Logo | None) -> None:
        """Show the app's logo; None for none."""
        self.logo = logo
        self._window.sidebar.show_logo(logo)
        self.place_parts()

    def fold_sidebar(self, fold: bool) -> None:
        """Fold or unfold; from the button that vanishes the focus goes to the one that undoes it."""
        window, sidebar = self._window, self._window.sidebar
        there, undo = window.header.unfold, sidebar.fold_button
        if fold:
            there, undo = undo, there
        by_key = there.hasFocus()
        if fold and sidebar.isAncestorOf(window.focusWidget()):
            window.setFocus()
        sidebar.set_open(not fold)
        if by_key:
            undo.setFocus(Qt.FocusReason.TabFocusReason)

    def whole_height(self) -> int:
        """The height in px at which the whole page shows without scrolling."""
        area = self._window.area
        return self._window.height() - area.viewport().height() + area.content.height()
