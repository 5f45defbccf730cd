"""What all commands share: registering a widget, and checking the arguments that they have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, cast

from ..state.container import Container
from ..state.context import recorders
from ..state.element import Height, LabelVisibility, WidgetId, Width
from ..state.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidFormCallbackError,
    StreamlitInvalidHeightError,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ..state.fragments import inside
from ..state.pages import page_scope
from ..state.query_params import QueryForm
from ..state.records import dataclass
from ..state.session_state import checked_key
from ..state.widget import Callback, WidgetSpec, same

Key = str | int | None
OnChange = Callable[..., Any] | str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """A widget that has joined the session: what its command builds the element from."""

    id: WidgetId
    value: Any
    wire: Any
    form_id: str
    assigned: bool


def join(
    place: Container,
    kind: str,
    *,
    key: Key,
    arguments: Iterable[Hashable],
    keyed: Iterable[Hashable] = (),
    default: Any,
    parse: Callable[[Any], Any] = same,
    wire: Callable[[Any], Any] = same,
    accept: Callable[[Any], Any] | None = None,
    check: Callable[[Any], object] | None = None,
    on_change: OnChange = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    trigger: bool = False,
    settable: bool = True,
    disabled: bool = False,
    submits: bool = False,
    has_default: bool = False,
    secret: bool = False,
    persist_state: str | None = None,
    bind: str | None = None,
    query: QueryForm | None = None,
) -> Joined:
    """Register a widget with the running session.

    Args:
        place: The container that it goes to.
        kind: The command's name.
        key: The script's key.
        arguments: What tells apart widgets without a key.
        keyed: The arguments that make a widget another one although its key is the same.
        default: The value to start with, as the script gets it.
        parse: Wire value to value.
        wire: Value to wire value.
        accept: Checks and mends a value from the session state; it may raise.
        check: Raises for what the script has just stored and the widget can't hold.
        on_change: A function to call after a change, "rerun" or "ignore".
        args: Positional arguments of the callback.
        kwargs: Keyword arguments of the callback.
        trigger: The value lasts for one run.
        settable: Whether ``st.session_state`` may set the value.
        disabled: Whether the user can't change it.
        submits: The widget is a form's submit button, which alone may have a callback in a form.
        has_default: The script named a default, which conflicts with a value from the session state.
        secret: The value is a password or the like.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name.
        query: How the value is written as a query parameter; None for a widget that can't be bound.

    Raises:
        StreamlitInvalidFormCallbackError: A field of a form has a callback.
        StreamlitIncompatibleParametersError: The widget can't be bound.
        StreamlitValueError: ``on_change``, ``persist_state`` or ``bind`` is none of the allowed ones.
    """
    text = None if key is None else checked_key(key)
    form_id = place.form_id
    callback = None
    if on_change != "rerun" and on_change is not None:
        callback = checked_callback(on_change, args, kwargs)
    if callback is not None and form_id and not submits:
        not_called_in_form(place, kind)
    if bind is not None and query is None:
        if text is not None:
            place.run.state.claim_key(text)
        raise StreamlitIncompatibleParametersError(
            f"This `st.{kind}` can't have a `bind`: what it holds does not belong into an address."
        )
    if bind is not None:
        _one_of("bind", bind, ("query-params",))
        _needs_key("bind", text)
    if persist_state is not None:
        _one_of("persist_state", persist_state, ("session", "page"))
        _needs_key("persist_state", text)
    id: WidgetId
    id = (kind, None, *arguments, place.region, form_id) if text is None else (kind, text, *keyed)
    id = paged(id, place, persist_state)
    spec = WidgetSpec(
        id=id,
        key=text,
        default=default,
        parse=parse,
        wire=wire,
        trigger=trigger,
        settable=settable,
        disabled=disabled,
        callback=callback,
        form_id=form_id,
        accept=accept,
        check=check,
        persist=persist_state,
        secret=secret,
        reruns=on_change != "ignore",
        query=query if bind is not None else None,
        arguments=() if text is None else tuple(arguments),
        fragments=inside.get(),
    )
    if place.run.recording:
        warn_if_cached(place, kind)
    got = place.run.register(spec)
    if got.assigned and has_default:
        place.run.note_default_conflict(text or "")
    try:
        shown = wire(got.value)
    except Exception:  # stored by an earlier run, which has complained of it
        shown = wire(default)
    return Joined(id, got.value, shown, form_id, got.assigned)


def paged(id: WidgetId, place: Container, persist_state: str | None) -> WidgetId:
    """An identity, told apart from the same on other pages where it belongs to one page."""
    page = page_scope.get() or (place.run.state.pages.scope() if persist_state == "page" else "")
    return (*id, ("page", page)) if page else id


def starts_with(place: Container, key: Key, value: Any) -> Any:
    """The ``value`` that a field starts with: None if the session state holds None under its key.

    The script has emptied the field, which thereby becomes one that may be empty.

    Args:
        place: Where the field goes.
        key: The script's key.
        value: What the script says.
    """
    return None if key is not None and place.run.state.holds_none(key) else value


def warn_if_cached(place: Container, kind: str) -> None:
    """Say in the page that a cached function makes a widget, if one does."""
    if recorders.get():
        from ..state.caching.errors import CachedWidgetWarning

        place.exception(
            CachedWidgetWarning(
                f"A cached function makes a widget, `st.{kind}`. A change of it is seen only when the "
                "function really runs, not when its value comes from the cache. Make the widget outside, and "
                "give its value to the function as an argument."
            )
        )


def not_called_in_form(place: Container, command: str) -> None:
    """Refuse a callback in a form.

    Raises:
        StreamlitInvalidFormCallbackError: The container lies in a form.
    """
    if place.form_id:
        raise StreamlitInvalidFormCallbackError(
            f"`st.{command}` is in a form, where only `st.form_submit_button` may have a callback."
        )


def checked_callback(
    on_change: OnChange, args: Iterable[Any] | None = None, kwargs: dict[str, Any] | None = None
) -> Callback | None:
    """What is called after a change; None if nothing is.

    Raises:
        StreamlitValueError: ``on_change`` is neither a function nor one of the allowed words.
        TypeError: ``args`` can't be iterated.
    """
    if on_change is None:
        return None
    if callable(on_change):
        return Callback(on_change, _positional(args), kwargs or {})
    _one_of("on_change", on_change, ("rerun", "ignore"))
    return None


def _positional(args: Iterable[Any] | None) -> tuple[Any, ...]:
    try:
        return tuple(args or ())
    except TypeError:
        raise TypeError(f"`args` is {args!r}. It accepts a tuple or list of arguments.") from None


def _needs_key(name: str, key: str | None) -> None:
    if key is None:
        raise StreamlitMissingRequiredParameterError(
            f"`{name}` needs a `key`, so that the value has a name to be kept under."
        )


def _one_of(name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        choice = ", ".join(map(repr, allowed))
        raise StreamlitValueError(f"`{name}` is {value!r}. It accepts: {choice}.")


def one_of(name: str, value: object, allowed: tuple[str, ...]) -> str:
    """Check an argument that is one of a few words.

    Raises:
        StreamlitValueError: It is none of them.
    """
    _one_of(name, value, allowed)
    return cast(str, value)


def checked_visibility(value: object) -> LabelVisibility:
    """Check ``label_visibility``.

    Raises:
        StreamlitValueError: It is not "visible", "hidden" or "collapsed".
    """
    if value == "visible":
        return "visible"
    return cast(LabelVisibility, one_of("label_visibility", value, ("visible", "hidden", "collapsed")))


def checked_width(value: object, *, content: bool = True, stretch: bool = True) -> Width:
    """Check ``width``: px above 0, "stretch", or, where it makes sense, "content".

    Raises:
        StreamlitInvalidWidthError: It is none of them.
    """
    if _is_size(value, content, stretch):
        return cast(Width, value)
    words = _words(content, stretch)
    raise StreamlitInvalidWidthError(f"`width` is {value!r}. It accepts px above 0, or {words}.")


def checked_height(value: object, *, content: bool = True, stretch: bool = True) -> Height:
    """Check ``height``, like ``checked_width``.

    Raises:
        StreamlitInvalidHeightError: It is none of what it accepts.
    """
    if _is_size(value, content, stretch):
        return cast(Height, value)
    words = _words(content, stretch)
    raise StreamlitInvalidHeightError(f"`height` is {value!r}. It accepts px above 0, or {words}.")


def _is_size(value: object, content: bool, stretch: bool) -> bool:
    if type(value) is str:
        return (value == "stretch" and stretch) or (value == "content" and content)
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _words(content: bool, stretch: bool) -> str:
    words = (("stretch", stretch), ("content", content))
    return " or ".join(repr(word) for word, ok in words if ok)


def wraps(place: Container, wrap: object) -> bool:
    """Resolve a ``wrap`` of None: what stands in a row with neighbours stays on one line.

    Args:
        place: Where the element goes.
        wrap: What the script says.
    """
    if wrap is not None:
        return bool(wrap)
    block = place.block
    return not (block.kind == "column" or getattr(block, "horizontal", False))


def not_in_form(place: Container, command: str, callback: object = None) -> None:
    """Refuse a command that makes no sense in a form, and before that its callback.

    Args:
        place: The container.
        command: The command's name.
        callback: What the script wants to be called.

    Raises:
        StreamlitInvalidFormCallbackError: The container lies in a form, and there is a callback.
        StreamlitInvalidLayoutContextError: The container lies in a form.
    """
    if place.form_id:
        if callable(callback):
            not_called_in_form(place, command)
        raise StreamlitInvalidLayoutContextError(
            f"`st.{command}` can't be used in a form. A form is sent by `st.form_submit_button`."
        )
