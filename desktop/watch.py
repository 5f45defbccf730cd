"""Watches an app's files: the script, the local modules that it imports, and its config files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

POLL_EVERY = 1000  # ms
PATIENCE = 60  # ms: editors write a file in several steps


class Watcher(QObject):
    """Tells which of some files changed; it compares contents, so a mere touch says nothing.

    Args:
        parent: What owns it.
        poll: Look every second instead of being told by the system, which network drives do not do.

    Signals:
        changed: (frozenset of paths) these files have other contents.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, poll: bool = False) -> None:
        super().__init__(parent)
        self._poll = poll
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_event)
        self._watcher.directoryChanged.connect(self._on_event)
        self._seen: dict[Path, bytes | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        if poll:
            self._timer.setSingleShot(False)
            self._timer.start(POLL_EVERY)
        self._timer.timeout.connect(self._look)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files from now on, and no others. Files that do not exist yet are waited for."""
        wanted = set(files)
        for path in set(self._seen) - wanted:
            del self._seen[path]
        for path in wanted - set(self._seen):
            self._seen[path] = _content(path)
        self._add_paths()

    def files(self) -> frozenset[Path]:
        """What is watched."""
        return frozenset(self._seen)

    def _add_paths(self) -> None:
        if self._poll:
            return
        # The folder, too: a file that is saved by renaming a new one over it falls out of the watch.
        paths = {str(path) for path in self._seen if path.exists()}
        paths |= {str(path.parent) for path in self._seen if path.parent.is_dir()}
        present = set(self._watcher.files()) | set(self._watcher.directories())
        if present - paths:
            self._watcher.removePaths(sorted(present - paths))
        if paths - present:
            self._watcher.addPaths(sorted(paths - present))

    def _on_event(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        self._add_paths()
        changed: set[Path] = set()
        for path, before in self._seen.items():
            now = _content(path)
            # A file that is gone for the moment is being replaced.
            if now is not None and now != before:
                self._seen[path] = now
                changed.add(path)
        if changed:
            self.changed.emit(frozenset(changed))


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
