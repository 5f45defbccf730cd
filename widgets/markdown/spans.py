"""The pieces of HTML that are more than one tag: chips, icons, formulas, pictures, boxes. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlparse

from ...state.records import dataclass
from ..colors import parse_color
from ..escape import escape
from ..theme import Shade, Theme
from .icons import ICON_FAMILY, icon_glyph
from .math import BrokenLatex, address, formula

# A chip's inner margin: QTextDocument knows no padding. Left out when text is copied.
PAD = "\u00a0"
LETTER = "\u2060"


@dataclass(frozen=True, slots=True)
class Span:
    """How a directive opens and closes, and the size and colour of what it holds."""

    open: str
    close: str
    px: float
    color: str


def chip(text: str, *, background: str, style: str) -> str:
    """Text on a coloured ground with a little room on both sides."""
    pad = f'<span style="font-size:8px">{PAD}</span>'
    return f'<span style="background-color:{background}; {style}">{pad}{text}{pad}</span>'


def link_open(href: str, theme: Theme, title: str) -> str:
    """The start of a link in the theme's colour."""
    line = "underline" if theme.link_underline else "none"
    tip = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(href)}"{tip} style="color:{theme.link}; text-decoration:{line}">'


def icon(glyph: str, px: float) -> str:
    """A character of the icon font beside text of a size."""
    style = f"font-family:'{ICON_FAMILY}'; font-size:{round(px * 1.2)}px; font-weight:400"
    return f'<span style="{style}">{glyph}</span>'


def math(source: str, px: float, color: str, theme: Theme, *, display: bool = False) -> str:
    """A formula as a picture; the source in red, with the reason as its tooltip, if it is broken."""
    try:
        drawn = formula(source, px, color, display)
    except BrokenLatex as error:
        shade = theme.shades["red"]
        text = escape(source, quote=False)
        return f'<a name="" title="{escape(str(error))}" style="color:{shade.text}">{text}</a>'
    height = drawn.ascent + drawn.descent
    align = ' style="vertical-align:middle"'
    if not display and drawn.fits(px):
        # It stands on the base line; what hangs below has room among the letters' own descenders.
        height, align = drawn.ascent, ""
    elif not display:
        height += sum(drawn.padding(px))
    where = address(source, px, color, display)
    return f'<img src="{where}" width="{drawn.width:.2f}" height="{height:.2f}"{align}>'


def image(src: str, alt: str, theme: Theme, *, height: int | None = None, title: str = "") -> str:
    """A picture from the disk or a ``data:`` address; for one from the web, a link to it."""
    kind = urlparse(src).scheme
    if kind in ("http", "https"):
        return f"{link_open(src, theme, title)}{escape(alt or src, quote=False)}</a>"
    if kind != "data":
        path = Path(unquote(urlparse(src).path if kind == "file" else src))
        if not path.is_file():
            return escape(alt or src, quote=False)
        src = path.resolve().as_uri()
    if height is None:
        return f'<img src="{escape(src)}" style="max-width:100%">'
    return f'<img src="{escape(src)}" height="{height}" style="vertical-align:middle">'


def directive(name: str, attributes: Mapping[str, object], theme: Theme, px: float, color: str) -> Span:
    """The span for ``:name[…]``."""
    plain, _, use = name.partition("-")
    if name in ("small", "shimmer"):
        smaller = px * 0.875 if name == "small" else px
        paint = theme.faded_text if name == "shimmer" else color
        return Span(f'<span style="font-size:{round(smaller)}px; color:{paint}">', "</span>", smaller, paint)
    if name == "color":
        return _custom(attributes, theme, px, color)
    if plain == "rainbow":
        return Span("", "", px, color)  # the writer colours letter by letter
    shade = theme.shades[plain]
    if not use:
        return Span(f'<span style="color:{shade.text}">', "</span>", px, shade.text)
    return _chip_span(shade, px, color, badge=use == "badge")


def _chip_span(shade: Shade, px: float, color: str, *, badge: bool) -> Span:
    size = px * 0.875 if badge else px
    paint = shade.text if badge else color
    pad = f'<span style="font-size:{round(px)}px">{PAD}</span>'
    style = f"background-color:{shade.background}; color:{paint}; font-size:{round(size)}px"
    return Span(f'<span style="{style}">{pad}', f"{pad}</span>", size, paint)


def _custom(attributes: Mapping[str, object], theme: Theme, px: float, color: str) -> Span:
    front = opaque(str(attributes.get("foreground", "")), theme)
    back = opaque(str(attributes.get("background", "")), theme)
    style = f"color:{front};" if front else ""
    pad = ""
    if back:
        style += f"background-color:{back}"
        pad = f'<span style="font-size:{round(px)}px">{PAD}</span>'
    return Span(f'<span style="{style}">{pad}', f"{pad}</span>", px, front or color)


def opaque(css: str, theme: Theme) -> str | None:
    """A CSS colour laid over the theme's background; None if the text is no colour."""
    try:
        return parse_color(css, theme.background)
    except ValueError:
        return None


def quote_open(theme: Theme, gap: int) -> str:
    """The start of a block quote: a bar on its left."""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" border="0" style="margin:0 0 {gap}px 0"><tr>'
        f'<td width="3" bgcolor="{theme.border}"></td>'
        f'<td width="100%" style="padding-left:16px; color:{theme.faded_text}">'
    )


QUOTE_CLOSE = "</td></tr></table>"


def rule(theme: Theme, gap: int) -> str:
    """A thin line over the full width."""
    return f'<hr style="background-color:{theme.border}; margin:{gap}px 0 {gap}px 0">'


def code_box(html: str, theme: Theme, gap: int) -> str:
    """A box around code."""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="14" border="0" bgcolor="{theme.code_background}"'
        f' style="margin:0 0 {gap}px 0; color:{theme.code_block_text}">'
        f"<tr><td>{html}</td></tr></table>"
    )


def icon_text(icon_name: str, theme: Theme, px: float | None = None) -> str:
    """An icon as HTML, to be put before a text.

    Args:
        icon_name: An emoji or ``:material/name:``.
        theme: The theme that gives the size of the text beside it.
        px: That size, if it is another.
    """
    glyph, is_symbol = icon_glyph(icon_name)
    return icon(glyph, px or theme.base_font_size) if is_symbol else escape(glyph, quote=False)
