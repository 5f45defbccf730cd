"""Text within HTML; the library's own module loads two thousand names of characters for it."""

from __future__ import annotations


def escape(text: str, quote: bool = True) -> str:
    """Let a text mean itself in HTML; with ``quote`` in attributes, too."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;") if quote else text
