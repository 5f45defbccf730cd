"""``st.text``: plain text in a fixed place, without Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..state.container import Container
from ..state.element import Element, Width
from .command import checked_width, one_of
from .scene import Scene
from .view import View, views

Alignment = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Element):
    """Plain text."""

    kind: ClassVar[str] = "text"

    body: str
    help: str | None = None
    alignment: Alignment = "left"
    wrap: bool = False


def text(
    container: Container,
    body: object,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show text as it is: no Markdown, spaces and line breaks kept.

    Args:
        body: The text; anything else is turned into text.
        help: A tooltip, in Markdown.
        width: ``"content"``, ``"stretch"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether long lines are broken.

    Returns:
        A handle that replaces the text.

    Example:
        >>> st.text("a  b")
    """
    return container.target().append(
        Text(
            body=str(body),
            help=help,
            width=checked_width(width),
            alignment=one_of("text_alignment", text_alignment, ("left", "center", "right", "justify")),  # type: ignore[arg-type]
            wrap=wrap,
        )
    )


@views.shows(Text)
class TextView(View[Text]):
    """Shows plain text, selectable by mouse and keyboard."""

    def __init__(self, element: Text, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        self.show_element(element)

    def show_element(self, element: Text) -> None:
        super().show_element(element)
        self.label.setText(element.body)
        self.label.setWordWrap(element.wrap)
