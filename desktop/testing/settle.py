"""Waiting until an app has nothing left to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QEventLoop, QTimer

from .errors import AppTestError
from .headless import script_frames

if TYPE_CHECKING:
    from ..window import Window

TICK = 2  # ms: how often to look; events wake the loop at once
SOON = 1000  # ms: timers for longer than this (a message that fades, a refresh) are not waited for
FOR_EVER = -1


class NotSettledError(AppTestError):
    """The app still had something to do when the time was over."""


class Settler:
    """Waits for one window.

    Args:
        window: The window.
        check: Called between events; raises what has gone wrong meanwhile.
        runs: How often the script has run so far.
    """

    def __init__(self, window: Window, check: Callable[[], None], runs: Callable[[], int]) -> None:
        self._window = window
        self._check = check
        self._runs = runs

    def settle(self, timeout: float) -> None:
        """Deal with events until no run, no patch and no timer is due.

        Args:
            timeout: Seconds.

        Raises:
            NotSettledError: It took longer; the message says what it waits for and where the script is.
        """
        __tracebackhide__ = True
        runner = self._window.session.runner
        deadline = time.monotonic() + timeout
        first = self._runs()
        quiet = 0
        while quiet < 2:
            # What an idle worker has told is in Qt's queue, so it is dealt with below.
            was_idle = runner.queue.idle
            deal_with_events()
            self._check()
            reason = self.waits_for()
            quiet = quiet + 1 if was_idle and not reason else 0
            if reason and time.monotonic() > deadline:
                raise self._too_late(timeout, reason, self._runs() - first)
            if not quiet:
                wait_for_events()

    def waits_for(self) -> str:
        """What is still due, in words; "" for nothing."""
        if not self._window.session.runner.queue.idle:
            return "A run goes on or is wanted"
        for timer in self._window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON:
                owner = type(timer.parent()).__name__
                return f"A timer of {owner} is due in {max(0, timer.remainingTime())} ms"
        for motion in self._window.findChildren(QAbstractAnimation):
            moves = motion.state() == QAbstractAnimation.State.Running
            if moves and motion.totalDuration() != FOR_EVER:
                return f"Something moves in {type(motion.parent()).__name__}"
        for view in self._window.canvas.all_views():
            if getattr(view, "is_saving", False):
                return "A file is being saved"
        return ""

    def _too_late(self, timeout: float, reason: str, runs: int) -> NotSettledError:
        lines = [f"The app did not settle within {timeout:g} s. {reason}."]
        if runs > 1:
            lines.append(f"It ran {runs} times meanwhile: does it rerun itself again and again?")
        frames = script_frames(self._window.session.runner.stack())
        if frames:
            lines.append("This is where the script is:\n" + "".join(frames).rstrip())
        return NotSettledError("\n".join(lines))


def deal_with_events() -> None:
    """Deliver all events that wait, deletions included."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait_for_events() -> None:
    """Let the event loop run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(TICK, loop.quit)
    loop.exec()
