"""The runner: one worker thread per window that takes changes, runs the script, hands on patches.

The GUI thread never runs user code. It calls ``submit``, ``rerun``, ``stop`` and ``close``; the
worker answers through a ``Listener``, whose methods are called on the worker's threads.
"""

from __future__ import annotations

import functools
import itertools
import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .callbacks import in_page_order, run_callbacks
from .context import RerunRequest, RunControl, RunInterrupted, StopRun, enter_run
from .element import WidgetId
from .fragments import FragmentId
from .listener import Listener, Program, RunReport
from .pages import Visit
from .queue import Batch, ChangeQueue
from .run import Outcome, Run
from .screen import FRAME, Screen
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
        self.queue = ChangeQueue(self._is_trigger)
        self._screen = Screen(listener.on_delivery, listener.on_run_started)
        self._watched = False
        self.run: Run | None = None
        self._last: Run | None = None
        self._shown: Run | None = None  # the run before, until the present one has run its callbacks
        self._rerun_ids: tuple[FragmentId, ...] = ()  # the fragments that a callback asked for
        self._runs = itertools.count(1)
        self._run_lock = threading.Lock()
        self._in_script = False
        self._closed = False
        self._clear_wanted = False
        self._before_next: Callable[[], object] | None = None
        self._visit: tuple[Visit, bool] | None = None  # the page to go to, and whether the script says so
        self.worker: threading.Thread = OwnThread(target=self._work, name="desklit-worker", daemon=True)
        self._frames = frames
        self.make_history: Callable[[], History] | None = None
        """Makes what keeps the steps that can be undone, once there is one; None where none are kept."""
        self.history: History | None = None

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
        serial = self.queue.put(changes, cause, wake=wake, fragment=fragment)
        run = self.run
        if wake and run is not None and self.config.get("runner.fastReruns"):
            # A run of the whole script is not cut short for a part of it.
            running = {alone.id for alone in run.alone}
            if fragment is None or fragment in running:
                run.stop_requested = True
        return serial

    def look(self) -> None:
        """Show what a run has so far that has been going on for a frame."""
        self._screen.look()

    def rerun(self, cause: str = "rerun") -> None:
        """Ask for a run without any change."""
        self.submit((), cause)

    def visit(self, visit: Visit) -> None:
        """Let the next run be of another page."""
        self._visit = visit, False

    def go_to(self, visit: Visit) -> None:
        """Go to another page, as its user wishes."""
        self.visit(visit)
        self.rerun("page")

    def halt(self) -> None:
        """End the present run at its next command."""
        with self._run_lock:
            if self.run is not None:
                self.run.halted = True
                self.run.stop_requested = True

    def stop(self) -> None:
        """End the present run, even in a loop that calls no command."""
        with self._run_lock:
            run = self.run
            if run is None:
                return
            run.halted = True
            run.stop_requested = True
            if self._in_script:
                _raise_in(self.worker, RunInterrupted)

    def close(self) -> None:
        """End for good; the thread goes as soon as the script lets it."""
        self._closed = True
        self.queue.close()
        self._screen.close()
        self.stop()

    def clear_state(self) -> None:
        """Forget all session state when the next run begins."""
        self._clear_wanted = True

    def before_next_run(self, work: Callable[[], object]) -> None:
        """Let something be done on the worker, between the present run and the next one."""
        self._before_next = work

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

        if self._last is not None:
            self._last.retire()
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
        """While nothing is wanted, note what undoing the next step takes: a click is not to wait for that."""
        history = self.history
        if self.make_history is None or (history is not None and not history.dirty):
            return
        if self.queue.rests(FIRST_REST if history is None else history.pause):
            self.history = history or self.make_history()
            self.history.on_rest()

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
        with self._run_lock:
            run, self.run = self.run, None
        self.queue.at_work = False
        self._screen.on_run_ended()
        enter_run(None)
        self.state.finish_run(completed=False)
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
            report = self._run_once(changes, causes, fragments, again=again)
            is_last = report.outcome != "rerun" or self._closed or self.queue.waiting
            self.queue.at_work = not is_last
            self.listener.on_run_finished(report)
            if is_last:
                return
            changes, causes, again = (), ("st.rerun",), True
            if self._rerun_ids:
                fragments, self._rerun_ids = self._rerun_ids, ()
            elif self._last is None or not self._last.rerun_fragment:
                fragments = ()

    def _run_for(self, fragments: Sequence[FragmentId]) -> Run:
        """A new run, or the last one once more for some of its fragments."""
        number = next(self._runs)
        last = self._last
        if fragments and last is not None:
            last.resume(number, fragments)
            if last.alone:
                last.page_fragments = last.fragments
                return last
        # The page of the last run is the one that is shown until the callbacks have run.
        self._shown = last
        self._last = run = Run(number, self.state, self.config)
        run.page_fragments = None if last is None else last.fragments
        run.on_wish = self._on_wish
        run.on_late_write = functools.partial(self._screen.on_late_write, run)
        return run

    def _on_wish(self, request: RerunRequest) -> None:
        """A thread of the script's own called ``st.rerun`` or ``st.switch_page``."""
        self._note_visit(request)
        self.rerun("st.rerun")

    def _run_once(
        self,
        changes: Sequence[Change],
        causes: tuple[str, ...],
        fragments: Sequence[FragmentId],
        *,
        again: bool,
    ) -> RunReport:
        if self._visit is not None:
            (visit, by_script), self._visit = self._visit, None
            self.state.enter_page(visit, by_script=by_script)
            fragments = ()
        run = self._run_for(fragments)
        started = time.perf_counter()
        if self._clear_wanted:
            self._clear_wanted = False
            self.state.clear()
        if self._before_next is not None:
            work, self._before_next = self._before_next, None
            work()
        self.state.begin_run(again=again)
        with self._run_lock:
            self.run = run
            run.stop_requested = self._closed
        watched, self._watched = self._watched, False
        self._screen.on_run_started(run, watched=watched)
        outcome, error = self._guarded(run, changes)
        with self._run_lock:
            self.run = None
        self._screen.on_run_ended()
        outcome, error = self._end(run, outcome, error)
        return RunReport(
            run.number, causes, outcome, time.perf_counter() - started, error, tuple(run.notices)
        )

    def _guarded(self, run: Run, changes: Sequence[Change]) -> tuple[Outcome, BaseException | None]:
        """Execute, and let a *Stop* that arrives on the way out do no harm."""
        try:
            try:
                with self._run_lock:
                    self._in_script = True
                return self._execute(run, changes)
            finally:
                with self._run_lock:
                    self._in_script = False
                # What is on its way arrives at a jump backwards. Taking it back instead (an asynchronous
                # exception of NULL) would leave the interpreter looking for it at every jump ever after.
                for _ in range(3):
                    pass
        except RunInterrupted:
            return "halted", None

    def _execute(self, run: Run, changes: Sequence[Change]) -> tuple[Outcome, BaseException | None]:
        enter_run(run)
        try:
            if self._run_callbacks(run, changes):
                self._keep_page()
                return "rerun", None
            self._retire_page()
            self._execute_body(run)
        except StopRun:
            return "stopped", None
        except RerunRequest as request:
            run.rerun_fragment = request.fragment
            self._note_visit(request)
            return "rerun", None
        except RunInterrupted:
            return ("halted" if run.halted else "interrupted"), None
        except RunControl:
            return "stopped", None
        except BaseException as error:  # the script may raise anything, SystemExit included
            self.program.show_error(run, error)
            return "failed", error
        finally:
            enter_run(None)
        return "completed", None

    def _execute_body(self, run: Run) -> None:
        """Run the script, or the fragments alone whose turn it is."""
        try:
            if not run.alone:
                self.program.execute(run)
            run.fragments.begin(run.alone)
            for fragment in run.alone:
                fragment.execute(run)
        finally:
            run.join_parallel()

    def _keep_page(self) -> None:
        """Callbacks asked for another run: the page is still that of the run before."""
        if self._shown is not None:
            self._last, self._shown = self._shown, None
            self._last.rerun_fragment = False

    def _retire_page(self) -> None:
        """The page of the run before is not needed any more."""
        if self._shown is not None:
            self._shown.retire()
            self._shown = None

    def _run_callbacks(self, run: Run, changes: Sequence[Change]) -> bool:
        """Run the callbacks of what changed; True if they ask for a rerun in the place of this one."""
        changed = self.state.apply(changes)
        triggers = {change.id for change in changes if self._is_trigger(change.id)}
        self._screen.note({change.id: change.value for change in changes if change.id not in triggers})
        wishes = run_callbacks(run, in_page_order(changed, self._screen.tree), self._note_visit)
        if wishes.fragments is not None:
            self._rerun_ids = wishes.fragments
        return wishes.rerun

    def _note_visit(self, request: RerunRequest) -> None:
        if request.visit is not None:
            self._visit = request.visit, True

    def _end(
        self, run: Run, outcome: Outcome, error: BaseException | None
    ) -> tuple[Outcome, BaseException | None]:
        if outcome != "rerun":
            self._retire_page()
        if outcome in ("completed", "stopped", "failed"):
            try:
                if self.config.get("runner.enforceSerializableSessionState"):
                    self.state.check_serializable()
            except Exception as unserializable:
                outcome, error = "failed", unserializable
                enter_run(run)
                self.program.show_error(run, unserializable)
                enter_run(None)
        self.state.finish_run(
            completed=outcome == "completed",
            interrupted=outcome == "interrupted",
            again=outcome == "rerun",
            fragments=[fragment.id for fragment in run.alone],
        )
        if self._frames:
            self.queue.schedule(run.fragments.timers(), {fragment.id for fragment in run.alone})
        run.end()
        if outcome in ("completed", "stopped", "failed"):
            self._screen.show(run, final=True)
        elif outcome == "halted" or self._screen.since_delivery() > FRAME:
            self._screen.show(run, final=outcome == "halted")
        return outcome, error

    def _is_trigger(self, id: WidgetId) -> bool:
        spec = self.state.spec(id)
        return spec is not None and spec.trigger

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


def _raise_in(thread: threading.Thread, exception: type[BaseException]) -> None:
    """Raise in another thread at its next jump backwards or call."""
    import ctypes  # hardly ever needed

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(exception))
