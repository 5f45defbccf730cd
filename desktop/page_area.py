"""The scrolling areas of a window: the page itself and the sidebar."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ..state.tree import Region
from ..widgets.block_view import BlockView
from ..widgets.scene import Scene
from ..widgets.view import View, views
from .tab_order import takes_tab


@views.shows(Region)
class RegionView(BlockView[Region]):
    """The outermost block of one region."""


class PageArea(QScrollArea):
    """A column of views that scrolls.

    Args:
        scene: What the views share.
        region: The region's element.
        column: The widest that the column may be in px; 0 for as wide as there is.

    Signals:
        resized: The area has another width, so its column may need to be placed anew.
    """

    resized = Signal()

    def __init__(self, scene: Scene, region: Region, *, column: int = 736) -> None:
        super().__init__()
        self.column = column
        self.side = 16
        self.top = 48
        self.bottom = 96
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(40)
        content = self.content = QWidget()
        content.setObjectName("page")
        self.region = RegionView(region, scene, content)
        self.setWidget(content)
        self.setWidgetResizable(False)
        # The area shows what is behind it: the sidebar's colour is not the page's.
        for part in (self.viewport(), content):
            part.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def column_width(self) -> int:
        """The width that views may use at present."""
        available = self.viewport().width()
        outer = min(available, self.column) if self.column else available
        return max(80, outer - 2 * self.side)

    def place(self) -> None:
        """Measure and place the column for the present width."""
        width = self.column_width()
        available = self.viewport().width()
        left = max(self.side, (available - width) // 2)
        height = self.region.height_for(width)
        self.region.setGeometry(QRect(QPoint(left, self.top), QSize(width, height)))
        self.region.arrange()
        whole = QSize(available, self.top + height + self.bottom)
        if self.content.size() != whole:
            self.content.resize(whole)

    def show_anchor(self, anchor: str) -> bool:
        """Scroll to the heading of this name; False if there is none in sight."""
        shown: list[View[Any]] = []
        self.region.walk(shown.append)
        for view in shown:
            top = view.anchor_top(anchor) if view.isVisible() else None
            if top is not None:
                place = view.mapTo(self.content, QPoint(0, top))
                self.verticalScrollBar().setValue(max(place.y() - self.side, 0))
                return True
        return False

    def focus_stops(self) -> list[QWidget]:
        """The fields that Tab stops at, in the order of the page."""
        stops: list[QWidget] = []

        def visit(view: View[Any]) -> None:
            if isinstance(view, BlockView):
                stops.extend(own for own in view.own_focus_stops() if takes_tab(own))
                return
            if takes_tab(view):
                stops.append(view)
            stops.extend(inside for inside in view.findChildren(QWidget) if takes_tab(inside))

        self.region.walk(visit)
        return stops
