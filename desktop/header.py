"""The bar above the page: the sign that a run goes on, *Stop*, and the menu button."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ..widgets.controls.spinner import Spinner
from ..widgets.fonts import text_font
from ..widgets.icon_button import IconButton
from ..widgets.scene import Scene

if TYPE_CHECKING:
    from ..state.pages import PageList
    from ..widgets.logo import Logo
    from .logo_mark import LogoMark
    from .page_bar import TopPages

HEIGHT = 44
PATIENCE = 200  # ms: a run that is faster shows no sign


class HeaderButton(IconButton):
    """A button of the window itself, larger than those in fields."""

    icon_px = 20
    box_px = 32


class Header(QWidget):
    """The bar above the page.

    Signals:
        stop_clicked: The user wants the run to end.
        menu_clicked: The user wants the menu.
        sidebar_clicked: The user wants the folded sidebar back.
        page_chosen: (PageFacts) a page was clicked.
    """

    stop_clicked = Signal()
    menu_clicked = Signal()
    sidebar_clicked = Signal()
    page_chosen = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.unfold = HeaderButton(scene, ":material/keyboard_double_arrow_right:", "Show the sidebar")
        self.unfold.clicked.connect(self.sidebar_clicked)
        self.unfold.hide()
        self.spinner = Spinner(scene.theme, 16, self)
        self.status = QLabel("Running …", self)
        self.stop = QPushButton(self)  # with a text beside the parent Qt would look for an icon there
        self.stop.setText("Stop")
        self.stop.setProperty("kind", "menu")
        self.stop.setAccessibleName("Stop the run")
        self.stop.clicked.connect(self._on_stop)
        self.menu = HeaderButton(scene, ":material/more_vert:", "Menu")
        self.menu.clicked.connect(self.menu_clicked)
        self.logo: LogoMark | None = None
        row = self._row = QHBoxLayout(self)
        row.addWidget(self.unfold)
        row.addStretch(1)
        for widget in (self.spinner, self.status, self.stop, self.menu):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(lambda: self._show_running(True))
        self._show_running(False)
        self.restyle()

    @cached_property
    def pages(self) -> TopPages:
        """The pages side by side, made for the first app that wants them here."""
        from .page_bar import TopPages

        pages = TopPages(self.scene, self)
        pages.chosen.connect(self.page_chosen)
        before = self.unfold if self.logo is None else self.logo
        self._row.insertWidget(self._row.indexOf(before) + 1, pages, 100)
        return pages

    def _has_pages(self) -> bool:
        return "pages" in vars(self)

    def show_pages(self, pages: PageList | None) -> None:
        """Show these pages; None for no list."""
        if pages is not None or self._has_pages():
            self.pages.show_pages(pages)

    def show_logo(self, logo: Logo | None) -> None:
        """Show the app's logo beside the sidebar's button; None for none."""
        if self.logo is None and logo is not None:
            from .logo_mark import LogoMark

            self.logo = LogoMark(self.scene, self, small=True)
            self._row.insertWidget(1, self.logo)
        if self.logo is not None:
            self.logo.show_logo(logo)

    def on_run_started(self) -> None:
        """A run has begun; the sign comes if it lasts."""
        self._timer.start()

    def on_run_finished(self) -> None:
        """The run has ended."""
        self._timer.stop()
        if self.is_running_shown():
            self._show_running(False)

    def is_running_shown(self) -> bool:
        """Whether the sign shows."""
        return not self.stop.isHidden()

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        logo = [self.logo] if self.logo is not None else []
        pages = self.pages.focus_stops() if self._has_pages() else []
        return [self.unfold, *logo, *pages, self.stop, self.menu]

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self._row.setSpacing(theme.px(8))
        self.spinner.set_theme(theme)
        self.status.setFont(text_font(theme.font, theme.px(14)))
        self.status.setStyleSheet(f"color: {theme.faded_text}; background: transparent;")
        self.unfold.restyle()
        if self._has_pages():
            self.pages.restyle()
        self.menu.restyle()

    def _on_stop(self) -> None:
        self.status.setText("Stopping …")
        self.stop.setEnabled(False)
        self.stop_clicked.emit()

    def _show_running(self, running: bool) -> None:
        self.status.setText("Running …")
        self.stop.setEnabled(True)
        for widget in (self.spinner, self.status, self.stop):
            widget.setVisible(running)
