"""Which files of an app's folder may go along, and which never do unless they are asked for."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator
from fnmatch import fnmatch
from pathlib import Path

SECRETS = ("secrets.toml", "credentials.toml", ".env", "*.pem", "*.key", "*.pfx", "id_rsa", "id_ed25519")
"""Files that hold what is not for everybody."""

_JUNK_FOLDERS = ("__pycache__", "node_modules", "*.egg-info", "site-packages")
_JUNK_FILES = ("*.pyc", "*.pyo", "*~", "*.swp", "*.tmp", "Thumbs.db", "desktop.ini")


class Sieve:
    """Tells what may go into a bundle.

    Args:
        without: Patterns of what its maker leaves out, for names and for whole paths.
        output: Where bundles are written; never part of one.
    """

    def __init__(self, without: Collection[str] = (), output: Path | None = None) -> None:
        self._without = tuple(without)
        self._output = output

    def takes_file(self, path: Path) -> bool:
        """Whether a file may go along: it is neither secret nor hidden, no junk, and not left out."""
        name = path.name
        return not (
            name.startswith(".") or _is_like(name, _JUNK_FILES) or is_secret(path) or self.leaves_out(path)
        )

    def takes_folder(self, path: Path) -> bool:
        """Whether to look into a folder: it is none of a version control, an environment or a cache."""
        name = path.name
        if name.startswith(".") or _is_like(name, _JUNK_FOLDERS) or self.leaves_out(path):
            return False
        return path != self._output and not (path / "pyvenv.cfg").exists()

    def leaves_out(self, path: Path) -> bool:
        """Whether the bundle's maker does not want this."""
        whole = path.as_posix()
        return any(fnmatch(path.name, each) or fnmatch(whole, f"*/{each}") for each in self._without)

    def within(self, folder: Path) -> Iterator[Path]:
        """The files of a folder and of those in it that may go along, in order."""
        for place, folders, names in os.walk(folder):
            here = Path(place)
            folders[:] = sorted(name for name in folders if self.takes_folder(here / name))
            yield from (here / name for name in sorted(names) if self.takes_file(here / name))

    def matching(self, base: Path, pattern: str) -> Iterator[Path]:
        """The files that a pattern below a folder means."""
        for found in sorted(glob.glob(pattern, root_dir=base, recursive=True)):
            path = Path(os.path.abspath(base / found))
            # The folders between the two, which may be ones that are not looked into.
            between = (base / each for each in Path(found).parents if each != Path())
            if path.is_file() and self.takes_file(path) and all(map(self.takes_folder, between)):
                yield path


def is_secret(path: Path) -> bool:
    """Whether a file's name says that it holds passwords or keys."""
    return _is_like(path.name.lower(), SECRETS)


def _is_like(name: str, patterns: Collection[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
