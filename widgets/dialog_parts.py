"""What a dialog is drawn by: the shade over the window, and the sheet on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .focus import is_tab_stop
from .window_keys import minds_dialogs

if TYPE_CHECKING:
    from .dialog import DialogView

RADIUS = 16
GRIP = 6


class Shade(QWidget):
    """What lies over the window while a sheet is open: it dims the page and keeps clicks from it."""

    def __init__(self, view: DialogView) -> None:
        super().__init__()
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Dialog")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._view.sheet.geometry().contains(event.position().toPoint()):
            self._view.on_dismissed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._view.on_dismissed()
        # Nothing reaches the window below, its single-letter keys least of all, but for what minds dialogs.
        event.setAccepted(not minds_dialogs(event))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the sheet."""
        stops = [widget for widget in self._view.sheet.findChildren(QWidget) if is_tab_stop(widget)]
        if not stops:
            return True
        focused = self.focusWidget()
        here = stops.index(focused) if focused in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QColor("#000000")
        shade.setAlphaF(0.5)
        painter.fillRect(self.rect(), shade)
        painter.end()


class Sheet(QWidget):
    """The sheet itself: title, cross, and what the function writes."""

    def __init__(self, view: DialogView, shade: Shade) -> None:
        super().__init__(shade)
        self._view = view
        self._pulled = False
        self.setMouseTracking(True)

    def _edge(self, x: float) -> bool:
        position = self._view.element.position
        return (position == "left" and x > self.width() - GRIP) or (position == "right" and x < GRIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pulled = self._edge(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled:
            x = self.mapToParent(event.position().toPoint()).x()
            right = self._view.element.position == "right"
            self._view.pull(self._view.shade.width() - x if right else x)
            return
        edge = self._edge(event.position().x())
        self.setCursor(Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pulled = False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._view.scene.theme
        radius = RADIUS if self._view.element.position == "center" else 0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.popup_border))
        painter.setBrush(QColor(theme.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
