"""What is kept of one app between its launches: a small ini file for each app of a user.

Each start loads this: plain classes, since each that is one of Qt's takes a third of a millisecond to define.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QTimer

from .launchers.launcher import slug_of
from .preferences import LOOKS, Look
from .user_folders import state_folder

if TYPE_CHECKING:
    from .window import Window

LATER = 2000  # ms from a change to its file: nothing that a user waits for
STEP = QPoint(32, 32)  # px from a window to the next one of the same app
WAITS = 75
"""ms of a first run after which a window that shows nothing yet says that something will come."""
BRIEF = 400  # ms: a sign that would be gone again this soon is worse than none
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 5.0


class AppMemory:
    """Remembers where an app's window stood, its zoom, theme, page and the width of its sidebar.

    Reading costs one small file. A change is written some time later, or by :meth:`flush`; whoever reads the
    file meanwhile sees the old one whole. What can't be read counts as not remembered.

    Args:
        script: The app's script.
        folder: Where the files of all apps lie; by default the platform's place.
    """

    def __init__(self, script: Path, folder: Path | None = None) -> None:
        folder = folder or state_folder() / "apps"
        self._script = script.absolute()
        self._settings = QSettings(str(folder / f"{slug_of(script)}.ini"), QSettings.Format.IniFormat)
        self._changed: dict[str, object] = {}
        self._later: QTimer | None = None

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
        if self._later is not None:
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
            if self._later is None:
                self._later = QTimer()
                self._later.setSingleShot(True)
                self._later.setInterval(LATER)
                self._later.timeout.connect(self.flush)
            self._later.start()


class WindowMemory:
    """What one window has from its app's memory and leaves there when it closes.

    Args:
        window: The window, not shown yet.
        memory: What is kept of its app.
        before: Another window of the app that is open already; this one is put beside it.
    """

    def __init__(self, window: Window, memory: AppMemory, before: Window | None = None) -> None:
        self._window = window
        window.memory = memory
        self._memory = memory
        self._since = time.monotonic()
        if memory.zoom != 1.0:
            window.looks.zoom = memory.zoom
        if memory.sidebar_width is not None:
            window.sidebar.choose_width(memory.sidebar_width)
        if before is not None:
            _cascade(window, before)
        elif not memory.geometry.isEmpty():
            # Qt brings what has come to be off all screens back onto one.
            window.restoreGeometry(memory.geometry)
        # PySide keeps no object for the sake of its methods; the function keeps this one.
        window.closed.connect(lambda: self.on_closed())
        QTimer.singleShot(LATER, window, lambda: self.follow())

    def follow(self) -> None:
        """Note from now on also how the window is put meanwhile: a process may end without closing it."""
        handle = self._window.windowHandle()
        if handle is None:
            return
        settled = QTimer(self._window)
        settled.setSingleShot(True)
        settled.setInterval(LATER)
        settled.timeout.connect(lambda: note_window(self._window, self._memory))
        # The window's events would go through Python one by one; these signals tell of what changed alone.
        for moved in (handle.xChanged, handle.yChanged, handle.widthChanged, handle.heightChanged):
            moved.connect(lambda _: settled.start())
        settled.start()

    def patience(self) -> int:
        """How many ms the window waits before it says that something will come, by how it went last time."""
        took = self._memory.first_element
        if took is None or took <= WAITS:
            return WAITS
        return BRIEF if took <= BRIEF else 0

    def on_first_element(self) -> None:
        """A page that said so has its first element."""
        self._memory.first_element = round((time.monotonic() - self._since) * 1000)

    def on_closed(self) -> None:
        """Note how the window was left."""
        note_window(self._window, self._memory)


def note_window(window: Window, memory: AppMemory) -> None:
    """Note how a window is at the moment."""
    memory.geometry = window.saveGeometry()
    memory.sidebar_width = window.sidebar.chosen
    pages = window.turner.pages
    now = pages.of_now() if pages is not None else None
    memory.page = "" if now is None or now.default else now.name
    memory.flush()


def _cascade(window: Window, before: Window) -> None:
    """Put a window a step beside another one, or at the corner of a screen that has no room there."""
    from PySide6.QtGui import QGuiApplication

    window.resize(before.normalGeometry().size() if before.isMaximized() else before.size())
    place = before.frameGeometry().topLeft() + STEP
    room = before.screen().availableGeometry()
    if not room.contains(QRect(place, window.size())):
        place = room.topLeft() + STEP
    if QGuiApplication.platformName() != "offscreen":
        window.move(place)
