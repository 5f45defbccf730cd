"""Writing a file so that whoever reads it sees all of the old content or all of the new. Knows no Qt."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file through a neighbour that takes its place at the end.

    A link is followed, and a file that exists keeps its permissions. When anything goes wrong, the
    old file is as it was and the neighbour is gone.

    Args:
        path: Where to write.
        content: What to write.

    Raises:
        OSError: The folder or disk does not take it.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(name, target)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _keep_permissions(name: str, target: Path) -> None:
    try:
        mode = target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        os.chmod(name, mode)
