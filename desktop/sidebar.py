"""The sidebar: a column at the left that can be folded away and pulled wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..state.tree import Region
from ..widgets.icon_button import IconButton
from ..widgets.scene import Scene
from .page_area import PageArea

WIDTH = 300
NARROWEST, WIDEST = 200, 600
HEAD = 44
NARROW_WINDOW = 640
"""px: in windows up to this width the sidebar lies over the page."""


class Grip(QWidget):
    """The edge that is pulled. Arrow keys move it too.

    Signals:
        moved: (px) how far it was pulled.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Width of the sidebar")
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            here = event.globalPosition().toPoint()
            self.moved.emit(here.x() - self._pressed.x())
            self._pressed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -16, Qt.Key.Key_Right: 16}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(step)


class Sidebar(QWidget):
    """The column at the left.

    Signals:
        changed: It was folded, unfolded or pulled.
        fold_clicked: Its user wants it out of the way.
    """

    changed = Signal()
    fold_clicked = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.area = PageArea(scene, Region(name="sidebar", key="sidebar"), column=0)
        self.area.setParent(self)
        self.area.side, self.area.top, self.area.bottom = 24, 8, 48
        self.fold_button = IconButton(scene, ":material/keyboard_double_arrow_left:", "Hide the sidebar")
        self.fold_button.setParent(self)
        self.fold_button.clicked.connect(self.fold_clicked)
        self.grip = Grip(self)
        self.grip.moved.connect(self._on_pulled)
        self.wanted = WIDTH
        self._open = True
        self.setAutoFillBackground(True)

    # State

    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._open

    def set_open(self, open: bool) -> None:
        """Fold or unfold it."""
        if open != self._open:
            self._open = open
            self.changed.emit()

    def has_content(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.area.region.items)

    def set_wanted_width(self, width: int) -> None:
        """Set the width in px, within its bounds."""
        self.wanted = min(WIDEST, max(NARROWEST, width))
        self.changed.emit()

    def _on_pulled(self, by: int) -> None:
        self.set_wanted_width(self.wanted + by)

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.fold_button, *self.area.focus_stops(), self.grip]

    # Looks

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.fold_button.restyle()
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        width, height = self.width(), self.height()
        self.area.setGeometry(QRect(0, HEAD, width - 1, height - HEAD))
        self.fold_button.setGeometry(width - 44, (HEAD - 28) // 2, 28, 28)
        self.grip.setGeometry(width - 5, 0, 5, height)
        self.grip.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.background))
        if theme.show_sidebar_border:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(theme.border))
        painter.end()
