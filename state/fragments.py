"""Fragments: parts of a script that run again alone when one of their widgets changes.

A fragment is a call of a function that the script marked. It has a block of its own in the page. Its
id is the function's name and which of its calls in the run it was, so that it stays the same in the
runs that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .context import RunControl
from .pages import page_scope, within_page
from .records import dataclass

if TYPE_CHECKING:
    from .container import Container
    from .run import Run

FragmentId = tuple[str, int]

inside: ContextVar[tuple[FragmentId, ...]] = ContextVar("desklit_fragments", default=())
"""The fragments that the calling code lies in, from the outermost on."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """One call of a function that runs again alone.

    Args:
        path: The ids of the fragments around, from the outermost on, and its own at the end.
        body: Calls the function with the arguments that it was called with.
        place: The block that it writes to.
        every: Seconds after which it runs again by itself; None for never.
        page: The page whose code called it.
    """

    path: tuple[FragmentId, ...]
    body: Callable[[], Any]
    place: Container
    every: float | None = None
    page: str = field(default_factory=page_scope.get)

    @property
    def id(self) -> FragmentId:
        """Its own id."""
        return self.path[-1]

    def execute(self, run: Run) -> Any:
        """Run it; an error that it raises is shown in its own place."""
        before = inside.set(self.path)
        try:
            with within_page(self.page), self.place:
                return self.body()
        except RunControl:
            raise
        except Exception:
            if run.error_place is None:
                run.error_place = self.place
            raise
        finally:
            inside.reset(before)


class Fragments:
    """The fragments of the page as it stands."""

    def __init__(self) -> None:
        self._known: dict[FragmentId, Fragment] = {}
        self._calls: dict[tuple[str, tuple[FragmentId, ...]], int] = {}

    def next_path(self, name: str) -> tuple[FragmentId, ...]:
        """The path of the next call of a function from here."""
        around = inside.get()
        call = self._calls.get((name, around), 0) + 1
        self._calls[name, around] = call
        return (*around, (name, call))

    def add(self, fragment: Fragment) -> None:
        """Remember a fragment that has been called."""
        self._known[fragment.id] = fragment

    def get(self, id: FragmentId) -> Fragment | None:
        """A fragment by its id, or None when the page has it no more."""
        return self._known.get(id)

    def begin(self, ids: Iterable[FragmentId]) -> list[Fragment]:
        """Get ready to run some fragments again: those within them are to be called anew.

        Returns:
            The fragments to run; one that lies in another of them is left out.
        """
        wanted = [self._known[id] for id in ids if id in self._known]
        chosen = {fragment.id for fragment in wanted}
        outer = [fragment for fragment in wanted if not chosen.intersection(fragment.path[:-1])]
        again = {fragment.id for fragment in outer}
        for id in [id for id, known in self._known.items() if again.intersection(known.path[:-1])]:
            del self._known[id]
        for name, around in [key for key in self._calls if again.intersection(key[1])]:
            del self._calls[name, around]
        return outer

    def timers(self) -> dict[FragmentId, float]:
        """How often fragments run by themselves, in seconds."""
        return {id: known.every for id, known in self._known.items() if known.every is not None}
