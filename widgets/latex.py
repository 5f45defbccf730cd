"""``st.latex``: a formula on a line of its own."""

from __future__ import annotations

import sys
from typing import Any, ClassVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.records import dataclass
from .command import checked_width
from .markdown.label import HelpMark
from .markdown.rich_text import RichText
from .remembered import remembered
from .scene import Scene
from .text_arguments import clean_text, help_text
from .view import View, views

_MARGIN = 16
_HELP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Latex(Element):
    """A formula."""

    kind: ClassVar[str] = "latex"

    body: str
    help: str | None = None

    @property
    def value(self) -> str:
        """The formula as Markdown."""
        return self.body


@remembered
def latex(container: Container, body: Any, *, help: str | None = None, width: Width = "stretch") -> Container:
    r"""Show a formula on a line of its own.

    Args:
        body: LaTeX without dollars, or an expression of sympy.
        help: A tooltip, in Markdown.
        width: ``"stretch"`` (the formula in the middle), ``"content"`` or px.

    Returns:
        A handle that replaces the formula.

    Raises:
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> st.latex(r"\sum_{i=1}^n i = \frac{n(n+1)}{2}")
    """
    formula = clean_text(_as_latex(body))
    return container.target().append(
        Latex(body=f"$$\n{formula}\n$$", help=help_text(help), width=checked_width(width))
    )


def _as_latex(body: Any) -> object:
    # Whoever has an expression has imported sympy; nobody else shall wait for it.
    sympy = sys.modules.get("sympy")
    return sympy.latex(body) if sympy is not None and isinstance(body, sympy.Basic) else body


@views.shows(Latex)
class LatexView(View[Latex]):
    """Shows the formula in the middle."""

    def __init__(self, element: Latex, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.body = RichText(element.body, scene, align="center", font_px=1.21 * 16, parent=self)
        self.help_mark = HelpMark("", scene, self)
        self.show_element(element)

    def show_element(self, element: Latex) -> None:
        super().show_element(element)
        self.body.set_source(element.body)
        self.help_mark.set_source(element.help or "")
        self.help_mark.setVisible(bool(element.help))
        self._place()

    def restyle(self) -> None:
        self.body.restyle()
        self.help_mark.restyle()

    def _reserved(self) -> int:
        return self.px(_HELP) if self.element.help else 0

    def height_for(self, width: int) -> int:
        return self.body.heightForWidth(max(width - self._reserved(), 1)) + 2 * self.px(_MARGIN)

    def natural_width(self) -> int:
        return self.body.sizeHint().width() + self._reserved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        room = max(self.width() - self._reserved(), 1)
        self.body.setGeometry(QRect(0, self.px(_MARGIN), room, max(self.height() - 2 * self.px(_MARGIN), 0)))
        middle = (room + min(self.body.sizeHint().width(), room)) // 2
        self.help_mark.move(middle + 4, (self.height() - 16) // 2)
