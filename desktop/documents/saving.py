"""Saves the session of a window to the file of its document."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ... import __version__
from ...state.document.file import ENDING, DocumentError, write_packed
from ...state.document.packed import Packed
from ...state.records import dataclass
from ..notices import escaped
from .places import key_file
from .taking import pack_session, uploads_in
from .thumbnail import picture_of, png, show_to_file_managers

if TYPE_CHECKING:
    from ..window import Window
    from .documents import Documents

_log = logging.getLogger("desklit.document")
Then = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Order:
    """One save.

    Args:
        path: The file.
        picture: The window.
        then: What to do once it is saved.
    """

    path: Path
    picture: QImage
    then: Then | None


@dataclass(frozen=True, slots=True)
class _Stored:
    """How a save went; ``error`` is empty if it went well."""

    order: _Order
    fingerprint: str = ""
    left_out: tuple[str, ...] = ()
    error: str = ""


class Saving(QObject):
    """Asks where to save, and lets the recorder write there.

    Args:
        window: The window.
        documents: What it has of documents.
    """

    _written = Signal(object)

    def __init__(self, window: Window, documents: Documents) -> None:
        super().__init__(documents)
        self._window = window
        self._documents = documents
        self._written.connect(self._on_written)

    def save(self, then: Then | None = None) -> None:
        """Save to the document's file, or ask for one; ``then`` is called once it is saved."""
        path = self._documents.path
        if path is None:
            self.save_as(then)
        else:
            self._store(path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a file, and whether uploaded files are to go along, and save there."""
        window = self._window
        count, size = uploads_in(window.session)
        if not count:
            self._ask_where(then)
            return
        from .questions import UploadsQuestion

        question = UploadsQuestion(window, count, size, window.preferences.save_uploads)

        def go_on() -> None:
            window.preferences.save_uploads = question.by_content.isChecked()
            self._ask_where(then)

        question.accepted.connect(go_on)
        question.open()

    def _ask_where(self, then: Then | None) -> None:
        window, path = self._window, self._documents.path
        name = str(path) if path is not None else f"{_file_name(window.settings.title)}{ENDING}"

        def store(path: Path) -> None:
            self._store(_with_ending(path), then)

        window.scene.files.save(window, name, store, ENDING, title="Save session", kind="Sessions")

    def _store(self, path: Path, then: Then | None) -> None:
        window = self._window
        window.canvas.commit_focused()
        self._documents.note_taken()
        title = window.settings.title
        by_content = window.preferences.save_uploads
        pack = partial(pack_session, window.session, title, path, by_content=by_content)
        order = _Order(path, picture_of(window), then)
        self._documents.watch().ask(pack, partial(self._write, order, png(order.picture)))

    def _write(self, order: _Order, picture: bytes, packed: Packed) -> None:
        """Write what was taken; in the recorder's thread."""
        path = order.path
        try:
            write_packed(path, packed, key_file(), picture=picture, version=__version__)
        except DocumentError as error:
            self._written.emit(_Stored(order, error=str(error)))
            return
        except Exception as error:
            _log.exception("A session could not be saved")
            self._written.emit(_Stored(order, error=f"{path} can't be written: {error}"))
            return
        self._written.emit(_Stored(order, packed.fingerprint(), packed.left_out))

    def _on_written(self, stored: _Stored) -> None:
        window, order = self._window, stored.order
        if stored.error:
            text = f":material/error: Not saved. {escaped(stored.error)}"
            window.notices.say(text, [("Save as …", self.save_as)], tone="red")
            self._documents.note_not_saved()
            return
        show_to_file_managers(order.path, order.picture)
        if stored.left_out:
            lines = ", ".join(stored.left_out)
            window.notices.say(f":material/info: Saved, but for this: {escaped(lines)}.")
        else:
            window.notices.mention(f"Saved {order.path.name}")
        self._documents.note_saved(order.path, stored.fingerprint)
        if order.then is not None:
            order.then()


def _with_ending(path: Path) -> Path:
    return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)


def _file_name(title: str) -> str:
    """A title as the name of a file on any system."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title).strip(" .") or "session"
