"""``st.badge``: a word on a coloured ground."""

from __future__ import annotations

from ..state.container import Container
from ..state.element import Width
from .command import checked_width
from .markdown.icons import validate_icon
from .markdown_text import Markdown
from .remembered import remembered
from .text_arguments import clean_text, help_text


@remembered
def badge(
    container: Container,
    label: object,
    *,
    icon: str | None = None,
    color: str = "blue",
    width: Width = "content",
    help: str | None = None,
) -> Container:
    """Show a word on a coloured ground.

    Args:
        label: The word, in Markdown of one line; brackets stand for themselves.
        icon: An emoji or ``":material/name:"`` ahead of it.
        color: ``"red"``, ``"orange"``, ``"yellow"``, ``"blue"``, ``"green"``, ``"violet"``, ``"gray"``
            or ``"primary"``. As in Markdown, a badge of another colour is shown as it is written.
        width: ``"content"``, ``"stretch"`` or px.
        help: A tooltip, in Markdown.

    Returns:
        A handle that replaces the badge.

    Example:
        >>> st.badge("New", icon=":material/star:", color="green")
    """
    text = clean_text(label).replace("[", "\\[").replace("]", "\\]")
    sign = validate_icon(icon)
    ahead = f"{sign} " if sign else ""
    return container.target().append(
        Markdown(body=f":{color}-badge[{ahead}{text}]", help=help_text(help), width=checked_width(width))
    )
