"""Notices: what desklit itself has to say, in a strip above the page, outside of the element tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..widgets.icon_button import IconButton
from ..widgets.markdown.label import Label
from ..widgets.scene import Scene

MOMENT = 4000  # ms that a passing notice stays
Action = tuple[str, Callable[[], None]]


class Notice(QWidget):
    """One message with its buttons."""

    def __init__(self, text: str, actions: Sequence[Action], scene: Scene, strip: Notices) -> None:
        super().__init__(strip)
        self.scene = scene
        self.text = text
        self.label = Label(text, scene)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        self.buttons: list[QPushButton] = []
        for name, act in actions:
            button = QPushButton(name, self)
            button.setProperty("kind", "menu")
            button.clicked.connect(act)
            button.clicked.connect(lambda: strip.dismiss(self))
            row.addWidget(button)
            self.buttons.append(button)
        self.close_button = IconButton(scene, ":material/close:", "Dismiss")
        self.close_button.clicked.connect(lambda: strip.dismiss(self))
        row.addWidget(self.close_button)
        self.setAccessibleName(self.label.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = self.scene.theme.shades["blue"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(shade.background))
        painter.setBrush(QColor(shade.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class Notices(QWidget):
    """The strip of notices; it takes no room while there is none.

    Signals:
        changed: A notice came or went.
    """

    changed = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.shown: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 8)
        self._column.setSpacing(6)
        self.hide()

    def texts(self) -> list[str]:
        """What the notices say, from above."""
        return [notice.text for notice in self.shown]

    def say(self, text: str, actions: Sequence[Action] = (), *, passing: bool = False) -> Notice:
        """Show a notice; one with the same text is replaced.

        Args:
            text: Markdown of one line.
            actions: Buttons: their names and what they do.
            passing: Whether it goes by itself after a moment.
        """
        for notice in [notice for notice in self.shown if notice.text == text]:
            self.dismiss(notice)
        notice = Notice(text, actions, self.scene, self)
        self._column.addWidget(notice)
        self.shown.append(notice)
        self.show()
        self.changed.emit()
        if passing:
            QTimer.singleShot(MOMENT, notice, lambda: self.dismiss(notice))
        return notice

    def height_for(self, width: int) -> int:
        """The height in px that the notices want at this width."""
        if not self.shown:
            return 0
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()

    def dismiss(self, notice: Notice) -> None:
        """Take a notice away."""
        if notice in self.shown:
            self.shown.remove(notice)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
            self.setVisible(bool(self.shown))
            self.changed.emit()

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [button for notice in self.shown for button in (*notice.buttons, notice.close_button)]

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for notice in self.shown:
            notice.label.restyle()
            notice.close_button.restyle()
            notice.update()
