"""``st.tabs``: containers behind tabs, of which one is in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ..state.container import Container
from ..state.element import Height, Widget, Width
from ..state.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ..state.query_params import choice_form
from ..state.records import dataclass
from .block_view import BlockView
from .command import Key, checked_height, checked_width
from .container import Box, BoxView, scrolls
from .markdown.label import Label
from .markdown.parse import is_plain
from .markdown.plain import plain_text
from .scene import Scene
from .slots import Slot
from .stateful import StatefulContainer, follow
from .view import rough_height, views

ROW = 40
BELOW = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabs(Widget):
    """A row of tabs; ``value`` is the index of the one in front."""

    kind: ClassVar[str] = "tab_container"

    labels: tuple[str, ...] = ()
    height: Height = "content"
    block_key: str | None = None

    @property
    def identity(self) -> object:
        return self.id or self.block_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab(Box):
    """What is behind one tab."""

    kind: ClassVar[str] = "tab"

    label: str = ""


def tabs(
    container: Container,
    tabs: Sequence[str],
    *,
    width: Width = "stretch",
    height: Height = "content",
    default: str | None = None,
    key: Key = None,
    on_change: Callable[..., Any] | Literal["rerun", "ignore"] = "ignore",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    bind: str | None = None,
) -> list[StatefulContainer]:
    """Open containers behind tabs.

    All of them are filled in each run, unless the script asks a tab's ``open`` first.

    Args:
        tabs: The labels, in Markdown of one line.
        width: ``"stretch"`` or px.
        height: ``"content"``, ``"stretch"`` or px; with px what is behind the tabs scrolls.
        default: The label of the tab to begin with; None for the first.
        key: A name for the widget.
        on_change: ``"ignore"`` lets the tabs be a matter of the window alone. ``"rerun"`` or a
            function follows them: ``open`` of a tab tells whether it is in front.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        bind: ``"query-params"``, or None.

    Returns:
        One container for each label.

    Raises:
        StreamlitMissingRequiredParameterError: There is no label.
        StreamlitInvalidParameterTypeError: A label is not a text.
        StreamlitValueError: ``default`` is none of the labels.

    Example:
        >>> data, chart = st.tabs(["Data", "Chart"])
        >>> data.write("Numbers")
    """
    place = container.target()
    labels = _checked_labels(tabs)
    if default is not None and default not in labels:
        raise StreamlitValueError(f"`default` is {default!r}, which is none of the labels {list(labels)!r}.")
    first = labels.index(default) if default is not None else 0
    joined = follow(
        place,
        "tabs",
        key=key,
        arguments=(labels, default, width, height),
        default=labels[first],
        parse=lambda index: labels[index] if 0 <= index < len(labels) else labels[first],
        wire=lambda label: labels.index(label) if label in labels else first,
        accept=lambda label: label if label in labels else labels[first],
        on_change=on_change,
        args=args,
        kwargs=kwargs,
        bind=bind,
        query=choice_form(labels, labels),
    )
    chosen = joined.wire if joined is not None else first
    tall = checked_height(height)
    row = place.open_block(
        Tabs(
            id=joined.id if joined is not None else (),
            block_key=None if key is None else str(key),
            form_id=joined.form_id if joined is not None else "",
            labels=labels,
            value=chosen,
            initial=first,
            width=checked_width(width, content=False),
            height=tall,
        )
    )
    return [
        StatefulContainer(
            row.open_block(Tab(label=label, height=tall)),
            index == chosen if joined is not None else None,
        )
        for index, label in enumerate(labels)
    ]


def _checked_labels(tabs: object) -> tuple[str, ...]:
    if not isinstance(tabs, Iterable):
        raise StreamlitInvalidParameterTypeError(
            f"`tabs` is a {type(tabs).__name__}. It accepts a list of labels."
        )
    labels = tuple(tabs)
    if not labels:
        raise StreamlitMissingRequiredParameterError("`tabs` is empty. Give at least one label.")
    for label in labels:
        if not isinstance(label, str):
            raise StreamlitInvalidParameterTypeError(
                f"`tabs` holds a {type(label).__name__}. Each label is a text."
            )
    return labels


class TabRow(QTabBar):
    """The row of labels, with the line below it."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(self.scene.theme.faint_border))
        painter.end()
        super().paintEvent(event)


@views.shows(Tabs, lambda tabs: ())
class TabsView(BlockView[Tabs]):
    """Shows one tab's content below the row of labels."""

    def __init__(self, element: Tabs, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.row = TabRow(scene, self)
        self._labels: tuple[str, ...] = ()
        self._show(element, None)
        self.row.currentChanged.connect(self._on_current_changed)

    def own_focus_stops(self) -> Sequence[QWidget]:
        return (self.row,)

    @classmethod
    def folds(cls, around: Slot, inside: Slot) -> bool:
        kids, current = around.children, _current(around)
        return kids is None or not 0 <= current < len(kids) or kids[current] is not inside

    def shown_slots(self) -> Sequence[Slot]:
        front = self._front_slot()
        return () if front is None else (front,)

    def _front_slot(self) -> Slot | None:
        current = self.row.currentIndex()
        return self.children_slots[current] if 0 <= current < len(self.children_slots) else None

    def bring_forward(self, slot: Slot) -> None:
        self.row.setCurrentIndex(self.children_slots.index(slot))

    def keep(self) -> object:
        return self.row.currentIndex()

    def take_kept(self, kept: int) -> None:
        blocked = self.row.blockSignals(True)
        self.row.setCurrentIndex(kept)
        self.row.blockSignals(blocked)

    def serve(self, element: Tabs) -> None:
        self._labels = ()  # else the tab in front would stay there by its label
        super().serve(element)
        self._show(element, None)

    def show_element(self, element: Tabs) -> None:
        before = self.element
        super().show_element(element)
        self._show(element, before)

    def _show(self, element: Tabs, before: Tabs | None) -> None:
        blocked = self.row.blockSignals(True)
        current = self.row.currentIndex()
        kept = self._labels[current] if 0 <= current < len(self._labels) else None
        if element.labels != self._labels:
            self._fill(element.labels)
        moved = before is None or (element.value != before.value and bool(element.id))
        if moved:
            self.row.setCurrentIndex(element.value)
        elif kept in element.labels:
            self.row.setCurrentIndex(element.labels.index(kept))
        self.row.blockSignals(blocked)
        self.forget_own()
        self._front()

    def _fill(self, labels: tuple[str, ...]) -> None:
        while self.row.count():
            self.row.removeTab(0)
        for index, label in enumerate(labels):
            plain = is_plain(label)
            self.row.addTab(label.replace("&", "&&") if plain else "")
            self.row.setAccessibleTabName(index, plain_text(label))
            if not plain:
                shown = Label(label, self.scene, wrap=False)
                shown.resize(shown.sizeHint())
                shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self.row.setTabButton(index, QTabBar.ButtonPosition.LeftSide, shown)
        self._labels = labels

    def _on_current_changed(self, index: int) -> None:
        self._front()
        self.forget_own()
        self.size_changed()
        if self.element.id:
            self.changed.emit(index)

    def on_items_changed(self) -> None:
        self._front()

    def _front(self) -> None:
        front = self._front_slot()
        for slot in self.children_slots.made:
            slot.view.setVisible(slot is front)

    # Placing

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        kids, current = slot.children, _current(slot)
        if not kids or not 0 <= current < len(kids):
            return scene.theme.px(ROW)
        return scene.theme.px(ROW + BELOW) + rough_height(kids[current], width, scene)

    def stacks(self) -> bool:
        return False

    def place_items(self, width: int) -> list[QRect]:
        front = self._front_slot()
        heights = [self.item_height(item, width) if item.slot is front else 0 for item in self.items]
        return [QRect(0, self.px(ROW + BELOW), width, height) for height in heights]

    def height_for(self, width: int) -> int:
        return self.content_height(width) if self._front_slot() is not None else self.px(ROW)

    def natural_width(self) -> int:
        self.make_shown()
        content = max((item.natural_width() for item in self.items), default=0)
        return max(self.row.sizeHint().width(), content)

    def arrange_items(self) -> None:
        self.row.setGeometry(0, 0, self.width(), self.px(ROW))
        front = self._front_slot()
        if front is not None:
            # A front that is not as high as what is around it fills it.
            height = max(0, self.height() - self.px(ROW + BELOW))
            self.put(self.ensure(front), QRect(0, self.px(ROW + BELOW), self.width(), height), self.near)

    def restyle(self) -> None:
        labels, self._labels = self._labels, ()
        blocked = self.row.blockSignals(True)
        current = self.row.currentIndex()
        self._fill(labels)
        self.row.setCurrentIndex(current)
        self.row.blockSignals(blocked)


def _current(slot: Slot) -> int:
    """The number of the tab in front, with a view or without."""
    if isinstance(slot.view, TabsView):
        return slot.view.row.currentIndex()
    element = slot.element
    assert isinstance(element, Tabs)
    chosen: int = slot.kept if isinstance(slot.kept, int) else element.value
    return chosen


@views.shows(Tab, lambda tab: None if scrolls(tab) else ())
class TabView(BoxView[Tab]):
    """What is behind one tab."""
