"""What stands at the top of the home window: its name, the search, the button that opens a script."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ...widgets.fonts import text_font
from ...widgets.push_button import PushButton
from ...widgets.scene import Scene
from .shelf import GAP

ROW = 40  # px
_SEARCH = 260


class Bar(QWidget):
    """One row, or two where there is no room beside name and button for the search.

    Args:
        scene: The theme.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.name = QLabel("desklit", self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search apps")
        self.search.setAccessibleName("Search apps")
        self.search.setClearButtonEnabled(True)
        self.open_button = PushButton(scene, self)
        self.open_button.set_kind("primary")
        self.open_button.set_label("Open a script…", wrap=False)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.name.setFont(text_font(theme.heading_font, theme.px(28), 700))
        self.open_button.restyle()

    def height_for(self, width: int) -> int:
        """The height in px that it takes at this width."""
        return ROW if self._beside(width) >= _SEARCH // 2 else ROW + GAP + ROW

    def _beside(self, width: int) -> int:
        """The room in px between name and button."""
        return width - self.name.sizeHint().width() - self._button(width) - 2 * GAP

    def _button(self, width: int) -> int:
        return min(self.open_button.sizeHint().width(), width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, button = self.width(), self._button(self.width())
        self.name.setGeometry(0, 0, self.name.sizeHint().width(), ROW)
        self.open_button.setGeometry(width - button, 0, button, ROW)
        if self.height_for(width) > ROW:
            self.search.setGeometry(0, ROW + GAP, width, ROW)
        else:
            search = min(_SEARCH, self._beside(width))
            self.search.setGeometry(width - button - GAP - search, 0, search, ROW)
