"""The frame of a field that is made of several parts, and the −/+ of a number."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from shiboken6 import isValid

from ..theme import Theme
from .paint import draw_face

_TRAIL = "desklit-focus-trail"


class FocusTrail(QObject):
    """Tells the frames around a widget when the focus comes and goes.

    There is one for the application: a connection of each frame's own would make every change of the focus
    cost as much as there are fields.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_TRAIL)
        app.focusChanged.connect(self._on_focus_changed)

    @classmethod
    def begin(cls) -> None:
        """See to it that there is one."""
        app = QApplication.instance()
        # By name: else PySide looks at each child, and the style among them is a large class.
        if isinstance(app, QApplication) and app.findChild(cls, _TRAIL) is None:
            cls(app)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        left, entered = _frame_around(old), _frame_around(now)
        if left is not None and left is not entered:
            left.look_focused(False)
        if entered is not None:
            entered.look_focused(True)


def _frame_around(widget: QWidget | None) -> FieldFrame | None:
    while widget is not None and not isinstance(widget, FieldFrame):
        widget = widget.parentWidget() if isValid(widget) else None
    return widget


class FieldFrame(QFrame):
    """The face and border of a field; the border is coloured while a child has the focus.

    Put a layout with a ``QLineEdit`` of kind "bare" and buttons into it.

    Args:
        theme: Its colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._focused = False
        FocusTrail.begin()

    @property
    def is_focused(self) -> bool:
        """Whether a part of the field has the focus."""
        return self._focused

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.update()

    def look_focused(self, focused: bool) -> None:
        """Show that a child has the focus, or no more."""
        if focused != self._focused:
            self._focused = focused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = theme.primary if self._focused and self.isEnabled() else theme.field_border
        draw_face(painter, QRectF(self.rect()), theme.radius, theme.secondary_background, border)


class StepButton(QPushButton):
    """The "−" or "+" at the end of a number field; held down it repeats.

    Args:
        theme: Its colours.
        sign: Which of the two.
        is_last: True for the one at the field's end, which shares the field's round corners.
    """

    def __init__(
        self, theme: Theme, sign: Literal["-", "+"], is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self._is_last = is_last
        self._hovered = False
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(400)
        self.setAutoRepeatInterval(60)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.text if self.isEnabled() else theme.faint_text
        if self.isEnabled() and (self._hovered or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.primary_hover if self.isDown() else theme.primary))
            self._paint_ground(painter)
            color = theme.on_primary
        arm = theme.px(8) / 2
        middle = QPointF(int(self.width() / 2), int(self.height() / 2))
        pen = QPen(QColor(color), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if self._sign == "+":
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

    def _paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        if not self._is_last:
            painter.drawRect(rect)
            return
        # The left corners are square: drawn out of sight.
        radius = max(0.0, min(self._theme.radius - 1, self.height() / 2))
        painter.setClipRect(rect)
        painter.drawRoundedRect(rect.adjusted(-2 * radius, 0, 0, 0), radius, radius)
