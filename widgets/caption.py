"""``st.caption``: small, quiet text."""

from __future__ import annotations

from typing import ClassVar

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitIncompatibleParametersError
from ..state.records import dataclass
from .body import BodyView, Look, plain_line
from .command import checked_width
from .flags import flag
from .markdown_text import Markdown
from .remembered import remembered
from .text_arguments import Alignment, checked_alignment, clean_text, help_text
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption(Markdown):
    """A caption."""

    kind: ClassVar[str] = "caption"


@remembered
def caption(
    container: Container,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show small, quiet text, as below a picture.

    Args:
        body: The text, in Markdown.
        unsafe_allow_html: Whether HTML in it counts.
        help: A tooltip, in Markdown.
        width: ``"stretch"``, ``"content"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether long lines are broken; if not, they end in "…".

    Returns:
        A handle that replaces the caption.

    Raises:
        StreamlitIncompatibleParametersError: ``wrap=False`` together with ``unsafe_allow_html=True``.

    Example:
        >>> st.caption("Source: *own survey*")
    """
    if unsafe_allow_html and not wrap:
        raise StreamlitIncompatibleParametersError(
            "`wrap=False` and `unsafe_allow_html=True` exclude each other: HTML can't be cut to one line."
        )
    return container.target().append(
        Caption(
            body=clean_text(body),
            allow_html=flag("unsafe_allow_html", unsafe_allow_html),
            help=help_text(help),
            width=checked_width(width),
            alignment=checked_alignment(text_alignment),
            wrap=bool(wrap),
        )
    )


@views.shows(Caption, plain_line)
class CaptionView(BodyView[Caption]):
    """Shows a caption."""

    def look(self, element: Caption) -> Look:
        theme = self.scene.theme
        px = 0.875 * theme.base_font_size
        return Look(
            source=element.body,
            px=px,
            line=px * 1.6,
            color=theme.faded_text,
            align=element.alignment,
            html=element.allow_html,
            wrap=element.wrap,
            help=element.help,
        )
