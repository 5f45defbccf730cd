"""Help: what the script says about itself, and the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..menu_entry import Entry, between_lines

if TYPE_CHECKING:
    from ..window import Window

HELP, BUG, ABOUT = "Get help", "Report a bug", "About"


def help_entries(window: Window) -> tuple[Entry, ...]:
    """The entries as things stand."""
    return between_lines(
        link_entries(window),
        [
            Entry("Keyboard shortcuts", window.menu.show_shortcuts, "Ctrl+?"),
            Entry("Open log folder", open_logs),
            Entry(ABOUT, window.menu.about),
        ],
    )


def script_entries(window: Window) -> tuple[Entry, ...]:
    """Only those that the script has set."""
    about = [Entry(ABOUT, window.menu.about)] if window.settings.menu_items.get(ABOUT) else []
    return (*link_entries(window), *about)


def link_entries(window: Window) -> list[Entry]:
    """The script's own links."""
    items = window.settings.menu_items
    links = {name: url for name in (HELP, BUG) if (url := items.get(name))}
    return [Entry(name, partial(visit, url)) for name, url in links.items()]


def visit(address: str) -> None:
    """Show an address in the browser."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromUserInput(address))


def open_logs() -> None:
    """Show the logs in the file manager."""
    from ..crash.dialog import open_folder
    from ..user_folders import log_folder

    open_folder(log_folder())
