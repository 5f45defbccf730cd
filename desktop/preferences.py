"""What a user chose for all apps, or for one: look and width. Kept between launches in an ini file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QSettings, Signal

if TYPE_CHECKING:
    from .app_memory import AppMemory

Look = Literal["system", "light", "dark"]
LOOKS: tuple[Look, ...] = ("system", "light", "dark")


class Preferences(QObject):
    """The user's choices.

    Args:
        file: The ini file; by default the platform's place for settings.

    Signals:
        changed: One of them has another value.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file or _folder() / "desklit.ini"
        self._settings = QSettings(str(self.file), QSettings.Format.IniFormat, self)
        self._common: Preferences | None = None
        self._memory: AppMemory | None = None

    def of_app(self, memory: AppMemory) -> Preferences:
        """The same choices as one app sees them: its theme is its own once its user has chosen one there."""
        own = Preferences(self.file, self)
        own._common, own._memory = self, memory
        self.changed.connect(own.changed)
        return own

    def is_of_app(self) -> bool:
        """Whether the theme is that of one app."""
        return self._memory is not None

    @property
    def look(self) -> Look:
        """``"system"`` follows the app's options and the desktop; the others insist."""
        value = (self._memory and self._memory.look) or self._settings.value("look", "system")
        return next((look for look in LOOKS if look == value), "system")

    @look.setter
    def look(self, value: Look) -> None:
        if self._memory is None:
            self._set("look", value)
        elif value != self.look:
            self._memory.look = value
            self.changed.emit()

    def use_for_all(self) -> None:
        """Let the other apps, as far as they have no theme of their own, have this one's."""
        if self._common is not None:
            self._common.look = self.look

    @property
    def wide(self) -> bool:
        """Whether pages use the window's whole width whatever the app says."""
        return str(self._settings.value("wide", "false")) == "true"

    @wide.setter
    def wide(self, value: bool) -> None:
        self._set("wide", "true" if value else "false")

    @property
    def always_rerun(self) -> bool:
        """Whether a saved script runs again without asking."""
        return str(self._settings.value("always_rerun", "false")) == "true"

    @always_rerun.setter
    def always_rerun(self, value: bool) -> None:
        self._set("always_rerun", "true" if value else "false")

    @property
    def restore(self) -> bool:
        """Whether sessions are kept while their windows are open, to be restored after a crash."""
        return str(self._settings.value("restore", "false")) == "true"

    @restore.setter
    def restore(self, value: bool) -> None:
        self._set("restore", "true" if value else "false")

    @property
    def ask_to_save(self) -> bool:
        """Whether a changed session is not closed without a question although it was never saved."""
        return str(self._settings.value("ask_to_save", "false")) == "true"

    @ask_to_save.setter
    def ask_to_save(self, value: bool) -> None:
        self._set("ask_to_save", "true" if value else "false")

    @property
    def save_uploads(self) -> bool:
        """Whether a session that is saved takes uploaded files along; else it says where they lie."""
        return str(self._settings.value("save_uploads", "true")) == "true"

    @save_uploads.setter
    def save_uploads(self, value: bool) -> None:
        self._set("save_uploads", "true" if value else "false")

    @property
    def notify(self) -> bool:
        """Whether the desktop tells of a long run that ends while its user is elsewhere."""
        return str(self._settings.value("notify", "true")) == "true"

    @notify.setter
    def notify(self, value: bool) -> None:
        self._set("notify", "true" if value else "false")

    @property
    def ask_to_end(self) -> bool:
        """Whether a window asks before it closes over a run that has gone on for a while."""
        return str(self._settings.value("ask_to_end", "true")) == "true"

    @ask_to_end.setter
    def ask_to_end(self, value: bool) -> None:
        self._set("ask_to_end", "true" if value else "false")

    def _set(self, key: str, value: str) -> None:
        if self._common is not None:
            self._common._set(key, value)
            return
        if self._settings.value(key) != value:
            self._settings.setValue(key, value)
            self._settings.sync()
            self.changed.emit()


def _folder() -> Path:
    """Where a user's settings lie on this system."""
    if sys.platform == "linux":  # the rule in short, since each start asks for it
        given = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(given) if given else Path.home() / ".config") / "desklit"
    import platformdirs

    return Path(platformdirs.user_config_dir("desklit"))
