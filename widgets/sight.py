"""What of a block is in sight in an area that scrolls: kept in place, and filled with views bit by bit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from .block_view import BlockView
from .view import View

_ROUNDS = 8  # of placing, until what is made meanwhile has the height that it was placed with
_STEPS = 4  # in which the margin around what is in sight is made, so that events come in between
_END = 4  # px from the end that count as there


class Sight(QObject):
    """Looks after one scrolling area.

    What is in sight stays where it is while heights above it change, unless the area is at its very top.
    On a long page, views are made for what is in sight at once, then for a screen above and below while
    there is nothing else to do, and those two screens away are dropped.

    Args:
        area: What scrolls.
        block: What lies in it.
        lay_out: Lays it out and makes views within a part of the area's content; tells whether a height
            has changed by that.
        follows_end: Whether the area keeps its end in sight, come what may.
    """

    def __init__(
        self,
        area: QScrollArea,
        block: BlockView[Any],
        lay_out: Callable[[QRect], bool],
        follows_end: Callable[[], bool],
    ) -> None:
        super().__init__(area)
        content = area.widget()
        assert content is not None, "the area has its content first"
        self._area = area
        self._block = block
        self._lay_out = lay_out
        self._follows_end = follows_end
        self._reach = 0
        self._spared_at = 0  # where the area stood when views far away were dropped last
        self._placing = False
        self._in_sight = True
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle)
        self._content = content
        self._bar = area.verticalScrollBar()
        self._bar.valueChanged.connect(self._on_scrolled)

    def place(self, *, in_sight: bool = True) -> None:
        """Lay the block out anew, without a jump of what is in sight.

        Args:
            in_sight: Whether the area itself can be seen; else nothing is made.
        """
        self._in_sight = in_sight
        self._reach = 0
        self._place()
        self._go_on()

    def is_busy(self) -> bool:
        """Whether views of the margin are still to be made, or views far away to be dropped."""
        return self._idle.isActive()

    def part(self, reach: int = 0) -> QRect:
        """What is in sight of the content, and as many px above and below."""
        if not self._in_sight:
            return QRect()
        size = self._area.viewport().size()
        left = self._area.horizontalScrollBar().value()
        return QRect(left, self._bar.value() - reach, size.width(), size.height() + 2 * reach)

    def _place(self) -> None:
        if self._placing:
            return
        self._placing = True
        try:
            follows, anchor = self._follows_end(), self._anchor()
            for _ in range(_ROUNDS):
                changed = self._lay_out(self.part(self._reach))
                if follows:
                    self._bar.setValue(self._bar.maximum())
                elif anchor is not None:
                    anchor.hold()
                if not changed or not self._block.scene.lazy:
                    break
        finally:
            self._placing = False

    def _anchor(self) -> _Held | _AtEnd | None:
        """What is to stay where it is: the topmost thing in sight."""
        value = self._bar.value()
        if value <= 0:
            return None
        view = _topmost(self._block, self._content, value)
        if view is not None:
            return _Held(self._bar, self._content, view)
        # Nothing is made yet where the user has jumped to. At the end this is the end, however high it is.
        return _AtEnd(self._bar) if value >= self._bar.maximum() - _END else None

    # While the user scrolls

    def _on_scrolled(self) -> None:
        if not self._placing and self._block.scene.lazy:
            if abs(self._bar.value() - self._spared_at) > self._margin():
                self._drop_far(for_spares=True)  # what comes into sight is shown by them
            self._reach = 0
            self._place()
            self._go_on()

    def _margin(self) -> int:
        return self._area.viewport().height()

    def _go_on(self) -> None:
        if self._block.scene.lazy and self._in_sight:
            self._idle.start()

    def _on_idle(self) -> None:
        """Drop what was left behind, then make the margin step by step."""
        margin = self._margin()
        if not self._reach:
            self.drop_far()
        self._reach = min(margin, self._reach + max(1, margin // _STEPS))
        self._place()
        if self._reach < margin:
            self._idle.start()

    def drop_far(self) -> None:
        """Drop the views that are more than two screens away from what is in sight."""
        self._drop_far(for_spares=False)

    def _drop_far(self, *, for_spares: bool) -> None:
        self._spared_at = self._bar.value()
        part, block, content = self.part(2 * self._margin()), self._block, self._content
        if content.isAncestorOf(block):
            part.translate(-block.mapTo(content, QPoint(0, 0)))
        elif block.isAncestorOf(content):
            part.translate(content.mapTo(block, QPoint(0, 0)))
        else:
            return  # a sheet: what is on it goes when its element goes
        from .reaching import held_views

        block.drop_far(part, held_views(block.window()), for_spares=for_spares)


class _Held:
    """A view that keeps its distance to the top of the area."""

    def __init__(self, bar: QScrollBar, content: QWidget, view: View[Any]) -> None:
        self._bar = bar
        self._content = content
        self._view = view
        self._distance = self._top() - bar.value()

    def _top(self) -> int:
        return self._view.mapTo(self._content, QPoint(0, 0)).y()

    def hold(self) -> None:
        self._bar.setValue(self._top() - self._distance)


class _AtEnd:
    """The end of the area."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar

    def hold(self) -> None:
        self._bar.setValue(self._bar.maximum())


def _topmost(block: BlockView[Any], content: QWidget, line: int) -> View[Any] | None:
    """The first view in a block that ends below a line; the inmost one that begins above it."""
    origin = block.host().mapTo(content, QPoint(0, 0)).y()
    best: View[Any] | None = None
    least = 0
    for slot in block.children_slots.made:
        view: View[Any] = slot.view
        top = origin + view.y()
        low = top + view.height()
        if low > line and low > top and (best is None or top < least) and view.isVisibleTo(block):
            best, least = view, top
    if isinstance(best, BlockView) and least < line and not best.scrolls_apart():
        return _topmost(best, content, line) or best
    return best
