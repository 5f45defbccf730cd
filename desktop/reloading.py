"""What happens when an app's files are saved: run again at once, or offer it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..state.modules import forget, local_modules
from .watch import Watcher

if TYPE_CHECKING:
    from .window import Window


class Reloader(QObject):
    """Watches the files of one window's app.

    Args:
        window: The window.
        script: Its script.
    """

    def __init__(self, window: Window, script: Path) -> None:
        super().__init__(window)
        self._window = window
        self._script = script
        self._modules: dict[str, Path] = {}
        self._known = 0
        self.watcher = Watcher(self)
        self.watcher.changed.connect(self._on_changed)
        window.session.run_finished.connect(self._on_run_finished)
        self._watch()

    def _watch(self) -> None:
        config = self._window.session.config.files
        self.watcher.watch([self._script, *self._modules.values(), *config])

    def _on_run_finished(self) -> None:
        """The script may have imported further modules."""
        if len(sys.modules) == self._known:
            return
        self._known = len(sys.modules)
        found = local_modules(self._script.parent)
        if found != self._modules:
            self._modules = found
            self._watch()

    def _on_changed(self, files: frozenset[Path]) -> None:
        config = self._window.session.config
        if files & set(config.files):
            config.reload()
            self._window.looks.refresh()
        code = files & {self._script, *self._modules.values()}
        if not code:
            return
        if self._window.preferences.always_rerun or config.get("server.runOnSave"):
            self.rerun(code)
            return
        names = ", ".join(sorted(f"`{path.name}`" for path in code))
        self._window.notices.say(
            f":material/edit_note: {names} has changed.",
            [("Rerun", lambda: self.rerun(code)), ("Always rerun", lambda: self._always(code))],
        )

    def rerun(self, code: frozenset[Path]) -> None:
        """Import changed modules anew and run the script."""
        modules = code - {self._script}
        if modules:
            forget(modules, self._modules)
            self._known = 0
        self._window.session.runner.rerun("file saved")

    def _always(self, code: frozenset[Path]) -> None:
        self._window.preferences.always_rerun = True
        self.rerun(code)
