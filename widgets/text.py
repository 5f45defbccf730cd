"""``st.text``: text as it is written, without Markdown."""

from __future__ import annotations

from typing import ClassVar

from ..state.container import Container
from ..state.element import Element, Width
from ..state.records import dataclass
from .body import BodyView, Look, plain_line
from .command import checked_width
from .remembered import remembered
from .text_arguments import Alignment, checked_alignment, clean_text, help_text
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Element):
    """Plain text."""

    kind: ClassVar[str] = "text"

    body: str
    help: str | None = None
    alignment: Alignment = "left"
    wrap: bool = True

    @property
    def value(self) -> str:
        """The text."""
        return self.body


@remembered
def text(
    container: Container,
    body: object,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show text as it is: no Markdown, blanks and line breaks kept.

    Args:
        body: The text; anything else is turned into text.
        help: A tooltip, in Markdown.
        width: ``"content"``, ``"stretch"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether long lines are broken. If not, everything stands on one line that ends in "…"
            where it does not fit.

    Returns:
        A handle that replaces the text.

    Raises:
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.
        StreamlitValueError: ``text_alignment`` is none of what it accepts.

    Example:
        >>> st.text("a  b")
    """
    return container.target().append(
        Text(
            body=clean_text(body),
            help=help_text(help),
            width=checked_width(width),
            alignment=checked_alignment(text_alignment),
            wrap=bool(wrap),
        )
    )


@views.shows(Text, plain_line)
class TextView(BodyView[Text]):
    """Shows plain text."""

    def look(self, element: Text) -> Look:
        px = self.scene.theme.base_font_size
        return Look(
            source=element.body if element.wrap else " ".join(element.body.split("\n")),
            px=px,
            line=px * 1.6,
            verbatim=True,
            align=element.alignment,
            wrap=element.wrap,
            help=element.help,
        )
