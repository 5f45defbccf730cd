"""Tokens within a line to HTML. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ..escape import escape
from ..theme import Theme
from . import raw_html, spans
from .highlight import code_families
from .rainbow import Rainbow, rainbow_lengths

if TYPE_CHECKING:
    from markdown_it.token import Token

Rule = Callable[["Token"], str]

# The tokens that say the same each time.
_FIXED = {
    "softbreak": " ",
    "strong_close": "</span>",
    "em_close": "</span>",
    "s_close": "</span>",
    "link_close": "</a>",
}


_HEADING = 20  # px, from which on a text is a heading


class InlineWriter:
    """Writes one text of one line. Holds the size and colour that hold at the place where it writes.

    Args:
        theme: Colours, fonts and sizes.
        px: The size of the text.
        color: The colour of the text, ``#rrggbb``.
        label: Whether there is room for one line only.
    """

    def __init__(self, theme: Theme, px: float, color: str, *, label: bool) -> None:
        self.theme = theme
        self.label = label
        self.sizes = [px]
        self.colors = [color]
        self.cleaner = raw_html.Cleaner(theme)
        self.fixed: dict[str, str] = dict(_FIXED)
        self.rules: dict[str, Rule] = self._inline_rules()
        self._closing: list[str] = []  # what ends the directives that are open
        self._badges = 0  # how many are open; a badge is not broken between words
        self._rainbows: list[Rainbow] = []
        self._rainbow_lengths: Iterator[int] = iter(())

    def _inline_rules(self) -> dict[str, Rule]:
        return {
            "inline": self._inline,
            "text": self._text,
            "hardbreak": self._hardbreak,
            "strong_open": self._strong_open,
            "em_open": self._em_open,
            "s_open": self._strike_open,
            "code_inline": self._code_inline,
            "link_open": self._link_open,
            "image": self._image,
            "icon": self._icon,
            "math_inline": self._math_inline,
            "html_inline": self._html_inline,
            "directive_open": self._directive_open,
            "directive_close": self._directive_close,
            "footnote_ref": self._footnote_ref,
        }

    def write(self, tokens: Iterable[Token]) -> str:
        """The HTML of tokens, in order; tokens that no rule is for are left out."""
        out: list[str] = []
        for token in tokens:
            rule = self.rules.get(token.type)
            out.append(rule(token) if rule is not None else self.fixed.get(token.type, ""))
        return "".join(out)

    def _inline(self, token: Token) -> str:
        children = token.children or []
        lengths = rainbow_lengths(children) if ":rainbow" in token.content else []
        self._rainbow_lengths = iter(lengths)
        # Beside a picture alone in its line Qt leaves no room for letters: an invisible one keeps it.
        alone = len(children) == 1 and children[0].type == "math_inline"
        return self.write(children) + (spans.LETTER if alone else "")

    def _text(self, token: Token) -> str:
        if self.cleaner.hiding:
            return ""
        if self._rainbows:
            return self._rainbows[-1].paint(token.content, self.theme)
        text = escape(token.content, quote=False)
        return text.replace(" ", spans.PAD) if self._badges else text

    def _hardbreak(self, token: Token) -> str:
        return " " if self.label else "<br>"

    def _strong_open(self, token: Token) -> str:
        return f'<span style="font-weight:{self.theme.bold_weight}">'

    def _em_open(self, token: Token) -> str:
        return '<span style="font-style:italic">'

    def _strike_open(self, token: Token) -> str:
        return '<span style="text-decoration:line-through">'

    def _code_inline(self, token: Token) -> str:
        theme = self.theme
        around = self.sizes[-1]
        heads = around >= _HEADING  # code in a heading is no heavier than elsewhere
        size = round(around * (0.75 if heads else 0.875 if self.label else 0.84))
        text = escape(token.content, quote=False)
        font = f"font-family:{code_families(theme)}; font-size:{size}px{'; font-weight:400' if heads else ''}"
        if any(self.colors[0] == shade.text for shade in theme.shades.values()):
            # The whole text stands on a coloured ground, as in an alert: a box would be a hole in it.
            return f'<span style="{font}; color:{self.colors[0]}">{text}</span>'
        return spans.chip(text, background=theme.code_background, style=f"{font}; color:{theme.code_text}")

    def _link_open(self, token: Token) -> str:
        href, title = token.attrGet("href"), token.attrGet("title")
        return spans.link_open(str(href or ""), self.theme, str(title or ""))

    def _image(self, token: Token) -> str:
        return spans.image(
            str(token.attrGet("src") or ""),
            token.content,
            self.theme,
            height=round(self.sizes[-1]) if self.label else None,
            title=str(token.attrGet("title") or ""),
        )

    def _icon(self, token: Token) -> str:
        return spans.icon(token.content, self.sizes[-1])

    def _math_inline(self, token: Token) -> str:
        return spans.math(token.content, self.sizes[-1], self.colors[-1], self.theme)

    def _html_inline(self, token: Token) -> str:
        return self.cleaner.clean(token.content)

    def _directive_open(self, token: Token) -> str:
        if token.info.startswith("rainbow"):
            self._rainbows.append(Rainbow(next(self._rainbow_lengths), background=token.info != "rainbow"))
        self._badges += token.info.endswith("-badge")
        span = spans.directive(token.info, token.attrs, self.theme, self.sizes[-1], self.colors[-1])
        self._closing.append(span.close)
        self.sizes.append(span.px)
        self.colors.append(span.color)
        return span.open

    def _directive_close(self, token: Token) -> str:
        if token.info.startswith("rainbow"):
            self._rainbows.pop()
        self._badges -= token.info.endswith("-badge")
        self.sizes.pop()
        self.colors.pop()
        return self._closing.pop()

    def _footnote_ref(self, token: Token) -> str:
        number = int(token.meta["id"]) + 1
        return f"<sup>{spans.link_open(f'#fn-{number}', self.theme, '')}{number}</a></sup>"
