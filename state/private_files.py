"""Files of this user alone: written as a whole or not at all, and the key that signs them."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

KEY_BYTES = 32


def write_whole(path: Path, content: bytes, *, sync: bool = False) -> None:
    """Write a file that only its owner can read; who reads it sees the old or the new one, never a part.

    Args:
        path: The file; its folder must be there.
        content: What it is to hold.
        sync: Wait until it has reached the disk, so that a power cut leaves the old or the new one, too.

    Raises:
        OSError: It can't be written; the old one is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        os.replace(name, path)
        if sync:
            _sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _sync_folder(folder: Path) -> None:
    """A rename has happened for good only once its folder is on disk; Windows knows no such thing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def user_key(path: Path) -> bytes:
    """The key in a file, made if it is not there.

    One that others could have read or made is thrown away, with all that it has signed.

    Raises:
        OSError: It can't be kept to this user alone.
    """
    key = _read_key(path)
    if key is None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and _read_key(path) is None:
            path.unlink(missing_ok=True)
        _make_key(path)
        key = _read_key(path)
    if key is None:
        raise OSError(f"{path} can't be kept to this user alone.")
    return key


def _make_key(path: Path) -> None:
    """Write a key that is whole as soon as it has its name; one that another process has made stays."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    write_whole(fresh, secrets.token_bytes(KEY_BYTES))
    try:
        if sys.platform == "win32":
            fresh.rename(path)  # fails there where the name is taken
        else:
            os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink(missing_ok=True)


def _read_key(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            key = file.read(KEY_BYTES + 1)
    except OSError:
        return None
    if sys.platform != "win32" and (found.st_uid != os.getuid() or found.st_mode & 0o077):
        return None
    return key if len(key) == KEY_BYTES else None
