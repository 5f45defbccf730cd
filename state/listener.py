"""What a runner tells, and what it runs: how a run went, who listens, and the program."""

from __future__ import annotations

from typing import Protocol

from .records import dataclass
from .run import Outcome, Run
from .screen import Delivery


@dataclass(frozen=True, slots=True)
class RunReport:
    """How a run went; ``seconds`` is its wall time, ``notices`` are for the window to show once."""

    number: int
    causes: tuple[str, ...]
    outcome: Outcome
    seconds: float
    error: BaseException | None = None
    notices: tuple[str, ...] = ()


class Listener(Protocol):
    """The window's side, called on the worker's threads."""

    def on_run_started(self, number: int) -> None:
        """A run has begun. With frames it is told of runs alone that last longer than one."""

    def on_delivery(self, delivery: Delivery) -> None:
        """There is something to show."""

    def on_run_finished(self, report: RunReport) -> None:
        """A run has ended; all that it shows has been delivered."""


class Program(Protocol):
    """What a run executes: the user's script, and how its errors are shown."""

    def execute(self, run: Run) -> None:
        """Run the script from top to bottom."""

    def show_error(self, run: Run, error: BaseException) -> None:
        """Put an error into the page."""
