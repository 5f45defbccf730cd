"""Tokens to the HTML that a QTextDocument understands. Knows no Qt."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..theme import Theme
from . import spans
from .highlight import code_html, font_names
from .inline import InlineWriter, Rule
from .parse import parse

if TYPE_CHECKING:
    from markdown_it.token import Token

Mode = Literal["block", "label", "heading"]

# The tokens that say the same each time.
_FIXED = {
    "list_item_close": "</li>",
    "table_close": "</table>",
    "tr_open": "<tr>",
    "tr_close": "</tr>",
    "th_close": "</td>",
    "td_close": "</td>",
}

_LONG = 2_000  # characters

# Above a heading there is more than the gap between paragraphs, the more the larger it is.
_ABOVE_HEADING = (1.25, 1.0, 0.75, 0.5, 0.375, 0.25)


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
    # A text that grows is another one each time: to keep all of them would cost its length squared.
    make = _render if len(source) <= _LONG else _render.__wrapped__
    return make(source, _SameTheme(theme), mode, allow_html, font_px, color)


@lru_cache(maxsize=256)  # what a window shows at a time and some more
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


class Writer(InlineWriter):
    """Writes one text of any kind."""

    def __init__(self, theme: Theme, px: float, color: str, *, label: bool) -> None:
        super().__init__(theme, px, color, label=label)
        self._lists: list[bool] = []  # whether paragraphs in each open list go without tags
        self._gap = round(theme.base_font_size)
        if not label:
            self.fixed.update(_FIXED)
            self.rules.update(self._block_rules())

    def _block_rules(self) -> dict[str, Rule]:
        return {
            "paragraph_open": self._paragraph_open,
            "paragraph_close": self._paragraph_close,
            "heading_open": self._heading_open,
            "heading_close": self._heading_close,
            "blockquote_open": self._quote_open,
            "blockquote_close": self._quote_close,
            "bullet_list_open": self._list_open,
            "bullet_list_close": self._list_close,
            "ordered_list_open": self._list_open,
            "ordered_list_close": self._list_close,
            "list_item_open": self._item_open,
            "hr": self._rule,
            "fence": self._fence,
            "code_block": self._fence,
            "math_block": self._math_block,
            "html_block": self._html_block,
            "table_open": self._table_open,
            "th_open": self._cell_open,
            "td_open": self._cell_open,
            "footnote_block_open": self._footnotes_open,
            "footnote_block_close": self._footnotes_close,
            "footnote_open": self._footnote_open,
            "footnote_close": self._footnote_close,
        }

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
        above, below = round(self._gap * (1 + _ABOVE_HEADING[level])), self._gap
        return (
            f'<p style="margin:{above}px 0 {below}px 0; font-family:{families};'
            f' font-size:{round(px)}px; font-weight:{weight}; line-height:{round(px * 1.2)}px">'
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

    def _rule(self, token: Token) -> str:
        return spans.rule(self.theme, self._gap)

    def _fence(self, token: Token) -> str:
        language = token.info.split()[0].strip("{.}") if token.info.strip() else None
        return spans.code_box(code_html(token.content, language, self.theme), self.theme, self._gap)

    def _math_block(self, token: Token) -> str:
        drawn = spans.math(token.content, self.sizes[-1], self.colors[-1], self.theme, display=True)
        return f'<p align="center" style="margin:0 0 {self._gap}px 0">{drawn}</p>'

    def _html_block(self, token: Token) -> str:
        return self.cleaner.clean(token.content)

    # ---- tables and footnotes

    def _table_open(self, token: Token) -> str:
        return (
            '<table border="1" cellspacing="0" cellpadding="6"'
            f' style="border-collapse:collapse; border-color:{self.theme.faint_border}; border-style:solid;'
            f' margin:0 0 {self._gap}px 0">'
        )

    def _cell_open(self, token: Token) -> str:
        style = str(token.attrGet("style") or "")
        align = style.partition(":")[2].strip() or "left"
        head = "; font-weight:700" if token.tag == "th" else ""
        sides = "padding-left:12px; padding-right:12px"
        return f'<td align="{align}" style="border-color:{self.theme.faint_border}; {sides}{head}">'

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
