"""What a test runs: a script's file, or a function of the test as a script."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...state.app import execute_app
from ...state.magic import SHOW, Magic
from ...state.run import Run
from ...state.script import ScriptCache, execute


class TestProgram:
    """A script file as a program; ``sys.argv`` stays the test's.

    Args:
        path: The script.
        given: Names that stand in the script's globals from the start.
    """

    __test__ = False

    def __init__(self, path: Path, given: Mapping[str, Any]) -> None:
        self.path = path
        self.given = dict(given)
        self._scripts = ScriptCache()

    def execute(self, run: Run) -> None:
        """Run the script from top to bottom."""
        config = run.config
        magic = Magic(
            enabled=bool(config.get("runner.magicEnabled")),
            root_docstring=bool(config.get("magic.displayRootDocString")),
            last_call=bool(config.get("magic.displayLastExprIfNoSemicolon")),
        )

        def run_file(file: Path) -> None:
            execute(self._scripts.compile(file, magic), globals_hook=self._give)

        execute_app(run, self.path, run_file)

    def show_error(self, run: Run, error: BaseException) -> None:
        """Put an error into the page."""
        from ...widgets.exception import show_fault

        show_fault(run, error, self.path)

    def enter(self) -> None:
        """Let the script import what lies beside it."""
        self._scripts.enter_folder(self.path)

    def leave(self) -> None:
        """Undo `enter`."""
        self._scripts.leave_folder(self.path)

    def _give(self, namespace: dict[str, Any]) -> None:
        namespace[SHOW] = _show
        namespace.update(self.given)


def _show(*values: Any) -> None:
    from ... import write

    write(*values)


ARGS, KWARGS = "__args", "__kwargs"


def source_of(function: Callable[..., Any]) -> str:
    """A script that calls a function: its source, then the call.

    The function's imports have to stand in its body, since nothing of the module around comes along.

    Raises:
        TypeError: Its source can't be found, or it is no plain function.
    """
    name = getattr(function, "__name__", "")
    if not inspect.isfunction(function) or not name.isidentifier():
        raise TypeError(f"AppTest.from_function takes a function with a name of its own, not {function!r}.")
    try:
        source = textwrap.dedent(inspect.getsource(function))
    except OSError as error:
        raise TypeError(f"The source of {name} can't be read: {error}.") from error
    return f"{source}\n{name}(*{ARGS}, **{KWARGS})\n"
