"""The runner: one worker thread per window that takes changes, runs the script, hands on patches.

The GUI thread never runs user code. It calls ``submit``, ``rerun``, ``stop`` and ``close``; the
worker answers through a ``Listener``, whose methods are called on the worker's threads.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .fragments import FragmentId
from .listener import Listener, Program, RunReport
from .pages import Visit
from .queue import Batch, ChangeQueue
from .run import Run
from .runs import Runs
from .screen import Screen
from .session_state import SessionState
from .threads import OwnThread
from .threads import install as install_threads
from .tree import Shown
from .widget import Change, WidgetSpec

if TYPE_CHECKING:
    from .config import Config
    from .undo.history import History

FIRST_REST = 1.5
"""Seconds after the first run in which nothing is done but what its window shows."""

_log = logging.getLogger("desklit.runner")


class Runner:
    """Runs one session's script, again and again.

    Args:
        state: The session's values.
        config: The session's options.
        program: The script.
        listener: Whom to tell.
        frames: Whether to deliver while a run goes on (a window wants it, a test does not).
    """

    def __init__(
        self,
        state: SessionState,
        config: Config,
        program: Program,
        listener: Listener,
        *,
        frames: bool = True,
    ) -> None:
        self.state = state
        self.config = config
        self.program = program
        self.listener = listener
        self._screen = Screen(listener.on_delivery, listener.on_run_started)
        self.runs = Runs(state, config, program, self._screen, self.rerun, self._schedule)
        self.queue = ChangeQueue(self.runs.is_trigger)
        self._watched = False
        self._closed = False
        self.worker: threading.Thread = OwnThread(target=self._work, name="desklit-worker", daemon=True)
        self._frames = frames
        self.make_history: Callable[[], History] | None = None
        """Makes what keeps the steps that can be undone, once there is one; None where none are kept."""
        self.history: History | None = None

    @property
    def run(self) -> Run | None:
        """The run that goes on; None for none."""
        return self.runs.present

    @property
    def screen(self) -> Shown:
        """The tree on screen."""
        return self._screen.tree

    # Called from the window's thread

    def start(self, cause: str = "start") -> None:
        """Start the worker and its first run."""
        install_threads()
        if self._frames:
            self._screen.pump_frames()
        self.queue.put((), cause)
        self.worker.start()

    def submit(self, changes: Sequence[Change], cause: str = "change", *, watched: bool = False) -> int:
        """Queue what the user did and give the serial number of the last change.

        Args:
            changes: What the user did.
            cause: Why there is to be a run.
            watched: The caller calls ``look`` in a frame's time, and again while a run is wanted.
        """
        self._watched = watched and self.queue.idle
        specs = [self.state.spec(change.id) for change in changes]
        wake = not specs or any(spec is None or spec.reruns for spec in specs)
        fragment = _common_fragment(specs)
        if wake and self.run is not None and self.config.get("runner.fastReruns"):
            # Before the worker knows of the changes: the run that takes them over is not to be cut short.
            self.runs.cut_short(fragment)
        return self.queue.put(changes, cause, wake=wake, fragment=fragment)

    def look(self) -> None:
        """Show what a run has so far that has been going on for a frame."""
        self._screen.look()

    def rerun(self, cause: str = "rerun") -> None:
        """Ask for a run without any change."""
        self.submit((), cause)

    def visit(self, visit: Visit) -> None:
        """Let the next run be of another page."""
        self.runs.visit(visit)

    def go_to(self, visit: Visit) -> None:
        """Go to another page, as its user wishes."""
        self.visit(visit)
        self.rerun("page")

    def halt(self) -> None:
        """End the present run at its next command."""
        self.runs.halt()

    def stop(self) -> None:
        """End the present run, even in a loop that calls no command."""
        self.runs.stop(self.worker)

    def close(self) -> None:
        """End for good; the thread goes as soon as the script lets it."""
        self._closed = True
        self.runs.close()
        self.queue.close()
        self._screen.close()
        self.stop()

    def clear_state(self) -> None:
        """Forget all session state when the next run begins."""
        self.runs.clear_state()

    def before_next_run(self, work: Callable[[], object]) -> None:
        """Let something be done on the worker, between the present run and the next one."""
        self.runs.before_next(work)

    def on_window_ready(self) -> None:
        """The window has applied the last delivery."""
        self._screen.on_window_ready()

    def is_busy(self) -> bool:
        """Whether a run goes on or is wanted."""
        return self.run is not None or self.queue.waiting or self.queue.at_work

    # The worker

    def run_waiting(self) -> None:
        """Run all that is wanted in the calling thread and return; for a session without a worker."""
        install_threads()
        self.worker = threading.current_thread()
        while self.queue.waiting and not self._closed:
            batch = self.queue.take()
            if batch is not None:
                self._run_batch(batch)

    def _end_session(self) -> None:
        """Let go of what the session alone has in caches; the script's own functions may be called for it."""
        from .caching.store import end_session

        if self.runs.last is not None:
            self.runs.last.retire()
        try:
            end_session(self.state)
        except Exception:
            _log.exception("on_release failed when a window was closed")

    def _work(self) -> None:
        while True:
            self._use_rest()
            batch = self.queue.take()
            if batch is None:
                self._end_session()
                return
            try:
                self._run_batch(batch)
            except Exception as error:
                _log.exception("desklit itself failed in a run; the window goes on")
                self._recover(batch, error)

    def _use_rest(self) -> None:
        """While nothing is wanted, do what a click is not to wait for, such as note what undoing it takes."""
        history = self.history
        if self.make_history is None or (history is not None and not history.dirty):
            return
        if self.queue.rests(FIRST_REST if history is None else history.pause):
            self.history = history or self.make_history()
            self.history.on_rest()
            self.runs.prepare()

    def _note_steps(self, batch: Batch) -> tuple[FragmentId, ...]:
        """Let the history see a batch; which fragments are to run."""
        if self.history is None and self.make_history is not None and batch.changes:
            self.history = self.make_history()
        if self.history is None:
            return batch.fragments
        fragments = self.history.on_batch(batch)
        if self.history.is_wished():
            self.rerun("undo")
        return fragments

    def _recover(self, batch: Batch, error: Exception) -> None:
        """After a fault of desklit's own: the window learns of it, and the next run finds order."""
        run = self.runs.drop()
        self.queue.at_work = False
        text = f"desklit itself failed ({type(error).__name__}: {error}). The log has more; the app goes on."
        number = 0 if run is None else run.number
        self.listener.on_run_finished(RunReport(number, batch.causes, "failed", 0.0, error, (text,)))

    def _run_batch(self, batch: Batch) -> None:
        causes = batch.causes
        changes = batch.changes
        fragments: Sequence[FragmentId] = self._note_steps(batch)
        again = False
        while True:
            self._screen.seen = batch.seen
            watched, self._watched = self._watched, False
            report = self.runs.perform(changes, causes, fragments, again=again, watched=watched)
            is_last = report.outcome != "rerun" or self._closed or self.queue.waiting
            self.queue.at_work = not is_last
            self.listener.on_run_finished(report)
            if is_last:
                return
            changes, causes, again = (), ("st.rerun",), True
            fragments = self.runs.next_fragments(fragments)

    def _schedule(self, run: Run) -> None:
        """Let the fragments of a run's page run by themselves, as often as they want to."""
        if self._frames:
            self.queue.schedule(run.fragments.timers(), {fragment.id for fragment in run.alone})

    def stack(self) -> list[str]:
        """Where the worker is right now, as lines of a traceback."""
        import sys
        import traceback

        frame = sys._current_frames().get(self.worker.ident or 0)
        return traceback.format_stack(frame) if frame is not None else []


def _common_fragment(specs: Sequence[WidgetSpec | None]) -> FragmentId | None:
    """The fragment that all of these widgets lie in, if it is one."""
    found = {spec.fragments[-1] if spec is not None and spec.fragments else None for spec in specs}
    return found.pop() if len(found) == 1 else None
