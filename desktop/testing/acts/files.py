"""File uploaders."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts, pick

FilePath = str | os.PathLike[str]


class FileUploaderActs(Acts):
    """The area for files, its button, and the files below it."""

    def target(self) -> QWidget:
        button: QWidget = self.view.box.area.button
        return button

    def drop(self, *paths: FilePath) -> None:
        self.hand.drop(self.view.box.area, [_there(path) for path in paths])

    def upload(self, *paths: FilePath) -> None:
        self.driver.answer_file_dialog(*map(_there, paths))
        self.click()

    def set(self, paths: FilePath | list[FilePath] | tuple[FilePath, ...]) -> None:
        self.drop(*(paths if isinstance(paths, (list, tuple)) else [paths]))

    def remove(self, name: str) -> None:
        rows = self.view.box.rows
        number = pick(name, (row.cross.accessibleName().removeprefix("Remove ") for row in rows), "file")
        self.hand.click(rows[number].cross)


def _there(path: FilePath) -> Path:
    found = Path(path)
    if not found.exists():
        raise AppTestError(f"there is no file {str(found)!r}")
    return found
