"""A session without a window: the same state, queue and runner, driven by a test."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from ...state.config import Config
from ...state.element import Widget
from ...state.listener import Program, RunReport
from ...state.run import Run
from ...state.runner import Runner
from ...state.screen import Delivery
from ...state.session_state import SessionState
from ...state.widget import Change
from .errors import ScriptTimeoutError

_GRACE = 2.0
"""Seconds that a script gets to end once it was told to."""
_PATIENCE = 0.05
"""Seconds between one such word and the next."""


class HeadlessSession:
    """One session, whose script runs when a test says so.

    Args:
        program: The script.
        config: Its options.
    """

    def __init__(self, program: Program, config: Config) -> None:
        self.program = program
        self.state = SessionState()
        self.state.tested = True
        self.runner = Runner(self.state, config, program, self, frames=False)
        self.reports: list[RunReport] = []
        self._cleared: set[str] = set()
        self._fault: BaseException | None = None
        self._run_on_page: Run | None = None

    # The runner's listener

    def on_run_started(self, number: int) -> None:
        """Remember the run, which knows the fragments of the page."""
        self._run_on_page = self.runner.run

    def on_delivery(self, delivery: Delivery) -> None:
        """Nothing to do: a test reads the screen at the end."""

    def on_run_finished(self, report: RunReport) -> None:
        """Remember how it went."""
        self.reports.append(report)

    # The test's side

    def run(self, changes: Sequence[Change], timeout: float) -> None:
        """Run the script until nothing is left to do.

        The script runs in a thread of its own, which is gone afterwards, so that it can be ended.

        Raises:
            ScriptTimeoutError: It took longer than ``timeout`` seconds.
        """
        self.reports.clear()
        self.runner.submit(changes, "test")
        if not self.runner.queue.waiting:  # only widgets whose changes do not rerun by themselves
            self.runner.rerun("test")
        self._run_within(timeout)

    def _run_within(self, timeout: float) -> None:
        thread = threading.Thread(target=self._run, name="desklit-test", daemon=True)
        thread.start()
        thread.join(timeout)
        if thread.is_alive():
            raise self._end(thread, timeout)
        if self._fault is not None:
            fault, self._fault = self._fault, None
            raise fault

    def _run(self) -> None:
        try:
            self.runner.run_waiting()
        except BaseException as fault:  # a fault of desklit itself belongs to the test
            self._fault = fault

    def _end(self, thread: threading.Thread, timeout: float) -> ScriptTimeoutError:
        frames = script_frames(self.runner.stack())
        runs = len(self.reports)
        # Gently first: an exception out of nowhere may hit code that was about to clean up.
        # More than once, since between two runs there is nobody to hear it.
        for end in (*[self.runner.halt] * 10, *[self.runner.stop] * int(_GRACE / _PATIENCE)):
            end()
            thread.join(_PATIENCE)
            if not thread.is_alive():
                break
        where = "This is where it was:\n" + "".join(frames) if frames else ""
        if runs:
            where = f"It ran {runs + 1} times: does it call st.rerun() again and again? {where}"
        return ScriptTimeoutError(
            f"The script did not end within {timeout:g} s. {where or 'It was about to begin.'}\n"
            "Give it longer by run(timeout=…) or default_timeout=…"
        )

    def run_timers(self, timeout: float) -> None:
        """Run the fragments that run by themselves, once each.

        Raises:
            ScriptTimeoutError: It took longer than ``timeout`` seconds.
        """
        timers = self._run_on_page.fragments.timers() if self._run_on_page is not None else {}
        if timers:
            self.reports.clear()
            for fragment in timers:
                self.runner.queue.put((), "run_every", fragment=fragment)
            self._run_within(timeout)

    # Widgets

    def value_of(self, element: Widget) -> Any:
        """The value that the script got in the last run; once clicked, a button says so until the next."""
        return self.state.shown_value(element.id)

    def to_wire(self, element: Widget, value: Any) -> Any:
        """A script's value as the widget's view would send it."""
        spec = self.state.spec(element.id)
        return value if spec is None else spec.wire(value)

    def option_of(self, element: Widget, value: Any) -> int | None:
        """The number of an option, by what the script calls it; None if there is none."""
        for given in (value, [value]):
            try:
                wire = self.to_wire(element, given)
            except LookupError:  # some widgets say so themselves
                continue
            number = wire[0] if isinstance(wire, tuple) and wire else wire
            if isinstance(number, int) and not isinstance(number, bool):
                return number
        return None

    # Forms

    def cleared_fields(self, submitted: set[str], fields: Sequence[Widget]) -> list[Change]:
        """The fields that have fallen back to their defaults since their form was submitted last."""
        forms = submitted & self._cleared
        return [Change(field.id, field.initial) for field in fields if field.form_id in forms]

    def has_cleared(self, form: str) -> bool:
        """Whether a form's fields have fallen back to their defaults since it was submitted last."""
        return form in self._cleared

    def note_cleared(self, forms: set[str]) -> None:
        """These forms were submitted and clear themselves."""
        self._cleared |= forms


def script_frames(stack: Sequence[str]) -> list[str]:
    """The part of a stack that begins with the script; empty if the script is not in it."""
    for place, frame in enumerate(stack):
        if frame.endswith("exec(compiled.code, namespace)\n"):
            return list(stack[place + 1 :])
    return []
