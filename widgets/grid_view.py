"""The elements and view of ``st.grid``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ..state.element import Block, Height
from ..state.records import dataclass
from .block_view import BlockView
from .container import PADDING, Box
from .controls.paint import draw_face
from .grid_rows import Span, column_count, place_cells, row_heights
from .scene import Scene
from .slots import Slot
from .view import View, rough_height, views
from .wheel import Scroller

LEAST = 12.5  # rem, of a column
ONE = Span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Block):
    """Cells in rows and columns. Gaps are in rem, or px as int; ``columns`` None is as many as fit."""

    kind: ClassVar[str] = "grid_container"

    columns: int | None = None
    least: float | int = LEAST
    wrap: bool = True
    row_gap: float | int = 1.0
    column_gap: float | int = 1.0
    valign: Literal["top", "center", "bottom"] = "top"
    border: bool = False
    row_height: int | None = None
    height: Height = "content"
    dense: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell(Box):
    """A cell of several elements, or of more than one column or row."""

    span: Span = ONE


class Cells(QWidget):
    """What the cells lie on; it draws the lines around them."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.frames: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in self.frames:
            draw_face(painter, QRectF(frame), theme.radius, None, QColor(theme.border).name())
        painter.end()


def _bare_scroller(parent: QWidget) -> QScrollArea:
    scroller = Scroller(parent)
    scroller.setFrameShape(QFrame.Shape.NoFrame)
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroller.viewport().setAutoFillBackground(False)
    return scroller


@views.shows(Grid)
class GridView(BlockView[Grid]):
    """Lays its children out in rows; it scrolls where its size is fixed, and so do cells in fixed rows."""

    def __init__(self, element: Grid, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.cells = Cells(scene)
        self.scroller = _bare_scroller(self)
        self.scroller.setWidget(self.cells)
        self.cells.setAutoFillBackground(False)
        self.frames: list[QRect] = []
        self._wells: dict[View[Any], QScrollArea] = {}

    def show_element(self, element: Grid) -> None:
        before = self.element
        super().show_element(element)
        if before != element:
            self.forget_own()
            self._take_wells()

    def host(self) -> QWidget:
        return self.cells

    def stacks(self) -> bool:
        return False

    def scrolls_apart(self) -> bool:
        return True

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        element, kids = slot.element, slot.children
        assert isinstance(element, Grid)
        if isinstance(element.height, int):
            return scene.theme.zoomed(element.height)
        if not kids:
            return 0
        columns = _columns_for(element, width, scene)
        across, down = _px(element.column_gap, scene), _px(element.row_gap, scene)
        wide = max(1, (width + across) // columns - across)
        rows = -(-len(kids) // columns)
        tall = element.row_height or max(rough_height(child, wide, scene) for child in kids)
        return rows * (tall + down) - down

    def on_items_changed(self) -> None:
        self._take_wells()

    def _take_wells(self) -> None:
        """In rows of a fixed height each child lies in an area of its own that scrolls."""
        fixed = self.element.row_height is not None
        for item in [item for item in self._wells if not fixed or item not in self.items]:
            well = self._wells.pop(item)
            if item in self.items:
                well.takeWidget()
                item.setParent(self.cells)
                item.show()
            well.hide()
            well.deleteLater()
        if not fixed:
            return
        for item in self.items:
            if item not in self._wells:
                well = self._wells[item] = _bare_scroller(self.cells)
                well.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                well.setWidget(item)
                item.setAutoFillBackground(False)
                item.show()
                well.show()

    # Measuring

    def _gap(self, gap: float | int) -> int:
        return _px(gap, self.scene)

    def _padding(self) -> int:
        return self.scene.theme.px(PADDING) if self.element.border else 0

    def _least(self) -> int:
        return _px(self.element.least, self.scene)

    def columns_for(self, width: int) -> int:
        """The number of columns at this width."""
        return _columns_for(self.element, width, self.scene)

    def _inner_width(self, width: int) -> int:
        """The width of all columns together, more than there is if they may not wrap."""
        if self.element.wrap:
            return width
        columns, gap = self.columns_for(width), self._gap(self.element.column_gap)
        return max(width, columns * self._least() + (columns - 1) * gap)

    def place_items(self, width: int) -> list[QRect]:
        element, pad = self.element, self._padding()
        columns, across = self.columns_for(width), self._gap(element.column_gap)
        down = self._gap(element.row_gap)
        spans = [getattr(item.element, "span", ONE) for item in self.items]
        cells = place_cells(spans, columns, dense=element.dense)
        inner = self._inner_width(width)
        lefts = [(inner + across) * n // columns for n in range(columns + 1)]
        widths = [lefts[cell.column + cell.columns] - across - lefts[cell.column] for cell in cells]
        wishes = [
            self.item_height(item, self.item_width(item, max(0, wide - 2 * pad))) + 2 * pad
            for item, wide in zip(self.items, widths, strict=True)
        ]
        heights = row_heights(cells, wishes, down)
        if element.row_height is not None:
            heights = [element.row_height] * len(heights)
        tops = [0]
        for height in heights:
            tops.append(tops[-1] + height + down)
        self.frames = [
            QRect(
                lefts[cell.column], tops[cell.row], wide, tops[cell.row + cell.rows] - down - tops[cell.row]
            )
            for cell, wide in zip(cells, widths, strict=True)
        ]
        return [self._within(item, frame, wish, pad) for item, frame, wish in self._with(wishes)]

    def _with(self, wishes: Sequence[int]) -> zip[tuple[View[Any], QRect, int]]:
        return zip(self.items, self.frames, wishes, strict=True)

    def _within(self, item: View[Any], frame: QRect, wish: int, pad: int) -> QRect:
        """Where a child lies in its cell."""
        room = frame.adjusted(pad, pad, -pad, -pad)
        tall = wish - 2 * pad
        if getattr(item.element, "height", None) == "stretch":
            tall = room.height()
        spare = max(0, room.height() - tall)
        top = {"center": spare // 2, "bottom": spare}.get(self.element.valign, 0)
        return QRect(room.x(), room.y() + top, self.item_width(item, room.width()), tall)

    def height_for(self, width: int) -> int:
        wish = self.element.height
        if isinstance(wish, int):
            return self.scene.theme.zoomed(wish)
        bar = self._bar() if self._inner_width(width) > width else 0
        return self._tall(width) + bar

    def _tall(self, width: int) -> int:
        self.placed(width)
        return max((frame.bottom() + 1 for frame in self.frames), default=0)

    def _bar(self) -> int:
        return self.scroller.verticalScrollBar().sizeHint().width()

    def natural_width(self) -> int:
        return self.scene.theme.px(400)

    # Placing

    def arrange_items(self) -> None:
        self.scroller.setGeometry(self.rect())
        width = self.width()
        if self._tall(width) > self.height():
            width -= self._bar()
        rects = self.placed(width)
        whole = QSize(self._inner_width(width), self._tall(width))
        below = self._bar() if whole.width() > width else 0
        self.cells.resize(whole.expandedTo(QSize(width, self.height() - below)))
        self.cells.frames = list(self.frames) if self.element.border else []
        self.cells.update()
        if self._wells:
            self._fill_wells(rects)
        else:
            self.settle(width, QPoint(0, 0), self._near_inside())

    def _near_inside(self) -> QRect:
        """The part of the cells where views are made."""
        return self.near.translated(self.cells.mapFrom(self, QPoint(0, 0)))

    def _fill_wells(self, rects: Sequence[QRect]) -> None:
        pad = self._padding()
        for item, rect, frame in zip(self.items, rects, self.frames, strict=True):
            room = frame.adjusted(pad, pad, -pad, -pad)
            tall = rect.height() > room.height()
            self._wells[item].setGeometry(room if tall else rect)
            width = rect.width() - (self._bar() if tall else 0)
            item.resize(width, item.height_for(width) if tall else rect.height())
            if isinstance(item, BlockView):
                item.near = item.rect()
                item.arrange()

    def restyle(self) -> None:
        self.cells.update()


def _px(rem: float | int, scene: Scene) -> int:
    """A length in rem as px; an int is px already."""
    return rem if isinstance(rem, int) else scene.theme.px(16 * rem)


def _columns_for(element: Grid, width: int, scene: Scene) -> int:
    gap, least = _px(element.column_gap, scene), _px(element.least, scene)
    return column_count(width, gap, least, columns=element.columns, wrap=element.wrap)
