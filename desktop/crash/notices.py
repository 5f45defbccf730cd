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
    from ..notices import Notices


def say_ending(notices: Notices, ending: Ending, folder: Path) -> None:
    """Say in a window that the process before did not end as it should.

    Args:
        notices: The window's.
        ending: How it ended.
        folder: Where the logs are.
    """
    reason = f": {escaped(ending.reason)}" if ending.reason else ""
    copy = partial(QGuiApplication.clipboard().setText, ending.trace)
    actions = [("Copy details", copy)] if ending.trace else []
    notices.say(
        f":material/bug_report: This app ended all at once last time{reason}.",
        [*actions, ("Open log folder", partial(open_folder, folder))],
        tone="red" if ending.trace else "blue",
    )
