"""Puts a finished bundle into one file."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that the format can tell


def pack_zip(folder: Path, target: Path) -> Path:
    """Write a bundle's zip file: with what may be run, and with links as links.

    Args:
        folder: The bundle.
        target: The file's name.

    Returns:
        The file.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for path in sorted(folder.rglob("*")):
                if path.is_symlink() or path.is_file():
                    _add(packed, path, path.relative_to(folder.parent).as_posix())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def _add(packed: zipfile.ZipFile, path: Path, name: str) -> None:
    if not path.is_symlink():
        info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
        info.compress_type = zipfile.ZIP_DEFLATED
        with path.open("rb") as source, packed.open(info, "w") as target:
            while block := source.read(1 << 20):
                target.write(block)
        return
    link = zipfile.ZipInfo(name, _EARLIEST)
    link.create_system = 3  # of Unix, whose links these are
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed.writestr(link, str(path.readlink()))
