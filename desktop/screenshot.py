"""``--screenshot``: render an app's whole content to a picture, without anybody looking."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEventLoop, QTimer
from PySide6.QtGui import QImageWriter

from ..state.pages import Visit
from .app import App, application
from .logs import log_to_terminal
from .outline import outline
from .whole_page import whole_picture
from .window import Window

if TYPE_CHECKING:
    from ..state.document.file import Document

PATIENCE = 120_000  # ms: a script that goes on for longer is pictured as it is
SETTLE = 80  # ms for what comes after the last run: pictures that load, pop-ups that close


def take_screenshot(
    script: Path,
    args: Sequence[str],
    flags: Mapping[str, Sequence[str]],
    picture: Path,
    size: tuple[int, int],
    visit: Visit | None = None,
    document: Document | None = None,
) -> int:
    """Run a script, save a picture of all that it shows, print the outline.

    Args:
        script: The app.
        args: The script's arguments.
        flags: Config options from the command line.
        picture: Where to save; the suffix tells the format.
        size: Width and least height of the window in px.
        visit: The page and query parameters to begin with.
        document: A session that was saved, to begin with.

    Returns:
        The exit status: 0, 1 if the script raised, 2 if the picture can't be written.
    """
    qt = application()
    suffix = picture.suffix.lower().removeprefix(".")
    known = suffix == "pdf" or QByteArray(suffix.encode()) in QImageWriter.supportedImageFormats()
    if picture.is_dir() or not known:
        what = "is a folder" if picture.is_dir() else "names no format that can be written"
        print(f"desklit: --screenshot: {picture} {what}. Name a file such as picture.png.", file=sys.stderr)
        return 2
    app = App()
    window = app.open(script, args, flags, visit, document)
    log_to_terminal(window.session.config)
    window.resize(*size)
    window.show()
    _wait_until_settled(window)
    saved = _save(window, picture, suffix)
    for line in outline(window.session.runner.screen):
        _print(line)
    report = window.report
    window.close()
    qt.processEvents()
    if not saved:
        print(f"desklit: the picture could not be written to {picture}.", file=sys.stderr)
        return 2
    print(f"Saved {picture}.")
    if report is None:
        print(f"desklit: {script.name} was still running, so not all may be shown.", file=sys.stderr)
    elif report.outcome == "failed":
        error = report.error
        print(f"desklit: {script.name} raised {_told(error)}", file=sys.stderr)
        return 1
    return 0


def _save(window: Window, picture: Path, suffix: str) -> bool:
    if suffix != "pdf":
        return whole_picture(window, lambda: _wait(SETTLE)).save(str(picture))
    from .pdf_export import save_pdf

    _wait(SETTLE)
    try:
        return save_pdf(window, picture, sidebar=True)
    except OSError:
        return False


def _print(line: str) -> None:
    """Print what a script shows, which may hold what the terminal has no letters for."""
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding))


def _told(error: BaseException | None) -> str:
    name = type(error).__name__
    try:
        text = str(error).encode("utf-8", "backslashreplace").decode()
    except Exception:  # its __str__ is the script's own
        return f"{name}, which can't tell its message"
    return f"{name}: {text}" if text else name


def _wait_until_settled(window: Window) -> None:
    loop = QEventLoop()
    window.settled.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
