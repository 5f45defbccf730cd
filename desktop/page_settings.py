"""What ``st.set_page_config`` asks of a window, and what its user says against it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPixmap

from ..state.errors import StreamlitAPIException
from ..state.run import PageConfig
from .sidebar import NARROW_WINDOW

if TYPE_CHECKING:
    from .window import Window

CENTRED = 736  # px
WIDE_SIDE = 80  # px left and right of a wide page
WIDE_SIDE_FROM = 864  # px: narrower pages need them
SIDE = 16
ICON = 128
_log = logging.getLogger("desklit.desktop")


class PageSettings:
    """Title, icon, layout, sidebar and menu entries of one window.

    Args:
        window: The window.
        title: What the title bar says while the script says nothing.
    """

    def __init__(self, window: Window, title: str) -> None:
        self._window = window
        self._title = title
        self._page = PageConfig()
        self._sidebar_begun = False
        window.setWindowTitle(title)

    @property
    def menu_items(self) -> dict[str, str | None]:
        """The script's own menu entries."""
        return dict(self._page.menu_items)

    @property
    def wide(self) -> bool:
        """Whether the page takes the window's whole width."""
        return self._window.preferences.wide or self._page.layout == "wide"

    def take(self, page: PageConfig) -> None:
        """Take over what a run asked for."""
        if page == self._page:
            return
        before, self._page = self._page, page
        self._window.setWindowTitle(page.title or self._title)
        if page.icon is not before.icon:
            self._window.setWindowIcon(self._icon(page.icon))
        if page.sidebar != before.sidebar and page.sidebar is not None:
            self._set_sidebar(page.sidebar)
        self.refresh()

    def refresh(self) -> None:
        """Bring the page's width in step with script and user."""
        area = self._window.area
        side = WIDE_SIDE if self.wide and area.width() >= WIDE_SIDE_FROM else SIDE
        column = 0 if self.wide else CENTRED
        if (area.column, area.side) != (column, side):
            area.column, area.side = column, side
            area.place()

    def on_sidebar_content(self) -> None:
        """The sidebar has come to have content, or has none any more."""
        if not self._sidebar_begun and self._window.sidebar.has_content():
            self._sidebar_begun = True
            self._set_sidebar(self._page.sidebar or "auto")

    def _set_sidebar(self, wish: str | int) -> None:
        sidebar = self._window.sidebar
        narrow = self._window.width() <= NARROW_WINDOW
        if isinstance(wish, int):
            sidebar.set_wanted_width(wish)
        sidebar.set_open(wish == "expanded" or (wish != "collapsed" and not narrow))

    def _icon(self, icon: object) -> QIcon:
        from ..widgets.image_source import picture_of
        from ..widgets.markdown.icons import validate_icon
        from ..widgets.markdown.pictures import draw_icon

        if icon is None:
            return QIcon()
        if isinstance(icon, str):
            try:
                sign = validate_icon(icon)
                return QIcon(draw_icon(sign, ICON, self._window.looks.main.primary))
            except StreamlitAPIException:
                pass  # no emoji and no material icon, so a path
        try:
            from ..widgets.image import to_image

            return QIcon(QPixmap.fromImage(to_image(picture_of(icon))))
        except (StreamlitAPIException, OSError) as error:
            _log.warning("The page icon can't be shown: %s", error)
            return QIcon()
