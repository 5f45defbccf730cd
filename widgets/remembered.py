"""Commands that are called as in the last run: they declare what they declared then, without asking again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from ..state.call_memory import ANYTHING, FUNCTION, Call, CallName, Here, NotKept, kept_of
from ..state.container import Container
from ..state.element import Widget
from ..state.fragments import inside
from ..state.pages import page_scope
from ..state.session_state import SessionState
from ..state.state_values import NOTHING
from ..state.tree import Node
from ..state.widget import Callback, own_copy

C = TypeVar("C", bound=Callable[..., Any])

_FUNCTIONS = ("on_change", "on_click")


def remembered(command: C) -> C:
    """Let a command that is called as in the last run declare the very element that it declared then.

    It is for commands that put one element into their container, and that read nothing but their arguments,
    the kind of the block they are in, their widget's value and today's date. Calls that can't be compared,
    such as those with objects among their arguments, are not remembered.

    A slider in a rerun costs 3 µs so instead of 16. And its element is the same object, which spares the
    difference between two runs the comparison, and the garbage collector a dozen objects.
    """
    defaults = command.__defaults__ or ()
    by_clock = "now" in defaults
    by_day = by_clock or "today" in defaults

    @functools.wraps(command)
    def call(container: Container, *args: Any, **named: Any) -> Any:
        place = container.target()
        run, children = place.run, place.children
        if (
            children is None
            or run.recording
            or run.stop_requested
            or (by_clock and _asks_for_now(args, named))
        ):
            return _called(command, place, args, named)
        name: CallName = (command, args[0] if args else named.get("label"), named.get("key"))
        if by_day:
            name = (*name, run.day)
        calls = run.state.calls
        here, page, fragments = calls.here, page_scope.get(), inside.get()
        if here.place is not place or here.page is not page or here.fragments is not fragments:
            here = calls.enter(place, page, fragments)
        try:
            known = calls.last.get(name)
        except TypeError:  # what can't be hashed is none of the arguments that can be compared
            return _called(command, place, args, named)
        if (
            known is None
            or (known.told_by is not here.told_by and known.told_by != here.told_by)
            or not known.is_like(args, named)
            or (known.spec is not None and not _join_again(known, run.state, named))
        ):
            return _declare(command, name, place, here, args, named)
        if known.seen != calls.run:
            known.seen = calls.run
            calls.again += 1
        if known.gives_handle:
            return place.append(known.element)
        run.version += 1
        children.append(Node(known.element))
        return known.value if known.kept_value is None else own_copy(known.value)

    return cast(C, call)


def first_mistake_told(command: C) -> C:
    """Let a command that is not remembered tell the first of several mistakes in a call, too."""

    @functools.wraps(command)
    def call(container: Container, *args: Any, **named: Any) -> Any:
        return _called(command, container.target(), args, named)

    return cast(C, call)


def _asks_for_now(args: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether the widget is to start with the present time, as it also does where no value is named."""
    if len(args) < 2 and "value" not in named:
        return True
    given = (*args, *named.values())
    return any("now" in (value if type(value) in (list, tuple) else (value,)) for value in given)


def _join_again(known: Call, state: SessionState, named: dict[str, Any]) -> bool:
    """Register a widget as in the last run, with this run's callback; False if it is not as it was."""
    spec = known.spec
    assert spec is not None
    if known.kept_value is not None and not known.kept_value.is_like(known.value):
        return False
    callback = None
    if spec.callback is not None:
        function = named.get("on_change") or named["on_click"]
        callback = Callback(function, tuple(named.get("args") or ()), named.get("kwargs") or {})
    return state.register_again(spec, known.value, callback)


def _called(
    command: Callable[..., Any], place: Container, args: tuple[Any, ...], named: dict[str, Any]
) -> Any:
    """Call the command; of several mistakes in the call the first is told."""
    state = place.run.state
    before = state.claims
    try:
        return command(place, *args, **named)
    except Exception as error:
        from .first_mistake import first_mistake

        first = first_mistake(command, place, args, named, error, registered=state.claims != before)
        if first is None or type(first) is type(error):
            raise
        raise first from None


def _declare(
    command: Callable[..., Any],
    name: CallName,
    place: Container,
    here: Here,
    args: tuple[Any, ...],
    named: dict[str, Any],
) -> Any:
    """Call the command, and remember the call if it can be told whether a later one is like it."""
    run, children = place.run, place.children
    assert children is not None
    count, dividers = len(children), run.dividers
    given = _called(command, place, args, named)
    if len(children) != count + 1 or run.dividers != dividers:  # dividers take turns in their colours
        return given
    try:
        kept = tuple(kept_of(value) for value in args)
        kept_named = tuple(_kept_named(word, value) for word, value in named.items())
        known = Call(kept, tuple(named), kept_named, here.told_by, children[-1].element)
        known.gives_handle = type(given) is Container
        if isinstance(known.element, Widget):
            _note_widget(known, known.element, run.state, given)
        elif not known.gives_handle and given is not None:
            raise NotKept
    except NotKept:
        return given
    run.state.calls.now[name] = known
    return given


def _kept_named(word: str, value: Any) -> Any:
    if word in _FUNCTIONS and callable(value):
        return FUNCTION
    return ANYTHING if word in ("args", "kwargs") else kept_of(value)


def _note_widget(known: Call, element: Widget, state: SessionState, given: Any) -> None:
    """Note how a widget was registered, if it has nothing about it but its value.

    Raises:
        NotKept: Its value may change in a way that can't be told, or the command made another one of it.
    """
    spec = state.spec(element.id)
    value = state.settled_value(element.id)
    if spec is None or spec.persist is not None or spec.query is not None or value is NOTHING:
        raise NotKept
    if type(given) is not type(value) or given != value:
        raise NotKept
    kept = kept_of(value)
    known.spec, known.value = spec, value
    known.kept_value = kept if kept is not value else None
