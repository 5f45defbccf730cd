"""How well a few typed letters fit a name. Knows no Qt."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence

from ...state.records import dataclass

_WHOLE, _START, _WORD, _INSIDE = 60, 40, 30, 10
_PER_LETTER = 4
_SCATTERED = 20  # what letters lose that do not stand together
_GAP = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a query fits a text: ``at`` are the places of its letters there."""

    score: float
    at: tuple[int, ...] = ()


def folded(text: str) -> str:
    """A text without accents and capitals; each sign stays at its place."""
    if text.isascii():
        return text.lower()
    return "".join(_base(sign) for sign in text)


def _base(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[:1].lower()[:1] or sign


def fit(query: str, text: str) -> Fit | None:
    """How well a query fits a text; None if it does not.

    Each word of the query has to be found: as it is, best at the start of a word, or letter by letter as in
    "opf" for "Open file".

    Args:
        query: What was typed, folded.
        text: A name, folded.
    """
    score = 0.0
    at: set[int] = set()
    for word in query.split():
        found = _whole(word, text) or _scattered(word, text)
        if found is None:
            return None
        score += found.score
        at.update(found.at)
    if query.strip() == text.strip():
        score += _WHOLE
    return Fit(score - len(text) / 100, tuple(sorted(at)))


def _whole(word: str, text: str) -> Fit | None:
    places = []
    place = text.find(word)
    while place >= 0:
        places.append(place)
        place = text.find(word, place + 1)
    if not places:
        return None
    best = next((place for place in places if _starts_word(text, place)), places[0])
    bonus = _START if best == 0 else _WORD if _starts_word(text, best) else _INSIDE
    return Fit(bonus + _PER_LETTER * len(word), tuple(range(best, best + len(word))))


def _scattered(word: str, text: str) -> Fit | None:
    """Letters in order: each at the start of a word, or right behind the one before, or at least near."""
    if len(word) < 2 or not _has_in_order(word, text):
        return None
    best: Fit | None = None
    for start, sign in enumerate(text):
        if sign == word[0] and _starts_word(text, start):
            at = _follow(word, text, start)
            if at is not None:
                score = _score(at, text, len(word))
                if best is None or score > best.score:
                    best = Fit(score, at)
    return best if best is not None and best.score > 0 else None


def _has_in_order(word: str, text: str) -> bool:
    place = -1
    for sign in word:
        place = text.find(sign, place + 1)
        if place < 0:
            return False
    return True


def _follow(word: str, text: str, start: int) -> tuple[int, ...] | None:
    """The places of the letters from the first one on: rather the next letter or the next word's first."""
    at = [start]
    for sign in word[1:]:
        here = at[-1] + 1
        if here < len(text) and text[here] == sign:
            at.append(here)
            continue
        place = text.find(sign, here)
        if place < 0:
            return None
        word_start = place
        while word_start >= 0 and not _starts_word(text, word_start):
            word_start = text.find(sign, word_start + 1)
        at.append(word_start if word_start >= 0 else place)
    return tuple(at)


def _score(at: Sequence[int], text: str, count: int) -> float:
    score = float(_PER_LETTER * count - _SCATTERED)
    for before, place in itertools.pairwise(at):
        if _starts_word(text, place):
            score += 8
        elif place == before + 1:
            score += 5
        else:
            score -= _GAP * min(place - before, 6)
    return score + (12 if at[0] == 0 else 8)


def _starts_word(text: str, place: int) -> bool:
    return place == 0 or (not text[place - 1].isalnum() and text[place].isalnum())
