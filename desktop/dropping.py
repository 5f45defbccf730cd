"""Files dropped on a window where nothing on the page wants them: another script, or a saved session."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from ..state.document.file import ENDING
from .notices import escaped

if TYPE_CHECKING:
    from .window import Window

SCRIPTS = (".py", ".pyw")


def openable(data: QMimeData) -> list[Path]:
    """The files among what is dragged that a window can open."""
    if not data.hasUrls():
        return []
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (*SCRIPTS, ENDING) and path.is_file()]


def take_dropped(window: Window, paths: list[Path]) -> None:
    """Open a saved session, and offer to open scripts: they are code, which runs."""
    for path in paths:
        if path.suffix.lower() == ENDING:
            window.documents.open(path)
            continue
        window.notices.say(
            f":material/open_in_new: Open {escaped(path.name)} in a new window?",
            [("Open", partial(_open_script, window, path))],
        )


def _open_script(window: Window, path: Path) -> None:
    from .home.opening import Opening

    opening = Opening(path, window)

    def on_failed(script: Path, reason: str) -> None:
        text = f":material/error: {escaped(script.name)} could not be opened: {escaped(reason)}"
        window.notices.say(text, tone="red")

    opening.failed.connect(on_failed)
    opening.ended.connect(opening.deleteLater)
