"""A field to type into that opens a list of choices: what selectbox and multiselect share."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from .controls.chevron import Chevron
from .controls.field import FieldFrame
from .fonts import text_font
from .icon_mark import IconMark
from .matching import find_matches
from .option_popup import MOST_ROWS, OptionPopup, Row
from .scene import Scene
from .select_parts import IconButton, ValueEdit

HEIGHT, SIDE = 40, 9  # px
_PAUSE = 1.0  # s after which typing starts a new word


class SelectField(FieldFrame):
    """The frame, the text, the arrow head, the x, and the list below.

    Subclasses say which rows a text finds, what picking one does, and how to clear.

    Args:
        scene: The window's side.
    """

    opened = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene.theme, parent)
        self.scene = scene
        self.labels: Sequence[str] = ()
        self.filter_mode: str | None = "fuzzy"
        self.can_clear = False
        self.edit = ValueEdit(scene, self)
        self.icon = IconMark(scene, 16, self)
        self.icon.hide()
        self.chevron = Chevron(scene.theme, "down", 20, self)
        self.clear_button = IconButton(scene, ":material/cancel:", "Clear", self)
        self.clear_button.clicked.connect(self.clear)
        self._popup: OptionPopup | None = None
        self._watched: list[QObject] = []
        self._typed, self._typed_at = "", 0.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_typed)
        self._set_font()

    # What the two kinds differ in

    def rows(self, text: str) -> Sequence[Row]:
        """What the list shows for a typed text."""
        raise NotImplementedError

    def lit_place(self, rows: Sequence[Row]) -> int | None:
        """Which row is lit up when the list opens."""
        return 0 if rows else None

    def pick(self, row: Row) -> None:
        """The user picked a row."""
        raise NotImplementedError

    def clear(self) -> None:
        """The user clicked the x."""
        raise NotImplementedError

    def backspace(self) -> None:
        """Backspace was pressed while nothing is typed."""
        if self.can_clear:
            self.clear()

    # State

    @property
    def is_open(self) -> bool:
        """Whether the list is open."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def popup(self) -> OptionPopup | None:
        """The list, once it has been opened."""
        return self._popup

    def set_search(self, mode: str | None) -> None:
        """Let a typed text find options in this way; None for no typing."""
        self.filter_mode = mode
        self.edit.setReadOnly(mode is None)
        self.edit.setCursor(Qt.CursorShape.PointingHandCursor if mode is None else Qt.CursorShape.IBeamCursor)

    def found(self, text: str) -> list[int]:
        """The options that a typed text finds."""
        return find_matches(self.labels, text, self.filter_mode)

    def refresh(self) -> None:
        """The options or the value changed: bring an open list and the x in step."""
        self.clear_button.setVisible(self.can_clear and self.isEnabled())
        self.place_parts()
        if self.is_open and self._popup is not None:
            before = self._popup.lit()
            rows = self.rows(self.edit.text())
            same = (at for at, row in enumerate(rows) if before is not None and row.text == before.text)
            self._popup.show_rows(rows, next(same, self.lit_place(rows)))
            self._put_popup()

    def take_theme(self) -> None:
        """Take over the scene's theme."""
        self.set_theme(self.scene.theme)
        self.chevron.set_theme(self.scene.theme)
        self._set_font()
        self.close_list()
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None
        self.place_parts()

    def _set_font(self) -> None:
        theme = self.scene.theme
        self.edit.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))

    # The list

    def open_list(self) -> None:
        """Open the list, unless it is or the field is disabled."""
        if self.is_open or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = OptionPopup(self.scene, self)
            self._popup.picked.connect(self.pick)
            self._popup.closed.connect(self._on_closed)
        rows = self.rows(self.edit.text())
        self._popup.list.setAccessibleName(self.edit.accessibleName())
        self._popup.show_rows(rows, self.lit_place(rows))
        self._put_popup()
        self._popup.light(self.lit_place(rows))
        self.chevron.point("up")
        self._watch()
        self.opened.emit()

    def close_list(self) -> None:
        """Close the list and forget what was typed."""
        if self._popup is not None:
            self._popup.hide()
        self.edit.clear()

    def _put_popup(self) -> None:
        if self._popup is not None:
            self._popup.open_at(self, self.width())

    def _on_closed(self) -> None:
        self.chevron.point("down")
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        self.edit.clear()

    def _watch(self) -> None:
        """Notice clicks elsewhere, and that the page scrolls below the list."""
        app = QApplication.instance()
        widget: QWidget | None = self
        chain: list[QObject] = [app] if app is not None else []
        while widget is not None and not widget.isWindow():
            chain.append(widget)
            widget = widget.parentWidget()
        for watched in chain:
            watched.installEventFilter(self)
        self._watched = chain

    def _reposition(self) -> None:
        if not self.is_open:
            return
        if self.visibleRegion().isEmpty():
            self.close_list()
        else:
            self._put_popup()

    # The user

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.edit:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
                self._toggle(event)
            elif kind == QEvent.Type.FocusOut:
                self.close_list()
        elif kind == QEvent.Type.MouseButtonPress and self.is_open and isinstance(watched, QWidget):
            self._on_press(watched)
        elif kind == QEvent.Type.Move and watched in self._watched:
            QTimer.singleShot(0, self, self._reposition)
        return False

    def _on_press(self, widget: QWidget) -> None:
        inside = widget is self or self.isAncestorOf(widget)
        if not inside and widget.window() is not self._popup:
            self.close_list()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        self._toggle(event)

    def _toggle(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.is_open and not self.edit.text():
            self.close_list()
        else:
            self.open_list()

    def _on_typed(self, text: str) -> None:
        if not self.is_open:
            self.open_list()
        elif self._popup is not None:
            rows = self.rows(text)
            self._popup.show_rows(rows, 0 if text else self.lit_place(rows))
            self._put_popup()

    def _on_key(self, event: QKeyEvent) -> bool:
        key, typed = Qt.Key(event.key()), self.edit.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
            return True
        if key == Qt.Key.Key_Escape and self.is_open:
            self.close_list()
            return True
        if key == Qt.Key.Key_Tab:
            self.close_list()
            return False
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not typed:
            self.backspace()
            return True
        if key == Qt.Key.Key_Space and not typed:
            self._on_enter()
            return True
        if self._moves_light(key, typed):
            return True
        if self.filter_mode is None and event.text().isprintable() and event.text():
            self._jump(event.text())
            return True
        return False

    def _on_enter(self) -> None:
        row = self._popup.lit() if self.is_open and self._popup is not None else None
        if not self.is_open:
            self.open_list()
        elif row is not None:
            self.pick(row)

    def _moves_light(self, key: Qt.Key, typed: str) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS - 1,
            Qt.Key.Key_PageUp: 1 - MOST_ROWS,
        }
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if key in ends and self.is_open and not typed and self._popup is not None:
            self._popup.light(ends[key] % max(1, len(self._popup.rows)))
            return True
        if key not in steps:
            return False
        if not self.is_open:
            self.open_list()
        elif self._popup is not None:
            self._popup.move_light(steps[key], around=abs(steps[key]) == 1)
        return True

    def _jump(self, letter: str) -> None:
        """Type-ahead where nothing can be typed: light up the next option that begins so."""
        now = time.monotonic()
        self._typed = self._typed + letter if now - self._typed_at < _PAUSE else letter
        self._typed_at = now
        self.open_list()
        if self._popup is None:
            return
        begins = self._typed.casefold()
        rows = self._popup.rows
        self._popup.light(
            next((at for at, row in enumerate(rows) if row.text.casefold().startswith(begins)), None)
        )

    # Places

    def sizeHint(self) -> QSize:
        theme = self.scene.theme
        return QSize(theme.px(120), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.scene.theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place_parts()

    def place_parts(self) -> None:
        """Put the parts in their places."""
        left, right = self.place_ends()
        self.edit.setGeometry(left, 1, max(0, right - left), self.height() - 2)

    def place_ends(self) -> tuple[int, int]:
        """Put what stands at the ends in place, and give the room between."""
        theme = self.scene.theme
        middle = self.height() // 2
        side = theme.px(20)
        right = self.width() - theme.px(SIDE) - side
        self.chevron.setGeometry(right, middle - side // 2, side, side)
        if not self.clear_button.isHidden():
            size = theme.px(24)
            right -= size + 2
            self.clear_button.setGeometry(right, middle - size // 2, size, size)
        left = theme.px(SIDE)
        if self.icon.icon:
            size = self.icon.width()
            self.icon.move(QPoint(left, middle - size // 2))
            left += size + theme.px(8)
        return left - 2, right - theme.px(4)
