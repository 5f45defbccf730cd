"""What a session holds at one moment, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..session_state import SessionState
from ..state_values import NOTHING
from .frozen import Frozen, Kept, alike, freeze, same, size_of, thaw

WIDGETS, OWN, QUERY = "widgets", "own", "query"
_PLAIN = frozenset({bool, int, float, str, type(None)})

Place = tuple[str, Any]
"""Where a value lies: one of the three words, and a widget's id, a key, or a parameter's name."""


class Moment:
    """What a session holds: the values of widgets, the script's own ones, and the query parameters.

    Args:
        state: The session's values.
        before: The moment before: copies that are still right are taken from there.
    """

    __slots__ = ("_frozen", "_raw")

    def __init__(self, state: SessionState, before: Moment | None = None) -> None:
        widgets, own = state.present()
        query = {name: tuple(texts) for name, texts in state.query.to_lists().items()}
        self._raw: dict[str, dict[Any, Any]] = {WIDGETS: widgets, OWN: own, QUERY: query}
        self._frozen: dict[Place, Kept] = {}
        earlier = {} if before is None else before._frozen
        for part in (WIDGETS, OWN):
            for name, value in self._raw[part].items():
                if type(value) not in _PLAIN:
                    kept = freeze(value)
                    if type(kept) is Frozen:
                        last = earlier.get((part, name), NOTHING)
                        self._frozen[part, name] = last if same(last, kept) else kept

    def get(self, place: Place) -> Kept:
        """What lies at a place; ``NOTHING`` if nothing does."""
        kept = self._frozen.get(place, NOTHING)
        return self._raw[place[0]].get(place[1], NOTHING) if kept is NOTHING else kept

    def touched_since(self, before: Moment) -> Iterator[Place]:
        """The places where something else may lie than before."""
        for part, held in self._raw.items():
            earlier = before._raw[part]
            for name, value in held.items():
                if earlier.get(name, NOTHING) is not value:
                    yield part, name
            for name in earlier.keys() - held.keys():
                yield part, name
        yield from self._frozen

    def but_with(self, widgets: Mapping[Any, Any]) -> Moment:
        """This moment, but for some values of widgets."""
        made = Moment.__new__(Moment)
        made._raw = {**self._raw, WIDGETS: {**self._raw[WIDGETS], **widgets}}
        made._frozen = {place: kept for place, kept in self._frozen.items() if place[1] not in widgets}
        return made


class Changed(NamedTuple):
    """What lay at one place before and after a step."""

    before: Kept
    after: Kept


Difference = dict[Place, Changed]


def difference(before: Moment, after: Moment) -> Difference:
    """What differs between two moments."""
    both = ((place, Changed(before.get(place), after.get(place))) for place in after.touched_since(before))
    return {place: changed for place, changed in both if not same(*changed)}


def size_of_difference(changes: Difference) -> int:
    """Roughly how many bytes a difference keeps."""
    return sum(size_of(kept) for changed in changes.values() for kept in changed)


class Return(NamedTuple):
    """The way from a session's present to what it held before.

    Args:
        values: What to put where; ``NOTHING`` where nothing was.
        left: The places that something else has changed since: they stay as they are.
    """

    values: dict[Place, Any]
    left: tuple[Place, ...]


def way_back(changes: Difference, now: Moment) -> Return:
    """How to undo a difference.

    What was changed since by something that is no step, such as a timer or the run that undid a later step,
    is not what the step brought about. Widgets come back in any case.
    """
    values: dict[Place, Any] = {}
    left = []
    for place, (before, after) in changes.items():
        present = now.get(place)
        if place[0] == WIDGETS or alike(present, after):
            values[place] = thaw(before)
        elif not alike(present, before):
            left.append(place)
    return Return(values, tuple(left))


def restore(state: SessionState, values: Mapping[Place, Any]) -> None:
    """Let a session hold again what it held; called between two runs."""
    parts: dict[str, dict[Any, Any]] = {WIDGETS: {}, OWN: {}, QUERY: {}}
    for (part, name), value in values.items():
        spec = state.spec(name) if part == WIDGETS else None
        if spec is None or not spec.trigger:  # a click is not to be done again
            parts[part][name] = value
    for name, texts in parts[QUERY].items():
        state.query.put(name, () if texts is NOTHING else texts)
    state.bring_back(parts[WIDGETS], parts[OWN])


def name_of(place: Place) -> object:
    """How to name to a user what lies at a place."""
    part, name = place
    if part == OWN:
        return name
    return (name[1] or name[0]) if part == WIDGETS else f"?{name}"
