"""Tokens to the HTML that a QTextDocument understands. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Literal

from ..theme import Theme
from . import raw_html, spans
from .highlight import code_families, code_html, font_names
from .parse import parse
from .rainbow import Rainbow, rainbow_lengths

if TYPE_CHECKING:
    from markdown_it.token import Token

Mode = Literal["block", "label", "heading"]

class _SameTheme:
    """A theme as a key: themes hold a dict and are compared by identity."""

    __slots__ = ("theme",)

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __hash__(self) -> int:
        return id(self.theme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameTheme) and other.theme is self.theme


def render(
    source: str,
    theme: Theme,
    *,
    mode: Mode = "block",
    allow_html: bool = False,
    font_px: float | None = None,
    color: str | None = None,
) -> str:
    """Turn Markdown into HTML for a QTextDocument.

    Args:
        source: Markdown in GitHub's dialect with Streamlit's directives and LaTeX.
        theme: Colours, fonts and sizes.
        mode: "block" for a text of any kind; "label" for one line, where block markers stand for
            themselves and pictures are as high as the text; "heading" for one line in the heading font.
        allow_html: Whether HTML in the source is shown as such (in so far as a text can show it)
            rather than escaped.
        font_px: The size of the text; the theme's by default (14 px for labels, 28 for headings).
        color: The text's colour as ``#rrggbb``; the theme's by default.

    Returns:
        HTML. Formulas are ``<img src="math:…">``: the document gets them as resources
        (``pictures.math_image``).

    Example:
        >>> "font-weight:600" in render("**bold**", theme)
        True
    """
    return _render(source, _SameTheme(theme), mode, allow_html, font_px, color)


@lru_cache(maxsize=2048)
def _render(
    source: str, key: _SameTheme, mode: Mode, allow_html: bool, font_px: float | None, color: str | None
) -> str:
    theme = key.theme
    default = {"block": theme.base_font_size, "label": 14.0, "heading": 28.0}[mode]
    px = default if font_px is None else font_px
    writer = Writer(theme, px, color or theme.text, label=mode != "block")
    if mode == "heading":
        return f'<p style="margin:0">{writer.write(parse(source, inline=True, allow_html=allow_html))}</p>'
    return writer.write(parse(source, inline=mode == "label", allow_html=allow_html))


class Writer:
    """Writes one text. Holds the size and colour that hold at the place where it writes."""

    def __init__(self, theme: Theme, px: float, color: str, *, label: bool) -> None:
        self.theme = theme
        self.label = label
        self.sizes = [px]
        self.colors = [color]
        self._closing: list[str] = []  # what ends the directives that are open
        self._rainbows: list[Rainbow] = []
        self._rainbow_lengths: Iterator[int] = iter(())
        self._lists: list[bool] = []  # whether each open list is tight
        self._cleaner = raw_html.Cleaner(theme)
        self._gap = round(theme.base_font_size)
        self._rules: dict[str, Callable[[Token], str]] = self._make_rules()

    # ---- the walk

    def write(self, tokens: Iterable[Token]) -> str:
        """The HTML of tokens, in order."""
        return "".join([self._rules[token.type](token) for token in tokens if token.type in self._rules])

    def _make_rules(self) -> dict[str, Callable[[Token], str]]:
        own = self._lookup
        return {kind: getattr(self, name) for kind, name in own.items()}

    # ---- inline

    def _inline(self, token: Token) -> str:
        children = token.children or []
        lengths = rainbow_lengths(children) if ":rainbow" in token.content else []
        self._rainbow_lengths = iter(lengths)
        # Beside a picture alone in its line Qt leaves no room for letters: an invisible one keeps it.
        alone = len(children) == 1 and children[0].type == "math_inline"
        return self.write(children) + (spans.LETTER if alone else "")

    def _text(self, token: Token) -> str:
        if self._cleaner.hiding:
            return ""
        if self._rainbows:
            return self._rainbows[-1].paint(token.content, self.theme)
        return escape(token.content, quote=False)

    def _softbreak(self, token: Token) -> str:
        return " "

    def _hardbreak(self, token: Token) -> str:
        return " " if self.label else "<br>"

    def _strong_open(self, token: Token) -> str:
        return f'<span style="font-weight:{self.theme.bold_weight}">'

    def _span_close(self, token: Token) -> str:
        return "</span>"

    def _em_open(self, token: Token) -> str:
        return '<span style="font-style:italic">'

    def _strike_open(self, token: Token) -> str:
        return '<span style="text-decoration:line-through">'

    def _code_inline(self, token: Token) -> str:
        size = round(self.sizes[-1] * (0.875 if self.label else 0.84))
        return spans.chip(
            escape(token.content, quote=False),
            background=self.theme.code_background,
            style=f"font-family:{code_families(self.theme)}; font-size:{size}px; color:{self.theme.code_text}",
        )

    def _link_open(self, token: Token) -> str:
        return spans.link_open(str(token.attrGet("href") or ""), self.theme, str(token.attrGet("title") or ""))

    def _link_close(self, token: Token) -> str:
        return "</a>"

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
        return self._cleaner.clean(token.content)

    def _directive_open(self, token: Token) -> str:
        if token.info.startswith("rainbow"):
            self._rainbows.append(Rainbow(next(self._rainbow_lengths), background=token.info != "rainbow"))
        span = spans.directive(token.info, token.attrs, self.theme, self.sizes[-1], self.colors[-1])
        self._closing.append(span.close)
        self.sizes.append(span.px)
        self.colors.append(span.color)
        return span.open

    def _directive_close(self, token: Token) -> str:
        if token.info.startswith("rainbow"):
            self._rainbows.pop()
        self.sizes.pop()
        self.colors.pop()
        return self._closing.pop()

    def _footnote_ref(self, token: Token) -> str:
        number = int(token.meta["id"]) + 1
        return f"<sup>{spans.link_open(f'#fn-{number}', self.theme, '')}{number}</a></sup>"

    # ---- blocks

    def _paragraph_open(self, token: Token) -> str:
        if token.hidden or (self._lists and self._lists[-1]):
            return ""
        return f'<p style="margin:0 0 {self._gap}px 0">'

    def _paragraph_close(self, token: Token) -> str:
        return "" if token.hidden or (self._lists and self._lists[-1]) else "</p>"

    def _heading_open(self, token: Token) -> str:
        level = int(token.tag[1]) - 1
        px, weight = self.theme.heading_sizes[level], self.theme.heading_weights[level]
        self.sizes.append(px)
        families = ",".join(f"'{family}'" for family in font_names(self.theme.heading_font))
        return (
            f'<p style="margin:{self._gap * (2 if level < 3 else 1.5):g}px 0 {round(self._gap * 0.75)}px 0; font-family:{families};'
            f' font-size:{round(px)}px; font-weight:{weight}; line-height:100%">'
        )

    def _heading_close(self, token: Token) -> str:
        self.sizes.pop()
        return "</p>"

    def _quote_open(self, token: Token) -> str:
        self.colors.append(self.theme.faded_text)
        return spans.quote_open(self.theme, self._gap)

    def _quote_close(self, token: Token) -> str:
        self.colors.pop()
        return spans.QUOTE_CLOSE

    def _list_open(self, token: Token) -> str:
        self._lists.append(False)
        start = token.attrGet("start")
        first = f' start="{start}"' if start is not None else ""
        return f'<{token.tag}{first} style="margin:0">'

    def _list_close(self, token: Token) -> str:
        self._lists.pop()
        return f"</{token.tag}>"

    def _item_open(self, token: Token) -> str:
        task = str(token.attrGet("data-task") or "")
        return f'<li class="{task}" style="margin:0 0 {self._gap // 4}px 0">'

    def _item_close(self, token: Token) -> str:
        return "</li>"

    def _rule(self, token: Token) -> str:
        return spans.rule(self.theme, self._gap)

    def _fence(self, token: Token) -> str:
        language = token.info.split()[0].strip("{.}") if token.info.strip() else None
        return spans.code_box(code_html(token.content, language, self.theme), self.theme, self._gap)

    def _math_block(self, token: Token) -> str:
        drawn = spans.math(token.content, self.sizes[-1], self.colors[-1], self.theme, display=True)
        return f'<p align="center" style="margin:0 0 {self._gap}px 0">{drawn}</p>'

    def _html_block(self, token: Token) -> str:
        return self._cleaner.clean(token.content)

    # ---- tables and footnotes

    def _table_open(self, token: Token) -> str:
        return (
            '<table border="1" cellspacing="0" cellpadding="6"'
            f' style="border-collapse:collapse; border-color:{self.theme.faint_border}; border-style:solid;'
            f' margin:0 0 {self._gap}px 0">'
        )

    def _table_close(self, token: Token) -> str:
        return "</table>"

    def _row_open(self, token: Token) -> str:
        return "<tr>"

    def _row_close(self, token: Token) -> str:
        return "</tr>"

    def _cell_open(self, token: Token) -> str:
        style = str(token.attrGet("style") or "")
        align = style.partition(":")[2].strip() or "left"
        head = f"; color:{self.theme.faded_text}; font-weight:400" if token.tag == "th" else ""
        return f'<td align="{align}" style="border-color:{self.theme.faint_border}{head}">'

    def _cell_close(self, token: Token) -> str:
        return "</td>"

    def _footnotes_open(self, token: Token) -> str:
        self.sizes.append(self.sizes[-1] * 0.875)
        return f'{spans.rule(self.theme, self._gap)}<div style="font-size:{round(self.sizes[-1])}px"><ol>'

    def _footnotes_close(self, token: Token) -> str:
        self.sizes.pop()
        return "</ol></div>"

    def _footnote_open(self, token: Token) -> str:
        self._lists.append(True)
        return f'<li><a name="fn-{int(token.meta["id"]) + 1}"></a>'

    def _footnote_close(self, token: Token) -> str:
        self._lists.pop()
        return "</li>"

    _lookup = {
        "inline": "_inline",
        "text": "_text",
        "softbreak": "_softbreak",
        "hardbreak": "_hardbreak",
        "strong_open": "_strong_open",
        "strong_close": "_span_close",
        "em_open": "_em_open",
        "em_close": "_span_close",
        "s_open": "_strike_open",
        "s_close": "_span_close",
        "code_inline": "_code_inline",
        "link_open": "_link_open",
        "link_close": "_link_close",
        "image": "_image",
        "icon": "_icon",
        "math_inline": "_math_inline",
        "html_inline": "_html_inline",
        "directive_open": "_directive_open",
        "directive_close": "_directive_close",
        "footnote_ref": "_footnote_ref",
        "paragraph_open": "_paragraph_open",
        "paragraph_close": "_paragraph_close",
        "heading_open": "_heading_open",
        "heading_close": "_heading_close",
        "blockquote_open": "_quote_open",
        "blockquote_close": "_quote_close",
        "bullet_list_open": "_list_open",
        "bullet_list_close": "_list_close",
        "ordered_list_open": "_list_open",
        "ordered_list_close": "_list_close",
        "list_item_open": "_item_open",
        "list_item_close": "_item_close",
        "hr": "_rule",
        "fence": "_fence",
        "code_block": "_fence",
        "math_block": "_math_block",
        "html_block": "_html_block",
        "table_open": "_table_open",
        "table_close": "_table_close",
        "tr_open": "_row_open",
        "tr_close": "_row_close",
        "th_open": "_cell_open",
        "th_close": "_cell_close",
        "td_open": "_cell_open",
        "td_close": "_cell_close",
        "footnote_block_open": "_footnotes_open",
        "footnote_block_close": "_footnotes_close",
        "footnote_open": "_footnote_open",
        "footnote_close": "_footnote_close",
    }


