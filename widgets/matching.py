"""Which options a typed text finds. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final


def find_matches(labels: Sequence[str], text: str, mode: str | None) -> list[int]:
    """The numbers of the options that a text finds.

    Args:
        labels: What the user sees of each option.
        text: What was typed; "" finds all.
        mode: ``"fuzzy"``: the letters in their order, best match first; ``"contains"``; ``"prefix"``;
            None finds all.

    Example:
        >>> find_matches(["Berlin", "Lima", "Oslo"], "li", "fuzzy")
        [1, 0]
    """
    score = _SCORES.get(mode or "")
    wanted = text.casefold()
    if score is None or not wanted:
        return list(range(len(labels)))
    found = [
        (points, at)
        for at, label in enumerate(labels)
        if (points := score(label.casefold(), wanted)) is not None
    ]
    return [at for _, at in sorted(found)]


def same_text(labels: Sequence[str], text: str) -> int | None:
    """The number of the option that is this text but for capitals, if there is one."""
    wanted = text.strip().casefold()
    return next((at for at, label in enumerate(labels) if label.strip().casefold() == wanted), None)


def _contains(label: str, text: str) -> int | None:
    return 0 if text in label else None


def _prefix(label: str, text: str) -> int | None:
    return 0 if label.startswith(text) else None


def _fuzzy(label: str, text: str) -> int | None:
    """Lower is better: the whole label, its beginning, that of a word, another part, letters with gaps."""
    at = label.find(text)
    if at == 0:
        return 0 if label == text else 1
    if at > 0:
        starts_word = not label[at - 1].isalnum()
        return (10_000 if starts_word else 20_000) + at
    gaps, at = 0, -1
    for letter in text:
        found = label.find(letter, at + 1)
        if found < 0:
            return None
        gaps += found - at - 1
        at = found
    return 30_000 + gaps


_SCORES: Final[dict[str, Callable[[str, str], int | None]]] = {
    "fuzzy": _fuzzy,
    "contains": _contains,
    "prefix": _prefix,
}
