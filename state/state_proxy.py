"""``st.session_state``: the running session's state as scripts see it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, MutableMapping
from typing import Any

from .session_state import SessionState


class SessionStateProxy(MutableMapping[Hashable, Any]):
    """``st.session_state``: the running session's state, by item and by attribute.

    Args:
        current: Gives the state of the session that runs in the calling thread.
    """

    _current: Callable[[], SessionState]

    def __init__(self, current: Callable[[], SessionState]) -> None:
        object.__setattr__(self, "_current", current)

    def __getitem__(self, key: Hashable) -> Any:
        return self._current()[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._current()[key] = value

    def __delitem__(self, key: Hashable) -> None:
        del self._current()[key]

    def __getattr__(self, name: str) -> Any:
        try:
            return self._current()[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self._current()[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self._current()[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __contains__(self, key: Hashable) -> bool:
        return key in self._current()

    def __iter__(self) -> Iterator[str]:
        return iter(self._current())

    def __len__(self) -> int:
        return len(self._current())

    def __str__(self) -> str:
        return str(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """A copy of the state as a dict."""
        return self._current().to_dict()
