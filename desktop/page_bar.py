"""The list of the app's pages in the bar above the page, for ``position="top"``."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ..state.pages import PageFacts, PageList
from ..widgets.markdown.pictures import make_icon
from ..widgets.markdown.plain import plain_text
from ..widgets.scene import Scene
from .page_row import ICON, FlatRow, PageRow

DOWN = ":material/keyboard_arrow_down:"
GAP = 4  # px


class TopPages(QWidget):
    """Pages side by side, sections as menus; where there is no room for them, one menu of all.

    Signals:
        chosen: (PageFacts) a page was clicked.
    """

    chosen = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._shown: PageList | None = None
        self._entries: list[FlatRow] = []
        self._all: FlatRow | None = None
        self.menu: QMenu | None = None
        self.setAccessibleName("Pages")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_pages(self, pages: PageList | None) -> None:
        """Show these pages; None for no list."""
        if pages == self._shown:
            return
        self._shown = pages
        self._make()
        self.setVisible(bool(self._entries))

    def _make(self) -> None:
        for row in self._rows():
            row.hide()
            row.deleteLater()
        self._entries, self._all = [], None
        pages = self._shown.visible() if self._shown else ()
        for section, group in groupby(pages, key=lambda page: page.section):
            listed = list(group)
            if section:
                self._entries.append(self._make_menu(plain_text(section), listed))
            else:
                self._entries.extend(self._make_row(page) for page in listed)
        if pages:
            now = self._shown.of_now() if self._shown else None
            self._all = self._make_menu(plain_text(now.title) if now else "Pages", list(pages))
        self._place()

    def _make_row(self, page: PageFacts) -> FlatRow:
        row = PageRow(self.scene, page, self)
        row.mark_current(self._is_current(page))
        row.clicked.connect(lambda: self.chosen.emit(page))
        return row

    def _make_menu(self, text: str, pages: list[PageFacts]) -> FlatRow:
        row = FlatRow(self.scene, text, behind=DOWN, parent=self)
        row.mark_current(any(map(self._is_current, pages)))
        row.clicked.connect(lambda: self._open(row, pages))
        return row

    def _is_current(self, page: PageFacts) -> bool:
        return self._shown is not None and page.name == self._shown.current

    def _open(self, row: FlatRow, pages: list[PageFacts]) -> None:
        theme = self.scene.theme
        menu = self.menu = QMenu(self)
        section = ""
        for page in pages:
            if page.section != section and row is self._all:
                section = page.section
                menu.addSeparator()
            action = QAction(plain_text(page.title).replace("&", "&&"), menu)
            if page.icon and page.icon != "spinner":
                action.setIcon(make_icon(page.icon, ICON, theme.text, theme.faint_text))
            else:
                action.setIcon(QIcon())
            action.setCheckable(self._is_current(page))
            action.setChecked(self._is_current(page))
            action.triggered.connect(lambda _=False, page=page: self.chosen.emit(page))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(row.mapToGlobal(row.rect().bottomLeft()))

    def _rows(self) -> list[FlatRow]:
        return [*self._entries, *([self._all] if self._all is not None else [])]

    def _place(self) -> None:
        wide = sum(row.sizeHint().width() + GAP for row in self._entries) <= self.width()
        x = 0
        for row in self._rows():
            row.setVisible((row is not self._all) == wide)
            if row.isHidden():
                continue
            size = row.sizeHint()
            width = min(size.width(), max(0, self.width() - x))
            row.setGeometry(x, (self.height() - size.height()) // 2, width, size.height())
            x += size.width() + GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return list(self._rows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        stops = [row for row in self._rows() if not row.isHidden()]
        here = self.focusWidget()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if step is None or not plain or here not in stops:
            super().keyPressEvent(event)
            return
        at = stops.index(here) + step
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for row in self._rows():
            row.restyle()
        self._place()
