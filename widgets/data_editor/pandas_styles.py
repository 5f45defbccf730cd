"""The colours and number formats of a pandas ``Styler``, by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_SHOWN = {"color", "background-color", "font-weight", "font-style", "text-decoration"}


def cell_styles(styler: Any) -> Callable[[int, int], tuple[str | None, dict[str, str]]]:
    """Look up text and CSS of a styled frame's cells.

    Args:
        styler: A pandas ``Styler``; it is computed once, at the first look.

    Returns:
        A function of row and column position that gives the formatted text, None where the
        table's own format stands, and the CSS declarations that a cell can show.
    """
    computed: list[tuple[dict[tuple[int, int], Any], Any]] = []

    def look(row: int, column: int) -> tuple[str | None, dict[str, str]]:
        if not computed:
            styler._compute()
            computed.append((styler.ctx, getattr(styler, "_display_funcs", {})))
        context, formats = computed[0]
        css = {name: str(value) for name, value in context.get((row, column), ()) if name in _SHOWN}
        if (row, column) not in formats:
            return None, css
        return str(formats[(row, column)](styler.data.iat[row, column])), css

    return look
