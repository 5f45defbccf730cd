"""The view of one text with help, as headings, paragraphs, captions and plain texts have it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..state.element import Element
from ..state.records import dataclass
from .fonts import text_font
from .markdown.label import HelpMark
from .markdown.parse import is_plain
from .markdown.plain import plain_text
from .scene import Scene
from .slots import Slot
from .text_arguments import Alignment
from .view import View

if TYPE_CHECKING:
    from .markdown.html import Mode
    from .markdown.rich_text import RichText

E = TypeVar("E", bound=Element)

_LEFT = Qt.AlignmentFlag.AlignLeft
_ALIGN: dict[str, Qt.AlignmentFlag] = {
    "left": _LEFT,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": _LEFT,
}
_HELP_GAP = 4
_LETTER, _LINE_HEIGHT = 8, 26  # px, about: of a text that has not been measured
_HELP = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a text is to be shown.

    ``verbatim`` shows it as it is written, ``mode`` and ``html`` are as for ``render``; ``px`` is the
    size and ``line`` the height of a line in px, ``top`` and ``bottom`` the space around.
    """

    source: str
    px: float
    line: float
    mode: Mode = "block"
    align: Alignment = "left"
    html: bool = False
    verbatim: bool = False
    wrap: bool = True
    color: str | None = None
    weight: int = 400
    font: str = ""
    top: int = 0
    bottom: int = 0
    help: str | None = None


class Line(QLabel):
    """A plain text on one line. Qt's machinery for selecting is made when the mouse first comes by.

    Attributes:
        letters_height: The px from the highest letter of the font to the lowest.
    """

    letters_height = 0

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def forget_mouse(self) -> None:
        """Be as before the mouse came by."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)


def plain_line(element: Any) -> Hashable | None:
    """The likeness of texts: those that are shown by a label alone serve each other."""
    body = element.body
    return () if element.wrap and "\n" not in body and is_plain(body) else None


class BodyView(View[E]):
    """Shows one text with an optional sign for help.

    A plain text that fits on one line is a cheap label; anything else is a ``RichText``. Subclasses
    say in ``look`` how an element's text is shown.
    """

    def __init__(self, element: E, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._body: Line | RichText | None = None
        self._mark: HelpMark | None = None
        self._natural: int | None = None
        self._look = self.look(element)
        self._fill()

    @classmethod
    def may_take_tab(cls, element: Element) -> bool:
        body = getattr(element, "body", None)
        return bool(getattr(element, "help", None)) or not isinstance(body, str) or not is_plain(body)

    @classmethod
    def shape(cls, element: Element, width: int) -> Hashable:
        body = getattr(element, "body", "")
        room = max(1, width // _LETTER)
        lines = 1 + len(body) // room if "\n" not in body else 0
        return cls, lines or sum(1 + len(line) // room for line in body.split("\n"))

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        shape = cls.shape(slot.element, width)
        known = scene.typical_heights.get(shape)
        if known is None:
            known = scene.typical_heights[shape] = _LINE_HEIGHT * shape[1]  # type: ignore[index]
        return known

    def look(self, element: E) -> Look:
        """How to show the element's text."""
        raise NotImplementedError

    def lead_width(self) -> int:
        """The px at the left that the text leaves to an icon."""
        return 0

    @property
    def body(self) -> QLabel:
        """What shows the text."""
        assert self._body is not None
        return self._body

    @property
    def rich(self) -> RichText | None:
        """The same, if it is more than a plain line."""
        return None if isinstance(self._body, Line) else self._body

    @property
    def help_mark(self) -> HelpMark | None:
        """The sign for help, if there is one."""
        return self._mark

    # ---- content

    def may_serve(self) -> bool:
        return isinstance(self._body, Line) and not self._body.hasSelectedText()

    def serve(self, element: E) -> None:
        if isinstance(self._body, Line):
            self._body.forget_mouse()
        super().serve(element)

    def show_element(self, element: E) -> None:
        super().show_element(element)
        look = self.look(element)
        if look != self._look:
            before, self._look = self._look, look
            self._fill(before)

    def restyle(self) -> None:
        self._look = self.look(self.element)
        self._replace(self._wanted(self._look))
        if self._mark is not None:
            self._mark.restyle()

    def _fill(self, before: Look | None = None) -> None:
        look = self._look
        if look.help != (before.help if before else None):
            self._show_help(look.help)
        wanted = self._wanted(look)
        body = self._body
        same = before is not None and _fixed_part(before) == _fixed_part(look)
        if body is None or not same or (wanted is not type(body) and wanted is not Line):
            self._replace(wanted)
        elif isinstance(body, Line):
            body.setText(look.source)
            if before is None or look.align != before.align:
                body.setAlignment(_ALIGN[look.align] | Qt.AlignmentFlag.AlignTop)
        else:
            body.set_align(look.align)
            body.set_color(look.color)
            body.set_source(look.source)
        self._natural = None
        if before is not None and (not same or self._mark is not None or look.help != before.help):
            self._place()  # else it is as large as before, and no sign stands behind its last letter

    def _wanted(self, look: Look) -> type[Line] | type[RichText]:
        if not look.wrap:
            from .one_line import OneLine, PlainOneLine

            return PlainOneLine if look.verbatim else OneLine
        single = look.align != "justify" and "\n" not in look.source
        if single and (look.verbatim or is_plain(look.source)) and "\t" not in look.source:
            return Line
        return _wrapping(look)

    def _replace(self, kind: type[Line] | type[RichText]) -> None:
        old = self._body
        self._body = self._make(kind)
        self._natural = None
        if old is not None:
            old.setParent(None)
            old.deleteLater()
            self._body.show()
            self._place()

    def _make(self, kind: type[Line] | type[RichText]) -> Line | RichText:
        look = self._look
        if issubclass(kind, Line):
            line = kind(look.source, self)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setAlignment(_ALIGN[look.align] | Qt.AlignmentFlag.AlignTop)
            line.setFont(text_font(look.font or self.scene.theme.font, look.px, look.weight))
            line.letters_height = line.fontMetrics().height()
            palette = line.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(look.color or self.scene.theme.text))
            line.setPalette(palette)
            return line
        return kind(
            look.source,
            self.scene,
            mode="label" if not look.wrap and look.mode == "block" else look.mode,
            allow_html=look.html,
            align=look.align,
            color=look.color,
            font_px=self.scene.theme.unscaled(look.px),
            parent=self,
        )

    def _show_help(self, help: str | None) -> None:
        if help is None:
            if self._mark is not None:
                self._mark.setParent(None)
                self._mark.deleteLater()
                self._mark = None
        elif self._mark is None:
            self._mark = HelpMark(help, self.scene, self)
            self._mark.show()
        else:
            self._mark.set_source(help)
        self.setAccessibleDescription(plain_text(help) if help else "")

    # ---- measures

    def _text_width(self) -> int:
        if self._natural is None:
            body = self.body
            if isinstance(body, Line):
                self._natural = body.fontMetrics().horizontalAdvance(self._look.source) + 1
            else:
                self._natural = body.sizeHint().width()
        return self._natural

    def _is_short(self, room: int) -> bool:
        """Whether the text fits on a line for certain."""
        look = self._look
        letters = self.scene.letters(look.font or self.scene.theme.font, look.px, look.weight)
        return letters.fit(look.source, room)

    def _reserved(self) -> int:
        return self.lead_width() + (self.px(_HELP) + self.px(_HELP_GAP) if self._mark is not None else 0)

    def height_for(self, width: int) -> int:
        look = self._look
        room = max(width - self._reserved(), 1)
        if isinstance(self._body, Line):
            if self._is_short(room) or self._text_width() <= room:
                return round(look.line) + look.top + look.bottom
            # Lines of a wrapped text stand further apart than a QLabel can put them.
            self._replace(_wrapping(look))
        return max(self.body.heightForWidth(room), round(look.line)) + look.top + look.bottom

    def natural_width(self) -> int:
        return self._text_width() + self._reserved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        look = self._look
        room = max(self.width() - self._reserved(), 0)
        left = self.lead_width()
        height = self.height() - look.top - look.bottom
        body = self.body
        if isinstance(body, Line):
            # As high as its letters: in more or less room Qt puts them elsewhere once they can be selected.
            own = body.letters_height
            above = int((height - own) / 2)  # as Qt centres: what is taller stands out less above
            body.setGeometry(QRect(left, look.top + above, room, own))
        else:
            body.setGeometry(QRect(left, look.top, room, max(height, 0)))
        if self._mark is not None:
            used = min(self._text_width(), room)
            spare = {"center": (room - used) // 2, "right": room - used}.get(look.align, 0)
            line = max(round(look.line), self.px(_HELP))
            self._mark.move(left + spare + used + self.px(_HELP_GAP), look.top + (line - self.px(_HELP)) // 2)


def _wrapping(look: Look) -> type[RichText]:
    """What shows a text of several lines, or one that is formatted."""
    if look.verbatim:
        from .one_line import PlainText

        return PlainText
    from .markdown.rich_text import RichText

    return RichText


def _fixed_part(look: Look) -> tuple[Any, ...]:
    """What the widget that shows a text is made with and cannot change."""
    space = look.line, look.top, look.bottom
    return look.px, look.mode, look.html, look.verbatim, look.wrap, look.weight, look.font, space
