"""The list of the app's pages at the top of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ..state.pages import PageFacts, PageList
from ..widgets.fonts import text_font
from ..widgets.markdown.plain import plain_text
from ..widgets.scene import Scene
from .page_row import FlatRow, PageRow

SLACK = 3  # so many pages more than fit are worth folding the list
SEARCH_FROM = 20  # pages


class SidebarPages(QWidget):
    """Rows of pages in their sections; arrow keys go from row to row.

    Signals:
        chosen: (PageFacts) a page was clicked.
        resized: The list has become longer or shorter.
    """

    chosen = Signal(object)
    resized = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._shown: PageList | None = None
        self._unfolded = False
        self._alone = True
        self.rows: list[PageRow] = []
        self._titles: list[tuple[QLabel, list[PageRow]]] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search pages")
        self.search.setAccessibleName("Search pages")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fit)
        self.search.returnPressed.connect(self._choose_first)
        self.more = FlatRow(scene, "", parent=self)
        self.more.faded = True
        self.more.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setAccessibleName("Pages")
        self.hide()

    def show_pages(self, pages: PageList | None, *, alone: bool) -> None:
        """Show these pages; None for no list.

        Args:
            pages: The pages.
            alone: Whether nothing else is in the sidebar: then a long list is not folded.
        """
        if (pages, alone) == (self._shown, self._alone):
            return
        self._alone = alone
        before = self._shown
        self._shown = pages
        if pages is None or before is None or pages.visible() != before.visible():
            self._make_rows(pages.visible() if pages else ())
        for row in self.rows:
            row.mark_current(pages is not None and row.page.name == pages.current)
        self.setVisible(bool(self.rows))
        self._fit()

    def _make_rows(self, pages: tuple[PageFacts, ...]) -> None:
        for row in self.rows:
            row.deleteLater()
        for label, _ in self._titles:
            label.deleteLater()
        self.rows, self._titles = [], []
        while self._column.count():
            self._column.takeAt(0)
        self._column.addWidget(self.search)
        self.search.clear()
        section = ""
        for page in pages:
            if page.section != section:
                section = page.section
                self._titles.append((self._make_title(section), []))
            row = PageRow(self.scene, page, self)
            row.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            self._column.addWidget(row)
            self.rows.append(row)
            if self._titles:
                self._titles[-1][1].append(row)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        self.restyle()

    def _make_title(self, section: str) -> QLabel:
        label = QLabel(plain_text(section), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(8, 10, 8, 2)
        self._column.addWidget(label)
        return label

    # Folding and searching

    def _most(self) -> int:
        """How many rows show while the list is folded; 0 if it does not fold."""
        most = self._shown.most if self._shown else 0
        return most if most and not self._alone and len(self.rows) >= most + SLACK else 0

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fit()

    def _fit(self) -> None:
        wanted = self.search.text().strip().casefold()
        self.search.setVisible(len(self.rows) >= SEARCH_FROM)
        most = self._most()
        folded = bool(most) and not self._unfolded and not wanted
        for place, row in enumerate(self.rows):
            row.setVisible(wanted in row.text().casefold() and not (folded and place >= most))
        for label, rows in self._titles:
            label.setVisible(bool(label.text()) and any(not row.isHidden() for row in rows))
        self.more.setVisible(bool(most) and not wanted)
        self.more.setText(f"View {len(self.rows) - most} more" if folded else "View less")
        self.more.setAccessibleName(self.more.text())
        self.resized.emit()

    def height_wanted(self) -> int:
        """The height in px that the rows take; 0 if there are none."""
        if not self.rows:
            return 0
        self._column.invalidate()
        return self._column.sizeHint().height()

    # The user

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.search, *self.rows, self.more] if self.rows else []

    def _choose_first(self) -> None:
        """Go to the first page that was found."""
        found = next((row.page for row in self.rows if not row.isHidden()), None)
        if found is not None:
            self.search.clear()
            self.chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        stops = [stop for stop in self.focus_stops() if not stop.isHidden()]
        here = self.focusWidget()
        if step is not None and here in stops:
            at = stops.index(here) + step
            if 0 <= at < len(stops):
                stops[at].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        for label, _ in self._titles:
            label.setFont(text_font(theme.font, theme.px(13), 600))
            label.setStyleSheet(f"color: {theme.faded_text}; background: transparent;")
        for row in (*self.rows, self.more):
            row.restyle()
