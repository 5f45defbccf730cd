"""``desklit`` alone."""

from __future__ import annotations

from pathlib import Path


def open_home() -> int:
    """Open the home window and give the exit status once it is closed."""
    from ...state.config import Config
    from ..app import application
    from ..preferences import Preferences
    from .home import Home
    from .recents import Recents

    qt = application()
    qt.setDesktopFileName("desklit")
    home = Home(Recents(), Preferences(), Config.load(cwd=Path.home()))
    home.closed.connect(qt.quit)
    home.show()
    return qt.exec()
