"""The entries that undo and redo, named by what they would undo and redo."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from ...widgets.markdown.plain import plain_text
from ..menu_entry import Entry
from ..menus.standard_keys import standard_keys

if TYPE_CHECKING:
    from ...state.undo.step import Direction
    from ...state.widget import Action
    from ..window import Window

LONGEST = 40  # characters of a name


def undo_entries(window: Window) -> list[Entry]:
    """Undo and redo, as things stand; none where the app has opted out."""
    if window.session.runner.make_history is None:
        return []
    first = "Ctrl+Y" if sys.platform == "win32" else "Ctrl+Shift+Z"
    redo = standard_keys("Redo", first)
    if sys.platform != "darwin" and "Ctrl+Y" not in redo.split("; "):
        redo += "; Ctrl+Y"
    return [
        _entry(window, "undo", "Undo", standard_keys("Undo", "Ctrl+Z")),
        _entry(window, "redo", "Redo", redo),
    ]


def _entry(window: Window, direction: Direction, word: str, keys: str) -> Entry:
    history = window.session.runner.history
    step = None if history is None else history.next_step(direction)
    if step is None:
        return Entry(word, partial(go, window, direction), keys, enabled=False)
    return Entry(f"{word} {name_of(step.action)}", partial(go, window, direction), keys, usual=word)


def go(window: Window, direction: Direction) -> None:
    """Undo or redo a step."""
    from .time_travel import time_travel

    time_travel(window).go(direction)


def name_of(action: Action) -> str:
    """What a step is called."""
    words = plain_text(action.label).replace("\n", " ").strip() or action.key or action.kind.replace("_", " ")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
