"""Markdown source to tokens: GitHub's dialect, LaTeX and Streamlit's directives."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...state.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# One scan that clears most labels; what it stops at, the slower rules below look at again.
_SIGN = pattern(r"[*`~\[\]<&$\\#|\n\t\r_@>+-]|:(?!\ |$)|\.(?!$)|\ \ ", re.DOTALL)
_STARTS = frozenset(" 0123456789")
_SUSPECT = pattern(
    r"""[*`~\[\]<&$\\#|\n\t\r] | ^[ +>] | ^\d+[.)](?:\ |$) | ^[-=]+(?:\ |$) | [ ]$ | [ ]{2}
    | :[\w+/-]+: | --|->|>= | (?:^|\W)_|_(?:\W|$) | www\.|://|mailto:|@""",
    re.VERBOSE,
)


def is_plain(source: str) -> bool:
    """Tell whether Markdown would show a text just as it is written.

    Args:
        source: The Markdown text.

    Returns:
        True if a plain label shows the same; False if in doubt. Takes less than 1 µs for a usual label.

    Example:
        >>> is_plain("Your name"), is_plain("**Your** name")
        (True, False)
    """
    if _SIGN.search(source) is None and source[-1:] != " " and source[:1] not in _STARTS:
        return True
    return _SUSPECT.search(source) is None


def parse(source: str, *, inline: bool, allow_html: bool) -> list[Token]:
    """Turn a source into markdown-it's tokens.

    Args:
        source: The Markdown text.
        inline: Whether to read everything as one line of text (labels): block markers such as
            ``#`` and ``-`` then stand for themselves.
        allow_html: Whether HTML tags are read as such rather than as text.
    """
    parser = _parser(allow_html)
    env: dict[str, Any] = {}
    if inline:
        return parser.parseInline(" ".join(source.split()), env)
    return parser.parse(_dedent(source), env)


def _dedent(source: str) -> str:
    """Take off the indent that a triple-quoted text in indented code has."""
    if source[:1] not in " \n\t" and "\n    " not in source:
        return source
    from inspect import cleandoc

    return cleandoc(source)


@lru_cache(maxsize=2)
def _parser(allow_html: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    from . import directives, math_rules, nesting

    parser = MarkdownIt("commonmark", {"html": allow_html, "linkify": True})
    parser.enable(["table", "strikethrough", "linkify"])
    if not allow_html:
        parser.disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False)
    math_rules.install(parser)
    directives.install(parser)
    _limit_links(parser)
    nesting.limit(parser)
    return parser


def _limit_links(parser: MarkdownIt) -> None:
    """Link what GitHub links: http, https, ``www.`` and mail addresses, but not ``example.com``."""
    links = parser.linkify
    if links is None:
        return
    links.set({"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})
    links.add("ftp:", None)
    links.add("//", None)
    links.add("www.", {"validate": _www_length, "normalize": _www_normalize})


_WWW = pattern(r"[\w-]+(?:\.[\w-]+)+(?:[/?#][^\s<>]*)?")


def _www_length(links: object, text: str, position: int) -> int:
    found = _WWW.match(text, position)
    return 0 if found is None else len(found.group().rstrip(".,:;!?\"')"))


def _www_normalize(links: object, match: Any) -> None:
    match.url = "http://" + match.url
