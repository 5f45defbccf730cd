"""Runs, one after the other: each is made, takes changes over, executes the program, and comes to its end."""

from __future__ import annotations

import functools
import itertools
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .callbacks import in_page_order, run_callbacks
from .context import RerunRequest, RunControl, RunInterrupted, StopRun, enter_run
from .element import WidgetId
from .fragments import FragmentId
from .listener import Program, RunReport
from .pages import Visit
from .run import Outcome, Run
from .screen import FRAME, Screen
from .session_state import SessionState
from .widget import Change

if TYPE_CHECKING:
    from .config import Config


class Runs:
    """The runs of one session. They are performed on its worker, and ended from any thread.

    Args:
        state: The session's values.
        config: The session's options.
        program: The script.
        screen: Where they show.
        wish_for_run: Asks for another run, and says why.
        schedule: Lets the fragments of a run that has ended run by themselves.

    Attributes:
        present: The run that goes on; None for none.
        last: The run that has made the page.
        rerun_ids: The fragments that a callback asked for.
    """

    def __init__(
        self,
        state: SessionState,
        config: Config,
        program: Program,
        screen: Screen,
        wish_for_run: Callable[[str], object],
        schedule: Callable[[Run], object],
    ) -> None:
        self.state = state
        self.config = config
        self.program = program
        self._screen = screen
        self._wish_for_run = wish_for_run
        self._schedule = schedule
        self.present: Run | None = None
        self.last: Run | None = None
        self.rerun_ids: tuple[FragmentId, ...] = ()
        self._spare: Run | None = None  # made while nothing was wanted
        self._shown: Run | None = None  # the run before, until the present one has run its callbacks
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._in_script = False
        self._closed = False
        self._clear_wanted = False
        self._before_next: Callable[[], object] | None = None
        self._visit: tuple[Visit, bool] | None = None  # the page to go to, and whether the script says so

    # Called from the window's thread

    def visit(self, visit: Visit) -> None:
        """Let the next run be of another page."""
        self._visit = visit, False

    def clear_state(self) -> None:
        """Forget all session state when the next run begins."""
        self._clear_wanted = True

    def before_next(self, work: Callable[[], object]) -> None:
        """Let something be done on the worker, between the present run and the next one."""
        self._before_next = work

    def halt(self) -> None:
        """End the present run at its next command."""
        with self._lock:
            if self.present is not None:
                self.present.halted = True
                self.present.stop_requested = True

    def cut_short(self, fragment: FragmentId | None) -> None:
        """End the present run at its next command, since another one follows.

        Args:
            fragment: What that one runs alone; None for the whole script. A run of the whole script is not
                cut short for a part of it.
        """
        with self._lock:
            run = self.present
            if run is not None and (fragment is None or any(fragment == each.id for each in run.alone)):
                run.stop_requested = True

    def stop(self, worker: threading.Thread) -> None:
        """End the present run, even in a loop that calls no command.

        Args:
            worker: The thread that performs it.
        """
        with self._lock:
            run = self.present
            if run is None:
                return
            run.halted = True
            run.stop_requested = True
            if self._in_script:
                _raise_in(worker, RunInterrupted)

    def close(self) -> None:
        """Let each run that is made yet end at its first command."""
        self._closed = True

    # The worker

    def is_trigger(self, id: WidgetId) -> bool:
        """Whether a widget's value lasts for one run, such as a click."""
        spec = self.state.spec(id)
        return spec is not None and spec.trigger

    def prepare(self) -> None:
        """Make the next run's empty page ahead: a click is not to wait for that."""
        if self._spare is None:
            self._spare = Run(0, self.state, self.config)

    def next_fragments(self, fragments: Sequence[FragmentId]) -> Sequence[FragmentId]:
        """What runs when the last run, of these fragments, has asked for another one."""
        if self.rerun_ids:
            fragments, self.rerun_ids = self.rerun_ids, ()
        elif self.last is None or not self.last.rerun_fragment:
            fragments = ()
        return fragments

    def drop(self) -> Run | None:
        """Give up the present run after a fault of desklit's own; which one it was."""
        with self._lock:
            run, self.present = self.present, None
        self._screen.on_run_ended()
        enter_run(None)
        self.state.finish_run(completed=False)
        return run

    def perform(
        self,
        changes: Sequence[Change],
        causes: tuple[str, ...],
        fragments: Sequence[FragmentId],
        *,
        again: bool,
        watched: bool,
    ) -> RunReport:
        """Make a run and see it through, to what its page shows.

        Args:
            changes: What it takes over.
            causes: Why it happens.
            fragments: Those that run alone; none for the whole script.
            again: The run before has asked for this one.
            watched: Whether somebody looks after the run in a frame's time.
        """
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
        with self._lock:
            self.present = run
            run.stop_requested = self._closed
        self._screen.on_run_started(run, watched=watched)
        outcome, error = self._guarded(run, changes)
        with self._lock:
            self.present = None
        self._screen.on_run_ended()
        outcome, error = self._end(run, outcome, error)
        return RunReport(
            run.number, causes, outcome, time.perf_counter() - started, error, tuple(run.notices)
        )

    def _run_for(self, fragments: Sequence[FragmentId]) -> Run:
        """A new run, or the last one once more for some of its fragments."""
        number = next(self._numbers)
        last = self.last
        if fragments and last is not None:
            last.resume(number, fragments)
            if last.alone:
                last.page_fragments = last.fragments
                return last
        # The page of the last run is the one that is shown until the callbacks have run.
        self._shown = last
        run, self._spare = self._spare or Run(0, self.state, self.config), None
        run.number = number
        self.last = run
        run.page_fragments = None if last is None else last.fragments
        run.on_wish = self._on_wish
        run.on_late_write = functools.partial(self._screen.on_late_write, run)
        return run

    def _on_wish(self, request: RerunRequest) -> None:
        """A thread of the script's own called ``st.rerun`` or ``st.switch_page``."""
        self._note_visit(request)
        self._wish_for_run("st.rerun")

    def _guarded(self, run: Run, changes: Sequence[Change]) -> tuple[Outcome, BaseException | None]:
        """Execute, and let a *Stop* that arrives on the way out do no harm."""
        try:
            try:
                with self._lock:
                    self._in_script = True
                return self._execute(run, changes)
            finally:
                with self._lock:
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
            self.last, self._shown = self._shown, None
            self.last.rerun_fragment = False

    def _retire_page(self) -> None:
        """The page of the run before is not needed any more."""
        if self._shown is not None:
            self._shown.retire()
            self._shown = None

    def _run_callbacks(self, run: Run, changes: Sequence[Change]) -> bool:
        """Run the callbacks of what changed; True if they ask for a rerun in the place of this one."""
        changed = self.state.apply(changes)
        triggers = {change.id for change in changes if self.is_trigger(change.id)}
        self._screen.note({change.id: change.value for change in changes if change.id not in triggers})
        wishes = run_callbacks(run, in_page_order(changed, self._screen.tree), self._note_visit)
        if wishes.fragments is not None:
            self.rerun_ids = wishes.fragments
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
        self._schedule(run)
        run.end()
        if outcome in ("completed", "stopped", "failed"):
            self._screen.show(run, final=True)
        elif outcome == "halted" or self._screen.since_delivery() > FRAME:
            self._screen.show(run, final=outcome == "halted")
        return outcome, error


def _raise_in(thread: threading.Thread, exception: type[BaseException]) -> None:
    """Raise in another thread at its next jump backwards or call."""
    import ctypes  # hardly ever needed

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(exception))
