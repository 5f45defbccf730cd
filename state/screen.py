"""What is on screen, and how a run gets there: as patches, at most one a frame while it goes on."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from .diff import Patch, diff
from .element import Widget, WidgetId
from .records import dataclass
from .run import PageConfig, Run
from .tree import empty_screen

FRAME = 1 / 60
LONGEST_REST = 0.5  # seconds
_log = logging.getLogger("desklit.screen")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A patch on its way to the window.

    ``seen`` is the serial number of the newest change that the patch knows of: a widget that has
    sent a newer one keeps what its user sees.
    """

    patch: Patch
    seen: int
    page: PageConfig
    final: bool


class Screen:
    """The tree on screen of one session.

    Args:
        deliver: Hands a delivery to the window.
        announce: Tells the window the number of a run that has lasted for a frame.
    """

    def __init__(self, deliver: Callable[[Delivery], None], announce: Callable[[int], None]) -> None:
        self.tree = empty_screen()
        self.seen = 0
        self.announce = announce
        self._deliver = deliver
        self._numbers = itertools.count(10)
        self._lock = threading.Lock()
        self._delivered = 0.0
        self._rests_until = 0.0
        self._window_ready = True
        self._pump: FramePump | None = None

    def on_run_started(self, run: Run, *, watched: bool) -> None:
        """A run begins; its frames are counted from now on.

        Args:
            run: The run.
            watched: Whether somebody calls `look` in a frame's time, so that the pump need not wake for it.
        """
        self._delivered = time.perf_counter()
        if self._pump is None:
            self.announce(run.number)
        else:
            self._pump.on_run_started(run, watched=watched)

    def look(self) -> None:
        """See whether there is a run by now that has lasted for a frame."""
        if self._pump is not None:
            self._pump.wake()

    def on_run_ended(self) -> None:
        """The run declares nothing any more; no frame of it is delivered after this."""
        if self._pump is not None:
            self._pump.on_run_ended()

    def pump_frames(self) -> None:
        """Deliver what long runs have so far, from a thread of its own."""
        self._pump = FramePump(self)
        self._pump.start()

    def on_late_write(self, run: Run) -> None:
        """A thread has written to the page of a run that has ended."""
        if self._pump is not None:
            self._pump.on_late_write(run)

    def close(self) -> None:
        """End the thread, if there is one."""
        if self._pump is not None:
            self._pump.close()

    def on_window_ready(self) -> None:
        """The window has applied the last delivery.

        What has cost more than a frame leaves its user as much time: a long text that grows must not
        keep it busy.
        """
        now = time.perf_counter()
        self._rests_until = now + min(now - self._delivered - FRAME, LONGEST_REST)
        self._window_ready = True

    def is_window_ready(self) -> bool:
        """Whether the window has applied the last delivery, and has had time for its user since."""
        return self._window_ready and time.perf_counter() >= self._rests_until

    def since_delivery(self) -> float:
        """Seconds since the last delivery, or since the run began."""
        return time.perf_counter() - self._delivered

    def note(self, values: Mapping[WidgetId, Any]) -> None:
        """What the user changed is on screen already: the next difference starts from there."""
        if not values:
            return
        waiting = len(values)
        with self._lock:
            for node in self.tree.walk():
                element = node.element
                if isinstance(element, Widget) and element.id in values:
                    node.element = replace(element, value=values[element.id])
                    waiting -= 1
                    if not waiting:
                        return

    def show(self, run: Run, *, final: bool) -> None:
        """Bring the window in step with what a run has declared.

        Args:
            run: The run.
            final: Whether it declares nothing more. What it has not declared goes then, unless its
                user stopped it.
        """
        with self._lock:
            keep_rest = not final or run.halted
            self.tree, patch = diff(self.tree, run.tree, self._numbers.__next__, partial=keep_rest)
            if run.halted and final:
                patch = Patch(patch.operations)
            self._delivered = time.perf_counter()
            self._window_ready = False
            self._deliver(Delivery(patch, self.seen, run.page_config, final))


class FramePump(threading.Thread):
    """Shows a long run while it goes on: once a frame, and never faster than the window follows.

    For a run that is over within a frame it does not even wake: two threads that want the interpreter beside
    the worker cost a click a tenth of its time.

    Args:
        screen: Where to.
    """

    def __init__(self, screen: Screen) -> None:
        super().__init__(name="desklit-frames", daemon=True)
        self._screen = screen
        self._showing: Run | None = None
        self._late: Run | None = None
        self._announced = 0
        self._shown = (0, 0)
        self._lock = threading.Lock()
        self._awake = threading.Event()
        self._closed = False

    def on_run_started(self, run: Run, *, watched: bool) -> None:
        """There is something to show from now on."""
        with self._lock:
            self._late = None
            self._showing = run
            if not watched:
                self._awake.set()

    def on_run_ended(self) -> None:
        """No frame is shown after this; one that is being shown is waited for."""
        with self._lock:
            self._showing = None

    def wake(self) -> None:
        """Show frames as long as there is a run."""
        self._awake.set()

    def on_late_write(self, run: Run) -> None:
        """There is something to show after all, in a frame's time."""
        with self._lock:
            if self._showing is None:
                self._late = run
                self._awake.set()

    def close(self) -> None:
        """End the thread."""
        self._closed = True
        self._awake.set()

    def run(self) -> None:
        """Show frames until closed."""
        while not self._closed:
            pause = FRAME
            if not self._awake.is_set():
                self._awake.wait()
                pause -= self._screen.since_delivery()  # whoever has woken this may have waited already
            time.sleep(max(0.0, pause))
            with self._lock:
                if self._late is not None:
                    self._show_late(self._late)
                elif self._showing is not None:
                    self._show(self._showing)
                else:
                    self._awake.clear()

    def _show(self, run: Run) -> None:
        if self._announced != run.number:
            self._announced = run.number
            self._screen.announce(run.number)
        if (run.number, run.version) == self._shown:
            return
        if not self._screen.is_window_ready() or self._screen.since_delivery() < FRAME:
            return
        self._shown = (run.number, run.version)
        try:
            self._screen.show(run, final=False)
        except Exception:
            _log.exception("desklit could not show what the run has so far")

    def _show_late(self, run: Run) -> None:
        """Show what was written after the end of a run, as a whole: nothing more is to come of it."""
        if not self._screen.is_window_ready():
            return
        self._late = None
        if run.retired:
            return
        try:
            self._screen.show(run, final=True)
        except Exception:
            _log.exception("desklit could not show what a thread has written")
