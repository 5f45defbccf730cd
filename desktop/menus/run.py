"""Run: the script, again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..menu_entry import Entry

if TYPE_CHECKING:
    from ..window import Window


def run_entries(window: Window, *, developer: bool) -> tuple[Entry, ...]:
    """The entries as things stand.

    Args:
        window: The window.
        developer: Whether its user is one who writes the script.
    """
    menu = window.menu
    rerun = Entry("Rerun", menu.rerun, "R")
    if not developer:
        return (rerun,)
    always = Entry("Always rerun", menu.toggle_always_rerun, checked=window.preferences.always_rerun)
    allowed = window.session.config.get("server.allowRunOnSave")
    return (rerun, *([always] if allowed else []), Entry("Clear cache", menu.clear_cache, "C"))
