"""What is told of a crash: in words, with the place of the log, to be copied."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from ...state.records import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What happened.

    Args:
        title: In one line.
        what: What went wrong, in a sentence or two.
        details: The traceback and the versions; "" where that says nothing to anybody.
        log: The log's file; None if there is nothing in it of this.
        restart: The words that start the app again; () where that would help nobody.
    """

    title: str
    what: str
    details: str = ""
    log: Path | None = None
    restart: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, as it is copied."""
        log = f"\nThe log: {self.log}\n" if self.log is not None else ""
        return f"{self.title}\n\n{self.what}\n{log}\n{self.details}".strip() + "\n"


def report_of(error: BaseException, log: Path | None, restart: tuple[str, ...]) -> Report:
    """What is told of an exception that nothing in desklit has caught."""
    from ... import __version__

    about = f"desklit {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{sys.executable}\n"
    details = about + "\n" + "".join(traceback.format_exception(error))
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] in ("PySide6", "shiboken6"):
        return Report("desklit's windows can't be loaded", _missing(error), details, log, restart)
    return Report(
        "desklit itself has stopped", f"{type(error).__name__}: {error}".strip(": "), details, log, restart
    )


def _missing(error: ImportError) -> str:
    """An import of Qt that failed, and what helps against it."""
    said = str(error)
    library, shared, _ = said.partition(": cannot open shared object file")
    if shared:
        return (
            f"The system library {library} is missing, which Qt needs. On Debian and Ubuntu `make run` in "
            "desklit's folder installs all that is needed; elsewhere the package that holds this file does."
        )
    return f"{said}. `{sys.executable} -m pip install --force-reinstall PySide6-Essentials` installs it anew."
