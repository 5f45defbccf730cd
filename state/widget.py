"""What the session knows of a widget: its identity, its value's two forms, its callback.

A value has two forms. The *wire value* is what the view shows and sends (plain numbers, text,
indexes); the *value* is what the script gets and what the session state holds.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from .element import WidgetId
from .fragments import FragmentId
from .query_params import QueryForm
from .records import dataclass


def same(value: Any) -> Any:
    """The default for ``parse`` and ``wire``: both forms are equal."""
    return value


@dataclass(slots=True)
class Callback:
    """A function to run before the script when a widget's value changed.

    A run that registers its widget again without any other change puts its own function here.
    """

    function: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self) -> Any:
        return self.function(*self.args, **self.kwargs)

    def become(self, other: Callback) -> None:
        """Call from now on what another one calls."""
        self.function, self.args, self.kwargs = other.function, other.args, other.kwargs


@dataclass(frozen=True, slots=True)
class WidgetSpec:
    """What a command says of its widget when it registers it.

    Args:
        id: The widget's identity: equal ids in two runs are the same widget.
        key: The script's key, if any.
        parse: Turns a wire value into the script's value.
        wire: Turns the script's value into the wire value.
        default: The value that the widget starts with.
        trigger: The value lasts for one run only and then falls back to ``default``.
        settable: Whether ``st.session_state[key] = …`` may set it.
        disabled: The user can't change it: what is on its way is dropped.
        callback: Runs when the value changed.
        form_id: The form that the widget is part of, or "".
        accept: Checks and mends a value that comes out of the session state (for instance when
            the options shrank); it may raise.
        check: Raises for what the script has just stored and the widget can't hold. It is asked once: in
            the next run the script gets the value as it is.
        persist: Keep the value although the widget is not shown: None, "session" or "page".
        secret: The value is a password or the like: no document keeps it.
        private: The key does not appear in ``st.session_state``.
        reruns: Whether a change of the value reruns the script.
        query: How the value is written as a query parameter of the key's name; None: it is not.
        arguments: What the command was told, where a key alone is the identity: other arguments may mean
            another form of the value.
        fragments: The fragments that the widget lies in, from the outermost on.
    """

    id: WidgetId
    key: str | None = None
    default: Any = None
    parse: Callable[[Any], Any] = same
    wire: Callable[[Any], Any] = same
    trigger: bool = False
    settable: bool = True
    disabled: bool = False
    callback: Callback | None = None
    form_id: str = ""
    accept: Callable[[Any], Any] | None = None
    check: Callable[[Any], object] | None = None
    persist: str | None = None
    secret: bool = False
    private: bool = False
    reruns: bool = True
    query: QueryForm | None = None
    arguments: tuple[Any, ...] = ()
    fragments: tuple[FragmentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a user did to one widget: its new wire value."""

    id: WidgetId
    value: Any


def own_copy(value: Any) -> Any:
    """The script's own copy of a value, so that changing it does not change the state."""
    if isinstance(value, (list, dict)):
        return copy.deepcopy(value) if any(map(_nested, _parts(value))) else copy.copy(value)
    return value


def _parts(value: list[Any] | dict[Any, Any]) -> Any:
    return value.values() if isinstance(value, dict) else value


def _nested(value: Any) -> bool:
    return isinstance(value, (list, dict))


@dataclass(frozen=True, slots=True)
class Action:
    """What a user did, as it can be named later: the widget, and when (``time.monotonic``)."""

    id: WidgetId
    kind: str
    label: str
    at: float

    @property
    def key(self) -> str | None:
        """The key that the script gave the widget, if any."""
        key = self.id[1] if len(self.id) > 1 else None
        return key if isinstance(key, str) else None
