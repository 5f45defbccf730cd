"""The session state as a test sees it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from ...state.query_params import QueryParams
from ...state.session_state import SessionState
from ...state.state_proxy import SessionStateProxy


class TestSessionState(SessionStateProxy):
    """``app.session_state``: like ``st.session_state``, but nothing that a test sets is refused."""

    __test__ = False

    def __init__(self, state: SessionState, on_change: Callable[[], None] = lambda: None) -> None:
        super().__init__(lambda: state)
        object.__setattr__(self, "_on_change", on_change)

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._current().preset(key, value)
        self._tell()

    def __delitem__(self, key: Hashable) -> None:
        super().__delitem__(key)
        self._tell()

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        super().__delattr__(name)
        self._tell()

    def _tell(self) -> None:
        object.__getattribute__(self, "_on_change")()

    def __repr__(self) -> str:
        return repr(self.to_dict())


class TestQueryParams(MutableMapping[str, Any]):
    """``app.query_params``: each name with its text, or with a list where it has several."""

    __test__ = False

    def __init__(self, params: QueryParams) -> None:
        self._params = params

    def __getitem__(self, key: str) -> Any:
        texts = self._params.get_all(key)
        if not texts:
            raise KeyError(f"There is no query parameter {key!r}.")
        return texts if len(texts) > 1 else texts[0]

    def __setitem__(self, key: str, value: object) -> None:
        if isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping)):
            self._params.put(key, [str(each) for each in value])
        else:
            self._params.put(key, [str(value)])

    def __delitem__(self, key: str) -> None:
        self[key]
        self._params.put(key, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._params.keys())

    def __len__(self) -> int:
        return len(self._params.keys())

    def __repr__(self) -> str:
        return repr(dict(self))
