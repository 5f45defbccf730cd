"""The arguments that commands for texts have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from ..state.container import Container
from ..state.element import Width
from .command import checked_width, one_of
from .markdown.plain import plain_text

Alignment = Literal["left", "center", "right", "justify"]
ALIGNMENTS = ("left", "center", "right", "justify")


def clean_text(body: object) -> str:
    """A body as text, without the indent and the blank lines that a triple-quoted one has."""
    text = body if type(body) is str else str(body)
    return _dedented(text) if "\n" in text else text.strip()


@lru_cache(maxsize=1024)
def _dedented(text: str) -> str:
    import textwrap

    return textwrap.dedent(text).strip()


def checked_alignment(value: object) -> Alignment:
    """Check ``text_alignment``.

    Raises:
        StreamlitValueError: It is none of the four words.
    """
    if value == "left":
        return "left"
    return cast(Alignment, one_of("text_alignment", value, ALIGNMENTS))


def help_text(help: object) -> str | None:
    """A tooltip's Markdown; an empty one is none."""
    return (clean_text(help) or None) if help is not None else None


def auto_width(place: Container, width: object) -> Width:
    """Resolve the width "auto": as wide as the text in a row, else as wide as the container.

    Raises:
        StreamlitInvalidWidthError: It is neither "auto" nor a width.
    """
    if width == "auto":
        return "content" if getattr(place.block, "horizontal", False) else "stretch"
    return checked_width(width)


def slug(text: str) -> str:
    """The name that a heading has for links: its words in lower case with hyphens between.

    Example:
        >>> slug("Costs & **Prices**")
        'costs-prices'
    """
    return "-".join(re.findall(r"\w+", plain_text(text).lower()))
