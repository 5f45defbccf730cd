"""Notes the apps that windows show, and how they look when they close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt

from ..launchers.page_icon import app_name, declared_in
from .recents import Recents

if TYPE_CHECKING:
    from ..window import Window

PICTURE = QSize(560, 350)  # px, twice what a card shows


class Remember(QObject):
    """Keeps one window's app in the list of recent ones.

    Args:
        window: The window; it owns this.
        script: What it shows.
        recents: The list.
    """

    def __init__(self, window: Window, script: Path, recents: Recents) -> None:
        super().__init__(window)
        self._window = window
        self._script = script
        self._recents = recents
        self._declared = declared_in(script)
        window.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Note the app, and keep a picture of its window as it is now."""
        self._recents.note(self._script, self._name())
        picture = self._window.grab().toImage()
        if picture.isNull():
            return
        shown = picture.scaled(
            PICTURE,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        # A window's top says more than its middle.
        left = (shown.width() - PICTURE.width()) // 2
        self._recents.keep_picture(
            self._script, shown.copy(left, 0, PICTURE.width(), min(PICTURE.height(), shown.height()))
        )

    def _name(self) -> str:
        """The name that the app's launcher has, but for a title that only a run can tell."""
        if self._declared.title or self._window.turner.pages is not None:
            return app_name(self._script, self._declared)
        return self._window.settings.title

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.look()
        return False
