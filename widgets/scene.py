"""What views share within one window; handed to each of them when it is made."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .letter_widths import LetterWidths
from .theme import Theme

if TYPE_CHECKING:
    from .file_dialogs import FileDialogs


class Scene(QObject):
    """The window's side of a view: its theme and the few things that only a window can do.

    ``page_width`` is the window's width in px, by which columns stack. ``lazy`` tells that the page is so
    long that views are made near what is in sight only; ``typical_heights`` are those of views seen so far,
    by their shape.

    Args:
        theme: The colours, fonts and sizes.
        parent: What owns this.
        beside: Another scene of the same window, whose file dialogs this one opens.

    Signals:
        theme_changed: after ``theme`` was replaced.
        link_activated: a link in a text was clicked (the address).
        page_wanted: a link to another page was clicked (a ``Visit``).
        notice: a short text to show the user for a moment (such as "Copied").
        toast: a ``Toast`` element to show over the window, or to change if it is there.
        logo: the app's ``Logo`` element, or None when there is none any more.
        stop_wanted: the user wants the run to end.
        run_ended: no run goes on any more.
    """

    theme_changed = Signal()
    link_activated = Signal(str)
    page_wanted = Signal(object)
    notice = Signal(str)
    toast = Signal(object)
    logo = Signal(object)
    stop_wanted = Signal()
    run_ended = Signal()

    def __init__(
        self, theme: Theme, parent: QObject | None = None, *, beside: Scene | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._beside = beside
        self.page_width = 1280
        self.lazy = False
        self.typical_heights: dict[Hashable, int] = {}
        self._letters: dict[tuple[str, float, int], LetterWidths] = {}

    @cached_property
    def files(self) -> FileDialogs:
        """Opens file dialogs."""
        if self._beside is not None:
            return self._beside.files
        from .file_dialogs import FileDialogs

        return FileDialogs()

    def letters(self, names: str, px: float, weight: int) -> LetterWidths:
        """How wide the letters of a font are."""
        known = self._letters.get((names, px, weight))
        if known is None:
            known = self._letters[names, px, weight] = LetterWidths(names, px, weight)
        return known

    def set_theme(self, theme: Theme) -> None:
        """Replace the theme and tell all views."""
        self.theme = theme
        self.typical_heights.clear()
        self._letters.clear()
        self.theme_changed.emit()
