"""What the window's menu does."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from .menu_entry import LINE, Entry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from .window import Window

HELP, BUG, ABOUT = "Get help", "Report a bug", "About"


class WindowMenu:
    """The menu of one window.

    Args:
        window: The window.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self.shown: QMenu | None = None

    def entries(self) -> list[Entry]:
        """The entries as things stand, by ``client.toolbarMode``; none where the app wants no menu."""
        mode = self._window.session.config.get("client.toolbarMode")
        if mode == "minimal":
            return self._of_script(about=False)
        window = self._window
        rerun = [Entry("Rerun", self.rerun, "R")]
        if mode != "viewer":
            always = Entry("Always rerun", self.toggle_always_rerun, checked=window.preferences.always_rerun)
            allowed = self._window.session.config.get("server.allowRunOnSave")
            rerun += [*([always] if allowed else []), Entry("Clear cache", self.clear_cache, "C")]
        return [
            *rerun,
            LINE,
            Entry("Settings …", self.open_settings),
            Entry("Find …", self._window.open_search, "Ctrl+F"),
            Entry("Print …", self.print, "Ctrl+P"),
            Entry("New window", window.new_window_wanted.emit, "Ctrl+N"),
            LINE,
            *self._of_script(about=True),
            Entry("Close", window.close, "Ctrl+W"),
        ]

    def has_entries(self) -> bool:
        """Whether there is anything to choose. Asked after each run; the entries themselves take 20 µs."""
        mode = self._window.session.config.get("client.toolbarMode")
        return mode != "minimal" or bool(self._of_script(about=False))

    def keyed_entries(self) -> list[Entry]:
        """What can be chosen by a key; running again always can."""
        keyed = [entry for entry in self.entries() if entry.keys]
        return keyed or [
            Entry("Rerun", self.rerun, "R"),
            Entry("Find …", self._window.open_search, "Ctrl+F"),
            Entry("Close", self._window.close, "Ctrl+W"),
        ]

    def _of_script(self, *, about: bool) -> list[Entry]:
        """The entries that the script may set, ``About`` even without if ``about`` says so."""
        items = self._window.settings.menu_items
        links = {name: items[name] for name in (HELP, BUG) if items.get(name)}
        entries = [Entry(name, partial(self._visit, url)) for name, url in links.items() if url]
        if about or items.get(ABOUT):
            entries.append(Entry(ABOUT, self.about))
        return entries

    def open(self) -> None:
        """Show the menu below its button."""
        from .menu import build_menu

        button = self._window.header.menu
        menu = build_menu(self.entries(), self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        self.shown = menu
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))

    # What the entries do

    def rerun(self) -> None:
        """Run the script again."""
        self._window.session.runner.rerun("menu: Rerun")

    def toggle_always_rerun(self) -> None:
        """Run after each save without asking, or stop doing so."""
        preferences = self._window.preferences
        preferences.always_rerun = not preferences.always_rerun

    def clear_cache(self) -> None:
        """Empty the caches, and the session state with the run that follows."""
        from ..state.caching.store import clear_all

        # Not here in the GUI's thread: the script's own on_release functions are called.
        clearing = threading.Thread(target=clear_all, name="desklit-clear", daemon=True)
        clearing.start()
        clearing.join(0.5)
        self._window.session.runner.clear_state()
        self._window.session.runner.rerun("menu: Clear cache")
        self._window.notices.mention("Cache and session state are cleared.")

    def open_settings(self) -> None:
        """Show the settings."""
        from .settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._window.preferences, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print(self) -> None:
        """Print the whole page."""
        from .printing import print_page

        print_page(self._window)

    def about(self) -> None:
        """Say what this app is."""
        from .. import __version__
        from .about import AboutDialog

        text = self._window.settings.menu_items.get(ABOUT) or (
            f"**{self._window.windowTitle()}**\n\nA Streamlit script, run by desklit {__version__}."
        )
        dialog = AboutDialog(text, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _visit(self, address: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromUserInput(address))
