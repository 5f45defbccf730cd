"""What a window runs: the user's script file, with magic, arguments and readable errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from ..state.app import execute_app
from ..state.magic import SHOW, Magic
from ..state.run import Run
from ..state.script import ScriptCache, execute


class ScriptProgram:
    """A script file as a program.

    Args:
        path: The script.
        args: What follows the script's name in ``sys.argv``.
        scripts: Where compiled scripts are kept.
    """

    def __init__(self, path: Path, args: Sequence[str], scripts: ScriptCache) -> None:
        self.path = path
        self.args = tuple(args)
        self.scripts = scripts
        self._changed: SimpleQueue[tuple[frozenset[Path], dict[str, Path]]] = SimpleQueue()

    def forget_later(self, files: frozenset[Path], modules: Mapping[str, Path]) -> None:
        """Let the next run import changed modules anew; the present one keeps to those that it has."""
        self._changed.put((files, dict(modules)))

    def execute(self, run: Run) -> None:
        """Run the script from top to bottom."""
        while not self._changed.empty():
            from ..state.modules import forget

            forget(*self._changed.get())
        config = run.config
        magic = Magic(
            enabled=bool(config.get("runner.magicEnabled")),
            root_docstring=bool(config.get("magic.displayRootDocString")),
            last_call=bool(config.get("magic.displayLastExprIfNoSemicolon")),
        )

        def run_file(file: Path) -> None:
            args = self.args if file == self.path else None  # a page does not change what the script got
            execute(self.scripts.compile(file, magic), argv=args, globals_hook=self._give_show)

        execute_app(run, self.path, run_file)

    def show_error(self, run: Run, error: BaseException) -> None:
        """Put an error into the page, with the frames of the user's script."""
        from ..widgets.exception import show_fault

        show_fault(run, error, self.path)

    def _give_show(self, namespace: dict[str, Any]) -> None:
        namespace[SHOW] = _show


def _show(*values: Any) -> None:
    from .. import write

    write(*values)
