"""Rich text: Markdown with Streamlit's directives, LaTeX, code, icons and emoji."""

from __future__ import annotations

from .highlight import code_html
from .html import Mode, render
from .icons import icon_glyph, validate_icon
from .label import HelpMark, Label
from .parse import is_plain
from .pictures import draw_icon, latex_pixmap, make_icon
from .plain import plain_text
from .rich_text import RichText
from .spans import icon_text
from .tooltip import tooltip_html

__all__ = [
    "HelpMark",
    "Label",
    "Mode",
    "RichText",
    "code_html",
    "draw_icon",
    "icon_glyph",
    "icon_text",
    "is_plain",
    "latex_pixmap",
    "make_icon",
    "plain_text",
    "render",
    "tooltip_html",
    "validate_icon",
]
