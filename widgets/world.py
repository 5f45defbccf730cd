"""``st.secrets``, ``st.user``, ``st.context``, ``st.login`` and ``st.logout``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from ..state.context import current_run
from ..state.errors import StreamlitAPIException
from ..state.surroundings import Context, Surroundings, surroundings_of


class Proxy:
    """Stands for something of the session that runs in the calling thread.

    Args:
        current: Gives it.
    """

    def __init__(self, current: Callable[[], Any]) -> None:
        object.__setattr__(self, "_current", current)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_current")(), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(object.__getattribute__(self, "_current")(), name, value)

    def __getitem__(self, key: str) -> Any:
        return object.__getattribute__(self, "_current")()[key]

    def __contains__(self, key: object) -> bool:
        return key in object.__getattribute__(self, "_current")()

    def __iter__(self) -> Any:
        return iter(object.__getattribute__(self, "_current")())

    def __len__(self) -> int:
        return len(object.__getattribute__(self, "_current")())

    def __repr__(self) -> str:
        return repr(object.__getattribute__(self, "_current")())


def _here() -> Surroundings:
    return surroundings_of(current_run())


secrets = Proxy(lambda: _here().secrets)
user = Proxy(lambda: _here().user)
context = Proxy(lambda: Context(_here()))


def login(provider: str | None = None) -> NoReturn:
    """Refuse to log in: a window runs as the user of the computer.

    Raises:
        StreamlitAPIException: Always.
    """
    raise StreamlitAPIException(
        "`st.login` needs a server that an identity provider can answer. A desktop app runs as the user "
        "of the computer: see `st.user.name`."
    )


def logout() -> None:
    """Do nothing: nobody is logged in."""
