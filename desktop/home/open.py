"""``desklit`` alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..crash.watch import ProcessWatch

STARTED_AFTER = 1500  # ms
ICON_AFTER = 100  # ms: the window is there by then


def open_home() -> int:
    """Open the home window and give the exit status once it is closed."""
    from ..crash.watch import ProcessWatch

    watch = ProcessWatch("desklit", printed=True)
    try:
        return _run_home(watch)
    finally:
        watch.close()


def _show_icon() -> None:
    from ..launchers.install import OWN_ICON
    from ..launchers.window_icon import show_icon

    show_icon(OWN_ICON, "desklit")


def _run_home(watch: ProcessWatch) -> int:
    from PySide6.QtCore import QTimer

    from ...state.config import Config
    from ..app import application
    from ..interrupt import Interrupt
    from ..preferences import Preferences
    from .home import Home
    from .recents import Recents

    qt = application()
    qt.setDesktopFileName("desklit")
    home = Home(Recents(), Preferences(), Config.load(cwd=Path.home()))
    home.closed.connect(qt.quit)
    interrupt = Interrupt(lambda: [home], watch.on_told_to_end)
    home.show()
    QTimer.singleShot(STARTED_AFTER, home, lambda: watch.on_started(home.notices))
    QTimer.singleShot(ICON_AFTER, home, _show_icon)
    status = qt.exec()
    return 128 + interrupt.number if interrupt.number else status
