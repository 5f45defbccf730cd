"""A row of buttons that stay pressed: pills, or segments that touch each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from .group_button import HEIGHT, GroupButton
from .scene import Scene

_GAP, _FADE = 4, 24  # px


class GroupButtons(QWidget):
    """The buttons of a group. Tab reaches one of them, arrows the others, Space presses.

    Signals:
        pressed: The user pressed a button (its number).
    """

    pressed = Signal(int)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.buttons: list[GroupButton] = []
        self.is_pills = True
        self.wraps = True
        self.stretches = False
        self._offset = 0
        self._fade = _Fade(scene, self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_options(self, labels: Sequence[str], icons: Sequence[str]) -> None:
        """Take over other options; buttons that stay keep the focus."""
        while len(self.buttons) > len(labels):
            button = self.buttons.pop()
            button.hide()
            button.deleteLater()
        while len(self.buttons) < len(labels):
            self._add_button()
        for place, (button, label, icon) in enumerate(zip(self.buttons, labels, icons, strict=True)):
            button.is_pill = self.is_pills
            button.is_first, button.is_last = place == 0, place == len(labels) - 1
            button.show_option(label, icon)
        self.updateGeometry()
        self._place()

    def press(self, numbers: Sequence[int]) -> None:
        """Show which buttons are pressed; emits nothing."""
        focused = next((button for button in self.buttons if button.hasFocus()), None)
        for place, button in enumerate(self.buttons):
            button.setChecked(place in numbers)
            if button.isChecked():
                button.raise_()  # its border covers those of its neighbours
        self._fade.raise_()
        first = self.buttons[numbers[0]] if numbers and numbers[0] < len(self.buttons) else None
        self._stop_at(focused or first or (self.buttons[0] if self.buttons else None))

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for button in self.buttons:
            button.restyle()
        self._place()

    def _add_button(self) -> None:
        button = GroupButton(self.scene, self)
        button.clicked.connect(lambda _=False, button=button: self.pressed.emit(self.buttons.index(button)))
        button.installEventFilter(self)
        self.buttons.append(button)
        button.show()

    def _stop_at(self, stop: GroupButton | None) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, GroupButton):
            self._stop_at(watched)
            self._reveal(watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        place = next((at for at, button in enumerate(self.buttons) if button is watched), 0)
        count = len(self.buttons)
        goals = {
            Qt.Key.Key_Left: (place - 1) % count,
            Qt.Key.Key_Up: (place - 1) % count,
            Qt.Key.Key_Right: (place + 1) % count,
            Qt.Key.Key_Down: (place + 1) % count,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        key = Qt.Key(event.key())
        if key in goals:
            self.buttons[goals[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(place)
        else:
            return False
        return True

    # Places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rects = self._rects(max(1, width))
        return max((rect.bottom() + 1 for rect in rects), default=0)

    def sizeHint(self) -> QSize:
        width = max((rect.right() + 1 for rect in self._flow(1 << 24)), default=0)
        return QSize(width, self.scene.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        rects = self._rects(self.width())
        whole = max((rect.right() + 1 for rect in rects), default=0)
        most = 0 if self.wraps else max(0, whole - self.width())
        self._offset = min(self._offset, most)
        for button, rect in zip(self.buttons, rects, strict=True):
            button.setGeometry(rect.translated(-self._offset, 0))
        self._fade.setGeometry(self.rect())
        self._fade.show_ends(self._offset > 0, self._offset < most)

    def _rects(self, width: int) -> list[QRect]:
        rects = self._flow(width if self.wraps else 1 << 24)
        if not self.stretches or not rects or rects[-1].top() or rects[-1].right() + 1 >= width:
            return rects
        return self._spread(rects, width - rects[-1].right() - 1)

    def _spread(self, rects: list[QRect], rest: int) -> list[QRect]:
        """Share what is left of a row among its buttons."""
        count = len(rects)
        shares = [rest * (at + 1) // count - rest * at // count for at in range(count)]
        moved = 0
        spread: list[QRect] = []
        for rect, share in zip(rects, shares, strict=True):
            spread.append(QRect(rect.x() + moved, rect.y(), rect.width() + share, rect.height()))
            moved += share
        return spread

    def _flow(self, width: int) -> list[QRect]:
        theme = self.scene.theme
        tall, gap = theme.px(HEIGHT), theme.px(_GAP)
        x = y = 0
        rects: list[QRect] = []
        for button in self.buttons:
            wide = min(button.wish(), width)
            if x and x + wide > width:
                x, y = 0, y + tall + gap
            rects.append(QRect(x, y, wide, tall))
            x += wide + gap if self.is_pills else wide - 1
        return rects

    def _reveal(self, button: GroupButton) -> None:
        if self.wraps:
            return
        if button.x() < 0:
            self._offset = max(0, self._offset + button.x() - _FADE)
        elif button.geometry().right() > self.width():
            self._offset += button.geometry().right() - self.width() + _FADE
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        before, delta = self._offset, event.angleDelta()
        if not self.wraps:
            self._offset = max(0, self._offset - (delta.x() or delta.y()) // 2)
            self._place()
        event.setAccepted(self._offset != before)


class _Fade(QWidget):
    """Lets the ends of a row that goes on fade into the page."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._ends = (False, False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_ends(self, left: bool, right: bool) -> None:
        self._ends = (left, right)
        self.setVisible(left or right)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        solid = QColor(self.scene.theme.background)
        clear = QColor(solid)
        clear.setAlpha(0)
        edges = ((0, _FADE), (self.width(), self.width() - _FADE))
        for shown, (outer, inner) in zip(self._ends, edges, strict=True):
            if shown:
                shade = QLinearGradient(outer, 0, inner, 0)
                shade.setColorAt(0, solid)
                shade.setColorAt(1, clear)
                painter.fillRect(min(outer, inner), 0, _FADE, self.height(), shade)
