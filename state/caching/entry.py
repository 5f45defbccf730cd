"""What a store of cached values is made of."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from ..records import dataclass
from .replay import Output


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much a store keeps.

    Attributes:
        ttl: Seconds for which a value is fresh; None for ever.
        keep: Seconds after which it is dropped; more than ``ttl`` where it is refreshed in the background.
        max_entries: How many values; None for any number.
        max_size: How many bytes of pickled values; None for any number.
        persist: Whether they are kept on disk, too.
    """

    ttl: float | None = None
    keep: float | None = None
    max_entries: int | None = None
    max_size: int | None = None
    persist: bool = False


@dataclass(slots=True)
class Entry:
    """One cached value. ``value`` is pickled if ``pickled``; ``size`` is in bytes, 0 where none is known."""

    value: Any
    pickled: bool = False
    size: int = 0
    outputs: tuple[Output, ...] = ()
    stored: float = 0.0
    used: int = 0


class Flight(Future[None]):
    """A computation under way; done when its value is stored or it has failed.

    Args:
        caller: Stands for the call that computes.
    """

    def __init__(self, caller: object) -> None:
        super().__init__()
        self.caller = caller
        self.set_running_or_notify_cancel()
