"""Keeps the session of a window in a file while the window is open, for after a crash."""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile

from ... import __version__
from ...state.document.file import ENDING, Document, DocumentError, read_document, write_packed
from ...state.document.packed import Packed
from ...state.records import dataclass

MOST = 8
"""How many sessions of one app that nobody wanted back are kept."""


def _lock(file: Path) -> QLockFile:
    lock = QLockFile(f"{file}.lock")
    lock.setStaleLockTime(0)  # an old lock is none that is stale: windows stay open for days
    return lock


class Autosave:
    """The file of one open window. Its lock tells other processes that somebody is at it.

    Args:
        folder: Where such files lie.
        slug: The app's name for files.
        key_file: The user's key.
        on_failed: Is told, once, why nothing can be kept.
    """

    def __init__(self, folder: Path, slug: str, key_file: Path, on_failed: Callable[[str], object]) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file = folder / f"{slug}-{secrets.token_hex(4)}{ENDING}"
        self._lock = _lock(self.file)
        self._lock.tryLock(0)
        self._key_file = key_file
        self._on_failed = on_failed
        self._failed = False
        self._writing = threading.Lock()
        self._closed = False

    def write(self, packed: Packed) -> bool:
        """Keep a version; whether that went well."""
        try:
            with self._writing:
                if self._closed:
                    return False
                write_packed(self.file, packed, self._key_file, version=__version__, level=1)
        except DocumentError as error:
            if not self._failed:
                self._failed = True
                self._on_failed(str(error))
            return False
        self._failed = False
        return True

    def close(self, *, keep: bool = False) -> None:
        """The window is closed: nothing is to be restored, unless it had to go without being asked."""
        with self._writing:
            self._closed = True
        if not keep:
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)
        self._lock.unlock()


@dataclass(frozen=True, slots=True)
class Leftover:
    """The session of a window that nobody has closed.

    Args:
        file: The file.
        document: What it holds.
        saved: When it was written last.
        lock: Held as long as somebody thinks about it.
    """

    file: Path
    document: Document
    saved: dt.datetime
    lock: QLockFile

    def discard(self) -> None:
        """It is not wanted."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.lock.unlock()

    def leave(self) -> None:
        """It has not been decided on; the next window offers it again."""
        self.lock.unlock()


def find_leftover(folder: Path, slug: str, key_file: Path) -> Leftover | None:
    """The latest session of an app that was left behind and that nobody else is looking at."""
    found = sorted(folder.glob(f"{slug}-????????{ENDING}"), key=_age, reverse=True)
    taken: Leftover | None = None
    for count, file in enumerate(found):
        lock = _lock(file)
        if not lock.tryLock(0):
            continue
        document = None
        with contextlib.suppress(DocumentError):
            document = read_document(file, key_file)
        if document is None or not document.own or count >= MOST:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
            lock.unlock()
        elif taken is None:
            taken = Leftover(file, document, dt.datetime.fromtimestamp(_age(file)), lock)
        else:
            lock.unlock()
    return taken


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
