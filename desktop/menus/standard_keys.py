"""The keys that a platform gives to what all programs have."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def standard_keys(name: str, first: str = "") -> str:
    """The keys of an entry that all programs have.

    Args:
        name: What it is called among ``QKeySequence.StandardKey``.
        first: The keys that every user expects, shown beside the entry; "" for what the platform has first.
    """
    bound = QKeySequence.keyBindings(QKeySequence.StandardKey[name])
    texts = [sequence.toString() for sequence in bound]
    return "; ".join(dict.fromkeys([first, *texts] if first else texts))
