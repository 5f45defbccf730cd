"""The values of a session, and where they lie.

A value lies in one of three places, and is looked for in this order:

- *new*: what the script has stored under a key since the run began (or a test between runs);
- *values*: what widgets hold, by identity; they last as long as the widget is shown;
- *kept*: what the script has stored in earlier runs under a key that was no widget's; it lasts as long
  as the window, and shines through again when a widget of its key has come and gone.

When a run begins, what is new goes to the widget of its key, or else to what is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .element import WidgetId
from .errors import (
    StreamlitAPIException,
    StreamlitValueError,
    StreamlitWidgetAlreadyInstantiatedError,
    UnserializableSessionStateError,
)
from .widget import WidgetSpec

RESERVED_PREFIX = "$$ID"
NOTHING: Any = object()
"""Stands for no value where None is one."""
PLAIN = frozenset({bool, int, float, str, type(None), list, tuple, dict})
"""The types of values that come back from a widget as they went there."""


def checked_key(key: object) -> str:
    """The key as text.

    Raises:
        StreamlitValueError: The key is empty.
        StreamlitAPIException: The key begins with the prefix that is kept for widgets without key.
    """
    text = key if type(key) is str else str(key)
    if not text:
        raise StreamlitValueError("A `key` must not be empty: give a text of at least one character.")
    if text.startswith(RESERVED_PREFIX):
        raise StreamlitAPIException(f"The key {text!r} begins with {RESERVED_PREFIX}, which is reserved.")
    return text


def equal(a: object, b: object) -> bool:
    """Whether two values are equal; values that can't be compared (frames, arrays) are not."""
    if a is b:
        return True
    try:
        return type(a) is type(b) and bool(a == b)
    except Exception:
        return False


class StateValues:
    """The values of one session by key, as a script reads and writes them."""

    def __init__(self) -> None:
        self.tested = False
        """Whether a test stands for the screen. As in Streamlit's tests each button then says in each run
        that it is not clicked, a change if its value was deleted, and an uploader has lost its files then."""
        self._new: dict[str, Any] = {}
        self._values: dict[WidgetId, Any] = {}
        self._kept: dict[str, Any] = {}
        self._ids: dict[str, WidgetId] = {}
        self._specs: dict[WidgetId, WidgetSpec] = {}
        self._live: dict[WidgetId, WidgetSpec] = {}
        self._keys: dict[str, str] = {}
        self._forms: set[str] = set()
        self._deleted: dict[WidgetId, Any] = {}
        self._on_screen: set[WidgetId] = set()
        self._refused: set[WidgetId] = set()  # made in this run, but for a value that they can't have
        self._unechoed: set[WidgetId] = set()
        self._before_echo: dict[WidgetId, Any] = {}
        self._outlived: dict[str, list[WidgetId]] = {}  # by key: whose place was taken in a run cut short
        self._restored: set[WidgetId] = set()  # of what the script has deleted: still on screen
        self._before_change: dict[WidgetId, Any] = {}  # of what has come from the screen for this run
        self.clearings = 0  # how often everything was forgotten: what was before can't be gone back to

    def __getitem__(self, key: object) -> Any:
        text = checked_key(key)
        value = self._find(text)
        if value is NOTHING:
            raise KeyError(
                f"There is no {text!r} in st.session_state. Set it before you read it, for instance by "
                f"st.session_state.setdefault({text!r}, …) at the top of the script."
            )
        return value

    def __setitem__(self, key: object, value: Any) -> None:
        text = checked_key(key)
        if self._keys.get(text) == "widget" or text in self._forms:
            raise StreamlitWidgetAlreadyInstantiatedError(
                f"`st.session_state[{text!r}]` belongs to a widget or form that this run has already made, "
                "so it can't be set any more. Set it before that, or in a callback."
            )
        self._new[text] = value

    def __delitem__(self, key: object) -> None:
        text = checked_key(key)
        value = self._find(text)
        if value is NOTHING:
            raise KeyError(f"There is no {text!r} in st.session_state to delete.")
        self._new.pop(text, None)
        self._kept.pop(text, None)
        id = self._ids.get(text)
        if id is not None:
            self._values.pop(id, None)
            if id in self._live:
                self._deleted[id] = value
            else:
                del self._ids[text]  # what is set from now on is the script's own, unless the widget is made

    def __contains__(self, key: object) -> bool:
        return self._find(checked_key(key)) is not NOTHING

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.keys())

    def keys(self) -> list[str]:
        """All keys that the script can read, each once."""
        keys = dict.fromkeys((*self._kept, *self._new))
        for key, id in self._ids.items():
            if id in self._values and not self._is_private(id):
                keys[key] = None
        return list(keys)

    def to_dict(self) -> dict[str, Any]:
        """A copy of everything under a key."""
        return {key: self[key] for key in self.keys()}

    def preset(self, key: object, value: Any) -> None:
        """Set a value from outside of a run (a test, a document); never refused."""
        self._new[checked_key(key)] = value

    def clear(self) -> None:
        """Forget everything, the values of widgets included."""
        self.clearings += 1
        for held in (self._new, self._values, self._kept, self._deleted, self._before_echo):
            held.clear()
        self._unechoed.clear()

    def present(self) -> tuple[dict[WidgetId, Any], dict[str, Any]]:
        """What widgets hold, by their ids, and what the script holds; called between two runs."""
        widgets, own = dict(self._values), dict(self._kept)
        for key, value in self._new.items():
            id = self._ids.get(key)
            if id is None:
                own[key] = value
            else:
                widgets[id] = value
        return widgets, own

    def _find(self, key: str) -> Any:
        if key in self._new:
            return self._new[key]
        id = self._ids.get(key)
        if id is not None and id in self._values:
            return self._values[id]
        return self._kept.get(key, NOTHING)

    def holds_none(self, key: object) -> bool:
        """Whether None lies under a key."""
        return self._find(str(key)) is None

    def _value(self, id: WidgetId, key: str | None) -> Any:
        """A widget's value, wherever it lies."""
        if key is not None and key in self._new:
            return self._new[key]
        if id in self._values:
            return self._values[id]
        return NOTHING if key is None else self._kept.get(key, NOTHING)

    def spec(self, id: WidgetId) -> WidgetSpec | None:
        """What is known of a widget, or None."""
        return self._live.get(id) or self._specs.get(id)

    def _is_private(self, id: WidgetId) -> bool:
        spec = self.spec(id)
        return spec is not None and spec.private

    def check_serializable(self) -> None:
        """See that pickle can hold every value.

        Raises:
            UnserializableSessionStateError: Names the first key whose value it can't hold.
        """
        import pickle

        for key, value in self.to_dict().items():
            try:
                pickle.dumps(value)
            except Exception as error:
                raise UnserializableSessionStateError(
                    f"`st.session_state[{key!r}]` holds a {type(value).__name__} that can't be pickled "
                    f"({error}); `runner.enforceSerializableSessionState` asks for values that can."
                ) from error
