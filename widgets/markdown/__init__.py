"""Rich text: Markdown with Streamlit's directives, LaTeX, code, icons and emoji.

What a module imports from here is loaded when it does so, by name: a plain label needs a tenth of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOLDERS = {
    "HelpMark": "label",
    "Label": "label",
    "Mode": "html",
    "RichText": "rich_text",
    "code_html": "highlight",
    "draw_icon": "pictures",
    "icon_glyph": "icons",
    "icon_text": "spans",
    "is_plain": "parse",
    "latex_pixmap": "pictures",
    "make_icon": "pictures",
    "plain_text": "plain",
    "render": "html",
    "tooltip_html": "tooltip",
    "validate_icon": "icons",
}

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


def __getattr__(name: str) -> object:
    holder = _HOLDERS.get(name)
    if holder is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f".{holder}", __name__), name)
    globals()[name] = found
    return found
