"""Scripts: from a file to code, and from code to a run as ``__main__``.

What is process-wide in Python and therefore shared by all windows:

- ``sys.argv`` is set at the start of each run; the last started run's arguments stand in it.
- ``sys.path`` has the folder of each open script in front once, as long as a window shows it. Two
  scripts from different folders that both import a local module of one name get the same module.
- ``__main__`` is told apart by thread, see `desklit.state.main_module`.
"""

from __future__ import annotations

import ast
import builtins
import io
import linecache
import os
import sys
import threading
import time
import tokenize
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from .magic import Magic, apply_magic
from .main_module import as_main
from .records import dataclass
from .syntax import parse

Globals = dict[str, Any]
_TICK, _COARSE_TICK = 250_000_000, 3_000_000_000
"""Nanoseconds: so far apart may two edits lie and leave the same time; more where it is kept in seconds."""


@dataclass(frozen=True, slots=True)
class CompiledScript:
    """A script that is ready to run.

    Attributes:
        path: The file, absolute, symbolic links kept.
        code: What runs.
        docstring: The script's own docstring.
        source: The text that ``code`` was made of.
    """

    path: Path
    code: CodeType
    docstring: str | None
    source: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A script, its content, its file's stamps, and whether it had been left alone for a while by then."""

    content: bytes
    compiled: CompiledScript
    stamps: tuple[int, ...]
    rested: bool


class ScriptCache:
    """Compiles each script once per content. One serves all windows; its methods may be called by any thread.

    A file that was edited lately is read and compared, so that an edit within the clock's tick is not missed;
    of one that has rested since before it was read, a look at its stamps is enough (2 µs instead of 20).
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, Magic], _Known] = {}
        self._folders: Counter[str] = Counter()
        self._lock = threading.Lock()

    def compile(self, path: str | os.PathLike[str], magic: Magic | None = None) -> CompiledScript:
        """The compiled script at ``path``, compiled anew only when the file's content has changed.

        Args:
            path: The script's file.
            magic: Which bare expressions are shown; None stands for Streamlit's defaults.

        Returns:
            The script. The same object as long as the content stays.

        Raises:
            SyntaxError: The file is no Python; file, line and text are those of the user's file.
            OSError: The file cannot be read.
        """
        file = os.fspath(path)
        magic = Magic() if magic is None else magic
        known = self._known.get((file, magic))
        if known is None and not os.path.isabs(file):
            file = os.path.abspath(file)
            known = self._known.get((file, magic))
        stamps = _stamps(file)
        if known is not None and known.rested and known.stamps == stamps:
            return known.compiled
        now = time.time_ns()
        with open(file, "rb", 0) as opened:
            content = opened.read()
        if known is not None and known.content == content:
            compiled = known.compiled
        else:
            compiled = _compile(Path(os.path.abspath(file)), content, magic)
        newest = max(stamps[:2])
        rested = newest + (_TICK if newest % 1_000_000 else _COARSE_TICK) < now
        with self._lock:
            self._known[file, magic] = _Known(content, compiled, stamps, rested)
        return compiled

    def enter_folder(self, path: str | os.PathLike[str]) -> None:
        """Put the folder of the script at ``path`` in front of ``sys.path``; once per open window."""
        folder = os.path.dirname(os.path.abspath(path))
        with self._lock:
            self._folders[folder] += 1
            if self._folders[folder] == 1:
                sys.path.insert(0, folder)

    def leave_folder(self, path: str | os.PathLike[str]) -> None:
        """Undo one `enter_folder`; the last one takes the folder from ``sys.path``."""
        folder = os.path.dirname(os.path.abspath(path))
        with self._lock:
            if folder not in self._folders:
                return
            self._folders[folder] -= 1
            if not self._folders[folder]:
                del self._folders[folder]
                if folder in sys.path:
                    sys.path.remove(folder)


def _stamps(file: str) -> tuple[int, ...]:
    """What changes with a file, the two times first."""
    found = os.stat(file)
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def execute(
    compiled: CompiledScript,
    *,
    argv: Sequence[str] | None = None,
    globals_hook: Callable[[Globals], object] | None = None,
) -> ModuleType:
    """Run a script as ``__main__`` with fresh globals, in the calling thread.

    Globals do not survive from run to run; callbacks see those of the run that declared them. A page
    that runs within its entry script has globals of its own and is ``__main__`` meanwhile.

    Args:
        compiled: What `ScriptCache.compile` gave.
        argv: The arguments behind the script's name in ``sys.argv``; None leaves ``sys.argv`` alone.
        globals_hook: Called with the globals before the script starts; puts ``__desklit_show__`` there.

    Returns:
        The module that the script was.

    Raises:
        BaseException: Whatever the script raises.
    """
    module = ModuleType("__main__", compiled.docstring)
    namespace: Globals = module.__dict__
    namespace["__file__"] = str(compiled.path)
    namespace["__builtins__"] = builtins
    if globals_hook is not None:
        globals_hook(namespace)
    if argv is not None:
        sys.argv = [str(compiled.path), *argv]
    with as_main(module):
        exec(compiled.code, namespace)
    return module


def _compile(path: Path, content: bytes, magic: Magic) -> CompiledScript:
    file = str(path)
    source = _decode(content, file)
    # Tracebacks read lines from here. Without a time stamp the entry is never thrown away when the file
    # is edited, so that they show the lines that run and not those that were saved since.
    linecache.cache[file] = (len(content), None, list(io.StringIO(source)), file)
    try:
        tree = parse(source, file)
        docstring = ast.get_docstring(tree, clean=False)
        code = compile(apply_magic(tree, source, magic), file, "exec", dont_inherit=True)
    except SyntaxError as error:
        error.filename = error.filename or file
        raise
    return CompiledScript(path, code, docstring, source)


def _decode(content: bytes, file: str) -> str:
    """The text of a source file; its cookie and byte order mark are honoured."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    except SyntaxError as error:
        raise SyntaxError(error.msg, (file, 1, 1, None)) from None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"line {line} is not {encoding}: {error.reason}"
        raise SyntaxError(what, (file, line, 1, None)) from None
    if "\0" in text:  # no SyntaxError before Python 3.12, and none with a line since
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SyntaxError("the script contains a null byte", (file, line, 1, None))
    return text.replace("\r\n", "\n").replace("\r", "\n")
