"""``st.expander``: a container that folds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Widget, Width
from ..state.errors import StreamlitMissingRequiredParameterError
from ..state.query_params import bool_form
from ..state.records import dataclass
from .block_view import BlockView
from .command import Key, checked_width, one_of
from .expander_head import ROUGH_HEADS, STEP_INDENT, ExpanderHead
from .markdown.icons import validate_icon
from .measured_view import GAP
from .scene import Scene
from .slots import Slot
from .stateful import StatefulContainer, follow
from .step_join import AXIS, StepJoin
from .view import rough_stack, views

PADDING = 16

ExpanderType = Literal["default", "compact", "step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expander(Widget):
    """A block that folds; ``value`` tells whether it is open."""

    kind: ClassVar[str] = "expander"

    icon: str | None = None
    type: ExpanderType = "default"
    block_key: str | None = None

    @property
    def identity(self) -> object:
        return self.id or self.block_key


def expander(
    container: Container,
    label: str,
    expanded: bool = False,
    *,
    key: Key = None,
    icon: str | None = None,
    type: ExpanderType = "default",
    width: Width = "stretch",
    on_change: Callable[..., Any] | Literal["rerun", "ignore"] = "ignore",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    bind: str | None = None,
) -> StatefulContainer:
    """Open a container that folds.

    Args:
        label: What its head says, in Markdown of one line.
        expanded: Whether it begins open.
        key: A name for the widget.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` before the label.
        type: ``"default"`` has a line around, ``"compact"`` has none, ``"step"`` belongs to a row of steps.
        width: ``"stretch"`` or px.
        on_change: ``"ignore"`` lets folding be a matter of the window alone. ``"rerun"`` or a
            function follows it: ``open`` of the container tells whether it is open.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        bind: ``"query-params"``, or None.

    Returns:
        The container.

    Raises:
        StreamlitMissingRequiredParameterError: ``label`` is None.
        StreamlitValueError: ``type`` or ``on_change`` is none of the allowed.

    Example:
        >>> with st.expander("Details"):
        ...     st.write("More about it")
    """
    place = container.target()
    if label is None:
        raise StreamlitMissingRequiredParameterError("`label` is None. An expander needs a text to click.")
    if not isinstance(label, str):
        raise TypeError(f"The `label` of an expander is a text, not {label.__class__.__name__}.")
    if not isinstance(expanded, int):
        raise TypeError(f"`expanded` is True or False, not {expanded!r}.")
    one_of("type", type, ("default", "compact", "step"))
    begins = bool(expanded)
    joined = follow(
        place, "expander", key=key, arguments=(label, begins, icon, type, width), default=begins,
        on_change=on_change, args=args, kwargs=kwargs, bind=bind, wire=bool, query=bool_form,
    )  # fmt: skip
    block = place.open_block(
        Expander(
            id=joined.id if joined is not None else (),
            block_key=None if key is None else str(key),
            form_id=joined.form_id if joined is not None else "",
            label=label,
            value=joined.wire if joined is not None else begins,
            initial=begins,
            icon=(validate_icon(icon) or None) if icon else None,
            type=type,
            width=checked_width(width, content=False),
        )
    )
    return StatefulContainer(block, joined.value if joined is not None else None)


@views.shows(Expander, lambda expander: None if expander.type == "step" else expander.type)
class ExpanderView(BlockView[Expander]):
    """Shows its children while it is open; what is closed is neither measured nor placed."""

    def __init__(self, element: Expander, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._head_known: tuple[int, int] | None = None
        self._join = StepJoin(self)
        self.body = QWidget(self)
        self.head = self.make_head()
        self.head.setChecked(bool(element.value))
        self.head.clicked.connect(self._on_clicked)
        self.head.show_element(element)
        self.body.setVisible(self.is_open())

    def make_head(self) -> ExpanderHead:
        """The head that a click folds and unfolds."""
        return ExpanderHead(self.scene, self)

    def is_step(self) -> bool:
        """Whether it is a step and shows, so that the next one is joined to it."""
        return self.element.type == "step" and not self.isHidden()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._join_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._join_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._join.remove()

    def discard(self) -> None:
        self._join.remove()
        super().discard()

    def _join_up(self) -> None:
        if self.element.type == "step":
            self._join.place(self.scene.theme.border)

    def is_open(self) -> bool:
        """Whether the children show."""
        return self.head.isChecked()

    def host(self) -> QWidget:
        return self.body

    def own_focus_stops(self) -> Sequence[QWidget]:
        return (self.head,)

    @classmethod
    def folds(cls, around: Slot, inside: Slot) -> bool:
        if isinstance(around.view, ExpanderView):
            return not around.view.is_open()
        element = around.element
        assert isinstance(element, Expander)
        return not (element.value if around.kept is None else around.kept)

    def shown_slots(self) -> Iterable[Slot]:
        return self.children_slots if self.is_open() else ()

    def bring_forward(self, slot: Slot) -> None:
        if not self.is_open():
            self.head.click()

    def keep(self) -> object:
        return self.is_open()

    def take_kept(self, kept: bool) -> None:
        self._fold(kept)

    def serve(self, element: Expander) -> None:
        super().serve(element)
        self._fold(bool(element.value))  # whatever its user has made of the last one

    def show_element(self, element: Expander) -> None:
        before = self.element
        super().show_element(element)
        if element.value != before.value:
            self._fold(bool(element.value))
        self.head.show_element(element)
        self._head_known = None

    def _on_clicked(self) -> None:
        self._fold(self.head.isChecked())
        self.size_changed()
        if self.element.id:
            self.changed.emit(self.head.isChecked())

    def _fold(self, open: bool) -> None:
        self.forget_own()
        self.head.setChecked(open)
        self.body.setVisible(open)
        self.update()

    # Placing

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        element = slot.element
        assert isinstance(element, Expander)
        closed = scene.theme.px(ROUGH_HEADS[element.type])
        if cls.folds(slot, slot) or (not slot.children and element.type == "step"):
            return closed
        side, right, above = _inset(element.type, scene)
        return closed + rough_stack(slot, max(0, width - side - right), GAP, scene) + 2 * above

    def content_rect(self, width: int) -> tuple[int, int, int]:
        side, right, _ = _inset(self.element.type, self.scene)
        return side, 0, max(0, width - side - right)

    def height_for(self, width: int) -> int:
        head = self._head_height(width)
        border = 2 if self.element.type == "default" else 0
        if not self.is_open() or (self.is_empty() and self.element.type == "step"):
            return head + border
        _, _, above = _inset(self.element.type, self.scene)
        _, _, inner = self.content_rect(width)
        return head + border + self.content_height(inner) + 2 * above

    def _head_height(self, width: int) -> int:
        if self._head_known is None or self._head_known[0] != width:
            self._head_known = (width, self.head.height_for(width))
        return self._head_known[1]

    def forget_own(self) -> None:
        super().forget_own()
        self._head_known = None

    def natural_width(self) -> int:
        side, _, _ = _inset(self.element.type, self.scene)
        content = self.natural_content() if self.is_open() else 0
        return max(self.head.sizeHint().width(), content + 2 * side) + 2

    def arrange_items(self) -> None:
        edge = 1 if self.element.type == "default" else 0
        head = self._head_height(self.width())
        self.head.setGeometry(edge, edge, self.width() - 2 * edge, head)
        if not self.is_open():
            return
        top = head + edge
        self.body.setGeometry(0, top, self.width(), max(0, self.height() - top))
        _, _, above = _inset(self.element.type, self.scene)
        left, _, width = self.content_rect(self.width())
        self.settle(width, QPoint(left, above), self.near.translated(0, -top))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1))
        head = self.head.height()
        if self.element.type == "default":
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme.radius, theme.radius)
            if self.is_open():
                painter.drawLine(1, head + 1, self.width() - 2, head + 1)
        elif self.element.type == "step" and self.is_open() and not self.is_empty():
            painter.fillRect(QRectF(self.px(AXIS), head, 1, self.height() - head), QColor(theme.border))
        painter.end()

    def restyle(self) -> None:
        self.head.label.restyle()
        self.head.show_element(self.element)
        self._join_up()
        self.update()


def _inset(type: ExpanderType, scene: Scene) -> tuple[int, int, int]:
    """The px left, right, and above and below, of the children."""
    if type == "default":
        padding = scene.theme.px(PADDING)
        return padding, padding, padding
    return scene.theme.px(STEP_INDENT if type == "step" else 24), 0, scene.theme.px(8)
