"""Markdown in a tooltip, which Qt shows in a window of its own."""

from __future__ import annotations

from ..escape import escape
from ..fonts import ICON_FAMILY, families, load_faces, load_fonts
from ..theme import Theme
from .html import render
from .parse import is_plain
from .pictures import embed_math

_WIDTH = 320  # px, from where on lines break


def tooltip_html(source: str, theme: Theme) -> str:
    """HTML for ``QWidget.setToolTip`` and ``QToolTip.showText``.

    Args:
        source: Markdown.
        theme: The window's theme.

    Returns:
        Rich text that wraps at some 320 px and brings its formulas along.
    """
    plain = is_plain(source)
    html = escape(source, quote=False) if plain else embed_math(render(source, theme, font_px=14.0))
    if ICON_FAMILY in html:
        load_fonts(["icons"])
    load_faces(html, theme.font)
    width = f' width="{_WIDTH}"' if len(source) > 48 else ""
    names = ",".join(f"'{name}'" for name in families(theme.font))
    return (
        f'<table cellspacing="0" cellpadding="4" border="0"{width}><tr>'
        f'<td style="font-family:{names}; font-size:14px; color:{theme.text}">{html}</td></tr></table>'
    )
