"""``st.container``, and the box with a border that forms and columns are too."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ..state.container import Container
from ..state.element import Block, Height, Width
from ..state.errors import StreamlitValueError
from ..state.records import dataclass
from .block_view import BlockView
from .command import Key, checked_height, checked_width, one_of
from .empty import Empty, EmptyView
from .flow import STRETCH_BASIS, Alignment, VerticalAlignment, Wish, place_rows
from .scene import Scene
from .sight import Sight
from .slots import Slot
from .view import View, rough_height, rough_stack, views
from .wheel import Scroller

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


X = TypeVar("X", bound=Box)


def scrolls(box: Box) -> bool:
    """Whether what is in a box lies in an area of its own."""
    return isinstance(box.height, int) or (box.horizontal and not box.wrap)


@views.shows(Box, lambda box: None if scrolls(box) else box.horizontal)
class BoxView(BlockView[X]):
    """A block with an optional line around it; with a height in px it scrolls."""

    def __init__(self, element: X, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.scroller: QScrollArea | None = None
        self.sight: Sight | None = None
        self._kept_at = 0
        self._take_scroller(element)

    # Element

    def show_element(self, element: X) -> None:
        before = self.element
        super().show_element(element)
        if before != element:
            self.forget_own()
            self._take_scroller(element)
            self.update()

    def _take_scroller(self, element: X) -> None:
        if scrolls(element) == (self.scroller is not None):
            self._take_bars(element)
            return
        if self.scroller is None:
            self.scroller = Scroller(self)
            self.scroller.setFrameShape(QFrame.Shape.NoFrame)
            self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.inside = QWidget()
            self.inside.setObjectName("scrolled")
            self.scroller.setWidget(self.inside)
            for part in (self.scroller.viewport(), self.inside):
                part.setAutoFillBackground(False)
            self.scroller.show()
            self.sight = Sight(self.scroller, self, self._lay_out_inside, self._follows)
            gone = None
        else:
            gone, self.scroller, self.sight = self.scroller, None, None
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

    def keep(self) -> object:
        return self.scroller.verticalScrollBar().value() if self.scroller is not None else None

    def take_kept(self, kept: int) -> None:
        self._kept_at = kept

    # Placing

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        element = slot.element
        assert isinstance(element, Box)
        if isinstance(element.height, int):
            return scene.theme.zoomed(element.height)
        if isinstance(element.width, int):
            width = min(width, scene.theme.zoomed(element.width))
        pad = _padding(element, scene)
        inner = max(0, width - 2 * pad)
        if element.horizontal:
            return _rough_rows(slot, element, inner, scene) + 2 * pad
        return rough_stack(slot, inner, _gap(element, scene), scene) + 2 * pad

    def host(self) -> QWidget:
        return self if self.scroller is None else self.inside

    def stacks(self) -> bool:
        return not self.element.horizontal

    def scrolls_apart(self) -> bool:
        return self.scroller is not None

    def gap(self) -> int:
        return _gap(self.element, self.scene)

    def padding(self) -> int:
        """The px between the line around and what is in it."""
        return _padding(self.element, self.scene)

    def content_rect(self, width: int) -> tuple[int, int, int]:
        pad = self.padding()
        return pad, pad, max(0, width - 2 * pad)

    def bottom_margin(self) -> int:
        return self.padding()

    def item_left(self, item: View[Any], width: int, available: int) -> int:
        align = self.element.align
        if align not in ("center", "right") or item.element.width == "stretch":
            return 0
        room = available - width
        return room // 2 if align == "center" else room

    def place_items(self, width: int) -> list[QRect]:
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
        wish = self.natural_item_width(item) if width == "content" else self.scene.theme.zoomed(int(width))
        return Wish(wish, fills_height=fills)

    def natural_width(self) -> int:
        if not self.element.horizontal:
            return super().natural_width()
        self.make_shown()
        return self._row_wish([self._wish(item) for item in self.items]) + 2 * self.padding()

    def height_for(self, width: int) -> int:
        height = self.element.height
        if isinstance(height, int):
            return self.scene.theme.zoomed(height)
        return super().height_for(width)

    def arrange_items(self) -> None:
        left, top, width = self.content_rect(self.width())
        room = max(0, self.height() - top - self.bottom_margin())
        if self.scroller is None or self.sight is None:
            self._settle(QPoint(left, top), width, room, self.near)
            return
        self.scroller.setGeometry(QRect(left, top, width, room))
        self.sight.place(in_sight=self.near.intersects(self.rect()))
        if self._kept_at:
            self.scroller.verticalScrollBar().setValue(self._kept_at)
            self._kept_at = 0

    def _lay_out_inside(self, near: QRect) -> bool:
        """Lay out what scrolls; whether what was made meanwhile has changed a height."""
        _, top, width = self.content_rect(self.width())
        room = max(0, self.height() - top - self.bottom_margin())
        assert self.scroller is not None
        tall = self.content_height(width)
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        inner = width - bar if tall > room else width
        tall = self.content_height(inner)
        wide = self._settle(QPoint(0, 0), inner, room, near)
        after = self.content_height(inner)
        self.inside.resize(max(inner, wide), max(after, room))
        return after != tall

    def _settle(self, origin: QPoint, width: int, room: int, near: QRect) -> int:
        """Place the children; the width that they take."""
        valign, spare = self.element.valign, max(0, room - self.content_height(width))
        if self.element.horizontal or not spare or valign == "top":
            self.settle(width, origin, near)
        elif valign == "distribute":
            self._distribute(width, origin, spare)
        else:
            down = spare // 2 if valign == "center" else spare
            self.settle(width, origin + QPoint(0, down), near)
        if not self.element.horizontal:
            return width
        return max((rect.right() + 1 for rect in self.placed(width)), default=0)

    def _distribute(self, width: int, origin: QPoint, spare: int) -> None:
        """Share what is left over among the gaps; all there is fits, so all of it is made."""
        whole = QRect(origin, QSize(width, self.content_height(width) + 1))
        self.settle(width, origin, whole)
        between = max(1, len(self.items) - 1)
        for number, item in enumerate(self.items):
            item.move(item.x(), item.y() + spare * number // between)

    def _follows(self) -> bool:
        wanted = self.element.autoscroll
        if wanted is None:
            wanted = any(slot.element.kind == "chat_message" for slot in self.children_slots)
        if not wanted or self.scroller is None:
            return False
        bar = self.scroller.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.element.border:
            paint_frame(self, self.scene)

    def restyle(self) -> None:
        self.update()


def _gap(element: Box, scene: Scene) -> int:
    gap = element.gap
    return scene.theme.zoomed(gap) if isinstance(gap, int) else scene.theme.px(16 * gap)


def _padding(element: Box, scene: Scene) -> int:
    return scene.theme.px(PADDING) if element.border else 0


def _rough_rows(slot: Slot, element: Box, width: int, scene: Scene) -> int:
    """The height that children side by side are expected to take."""
    shown = [child for child in slot.children or () if not isinstance(child.element, Empty)]
    basis = scene.theme.px(STRETCH_BASIS)
    wishes = [
        Wish(
            basis if isinstance(wide := child.element.width, str) else scene.theme.zoomed(wide),
            grows=wide == "stretch",
        )
        for child in shown
    ]
    places = place_rows(
        wishes,
        lambda index, w: rough_height(shown[index], w, scene),
        width,
        _gap(element, scene),
        wrap=element.wrap,
    )
    return max((place.y + place.height for place in places), default=0)


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
