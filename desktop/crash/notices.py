"""Tells in an app's window how it ended last time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ..notices import escaped
from .dialog import open_folder
from .marker import Ending

if TYPE_CHECKING:
    from ..notice import Action
    from ..notices import Notices


def say_ending(notices: Notices, ending: Ending, folder: Path) -> None:
    """Say in a window that the process before did not end as it should.

    Args:
        notices: The window's.
        ending: How it ended.
        folder: Where the logs are.
    """
    reason = f": {escaped(ending.reason)}" if ending.reason else ""
    notices.say(
        f":material/bug_report: This app ended all at once last time{reason}.",
        ending_actions(ending, folder),
        tone="red" if ending.trace else "blue",
    )


def ending_actions(ending: Ending, folder: Path) -> list[Action]:
    """What can be done about such an end.

    Args:
        ending: How the process ended.
        folder: Where the logs are.
    """
    copy = partial(QGuiApplication.clipboard().setText, ending.trace)
    details = [("Copy details", copy)] if ending.trace else []
    return [*details, ("Open log folder", partial(open_folder, folder))]
