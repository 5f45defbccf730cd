"""Where the sheets of a printed page end: between elements, as far as that is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from ..widgets.block_view import BlockView
from ..widgets.reaching import held_views
from ..widgets.view import View

_FULL = 0.5  # of a sheet: rather than leave more of it empty, a block is cut between what it holds
_HEADS = {"title", "header", "subheader", "heading"}


def page_cuts(region: BlockView[Any], room: int) -> Iterator[tuple[int, int]]:
    """The top and bottom in px of each sheet's part of a region.

    The views of a part are there while it is looked at; on a long page those of the others are not.

    Args:
        region: What is printed, as wide as it is to be.
        room: The px that a sheet has from top to bottom.
    """
    top = 0
    while True:
        make_part(region, top, room)
        if top + room >= region.height():
            yield top, max(region.height(), top + 1)
            return
        bottom = _end_of_sheet(region, top, room)
        yield top, bottom
        top = bottom


def make_part(region: BlockView[Any], top: int, room: int) -> None:
    """Lay a region out and make the views of a part of it; drop those of the parts before."""
    part = QRect(0, top, region.width(), room)
    if region.scene.lazy:
        region.drop_far(part, held_views(region.window()))
    height = -1
    while height != region.height():
        height = region.height()
        region.near = part
        region.arrange()
        region.resize(region.width(), region.height_for(region.width()))


def _end_of_sheet(region: BlockView[Any], top: int, room: int) -> int:
    limit = top + room
    best = top
    for whole in (True, False):
        kept = list(_kept(region, region, room, whole=whole))
        best = max(best, _last_gap(kept, top, limit))
        if best - top > room * _FULL:
            return best
    if best > top:
        return best
    return max((end for end in _line_ends(region, top, limit) if top < end), default=limit)


def _kept(
    block: BlockView[Any], region: QWidget, room: int, *, whole: bool
) -> Iterator[tuple[int, int, View[Any]]]:
    """Top, bottom and view of all that is not to be cut.

    Args:
        block: The block whose children are looked at.
        region: What the px count in.
        room: The px of a sheet.
        whole: Whether blocks that fit on one sheet are among it, rather than what is in them.
    """
    for item in block.items:
        if not item.isVisibleTo(region) or not item.height():
            continue
        holds = isinstance(item, BlockView) and not item.scrolls_apart() and bool(item.items)
        if isinstance(item, BlockView) and holds and not (whole and item.height() <= room):
            yield from _kept(item, region, room, whole=whole)
        else:
            top = item.mapTo(region, QPoint(0, 0)).y()
            yield top, top + item.height(), item


def _last_gap(kept: list[tuple[int, int, View[Any]]], top: int, limit: int) -> int:
    """The last line up to a limit that cuts nothing and leaves no heading alone; ``top`` if there is none."""
    ends = sorted({bottom for _, bottom, _ in kept if top < bottom <= limit}, reverse=True)
    lonely = {bottom for _, bottom, view in kept if view.element.kind in _HEADS}
    free = [end for end in ends if not any(above < end < below for above, below, _ in kept)]
    return next((end for end in free if end not in lonely), free[0] if free else top)


def _line_ends(region: QWidget, top: int, limit: int) -> Iterator[int]:
    """Where lines of text end, for a text that is longer than a sheet."""
    for widget in region.findChildren(QWidget):
        document = getattr(widget, "document", None)
        at = widget.mapTo(region, QPoint(0, 0)).y()
        if not isinstance(document, QTextDocument) or at >= limit or at + widget.height() <= limit:
            continue
        layout, block = document.documentLayout(), document.begin()
        while block.isValid():
            begin = at + layout.blockBoundingRect(block).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                end = int(begin + line.y() + line.height())
                if top < end <= limit:
                    yield end
            block = block.next()
