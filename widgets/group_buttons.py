"""A row of buttons that stay pressed: pills, or segments that touch each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGraphicsOpacityEffect, QWidget

from .colors import mix
from .fonts import text_font
from .markdown.label import Label
from .markdown.parse import is_plain
from .markdown.pictures import draw_icon
from .markdown.plain import plain_text
from .scene import Scene

_HEIGHT, _GAP, _ICON, _FADE = 32, 4, 16, 24  # px
_BESIDE_ICON = 8


class GroupButton(QAbstractButton):
    """One option: an icon, a label or both; pressed or not."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_pill = True
        self.is_first = self.is_last = False
        self._icon = ""
        self._rich: Label | None = None
        self._hovered = False

    def show_option(self, label: str, icon: str) -> None:
        """Take over a label in Markdown and an icon."""
        self._icon = icon
        if (label, icon) != (self.property("label"), self.property("icon")):
            self.setProperty("label", label)
            self.setProperty("icon", icon)
            self.setText("")
            self._drop_rich()
        plain = is_plain(label)
        self.setText(label.replace("\n", " ") if plain else "")
        if not plain and self._rich is None:
            self._rich = Label(label, self.scene, color=self._color(), wrap=False, parent=self)
            self._rich.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if not self.isEnabled():
                # Colours of its own in the label have to pale, too.
                effect = QGraphicsOpacityEffect(self._rich)
                effect.setOpacity(0.4)
                self._rich.setGraphicsEffect(effect)
            self._rich.show()
        self.setAccessibleName(plain_text(label) or icon.removeprefix(":material/").removesuffix(":"))
        self._place_label()

    def restyle(self) -> None:
        """Take over the scene's theme, or another state."""
        label = self.property("label") or ""
        self._drop_rich()
        self.show_option(label, self._icon)
        self.update()

    def _drop_rich(self) -> None:
        if self._rich is not None:
            self._rich.hide()
            self._rich.deleteLater()
            self._rich = None

    def checkStateSet(self) -> None:
        if self._rich is not None:
            self.restyle()

    def nextCheckState(self) -> None:
        """The group decides which buttons are pressed."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and self._rich is not None:
            self.restyle()

    # Sizes

    def wish(self) -> int:
        """The width in px at which nothing is cut."""
        theme = self.scene.theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        return self._content() + 2 * theme.px(12 if self.is_pill else 16) + 2

    def _text_width(self) -> int:
        if self._rich is not None:
            return self._rich.sizeHint().width()
        return self.fontMetrics().horizontalAdvance(self.text()) + 1 if self.text() else 0

    def _content(self) -> int:
        text, theme = self._text_width(), self.scene.theme
        icon = theme.px(_ICON) if self._icon else 0
        return text + icon + (theme.px(_BESIDE_ICON) if text and icon else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.wish(), self.scene.theme.px(_HEIGHT))

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect(), self.height() / 2 if self.is_pill else self.scene.theme.button_radius

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_label()

    def _place_label(self) -> None:
        if self._rich is not None:
            left = self._text_left()
            room = max(0, min(self._text_width(), self.width() - left - 6))
            height = self._rich.heightForWidth(max(1, room))
            self._rich.setGeometry(left, (self.height() - height) // 2, room, height)

    def _text_left(self) -> int:
        theme = self.scene.theme
        start = max(theme.px(6), (self.width() - self._content()) // 2)
        return start + (theme.px(_ICON + _BESIDE_ICON) if self._icon else 0)

    # Looks

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def _color(self) -> str:
        theme = self.scene.theme
        if not self.isEnabled():
            return theme.faint_text
        return theme.primary if self.isChecked() else theme.text

    def _face(self) -> tuple[str, str]:
        theme = self.scene.theme
        if not self.isEnabled():
            return (mix(theme.background, theme.text, 0.1) if self.isChecked() else theme.face), theme.border
        if self.isChecked():
            strong = self._hovered or self.isDown()
            return mix(theme.background, theme.primary, 0.2) if strong else theme.primary_tint, theme.primary
        return theme.pressed if self.isDown() else theme.hover if self._hovered else theme.face, theme.border

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._face()
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(fill))
        painter.drawPath(self._outline(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)))
        left = self._text_left()
        if self._icon:
            size = theme.px(_ICON)
            picture = draw_icon(self._icon, size, self._color(), self.devicePixelRatioF())
            spot = QPoint(left - size - theme.px(_BESIDE_ICON), (self.height() - size) // 2)
            if not self.isEnabled():
                painter.setOpacity(0.5)
            painter.drawPixmap(spot, picture)
            painter.setOpacity(1)
        if self.text():
            painter.setPen(QColor(self._color()))
            room = self.rect().adjusted(left, 0, -6, 0)
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _outline(self, rect: QRectF) -> QPainterPath:
        path = QPainterPath()
        radius = rect.height() / 2 if self.is_pill else min(self.scene.theme.button_radius, rect.height() / 2)
        if self.is_pill or (self.is_first and self.is_last):
            path.addRoundedRect(rect, radius, radius)
            return path
        left, right = (radius if self.is_first else 0.0), (radius if self.is_last else 0.0)
        path.moveTo(rect.left() + left, rect.top())
        path.lineTo(rect.right() - right, rect.top())
        path.arcTo(rect.right() - 2 * right, rect.top(), 2 * right, 2 * right, 90, -90)
        path.lineTo(rect.right(), rect.bottom() - right)
        path.arcTo(rect.right() - 2 * right, rect.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
        path.lineTo(rect.left() + left, rect.bottom())
        path.arcTo(rect.left(), rect.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
        path.lineTo(rect.left(), rect.top() + left)
        path.arcTo(rect.left(), rect.top(), 2 * left, 2 * left, 180, -90)
        path.closeSubpath()
        return path


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
        return QSize(width, self.scene.theme.px(_HEIGHT))

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
        tall, gap = theme.px(_HEIGHT), theme.px(_GAP)
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
