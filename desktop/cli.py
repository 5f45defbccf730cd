"""The command line: ``desklit APP.py``, ``desklit run APP.py``, ``desklit config show``.

What only runs an app goes past the library that reads all else: loading it takes as long as a small app's
first run.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .call import DOCUMENT, Call, UsageError, find_script, read_call

if TYPE_CHECKING:
    from ..state.document.file import Document
    from ..state.pages import Visit
    from .app import App
    from .crash.watch import ProcessWatch
    from .window import Window

STARTED_AFTER = 1500  # ms: the log and the list of recent apps can wait until a start is over


def run_app(words: Sequence[str]) -> int:
    """What ``desklit run`` does with these words: gives the exit status.

    Raises:
        UsageError: They ask for what cannot be done.
    """
    if not words or not words[0].lower().endswith(DOCUMENT):
        return start(read_call(words))
    from .documents.command import with_app

    named = with_app(words)
    return 0 if named is None else start(read_call(named[0]), named[1])


def start(call: Call, document: Document | None = None) -> int:
    """Open the window or take the picture, and give the exit status."""
    script = find_script(call.script or "")
    if call.session is not None and document is None:
        from .documents.command import read_session

        document = read_session(call.session)
    if call.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if not call.screenshot.absolute().parent.is_dir():
            raise UsageError(f"--screenshot: there is no folder {call.screenshot.parent}.")
        from .screenshot import take_screenshot

        return take_screenshot(
            script, call.args, call.flags, call.screenshot, call.size, call.visit(), document
        )
    return open_window(script, call.args, call.flags, visit=call.visit(), document=document)


def open_window(
    script: Path,
    args: Sequence[str],
    flags: Mapping[str, Sequence[str]],
    on_shown: Callable[[App], object] | None = None,
    visit: Visit | None = None,
    *,
    document: Document | None = None,
    by_icon: bool = False,
) -> int:
    """Run the app until its last window is closed.

    Args:
        script: The app's script.
        args: What it finds behind its name in ``sys.argv``.
        flags: Config options.
        on_shown: Called once the first window is there.
        visit: The page to begin with, where it is not the first one.
        document: A session that was saved, to begin with.
        by_icon: Nobody reads what is printed, unless there is a terminal: it goes into the log.
    """
    from .display import why_no_display

    reason = why_no_display()
    if reason:
        raise UsageError(
            f"no window can be opened: {reason}. `--screenshot picture.png` works without a display."
        )
    gc.disable()  # imports make much and throw away little
    from .quick_imports import import_qt

    import_qt()
    from .launchers.launcher import slug_of

    # Panels match a window to its launcher by this name; X11 takes it from here when Qt starts.
    os.environ.setdefault("RESOURCE_NAME", slug_of(script))
    from .crash.watch import ProcessWatch

    watch = ProcessWatch(slug_of(script), printed=by_icon)
    try:
        return _run_windows(script, args, flags, on_shown, visit, document, watch)
    finally:
        watch.close()


def _run_windows(
    script: Path,
    args: Sequence[str],
    flags: Mapping[str, Sequence[str]],
    on_shown: Callable[[App], object] | None,
    visit: Visit | None,
    document: Document | None,
    watch: ProcessWatch,
) -> int:
    from PySide6.QtCore import QTimer

    from .app import App, application
    from .app_memory import AppMemory
    from .faults import Faults
    from .interrupt import Interrupt
    from .logs import log_to_terminal

    qt = application()
    qt.setDesktopFileName(os.environ["RESOURCE_NAME"])
    app = App(memory=AppMemory)
    interrupt = Interrupt(lambda: app.windows, watch.on_told_to_end)
    faults = Faults(app)
    faults.watch_slots()
    app.last_window_closed.connect(qt.quit)
    window = app.open(script, args, flags, visit, document)
    window.show()
    companion = on_shown(app) if on_shown is not None else None
    log_to_terminal(window.session.config)
    QTimer.singleShot(STARTED_AFTER, window, lambda: _on_started(app, window, script, args, flags, watch))
    # What the start has made stays: it is looked through no more.
    gc.freeze()
    gc.enable()
    status = qt.exec()
    faults.close()
    del companion
    return 128 + interrupt.number if interrupt.number else status


def _on_started(
    app: App,
    window: Window,
    script: Path,
    args: Sequence[str],
    flags: Mapping[str, Sequence[str]],
    watch: ProcessWatch,
) -> None:
    kept = window.documents.taking_up if "documents" in vars(window) else None
    watch.on_started(window.notices, kept.tell_ending if kept is not None else None)
    from .login_session import LoginSession, words_to_open

    LoginSession(app, words_to_open(script, args, flags))
    from .launchers.window_icon import show_app_icon

    show_app_icon(script)
    if getattr(sys, "frozen", False):  # a bundle has a place of its own in the user's menu
        return
    from .home.recents import Recents
    from .home.remember import Remember

    Remember(window, script, Recents())


def _only_runs(words: Sequence[str]) -> bool:
    """Whether the first word is an app's file or a saved session, so that it is plain what is meant."""
    if "_DESKLIT_COMPLETE" in os.environ:  # a shell asks how a word may go on
        return False
    return bool(words) and words[0].lower().endswith((".py", ".pyw", DOCUMENT))


def main(argv: Sequence[str] | None = None) -> None:
    """The entry point of ``desklit``; ends the process with its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["run"]:
        words = words[1:] if _only_runs(words[1:]) else words
    try:
        if _only_runs(words):
            status = run_app(words)
        elif words[:1] == ["open"] and _only_runs(words[1:]):
            from .launchers.open import open_app

            status = open_app(words[1:])
        else:
            status = _other_command(words)
    except UsageError as error:
        status = _on_usage_error(str(error), words)
    except Exception as error:
        from .crash.telling import tell_crash

        status = tell_crash(error, words, _log_name(words))
    sys.exit(status)


def _on_usage_error(message: str, words: Sequence[str]) -> int:
    print(f"desklit: {message}", file=sys.stderr)
    from .crash.telling import is_from_icon, tell_usage

    return tell_usage(message) if is_from_icon(words) else 2


def _log_name(words: Sequence[str]) -> str:
    """Which log a start belongs to: that of the app, if one is named."""
    scripts = [word for word in words if word.lower().endswith((".py", ".pyw"))]
    if not scripts:
        return "desklit"
    from .launchers.launcher import slug_of

    return slug_of(Path(scripts[0]))


def _other_command(words: Sequence[str]) -> int:
    import click

    from .commands import commands

    try:
        status = commands.main(args=words, prog_name="desklit", standalone_mode=False)
    except click.ClickException as error:
        raise UsageError(error.format_message()) from None
    except click.Abort:
        return 130
    return status if isinstance(status, int) else 0
