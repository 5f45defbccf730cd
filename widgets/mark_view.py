"""The view of a mark with its label at the right: a box to tick or a switch."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.element import Widget
from .controls.choice import CheckBox, Toggle
from .markdown.label import Label
from .markdown.plain import plain_text
from .scene import Scene
from .view import View

W = TypeVar("W", bound=Widget)

_ROW, _GAP = 24, 8  # px


class MarkView(View[W]):
    """A mark that is on or off, and a label beside it that turns it, too."""

    def __init__(self, element: W, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.mark = self.make_mark()
        self.mark.setParent(self)
        self.mark.clicked.connect(lambda: self.changed.emit(self.mark.isChecked()))
        self.label = self._make_label(element)
        self._pressed = False
        self.setFocusProxy(self.mark)
        self._show(element)

    def make_mark(self) -> CheckBox | Toggle:
        """The mark, without a text."""
        raise NotImplementedError

    def wraps(self, element: W) -> bool:
        """Whether the label breaks into lines."""
        raise NotImplementedError

    def show_element(self, element: W) -> None:
        if self.wraps(element) != self.wraps(self.element):
            self.label.deleteLater()
            self.label = self._make_label(element)
            self.label.show()
        super().show_element(element)
        self._show(element)

    def restyle(self) -> None:
        self.mark.set_theme(self.scene.theme)
        self.label.restyle()
        self._place()

    def _make_label(self, element: W) -> Label:
        label = Label(element.label, self.scene, wrap=self.wraps(element), parent=self)
        label.setCursor(Qt.CursorShape.PointingHandCursor)
        return label

    def _show(self, element: W) -> None:
        self.label.set_source(element.label)
        self.label.set_help(element.help)
        self.label.set_visibility(element.label_visibility)
        self.label.set_enabled_look(not element.disabled)
        self.mark.setAccessibleName(plain_text(element.label))
        self.mark.setAccessibleDescription(plain_text(element.help or ""))
        self.mark.setEnabled(not element.disabled)
        self.mark.setChecked(bool(element.value))
        self._place()

    # A click on the label

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton and self._on_label(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self._on_label(event) and self.mark.isEnabled():
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mark.click()
        self._pressed = False

    def _on_label(self, event: QMouseEvent) -> bool:
        spot = self.label.geometry()
        text = QRect(spot.topLeft(), QSize(min(spot.width(), self.label.sizeHint().width()), spot.height()))
        return self.label.isVisible() and text.contains(event.position().toPoint())

    # Sizes

    def _left(self) -> int:
        return self.mark.sizeHint().width() + self.scene.theme.px(_GAP)

    def natural_width(self) -> int:
        if self.element.label_visibility == "collapsed":
            return self.mark.sizeHint().width()
        return self._left() + self.label.sizeHint().width()

    def height_for(self, width: int) -> int:
        row = self.scene.theme.px(_ROW)
        if self.element.label_visibility == "collapsed":
            return row
        return max(row, self.label.heightForWidth(max(1, width - self._left())) + 4)

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        row, size, left = self.scene.theme.px(_ROW), self.mark.sizeHint(), self._left()
        room = max(0, self.width() - left)
        height = self.label.heightForWidth(max(1, room))
        top = max(0, row // 2 - self.label.first_line_middle())
        self.label.setGeometry(left, top, room, height)
        middle = row // 2 if height == 0 else top + self.label.first_line_middle()
        self.mark.setGeometry(0, max(0, middle - size.height() // 2), size.width(), size.height())
        cut = not self.wraps(self.element) and self.label.sizeHint().width() > room
        self.label.setToolTip(plain_text(self.element.label) if cut else "")
