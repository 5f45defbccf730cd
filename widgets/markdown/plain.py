"""Markdown to the words it shows, for screen readers and tooltips. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from .parse import is_plain, parse

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORDS = {"text", "code_inline", "math_inline", "image"}


@lru_cache(maxsize=2048)
def plain_text(source: str) -> str:
    """The words of a label without its markup.

    Args:
        source: Markdown of one line.

    Returns:
        The text; a Material icon is left out, a formula is its source.

    Example:
        >>> plain_text("**Speed** in :red[km/h]")
        'Speed in km/h'
    """
    if is_plain(source):
        return source
    words = "".join(_words(parse(source, inline=True, allow_html=False)))
    return " ".join(words.split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _WORDS:
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "icon":
            yield ""
        if token.children and token.type != "image":
            yield from _words(token.children)


