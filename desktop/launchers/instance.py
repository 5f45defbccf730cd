"""One process for each app: a second double click reaches the window that is open.

The first launch of an app holds a lock and listens at a socket of the user's own; a later one hands over what
it was asked for and ends. A lock dies with its process, so that after a crash the next launch is the first.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import threading
import time
from collections import deque
from dataclasses import asdict
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from ...state.records import dataclass

POLL = 0.02  # seconds between two tries to reach a process that is only starting
REPLY = b"taken"
PATIENCE = 5.0  # seconds for the other side's next word
LONGEST = 1 << 20  # bytes of a request


@dataclass(frozen=True, slots=True)
class Request:
    """What a launch asks for.

    Args:
        words: What stood behind ``desklit open``.
        folder: The folder that its paths are relative to.
        token: What lets a window come to the front, from the desktop that started the launch.
    """

    words: tuple[str, ...]
    folder: str
    token: str = ""

    def to_bytes(self) -> bytes:
        """The request as it is sent."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Request:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: It is something else.
        """
        fields = json.loads(data)
        if not isinstance(fields, dict) or not isinstance(fields.get("words"), list):
            raise ValueError("no request")
        words = tuple(map(str, fields["words"]))
        return cls(words, str(fields.get("folder", "")), str(fields.get("token", "")))


class RuntimeFolderError(Exception):
    """The folder for sockets is not this user's alone; the text says which and why."""


def runtime_folder() -> Path:
    """The folder of this user's sockets and locks, made if it is not there.

    Raises:
        RuntimeFolderError: It can't be made, or someone else could reach into it.
    """
    folder = _runtime_place()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            status = folder.lstat()
            if status.st_uid != os.getuid():
                raise RuntimeFolderError(f"{folder} belongs to someone else")
            if not stat.S_ISDIR(status.st_mode):
                raise RuntimeFolderError(f"{folder} is a link to elsewhere")
            if status.st_mode & 0o077:
                folder.chmod(0o700)
    except OSError as error:
        raise RuntimeFolderError(f"{folder}: {error.strerror}") from None
    return folder


def _runtime_place() -> Path:
    if sys.platform != "linux":
        from platformdirs import user_runtime_path

        return user_runtime_path("desklit", appauthor=False)
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given.startswith("/"):
        return Path(given) / "desklit"
    # Not TMPDIR: a terminal's may be another than the desktop's. In /tmp itself nobody else can replace
    # a folder of this user's.
    return Path(f"/tmp/desklit-{os.getuid()}")


class Instance(QObject):
    """This process is the one that shows an app.

    It listens from a thread of its own, so that a launch is answered while the window is only being made.

    Args:
        lock: The lock that it holds.
        address: Where it listens.

    Signals:
        asked: Another launch of the app asks for something; :meth:`next_request` tells what.
    """

    asked = Signal()

    def __init__(self, lock: QLockFile, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self._address = address
        self._requests: deque[Request] = deque()
        self._guard = threading.Lock()
        self._closed = False
        if sys.platform != "win32":
            # Whoever left it behind is gone: this process holds the lock.
            Path(address).unlink(missing_ok=True)
        self._listener = Listener(address, backlog=64)
        self._thread = threading.Thread(target=self._listen, name="desklit-instance", daemon=True)
        self._thread.start()

    @classmethod
    def join(cls, slug: str, request: Request, folder: Path, patience: float = 20.0) -> Instance | None:
        """Become the process of an app, or hand a request to the process that is it already.

        Args:
            slug: Which app.
            request: What to hand over.
            folder: Where lock and socket lie.
            patience: Seconds to wait for a process that holds the lock and does not answer.

        Returns:
            The instance; None once the request has been taken.

        Raises:
            TimeoutError: The other process does not answer.
        """
        address = rf"\\.\pipe\{slug}" if sys.platform == "win32" else str(folder / f"{slug}.socket")
        lock = QLockFile(str(folder / f"{slug}.lock"))
        lock.setStaleLockTime(0)  # an old lock is none that is stale: apps stay open for days
        end = time.monotonic() + patience
        while not lock.tryLock(0):
            if _hand_over(request, address):
                return None
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(POLL)
        try:
            return cls(lock, address)
        except OSError:  # such as an address that is too long: whoever comes next must not wait for this one
            lock.unlock()
            raise

    def next_request(self) -> Request | None:
        """The oldest request that has not been asked for; None if there is none left."""
        return self._requests.popleft() if self._requests else None

    def close(self) -> list[Request]:
        """Take no requests any more; the next launch is the first again.

        Returns:
            Those that were taken and not asked for.
        """
        with self._guard:
            if self._closed:
                return []
            self._closed = True
        # The thread waits for a launch: this one wakes it.
        with contextlib.suppress(OSError):
            Client(self._address).close()
        self._thread.join(PATIENCE)
        self._listener.close()
        self._lock.unlock()
        left = list(self._requests)
        self._requests.clear()
        return left

    def _listen(self) -> None:
        while not self._closed:
            try:
                connection = self._listener.accept()
            except OSError:
                continue
            with connection:
                self._take(connection)

    def _take(self, connection: Connection) -> None:
        with contextlib.suppress(OSError, EOFError, ValueError):
            if not connection.poll(PATIENCE):
                return
            request = Request.from_bytes(connection.recv_bytes(LONGEST))
            # What is answered is taken: nothing comes in between that and the closing.
            with self._guard:
                if self._closed:
                    return
                connection.send_bytes(REPLY)
                self._requests.append(request)
                self.asked.emit()


def _hand_over(request: Request, address: str) -> bool:
    try:
        with Client(address) as connection:
            connection.send_bytes(request.to_bytes())
            return connection.poll(PATIENCE) and connection.recv_bytes(LONGEST) == REPLY
    except (OSError, EOFError):
        return False
