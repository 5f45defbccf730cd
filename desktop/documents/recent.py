"""The documents that were saved and opened lately: a list that all processes of a user share."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from ...state.private_files import write_whole

LIMIT = 10
_log = logging.getLogger("desklit.document")


class RecentDocuments:
    """The list on disk. One that can't be read counts as empty, one that can't be written is let be.

    Args:
        file: Where it lies.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def paths(self) -> tuple[Path, ...]:
        """The documents, the latest first, be they there or not: to ask a far disk takes long."""
        return tuple(self._all())

    def note(self, path: Path) -> None:
        """A document has been saved or opened."""
        found = path.absolute()
        self._write([found, *(each for each in self._all() if each != found)])

    def remove(self, path: Path) -> None:
        """Forget a document; the file is not touched."""
        self._write([each for each in self._all() if each != path])

    def _all(self) -> list[Path]:
        try:
            return [Path(os.fspath(each)) for each in json.loads(self.file.read_bytes())]
        except (OSError, ValueError, TypeError):
            return []

    def _write(self, paths: list[Path]) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, json.dumps([str(path) for path in paths[:LIMIT]], indent=1).encode())
        except (OSError, ValueError) as error:
            _log.warning("The list of recent documents can't be kept: %s", error)
