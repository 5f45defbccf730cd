"""A user's choices as one app sees them: its theme is its own."""

from __future__ import annotations

from .app_memory import AppMemory
from .preferences import Look, Preferences


class AppPreferences(Preferences):
    """The choices for all apps, save for the theme where its user has chosen one for this app.

    Args:
        common: The choices for all apps.
        memory: What is kept of this one.
    """

    def __init__(self, common: Preferences, memory: AppMemory) -> None:
        super().__init__(common.file, common)
        self._common = common
        self._memory = memory
        common.changed.connect(self.changed)

    @property
    def look(self) -> Look:
        return self._memory.look or self._common.look

    @look.setter
    def look(self, value: Look) -> None:
        before = self.look
        self._memory.look = value
        if value != before:
            self.changed.emit()

    def _set(self, key: str, value: str) -> None:
        self._common._set(key, value)

    def use_for_all(self) -> None:
        """Let the other apps, as far as they have no theme of their own, have this one's."""
        self._common.look = self.look
