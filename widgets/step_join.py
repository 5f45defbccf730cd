"""The line that joins a step to the one above it, over the gap, which belongs to neither of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_MOST = 24  # px, the largest gap over which steps belong together
AXIS = 8  # px from a step's left to the middle of its sign


class StepJoin:
    """Keeps the line of one step where it belongs.

    Args:
        view: The step.
    """

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self.line: QWidget | None = None

    def place(self, color: str) -> None:
        """Draw the line from the step right above, or take it away where there is none."""
        above = self._above()
        if above is None:
            self.remove()
            return
        if self.line is None:
            self.line = QWidget(self._view.parentWidget())
            self.line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.line.show()
        self.line.setStyleSheet(f"background: {color}")
        top = above.geometry().bottom() + 1
        self.line.setGeometry(self._view.x() + AXIS, top, 1, self._view.y() - top)

    def remove(self) -> None:
        """Take the line away."""
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
            self.line = None

    def _above(self) -> QWidget | None:
        view, parent = self._view, self._view.parentWidget()
        if parent is None or not _is_step(view):
            return None
        for other in parent.children():
            if isinstance(other, QWidget) and other.x() == view.x() and _is_step(other):
                gap = view.y() - other.geometry().bottom() - 1
                if 0 < gap <= _MOST:
                    return other
        return None


def _is_step(widget: QWidget) -> bool:
    asked = getattr(widget, "is_step", None)
    return asked is not None and bool(asked())
