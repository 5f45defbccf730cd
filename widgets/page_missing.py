"""A page that stands for one that the app does not have."""

from __future__ import annotations

from ..state.app import show_missing
from .page import Page


def missing_page(name: str, home: Page) -> Page:
    """A page, not listed, that says that another is not there.

    Args:
        name: What was asked for.
        home: The page that the app begins with.
    """
    return Page(
        lambda: show_missing(name, home), title="Page not found", url_path=name, visibility="hidden"
    )
