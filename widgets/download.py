"""What a download button saves, and the work of making and saving it away from the window's thread."""

from __future__ import annotations

import io
import logging
import mimetypes
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ..state.context import enter_run
from ..state.errors import StreamlitAPIException
from ..state.records import dataclass
from ..state.run import Run
from ..state.session_state import Registered
from ..state.widget import WidgetSpec
from .atomic_file import write_atomically

_log = logging.getLogger("desklit.download")
_TEXT = "text/plain"
_BINARY = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Payload:
    """The content of a download: there already, or made by a function when it is wanted.

    ``run`` is the run that declared it, whose session state the function may read.
    """

    content: bytes | None = None
    make: Callable[[], Any] | None = None
    run: Run | None = None

    def __eq__(self, other: object) -> bool:
        # The run is another one each time; what counts is what would be saved.
        return isinstance(other, Payload) and (self.content, self.make) == (other.content, other.make)

    def __hash__(self) -> int:
        return hash((self.content, self.make))


def content_of(data: object) -> bytes:
    """The bytes of what a script hands over; a file is read from its beginning.

    Raises:
        StreamlitAPIException: It is neither text, bytes nor an open file.
    """
    if isinstance(data, str):
        return data.encode()
    if isinstance(data, bytes):
        return data
    if isinstance(data, io.StringIO):
        return data.getvalue().encode()
    if isinstance(data, io.BytesIO):
        return data.getvalue()
    if isinstance(data, (io.BufferedReader, io.RawIOBase, io.TextIOWrapper)):
        data.seek(0)
        content = data.read() or b""
        return content.encode() if isinstance(content, str) else bytes(content)
    hint = ""
    if isinstance(data, Path):
        hint = f" Read the file: `data={data.name!r}` would be `Path({str(data)!r}).read_bytes()`."
    raise StreamlitAPIException(
        "`data` accepts text, bytes, an open file, BytesIO, StringIO or a function that returns one of "
        f"these; it is of the type `{type(data).__name__}`.{hint}"
    )


def mime_of(data: object, mime: str | None, file_name: str | None) -> str:
    """The MIME type of a download where the script names none."""
    if mime is not None:
        return mime
    name = getattr(data, "name", None)
    if isinstance(name, str):
        guessed, _ = mimetypes.guess_type(file_name or name)
        if guessed:
            return guessed
    return _TEXT if isinstance(data, (str, io.StringIO, io.TextIOWrapper)) else _BINARY


def suggested_name(file_name: str | None, mime: str, label: str) -> str:
    """The name to offer in the save dialog; without one of the script's it comes from label and type."""
    if file_name:
        return file_name.replace("\\", "/").rsplit("/", 1)[-1]
    words = "".join(letter if letter.isalnum() else "_" for letter in label.lower()).strip("_")
    suffix = ".bin" if mime == _BINARY else mimetypes.guess_extension(mime) or ""
    return (words[:40] or "download") + suffix


class MuteRun(Run):
    """A run for code outside of a script's pass: it reads the session's state, and shows nothing."""

    def register(self, spec: WidgetSpec) -> Registered:
        return Registered(spec.default, False)


class SaveJob(QObject):
    """Makes the content if need be and writes it, on a thread of its own.

    Signals:
        saved: (Path) The file is complete.
        failed: (str) Why it could not be made or written.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, payload: Payload, path: Path) -> None:
        super().__init__()
        self._payload = payload
        self._path = path
        self.thread_of_work = threading.Thread(target=self._work, name="desklit-download", daemon=True)

    def start(self) -> None:
        """Begin; the answer is one of the two signals."""
        self.thread_of_work.start()

    def _work(self) -> None:
        try:
            content = self._content()
        except BaseException as error:  # the function is the user's and may raise anything
            _log.exception("The function that makes a download failed")
            self.failed.emit(f"Could not make {self._path.name}: {type(error).__name__}: {error}")
            return
        try:
            write_atomically(self._path, content)
        except OSError as error:
            self.failed.emit(f"Could not save {self._path}: {error.strerror or error}")
            return
        self.saved.emit(self._path)

    def _content(self) -> bytes:
        make, run = self._payload.make, self._payload.run
        if make is None:
            return self._payload.content or b""
        if run is not None:
            enter_run(MuteRun(run.number, run.state, run.config))
        try:
            return content_of(make())
        finally:
            enter_run(None)
