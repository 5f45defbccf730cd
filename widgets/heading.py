"""``st.title``, ``st.header`` and ``st.subheader``: headings of three levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ..state.records import dataclass
from .body import BodyView, Look
from .command import checked_width, one_of
from .markdown.icons import validate_icon
from .remembered import remembered
from .scene import Scene
from .text_arguments import Alignment, checked_alignment, clean_text, help_text, slug
from .view import views

if TYPE_CHECKING:
    from .icon_mark import IconMark

Anchor = str | Literal[False] | None
Divider = bool | str

# A divider that is just True takes the next of these colours.
CYCLE = ("blue", "green", "orange", "red", "violet", "yellow")
_DIVIDERS = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow")
_RAINBOW = ("red", "orange", "yellow", "green", "blue", "violet")
_LINE = 2  # px, with 8 px above it
_LINE_GAP = 8
_ICON_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Element):
    """A heading. ``anchor`` is what links in the page call it; "" if they can't."""

    level: ClassVar[int] = 1

    body: str
    anchor: str = ""
    help: str | None = None
    icon: str = ""
    divider: str = ""
    alignment: Alignment = "left"
    wrap: bool = True

    @property
    def value(self) -> str:
        """The heading's Markdown."""
        return self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Heading):
    """The page's title."""

    kind: ClassVar[str] = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Heading):
    """A chapter's heading."""

    kind: ClassVar[str] = "header"
    level: ClassVar[int] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheader(Heading):
    """A section's heading."""

    kind: ClassVar[str] = "subheader"
    level: ClassVar[int] = 3


H = TypeVar("H", bound=Heading)


@remembered
def title(
    container: Container,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the page's title.

    Args:
        body: The text, in Markdown.
        anchor: The name for links such as ``[up](#name)``; None makes one from the text, False none.
        help: A tooltip, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` ahead of the text.
        width: ``"stretch"``, ``"content"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether a long title is broken; if not, it ends in "…".

    Returns:
        A handle that replaces the title.

    Raises:
        StreamlitInvalidParameterTypeError: ``anchor`` or ``icon`` is of a wrong type.
        StreamlitValueError: ``anchor`` is True.

    Example:
        >>> st.title("Prices", icon=":material/sell:")
    """
    return _add(
        container, Title, body, anchor, help=help, icon=icon, width=width, align=text_alignment, wrap=wrap
    )


@remembered
def header(
    container: Container,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the heading of a chapter; arguments as for ``title``.

    Args:
        body: The text, in Markdown.
        anchor: The name for links; None makes one from the text, False none.
        help: A tooltip, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` ahead of the text.
        divider: A line below: True takes the next of six colours; or ``"red"``, ``"orange"``,
            ``"yellow"``, ``"blue"``, ``"green"``, ``"violet"``, ``"gray"``, ``"rainbow"``.
        width: ``"stretch"``, ``"content"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether a long heading is broken; if not, it ends in "…".

    Returns:
        A handle that replaces the heading.

    Raises:
        StreamlitValueError: ``divider`` or ``anchor`` is none of what it accepts.

    Example:
        >>> st.header("Results", divider="blue")
    """
    return _add(
        container, Header, body, anchor,
        help=help, icon=icon, divider=divider, width=width, align=text_alignment, wrap=wrap,
    )  # fmt: skip


@remembered
def subheader(
    container: Container,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the heading of a section; arguments as for ``header``.

    Args:
        body: The text, in Markdown.
        anchor: The name for links; None makes one from the text, False none.
        help: A tooltip, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` ahead of the text.
        divider: A line below, as for ``header``.
        width: ``"stretch"``, ``"content"`` or px.
        text_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"justify"``.
        wrap: Whether a long heading is broken; if not, it ends in "…".

    Returns:
        A handle that replaces the heading.

    Example:
        >>> st.subheader("Costs", divider=True)
    """
    return _add(
        container, Subheader, body, anchor,
        help=help, icon=icon, divider=divider, width=width, align=text_alignment, wrap=wrap,
    )  # fmt: skip


def _add(
    container: Container,
    kind: type[H],
    body: object,
    anchor: Anchor,
    *,
    help: str | None,
    icon: str | None,
    width: Width,
    align: Alignment,
    wrap: bool,
    divider: Divider = False,
) -> Container:
    place = container.target()
    text = clean_text(body)
    return place.append(
        kind(
            body=text,
            anchor=_checked_anchor(anchor, text),
            help=help_text(help),
            icon=validate_icon(icon),
            divider=_checked_divider(place, divider),
            width=checked_width(width),
            alignment=checked_alignment(align),
            wrap=bool(wrap),
        )
    )


def _checked_anchor(anchor: object, text: str) -> str:
    if anchor is None:
        return slug(text)
    if anchor is False:
        return ""
    if anchor is True:
        raise StreamlitValueError(
            "`anchor` is True. It accepts a text, None (made from the heading) or False."
        )
    if not isinstance(anchor, str):
        raise StreamlitInvalidParameterTypeError(
            f"`anchor` is of the type `{type(anchor).__name__}`. It accepts a text, None or False."
        )
    return anchor


def _checked_divider(place: Container, divider: object) -> str:
    if divider is False or divider is None or divider == "":
        return ""
    if divider is True:
        run = place.run
        run.dividers += 1
        return CYCLE[(run.dividers - 1) % len(CYCLE)]
    if divider not in _DIVIDERS:
        raise StreamlitValueError(
            f"`divider` is {divider!r}. It accepts True, False, {', '.join(map(repr, _DIVIDERS))}."
        )
    return "gray" if divider == "grey" else one_of("divider", divider, _DIVIDERS)


@views.shows(Heading)
class HeadingView(BodyView[Heading]):
    """Shows a heading with icon, help and line."""

    def __init__(self, element: Heading, scene: Scene, parent: QWidget | None = None) -> None:
        self._icon: IconMark | None = None
        super().__init__(element, scene, parent)
        self._show_icon()

    def look(self, element: Heading) -> Look:
        theme = self.scene.theme
        number = element.level - 1
        px = theme.heading_sizes[number]
        return Look(
            source=element.body,
            px=px,
            line=px * 1.2,
            mode="heading",
            weight=theme.heading_weights[number],
            font=theme.heading_font,
            align=element.alignment,
            wrap=element.wrap,
            top=theme.px((20, 16, 12)[number]),
            bottom=self.px(_LINE_GAP) + _LINE if element.divider else 0,
            help=element.help,
        )

    def lead_width(self) -> int:
        return round(self._look.px) + self.px(_ICON_GAP) if self.element.icon else 0

    def show_element(self, element: Heading) -> None:
        icon = self.element.icon
        super().show_element(element)
        if icon != element.icon:
            self._show_icon()
            self._place()
        self.update()

    def restyle(self) -> None:
        super().restyle()
        self._show_icon()

    @classmethod
    def names_anchor(cls, element: Element, anchor: str) -> bool:
        return bool(anchor) and anchor == getattr(element, "anchor", None)

    def anchor_top(self, anchor: str) -> int | None:
        return 0 if anchor and anchor == self.element.anchor else None

    def _show_icon(self) -> None:
        if self._icon is not None:
            self._icon.setParent(None)
            self._icon.deleteLater()
            self._icon = None
        if self.element.icon:
            size = round(self._look.px)
            from .icon_mark import IconMark

            self._icon = IconMark(self.scene, self.scene.theme.unscaled(size), self)
            self._icon.show_icon(self.element.icon, self.scene.theme.text)
            self._icon.move(0, self._look.top + round((self._look.line - size) / 2))

    def _place(self) -> None:
        super()._place()
        if self._icon is not None and self._look.align in ("center", "right"):
            # The icon goes with its text.
            room = self.width() - self._reserved()
            spare = max(room - self._text_width(), 0)
            self._icon.move(spare // 2 if self._look.align == "center" else spare, self._icon.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        divider = self.element.divider
        if not divider:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush(divider))
        line = QRectF(0, self.height() - _LINE, self.width(), _LINE)
        painter.drawRoundedRect(line, 1, 1)

    def _brush(self, divider: str) -> Any:
        shades = self.scene.theme.shades
        if divider != "rainbow":
            return QColor(shades[divider].main)
        from PySide6.QtGui import QLinearGradient

        gradient = QLinearGradient(0, 0, self.width(), 0)
        for number, name in enumerate(_RAINBOW):
            gradient.setColorAt(number / (len(_RAINBOW) - 1), QColor(shades[name].main))
        return gradient
