"""Which of several mistakes in one call is told: what all widgets have in common is checked first."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from ..state.container import Container
from ..state.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitInvalidWidthError,
)
from ..state.state_values import checked_key
from .command import checked_callback, checked_visibility, not_called_in_form, one_of, paged
from .markdown.icons import validate_icon

_OWN_ORDER = frozenset({"feedback", "pills", "segmented_control", "text_input"})
"""Commands that check their own arguments before their key and their callback."""
_WIDTH_EARLY = frozenset({"feedback", "pills", "radio", "segmented_control"})
"""Commands that check their width before they take their key."""
_WIDTH_FIRST = _WIDTH_EARLY | {"checkbox", "select_slider", "toggle"}
"""Commands that check their width before ``bind`` and ``persist_state``."""
_LASTING = {"bind": ("query-params",), "persist_state": ("session", "page")}
_CALLBACKS = ("on_change", "on_click", "on_submit")
_NOT_TOLD = frozenset({"args", "disabled", "kwargs", "label_visibility", *_CALLBACKS, *_LASTING})
"""What does not tell widgets without a key apart."""
_DUPLICATES = (StreamlitDuplicateElementId, StreamlitDuplicateElementKey)


def first_mistake(
    command: Callable[..., Any],
    place: Container,
    args: Sequence[Any],
    named: Mapping[str, Any],
    error: Exception,
    *,
    registered: bool,
) -> Exception | None:
    """The mistake in a call that is told rather than the one that its command has complained of, if any.

    It is asked only once a command has complained of something, so that commands can check their arguments
    in the order that suits them. A mistake in the key, the callback or ``label_visibility`` is told first.
    Then the key is taken, so that it must not be in use; some commands take it before they check the rest of
    their arguments, and others before they check some of them.

    Args:
        command: The command.
        place: The container that it was called for.
        args: Its positional arguments.
        named: Its keyword arguments.
        error: What it has complained of.
        registered: Whether it had registered its widget by then.
    """
    name, given = command.__name__, _given(command, place, args, named)
    if not given or registered or isinstance(error, _DUPLICATES):
        return None
    try:
        of_width = isinstance(error, StreamlitInvalidWidthError)
        _check_common(name, place, given, of_width=of_width)
        if _is_late(name, given, error):
            _refuse(name, place, given)
        if of_width and name not in _WIDTH_FIRST:
            _check_lasting(given)
    except Exception as mistake:
        return mistake
    return None


def _check_common(name: str, place: Container, given: Mapping[str, Any], *, of_width: bool) -> None:
    """Check what widgets have in common; of_width: the command has come as far as to its width."""
    if given.get("key") is not None and (name not in _OWN_ORDER or (of_width and name == "text_input")):
        checked_key(given["key"])
    if name not in _OWN_ORDER or of_width:
        callback = checked_callback(next((given[word] for word in _CALLBACKS if word in given), None))
        if callback is not None and name != "form_submit_button":
            not_called_in_form(place, name)
    checked_visibility(given.get("label_visibility", "visible"))


def _check_lasting(given: Mapping[str, Any]) -> None:
    for word, allowed in _LASTING.items():
        if given.get(word) is not None:
            one_of(word, given[word], allowed)


def _is_late(name: str, given: Mapping[str, Any], error: Exception) -> bool:
    """Whether the command has taken its key before it makes out the mistake."""
    if isinstance(error, StreamlitInvalidWidthError):
        return name not in _WIDTH_EARLY
    if name in _KNOWN_FIRST or (name == "download_button" and type(error) is StreamlitAPIException):
        return True
    return _tells(error, _check_lasting, given) or _tells(error, validate_icon, given.get("icon"))


def _tells(error: Exception, check: Callable[[Any], object], value: Any) -> bool:
    try:
        check(value)
    except Exception as mistake:
        return type(mistake) is type(error) and str(mistake) == str(error)
    return False


def _refuse(name: str, place: Container, given: Mapping[str, Any]) -> None:
    """Take the key; what the widget of this key holds stays."""
    if given.get("key") is None:
        told = (f"{word}={value!r}" for word, value in given.items() if word not in _NOT_TOLD)
        place.run.state.refuse((name, None, *told, place.region, place.form_id), None)
        return
    key = checked_key(given["key"])
    keyed = _KNOWN_FIRST.get(name, _nothing)(given)
    place.run.state.refuse(paged((name, key, *keyed), place, given.get("persist_state")), key)


def _given(
    command: Callable[..., Any], place: Container, args: Sequence[Any], named: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments by name, defaults included; empty where they do not fit the command."""
    try:
        bound = inspect.signature(command).bind(place, *args, **named)
    except TypeError:
        return {}
    bound.apply_defaults()
    given = bound.arguments
    given.pop(next(iter(given)))  # the container
    return given


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
