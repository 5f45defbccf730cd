"""What the window's menu does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from .menu_entry import Entry, walk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from .window import Window


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
        from .menus.help import script_entries

        mode = self._window.session.config.get("client.toolbarMode")
        return [*script_entries(self._window)] if mode == "minimal" else self._groups(mode != "viewer")

    def _groups(self, developer: bool) -> list[Entry]:
        from .menus.edit import edit_entries
        from .menus.file import file_entries
        from .menus.help import help_entries
        from .menus.run import run_entries
        from .menus.view import view_entries

        window = self._window
        return [
            Entry("File", entries=file_entries(window)),
            Entry("Edit", entries=edit_entries(window)),
            Entry("View", entries=view_entries(window)),
            Entry("Run", entries=run_entries(window, developer=developer), flat=True),
            Entry("Help", entries=help_entries(window), flat=True),
        ]

    def has_entries(self) -> bool:
        """Whether there is anything to choose. Asked after each run; the entries themselves take 100 µs."""
        mode = self._window.session.config.get("client.toolbarMode")
        return mode != "minimal" or any(self._window.settings.menu_items.values())

    def keyed_entries(self) -> list[Entry]:
        """What can be chosen by a key: a user's own entries even where the app wants no menu."""
        return [entry for _, entry in walk(self.keyed_groups()) if entry.keys and entry.enabled]

    def keyed_groups(self) -> list[Entry]:
        """The groups whose keys work."""
        mode = self._window.session.config.get("client.toolbarMode")
        return self._groups(developer=mode not in ("viewer", "minimal"))

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

    def close_window(self) -> None:
        """Close the window, if its user does mean it."""
        from .closing import close_by_user

        close_by_user(self._window)

    def show_shortcuts(self) -> None:
        """Say which keys do what."""
        from .shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self) -> None:
        """Write the whole page to a PDF."""
        from .pdf_export import export_page

        export_page(self._window)

    def about(self) -> None:
        """Say what this app is."""
        from .. import __version__
        from .about import AboutDialog
        from .menus.help import ABOUT

        text = self._window.settings.menu_items.get(ABOUT) or (
            f"**{self._window.settings.title}**\n\nA Streamlit script, run by desklit {__version__}."
        )
        dialog = AboutDialog(text, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
