"""A track with one or two handles, each with its value above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ..fonts import text_font
from ..theme import Theme
from .paint import draw_face

_HEIGHT, _CENTRE = 48, 28  # px: of the widget; of the track's middle from its top
_TRACK, _HANDLE, _INSET = 4, 12, 6
_ACCESSIBLE_STEPS = 1_000_000


class SliderTrack(QSlider):
    """Handles on the positions 0 to ``last``; what a position means is the view's business.

    It is 48 px high: 22 for the values, the middle of the track at 28. Below a label of 24 px it is meant
    to overlap by 4, so that both together take 68.

    Signals:
        moved: the user moves a handle (low position, high position; the same for a single handle).
        released: the user let go of the mouse or key, and a handle has moved.

    Args:
        theme: Colours and font.
        last: The last position, 0 or more; may exceed 32 bits.
        positions: One position, or two in ascending order.
        describe: The text above a handle at a position.
        page: What PageUp moves by; None for a tenth of the track.
    """

    moved = Signal(object, object)
    released = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        last: int,
        positions: tuple[int, ...] = (0,),
        describe: Callable[[int], str] = str,
        page: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._active = 0  # the handle that keys move
        self._held: int | None = None  # the handle under the pressed mouse; -1: still to be found out
        self._hovered = -1
        self._shows_ring = False
        self._has_moved = False
        self.set_theme(theme)
        self.set_track(last, positions, describe, page)

    def set_track(
        self, last: int, positions: tuple[int, ...], describe: Callable[[int], str], page: int | None = None
    ) -> None:
        """Take over other positions; emits nothing."""
        if last < 0 or len(positions) not in (1, 2):
            raise ValueError("a track has the positions 0 to last, and one or two handles")
        self._last, self._describe = last, describe
        self._page = max(1, last // 10) if page is None else max(1, page)
        self._steps = min(last, _ACCESSIBLE_STEPS)
        self.setRange(0, self._steps)
        self.set_positions(positions)

    def set_positions(self, positions: tuple[int, ...]) -> None:
        """Put the handles elsewhere, as far as the track goes; emits nothing."""
        self._positions = sorted(min(max(0, position), self._last) for position in positions)
        self._active = min(self._active, len(self._positions) - 1)
        self._mirror()

    def positions(self) -> tuple[int, ...]:
        """Where the handles are, in ascending order."""
        return tuple(self._positions)

    @property
    def active(self) -> int:
        """The handle that keys move: 0 or 1."""
        return self._active

    @property
    def is_held(self) -> bool:
        """Whether the user holds a handle; a value from elsewhere should wait until it is released."""
        return self._held is not None

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        self.updateGeometry()
        self.update()

    def handle_rect(self, handle: int) -> QRect:
        """Where a handle (0 or 1) is drawn."""
        side = self._theme.px(_HANDLE)
        left = self._x_of(self._positions[handle]) - side / 2
        return QRect(round(left), self._theme.px(_CENTRE) - side // 2, side, side)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(_HEIGHT))

    # -- the user ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._shows_ring = False
        x = event.position().x()
        self._held = self._nearest(x)
        if self._held >= 0:
            self._active = self._held
            if not self._is_on_handle(self._held, x):
                self._move(self._held, self._position_at(x))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held is None:
            self._hover(next((at for at in range(len(self._positions)) if self._is_on_handle(at, x)), -1))
            return
        position = self._position_at(x)
        if self._held < 0:
            if position == self._positions[0]:
                return
            self._held = 0 if position < self._positions[0] else 1
        self._active = self._held
        self._move(self._held, position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._held is not None:
            self._held = None
            self._let_go()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -self._page,
            Qt.Key.Key_PageUp: self._page,
            Qt.Key.Key_Home: -self._last,
            Qt.Key.Key_End: self._last,
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self._shows_ring = True
        self._move(self._active, self._positions[self._active] + by)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or self._held is not None:
            return
        self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key:
            backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._active = len(self._positions) - 1 if backwards else 0
        self._shows_ring = by_key
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = False
        if self._held is None:
            self._let_go()
        self.update()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        other = self._active + (1 if forwards else -1)
        if 0 <= other < len(self._positions):
            self._active, self._shows_ring = other, True
            self._mirror()
            return True
        return bool(super().focusNextPrevChild(forwards))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    # -- the handles -----------------------------------------------------------------------------

    def _move(self, handle: int, position: int) -> None:
        low = self._positions[0] if handle == 1 else 0
        high = self._positions[1] if handle == 0 and len(self._positions) == 2 else self._last
        position = min(max(low, position), high)
        if position != self._positions[handle]:
            self._positions[handle] = position
            self._has_moved = True
            self._mirror()
            self.moved.emit(self._positions[0], self._positions[-1])

    def _let_go(self) -> None:
        if self._has_moved:
            self._has_moved = False
            self.released.emit(self._positions[0], self._positions[-1])

    def _mirror(self) -> None:
        """Tell QSlider the place of the active handle, for accessibility."""
        position = self._positions[self._active]
        self.setValue(position * self._steps // self._last if self._last else 0)
        self.setAccessibleDescription(self._describe(position))
        self.update()

    def _hover(self, handle: int) -> None:
        if handle != self._hovered:
            self._hovered = handle
            self.setCursor(Qt.CursorShape.PointingHandCursor if handle >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _span(self) -> tuple[float, float]:
        inset = self._theme.px(_INSET)
        return inset, max(1.0, self.width() - 2 * inset)

    def _x_of(self, position: int) -> float:
        left, width = self._span()
        return left + (position / self._last * width if self._last else 0.0)

    def _position_at(self, x: float) -> int:
        left, width = self._span()
        share = min(1.0, max(0.0, (x - left) / width))
        return int(share * self._last + 0.5)

    def _is_on_handle(self, handle: int, x: float) -> bool:
        return abs(x - self._x_of(self._positions[handle])) <= self._theme.px(_HANDLE) / 2 + 2

    def _nearest(self, x: float) -> int:
        if len(self._positions) == 1:
            return 0
        low, high = (self._x_of(position) for position in self._positions)
        if low == high and abs(x - low) <= self._theme.px(_HANDLE) / 2 + 2:
            return -1
        return 0 if abs(x - low) < abs(x - high) or (low == high and x < low) else 1

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = self._span()
        thick = theme.px(_TRACK)
        track = QRectF(left, theme.px(_CENTRE) - thick / 2, width, thick)
        draw_face(painter, track, thick / 2, theme.pressed, None)
        if self.isEnabled():
            ends = [self._x_of(position) for position in self._positions]
            start = ends[0] if len(ends) == 2 else left
            filled = QRectF(start, track.y(), ends[-1] - start, thick)
            draw_face(painter, filled, thick / 2, theme.primary, None)
        for handle in range(len(self._positions)):
            self._paint_handle(painter, handle)
        self._paint_values(painter)

    def _paint_handle(self, painter: QPainter, handle: int) -> None:
        theme = self._theme
        middle = QPointF(self._x_of(self._positions[handle]), theme.px(_CENTRE))
        radius = theme.px(_HANDLE) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self._shows_ring and self.hasFocus() and handle == self._active:
            halo = QColor(theme.primary)
            halo.setAlphaF(0.5)
            painter.setBrush(halo)
            painter.drawEllipse(middle, radius + 3, radius + 3)
        busy = handle == self._held or handle == self._hovered
        color = theme.primary_hover if busy else theme.primary
        painter.setBrush(QColor(color if self.isEnabled() else theme.muted))
        painter.drawEllipse(middle, radius, radius)

    def _paint_values(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(QColor(theme.primary if self.isEnabled() else theme.muted))
        metrics = self.fontMetrics()
        texts = [self._describe(position) for position in self._positions]
        boxes = []
        for text, position in zip(texts, self._positions, strict=True):
            wide = metrics.horizontalAdvance(text) + 1
            left = min(max(0.0, self._x_of(position) - wide / 2), max(0.0, self.width() - wide))
            boxes.append(QRectF(left, 0, wide, theme.px(22)))
        if len(boxes) == 2:
            _part(boxes[0], boxes[1], theme.px(6), self.width())
        for text, box in zip(texts, boxes, strict=True):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def _part(low: QRectF, high: QRectF, gap: float, width: float) -> None:
    """Push two values apart that would overlap, within 0 and ``width``."""
    overlap = low.right() + gap - high.left()
    if overlap <= 0:
        return
    low.moveLeft(max(0.0, low.left() - overlap / 2))
    high.moveLeft(min(max(low.right() + gap, high.left()), width - high.width()))
    low.moveLeft(max(0.0, min(low.left(), high.left() - gap - low.width())))
