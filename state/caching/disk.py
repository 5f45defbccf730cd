"""Cached values on disk: per user, written as a whole or not at all, and read only if desklit wrote them.

Reading a pickle runs code, so each file carries a signature (HMAC-SHA256) by a key that only this
user can read. What is not signed by it, or stands under another file's name, counts as absent.
"""

from __future__ import annotations

import hmac
import logging
from contextlib import suppress
from pathlib import Path

from ..private_files import user_key, write_whole

_log = logging.getLogger("desklit.caching")

_MAGIC = b"desklit cache 1\n"
_ENDING = ".value"
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
            write_whole(path, _MAGIC + self._sign(path.name, payload) + payload)
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
        signing = hmac.new(user_key(self.key_file), name.encode() + b"\0", "sha256")
        signing.update(payload)
        return signing.digest()


def default_disk() -> DiskCache:
    """The folder for the user who runs the process."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("desklit", appauthor=False)) / "data"
    return DiskCache(folder, Path(platformdirs.user_data_dir("desklit", appauthor=False)) / "cache.key")
