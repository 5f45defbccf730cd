"""Which page numbers a pagination shows when there is not room for all. Knows no Qt."""

from __future__ import annotations

GAP = 0
"""Stands for pages that are left out."""


def page_numbers(pages: int, current: int, most: int | None) -> list[int]:
    """The numbers to show, with ``GAP`` where some are left out; the first and the last are always there.

    Args:
        pages: How many pages there are.
        current: The chosen one, from 1 on.
        most: How many numbers and gaps there may be; None for all. It is not kept to below five, which
            the ends, the gaps and the chosen page take.

    Example:
        >>> page_numbers(20, 10, 7)
        [1, 0, 9, 10, 11, 0, 20]
    """
    if most == 0:
        return []
    if most is None or pages <= max(most, 5):
        return list(range(1, pages + 1))
    inner = max(most, 5) - 4  # between two gaps
    edge = inner + 2  # from an end that no gap is needed at
    if current <= edge - inner // 2:
        return [*range(1, edge + 1), GAP, pages]
    if current > pages - (edge - inner // 2):
        return [1, GAP, *range(pages - edge + 1, pages + 1)]
    first = current - inner // 2
    return [1, GAP, *range(first, first + inner), GAP, pages]
