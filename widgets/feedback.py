"""``st.feedback``: a rating by stars, faces or thumbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from numbers import Integral
from typing import Any, ClassVar, Final, Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..state.container import Container
from ..state.element import Widget, Width
from ..state.errors import StreamlitValueError, StreamlitValueOutOfRangeError
from ..state.query_params import QueryForm, number_form
from ..state.records import dataclass
from .command import Key, OnChange, checked_width, join
from .flags import flag
from .markdown.pictures import draw_icon
from .option_values import clearable
from .remembered import remembered
from .scene import Scene
from .view import View, views

Kind = Literal["thumbs", "faces", "stars"]

# For each button from the left: the value that it stands for, its icon and its name.
_BUTTONS: Final[dict[Kind, tuple[tuple[int, str, str], ...]]] = {
    "thumbs": ((1, "thumb_up", "Thumbs up"), (0, "thumb_down", "Thumbs down")),
    "faces": (
        (0, "sentiment_sad", "Very bad"),
        (1, "sentiment_dissatisfied", "Bad"),
        (2, "sentiment_neutral", "So-so"),
        (3, "sentiment_satisfied", "Good"),
        (4, "sentiment_very_satisfied", "Very good"),
    ),
    "stars": tuple((at, "star", f"{at + 1} of 5 stars") for at in range(5)),
}
_STAR: Final = "#faca2b"
_SIDE, _ICON, _GAP = 24, 20, 2  # px


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Widget):
    """A rating: ``value`` is from 0 up, or None."""

    kind: ClassVar[str] = "feedback"

    options: Kind = "thumbs"


@remembered
def feedback(
    container: Container,
    options: Kind = "thumbs",
    *,
    key: Key = None,
    default: int | None = None,
    disabled: bool = False,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    width: Width = "content",
    bind: str | None = None,
    persist_state: str | None = None,
) -> int | None:
    """Show a rating by icons. A click on the chosen one takes the rating back.

    Args:
        options: ``"thumbs"`` (0 down, 1 up), ``"faces"`` or ``"stars"`` (0 to 4, from bad to good).
        key: The widget's name in ``st.session_state``.
        default: The rating at first.
        disabled: Whether the user can't change it.
        on_change: A function to call when the rating has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        width: ``"content"``, ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        The rating, or None.

    Raises:
        StreamlitValueError: ``options`` is none of the three.
        StreamlitValueOutOfRangeError: There is no such rating as ``default``.

    Example:
        >>> stars = st.feedback("stars")
        >>> if stars is not None:
        ...     st.write(f"You gave {stars + 1} stars.")
    """
    place = container.target()
    if not isinstance(options, str) or options not in _BUTTONS:
        raise StreamlitValueError(f"`options` is {options!r}. It accepts: {', '.join(map(repr, _BUTTONS))}.")
    count = len(_BUTTONS[options])
    first = _checked_default(default, count)
    wide = checked_width(width)
    joined = join(
        place,
        "feedback",
        key=key,
        arguments=(options, first, wide),
        keyed=(options,),
        default=first,
        parse=lambda value: None if value in (None, "") else value if _is_rating(value, count) else first,
        accept=lambda value: value if value is None or _is_rating(value, count) else first,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=first is not None,
        bind=bind,
        persist_state=persist_state,
        query=_query_form(count),
    )
    place.append(
        Feedback(
            id=joined.id,
            value=joined.wire,
            initial=first,
            disabled=flag("disabled", disabled),
            form_id=joined.form_id,
            width=wide,
            options=options,
        )
    )
    got: int | None = joined.value
    return got


def _is_rating(value: object, count: int) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool) and 0 <= int(value) < count


def _query_form(count: int) -> QueryForm:
    return clearable(number_form(int, 0, count - 1))


def _checked_default(default: object, count: int) -> int | None:
    if default is None:
        return None
    if isinstance(default, bool) or not isinstance(default, int):
        raise TypeError(f"`default` is a {type(default).__name__}. It accepts an int or None.")
    if not 0 <= default < count:
        raise StreamlitValueOutOfRangeError(f"`default` is {default}. It accepts 0 to {count - 1}, or None.")
    return default


class RatingButton(QAbstractButton):
    """One icon of a rating; filled when it counts."""

    def __init__(self, scene: Scene, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.icon_name = icon
        self.is_lit = False
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def light(self, lit: bool) -> None:
        """Show the icon as chosen or not."""
        self.is_lit = lit
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = theme.px(_ICON)
        is_star = self.icon_name == "star"
        color = theme.text if self.is_lit or self._hovered else theme.faded_text
        if is_star and self.is_lit:
            color = _STAR
        if not self.isEnabled():
            painter.setOpacity(0.4)
        inset = (self.width() - side) // 2
        if is_star and self.is_lit:
            _paint_star(painter, inset, side, color)
        else:
            icon = f":material/{self.icon_name}:"
            painter.drawPixmap(inset, inset, draw_icon(icon, side, color, self.devicePixelRatioF()))


def _paint_star(painter: QPainter, inset: int, side: int, color: str) -> None:
    # The icon font has no filled star.
    import math

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPen, QPolygonF

    middle = QPointF(inset + side / 2, inset + side * 0.52)
    corners = QPolygonF()
    for at in range(10):
        reach = side * (0.4 if at % 2 == 0 else 0.17)
        angle = math.pi * at / 5
        corners.append(middle + QPointF(reach * math.sin(angle), -reach * math.cos(angle)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(color))
    painter.setPen(
        QPen(QColor(color), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolygon(corners)


@views.shows(Feedback)
class FeedbackView(View[Feedback]):
    """A row of icons."""

    def __init__(self, element: Feedback, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.buttons: list[RatingButton] = []
        self._values: Sequence[int] = ()
        self._make_buttons()
        self._show()

    def show_element(self, element: Feedback) -> None:
        other = element.options != self.element.options
        super().show_element(element)
        if other:
            self._make_buttons()
        self._show()

    def restyle(self) -> None:
        self._place()
        for button in self.buttons:
            button.update()

    def height_for(self, width: int) -> int:
        return self.scene.theme.px(_SIDE)

    def natural_width(self) -> int:
        theme = self.scene.theme
        return len(self.buttons) * theme.px(_SIDE + _GAP) - theme.px(_GAP)

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.height_for(0))

    def _make_buttons(self) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for value, icon, name in _BUTTONS[self.element.options]:
            button = RatingButton(self.scene, icon, self)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, value=value: self._on_picked(value))
            button.installEventFilter(self)
            button.show()
            self.buttons.append(button)
        self._values = [value for value, _, _ in _BUTTONS[self.element.options]]
        self._place()

    def _place(self) -> None:
        theme = self.scene.theme
        for at, button in enumerate(self.buttons):
            button.setGeometry(at * theme.px(_SIDE + _GAP), 0, theme.px(_SIDE), theme.px(_SIDE))

    def _show(self) -> None:
        chosen, stars = self.element.value, self.element.options == "stars"
        stop = self._values.index(chosen) if chosen in self._values else 0
        for at, (button, value) in enumerate(zip(self.buttons, self._values, strict=True)):
            counts = chosen is not None and (value <= chosen if stars else value == chosen)
            button.light(counts)
            button.setEnabled(not self.element.disabled)
            described = "chosen" if value == chosen else ""
            button.setAccessibleDescription(described)
            # One of them is reached by Tab, the others by arrows.
            stops = at == stop or button.hasFocus()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _on_picked(self, value: int) -> None:
        chosen = None if value == self.element.value else value
        # Shown at once, before the script has answered.
        self.element = replace(self.element, value=chosen)
        self._show()
        self.changed.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        place = next((at for at, button in enumerate(self.buttons) if button is watched), 0)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            goal = self.buttons[(place + steps[key]) % len(self.buttons)]
            goal.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_picked(self._values[place])
        else:
            return False
        return True
