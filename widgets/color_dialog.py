"""The dialog to choose a colour in. It blocks nothing, and a test can answer in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget


def ask_color(
    parent: QWidget,
    color: str,
    title: str,
    tried: Callable[[str], None],
    done: Callable[[str | None], None],
) -> None:
    """Open a colour dialog over the parent's window.

    Args:
        parent: The widget that asks.
        color: The colour to begin with, ``#rrggbb``.
        title: What the dialog says at its top.
        tried: Called with every colour that the user looks at.
        done: Called at the end, with the chosen colour or with None if nothing was chosen.
    """
    dialog = QColorDialog(QColor(color), parent.window())
    dialog.setWindowTitle(title)
    dialog.currentColorChanged.connect(lambda shown: tried(shown.name()))
    dialog.accepted.connect(lambda: done(dialog.selectedColor().name()))
    dialog.rejected.connect(lambda: done(None))
    dialog.finished.connect(dialog.deleteLater)
    parent.destroyed.connect(dialog.close)
    dialog.open()
