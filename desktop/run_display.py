"""What a window shows of its session's runs: what they deliver, how they go, and how they ended."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ..state.run import UNASKED
from .notices import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..state.listener import RunReport
    from ..state.screen import Delivery
    from .window import Window

LONG_RUN = 10.0  # seconds: whoever waits for longer does something else meanwhile
STALE_AFTER = 500  # ms: a run that is faster than this dims nothing


class RunDisplay(QObject):
    """Listens to the session of a window and brings the window in step.

    Args:
        window: The window.

    Attributes:
        report: How the last run went; None while the first one goes on.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.report: RunReport | None = None
        self.since: float | None = None  # when the run has begun that goes on, if it is not a brief one
        self._held: list[Callable[[], None]] | None = None
        self._stale: frozenset[int] = frozenset()
        self._asked = True  # whether the page before this one has asked anything of the window
        self._stale_timer = QTimer(self)
        self._stale_timer.setSingleShot(True)
        self._stale_timer.setInterval(STALE_AFTER)
        self._stale_timer.timeout.connect(lambda: window.canvas.show_stale(self._stale))
        session = window.session
        session.run_started.connect(self._on_run_started)
        session.delivered.connect(self._on_delivered)
        session.run_finished.connect(self._on_run_finished)

    def _on_run_started(self, number: int) -> None:
        self._stale_timer.start()
        self.since = time.monotonic()
        self._window.header.on_run_started()

    def hold(self) -> None:
        """From now on what the session delivers has to wait: the page is needed as it is."""
        self._held = []

    def release(self) -> None:
        """Take up what has waited, in its order."""
        held, self._held = self._held or [], None
        for take in held:
            take()

    def _on_delivered(self, delivery: Delivery) -> None:
        if self._held is not None:
            self._held.append(partial(self._on_delivered, delivery))
            return
        window = self._window
        self._stale = delivery.patch.stale
        try:
            moved = window.canvas.apply(delivery.patch, delivery.seen)
            page = delivery.page
            # Most runs ask nothing of the window, as those before them.
            asks = page is not UNASKED or self._asked
            if asks:
                page = window.turner.take(page, final=delivery.final)
            if (moved or asks) and window.placing.has_new_sidebar():
                window.placing.place_areas()
            if asks:
                window.settings.take(page)
                self._asked = delivery.page is not UNASKED or not delivery.final
        finally:
            window.session.runner.on_window_ready()

    def _on_run_finished(self, report: RunReport) -> None:
        if self._held is not None:
            self._held.append(partial(self._on_run_finished, report))
            return
        window = self._window
        self.report = report
        self.since = None
        self._stale_timer.stop()
        self._stale = frozenset()
        window.canvas.show_stale(frozenset())
        for text in report.notices:
            window.notices.say(f":material/info: {escaped(text)}")
        if isinstance(report.error, ModuleNotFoundError):
            from .missing_module import say_missing

            say_missing(window, report.error)
        window.header.menu.setVisible(window.menu.has_entries())
        if report.seconds > LONG_RUN:
            from .run_notice import tell_of_run

            tell_of_run(window, report)
        # After these another run comes, which may be over before this one's end is told.
        goes_on = report.outcome in ("rerun", "interrupted")
        if not goes_on and not window.session.runner.is_busy():
            window.header.on_run_finished()
            window.settled.emit()
