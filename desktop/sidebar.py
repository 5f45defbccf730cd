"""The sidebar: a column at the left that can be folded away and pulled wider."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ..state.pages import PageList
from ..state.tree import Region
from ..widgets.scene import Scene
from .header import HEIGHT, HeaderButton
from .page_area import PageArea

if TYPE_CHECKING:
    from ..widgets.logo import Logo
    from .logo_mark import LogoMark
    from .page_list import SidebarPages

WIDTH = 300
NARROWEST, WIDEST = 200, 600
TOP = 8  # px above what it shows
NARROW_WINDOW = 640
"""px: in windows up to this width the sidebar lies over the page."""


class Grip(QWidget):
    """The edge that is pulled. Arrow keys move it too.

    Signals:
        moved: (px) the width that the sidebar is to have.
    """

    moved = Signal(int)

    def __init__(self, scene: Scene, bar: QWidget) -> None:
        super().__init__(bar)
        self.scene = scene
        self._bar = bar
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Width of the sidebar")
        self._beside: int | None = None  # px from the mouse to the sidebar's edge while it is pulled

    def _mouse_x(self, event: QMouseEvent) -> int:
        return self._bar.mapFromGlobal(event.globalPosition().toPoint()).x()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._beside = self._bar.width() - self._mouse_x(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._beside is not None:
            self.moved.emit(self._mouse_x(event) + self._beside)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._beside = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(self.scene.theme.zoomed(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -16, Qt.Key.Key_Right: 16}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(self._bar.width() + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        active = self.hasFocus() or self._beside is not None
        if active or self.underMouse():
            theme = self.scene.theme
            painter = QPainter(self)
            color = theme.primary if active else theme.border
            painter.fillRect(self.width() - 3, 0, 3, self.height(), QColor(color))
            painter.end()


class Scrim(QWidget):
    """The shade over the page while the sidebar lies over it; a click on it folds the sidebar.

    Signals:
        pressed: It was clicked.
    """

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 80))
        painter.end()


class Sidebar(QWidget):
    """The column at the left.

    Signals:
        changed: It was folded, unfolded or pulled.
        fold_clicked: Its user wants it out of the way.
        page_chosen: (PageFacts) a page was clicked.
    """

    changed = Signal()
    fold_clicked = Signal()
    page_chosen = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.area = PageArea(scene, Region(name="sidebar", key="sidebar"), column=0)
        self.area.setParent(self)
        self.fold_button = HeaderButton(scene, ":material/keyboard_double_arrow_left:", "Hide the sidebar")
        self.fold_button.setParent(self)
        self.fold_button.clicked.connect(self.fold_clicked)
        self.grip = Grip(scene, self)
        self.grip.moved.connect(self._on_pulled)
        self.logo: LogoMark | None = None
        self.wanted = WIDTH
        self.chosen: int | None = None  # the width that its user has pulled it to
        self._open = True
        self._open_in_wide = True
        self._over = False
        self.setAutoFillBackground(True)
        self.restyle()

    def show_logo(self, logo: Logo | None) -> None:
        """Show the app's logo at the top; None for none."""
        if self.logo is None and logo is not None:
            from .logo_mark import LogoMark

            self.logo = LogoMark(self.scene, self)
        if self.logo is not None:
            self.logo.show_logo(logo)
            self._place_logo(self.logo)

    def _place_logo(self, logo: LogoMark) -> None:
        logo.move(self.area.side, (self.scene.theme.px(HEIGHT) - logo.height()) // 2)

    @cached_property
    def pages(self) -> SidebarPages:
        """The list of pages, made for the first app that has any."""
        from .page_list import SidebarPages

        pages = SidebarPages(self.scene, self.area.content)
        pages.resized.connect(self._place_pages)
        pages.chosen.connect(self.page_chosen)
        return pages

    def _has_pages(self) -> bool:
        return "pages" in vars(self)

    def show_pages(self, pages: PageList | None) -> None:
        """Show the list of pages above all else; None for none."""
        if pages is None and not self._has_pages():
            return
        self.pages.show_pages(pages, alone=self.area.region.is_empty())

    def _place_pages(self) -> None:
        if not self._has_pages():
            return
        height = self.pages.height_wanted()
        side = self.area.side - self.scene.theme.px(8)  # the text of the rows is level with what is below
        above = self.scene.theme.px(TOP)
        self.pages.setGeometry(side, above, max(0, self.area.viewport().width() - 2 * side), height)
        top = above + height + self.scene.theme.px(24) if height else above
        if top != self.area.top:
            self.area.top = top
            self.area.place()

    # State

    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._open

    def set_open(self, open: bool) -> None:
        """Fold or unfold it."""
        if open != self._open:
            self._open = open
            self.changed.emit()

    def is_over_page(self) -> bool:
        """Whether it lies over the page, since the window is narrow."""
        return self._over

    def on_window_width(self, width: int) -> None:
        """The window has another width. In one that has become narrow it folds, until there is room again."""
        over = width <= self.scene.theme.zoomed(NARROW_WINDOW)
        if over == self._over:
            return
        self._over = over
        if over:
            self._open_in_wide, self._open = self._open, False
        else:
            self._open = self._open or self._open_in_wide

    def has_content(self) -> bool:
        """Whether there is anything to show."""
        return not self.area.region.is_empty() or (self._has_pages() and bool(self.pages.rows))

    def set_wanted_width(self, width: int) -> None:
        """Set the width in px, within its bounds."""
        self.wanted = min(WIDEST, max(NARROWEST, width))
        self.changed.emit()

    def choose_width(self, width: int) -> None:
        """Set the width in px that its user wants, whatever the app does."""
        self.set_wanted_width(width)
        self.chosen = self.wanted

    def _on_pulled(self, width: int) -> None:
        self.choose_width(round(width / self.scene.theme.zoom))

    def tab_parts(self) -> list[QWidget]:
        """What Tab stops at, in order; the region stands for what is in it."""
        logo = [self.logo] if self.logo is not None else []
        pages = self.pages.focus_stops() if self._has_pages() else []
        return [*logo, self.fold_button, *pages, *self.area.tab_parts(), self.grip]

    # Looks

    def restyle(self) -> None:
        """Take over the scene's theme."""
        px = self.scene.theme.px
        self.area.side, self.area.bottom = px(24), px(48)
        self.area.top = px(TOP)
        self.fold_button.restyle()
        if self._has_pages():
            self.pages.restyle()
        self._place()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._over and event.key() == Qt.Key.Key_Escape:
            self.fold_clicked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def _place(self) -> None:
        px = self.scene.theme.px
        width, height = self.width(), self.height()
        head, side = px(HEIGHT), px(32)
        self.area.setGeometry(QRect(0, head, width - 1, height - head))
        self._place_pages()
        self.fold_button.setGeometry(width - px(44), (head - side) // 2, side, side)
        self.grip.setGeometry(width - 5, 0, 5, height)
        self.grip.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.background))
        if theme.show_sidebar_border:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(theme.border))
        painter.end()
