"""The scrolling areas of a window: the page itself and the sidebar."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ..state.tree import Region
from ..widgets.block_view import BlockView
from ..widgets.scene import Scene
from ..widgets.sight import Sight
from ..widgets.view import View, views
from ..widgets.wheel import Scroller

BELOW = 96  # px of room below the column
LEVEL = 16  # px below it where a strip at the window's bottom follows
NEAR = 4  # px from the end that count as there


@views.shows(Region)
class RegionView(BlockView[Region]):
    """The outermost block of one region."""

    def makes_all(self) -> bool:
        # What belongs to the window rather than to the page (dialogs, toasts) is there at once.
        return super().makes_all() or self.element.name == "event"


class PageArea(Scroller):
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
        self.bottom = BELOW
        self.rests = False  # while its content is laid out for paper
        self._follows = False
        self._at_end = True  # as far as the user has a say in it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_grown)
        # Qt's own would be the first widget that Python meets without having made it: to find out what it
        # is, PySide defines all kinds of widgets that there are.
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        self.setViewport(viewport)
        content = self.content = QWidget()
        content.setObjectName("page")
        self.region = RegionView(region, scene, content)
        self.setWidget(content)
        self.setWidgetResizable(False)
        self.sight = Sight(self, self.region, self._lay_out, lambda: self._follows and self._at_end)
        # The area shows what is behind it: the sidebar's colour is not the page's.
        for part in (self.viewport(), content):
            part.setAutoFillBackground(False)

    def follow_end(self, follows: bool) -> None:
        """Whether what is added at the end is scrolled to, as long as the end was in sight: a conversation.

        Such a page also has less room below it.
        """
        if follows != self._follows:
            self._follows = follows
            self.bottom = LEVEL if follows else BELOW
            self._on_grown()

    def _on_scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - NEAR

    def _on_grown(self) -> None:
        if self._follows and self._at_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

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
        self.sight.place()

    def tab_parts(self) -> list[BlockView[Any]]:
        """The region, as long as it shows: it stands for all of its fields."""
        return [self.region] if self.isVisible() else []

    def focus_stops(self) -> list[QWidget]:
        """The fields that Tab stops at, in the order of the page, all of them made."""
        from .page_walk import stops_after

        return list(stops_after(self.region, None, forward=True))

    def show_anchor(self, anchor: str) -> bool:
        """Scroll to the heading of this name; False if there is none in sight."""
        for slot in self.region.slot.walk():
            view_class = views.class_for(type(slot.element))
            if not view_class.names_anchor(slot.element, anchor):
                continue
            from ..widgets.reaching import ensured

            view = ensured(slot)
            self.place()
            top = view.anchor_top(anchor) if view.isVisible() else None
            if top is not None:
                self._scroll_to(view, top)
                return True
        return False

    def _scroll_to(self, view: View[Any], line: int) -> None:
        """Bring a line of a view to the top."""
        bar = self.verticalScrollBar()
        for _ in range(2):  # what is made where it goes to may move it
            bar.setValue(max(view.mapTo(self.content, QPoint(0, line)).y() - self.side, 0))

    def _lay_out(self, near: QRect) -> bool:
        """Place the column; whether what was made meanwhile has changed its height."""
        if self.rests:
            return False
        width = self.column_width()
        available = self.viewport().width()
        left = max(self.side, (available - width) // 2)
        height = self.region.height_for(width)
        self.region.setGeometry(QRect(QPoint(left, self.top), QSize(width, height)))
        self.region.near = near.translated(-left, -self.top)
        self.region.arrange()
        after = self.region.height_for(width)
        if after != height:
            self.region.resize(width, after)
        whole = QSize(available, self.top + after + self.bottom)
        if self.content.size() != whole:
            self.content.resize(whole)
        return after != height
