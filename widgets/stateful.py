"""Containers with a state of their own (open, chosen) that the script may follow."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from ..state.container import Container
from ..state.errors import StreamlitValueError
from ..state.query_params import QueryForm
from ..state.widget import same
from .command import Joined, Key, join


class StatefulContainer(Container):
    """A container that knows whether it is open.

    Args:
        plain: The handle of the block.
        is_open: True or False while its state is followed, else None.
    """

    __slots__ = ("_is_open",)

    def __init__(self, plain: Container, is_open: bool | None) -> None:
        for slot in Container.__slots__:
            setattr(self, slot, getattr(plain, slot))
        self._is_open = is_open

    @property
    def open(self) -> bool | None:
        """Whether it is open; None when its state is not followed."""
        return self._is_open


def follow(
    place: Container,
    kind: str,
    *,
    key: Key,
    arguments: Iterable[Hashable],
    default: Any,
    on_change: Callable[..., Any] | str,
    args: Iterable[Any] | None,
    kwargs: dict[str, Any] | None,
    bind: str | None,
    parse: Callable[[Any], Any] = same,
    wire: Callable[[Any], Any] = same,
    accept: Callable[[Any], Any] | None = None,
    query: QueryForm | None = None,
) -> Joined | None:
    """Join the session if ``on_change`` asks for it.

    Returns:
        None when the state is not followed; a key is then only kept from being used twice.

    Raises:
        StreamlitValueError: ``on_change`` is neither a function, "rerun" nor "ignore".
    """
    if not callable(on_change) and on_change not in ("rerun", "ignore"):
        raise StreamlitValueError(
            f"`on_change` is {on_change!r}. It accepts 'rerun', 'ignore' or a function."
        )
    if on_change == "ignore" and bind is None:
        if key is not None:
            place.run.state.claim_key(str(key))
        return None
    return join(
        place,
        kind,
        key=key,
        arguments=arguments,
        default=default,
        parse=parse,
        wire=wire,
        accept=accept,
        on_change="rerun" if on_change == "ignore" else on_change,
        args=args,
        kwargs=kwargs,
        bind=bind,
        query=query,
    )
