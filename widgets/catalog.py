"""Which file holds which command. A file is imported when a script first uses one of its commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from ..state.container import Container
from ..state.errors import UnsupportedCommandError
from ..state.importing import importer


class Missing:
    """Stands for something of Streamlit's that desklit does not have yet; any use says so."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def _refuse(self) -> NoReturn:
        raise UnsupportedCommandError(self.__name__)

    def __call__(self, *args: object, **kwargs: object) -> NoReturn:
        self._refuse()

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()

    def __getitem__(self, key: object) -> NoReturn:
        self._refuse()

    def __enter__(self) -> NoReturn:
        self._refuse()

    def __exit__(self, *args: object) -> None:
        return None


class Catalog:
    """The commands by name.

    Args:
        modules: For each command the module of ``desklit.widgets`` that holds it.
        missing: Streamlit's commands that desklit does not have yet.
    """

    def __init__(self, modules: Mapping[str, str], missing: frozenset[str]) -> None:
        self.modules = modules
        self.missing = missing

    def find(self, name: str) -> Callable[..., Any]:
        """The function of a command; its first parameter is the container.

        Raises:
            AttributeError: Nobody has it; the message names the nearest.
        """
        module = self.modules.get(name)
        if module is None:
            if name in self.missing:
                return Missing(name)
            raise AttributeError(self.unknown(name))
        loaded = importer.find(f"{__package__}.{module}")
        command: Callable[..., Any] = getattr(loaded, name)
        return command

    def unknown(self, name: str) -> str:
        """What to say of a name that nobody knows."""
        import difflib  # only a mistake needs it

        near = difflib.get_close_matches(name, [*self.modules, *self.missing], 1)
        hint = f" Did you mean `st.{near[0]}`?" if near else ""
        return f"There is no command `st.{name}`.{hint}"

    def serve(self) -> None:
        """Make every command a method of containers, looked up at first use."""
        Container.find_command = staticmethod(self.find)
