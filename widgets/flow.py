"""Where siblings go: the arithmetic of columns and of horizontal containers, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from ..state.records import dataclass

STRETCH_BASIS = 128
"""px: what an element that fills its row asks for at least, before a row is broken."""

Alignment = Literal["left", "center", "right", "distribute"]
VerticalAlignment = Literal["top", "center", "bottom", "distribute"]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in px."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What an element in a row asks for: px, and whether it takes what is left over."""

    width: int
    grows: bool = False
    fills_height: bool = False


def column_widths(weights: Sequence[float], available: int, gap: int) -> list[int]:
    """Share a width among columns by weight; what rounding leaves goes to the first ones."""
    room = max(0, available - gap * (len(weights) - 1))
    whole = sum(weights)
    widths = [int(room * weight / whole) for weight in weights]
    for i in range(room - sum(widths)):
        widths[i % len(widths)] += 1
    return widths


def break_rows(wishes: Sequence[Wish], available: int, gap: int, *, wrap: bool) -> list[list[int]]:
    """The indexes of the elements in each row."""
    rows: list[list[int]] = []
    used = 0
    for index, wish in enumerate(wishes):
        width = min(wish.width, available)
        if rows and (not wrap or used + gap + width <= available):
            rows[-1].append(index)
            used += gap + width
        else:
            rows.append([index])
            used = width
    return rows


def row_widths(wishes: Sequence[Wish], available: int, gap: int) -> list[int]:
    """The widths of the elements of one row: those that grow share what is left."""
    widths = [min(wish.width, available) for wish in wishes]
    room = available - sum(widths) - gap * (len(widths) - 1)
    growing = [i for i, wish in enumerate(wishes) if wish.grows]
    if growing and room > 0:
        for n, i in enumerate(growing):
            share = room // (len(growing) - n)
            widths[i] += share
            room -= share
    return widths


def place_rows(
    wishes: Sequence[Wish],
    height: Callable[[int, int], int],
    available: int,
    gap: int,
    *,
    wrap: bool = True,
    align: Alignment = "left",
    valign: VerticalAlignment = "top",
) -> list[Place]:
    """Place elements side by side, in as many rows as they need.

    Args:
        wishes: What each element asks for.
        height: The height of the element at an index for a width.
        available: The width of a row.
        gap: The px between neighbours and between rows.
        wrap: Whether a new row may begin.
        align: How a row that is not full lies in the width.
        valign: How elements of unlike heights lie in their row.
    """
    places: list[Place] = []
    y = 0
    for row in break_rows(wishes, available, gap, wrap=wrap):
        chosen = [wishes[i] for i in row]
        widths = row_widths(chosen, available, gap)
        heights = [height(i, w) for i, w in zip(row, widths, strict=True)]
        tall = max(heights)
        x, between = _start(widths, available, gap, align)
        for wish, w, h in zip(chosen, widths, heights, strict=True):
            fills = wish.fills_height or valign == "distribute"
            top = 0 if fills else _offset(tall - h, valign)
            places.append(Place(x, y + top, w, tall if fills else h))
            x += w + between
        y += tall + (gap if tall else 0)
    return places


def _start(widths: Sequence[int], available: int, gap: int, align: Alignment) -> tuple[int, int]:
    """Where a row begins and the gap in it."""
    room = max(0, available - sum(widths) - gap * (len(widths) - 1))
    if align == "distribute" and len(widths) > 1:
        return 0, gap + room // (len(widths) - 1)
    return {"center": room // 2, "right": room}.get(align, 0), gap


def _offset(room: int, valign: VerticalAlignment) -> int:
    return {"center": room // 2, "bottom": room}.get(valign, 0)
