"""Cached values on disk: per user, written as a whole or not at all, and read only if desklit wrote them.

Reading a pickle runs code, so each file carries a signature (HMAC-SHA256) by a key that only this
user can read. What is not signed by it, or stands under another file's name, counts as absent.
"""

from __future__ import annotations

import hmac
import logging
import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger("desklit.caching")

_MAGIC = b"desklit cache 1\n"
_ENDING = ".value"
_KEY_BYTES = 32
_SIGNATURE = 32  # bytes


class DiskCache:
    """A folder of signed files.

    Args:
        folder: Where they lie; made when something is written.
        key_file: The user's key; made when it is missing.
    """

    def __init__(self, folder: Path, key_file: Path) -> None:
        self.folder = folder
        self.key_file = key_file

    def read(self, store: str, key: bytes) -> bytes | None:
        """What was written; None if there is nothing, or nothing that desklit wrote for this user."""
        path = self._path(store, key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + _SIGNATURE
        signature, payload = content[len(_MAGIC) : start], content[start:]
        try:
            genuine = content.startswith(_MAGIC) and hmac.compare_digest(
                signature, self._sign(path.name, payload)
            )
        except OSError as error:
            _log.warning("The cache on disk can't be used: %s", error)
            return None
        if not genuine:
            _log.warning("Ignored %s: it was not written by desklit for this user.", path)
            return None
        return payload

    def write(self, store: str, key: bytes, payload: bytes) -> None:
        """Put a value into a file of its own. What goes wrong is logged: the value is in memory."""
        path = self._path(store, key)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(path, _MAGIC + self._sign(path.name, payload) + payload)
        except OSError as error:
            _log.warning("A cached value was not kept on disk: %s", error)

    def remove(self, store: str, key: bytes | None = None) -> None:
        """Delete a function's value, or all of them."""
        paths = [self._path(store, key)] if key is not None else list(self.folder.glob(f"{store}-*{_ENDING}"))
        for path in paths:
            with suppress(OSError):
                path.unlink()

    def clear(self) -> int:
        """Delete all values and give how many there were."""
        count = 0
        for path in list(self.folder.glob(f"*{_ENDING}")):
            with suppress(OSError):
                path.unlink()
                count += 1
        return count

    def _path(self, store: str, key: bytes) -> Path:
        return self.folder / f"{store}-{key.hex()}{_ENDING}"

    def _sign(self, name: str, payload: bytes) -> bytes:
        signing = hmac.new(self._key(), name.encode() + b"\0", "sha256")
        signing.update(payload)
        return signing.digest()

    def _key(self) -> bytes:
        """The user's key. One that others could have read or made is thrown away, with all it signed."""
        key = _read_key(self.key_file)
        if key is None:
            self.key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(self.key_file, secrets.token_bytes(_KEY_BYTES))
            # Another process may have written its own meanwhile; the last one counts for both.
            key = _read_key(self.key_file)
        if key is None:
            raise OSError(f"{self.key_file} can't be kept to this user alone.")
        return key


def default_disk() -> DiskCache:
    """The folder for the user who runs the process."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("desklit", appauthor=False)) / "data"
    return DiskCache(folder, Path(platformdirs.user_data_dir("desklit", appauthor=False)) / "cache.key")


def _read_key(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            key = file.read(_KEY_BYTES + 1)
    except OSError:
        return None
    if sys.platform != "win32" and (found.st_uid != os.getuid() or found.st_mode & 0o077):
        return None
    return key if len(key) == _KEY_BYTES else None


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read; who reads it sees the old or the new one, never a part."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
