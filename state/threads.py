"""Threads of the script's own: they belong to the run that starts them, as guests.

What a guest writes lands in the container where its thread was started, or in the one that it names. A
guest may outlive its run: what it writes then is shown as long as the page of that run is, and goes
nowhere afterwards. It is never interrupted; only the script itself is.

Python has no hook for the start of a thread, so that `threading.Thread.start`, and the `submit` of thread
pools, are wrapped for good by the process that runs apps. Outside of runs the wrappers do nothing.
"""

from __future__ import annotations

import contextvars
import functools
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from .context import THREAD_RUN, RerunRequest, RunControl, entered, recorders, run_or_none, within_run
from .fragments import inside
from .pages import page_scope
from .records import dataclass

if TYPE_CHECKING:
    from .run import Run

R = TypeVar("R")

_guest: ContextVar[bool] = ContextVar("desklit_guest", default=False)
_CARRIED: tuple[ContextVar[Any], ...] = (entered, recorders, inside, page_scope)
_start = threading.Thread.start
_POOLS = "concurrent.futures.thread"


def is_guest() -> bool:
    """Whether the calling code runs in a thread that the script has started."""
    return _guest.get() or getattr(threading.current_thread(), THREAD_RUN, None) is not None


class OwnThread(threading.Thread):
    """A thread of desklit's, which is no guest of the run that starts it."""

    def start(self) -> None:
        _start(self)


@dataclass(frozen=True, slots=True)
class Handover:
    """A place in a run, on its way to another thread.

    Args:
        run: The run.
        places: The containers, fragments and the page that the calling code is in.
    """

    run: Run
    places: tuple[tuple[ContextVar[Any], Any], ...] = ()

    @classmethod
    def of_here(cls) -> Handover | None:
        """What the calling code is in; None outside of runs."""
        run = run_or_none()
        return None if run is None else cls(run, tuple((each, each.get()) for each in _CARRIED))

    def call(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        """Call a function as a guest. What it sets in context variables does not stay behind."""
        return contextvars.copy_context().run(self._call, functools.partial(function, *args, **kwargs))

    def _call(self, function: Callable[[], R]) -> R:
        within_run(self.run)
        _guest.set(True)
        for variable, value in self.places:
            variable.set(value)
        return function()

    def work(self, function: Callable[[], object]) -> None:
        """Do the work of a thread; ``st.stop`` in it ends it, ``st.rerun`` asks for a run as well."""
        try:
            self.call(function)
        except RerunRequest as request:
            self.run.on_wish(request)
        except RunControl:
            pass


def install() -> None:
    """Hand runs on to the threads that scripts start, in this whole process. Twice is once."""
    threading.Thread.start = _start_as_guest  # type: ignore[method-assign, assignment]


def _start_as_guest(thread: threading.Thread) -> None:
    handover = Handover.of_here()
    given: Run | None = getattr(thread, THREAD_RUN, None)
    if given is not None and (handover is None or handover.run is not given):
        handover = Handover(given)
    if handover is None:
        _start(thread)
        return
    _wrap_pools()
    work = thread.run
    thread.run = functools.partial(handover.work, work)  # type: ignore[method-assign]
    try:
        _start(thread)
    except BaseException:
        thread.run = work  # type: ignore[method-assign]
        raise


def _wrap_pools() -> None:
    """Let pools carry the run of each task; their threads may have been started by another one.

    Whoever has a pool has imported it by the time that its first thread starts.
    """
    pools = sys.modules.get(_POOLS)
    submit = getattr(getattr(pools, "ThreadPoolExecutor", None), "submit", None)
    if pools is None or submit is None or hasattr(submit, "__wrapped__"):
        return

    @functools.wraps(submit)
    def submit_as_guest(pool: Any, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        handover = Handover.of_here()
        if handover is not None:
            function = functools.partial(handover.call, function)
        return submit(pool, function, *args, **kwargs)

    pools.ThreadPoolExecutor.submit = submit_as_guest
