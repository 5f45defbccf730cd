"""``st.markdown``: text with Markdown, Streamlit's directives, formulas and icons."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitIncompatibleParametersError
from ..state.patterns import pattern
from ..state.records import dataclass
from .body import BodyView, Look, plain_line
from .flags import flag
from .remembered import remembered
from .text_arguments import Alignment, auto_width, checked_alignment, clean_text, help_text, slug
from .view import views

_HEADING = pattern(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown(Element):
    """A text in Markdown."""

    kind: ClassVar[str] = "markdown"

    body: str
    allow_html: bool = False
    help: str | None = None
    alignment: Alignment = "left"
    anchors: bool = True
    wrap: bool = True

    @property
    def value(self) -> str:
        """The Markdown."""
        return self.body


@remembered
def markdown(
    container: Container,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width | Literal["auto"] = "auto",
    text_alignment: Alignment = "left",
    anchors: bool = True,
    wrap: bool = True,
) -> Container:
    """Show text with Markdown.

    Args:
        body: The text in GitHub's dialect, with colours (``:red[…]``), badges, icons and LaTeX. What
            is no text is turned into text. The common indent of its lines is taken off.
        unsafe_allow_html: Whether HTML in it counts; a window shows what a text can show of it.
        help: A tooltip, in Markdown, behind a question mark.
        width: ``"auto"`` (as wide as the container, or as the text within a row), ``"stretch"``,
            ``"content"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        anchors: Whether headings in the text can be the aim of links such as ``[up](#results)``.
        wrap: Whether long lines are broken. If not, the text is one line without block elements
            that ends in "…" where it does not fit.

    Returns:
        A handle that replaces the text.

    Raises:
        StreamlitIncompatibleParametersError: ``wrap=False`` together with ``unsafe_allow_html=True``.
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.
        StreamlitValueError: ``text_alignment`` is none of what it accepts.

    Example:
        >>> st.markdown("**Done** in :green[3 s]")
    """
    place = container.target()
    if unsafe_allow_html and not wrap:
        raise StreamlitIncompatibleParametersError(
            "`wrap=False` and `unsafe_allow_html=True` exclude each other: HTML can't be cut to one line."
        )
    return place.append(
        Markdown(
            body=clean_text(body),
            allow_html=flag("unsafe_allow_html", unsafe_allow_html),
            help=help_text(help),
            width=auto_width(place, width),
            alignment=checked_alignment(text_alignment),
            anchors=bool(anchors),
            wrap=bool(wrap),
        )
    )


@views.shows(Markdown, plain_line)
class MarkdownView(BodyView[Markdown]):
    """Shows Markdown; a plain sentence is a plain label."""

    def look(self, element: Markdown) -> Look:
        px = self.scene.theme.base_font_size
        return Look(
            source=element.body,
            px=px,
            line=px * 1.6,
            align=element.alignment,
            html=element.allow_html,
            wrap=element.wrap,
            help=element.help,
        )

    @classmethod
    def names_anchor(cls, element: Element, anchor: str) -> bool:
        assert isinstance(element, Markdown)
        return element.anchors and "#" in element.body and anchor in map(slug, _HEADING.findall(element.body))

    def anchor_top(self, anchor: str) -> int | None:
        body, element = self.rich, self.element
        if not element.anchors or body is None:
            return None
        if anchor not in map(slug, _HEADING.findall(element.body)):
            return None
        block = body.document.begin()
        while block.isValid():
            if slug(block.text()) == anchor:
                return round(body.document.documentLayout().blockBoundingRect(block).top())
            block = block.next()
        return None
