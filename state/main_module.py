"""``sys.modules["__main__"]`` where several scripts run as ``__main__`` at the same time.

There is one ``__main__`` in a process, but each window has a script of its own that runs by that
name in a thread of its own. Who looks the name up (`pickle`, `typing.get_type_hints`, `dataclasses`,
`multiprocessing`, the user's ``import __main__``) means the script that asks. So the entry is a
stand-in that answers with the module of the asking thread.
"""

from __future__ import annotations

import sys
import threading
import weakref
from types import FrameType, ModuleType
from typing import Any


class MainModule(ModuleType):
    """Stands in for ``__main__`` and answers with the attributes of the module that the asker means.

    That is, in this order: the script that runs, or ran last, in the calling thread; for threads that
    the user started, the script whose functions are on the stack; the script that was started last;
    the program's own ``__main__``.
    """

    def __init__(self, program: ModuleType) -> None:
        super().__init__("__main__")
        own = object.__getattribute__(self, "__dict__")
        own["program"] = program
        own["threads"] = threading.local()
        own["newest"] = weakref.ref(program)

    def __getattribute__(self, name: str) -> Any:
        namespace = _meant(self)
        if name == "__dict__":
            return namespace
        if name == "__class__":
            return MainModule
        try:
            return namespace[name]
        except KeyError:
            raise AttributeError(f"module '__main__' has no attribute {name!r}") from None

    def __setattr__(self, name: str, value: Any) -> None:
        _meant(self)[name] = value

    def __delattr__(self, name: str) -> None:
        if _meant(self).pop(name, _meant) is _meant:
            raise AttributeError(f"module '__main__' has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted(_meant(self))

    def __repr__(self) -> str:
        return f"<module '__main__' from {_meant(self).get('__file__')!r}>"


_installing = threading.Lock()


class as_main:
    """Let ``module`` be ``__main__`` for the calling thread.

    At the outermost level it stays so after the block, since callbacks of a run fire after its end. A
    block within a block (a page within its entry script) gives the name back.
    """

    __slots__ = ("_module", "_outer", "_own")

    def __init__(self, module: ModuleType) -> None:
        self._module = module
        self._outer: ModuleType | None = None

    def __enter__(self) -> None:
        self._own = own = object.__getattribute__(_installed(), "__dict__")
        threads = own["threads"]
        depth = getattr(threads, "depth", 0)
        self._outer = getattr(threads, "module", None) if depth else None
        threads.module = self._module
        threads.depth = depth + 1
        own["newest"] = weakref.ref(self._module)

    def __exit__(self, *raised: object) -> None:
        threads = self._own["threads"]
        threads.depth -= 1
        if self._outer is not None:
            threads.module = self._outer
            self._own["newest"] = weakref.ref(self._outer)


def remove_main_stand_in() -> None:
    """Give the name ``__main__`` back to the program. For the end of a test session or an embedding."""
    with _installing:
        present = sys.modules["__main__"]
        if type(present) is MainModule:
            sys.modules["__main__"] = object.__getattribute__(present, "__dict__")["program"]


def _installed() -> MainModule:
    present = sys.modules["__main__"]
    if type(present) is MainModule:
        return present
    with _installing:
        present = sys.modules["__main__"]
        if type(present) is not MainModule:
            present = sys.modules["__main__"] = MainModule(present)
        return present


def _meant(main: MainModule) -> dict[str, Any]:
    """The namespace that the calling code means by ``__main__``."""
    own = object.__getattribute__(main, "__dict__")
    module = getattr(own["threads"], "module", None)
    if module is not None:
        return _namespace(module)
    # The program's thread (the GUI's, a test's) has no script of its own; there the walk ends at it.
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_globals.get("__name__") == "__main__":
            return frame.f_globals
        frame = frame.f_back
    return _namespace(own["newest"]() or own["program"])


def _namespace(module: ModuleType) -> dict[str, Any]:
    namespace: dict[str, Any] = object.__getattribute__(module, "__dict__")
    return namespace
