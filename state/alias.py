"""``import streamlit`` means desklit: for a script, for what it imports, in every thread.

The process that runs an app installs the alias for good; a process that only tests something may
install it for a while. Nothing is imported by that: each name is looked up when it is first used.

Example:
    >>> with install():
    ...     import streamlit as st
    ...     st.__version__
    '1.67.0'
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import field
from importlib.machinery import ModuleSpec
from types import MappingProxyType, ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, cast

from .records import dataclass
from .stand_ins import Refusal

if TYPE_CHECKING:
    # Not for running: importlib.abc brings importlib.resources along, which costs more than this file.
    from importlib.abc import Loader

_ROOT = "streamlit"
_PACKAGE = __name__.partition(".state.")[0]
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Alias:
    """What stands in the place of one of Streamlit's modules.

    A target is written ``.module`` or ``.module:attribute``, relative to desklit; ``.`` is its face.

    Attributes:
        target: Where names are looked up that are not listed below; empty for nowhere.
        names: Single names and their targets.
        constants: Single names and their values.
        missing: Names that Streamlit has there and desklit does not have yet. They can be imported and
            stand in annotations; using one raises `UnsupportedCommandError`.
        keeps: Names that stay what they are when a module of the same name is imported.
    """

    target: str = ""
    names: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    constants: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    missing: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()


class AliasModule(ModuleType):
    """Stands for one of Streamlit's modules; passes names on and remembers them."""

    def __init__(self, name: str, alias: Alias, modules: frozenset[str]) -> None:
        super().__init__(name, f"desklit, where a script asks for {name}.")
        own = vars(self)
        own["__desklit_alias__"] = alias
        own["__desklit_modules__"] = modules
        # In the instance, as a module's file would define it: in the class it costs every command 80 ns.
        own["__getattr__"] = self._look_up

    def _look_up(self, name: str) -> Any:
        value = self._find(name)
        vars(self)[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        alias: Alias = vars(self)["__desklit_alias__"]
        # The import machinery hangs each module into its parent; st.navigation has to stay the command.
        if not (isinstance(value, AliasModule) and name in alias.keeps):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        alias: Alias = vars(self)["__desklit_alias__"]
        prefix = f"{self.__name__}."
        modules = {
            name[len(prefix) :].partition(".")[0]
            for name in vars(self)["__desklit_modules__"]
            if name.startswith(prefix)
        }
        found = {*vars(self), *alias.names, *alias.constants, *alias.missing, *modules}
        return sorted({*found, *dir(_resolve(alias.target))} if alias.target else found)

    def _find(self, name: str) -> Any:
        alias: Alias = vars(self)["__desklit_alias__"]
        full = f"{self.__name__}.{name}"
        if name == "__all__":
            return [each for each in dir(self) if not each.startswith("_")]
        if name in alias.constants:
            return alias.constants[name]
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if full in vars(self)["__desklit_modules__"] and name not in alias.keeps:
            return importlib.import_module(full)
        if name in alias.missing:
            return Refusal(full.removeprefix(f"{_ROOT}."))
        if name in alias.names:
            try:
                return _resolve(alias.names[name])
            except (ModuleNotFoundError, AttributeError) as error:
                if not _is_ours(error):
                    raise
                return Refusal(full.removeprefix(f"{_ROOT}."))
        if alias.target:
            try:
                return getattr(_resolve(alias.target), name)
            except (ModuleNotFoundError, AttributeError) as error:
                # The face knows more of its own names, such as what a misspelt one is near to.
                if not _is_ours(error) or alias.target == ".":
                    raise
        raise AttributeError(_unsupported(full))


class Installed:
    """The alias while it is installed; `uninstall` or the end of a ``with`` block takes it away.

    What was imported of a Streamlit that is really installed comes back then.
    """

    def __init__(self, mapping: Mapping[str, Alias]) -> None:
        self._mapping = dict(mapping)
        self._known = frozenset(self._mapping)
        self._real = _take_out()
        sys.meta_path.insert(0, self)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Answer for ``streamlit`` and all below it, also for what is not there."""
        if fullname != _ROOT and not fullname.startswith(f"{_ROOT}."):
            return None
        if fullname not in self._mapping:
            # Without the attribute `name`: `from streamlit import x` swallows an error that has it.
            raise ModuleNotFoundError(_unsupported(fullname))
        return ModuleSpec(fullname, cast("Loader", self), origin="desklit", is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The stand-in for the module that ``spec`` names."""
        return AliasModule(spec.name, self._mapping[spec.name], self._known)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing: the names come when they are asked for."""

    def uninstall(self) -> None:
        """Give ``import streamlit`` back to the Streamlit that is installed, if one is. Twice is once."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
            _take_out()
            sys.modules.update(self._real)

    def __enter__(self) -> Installed:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.uninstall()


def install(mapping: Mapping[str, Alias] | None = None) -> Installed:
    """Let ``import streamlit`` give desklit in this whole process.

    Modules that have imported a real Streamlit before keep it; so install before the script's first
    run. Nested installations end in the reverse order.

    Args:
        mapping: Module names and what stands for them; None stands for `desklit.state.alias_table`.

    Returns:
        The installation, which is also a context manager.
    """
    if mapping is None:
        from .alias_table import ALIASES

        mapping = ALIASES
    return Installed(mapping)


def _take_out() -> dict[str, ModuleType]:
    """Remove streamlit's modules, whosesoever, from ``sys.modules``, and give them."""
    names = [name for name in list(sys.modules) if name == _ROOT or name.startswith(f"{_ROOT}.")]
    return {name: sys.modules.pop(name) for name in names}


def _is_ours(error: ImportError | AttributeError) -> bool:
    """Whether a part of desklit is not there, rather than a package that it needs."""
    return isinstance(error, AttributeError) or (error.name or "").startswith(_PACKAGE)


def _resolve(target: str) -> Any:
    module, _, attribute = target.partition(":")
    found = importlib.import_module(_PACKAGE if module == "." else _PACKAGE + module)
    return getattr(found, attribute) if attribute else found


def _unsupported(full: str) -> str:
    return f"desklit does not support `{full}` yet."
