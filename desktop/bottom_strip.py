"""The strip below the page that does not scroll with it: ``st.bottom`` and the page's chat input."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from ..state.tree import Region
from ..widgets.scene import Scene
from .page_area import PageArea

ABOVE, BELOW = 8, 24  # px of room around what it shows
LARGEST = 0.6  # of the window's height; what is taller scrolls


class BottomStrip(QWidget):
    """Holds the window's bottom region in a column that is level with the page's.

    Args:
        scene: What the views share.
        page: The page above, whose column it follows.
        parent: The window.
    """

    def __init__(self, scene: Scene, page: PageArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.area = PageArea(scene, Region(name="bottom", key="bottom"), column=0)
        self.area.setParent(self)
        self.area.top, self.area.bottom, self.area.side = ABOVE, BELOW, 0
        self.area.resized.connect(self.area.place)
        self.region = self.area.region
        self.hide()

    def has_content(self) -> bool:
        """Whether there is anything to show."""
        return not self.region.is_empty()

    def wanted_height(self, window_height: int) -> int:
        """The height in px that it takes of a window; 0 while it is empty."""
        if not self.has_content():
            return 0
        height = ABOVE + self.region.height_for(self._page.column_width()) + BELOW
        most = int(window_height * LARGEST)
        policy = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if height > most else policy.ScrollBarAlwaysOff
        )
        return min(height, most)

    def place(self) -> None:
        """Measure and place the column for the page's present width."""
        column = self._page.column_width()
        left = self._page.region.x()
        self.area.setGeometry(QRect(left, 0, column, self.height()))
        self.area.place()
