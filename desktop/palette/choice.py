"""What the palette offers, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from ...state.records import dataclass
from .matching import Fit, fit, folded

MOST = 200
"""Choices that are listed; whoever needs more types another letter."""
_RECENT = 25  # the score of a choice that was made before, for the newest; each older one has less
_ELSEWHERE = 0.4  # what words count for that fit only where the choice lives


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette.

    Args:
        name: What it does or is, in plain words.
        act: Does it.
        kind: ``"Page"``, ``"Button"``, ``"Menu"``, ``"Setting"`` or ``"Go to"``.
        where: What tells it apart from others of its name: the menu's group, the heading above a button.
        keys: The keys that do the same.
        enabled: Whether it can be chosen now.
        checked: Whether it is in force, for what can be; None for all else.
        id: Tells that it is the same choice as an earlier one.
    """

    name: str
    act: Callable[[], object]
    kind: str
    where: str = ""
    keys: str = ""
    enabled: bool = True
    checked: bool | None = None
    id: Hashable = None

    @property
    def place(self) -> str:
        """Where it lives, as the line says it."""
        return f"{self.kind} · {self.where}" if self.where else self.kind


@dataclass(frozen=True, slots=True)
class Line:
    """A choice as it is listed: ``at`` are the letters of its name that were typed."""

    choice: Choice
    at: tuple[int, ...] = ()


def ranked(choices: Iterable[Choice], query: str, recent: Sequence[Hashable] = ()) -> list[Line]:
    """The choices that fit a query, the best first.

    Args:
        choices: All there are, in the order in which they are listed where nothing is typed.
        query: What was typed.
        recent: The choices that were made last, the newest first.
    """
    wanted = " ".join(folded(query).split())
    bonus = {id: _RECENT - number for number, id in enumerate(recent)}
    scored: list[tuple[float, int, Line]] = []
    for number, choice in enumerate(choices):
        found = _fit(choice, wanted) if wanted else Fit(0.0)
        if found is not None:
            score = found.score + max(0, bonus.get(choice.id, 0)) * (1 if wanted else 1000)
            score -= 0 if choice.enabled or not wanted else 15
            scored.append((-score, number, Line(choice, found.at)))
    scored.sort(key=lambda entry: entry[:2])
    return [line for _, _, line in scored[:MOST]]


def _fit(choice: Choice, wanted: str) -> Fit | None:
    """Names count most; but "edit undo" and "button save" find what they say, too."""
    name = folded(choice.name)
    found = fit(wanted, name)
    if found is not None:
        return found
    words = wanted.split()
    around = folded(choice.place)
    score = 0.0
    at: set[int] = set()
    for word in words:
        part = fit(word, name)
        if part is not None:
            score += part.score
            at.update(part.at)
            continue
        part = fit(word, around) if len(word) > 1 else None
        if part is None:
            return None
        score += part.score * _ELSEWHERE
    return Fit(score - 10, tuple(sorted(at)))
