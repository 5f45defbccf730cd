"""``st.container`` and ``st.empty``, and the box with a border that forms and columns are too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ..state.container import Container
from ..state.element import Block, Element, Height, Width
from ..state.errors import StreamlitValueError
from .block_view import BlockView
from .command import Key, checked_height, checked_width, one_of
from .flow import STRETCH_BASIS, Alignment, VerticalAlignment, Wish, place_rows
from .scene import Scene
from .view import View, views

Gap = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"] | int
GAPS = {"xxsmall": 0.25, "xsmall": 0.5, "small": 1, "medium": 2, "large": 4, "xlarge": 6, "xxlarge": 8}
PADDING = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Block):
    """A block that may have a line around it and may scroll. ``gap`` is in rem, or px as int."""

    kind: ClassVar[str] = "flex_container"

    border: bool = False
    height: Height = "content"
    horizontal: bool = False
    wrap: bool = True
    align: Alignment = "left"
    valign: VerticalAlignment = "top"
    gap: float | int = 1.0
    autoscroll: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Element):
    """A place for one element that comes later."""

    kind: ClassVar[str] = "empty"


def checked_gap(gap: object) -> float | int:
    """The gap as rem (float) or px (int).

    Raises:
        StreamlitValueError: It is neither a known word, nor None, nor px from 0 up.
    """
    if gap is None:
        return 0
    if isinstance(gap, str) and gap in GAPS:
        return float(GAPS[gap])
    if isinstance(gap, int) and not isinstance(gap, bool) and gap >= 0:
        return gap
    words = ", ".join(map(repr, GAPS))
    raise StreamlitValueError(f"`gap` is {gap!r}. It accepts {words}, px from 0 up, or None.")


def container(
    container: Container,
    *,
    border: bool | None = None,
    key: Key = None,
    width: Width = "stretch",
    height: Height = "content",
    horizontal: bool = False,
    wrap: bool = True,
    horizontal_alignment: Alignment = "left",
    vertical_alignment: VerticalAlignment = "top",
    gap: Gap | None = "small",
    autoscroll: bool | None = None,
) -> Container:
    """Open a place for several elements.

    Args:
        border: Whether there is a line around; None: only with a height in px.
        key: A name that keeps what is in it alive when its place changes.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"content"``, ``"stretch"`` or px; with px the container scrolls.
        horizontal: Whether elements stand side by side.
        wrap: Whether a row that is full goes on below; False scrolls sideways instead.
        horizontal_alignment: ``"left"``, ``"center"``, ``"right"`` or ``"distribute"``.
        vertical_alignment: ``"top"``, ``"center"``, ``"bottom"`` or ``"distribute"``.
        gap: Between neighbours: ``"xxsmall"`` to ``"xxlarge"``, px, or None for none.
        autoscroll: Whether a container that scrolls follows what is added at its end.

    Returns:
        The container.

    Raises:
        StreamlitValueError: A word that is not among the allowed ones; ``wrap=False`` without
            ``horizontal``.

    Example:
        >>> with st.container(border=True):
        ...     st.write("Inside")
    """
    place = container.target()
    if not wrap and not horizontal:
        raise StreamlitValueError("`wrap=False` needs `horizontal=True`: there is no row to keep together.")
    one_of("horizontal_alignment", horizontal_alignment, ("left", "center", "right", "distribute"))
    one_of("vertical_alignment", vertical_alignment, ("top", "center", "bottom", "distribute"))
    tall = checked_height(height)
    name = None if key is None or key == "" else str(key)
    if name is not None:
        place.run.state.claim_key(name)
    return place.open_block(
        Box(
            key=name,
            border=isinstance(tall, int) if border is None else bool(border),
            width=checked_width(width),
            height=tall,
            horizontal=bool(horizontal),
            wrap=bool(wrap),
            align=horizontal_alignment,
            valign=vertical_alignment,
            gap=checked_gap(gap),
            autoscroll=autoscroll,
        )
    )


def empty(container: Container) -> Container:
    """Keep a place for one element; each command of it replaces what is there.

    Returns:
        The place.

    Example:
        >>> place = st.empty()
        >>> place.write("First this")
        >>> place.write("then that")
    """
    return container.target().append(Empty())


@views.shows(Empty)
class EmptyView(View[Empty]):
    """Takes no room."""

    def height_for(self, width: int) -> int:
        return 0

    def natural_width(self) -> int:
        return 0


X = TypeVar("X", bound=Box)


@views.shows(Box)
class BoxView(BlockView[X]):
    """A block with an optional line around it; with a height in px it scrolls."""

    def __init__(self, element: X, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.scroller: QScrollArea | None = None
        self._take_scroller(element)

    # Element

    def show_element(self, element: X) -> None:
        before = self.element
        super().show_element(element)
        if before != element:
            self.forget_own()
            self._take_scroller(element)
            self.update()

    def _scrolls(self, element: X) -> bool:
        return isinstance(element.height, int) or (element.horizontal and not element.wrap)

    def _take_scroller(self, element: X) -> None:
        if self._scrolls(element) == (self.scroller is not None):
            self._take_bars(element)
            return
        if self.scroller is None:
            self.scroller = QScrollArea(self)
            self.scroller.setFrameShape(QFrame.Shape.NoFrame)
            self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.inside = QWidget()
            self.inside.setObjectName("scrolled")
            self.scroller.setWidget(self.inside)
            for part in (self.scroller.viewport(), self.inside):
                part.setAutoFillBackground(False)
            self.scroller.show()
            gone = None
        else:
            gone, self.scroller = self.scroller, None
        for item in self.items:
            item.setParent(self.host())
            item.show()
        if gone is not None:
            gone.deleteLater()
        self._take_bars(element)

    def _take_bars(self, element: X) -> None:
        """Only a row that must not break scrolls sideways; elsewhere rounding would bring a bar."""
        if self.scroller is not None:
            sideways = element.horizontal and not element.wrap
            policy = Qt.ScrollBarPolicy
            self.scroller.setHorizontalScrollBarPolicy(
                policy.ScrollBarAsNeeded if sideways else policy.ScrollBarAlwaysOff
            )

    # Placing

    def host(self) -> QWidget:
        return self if self.scroller is None else self.inside

    def gap(self) -> int:
        gap = self.element.gap
        return gap if isinstance(gap, int) else self.scene.theme.px(16 * gap)

    def padding(self) -> int:
        """The px between the line around and what is in it."""
        return self.scene.theme.px(PADDING) if self.element.border else 0

    def content_rect(self, width: int) -> tuple[int, int, int]:
        pad = self.padding()
        return pad, pad, max(0, width - 2 * pad)

    def bottom_margin(self) -> int:
        return self.padding()

    def place_items(self, width: int) -> list[QRect]:
        element = self.element
        if element.horizontal:
            return self._place_side_by_side(width)
        rects = super().place_items(width)
        if element.align in ("center", "right"):
            for item, rect in zip(self.items, rects, strict=True):
                room = width - rect.width()
                if item.element.width != "stretch":
                    rect.moveLeft(room // 2 if element.align == "center" else room)
        return rects

    def _place_side_by_side(self, width: int) -> list[QRect]:
        element = self.element
        shown = [item for item in self.items if not isinstance(item, EmptyView)]
        wishes = [self._wish(item) for item in shown]
        room = width if element.wrap else max(width, self._row_wish(wishes))
        places = place_rows(
            wishes,
            lambda index, w: self.item_height(shown[index], w),
            room,
            self.gap(),
            wrap=element.wrap,
            align=element.align,
            valign=element.valign,
        )
        found = dict(zip(shown, places, strict=True))
        return [
            QRect(p.x, p.y, p.width, p.height) if (p := found.get(item)) else QRect() for item in self.items
        ]

    def _row_wish(self, wishes: list[Wish]) -> int:
        return sum(wish.width for wish in wishes) + self.gap() * max(0, len(wishes) - 1)

    def _wish(self, item: View[Any]) -> Wish:
        width = item.element.width
        fills = getattr(item.element, "height", None) == "stretch"
        if width == "stretch":
            return Wish(self.scene.theme.px(STRETCH_BASIS), grows=True, fills_height=fills)
        wish = self.natural_item_width(item) if width == "content" else int(width)
        return Wish(wish, fills_height=fills)

    def natural_width(self) -> int:
        if not self.element.horizontal:
            return super().natural_width()
        return self._row_wish([self._wish(item) for item in self.items]) + 2 * self.padding()

    def height_for(self, width: int) -> int:
        height = self.element.height
        if isinstance(height, int):
            return height
        return super().height_for(width)

    def arrange_items(self) -> None:
        left, top, width = self.content_rect(self.width())
        room = self.height() - top - self.bottom_margin()
        scroller = self.scroller
        if scroller is None:
            self._settle(QPoint(left, top), width, room)
            return
        follows = self._follows(scroller)
        scroller.setGeometry(QRect(QPoint(left, top), QSize(width, max(0, room))))
        bar = scroller.verticalScrollBar().sizeHint().width()
        inner = width - bar if self._tall(width) > room else width
        tall, wide = self._settle(QPoint(0, 0), inner, room)
        self.inside.resize(max(inner, wide), max(tall, room))
        if follows:
            scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())

    def _tall(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self.placed(width)), default=0)

    def _settle(self, origin: QPoint, width: int, room: int) -> tuple[int, int]:
        """Place the children; the height and width that they take."""
        rects = self.placed(width)
        tall = max((rect.bottom() + 1 for rect in rects), default=0)
        wide = max((rect.right() + 1 for rect in rects), default=0)
        spare = max(0, room - tall)
        shares = _shares(self.element.valign, spare, len(rects)) if not self.element.horizontal else []
        if shares:
            rects = [rect.translated(0, share) for rect, share in zip(rects, shares, strict=True)]
        self.settle(self.items, rects, origin)
        return tall, wide

    def _follows(self, scroller: QScrollArea) -> bool:
        wanted = self.element.autoscroll
        if wanted is None:
            wanted = any(item.element.kind == "chat_message" for item in self.items)
        bar = scroller.verticalScrollBar()
        return bool(wanted) and bar.value() >= bar.maximum() - 2

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.element.border:
            paint_frame(self, self.scene)

    def restyle(self) -> None:
        self.update()


def _shares(valign: str, spare: int, count: int) -> list[int]:
    """How far each child moves down when the block is higher than its content."""
    if not spare or not count or valign == "top":
        return []
    if valign == "distribute":
        return [spare * i // (count - 1) if count > 1 else 0 for i in range(count)]
    return [spare // 2 if valign == "center" else spare] * count


def paint_frame(widget: QWidget, scene: Scene, fill: str | None = None) -> None:
    """The thin round line around boxes."""
    theme = scene.theme
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    rect = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(rect, theme.radius, theme.radius)
    painter.end()
