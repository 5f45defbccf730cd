"""Tells of what ended a start: on the terminal, in the log, and in a dialog where there is no terminal."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .marker import Ending
from .report import Report, report_of

TOLD = 70
"""The exit status of a process that has told its user itself why it ended."""
TELLS = "DESKLIT_TELLS"
"""Set in the environment by a process that tells what its child prints."""

_QUIET = ("offscreen", "minimal", "vnc")


def is_from_icon(words: Sequence[str], env: Mapping[str, str] = os.environ) -> bool:
    """Whether nobody reads what is printed: the words are a launcher's, or there is nowhere to print."""
    if env.get("QT_QPA_PLATFORM", "").split(":")[0] in _QUIET or env.get(TELLS):
        return False
    return sys.stderr is None or (list(words[:1]) in ([], ["open"]) and not sys.stderr.isatty())


def tell_crash(error: BaseException, words: Sequence[str], name: str) -> int:
    """Tell of an exception that nothing has caught; gives the exit status.

    Args:
        error: The exception.
        words: What stood behind ``desklit``.
        name: Which app's log it goes into.
    """
    log = _write_log(error, name)
    if sys.stderr is not None:
        traceback.print_exception(error)
        print(f"desklit itself has stopped. The log: {log}", file=sys.stderr)
    if not is_from_icon(words):
        return 1
    from ..launchers.launcher import program_of

    return _tell(report_of(error, log, (*program_of(), *words)))


def tell_usage(message: str) -> int:
    """Tell in a dialog why a double click opened nothing; gives the exit status."""
    return _tell(Report("This can't be opened", f"{message[:1].upper()}{message[1:]}"))


def tell_failed_start(ending: Ending, folder: Path) -> None:
    """Tell that the start before this one ended all at once, by other means than Qt."""
    report = Report(
        "The last start failed",
        f"desklit ended all at once while it started: {ending.reason}. It is tried again now.",
        ending.trace,
        folder,
    )
    if is_from_icon(sys.argv[1:]):
        from .bare import show_bare

        show_bare(report)
    elif sys.stderr is not None:
        print(report.text, file=sys.stderr)


def _tell(report: Report, show: Callable[[Report], bool | None] | None = None) -> int:
    if (show or show_report)(report):
        # In a session of its own: it outlives this process and its terminal.
        subprocess.Popen(report.restart, cwd=os.getcwd(), start_new_session=True)
    return TOLD


def show_report(report: Report) -> bool | None:
    """Show a report by Qt, or by whatever there is; whether the app is to be started again."""
    from .bare import show_bare

    try:
        return _show_by_qt(report)
    except Exception as error:
        logging.getLogger("desklit.desktop").debug("Qt can't show a dialog", exc_info=error)
        return show_bare(report)


def _show_by_qt(report: Report) -> bool:
    from ..display import why_no_display

    if why_no_display():
        raise RuntimeError("no display that Qt can use")  # it would end the process
    from PySide6.QtWidgets import QApplication

    from .dialog import CrashDialog

    qt = QApplication.instance() or QApplication(["desklit"])
    dialog = CrashDialog(report)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    wanted = dialog.exec() == CrashDialog.DialogCode.Accepted
    del dialog, qt
    return bool(wanted)


def _write_log(error: BaseException, name: str) -> Path | None:
    """Write an exception into the log; None if that can't be done."""
    try:
        from ..log_file import LogFile
        from ..user_folders import log_folder

        path = log_folder() / f"{name}.log"
        file = LogFile(path)
        text = "".join(traceback.format_exception(error)).rstrip()
        file.handle(logging.LogRecord("desklit", logging.CRITICAL, "", 0, "%s", (text,), None))
        file.close()
    except Exception:  # nothing may keep the rest from being told
        return None
    return path
