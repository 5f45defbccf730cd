"""Asks before a window closes over a run that has gone on for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from ..widgets.controls import CheckBox
from .durations import spoken

if TYPE_CHECKING:
    from .window import Window

LONG = 5.0  # seconds: what has taken less is soon done again
_NAME = "close-question"


def close_by_user(window: Window) -> None:
    """Close a window for its user, who may have to answer a question first."""
    if not asks_first(window):
        window.close()


def asks_first(window: Window) -> bool:
    """Whether the window is not to close yet, since its user is asked; if so, the answer closes it."""
    since = window.runs.since
    if since is None or not window.session.runner.is_busy() or not window.preferences.ask_to_end:
        return False
    taken = time.monotonic() - since
    if taken < LONG:
        return False
    asked = window.findChild(QMessageBox, _NAME)
    if asked is None:
        _ask(window, taken)
    else:
        asked.raise_()
        asked.activateWindow()
    return True


def _ask(window: Window, taken: float) -> None:
    box = QMessageBox(window)
    box.setObjectName(_NAME)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Close")
    box.setText(f"{window.settings.title} is still running.")
    box.setInformativeText(f"It has been at work for {spoken(taken)}. Closing the window ends the run.")
    end = box.addButton("End and close", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("Keep open", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    never = CheckBox(window.scene.theme, "Don't ask again")
    box.setCheckBox(never)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(16, 24, 24, 24)

    def answer() -> None:
        ends = box.clickedButton() is end
        if never.isChecked() and ends:
            window.preferences.ask_to_end = False
        box.deleteLater()
        if ends:
            window.close()

    # Once the run is over nothing is lost any more, and the question has no point.
    window.settled.connect(box.reject)
    box.finished.connect(answer)
    box.open()
