"""What scripts take from Streamlit's inner modules, answered by desklit.

These are no commands: the hand-over of a run to a thread of the user's, the question whether the
script runs in an app, a logger; and what stands for names that desklit does not have yet.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from .context import THREAD_RUN, enter_run, run_or_none
from .errors import StreamlitAPIException, UnsupportedCommandError
from .records import dataclass

if TYPE_CHECKING:
    from .run import Run


class Refusal:
    """Stands for a name of Streamlit's that desklit does not have yet.

    It can be imported and stand in annotations, since that is what scripts do with it most of all.
    Calling it, subclassing it or asking it for something raises `UnsupportedCommandError`.

    Args:
        name: The name as a script writes it, without ``st.``.
    """

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise UnsupportedCommandError(self.__name__)

    __call__ = __mro_entries__ = _refuse

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()

    def __instancecheck__(self, value: object) -> bool:
        return False

    def __subclasscheck__(self, kind: type) -> bool:
        return False

    def __or__(self, other: object) -> Any:
        return Any

    __ror__ = __or__


@dataclass(frozen=True, slots=True)
class ScriptRunContext:
    """A run, as scripts know it: something to hand to a thread, with the id of the session."""

    run: Run

    @property
    def session_id(self) -> str:
        """Tells this window's session from others; text, the same in each run."""
        return str(getattr(self.run.state, "session_id", f"{id(self.run.state):032x}"))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(f"desklit does not support `{name}` of the script's run context yet.")


class RerunData:
    """What old scripts raise a RerunException with; asks for a rerun and nothing else.

    Raises:
        UnsupportedCommandError: Another page is asked for; that is for ``st.switch_page``.
    """

    def __init__(
        self,
        query_string: str = "",
        widget_states: object = None,
        page_script_hash: str = "",
        page_name: str = "",
        **others: object,
    ) -> None:
        if page_script_hash or page_name:
            raise UnsupportedCommandError("runtime.scriptrunner.RerunData", "Use `st.switch_page`.")


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRunContext | None:
    """The run that the calling code belongs to, or None.

    Args:
        suppress_warning: Whether to keep quiet where there is none.
    """
    run = run_or_none()
    if run is not None:
        return ScriptRunContext(run)
    if not suppress_warning:
        name = threading.current_thread().name
        logging.getLogger("desklit").warning("Thread %r belongs to no run of a script.", name)
    return None


def add_script_run_ctx(
    thread: threading.Thread | None = None, ctx: ScriptRunContext | None = None
) -> threading.Thread:
    """Let a thread's commands write to the page of a run.

    Args:
        thread: The thread, started or not; None stands for the calling one.
        ctx: The run, as `get_script_run_ctx` gave it; None stands for the caller's.

    Returns:
        The thread.

    Example:
        >>> import threading
        >>> worker = threading.Thread(target=print)
        >>> add_script_run_ctx(worker) is worker
        True
    """
    thread = threading.current_thread() if thread is None else thread
    run = run_or_none() if ctx is None else ctx.run
    if run is None:
        return thread
    if thread is threading.current_thread():
        enter_run(run)
    else:
        # A context variable cannot be set from outside, and the thread may run already.
        setattr(thread, THREAD_RUN, run)
    return thread


def runtime_exists() -> bool:
    """Whether scripts run in an app: in desklit they do."""
    return True


def start_streamlit(*args: object, **kwargs: object) -> NoReturn:
    """Refuse to start Streamlit's server from within a script.

    Raises:
        StreamlitAPIException: Always.
    """
    raise StreamlitAPIException(
        "This script starts Streamlit's server, but desklit needs none. Open the app's own file instead: "
        "`desklit APP.py`."
    )


def get_logger(name: str) -> logging.Logger:
    """A logger that writes to the console from level INFO on.

    Args:
        name: The logger's name.
    """
    logger = logging.getLogger(name)
    if not any(isinstance(handler, _Console) for handler in logger.handlers):
        handler = _Console()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
        logger.setLevel(logging.INFO)
    return logger


if TYPE_CHECKING:
    _StreamHandler = logging.StreamHandler[TextIO]  # no generic at run time before Python 3.11
else:
    _StreamHandler = logging.StreamHandler


class _Console(_StreamHandler):
    """Writes to what ``sys.stderr`` is at the time; a program without a console has none."""

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            self.stream = sys.stderr
            super().emit(record)
