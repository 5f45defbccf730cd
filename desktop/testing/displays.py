"""Nodes of what only shows: texts, data, messages."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from .nodes import ElementNode


class Text(ElementNode):
    """Plain text."""

    shown = ("value",)


class Markdown(ElementNode):
    """Markdown."""

    shown = ("value",)

    @property
    def is_caption(self) -> bool:
        """Whether it is a caption."""
        return self.type == "caption"


class Caption(Markdown):
    """Small Markdown."""


class Divider(Markdown):
    """A line across."""

    allow_html = False
    help = ""


class Latex(Markdown):
    """A formula."""

    allow_html = False


class Html(ElementNode):
    """HTML."""


class Heading(ElementNode):
    """A title, header or subheader; ``anchor``, ``help``, ``icon``."""

    shown = ("value",)

    @property
    def tag(self) -> str:
        """``h1``, ``h2`` or ``h3``."""
        return f"h{getattr(self.element, 'level', 1)}"

    @property
    def hide_anchor(self) -> bool:
        """Whether there is no link to it."""
        return getattr(self.element, "anchor", "") is False


class Title(Heading):
    """A title."""


class Header(Heading):
    """A header."""


class Subheader(Heading):
    """A subheader."""


class Code(ElementNode):
    """Code; ``language``."""

    shown = ("language", "value")
    renamed: ClassVar[dict[str, str]] = {"show_line_numbers": "line_numbers", "code_text": "body"}

    @property
    def language(self) -> str:
        """The language that colours it; ``"plaintext"`` for none."""
        return getattr(self.element, "language", None) or "plaintext"


class Alert(ElementNode):
    """A coloured message; ``icon``."""

    shown = ("icon", "value")


class Error(Alert):
    """An error message."""


class Warning(Alert):
    """A warning."""


class Info(Alert):
    """A hint."""


class Success(Alert):
    """Good news."""


class Toast(ElementNode):
    """A message that goes away by itself; ``icon``."""

    shown = ("icon", "value")


class Exception(ElementNode):
    """An exception, of the script or shown by it.

    ``proto.type`` is its type's name, ``message`` and ``value`` its text, ``stack_trace`` the
    script's frames, one text each.
    """

    shown = ("message",)
    renamed: ClassVar[dict[str, str]] = {"is_markdown": "markdown"}

    @property
    def is_warning(self) -> bool:
        """Whether it is a Warning."""
        return bool(getattr(self.element, "is_warning", False))

    @property
    def value(self) -> str:
        """The exception's text."""
        return str(getattr(self.element, "message", ""))

    @property
    def stack_trace(self) -> list[str]:
        """Where in the script it came from, outermost first."""
        fault = getattr(self.element, "fault", None)
        frames = getattr(fault, "frames", ())
        return [_frame_text(frame) for frame in frames if not getattr(frame, "folded", False)]

    def fact(self, name: str) -> Any:
        # A node's own `type` is the kind of element; Streamlit's message calls the exception's so.
        return getattr(self.element, "type_name", "") if name == "type" else super().fact(name)


def _frame_text(frame: Any) -> str:
    head = f'File "{frame.file}", line {frame.line}, in {frame.function}'
    source = (getattr(frame, "source", "") or "").strip()
    return f"{head}\n    {source}" if source else head


class Json(ElementNode):
    """JSON; ``value`` is the text, ``expanded`` whether it is open."""

    shown = ("value",)

    @property
    def value(self) -> str:
        """The JSON as text."""
        found = super().value
        return found if isinstance(found, str) else json.dumps(found)

    @property
    def expanded(self) -> bool:
        """Whether it is open, be it a few levels only."""
        return bool(getattr(self.element, "expanded", True))


class Metric(ElementNode):
    """A figure; ``label``, ``value``, ``delta``."""

    shown = ("label", "value", "delta")


class Progress(ElementNode):
    """A bar from 0 to 100; ``text``."""

    shown = ("value", "text")


class Image(ElementNode):
    """One or several pictures; ``value`` names them, ``captions``, ``sizes``, ``link``."""

    shown = ("captions", "sizes")

    @property
    def value(self) -> list[str]:
        """Where each picture comes from; "" for one without a file."""
        return [str(getattr(picture, "source", "")) for picture in self.element.pictures]  # type: ignore[attr-defined]

    @property
    def captions(self) -> list[str]:
        """The text below each picture."""
        return [caption or "" for caption in self.element.captions]  # type: ignore[attr-defined]

    @property
    def sizes(self) -> list[tuple[int, int] | None]:
        """Width and height of each picture in its own px; None for one of the web, or one that is broken."""
        return [_size(picture) for picture in self.element.pictures]  # type: ignore[attr-defined]


def _size(picture: Any) -> tuple[int, int] | None:
    if picture.form == "address":
        return None
    if picture.form == "pixels":
        return picture.width, picture.height
    from ...widgets.image_pixels import to_image

    image = to_image(picture)
    if image.isNull():
        return None
    size = image.deviceIndependentSize().toSize()
    return size.width(), size.height()


class Table(ElementNode):
    """A plain table; ``value`` is a pandas frame."""

    @property
    def value(self) -> Any:
        """The data as a pandas DataFrame, as it comes out of Arrow."""
        from .frames import shown_frame

        return shown_frame(self.element.table)  # type: ignore[attr-defined]


class LinkButton(ElementNode):
    """A button that opens an address; ``label``, ``url``."""

    shown = ("label", "url")

    @property
    def value(self) -> str:
        """The label."""
        return str(self.fact("label"))


class PageLink(LinkButton):
    """A link to a page."""


class Help(ElementNode):
    """What is known of an object; ``name``, ``doc_string``."""

    shown = ("name",)
    renamed: ClassVar[dict[str, str]] = {"doc_string": "doc"}

    @property
    def value(self) -> str:
        """The object's name."""
        return str(self.fact("name"))


class Space(ElementNode):
    """Room; ``size``."""

    @property
    def value(self) -> Any:
        """The size."""
        return self.fact("size")
