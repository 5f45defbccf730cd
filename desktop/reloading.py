"""What happens when an app's files are saved: run again at once, or offer it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..state.pages import PageFacts
from .notices import escaped
from .watch import Watcher

if TYPE_CHECKING:
    from .notice import Notice
    from .program import ScriptProgram
    from .window import Window

MOST_FILES = 2000
"""How many files of ``server.folderWatchList`` are watched; beyond, a folder is no folder of sources."""


class Reloader(QObject):
    """Watches the files of one window's app.

    Changed modules are forgotten before whichever run comes next, which so imports them anew, as it
    takes the changed script; a run that goes on is not given halves of both.

    Args:
        window: The window.
        program: What it runs.
    """

    def __init__(self, window: Window, program: ScriptProgram) -> None:
        super().__init__(window)
        self._window = window
        self._program = program
        self._config = window.session.config
        self._script = program.path
        self._modules: dict[str, Path] = {}
        self._known = 0
        self._pages: tuple[PageFacts, ...] = ()
        self._changed: frozenset[Path] = frozenset()
        self._offer: Notice | None = None
        self._started = False
        kind = self._config.get("server.fileWatcherType")
        self._extra = _sources_in(self._config.get("server.folderWatchList"))
        without = self._config.get("server.folderWatchBlacklist")
        self._without = tuple(Path(each).absolute() for each in without)
        self.watcher = Watcher(self, poll=kind == "poll")
        if kind == "none":
            return
        self.watcher.changed.connect(self._on_changed)
        window.session.run_started.connect(self._on_run_started)
        window.session.run_finished.connect(self._on_run_finished)
        self._watch()

    def _code(self) -> frozenset[Path]:
        files = (*self._modules.values(), *self._extra)
        wanted = (path for path in files if not any(path.is_relative_to(each) for each in self._without))
        pages = self._window.session.state.pages.known
        return frozenset((self._script, *wanted, *(Path(page.file) for page in pages if page.file)))

    def _watch(self) -> None:
        self.watcher.watch([*self._code(), *self._config.files])

    def _on_run_started(self) -> None:
        """It takes what was changed, so there is nothing to offer any more."""
        self._started = True
        self._changed = frozenset()
        if self._offer is not None:
            self._window.notices.dismiss(self._offer)
            self._offer = None

    def _on_run_finished(self) -> None:
        """The script may have imported further modules."""
        if not self._started:  # of a run that is over within a frame nothing else is told
            self._on_run_started()
        self._started = False
        pages = self._window.session.state.pages.known
        if len(sys.modules) == self._known and pages == self._pages:
            return
        if pages != self._pages:
            self._pages = pages
            self._watch()
        self._known = len(sys.modules)
        from ..state.modules import local_modules

        found = local_modules(self._script.parent)
        if found != self._modules:
            self._modules = found
            self._watch()

    def _on_changed(self, files: frozenset[Path]) -> None:
        if files & set(self._config.files):
            self._take_config()
        code = files & self._code()
        if not code:
            return
        self._known = 0
        if self._window.session.runner.is_busy():
            self._program.forget_later(code, self._modules)
        else:
            from ..state.modules import forget

            forget(code, self._modules)
        always = self._window.preferences.always_rerun and self._config.get("server.allowRunOnSave")
        if always or self._config.get("server.runOnSave"):
            self.rerun()
        else:
            self._changed |= code
            self._make_offer()

    def _take_config(self) -> None:
        """Take over changed options while the app runs, and name what is wrong with them."""
        before = self._config.warnings
        self._config.reload()
        self._window.looks.refresh()
        for warning in self._config.warnings:
            if warning not in before:
                self._window.notices.say(f":material/settings: {escaped(str(warning))}")
        self._watch()

    def _make_offer(self) -> None:
        if self._offer is not None:
            self._window.notices.dismiss(self._offer)
        names = ", ".join(sorted(f"`{path.name}`" for path in self._changed))
        verb = "has" if len(self._changed) == 1 else "have"
        actions = [("Rerun", self.rerun)]
        if self._config.get("server.allowRunOnSave"):
            actions.append(("Always rerun", self._rerun_always))
        self._offer = self._window.notices.say(f":material/edit_note: {names} {verb} changed.", actions)

    def rerun(self) -> None:
        """Run the script as it is now."""
        self._window.session.runner.rerun("file saved")

    def _rerun_always(self) -> None:
        self._window.preferences.always_rerun = True
        self.rerun()


def _sources_in(folders: Iterable[str]) -> tuple[Path, ...]:
    found: list[Path] = []
    for folder in folders:
        found += sorted(Path(folder).absolute().rglob("*.py"))[: MOST_FILES - len(found)]
    return tuple(found)
