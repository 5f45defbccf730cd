"""Spares Shiboken two things that it does for all programs and that hardly any needs.

- What explains a wrong call of Qt (signatures, their types, the writer of stub files) it compiles from source
  at each start, a third of the time that importing PySide6 takes. It is read when there is a call to explain.
- After each import it looks for PySide's name in the source of what was imported, to know whether the
  switches of ``__feature__`` concern it. It does so through ``inspect`` and ``linecache``: for all of desklit
  that is a tenth of the time to start, and every line is kept, seven MiB in all.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_OWN = __name__.partition(".")[0]

# In the names of the files within Shiboken's own archive. Its `mapping` is not among them: that one is looked
# into from C, which does not know of names that come later.
_EXPLAINING = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
_TRIED = (b'version = "6.11.',)
"""How PySide's file of its version names those that this was tried with: in another one C might look into
a part of the explaining modules before it is there, which would end the process."""
_ENUM_OPTION = "PYSIDE6_OPTION_PYTHON_ENUM"  # the one setting that the parser reads for all of PySide6

# Runs as one of these modules: the first name that is asked for brings the rest.
_LATER = """
from _thread import RLock
reading, unread = RLock(), [True]

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    space = globals()
    with reading:
        if unread:
            unread.clear()
            with __loader__.zfile.open(__file__) as file:
                exec(compile(file.read(), __file__, "exec"), space)
    try:
        return space[name]
    except KeyError:
        raise AttributeError(name) from None
"""


def import_qt() -> None:
    """Import PySide6; one that this has not been tried with, or that is set otherwise, is left alone."""
    # PySide6 itself hands "True" on to the processes that it starts.
    plain = os.environ.get(_ENUM_OPTION, "True") == "True" and not hasattr(sys, _ENUM_OPTION.lower())
    if not plain or not _is_tried():
        import PySide6.QtCore
    else:
        with _explained_later():
            import PySide6.QtCore  # noqa: F401 - it brings Shiboken's part
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = uses_pyside


def _is_tried() -> bool:
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        try:
            with open(os.path.join(folder, "_config.py"), "rb") as file:
                text = file.read()
        except OSError:
            return False
        return any(version in text for version in _TRIED)
    return False


@contextmanager
def _explained_later() -> Iterator[None]:
    """Let Shiboken find little in the modules that explain wrong calls."""
    compile_ = builtins.compile

    def compile_later(source: Any, filename: Any, *given: Any, **named: Any) -> Any:
        return compile_(_LATER if filename in _EXPLAINING else source, filename, *given, **named)

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = compile_


def uses_pyside(module: ModuleType) -> bool:
    """Whether a module names PySide6 in its source; one of desklit's own is not even read."""
    if module.__name__.partition(".")[0] == _OWN:
        return True
    path = getattr(module, "__file__", None)
    if not isinstance(path, str) or not path.endswith((".py", ".pyw")):
        return False
    try:
        with open(path, "rb") as file:
            return b"PySide6" in file.read()
    except OSError:
        return False
