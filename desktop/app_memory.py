"""What is kept of one app between its launches: a small ini file for each app of a user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer

from .launchers.launcher import slug_of
from .preferences import LOOKS, Look
from .user_folders import state_folder

LATER = 2000  # ms from a change to its file: nothing that a user waits for
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 5.0


class AppMemory(QObject):
    """Remembers where an app's window stood, its zoom, theme, page and the width of its sidebar.

    Reading costs one small file. A change is written some time later, or by :meth:`flush`; whoever reads the
    file meanwhile sees the old one whole. What can't be read counts as not remembered.

    Args:
        script: The app's script.
        folder: Where the files of all apps lie; by default the platform's place.
    """

    def __init__(self, script: Path, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = folder or state_folder() / "apps"
        self._script = script.absolute()
        self._settings = QSettings(str(folder / f"{slug_of(script)}.ini"), QSettings.Format.IniFormat)
        self._changed: dict[str, object] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.flush)

    @property
    def geometry(self) -> QByteArray:
        """Where its last window stood and how large it was, as Qt saves it; empty if that is not known."""
        value = self._get("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._put("geometry", value)

    @property
    def zoom(self) -> float:
        """How large its user has made all; 1.0 is as the app means it."""
        zoom = self._number("zoom", 1.0)
        return zoom if SMALLEST_ZOOM <= zoom <= LARGEST_ZOOM else 1.0

    @zoom.setter
    def zoom(self, value: float) -> None:
        self._put("zoom", str(round(value, 4)))

    @property
    def look(self) -> Look | None:
        """The theme that its user has chosen for it; None for that of all apps."""
        value = self._get("look")
        return next((look for look in LOOKS if look == value), None)

    @look.setter
    def look(self, value: Look | None) -> None:
        self._put("look", value or "")

    @property
    def page(self) -> str:
        """The name of the page that was open last; "" for the first one."""
        value = self._get("page")
        return value if isinstance(value, str) else ""

    @page.setter
    def page(self, value: str) -> None:
        self._put("page", value)

    @property
    def sidebar_width(self) -> int | None:
        """The width in px to which its user has pulled the sidebar; None where the app decides."""
        return round(self._number("sidebar_width", 0.0)) or None

    @sidebar_width.setter
    def sidebar_width(self, value: int | None) -> None:
        self._put("sidebar_width", str(value or 0))

    @property
    def first_element(self) -> int | None:
        """How many ms its first element took when it last kept its user waiting; None if it never did."""
        took = round(self._number("first_element", -1.0))
        return took if took >= 0 else None

    @first_element.setter
    def first_element(self, value: int) -> None:
        self._put("first_element", str(value))

    def flush(self) -> None:
        """Write what has changed, as one step."""
        self._later.stop()
        if not self._changed:
            return
        changed, self._changed = self._changed, {}
        for key, value in changed.items():
            self._settings.setValue(key, value)
        self._settings.setValue("script", str(self._script))  # for whoever looks at the file
        self._settings.sync()

    def _get(self, key: str) -> object:
        return self._changed[key] if key in self._changed else self._settings.value(key)

    def _number(self, key: str, default: float) -> float:
        try:
            value = float(str(self._get(key)))
        except ValueError:
            return default
        return value if abs(value) < 1e9 else default

    def _put(self, key: str, value: object) -> None:
        if self._get(key) != value:
            self._changed[key] = value
            self._later.start()
