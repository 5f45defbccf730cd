"""``st.color_picker``: a patch of colour that opens a dialog."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ..state.patterns import pattern
from ..state.records import dataclass
from .color_dialog import ask_color
from .command import Key, OnChange, checked_visibility, checked_width, join
from .controls.paint import draw_face
from .field import FieldView
from .field_query import color_query, tidy
from .flags import flag
from .markdown.plain import plain_text
from .options import text_of
from .remembered import remembered
from .scene import Scene
from .view import views

_HEX = pattern(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorPicker(Widget):
    """A colour. The wire value is its text."""

    kind: ClassVar[str] = "color_picker"


@remembered
def color_picker(
    container: Container,
    label: str,
    value: str | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> str:
    """Show a patch of colour; a click opens a dialog to choose another.

    Args:
        label: What the colour is for, in Markdown of one line.
        value: The colour to start with, as ``"#rrggbb"`` or ``"#rgb"``; None for black.
        key: A name for the widget; its value is then in ``st.session_state`` too.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the colour changed, ``"rerun"``, or
            ``"ignore"`` to let it wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        disabled: Whether it can't be changed.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the colour while the widget is not shown;
            needs a ``key``.

    Returns:
        The colour as text, ``"#rrggbb"`` once it was chosen.

    Raises:
        StreamlitInvalidParameterTypeError: ``value`` is no text.
        StreamlitAPIException: ``value`` is no colour.

    Example:
        >>> color = st.color_picker("Your colour", "#00f900")
        >>> st.write("It is", color)
    """
    place = container.target()
    default = _checked_color(value)
    visibility, wide = checked_visibility(label_visibility), checked_width(width)
    query = color_query()
    joined = join(
        place,
        "color_picker",
        key=key,
        arguments=(str(label), default, help, width),
        default=default,
        parse=lambda text: text if _HEX.fullmatch(text or "") else default,
        wire=lambda text: _wire(key, text),
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None,
        persist_state=persist_state,
        bind=bind,
        query=query,
    )
    if bind is not None:
        tidy(place, joined, query, default)
    place.append(
        ColorPicker(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=default,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
        )
    )
    color: str = joined.value
    return color


def _checked_color(value: object) -> str:
    if value is None:
        return "#000000"
    if not isinstance(value, str):
        raise StreamlitInvalidParameterTypeError(
            f'`value` accepts a colour such as "#00ffaa"; it is of the type {type(value).__name__}.'
        )
    if not _HEX.fullmatch(value):
        raise StreamlitAPIException(f'`value` is {value!r}. It accepts colours such as "#00ffaa" or "#0fa".')
    return value


def _wire(key: object, value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(
        f"`st.session_state[{key!r}]` belongs to a colour, so it is a text, not {type(value).__name__}."
    )


class Swatch(QAbstractButton):
    """A patch of colour to click; the tooltip tells its code.

    Args:
        scene: The window's side.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.color = "#000000"
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_color(self, color: str) -> None:
        """Show another colour."""
        self.color = color
        self.setToolTip(color)
        self.update()

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect(), self.scene.theme.radius

    def sizeHint(self) -> QSize:
        side = self.scene.theme.px(40)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        border = theme.faded_text if self._hovered and self.isEnabled() else theme.field_border
        fill = QColor(self.color)
        face = fill.name() if fill.isValid() else theme.background
        draw_face(painter, QRectF(self.rect()), theme.radius, face, border)


@views.shows(ColorPicker)
class ColorPickerView(FieldView[ColorPicker]):
    """A patch of colour; ``ask`` opens the dialog."""

    def __init__(self, element: ColorPicker, scene: Scene, parent: QWidget | None = None) -> None:
        self.ask = ask_color
        self.is_open = False
        self.current = ""
        super().__init__(element, scene, parent)
        self.setFocusProxy(self.swatch)

    def make_control(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.swatch = Swatch(self.scene)
        self.swatch.clicked.connect(self.on_clicked)
        row.addWidget(self.swatch)
        row.addStretch(1)
        return holder

    def named_controls(self) -> list[QWidget]:
        return [self.swatch]

    def show_value(self, element: ColorPicker, before: ColorPicker | None) -> None:
        if before is None or element.value != before.value:
            self.current = str(element.value)
            self.swatch.show_color(self.current)

    def on_clicked(self) -> None:
        """The patch was clicked: let the user choose."""
        if self.is_open:
            return
        self.is_open = True
        color = QColor(self.swatch.color)
        start = color.name() if color.isValid() else "#000000"
        title = plain_text(self.element.label)
        self.ask(self, start, title, self.swatch.show_color, lambda chosen: self._on_done(start, chosen))

    def _on_done(self, start: str, chosen: str | None) -> None:
        self.is_open = False
        if chosen is not None and chosen != start:
            self.current = chosen
            self.changed.emit(chosen)
        self.swatch.show_color(self.current)

    def restyle(self) -> None:
        super().restyle()
        self.swatch.updateGeometry()
        self.swatch.update()
