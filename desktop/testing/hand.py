"""The mouse and the keyboard of a test: real Qt events, sent to where a user would point."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from .errors import AppTestError
from .settle import deal_with_events

Button = Qt.MouseButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
_SPECIAL = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
_ACTIVATION = 1.0  # seconds; a desktop may refuse, and keys arrive all the same
_NO_STACK = ("offscreen", "minimal")
_MARGIN = 24  # px that a point has to be away from the edge of what scrolls


class Hand:
    """Acts on one window.

    Args:
        window: The window; its dialogs, menus and lists belong to it.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._top = window

    # Mouse

    def click(
        self,
        widget: QWidget,
        at: QPoint | None = None,
        *,
        button: Button = Button.LeftButton,
        keys: Qt.KeyboardModifier = NO_KEYS,
    ) -> None:
        """Click in the middle of a widget, or at a point of it."""
        QTest.mouseClick(*self._aim(widget, at, button, keys))

    def double_click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click twice, as a double click is two clicks to all that listen."""
        aim = self._aim(widget, at, Button.LeftButton, NO_KEYS)
        QTest.mouseClick(*aim)
        QTest.mouseDClick(*aim)

    def open_menu(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click with the right button; a menu that opens is there when this returns, or soon after."""
        hit, button, keys, point = self._aim(widget, at, Button.RightButton, NO_KEYS)
        QTest.mousePress(hit, button, keys, point)
        asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, hit.mapToGlobal(point))
        QApplication.sendEvent(hit, asks)
        QTest.mouseRelease(hit, button, keys, point)

    def grab(self, widget: QWidget, at: QPoint) -> None:
        """Press the left button and hold it."""
        self.reach(widget, at)
        QTest.mousePress(widget, Button.LeftButton, NO_KEYS, at)

    def move(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Move the mouse, with whatever is held."""
        QTest.mouseMove(widget, widget.rect().center() if at is None else at)
        QApplication.processEvents()

    def release(self, widget: QWidget, at: QPoint) -> None:
        """Let go of the left button."""
        QTest.mouseRelease(widget, Button.LeftButton, NO_KEYS, at)

    def _aim(
        self, widget: QWidget, at: QPoint | None, button: Button, keys: Qt.KeyboardModifier
    ) -> tuple[QWidget, Button, Qt.KeyboardModifier, QPoint]:
        hit, point = self.reach(widget, at)
        return hit, button, keys, point

    def reach(self, widget: QWidget, at: QPoint | None = None) -> tuple[QWidget, QPoint]:
        """Bring a widget into sight and find what the mouse would hit there.

        Raises:
            AppTestError: A user could not click there; says why.
        """
        self.activate(widget)
        if not widget.isEnabled():
            raise AppTestError("it is disabled")
        if not widget.isVisible():
            raise AppTestError("it is not visible")
        self.show(widget, at)
        point = widget.rect().center() if at is None else at
        # Kept: what childAt() gives of a list of Qt's own dies with Python's view of that list.
        top = self._top = widget.window()
        hit = top.childAt(widget.mapTo(top, point)) or top
        behind = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        if not (hit is widget or widget.isAncestorOf(hit) or widget.testAttribute(behind)):
            raise AppTestError(f"{named(hit)} lies over it")
        return hit, hit.mapFrom(top, widget.mapTo(top, point))

    def show(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll until a point of a widget is well in sight; nothing if it is."""
        point = widget.rect().center() if at is None else at
        child: QWidget = widget
        parent = widget.parentWidget()
        while parent is not None and not child.isWindow():
            if isinstance(parent, QScrollArea):
                self._scroll(parent, widget, point)
            child, parent = parent, parent.parentWidget()

    def _scroll(self, area: QScrollArea, widget: QWidget, point: QPoint) -> None:
        view, content = area.viewport(), area.widget()
        if content is None:
            return
        margin = min(_MARGIN, view.height() // 2 - 1)
        inner = view.rect().adjusted(0, margin, 0, -margin)
        if inner.contains(widget.mapTo(view, point)):
            return
        place = widget.mapTo(content, point)
        area.ensureVisible(place.x(), place.y(), 8, view.height() // 2 - 1)
        QApplication.processEvents()

    def activate(self, widget: QWidget | None = None) -> None:
        """Make the window of a widget the one that gets the keys; by default the app's, or its dialog.

        Raises:
            AppTestError: A dialog keeps the user from it.
        """
        modal = QApplication.activeModalWidget()
        top = (modal or self.window) if widget is None else widget.window()
        if modal is not None and modal is not top and not modal.isAncestorOf(top):
            raise AppTestError(f"{named(modal)} is open and has to be closed first")
        is_popup = top.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if not is_popup and not top.isActiveWindow() and QApplication.activePopupWidget() is None:
            if QGuiApplication.platformName() not in _NO_STACK:  # they warn that they can't
                top.raise_()
            top.activateWindow()
            until = time.monotonic() + _ACTIVATION
            while not top.isActiveWindow() and time.monotonic() < until:
                deal_with_events()

    # Keyboard

    def press(self, keys: str) -> None:
        """Press keys such as ``"Enter"`` or ``"Ctrl+Z"``, wherever the focus is.

        Raises:
            AppTestError: There are no such keys.
        """
        sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
        combination = sequence[0] if sequence.count() == 1 else None  # type: ignore[index]
        if combination is None or combination.key() == Qt.Key.Key_unknown:
            raise AppTestError(f'{keys!r} names no keys: write "Enter", "Ctrl+Z", "Shift+Tab" …')
        QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text, letter by letter, wherever the focus is."""
        for letter in text:
            target = self.focus()
            if letter in _SPECIAL:
                QTest.keyClick(target, _SPECIAL[letter])
            elif " " <= letter <= "~":
                QTest.keyClick(target, letter)  # type: ignore[call-overload]
            else:  # QTest knows ASCII only
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, QKeyEvent(kind, 0, NO_KEYS, letter))

    def focus(self) -> QWidget:
        """The widget that keys go to."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        focused = QApplication.focusWidget()
        return focused or self.window.focusWidget() or self.window

    # Drag and drop

    def drop(self, widget: QWidget, paths: Iterable[Path]) -> None:
        """Drop files on a widget.

        Raises:
            AppTestError: It takes no files.
        """
        self.reach(widget)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path.absolute())) for path in paths])
        point = widget.rect().center()
        copy, left = Qt.DropAction.CopyAction, Button.LeftButton
        enter = QDragEnterEvent(point, copy, mime, left, NO_KEYS)
        enter.ignore()
        if widget.acceptDrops():
            QApplication.sendEvent(widget, enter)
        if not enter.isAccepted():
            raise AppTestError("no files can be dropped on it")
        QApplication.sendEvent(widget, QDragMoveEvent(point, copy, mime, left, NO_KEYS))
        QApplication.sendEvent(widget, QDropEvent(QPointF(point), copy, mime, left, NO_KEYS))


def named(widget: QWidget) -> str:
    """How to call a widget in a message."""
    said = widget.accessibleName() or (widget.windowTitle() if widget.isWindow() else "")
    kind = type(widget).__name__.lstrip("_")
    return f"{kind} {said!r}" if said else f"a {kind}"
