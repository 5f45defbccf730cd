"""What the window's menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from .menu import LINE, Entry, build_menu

if TYPE_CHECKING:
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
        for keys, act in (
            ("Ctrl+P", self.print),
            ("Ctrl+N", window.new_window_wanted.emit),
            ("Ctrl+W", window.close),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(act)

    def entries(self) -> list[Entry]:
        """The entries as things stand."""
        window = self._window
        developer = window.session.config.get("client.toolbarMode") != "minimal"
        items = window.settings.menu_items
        entries = [
            Entry("Rerun", self.rerun, "R"),
            Entry(
                "Always rerun", self.toggle_always_rerun, checked=window.preferences.always_rerun
            ),
            Entry("Clear cache", self.clear_cache, "C"),
            LINE,
            Entry("Settings …", self.open_settings),
            Entry("Print …", self.print, "Ctrl+P"),
            Entry("New window", window.new_window_wanted.emit, "Ctrl+N"),
        ]
        if not developer:
            entries = [Entry("Rerun", self.rerun, "R"), Entry("Print …", self.print, "Ctrl+P")]
        links = [
            Entry(name, lambda url=url: self._visit(url))  # type: ignore[misc]
            for name in (HELP, BUG)
            if (url := items.get(name))
        ]
        about = [Entry(ABOUT, self.about)] if developer or items.get(ABOUT) else []
        if links:
            entries += [LINE, *links]
        return [*entries, LINE, *about, Entry("Close", window.close, "Ctrl+W")]

    def open(self) -> None:
        """Show the menu below its button."""
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
        QDesktopServices.openUrl(QUrl.fromUserInput(address))
