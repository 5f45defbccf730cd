"""One pass over the script: the tree that it builds and what it may use meanwhile."""

from __future__ import annotations

import contextvars
import datetime as dt
import functools
import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

from .container import Container
from .context import RerunRequest, RunInterrupted, StopRun
from .fragments import Fragment, FragmentId, Fragments
from .pages import PageList
from .records import dataclass
from .session_state import Registered, SessionState
from .threads import OwnThread, is_guest
from .tree import REGIONS, Node, new_tree
from .widget import WidgetSpec

if TYPE_CHECKING:
    from .config import Config

_log = logging.getLogger("desklit.state")

PARALLEL = 8
"""How many fragments run at the same time where no option says otherwise."""

Outcome = Literal["completed", "stopped", "failed", "rerun", "interrupted", "halted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageConfig:
    """What ``st.set_page_config`` asks of the window; None leaves things as they are."""

    title: str | None = None
    icon: object = None  # a sign as text, or a picture; what is equal looks equal
    layout: str | None = None
    sidebar: str | int | None = None
    menu_items: tuple[tuple[str, str | None], ...] = ()
    pages: PageList | None = None


UNASKED = PageConfig()


def _ignore(request: RerunRequest) -> None:
    """Nobody is there who could fulfil a wish."""


class Run:
    """One pass over the script."""

    def __init__(self, number: int, state: SessionState, config: Config) -> None:
        self.number = number
        self.state = state
        self.config = config
        self.tree: Node = new_tree()
        self.page_config = UNASKED
        self.entry: Path | None = None
        self.run_file: Callable[[Path], object] | None = None  # runs the file of a page
        self.version = 0
        self.recording = 0  # how many cached functions are running
        self.fragmenting = 0  # how many fragments are running
        self.calling_back = False  # what runs are callbacks, before the script
        self.page_fragments: Fragments | None = None  # of the page that is shown while callbacks run
        self.rerun_keys: tuple[str, ...] = ()
        self.stop_requested = False  # the next command is to ask `checkpoint` what is the matter
        self.ended = False  # nothing executes it any more; threads of the script's own may still write
        self.retired = False  # another run has taken its place, or its window is closed
        self.on_late_write: Callable[[], object] | None = None
        self.on_wish: Callable[[RerunRequest], object] = _ignore
        self.fragments = Fragments()
        self.alone: list[Fragment] = []
        self.error_place: Container | None = None
        self.rerun_fragment = False
        self._parallel: list[threading.Thread] = []
        self._parallel_errors: list[BaseException] = []
        self.halted = False
        self.stopped = False
        self.notices: list[str] = []
        self.serials = 0
        self.dividers = 0
        self.dialog_depth = 0
        regions = self.tree.children or []
        self.regions = {
            name: Container(self, node, name)
            for name, node in zip(REGIONS, regions, strict=True)
        }

    def run_parallel(self, work: Callable[[], object]) -> None:
        """Run a part of the script beside the rest, in a thread of its own within this run.

        As many at the same time as ``runner.parallelMaxWorkers`` allows; the others wait.
        """
        limit = int(self.config.get("runner.parallelMaxWorkers") or PARALLEL)
        while len([thread for thread in self._parallel if thread.is_alive()]) >= max(1, limit):
            self._parallel[0].join(0.01)
            self._parallel = [thread for thread in self._parallel if thread.is_alive()]
            self.checkpoint()
        context = contextvars.copy_context()

        def guarded() -> None:
            try:
                context.run(work)
            except BaseException as error:
                self._parallel_errors.append(error)

        thread = OwnThread(target=guarded, name="desklit-fragment", daemon=True)
        self._parallel.append(thread)
        thread.start()

    def join_parallel(self) -> None:
        """Wait for the parts that run beside the rest, and raise the first error of theirs."""
        threads, self._parallel = self._parallel, []
        for thread in threads:
            thread.join()
        errors, self._parallel_errors = self._parallel_errors, []
        if errors:
            raise errors[0]

    def resume(self, number: int, fragments: Sequence[FragmentId]) -> None:
        """Become the run of some fragments of the page as it stands: all else stays in its place."""
        self.number = number
        self.stop_requested = self.halted = self.stopped = self.ended = False
        self.notices = []
        self.error_place = None
        self.rerun_fragment = False
        self.alone = self.fragments.choose(fragments)

    @functools.cached_property
    def day(self) -> dt.date:
        """Today, as the whole run has it; asking anew takes 2 µs."""
        return dt.date.today()

    @property
    def main(self) -> Container:
        """Where commands go that name no container."""
        return self.regions["main"]

    def end(self) -> None:
        """The script has come to its end; what still writes are threads of its own."""
        self.ended = self.stop_requested = True

    def retire(self) -> None:
        """The page of this run is not shown any more: what is still written goes nowhere."""
        self.retired = self.ended = self.stop_requested = True

    def checkpoint(self) -> bool:
        """Called by every command: end the run here if it is no longer wanted.

        Returns:
            Whether what is written is of no use, since nobody sees it any more.

        Raises:
            RunInterrupted: The run is to end.
            StopRun: The script has ended it already and goes on in a ``finally``.
        """
        if self.retired:
            return True
        if self.ended:
            self._tell_late_write()
            return False
        if self.stop_requested and is_guest():
            return False
        if self.stopped:
            raise StopRun
        if self.stop_requested and (self.halted or not self.state.waiting_triggers()):
            raise RunInterrupted
        return False

    def _tell_late_write(self) -> None:
        if self.on_late_write is not None:
            self.on_late_write()

    def stop(self) -> NoReturn:
        """End the run as the script asks; a thread of the script's own ends itself alone.

        Raises:
            StopRun: Always.
        """
        if is_guest():
            raise StopRun
        self.stopped = self.stop_requested = True
        raise StopRun

    def register(self, spec: WidgetSpec) -> Registered:
        """Register a widget with the session state."""
        if self.checkpoint():
            return SessionState().register(spec)
        return self.state.register(spec)

    def note_default_conflict(self, key: str) -> None:
        """A widget has a default and a value from the session state: say so once per session."""
        if key in self.state.told or self.config.get("global.disableWidgetStateDuplicationWarning"):
            return
        self.state.told.add(key)
        text = (
            f"The widget with the key {key!r} has a default and was also given a value through "
            "st.session_state; the latter counts. Use one of the two."
        )
        _log.warning("%s", text)
        self.notices.append(text)

    def aside(self) -> Run:
        """A run for work that nobody looks at: with these options, but no session and no page."""
        return Run(0, SessionState(), self.config)

    def next_serial(self) -> int:
        """A number that no element of this session has had yet, for what is shown once (toasts)."""
        self.serials += 1
        return self.number * 10_000 + self.serials
