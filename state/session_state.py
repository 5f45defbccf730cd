"""Session state: the values that outlive a run, and how widgets and script share them.

A value lives in one of two places. *Free* values are those that the script stored under a key of
its own; they last as long as the window. *Widget* values belong to a widget's identity; they last
as long as the widget is shown. A free value under a widget's key moves to the widget when the
widget is made.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any

from .element import WidgetId
from .errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
    StreamlitWidgetAlreadyInstantiatedError,
    UnserializableSessionStateError,
)
from .query_params import QueryForm, QueryParams
from .widget import Callback, Change, WidgetSpec, own_copy

RESERVED_PREFIX = "$$ID"


@dataclass(frozen=True, slots=True)
class Registered:
    """What a widget gets when it is registered.

    ``assigned`` tells that the value came from ``st.session_state`` in code.
    """

    value: Any
    assigned: bool


def checked_key(key: object) -> str:
    """The key as text.

    Raises:
        StreamlitValueError: The key is empty.
        StreamlitAPIException: The key begins with the prefix that is kept for widgets without key.
    """
    text = str(key)
    if not text:
        raise StreamlitValueError("A `key` must not be empty: give a text of at least one character.")
    if text.startswith(RESERVED_PREFIX):
        raise StreamlitAPIException(f"The key {text!r} begins with {RESERVED_PREFIX}, which is reserved.")
    return text


class SessionState:
    """The values of one window's session.

    The mapping part is what the script sees as ``st.session_state``; the rest is for the runner:
    ``begin_run``, ``apply``, ``register`` and ``finish_run``, in this order.
    """

    def __init__(self) -> None:
        self._free: dict[str, Any] = {}
        self._values: dict[WidgetId, Any] = {}
        self._specs: dict[WidgetId, WidgetSpec] = {}
        self._ids: dict[str, WidgetId] = {}
        self._live: dict[WidgetId, WidgetSpec] = {}
        self._live_keys: set[str] = set()
        self._assigned: set[str] = set()
        self._triggered: set[WidgetId] = set()
        self._fired: dict[WidgetId, Any] = {}
        self._hidden: set[WidgetId] = set()
        self.query = QueryParams()

    # The mapping that scripts see

    def __getitem__(self, key: object) -> Any:
        text = checked_key(key)
        if text in self._free:
            return self._free[text]
        try:
            return own_copy(self._values[self._ids[text]])
        except KeyError:
            raise KeyError(
                f"There is no {text!r} in st.session_state. Set it before you read it, for instance by "
                f"st.session_state.setdefault({text!r}, …) at the top of the script."
            ) from None

    def __setitem__(self, key: object, value: Any) -> None:
        text = checked_key(key)
        if text in self._live_keys:
            raise StreamlitWidgetAlreadyInstantiatedError(
                f"`st.session_state[{text!r}]` belongs to a widget that this run has already made, so it "
                "can't be set any more. Set it before the widget is made, or in a callback."
            )
        self._free[text] = value
        self._assigned.add(text)

    def __delitem__(self, key: object) -> None:
        text = checked_key(key)
        if text not in self:
            raise KeyError(f"There is no {text!r} in st.session_state to delete.")
        self._free.pop(text, None)
        self._assigned.discard(text)
        if text in self._ids:
            self._values.pop(self._ids[text], None)

    def __contains__(self, key: object) -> bool:
        text = checked_key(key)
        return text in self._free or self._ids.get(text) in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.keys())

    def keys(self) -> list[str]:
        """All keys that the script can read, each once."""
        keys = dict.fromkeys(self._free)
        for key, id in self._ids.items():
            if id in self._values and not self._spec(id).private:
                keys[key] = None
        return list(keys)

    def to_dict(self) -> dict[str, Any]:
        """A copy of everything under a key."""
        return {key: self[key] for key in self.keys()}

    def preset(self, key: object, value: Any) -> None:
        """Set a value from outside of a run (a test, a document); never refused."""
        text = checked_key(key)
        self._free[text] = value
        self._assigned.discard(text)

    def clear(self) -> None:
        """Forget everything, the values of widgets included."""
        self._free.clear()
        self._values.clear()
        self._assigned.clear()
        self._triggered.clear()

    # The runner's part

    def begin_run(self) -> None:
        """Start a run: no widget is made yet."""
        self._live = {}
        self._live_keys = set()
        self._fired.clear()

    def apply(self, changes: Iterable[Change]) -> list[Callback]:
        """Take over what the user did.

        Returns:
            The callbacks of what really changed, in the order of the page.
        """
        changed: set[WidgetId] = set()
        for change in changes:
            spec = self._specs.get(change.id)
            if spec is None:
                continue
            value = spec.parse(change.value)
            if spec.key is not None:
                self._free.pop(spec.key, None)
            if spec.trigger:
                self._triggered.add(change.id)
                changed.add(change.id)
            elif not equal(self._values.get(change.id, spec.default), value):
                changed.add(change.id)
            self._values[change.id] = value
        return [
            spec.callback
            for id, spec in self._specs.items()
            if id in changed and spec.callback is not None and spec.reruns
        ]

    def register(self, spec: WidgetSpec) -> Registered:
        """Make a widget known to this run and find its value.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
            StreamlitDuplicateElementId: This run has made an equal widget without key already.
            StreamlitValueAssignmentNotAllowedError: The script set the key of a widget that can't be set.
        """
        self._claim(spec)
        id, key = spec.id, spec.key
        assigned = False
        if key is not None and key in self._free:
            if spec.settable:
                self._values[id] = self._free.pop(key)
                assigned = True
            else:
                value = self._free.pop(key)
                if not (key in self._assigned or spec.trigger):
                    # A test may make the edits of a data editor, as its user would.
                    self._values[id] = value
                if key in self._assigned:
                    self._assigned.discard(key)
                    raise StreamlitValueAssignmentNotAllowedError(
                        f"The value of the {id[0]} with the key {key!r} can't be set through "
                        "`st.session_state`: only the user can change it."
                    )
        if id not in self._values:
            self._values[id] = own_copy(spec.default)
            if spec.query is not None:
                self._take_query(spec)
        if spec.accept is not None:
            self._values[id] = spec.accept(self._values[id])
        if spec.query is not None and key is not None:
            self.query.bound.add(key)
            if assigned or id not in self._specs or id in self._hidden:
                self.write_query(spec)
        self._hidden.discard(id)
        return Registered(own_copy(self._values[id]), assigned)

    def _take_query(self, spec: WidgetSpec) -> None:
        """Begin with the query parameter of the widget's name, if there is one that makes sense."""
        texts = self.query.get_all(spec.key or "")
        if not texts or spec.query is None:
            return
        try:
            self._values[spec.id] = spec.query.read(texts)
        except (ValueError, TypeError, OverflowError):
            self.query.put(spec.key or "", ())

    def write_query(self, spec: WidgetSpec) -> None:
        """Bring a bound widget's query parameter in step; a default is not written."""
        value = self._values.get(spec.id, spec.default)
        if spec.query is None or spec.key is None:
            return
        if self.query.get_all(spec.key) and _reads_as(spec.query, self.query.get_all(spec.key), value):
            return
        self.query.put(spec.key, () if equal(value, spec.default) else spec.query.write(value))

    def claim_key(self, key: str) -> None:
        """Reserve a key of a container or form for this run.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
        """
        if key in self._live_keys:
            raise _duplicate_key(key)
        self._live_keys.add(key)

    def _claim(self, spec: WidgetSpec) -> None:
        key = spec.key
        if key is not None:
            if key in self._live_keys:
                raise _duplicate_key(key)
            self._live_keys.add(key)
            self._ids[key] = spec.id
        elif spec.id in self._live:
            raise StreamlitDuplicateElementId(
                f"This run makes the same `{spec.id[0]}` twice: all arguments are equal, so the two can't be "
                "told apart. Give at least one of them a `key` of its own."
            )
        self._live[spec.id] = spec

    def reached(self, id: WidgetId) -> bool:
        """Whether this run has made the widget."""
        return id in self._live

    def waiting_triggers(self) -> bool:
        """Whether a click was applied that the script has not come to see yet."""
        return any(id not in self._live and id in self._specs for id in self._triggered)

    def finish_run(self, *, completed: bool, interrupted: bool = False) -> None:
        """End a run.

        Args:
            completed: The script ran to its end, so what it did not show is dropped.
            interrupted: A newer change cut the run short; clicks that it had not come to are kept.
        """
        for id in list(self._triggered):
            if interrupted and id not in self._live:
                continue
            self._triggered.discard(id)
            spec = self._spec(id)
            if id in self._values:
                self._fired[id] = self._values[id]
                self._values[id] = spec.default
        if completed:
            self._drop_unseen()
            self._specs = self._live
        else:
            rest = {id: spec for id, spec in self._specs.items() if id not in self._live}
            self._specs = {**self._live, **rest}
        self._live = {}
        self._live_keys = set()
        self._assigned.clear()

    def _drop_unseen(self) -> None:
        for id in [id for id in self._values if id not in self._live]:
            spec = self._specs.get(id)
            if spec is not None and (spec.persist is not None or spec.query is not None):
                self._live[id] = spec
                self._hidden.add(id)
                if spec.query is not None and spec.key is not None:
                    self.query.bound.discard(spec.key)
                    self.query.put(spec.key, ())
                continue
            del self._values[id]
        for key in [key for key, id in self._ids.items() if id not in self._live]:
            del self._ids[key]

    def _spec(self, id: WidgetId) -> WidgetSpec:
        return self._live.get(id) or self._specs[id]

    def spec(self, id: WidgetId) -> WidgetSpec | None:
        """What is known of a widget, or None."""
        return self._live.get(id) or self._specs.get(id)

    def shown_value(self, id: WidgetId) -> Any:
        """A widget's value as the last run had it: of a button that was clicked, True."""
        if id in self._fired:
            return self._fired[id]
        if id in self._values:
            return self._values[id]
        spec = self.spec(id)
        return None if spec is None else spec.default

    def check_serializable(self) -> None:
        """See that pickle can hold every value.

        Raises:
            UnserializableSessionStateError: Names the first key whose value it can't hold.
        """
        for key, value in self.to_dict().items():
            try:
                pickle.dumps(value)
            except Exception as error:
                raise UnserializableSessionStateError(
                    f"`st.session_state[{key!r}]` holds a {type(value).__name__} that can't be pickled "
                    f"({error}). The option `runner.enforceSerializableSessionState` asks for that."
                ) from error


def _duplicate_key(key: str) -> StreamlitDuplicateElementKey:
    return StreamlitDuplicateElementKey(
        f"This run uses the key {key!r} twice. Give every widget, form and container a `key` of its own."
    )


def equal(a: object, b: object) -> bool:
    """Whether two values are equal; values that can't be compared (frames, arrays) are not."""
    if a is b:
        return True
    try:
        return type(a) is type(b) and bool(a == b)
    except Exception:
        return False


def _reads_as(form: QueryForm, texts: list[str], value: Any) -> bool:
    try:
        return equal(form.read(texts), value)
    except (ValueError, TypeError, OverflowError):
        return False


class SessionStateProxy(MutableMapping[Hashable, Any]):
    """``st.session_state``: the running session's state, by item and by attribute.

    Args:
        current: Gives the state of the session that runs in the calling thread.
    """

    def __init__(self, current: Callable[[], SessionState]) -> None:
        object.__setattr__(self, "_current", current)

    def __getitem__(self, key: Hashable) -> Any:
        return self._state()[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._state()[key] = value

    def __delitem__(self, key: Hashable) -> None:
        del self._state()[key]

    def __getattr__(self, name: str) -> Any:
        try:
            return self._state()[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self._state()[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self._state()[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __contains__(self, key: Hashable) -> bool:
        return key in self._state()

    def __iter__(self) -> Iterator[str]:
        return iter(self._state())

    def __len__(self) -> int:
        return len(self._state())

    def __str__(self) -> str:
        return str(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """A copy of the state as a dict."""
        return self._state().to_dict()

    def _state(self) -> SessionState:
        state: SessionState = object.__getattribute__(self, "_current")()
        return state
