"""How long something took, for people."""

from __future__ import annotations


def spoken(seconds: float) -> str:
    """A time in words.

    Example:
        >>> spoken(72.4)
        '1 min 12 s'
    """
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {whole % 60} s" if minutes else f"{whole} s"
