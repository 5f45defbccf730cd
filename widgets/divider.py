"""``st.divider``: a line across."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from ..state.container import Container
from ..state.element import Element, Width
from ..state.records import dataclass
from .command import checked_width
from .remembered import remembered
from .view import View, views

_MARGIN = 24  # px above and below the line, which is 1 px high


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider(Element):
    """A line across."""

    kind: ClassVar[str] = "divider"
    value: ClassVar[str] = "---"


@remembered
def divider(container: Container, *, width: Width = "stretch") -> Container:
    """Show a thin line with room around.

    Args:
        width: ``"stretch"`` or px.

    Returns:
        A handle that replaces the line.

    Raises:
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> st.divider()
    """
    return container.target().append(Divider(width=checked_width(width, content=False)))


@views.shows(Divider, lambda divider: ())
class DividerView(View[Divider]):
    """Paints the line."""

    def height_for(self, width: int) -> int:
        return 2 * self.px(_MARGIN) + 1

    def sizeHint(self) -> QSize:
        return QSize(100, 2 * self.px(_MARGIN) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.px(_MARGIN), self.width(), 1, QColor(self.scene.theme.border))
