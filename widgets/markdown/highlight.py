"""Code to coloured HTML by Pygments, imported with the first code that names a language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..escape import escape
from ..theme import Theme

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

CODE_FAMILY = "Source Code Pro"
# The theme's text shades have the contrast that text needs, in light and in dark.
_SHADES = {
    "Keyword": "blue",
    "Keyword.Constant": "violet",
    "Operator.Word": "blue",
    "Name.Builtin": "violet",
    "Name.Function": "violet",
    "Name.Class": "violet",
    "Name.Decorator": "orange",
    "Name.Tag": "blue",
    "Name.Attribute": "orange",
    "Name.Exception": "red",
    "Literal.Number": "orange",
    "Literal.String": "green",
    "Literal.String.Escape": "orange",
    "Literal.String.Interpol": "orange",
    "Generic.Deleted": "red",
    "Generic.Inserted": "green",
    "Generic.Heading": "blue",
    "Generic.Subheading": "blue",
    "Generic.Error": "red",
    "Generic.Traceback": "red",
    "Error": "red",
}


def code_html(code: str, language: str | None, theme: Theme, line_numbers: bool = False) -> str:
    """Turn code into HTML for a QTextDocument.

    Args:
        code: The code as it is.
        language: A name that Pygments knows ("python", "sql", "json"); None or an unknown name
            leaves the code without colours.
        theme: Colours, the code font and its size.
        line_numbers: Whether to put numbers in a column of their own, so that selected code can be
            copied without them.

    Returns:
        ``<pre>`` without a box around it, or a table of two columns.
    """
    style = (
        f"margin:0; white-space:pre-wrap; font-family:{code_families(theme)};"
        f" font-size:{round(theme.code_font_size)}px; line-height:{round(theme.code_font_size * 1.5)}px"
    )
    text = f'<pre style="{style}; color:{theme.code_block_text}">{highlight(code, language, theme)}</pre>'
    if not line_numbers:
        return text
    numbers = "\n".join(str(number) for number in range(1, code.rstrip("\n").count("\n") + 2))
    gutter = f'<pre align="right" style="{style}; color:{theme.faint_text}">{numbers}</pre>'
    cell = 'style="padding-right:12px; vertical-align:top"'
    return (
        '<table cellspacing="0" cellpadding="0" border="0" width="100%"><tr>'
        f'<td {cell}>{gutter}</td><td width="100%">{text}</td></tr></table>'
    )


def code_families(theme: Theme) -> str:
    """The code font and what to fall back on, as CSS wants it."""
    return ",".join(f"'{name}'" for name in [*font_names(theme.code_font), CODE_FAMILY])


def font_names(names: str) -> list[str]:
    """The single names in a theme's font ("Inter, sans-serif"), without quotes."""
    return [name for part in names.split(",") if (name := part.strip().strip("'\""))]


MOST_COLOURED = 60_000
"""How many characters are coloured: more would hold the window up for longer than colours are worth."""


def highlight(code: str, language: str | None, theme: Theme) -> str:
    """The code as escaped HTML with one span for each coloured piece; no line break at its end."""
    lexer = _lexer(language.strip().lower()) if language and len(code) <= MOST_COLOURED else None
    if lexer is None:
        return escape(code.rstrip("\n"), quote=False)
    return "".join(_pieces(code.rstrip("\n"), lexer, theme))


def _pieces(code: str, lexer: Lexer, theme: Theme) -> Iterator[str]:
    pending, color = "", None
    for kind, text in lexer.get_tokens(code):
        wanted = _color(kind, theme)
        if wanted != color and not text.isspace():
            yield _span(pending, color)
            pending, color = "", wanted
        pending += text
    yield _span(pending.rstrip("\n"), color)


def _span(text: str, color: str | None) -> str:
    escaped = escape(text, quote=False)
    return escaped if color is None or not text else f'<span style="color:{color}">{escaped}</span>'


def _color(kind: _TokenType, theme: Theme) -> str | None:
    name = str(kind).removeprefix("Token.")
    if name.startswith("Comment"):
        return theme.faded_text
    while name:
        shade = _SHADES.get(name)
        if shade is not None:
            return theme.shades[shade].text
        name = name.rpartition(".")[0]
    return None


@lru_cache(maxsize=32)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None
