"""``st.exception``: an error as a readable box; also what a window shows when a script fails."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Literal

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitAPIException
from ..state.run import Run
from ..state.traceback_view import Fault, describe
from .command import checked_width
from .exception_view import ExceptionBox
from .text_arguments import clean_text

Detail = Literal["full", "stacktrace", "type", "none"]

_log = logging.getLogger("desklit.script")
_OWN_ERRORS = {
    "desklit.state.errors.": "streamlit.errors.",
    "desklit.state.caching.errors.": "streamlit.runtime.caching.cache_errors.",
}
_HIDDEN = (
    "The app has met with an error. What it says is kept from this page; the log of the app has all of it."
)


def exception(container: Container, exception: BaseException, width: Width = "stretch") -> Container:
    """Show an exception: its type, its message, and where in the script it came from.

    Args:
        exception: The exception. Of anything else its type and its text are shown.
        width: ``"stretch"`` or px.

    Returns:
        A handle that replaces the box.

    Raises:
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> try:
        ...     int("x")
        ... except ValueError as error:
        ...     st.exception(error)
    """
    main = getattr(sys.modules.get("__main__"), "__file__", None)
    folder = Path(main).resolve().parent if main else Path.cwd()
    width = checked_width(width, content=False)
    return container.target().append(_box(exception, folder, "full", width))


def show_fault(run: Run, error: BaseException, script: Path) -> None:
    """Put an error that ended a run into the page, as far as ``client.showErrorDetails`` allows.

    The log gets all of it.

    Args:
        run: The run that failed.
        error: What the script raised.
        script: The script's path.
    """
    fault = describe(error, own_roots=[script.resolve().parent])
    _log.error("%s", fault.text.rstrip())
    place = run.error_place or run.main
    place.append(_box(error, script.resolve().parent, run.config.error_details, fault=fault))


def _box(
    error: object, folder: Path, detail: Detail, width: Width = "stretch", *, fault: Fault | None = None
) -> ExceptionBox:
    if not isinstance(error, BaseException):
        return ExceptionBox(type_name=type(error).__name__, message=str(error), width=width)
    fault = fault or describe(error, own_roots=[folder])
    by_script = isinstance(error, StreamlitAPIException)
    return ExceptionBox(
        type_name=type_name(fault) if detail != "none" else "",
        message=_message(fault, by_script) if detail == "full" else _HIDDEN,
        is_warning=isinstance(error, Warning),
        markdown=by_script and detail == "full",
        hidden=detail != "full",
        fault=fault if detail in ("full", "stacktrace") else None,
        folder=str(folder),
        width=width,
    )


def type_name(fault: Fault) -> str:
    """A type's name as scripts know it: their errors come from Streamlit's modules, warnings from none."""
    name = fault.qualified_name
    for own, known in _OWN_ERRORS.items():
        if name.startswith(own):
            short = name.removeprefix(own)
            return short if short.endswith("Warning") else known + short
    return name


def _message(fault: Fault, markdown: bool) -> str:
    return clean_text(fault.message) if markdown else fault.message.strip()
