"""``st.help``, and what ``st.write`` shows of functions, classes, modules and objects without a text."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from html import escape
from types import ModuleType
from typing import Any, ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.records import dataclass
from ..state.state_values import NOTHING
from .command import checked_width
from .html_text import HtmlText
from .scene import Scene
from .view import View, views

_PAD = 16
_HEAD_PAD = 8
_MOST = 100  # members


@dataclass(frozen=True, slots=True)
class Member:
    """Something that belongs to the explained object."""

    name: str
    type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBox(Element):
    """An object explained."""

    kind: ClassVar[str] = "help_info"

    name: str
    type: str
    signature: str = ""
    doc: str = ""
    members: tuple[Member, ...] = ()


def help(container: Container, obj: Any = NOTHING, *, width: Width = "stretch") -> Container:
    """Explain an object: its kind, its call, its docstring, its members.

    Args:
        obj: Anything; by default desklit itself.
        width: ``"stretch"`` or px.

    Returns:
        A handle that replaces it.

    Raises:
        StreamlitInvalidWidthError: ``width`` is neither of that.

    Example:
        >>> st.help(print)
    """
    wide = checked_width(width, content=False)
    value = sys.modules[__name__.partition(".widgets")[0]] if obj is NOTHING else obj
    return show_help(container.target(), value, wide)


def show_help(place: Container, value: Any, width: Width = "stretch") -> Container:
    """Put what is known of an object into the page."""
    return place.append(
        HelpBox(
            width=width,
            name=str(getattr(value, "__name__", "")),
            type=_kind(value),
            signature=_signature(value),
            doc=_doc(value),
            members=tuple(_members(value)),
        )
    )


def _kind(value: Any) -> str:
    return "class" if isinstance(value, type) else type(value).__name__


def _doc(value: Any) -> str:
    try:
        return (inspect.getdoc(value) or "").strip()
    except Exception:  # a property of the user's may raise anything
        return ""


def _signature(value: Any) -> str:
    target = value if isinstance(value, type) or inspect.isroutine(value) else type(value)
    if inspect.ismodule(value):
        return ""
    module, name = getattr(target, "__module__", None), getattr(target, "__qualname__", "")
    try:
        arguments = str(inspect.signature(target))
    except (TypeError, ValueError):
        arguments = "(…)"
    return f"{module}.{name}{arguments}" if module else f"{name}{arguments}"


def _members(value: Any) -> Iterator[Member]:
    if inspect.isroutine(value):
        return
    names = [name for name in _names(value) if not name.startswith("_")]
    for name in names[:_MOST]:
        try:
            member = inspect.getattr_static(value, name)
        except AttributeError:
            continue
        if isinstance(member, (staticmethod, classmethod)):
            member = member.__func__
        explained = inspect.isroutine(member) or isinstance(member, (type, property, ModuleType))
        first_line = _doc(member).partition("\n")[0]
        yield Member(name, _kind(member), first_line if explained else _short(member))


def _names(value: Any) -> list[str]:
    if inspect.ismodule(value):
        return sorted(getattr(value, "__all__", None) or vars(value))
    try:
        return dir(value)
    except Exception:  # ``__dir__`` may be the user's
        return []


def _short(value: Any) -> str:
    try:
        text = repr(value)
    except Exception:
        return ""
    return text if len(text) <= 80 else f"{text[:79]}…"


@views.shows(HelpBox)
class HelpBoxView(View[HelpBox]):
    """A box with a head and, below it, docstring and members."""

    def __init__(self, element: HelpBox, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.head = HtmlText(scene, self)
        self.body = HtmlText(scene, self)
        self.show_element(element)

    def show_element(self, element: HelpBox) -> None:
        super().show_element(element)
        theme = self.scene.theme
        name = f'<span style="font-weight:600">{escape(element.name)}</span> ' if element.name else ""
        kind = f'<span style="color:{theme.shades["blue"].text}">{escape(element.type)}</span>'
        self.head.show_html(f"<p>{name}{kind} {escape(element.signature)}</p>", theme.text)
        doc = element.doc or ("" if element.members else "There is no docstring.")
        shown = f'<p style="white-space:pre-wrap; margin:0 0 12px 0">{escape(doc)}</p>' if doc else ""
        self.body.show_html(shown + self._table(), theme.text)
        self._place()
        self.update()

    def _table(self) -> str:
        theme = self.scene.theme
        cell = 'style="padding:2px 16px 2px 0"'
        rows = [
            f'<tr><td {cell}><span style="font-weight:600">{escape(member.name)}</span></td>'
            f'<td {cell}><span style="color:{theme.shades["blue"].text}">{escape(member.type)}</span></td>'
            f'<td {cell}><span style="color:{theme.faded_text}">{escape(member.text)}</span></td></tr>'
            for member in self.element.members
        ]
        return f'<table cellspacing="0" cellpadding="0" border="0">{"".join(rows)}</table>' if rows else ""

    def restyle(self) -> None:
        self.head.restyle()
        self.body.restyle()
        self.show_element(self.element)

    def _head_height(self, width: int) -> int:
        return self.head.heightForWidth(max(width - 2 * self.px(_PAD), 1)) + 2 * self.px(_HEAD_PAD)

    def height_for(self, width: int) -> int:
        return (
            self._head_height(width)
            + self.body.heightForWidth(max(width - 2 * self.px(_PAD), 1))
            + 2 * self.px(_HEAD_PAD)
        )

    def sizeHint(self) -> QSize:
        return QSize(400, self.height_for(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        room = max(self.width() - 2 * self.px(_PAD), 1)
        head = self._head_height(self.width())
        self.head.setGeometry(self.px(_PAD), self.px(_HEAD_PAD), room, head - 2 * self.px(_HEAD_PAD))
        self.body.setGeometry(
            self.px(_PAD),
            head + self.px(_HEAD_PAD),
            room,
            max(self.height() - head - 2 * self.px(_HEAD_PAD), 0),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius)
        head = self._head_height(self.width())
        painter.setClipPath(outline)
        painter.fillRect(0, 0, self.width(), head, QColor(theme.head))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(0, head, self.width(), head)
        painter.setClipping(False)
        painter.drawPath(outline)
        painter.end()
