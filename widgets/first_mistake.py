"""Which of several mistakes in one call is told: what all widgets have in common is checked first."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from ..state.container import Container
from ..state.state_values import checked_key
from .command import checked_callback, checked_visibility, not_called_in_form, paged

_OWN_ORDER = frozenset({"feedback", "pills", "segmented_control", "text_input"})
"""Commands that check their own arguments before their key and their callback."""


def first_mistake(
    command: Callable[..., Any], place: Container, args: Sequence[Any], named: Mapping[str, Any]
) -> Exception | None:
    """The mistake in a call's key, callback or ``label_visibility``; None if there is none.

    It is asked only once a command has complained of something, so that commands can check their arguments
    in the order that suits them.

    Args:
        command: The command.
        place: The container that it was called for.
        args: Its positional arguments.
        named: Its keyword arguments.
    """
    name = command.__name__
    given = _given(command, place, args, named)
    try:
        if name not in _OWN_ORDER:
            if given.get("key") is not None:
                checked_key(given["key"])
            callback = checked_callback(given.get("on_change", given.get("on_click")))
            if callback is not None and name != "form_submit_button":
                not_called_in_form(place, name)
        checked_visibility(given.get("label_visibility", "visible"))
    except Exception as mistake:
        return mistake
    return None


def note_refused(
    command: Callable[..., Any], place: Container, args: Sequence[Any], named: Mapping[str, Any]
) -> None:
    """Some widgets are known by their key before their arguments are checked: what they hold stays.

    Args:
        command: The command, which has refused its arguments.
        place: The container that it was called for.
        args: Its positional arguments.
        named: Its keyword arguments.
    """
    bounds = _KNOWN_FIRST.get(command.__name__)
    given = _given(command, place, args, named)
    if bounds is None or given.get("key") is None:
        return
    key = checked_key(given["key"])
    keyed = bounds(given)
    place.run.state.refuse(paged((command.__name__, key, *keyed), place, given.get("persist_state")))


def _given(
    command: Callable[..., Any], place: Container, args: Sequence[Any], named: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments by name, defaults included; empty where they do not fit the command."""
    try:
        bound = inspect.signature(command).bind(place, *args, **named)
    except TypeError:
        return {}
    bound.apply_defaults()
    return bound.arguments


def _nothing(given: Mapping[str, Any]) -> tuple[Hashable, ...]:
    return ()


def _bounds(given: Mapping[str, Any]) -> tuple[Hashable, ...]:
    return tuple((type(given[name]), given[name]) for name in ("min_value", "max_value", "step"))


def _format(given: Mapping[str, Any]) -> tuple[Hashable, ...]:
    return (given["format"],)


_KNOWN_FIRST: dict[str, Callable[[Mapping[str, Any]], tuple[Hashable, ...]]] = {
    "color_picker": _nothing,
    "date_input": _format,
    "number_input": _nothing,
    "radio": _nothing,
    "slider": _bounds,
}
"""What tells these widgets apart beside their key."""
