"""What ``st.set_page_config`` asks of a window, and what its user says against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..state.run import PageConfig
from ..widgets.markdown.plain import plain_text
from .sidebar import NARROW_WINDOW

if TYPE_CHECKING:
    from .window import Window

CENTRED = 736  # px
WIDE_SIDE = 80  # px left and right of a wide page
WIDE_SIDE_FROM = 864  # px: narrower pages need them
SIDE = 16
ICON = 128


class PageSettings:
    """Title, icon, layout, sidebar and menu entries of one window.

    Args:
        window: The window.
        title: What the title bar says while the script says nothing.
    """

    def __init__(self, window: Window, title: str) -> None:
        self._window = window
        self._title = title
        self._announced = ""
        self._announced_icon = ""
        self._document = ""
        self._page = PageConfig()
        self._icon: object = None
        self._sidebar_begun = False
        window.setWindowTitle(title)

    @property
    def title(self) -> str:
        """What the app is called, whichever document it has open."""
        pages = self._page.pages
        now = pages.of_now() if pages is not None else None
        said = self._page.title or (plain_text(now.title) if now else "")
        return said or self._announced or self._title

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
        self._show_title()
        now = page.pages.of_now() if page.pages is not None else None
        icon = page.icon or (now.icon if now and now.icon != "spinner" else "") or None
        if icon != self._icon:
            self._icon = icon
            self._show_icon(icon)
        if page.sidebar != before.sidebar and page.sidebar is not None:
            self._set_sidebar(page.sidebar)
        self.refresh()

    def announce(self, title: str, icon: str = "") -> None:
        """Show in the title bar what the script is expected to show there; "" for nothing of that kind.

        Args:
            title: A title.
            icon: What stands for an icon in the script's source.
        """
        if title != self._announced:
            self._announced = title
            self._show_title()
        if self._icon is None and icon != self._announced_icon:
            self._announced_icon = icon
            self._show_icon(_icon_ahead(icon))

    def show_document(self, name: str, *, modified: bool) -> None:
        """Say in the title bar which document is open, and whether it has changes; "" for none."""
        self._document = name
        self._show_title()
        if name:
            self._window.setWindowModified(modified)

    def _show_title(self) -> None:
        # Qt puts the mark of changes where [*] stands.
        document = f"{self._document.replace('[*]', '[*][*]')}[*] – " if self._document else ""
        self._window.setWindowTitle(f"{document}{self.title}")

    def refresh(self) -> None:
        """Bring the page's width in step with script and user."""
        area = self._window.area
        theme = self._window.scene.theme
        roomy = self.wide and area.width() >= theme.zoomed(WIDE_SIDE_FROM)
        side = theme.zoomed(WIDE_SIDE if roomy else SIDE)
        column = 0 if self.wide else theme.zoomed(CENTRED)
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
        narrow = self._window.width() <= self._window.scene.theme.zoomed(NARROW_WINDOW)
        if isinstance(wish, int) and sidebar.chosen is None:
            sidebar.set_wanted_width(wish)
        sidebar.set_open(wish == "expanded" or (wish != "collapsed" and not narrow))

    def _show_icon(self, icon: object) -> None:
        from PySide6.QtGui import QIcon, QPixmap

        from ..widgets.image_source import Picture

        if isinstance(icon, str):
            from ..widgets.markdown.pictures import draw_icon

            self._window.setWindowIcon(QIcon(draw_icon(icon, ICON, self._window.looks.main.primary)))
        elif isinstance(icon, Picture) and icon.form == "address":
            from ..widgets.image_fetch import fetch

            fetch(icon.source, self._window, lambda data: self._show_icon(Picture("encoded", data)))
        elif isinstance(icon, Picture):
            from ..widgets.image import to_image

            self._window.setWindowIcon(QIcon(QPixmap.fromImage(to_image(icon))))
        else:
            self._window.setWindowIcon(QIcon())


def _icon_ahead(icon: str) -> object:
    """An icon before its script has run; None for one that takes a run or the network, or that is none."""
    from ..state.errors import StreamlitAPIException
    from ..widgets.page_icon import page_icon_of

    if not icon or icon == "random" or "://" in icon:
        return None
    try:
        return page_icon_of(icon, None)
    except StreamlitAPIException:
        return None  # the script will say so itself
