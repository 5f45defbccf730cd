"""A sheet that lies over the page beside what opened it, and closes on a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from .controls.paint import draw_face
from .scene import Scene
from .style import dress
from .wheel import Scroller

SHADOW = 12  # px around the sheet
PAD = 24
GAP = 4
EDGE = 8  # px to the window's edge


class Sheet(QWidget):
    """Lies in the window itself, so that pop-ups of what is on it open above it.

    Put the content on ``inside``.

    Signals:
        dismissed: Its user clicked elsewhere or pressed Escape.
    """

    dismissed = Signal()

    def __init__(self, scene: Scene, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.scene = scene
        self.anchor = anchor
        self.hide()
        self.scroller = Scroller(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.scroller.setWidget(self.inside)
        for part in (self.scroller.viewport(), self.inside):
            part.setAutoFillBackground(False)

    def room(self) -> QSize:
        """The largest content that there is room for."""
        window = self.anchor.window()
        return QSize(window.width() - 2 * (EDGE + PAD), window.height() - 2 * (EDGE + PAD))

    def open_with(self, content: QSize) -> None:
        """Show it beside its anchor, around a content of this size."""
        window = self.anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self._dress()
        most = self.room()
        bar = self.scroller.verticalScrollBar().sizeHint().width() if content.height() > most.height() else 0
        self.inside.resize(content)
        wide = min(content.width(), most.width()) + 2 * PAD + bar
        tall = min(content.height(), most.height()) + 2 * PAD
        spot = QRect(self.anchor.mapTo(window, QPoint(0, 0)), self.anchor.size())
        self.setGeometry(self._place(spot, window.size(), QSize(wide, tall)))
        self.scroller.setGeometry(SHADOW + PAD, SHADOW + PAD, wide - 2 * PAD, tall - 2 * PAD)
        if not self.isVisible():
            self.raise_()
            self.show()
            self._listen(True)

    def _place(self, spot: QRect, window: QSize, size: QSize) -> QRect:
        """Below the anchor, or above it where there is more room."""
        below = window.height() - spot.bottom() - GAP - EDGE
        above = spot.top() - GAP - EDGE
        top = spot.bottom() + 1 + GAP
        if size.height() > below and above > below:
            top = spot.top() - GAP - size.height()
        top = max(EDGE, min(top, window.height() - EDGE - size.height()))
        left = max(EDGE, min(spot.left(), window.width() - EDGE - size.width()))
        grown = QRect(QPoint(left, top), size)
        return grown.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)

    def put_away(self) -> None:
        """Hide it; the focus goes back to the anchor if it was here."""
        if not self.isVisible():
            return
        focused = QApplication.focusWidget()
        self._listen(False)
        self.hide()
        if focused is not None and self.isAncestorOf(focused):
            self.anchor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._owns(watched):
                self.dismissed.emit()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._carries(watched):
            self.open_with(self.inside.size())
        return False

    def _carries(self, watched: QObject) -> bool:
        """Whether the anchor moves with this."""
        return isinstance(watched, QWidget) and (watched is self.anchor or watched.isAncestorOf(self.anchor))

    def _owns(self, widget: QWidget | None) -> bool:
        """Whether a widget lies on the sheet, or in a pop-up of something there."""
        while widget is not None:
            if widget is self or widget is self.anchor:
                return True
            widget = widget.parentWidget()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sheet is not one on what lies below it."""

    def restyle(self) -> None:
        """Take over the scene's theme."""
        if self.parentWidget() is not self.anchor:
            self._dress()
        self.update()

    def _dress(self) -> None:
        dress(self, self.scene.theme)
        self.setAutoFillBackground(False)  # what lies behind shows at the round corners

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        shade = QColor("#000000")
        shade.setAlphaF(0.013 if theme.base == "light" else 0.04)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        radius = theme.radius * 1.5
        for reach in range(SHADOW - 2, 0, -1):
            painter.drawRoundedRect(sheet.adjusted(-reach, -reach + 2, reach, reach + 2), radius, radius)
        draw_face(painter, sheet, radius, theme.popup, theme.popup_border)
        painter.end()
