"""What the demonstration that Streamlit brings along imports from its own package."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from ..state.container import ActiveContainer, RegionContainer

_active: Any = ActiveContainer()
_sidebar: Any = RegionContainer("sidebar")


def show_code(demo: Callable[..., Any]) -> None:
    """Show what a function does, if the user wants to see it.

    Args:
        demo: The function.
    """
    if _sidebar.checkbox("Show code", True):
        lines, _ = inspect.getsourcelines(demo)
        _active.markdown("## Code")
        _active.code(textwrap.dedent("".join(lines[1:])))
