"""What opens below a field: a rounded sheet with a soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..fonts import text_font
from ..theme import Theme
from .compositing import composites
from .paint import draw_face

SHADOW = 12
"""How far the shadow reaches beyond the sheet, in px."""
_GAP = 4


def show_round_corners(window: QWidget) -> None:
    """Let what lies behind show at the round corners of a menu or list; call it before it is shown."""
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    if composites():
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


class Popup(QWidget):
    """A window that closes on a click elsewhere or Escape. Add children to ``sheet``.

    Signals:
        closed: it is no longer shown.

    Args:
        theme: Its colours.
        padding: Room around the content, in px.
        keeps_focus: True if typing shall go on in the field below which it opens.
        parent: The widget that it belongs to; it inherits that one's style and closes with it.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, padding: int = 0, keeps_focus: bool = False, parent: QWidget | None = None
    ) -> None:
        kind = Qt.WindowType.ToolTip if keeps_focus else Qt.WindowType.Popup
        flags = kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        super().__init__(parent, flags)
        if composites():
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if keeps_focus:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        self._theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self.sheet = QWidget(self)
        outer.addWidget(self.sheet)
        inner = QVBoxLayout(self.sheet)
        inner.setContentsMargins(padding + 1, padding + 1, padding + 1, padding + 1)
        inner.setSpacing(0)
        if parent is not None and keeps_focus:
            parent.window().installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a widget below what the sheet already shows."""
        layout = self.sheet.layout()
        assert layout is not None
        layout.addWidget(widget)

    def open_at(self, anchor: QWidget, width: int | None = None) -> None:
        """Show it below ``anchor``, or above where there is more room.

        Args:
            anchor: What it belongs to; the left edges meet, as far as the screen allows.
            width: The width of the sheet in px; None for what its content asks for.
        """
        if width is not None:
            self.setFixedWidth(width + 2 * SHADOW)
        self.adjustSize()
        spot = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        screen = anchor.screen().availableGeometry()
        height, sheet_height = self.height(), self.height() - 2 * SHADOW
        top = spot.bottom() + 1 + _GAP
        above = spot.top() - _GAP - sheet_height
        if top + sheet_height > screen.bottom() and above >= screen.top():
            top = above
        left = min(spot.left(), screen.right() - self.width() + 2 * SHADOW)
        left = max(left, screen.left())
        self.setGeometry(left - SHADOW, top - SHADOW, self.width(), height)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not composites():
            # The shadow would be a black frame: only the sheet shows.
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.sheet.geometry()), self._theme.radius, self._theme.radius)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def hideEvent(self, event: QHideEvent) -> None:
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate, QEvent.Type.Hide)
        if event.type() in moved and self.isVisible():
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, sheet = self._theme, QRectF(self.sheet.geometry())
        shade = QColor("#000000")
        shade.setAlphaF(0.013 if theme.base == "light" else 0.04)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for reach in range(SHADOW - 2, 0, -1):
            grown = sheet.adjusted(-reach, -reach + 2, reach, reach + 2)
            radius = theme.radius + reach
            painter.drawRoundedRect(grown, radius, radius)
        draw_face(painter, sheet, theme.radius, theme.popup, theme.popup_border)
