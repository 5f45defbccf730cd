"""The file dialogs that views open. One object per window, so that a test can answer in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialogs:
    """Native dialogs; none of them blocks the window's event loop."""

    def __init__(self) -> None:
        self._folder = ""

    def save(
        self,
        parent: QWidget,
        name: str,
        then: Callable[[Path], None],
        suffix: str = "",
        *,
        title: str = "Save file",
        kind: str = "",
    ) -> None:
        """Ask where to save a file.

        Args:
            parent: The view that asks.
            name: The file name to suggest, or a whole path.
            then: Called with the path; not called when the user cancels.
            suffix: What a name ends with to which its user gives none, such as ``".csv"``.
            title: What the dialog is called.
            kind: What files that end so are called, such as ``"Tables"``.
        """
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if suffix:
            dialog.setDefaultSuffix(suffix)
            dialog.setNameFilters([f"{kind} (*{suffix})" if kind else f"*{suffix}", "All files (*)"])
        dialog.selectFile(str(Path(self._folder) / name))
        self._open(dialog, lambda paths: then(paths[0]))

    def open(
        self,
        parent: QWidget,
        suffixes: Sequence[str],
        many: bool,
        then: Callable[[list[Path]], None],
        *,
        title: str = "",
        kind: str = "Accepted files",
    ) -> None:
        """Ask for files to open.

        Args:
            parent: The view that asks.
            suffixes: Such as ``".csv"``; empty for all files.
            many: Whether several may be chosen.
            then: Called with the paths; not called when the user cancels.
            title: What the dialog is called; "" for what it does.
            kind: What such files are called.
        """
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent.window(), title or ("Open files" if many else "Open file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
        if suffixes:
            kinds = " ".join(f"*{suffix}" for suffix in suffixes)
            dialog.setNameFilters([f"{kind} ({kinds})", "All files (*)"])
        self._open(dialog, then)

    def open_folder(self, parent: QWidget, then: Callable[[list[Path]], None]) -> None:
        """Ask for a folder; ``then`` gets every file below it."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent.window(), "Open folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, lambda paths: then(sorted(p for p in paths[0].rglob("*") if p.is_file())))

    def _open(self, dialog: QFileDialog, then: Callable[[list[Path]], None]) -> None:
        if self._folder:
            dialog.setDirectory(self._folder)

        def on_accepted() -> None:
            paths = [Path(name) for name in dialog.selectedFiles()]
            if paths:
                self._folder = str(paths[0].parent)
                then(paths)

        dialog.accepted.connect(on_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
