"""What a window runs: the user's script file, with magic, arguments and readable errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from ..state.app import execute_app
from ..state.magic import SHOW, Magic
from ..state.run import Run
from ..state.script import ScriptCache, execute

if TYPE_CHECKING:
    from ..state.config import Config


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
        self._magic: tuple[Config, int, Magic] | None = None  # and the options that it comes from
        self._changed: SimpleQueue[tuple[frozenset[Path], dict[str, Path]]] = SimpleQueue()

    def forget_later(self, files: frozenset[Path], modules: Mapping[str, Path]) -> None:
        """Let the next run import changed modules anew; the present one keeps to those that it has."""
        self._changed.put((files, dict(modules)))

    def execute(self, run: Run) -> None:
        """Run the script from top to bottom."""
        while not self._changed.empty():
            from ..state.modules import forget

            forget(*self._changed.get())
        magic = self._magic_of(run.config)

        def run_file(file: Path) -> None:
            is_script = file is self.path or file == self.path
            args = self.args if is_script else None  # a page does not change what the script got
            execute(self.scripts.compile(file, magic), argv=args, globals_hook=self._give_show)

        execute_app(run, self.path, run_file)

    def show_error(self, run: Run, error: BaseException) -> None:
        """Put an error into the page, with the frames of the user's script."""
        from ..widgets.exception import show_fault

        show_fault(run, error, self.path)

    def _magic_of(self, config: Config) -> Magic:
        known = self._magic
        if known is not None and known[0] is config and known[1] == config.version:
            return known[2]
        version = config.version
        magic = Magic(
            enabled=bool(config.get("runner.magicEnabled")),
            root_docstring=bool(config.get("magic.displayRootDocString")),
            last_call=bool(config.get("magic.displayLastExprIfNoSemicolon")),
        )
        self._magic = config, version, magic
        return magic

    def _give_show(self, namespace: dict[str, Any]) -> None:
        namespace[SHOW] = _show


def _show(*values: Any) -> None:
    from .. import write

    write(*values)
