"""A field of one line: an icon, the text, and buttons at its end, in one frame."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QWidget

from .controls.field import FieldFrame
from .fonts import text_font
from .icon_mark import IconMark
from .scene import Scene

_SIDE = 10  # px from the border to the text


class InputFrame(FieldFrame):
    """The frame with a bare line edit in it.

    Args:
        scene: The window's side.
        line: The editor, if not a plain one.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, line: QLineEdit | None = None, parent: QWidget | None = None) -> None:
        super().__init__(scene.theme, parent)
        self.scene = scene
        self.line = line if line is not None else QLineEdit()
        self.line.setProperty("kind", "bare")
        self.line.setFrame(False)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(0)
        self.row.addWidget(self.line, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        self._mark: IconMark | None = None
        self._gap = QSpacerItem(0, 0)
        self._icon = ""
        self._tight = False
        self.restyle()

    def show_icon(self, icon: str) -> None:
        """Show an emoji, a Material icon or "spinner" at the left; "" for none."""
        if icon == self._icon:
            return
        self._icon = icon
        if icon and self._mark is None:
            self._mark = IconMark(self.scene, 16)
            self.row.insertWidget(0, self._mark)
            self.row.insertSpacerItem(1, self._gap)
        self.restyle()

    def add_button(self, button: QWidget, *, tight: bool = False) -> None:
        """Put a button at the end; ``tight`` ones fill the field's height and touch its border."""
        self._tight = tight
        button.setCursor(Qt.CursorShape.ArrowCursor if tight else Qt.CursorShape.PointingHandCursor)
        self.row.addWidget(button)
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.set_theme(theme)
        self.line.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        left = theme.px(9 if self._icon else _SIDE) + 1
        right = 1 if self._tight else theme.px(8)
        self.row.setContentsMargins(left, 1, right, 1)
        if self._mark is not None:
            color = theme.faded_text if self.isEnabled() else theme.faint_text
            self._mark.show_icon(self._icon, color)
            self._gap.changeSize(10 if self._icon else 0, 0)
            self.row.invalidate()

    def sizeHint(self) -> QSize:
        return QSize(self.scene.theme.px(200), self.scene.theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.scene.theme.px(60), self.scene.theme.px(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The margins belong to the text: a click there begins to type, as in a field without parts.
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        before = event.position().x() < self.line.x()
        self.line.setCursorPosition(0 if before else len(self.line.text()))
