"""``:rainbow[…]``: a gradient over letters, since QTextDocument has none for text. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..colors import mix
from ..escape import escape
from ..theme import Theme

if TYPE_CHECKING:
    from markdown_it.token import Token

_STOPS = ("red", "orange", "yellow", "green", "blue", "violet")


class Rainbow:
    """One open ``:rainbow[…]`` and how far along its letters the writing is."""

    def __init__(self, length: int, *, background: bool) -> None:
        self._length = max(length - 1, 1)
        self._background = background
        self._written = 0

    def paint(self, text: str, theme: Theme) -> str:
        """The letters of a text, each in its colour."""
        shades = [theme.shades[name] for name in _STOPS]
        stops = [shade.background if self._background else shade.text for shade in shades]
        style = "background-color" if self._background else "color"
        out = []
        for letter in text:
            color = _blend(stops, self._written / self._length)
            out.append(f'<span style="{style}:{color}">{escape(letter, quote=False)}</span>')
            self._written += 1
        return "".join(out)


def rainbow_lengths(tokens: Sequence[Token]) -> list[int]:
    """How many letters stand in each ``:rainbow[…]`` of a line, in order of opening."""
    lengths: list[int] = []
    open_at: list[int] = []
    for token in tokens:
        if token.type == "directive_open" and token.info.startswith("rainbow"):
            open_at.append(len(lengths))
            lengths.append(0)
        elif token.type == "directive_close" and token.info.startswith("rainbow"):
            open_at.pop()
        elif token.type == "text" and open_at:
            lengths[open_at[-1]] += len(token.content)
    return lengths


def _blend(stops: Sequence[str], place: float) -> str:
    """The colour at a place (0 to 1) of a gradient with evenly spaced stops."""
    scaled = place * (len(stops) - 1)
    index = min(int(scaled), len(stops) - 2)
    return mix(stops[index], stops[index + 1], scaled - index)
