"""The places of elements in their blocks, with or without a view: heights, tops and who is next, without Qt.

A page of ten thousand elements has as many slots, but views only for the few near what is in sight.
Siblings lie in chunks, so that a change of one costs no walk over all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from ..state.element import Element

CHUNK = 100


class Slot:
    """The place of one element.

    Attributes:
        number: The node's number in the tree on screen.
        element: What is shown here.
        parent: The slot of the block around; None for a region.
        children: The slots of a block; None for a leaf.
        view: What shows the element; None as long as it is far from sight.
        height: The height in px, measured or estimated; it holds for the siblings' width.
        kept: What the last view left behind that the element does not tell, such as "unfolded".
        needed: Whether here or below there must be a view even out of sight.
    """

    __slots__ = ("children", "chunk", "element", "height", "kept", "needed", "number", "parent", "view")

    def __init__(
        self, number: int, element: Element, parent: Slot | None = None, children: Siblings | None = None
    ) -> None:
        self.number = number
        self.element = element
        self.parent = parent
        self.children = children
        self.chunk: Chunk | None = None
        self.view: Any = None
        self.height = 0
        self.kept: object = None
        self.needed = False

    def siblings(self) -> Siblings:
        """Those beside it and itself."""
        assert self.parent is not None
        assert self.parent.children is not None
        return self.parent.children

    def forget(self) -> None:
        """Its height is not known any more, and so are those of the blocks around."""
        slot = self
        while slot.parent is not None:
            around = slot.siblings()
            around.dirty.add(slot)
            around.version += 1
            slot = slot.parent

    def need(self) -> None:
        """There must be a view here, and so in the blocks around."""
        slot = self
        slot.needed = True
        while slot.parent is not None:
            slot.siblings().needed.add(slot)
            slot = slot.parent
            slot.needed = True

    def path(self) -> list[Slot]:
        """The slots from the region down to this one."""
        slots = [self]
        while slots[-1].parent is not None:
            slots.append(slots[-1].parent)
        return slots[::-1]

    def walk(self) -> Iterator[Slot]:
        """This slot and all below it, in the order of the page."""
        yield self
        if self.children is not None:
            for child in self.children:
                yield from child.walk()


class Chunk:
    """About a hundred siblings. ``total`` is the sum of their heights, ``filled`` how many have one."""

    __slots__ = ("filled", "slots", "total")

    def __init__(self, slots: list[Slot]) -> None:
        self.slots = slots
        self.total = 0
        self.filled = 0
        for slot in slots:
            slot.chunk = self
            if slot.height:
                self.total += slot.height
                self.filled += 1


class Siblings:
    """The slots of one block, one below the other.

    Attributes:
        width: The width that the heights hold for; None for none.
        dirty: Those whose height is not known any more.
        made: Those that have a view.
        needed: Those that must have one.
        version: Counts what has changed from outside, so that a layout knows whether it still holds.
    """

    __slots__ = ("chunks", "count", "dirty", "made", "needed", "version", "width")

    def __init__(self, slots: Sequence[Slot] = ()) -> None:
        self.chunks: list[Chunk] = []
        self.count = 0
        self.width: int | None = None
        self.dirty: set[Slot] = set()
        self.made: set[Slot] = set()
        self.needed: set[Slot] = set()
        self.version = 0
        if slots:
            self.splice(0, 0, slots)

    # A sequence

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Slot]:
        for chunk in self.chunks:
            yield from chunk.slots

    def __reversed__(self) -> Iterator[Slot]:
        for chunk in reversed(self.chunks):
            yield from reversed(chunk.slots)

    def __getitem__(self, index: int) -> Slot:
        if index < 0:
            index += self.count
        if index >= 0:
            for chunk in self.chunks:
                if index < len(chunk.slots):
                    return chunk.slots[index]
                index -= len(chunk.slots)
        raise IndexError(index)

    def index(self, slot: Slot) -> int:
        """The number of a slot, from 0."""
        before = 0
        for chunk in self.chunks:
            if chunk is slot.chunk:
                return before + chunk.slots.index(slot)
            before += len(chunk.slots)
        raise ValueError("the slot lies elsewhere")

    def after(self, slot: Slot) -> Slot | None:
        """The next one."""
        index = self.index(slot) + 1
        return self[index] if index < self.count else None

    def before(self, slot: Slot) -> Slot | None:
        """The previous one."""
        index = self.index(slot)
        return self[index - 1] if index else None

    def splice(self, start: int, removed: int, slots: Sequence[Slot]) -> list[Slot]:
        """Put ``slots`` in the place of ``removed`` ones and give those that are gone."""
        first, offset = self._chunk_at(start)
        last, within = first, 0
        while last < len(self.chunks) and within < offset + removed:
            within += len(self.chunks[last].slots)
            last += 1
        if last == first and first < len(self.chunks):
            last += 1
        touched = [slot for chunk in self.chunks[first:last] for slot in chunk.slots]
        before = touched[offset : offset + removed]
        stays = set(slots)
        gone = [slot for slot in before if slot not in stays]
        for slot in gone:
            for group in (self.dirty, self.made, self.needed):
                group.discard(slot)
        self.dirty.update(stays.difference(before))
        touched[offset : offset + removed] = slots
        size = CHUNK if len(touched) > 2 * CHUNK else max(1, len(touched))
        self.chunks[first:last] = [Chunk(touched[i : i + size]) for i in range(0, len(touched), size)]
        self.count += len(slots) - removed
        self.version += 1
        return gone

    def _chunk_at(self, index: int) -> tuple[int, int]:
        """The chunk that the slot of this number lies in, or goes to, and where in it."""
        for number, chunk in enumerate(self.chunks):
            room = len(chunk.slots)
            if index < room or (index == room and number == len(self.chunks) - 1):
                return number, index
            index -= room
        return len(self.chunks), 0

    # Heights

    def set_height(self, slot: Slot, height: int) -> None:
        """A slot is as high as this."""
        before = slot.height
        if height != before:
            chunk = slot.chunk
            assert chunk is not None
            chunk.total += height - before
            chunk.filled += (height > 0) - (before > 0)
            slot.height = height

    def to_measure(self, width: int) -> Iterable[Slot]:
        """Those whose height at this width is not known; from now on all hold for this width."""
        if self.width != width:
            self.width = width
            unknown: Iterable[Slot] = list(self)
        else:
            unknown = tuple(self.dirty)
        self.dirty.clear()
        return unknown

    def total(self, gap: int) -> int:
        """The height of all, with the gaps between those that take any room."""
        height, filled = 0, 0
        for chunk in self.chunks:
            height += chunk.total
            filled += chunk.filled
        return height + gap * max(0, filled - 1)

    def tops(self, slots: Set[Slot], gap: int) -> Iterator[tuple[Slot, int]]:
        """Where some slots begin, from the first on; their heights may be set meanwhile, as in `below`."""
        chunks = {id(slot.chunk) for slot in slots}
        y = 0
        for chunk in self.chunks:
            if id(chunk) not in chunks:
                y += chunk.total + gap * chunk.filled
                continue
            for slot in chunk.slots:
                if slot in slots:
                    yield slot, y
                if slot.height:
                    y += slot.height + gap

    def below(self, top: int, gap: int) -> Iterator[tuple[Slot, int]]:
        """The slots that end below a line, and where they begin.

        The height of a slot may be set while it is looked at: the next one begins accordingly.
        """
        y = 0
        for chunk in self.chunks:
            extent = chunk.total + gap * chunk.filled
            if y + extent <= top:
                y += extent
                continue
            for slot in chunk.slots:
                if y + slot.height > top:
                    yield slot, y
                if slot.height:
                    y += slot.height + gap
