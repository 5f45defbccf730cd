"""Toasts: messages that lie over a window's top right corner for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGraphicsDropShadowEffect, QWidget

from ..widgets.controls.paint import draw_face
from ..widgets.icon_mark import IconMark
from ..widgets.markdown.pictures import draw_icon
from ..widgets.markdown.plain import plain_text
from ..widgets.markdown.rich_text import RichText
from ..widgets.scene import Scene
from ..widgets.toast import Toast

WIDTH = 336
TOP = 60  # px below the window's upper edge
SIDE = 16
_GAP = 8
_PAD = 16
_ICON = 24
_CLOSE = 24
_SHADOW = 16


class _CloseButton(QAbstractButton):
    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.restyle()
        self.setAccessibleName("Close")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        side = self.scene.theme.px(_CLOSE)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            ring = theme.primary if self.hasFocus() else None
            draw_face(painter, QRectF(self.rect()), theme.small_radius, theme.hover, ring)
        picture = draw_icon(":material/close:", theme.px(16), theme.faded_text, self.devicePixelRatioF())
        painter.drawPixmap(theme.px(4), theme.px(4), picture)


class ToastCard(QWidget):
    """One message. It goes after its time, which stands still while the mouse is over it.

    Signals:
        over: It is to go.
    """

    over = Signal()

    def __init__(self, element: Toast, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.element = element
        self.scene = scene
        self.icon = IconMark(scene, _ICON, self)
        self.text = RichText(element.body, scene, font_px=14, parent=self)
        self.close_button = _CloseButton(scene, self)
        self.close_button.clicked.connect(self.over)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.over)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(_SHADOW)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.show_element(element)

    def show_element(self, element: Toast) -> None:
        """Show a message and let its time begin."""
        self.element = element
        self.icon.show_icon(element.icon, self.scene.theme.text)
        self.text.set_source(element.body)
        self.setAccessibleName(plain_text(element.body))
        self._start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.icon.show_icon(self.element.icon, self.scene.theme.text)
        self.text.restyle()
        self.close_button.restyle()
        self.update()

    def _start(self) -> None:
        if self.element.duration:
            self._timer.start(self.element.duration * 1000)
        else:
            self._timer.stop()

    @property
    def remaining(self) -> int:
        """The ms until it goes; -1 while its time stands still."""
        return self._timer.remainingTime()

    def _left(self) -> int:
        px = self.scene.theme.px
        return px(24) + (px(_ICON + 16) if self.element.icon else 0)

    def height_for(self, width: int) -> int:
        """The height that the message takes at this width."""
        px = self.scene.theme.px
        room = max(width - self._left() - px(_CLOSE + 20), 40)
        return max(self.text.heightForWidth(room), px(_ICON)) + 2 * px(_PAD)

    def place(self, x: int, y: int, width: int) -> int:
        """Lie at this place; gives the height."""
        height = self.height_for(width)
        self.setGeometry(x, y, width, height)
        left = self._left()
        px = self.scene.theme.px
        room = max(width - left - px(_CLOSE + 20), 40)
        text = self.text.heightForWidth(room)
        self.icon.move(px(24), (height - px(_ICON)) // 2 if height < px(80) else px(_PAD))
        self.text.setGeometry(left, (height - text) // 2, room, text)
        self.close_button.move(width - px(_CLOSE + 12), px(10))
        return height

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, theme.popup, theme.popup_border)


class Toasts(QObject):
    """The messages over one window, the newest at the bottom.

    Args:
        scene: Its ``toast`` signal brings the messages.
        window: The widget that they lie over; they keep to its right edge.
    """

    def __init__(self, scene: Scene, window: QWidget) -> None:
        super().__init__(window)
        self._scene = scene
        self._window = window
        self._cards: dict[int, ToastCard] = {}
        scene.toast.connect(self.show_toast)
        scene.theme_changed.connect(self._restyle)

    @property
    def cards(self) -> list[ToastCard]:
        """What is shown at present, from the top."""
        return list(self._cards.values())

    def show_toast(self, element: Toast) -> None:
        """Show a message, or change the one that has its serial number."""
        card = self._cards.get(element.serial)
        if not self._cards:
            self._window.installEventFilter(self)  # as long as it is needed: it sees each event of the window
        if card is None:
            card = ToastCard(element, self._scene, self._window)
            card.over.connect(lambda: self._drop(element.serial))
            self._cards[element.serial] = card
        else:
            card.show_element(element)
        # Placed before it is shown: at its first place the mouse might seem to enter it.
        self.place()
        card.show()

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [card.close_button for card in self._cards.values()]

    def place(self) -> None:
        """Stack the messages below the window's top right corner."""
        px = self._scene.theme.px
        width = min(px(WIDTH), self._window.width() - 2 * SIDE)
        y = px(TOP)
        for card in self._cards.values():
            y += card.place(self._window.width() - SIDE - width, y, width) + _GAP
            card.raise_()

    def _drop(self, serial: int) -> None:
        card = self._cards.pop(serial, None)
        if card is not None:
            card.hide()
            card.deleteLater()
            self.place()
        if not self._cards:
            self._window.removeEventFilter(self)

    def _restyle(self) -> None:
        for card in self._cards.values():
            card.restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
