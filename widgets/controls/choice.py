"""Boxes to tick, round ones to choose from, and switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QEnterEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from ..colors import mix
from ..fonts import text_font
from ..theme import Theme
from .paint import draw_face, draw_tick

_GAP = 8
if TYPE_CHECKING:
    _Shared = QAbstractButton
else:
    # Qt cannot make an object of two of its classes: at run time what is shared is a plain mixin.
    _Shared = object


class _Mark(_Shared):
    """What the three share: a mark at the left, a text to its right, and where to click."""

    _theme: Theme
    _mark_size: tuple[int, int] = (16, 16)

    def _start(self, theme: Theme) -> None:
        self._theme = theme
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        self.updateGeometry()
        self.update()

    def mark_rect(self) -> QRect:
        """Where the mark is drawn."""
        width, height = (self._theme.px(length) for length in self._mark_size)
        return QRect(0, (self.height() - height) // 2, width, height)

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.mark_rect(), float(self.mark_rect().height())

    def sizeHint(self) -> QSize:
        width, height = (self._theme.px(length) for length in self._mark_size)
        if self.text():
            metrics = self.fontMetrics()
            width += self._theme.px(_GAP) + metrics.horizontalAdvance(self.text()) + 1
            height = max(height, self._theme.px(24))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = self.mark_rect()
        self._paint_mark(painter, QRectF(mark))
        if not self.text():
            return
        painter.setPen(self._theme.text if self.isEnabled() else self._theme.faint_text)
        left = mark.right() + 1 + self._theme.px(_GAP)
        room = QRect(left, 0, self.width() - left, self.height())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        raise NotImplementedError

    def _face(self) -> tuple[str, str]:
        """Fill and border of a box or circle."""
        theme = self._theme
        if self.isChecked():
            if not self.isEnabled():
                return theme.faint_text, theme.faint_text
            fill = theme.primary_hover if self.isDown() else theme.primary
            return fill, fill
        if not self.isEnabled():
            return theme.face, theme.border
        fill = theme.pressed if self.isDown() else theme.hover if self._hovered else theme.face
        return fill, theme.border


class CheckBox(_Mark, QCheckBox):
    """A box to tick, 16 px, with a text beside it unless the view brings a label of its own.

    Args:
        theme: Colours and font.
        text: A plain text; also the accessible name.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, text, parent)
        self._start(theme)

    def halo(self) -> tuple[QRect, float]:
        return self.mark_rect(), min(self._theme.small_radius, 8)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        fill, border = self._face()
        draw_face(painter, rect, min(self._theme.small_radius, rect.width() / 2), fill, border)
        if self.isChecked():
            color = self._theme.on_primary if self.isEnabled() else self._theme.background
            draw_tick(painter, rect, color)


class RadioButton(_Mark, QRadioButton):
    """One of several choices, a circle of 16 px; those with one parent exclude each other.

    Args:
        theme: Colours and font.
        text: A plain text; also the accessible name.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, text, parent)
        self._start(theme)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        fill, border = self._face()
        draw_face(painter, rect, rect.width() / 2, fill, border)
        if self.isChecked():
            dot = rect.width() * 3 / 16
            color = self._theme.on_primary if self.isEnabled() else self._theme.background
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(rect.center(), dot, dot)

    def nextCheckState(self) -> None:
        # A group turns the one that was chosen off by this; without a group Qt would let the only one of
        # its kind be turned off by a click.
        if self.group() is not None:
            super().nextCheckState()
        else:
            self.setChecked(True)


class Toggle(_Mark, QCheckBox):
    """A switch, 32 by 16 px, whose knob slides when it is turned.

    Args:
        theme: Colours and font.
        text: A plain text; also the accessible name.
    """

    _mark_size = (32, 16)

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, text, parent)
        self._start(theme)
        self._knob = 0.0  # 0 at the left, 1 at the right
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(120)
        self._slide.valueChanged.connect(self._move_knob)
        self.toggled.connect(self._turned)

    def _turned(self, on: bool) -> None:
        self._slide.stop()
        if not self.isVisible():
            self._move_knob(float(on))
            return
        self._slide.setStartValue(self._knob)
        self._slide.setEndValue(float(on))
        self._slide.start()

    def _move_knob(self, place: float) -> None:
        self._knob = place
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._slide.state() == QAbstractAnimation.State.Running:
            self._slide.stop()
            self._move_knob(float(self.isChecked()))

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        track, knob = theme.switch, "#ffffff" if theme.base == "light" else theme.text
        if not self.isEnabled():
            knob = theme.faint_text
            track = theme.pressed if not self.isChecked() else theme.switch
        elif self.isChecked():
            track = theme.primary_hover if self.isDown() else theme.primary
            knob = theme.on_primary
        elif self._hovered or self.isDown():
            track = mix(theme.switch, theme.text, 0.12)
        draw_face(painter, rect, rect.height() / 2, track, None)
        inset = rect.height() / 8
        side = rect.height() - 2 * inset
        left = rect.x() + inset + self._knob * (rect.width() - rect.height())
        draw_face(painter, QRectF(left, rect.y() + inset, side, side), side / 2, knob, None)
