"""The window of one session: sidebar, header, notices, page, and what ties them to the session."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ..state.element import Widget
from ..state.listener import RunReport
from ..state.screen import Delivery
from ..state.tree import REGIONS, Region
from ..widgets.fonts import text_font
from ..widgets.scene import Scene
from ..widgets.style import apply_palette, dress
from ..widgets.view import views
from .bottom_strip import BottomStrip
from .canvas import Canvas
from .first_size import first_size
from .form_keeper import FormKeeper
from .header import HEIGHT, Header
from .looks import Looks
from .notices import Notices, escaped
from .page_area import PageArea, RegionView
from .page_settings import PageSettings
from .page_turner import PageTurner
from .preferences import Preferences
from .session import Session
from .sidebar import Scrim, Sidebar
from .window_menu import WindowMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from ..widgets.logo import Logo
    from ..widgets.toast import Toast
    from .app_memory import AppMemory
    from .search_bar import SearchBar
    from .tab_order import TabOrder
    from .toasts import Toasts

STALE_AFTER = 500  # ms: a run that is faster than this dims nothing
BESIDE_SIDEBAR = 48  # px of the page that stay in sight
CENTRED = 736  # px: the widest that a centred page's column gets


class Window(QWidget):
    """Shows one session and lets its user do what concerns the app as a whole.

    Args:
        session: The session; the window owns it and ends it when it closes.
        title: What the title bar says until the script says otherwise.
        preferences: What the user chose for all apps.

    Attributes:
        report: How the last run went; None while the first one goes on.
        memory: What is kept of this app between launches; None where nothing is.

    Signals:
        closed: The window has been closed.
        settled: A run has ended, its result is shown, and no further one is wanted.
        new_window_wanted: The user wants a second window of this app.
    """

    closed = Signal()
    settled = Signal()
    new_window_wanted = Signal()

    def __init__(self, session: Session, title: str, preferences: Preferences) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        self.preferences = preferences
        self.memory: AppMemory | None = None
        self.setObjectName("window")
        self.looks = Looks(session.config, preferences, self)
        self.scene = Scene(self.looks.main, self)
        self.sidebar_scene = Scene(self.looks.sidebar, self)
        self.sidebar_scene.files = self.scene.files
        self._make_parts()
        self.forms = FormKeeper(self.canvas, session)
        self.settings = PageSettings(self, title)
        self.turner = PageTurner(self)
        self.menu = WindowMenu(self)
        if sys.platform == "darwin":
            from .menu import build_menu_bar

            build_menu_bar(self.menu.entries, self)
        self.report: RunReport | None = None
        self._search: SearchBar | None = None
        self._had_sidebar = False
        self._page_rect = QRect()
        self._logo: Logo | None = None
        self._stale: frozenset[int] = frozenset()
        self._stale_timer = QTimer(self)
        self._stale_timer.setSingleShot(True)
        self._stale_timer.setInterval(STALE_AFTER)
        self._stale_timer.timeout.connect(lambda: self.canvas.show_stale(self._stale))
        self._connect()
        self._dress()
        # It has the focus until its user gives it to something: no button is armed by mere opening.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.setMinimumSize(360, 240)
        self.resize(first_size(self, QSize(1080, 800)))

    def _make_parts(self) -> None:
        self.sidebar = Sidebar(self.sidebar_scene, self)
        self.scrim = Scrim(self)
        self.header = Header(self.scene, self)
        self.notices = Notices(self.scene, self)
        self.area = PageArea(self.scene, Region(name="main", key="main"), column=CENTRED)
        self.area.setParent(self)
        self.areas = {"main": self.area, "sidebar": self.sidebar.area}
        self.event_region = RegionView(Region(name="event", key="event"), self.scene, self)
        self.event_region.hide()
        self.bottom = BottomStrip(self.scene, self.area, self)
        regions = {
            "main": self.area.region,
            "sidebar": self.sidebar.area.region,
            "event": self.event_region,
            "bottom": self.bottom.region,
        }
        numbered = {number: regions[name] for number, name in enumerate(REGIONS, start=1)}
        self.canvas = Canvas(self.scene, views, numbered, self._place_areas, self)

    def _connect(self) -> None:
        session, header = self.session, self.header
        session.run_started.connect(self._on_run_started)
        session.delivered.connect(self._on_delivered)
        session.run_finished.connect(self._on_run_finished)
        self.canvas.changed.connect(self._on_user_change)
        self.canvas.submit_wanted.connect(self.forms.press_button)
        self.canvas.hold_dropped.connect(lambda element: session.forms.drop(element.form_id, element.id))
        for area in self.areas.values():
            area.resized.connect(area.place)
        self.area.resized.connect(self.bottom.place)
        header.stop_clicked.connect(session.runner.stop)
        header.menu_clicked.connect(self.menu.open)
        header.sidebar_clicked.connect(lambda: self._fold_sidebar(False))
        self.sidebar.fold_clicked.connect(lambda: self._fold_sidebar(True))
        self.scrim.pressed.connect(lambda: self._fold_sidebar(True))
        self.sidebar.changed.connect(self._place_parts)
        for scene in (self.scene, self.sidebar_scene):
            scene.link_activated.connect(self._on_link)
            scene.notice.connect(self.notices.mention)
            scene.stop_wanted.connect(session.runner.stop)
            self.settled.connect(scene.run_ended)
        self.scene.logo.connect(self._on_logo)
        self.scene.toast.connect(self._on_first_toast)
        self.notices.changed.connect(self._place_parts)
        self.looks.changed.connect(self._on_looks_changed)
        self.preferences.changed.connect(self.settings.refresh)
        for warning in session.config.warnings:
            self.notices.say(f":material/settings: {escaped(str(warning))}")

    # Looks

    def _dress(self) -> None:
        surroundings = self.session.state.surroundings
        if surroundings is not None:
            surroundings.theme.type = self.looks.main.base
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(apply_palette(self.looks.main))
            app.setFont(text_font(self.looks.main.font, 14))
        dress(self, self.looks.main)
        dress(self.sidebar, self.looks.sidebar)

    def _on_looks_changed(self) -> None:
        self.scene.set_theme(self.looks.main)
        self.sidebar_scene.set_theme(self.looks.sidebar)
        self._dress()
        for part in (self.header, self.sidebar, self.notices):
            part.restyle()
        self.canvas.restyle()

    # Placing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scene.page_width = self.sidebar_scene.page_width = self.width()
        self.sidebar.on_window_width(self.width())
        self._place_parts()

    def _place_parts(self) -> None:
        sidebar = self.sidebar
        shown = sidebar.has_content() and sidebar.is_open()
        over = sidebar.is_over_page()
        side = min(sidebar.wanted, self.width() - BESIDE_SIDEBAR) if shown else 0
        sidebar.setVisible(shown)
        sidebar.setGeometry(0, 0, side, self.height())
        left = 0 if over else side
        room = self.width() - left
        self.header.unfold.setVisible(sidebar.has_content() and not sidebar.is_open())
        self.header.setGeometry(left, 0, room, HEIGHT)
        self.header.show_logo(None if shown else self._logo)
        notices = self.notices.height_for(room)
        self.notices.setGeometry(left, HEIGHT, room, notices)
        self._page_rect = QRect(left, HEIGHT + notices, room, self.height() - HEIGHT - notices)
        self._place_page()
        self.settings.refresh()
        self.scrim.setGeometry(self.rect())
        self.scrim.setVisible(over and shown)
        if over and shown:
            self.scrim.raise_()
            sidebar.raise_()

    def _place_page(self) -> None:
        """Give the strip at the bottom what it asks for, and the page what is left."""
        rect = self._page_rect
        self.area.resize(rect.width(), self.area.height())
        low = self.bottom.wanted_height(self.height())
        self.area.follow_end(low > 0)
        self.area.setGeometry(rect.adjusted(0, 0, 0, -low))
        self.bottom.setGeometry(rect.x(), rect.bottom() + 1 - low, rect.width(), low)
        self.bottom.setVisible(low > 0)
        self.bottom.place()

    @cached_property
    def tab_order(self) -> TabOrder:
        """Where Tab goes, from the first time that it is pressed."""
        from .tab_order import TabOrder

        return TabOrder(
            (
                self.header.focus_stops,
                self.sidebar.tab_parts,
                self.notices.focus_stops,
                self._search_stops,
                self.area.tab_parts,
                self.bottom.area.tab_parts,
                lambda: self.toasts.focus_stops() if "toasts" in vars(self) else (),
            )
        )

    @cached_property
    def toasts(self) -> Toasts:
        """The messages over the page, made for the first of them."""
        from .toasts import Toasts

        self.scene.toast.disconnect(self._on_first_toast)  # they hear of all others themselves
        return Toasts(self.scene, self)

    def _on_first_toast(self, toast: Toast) -> None:
        self.toasts.show_toast(toast)

    def _on_logo(self, logo: Logo | None) -> None:
        self._logo = logo
        self.sidebar.show_logo(logo)
        self._place_parts()

    def _fold_sidebar(self, fold: bool) -> None:
        """Fold or unfold; from the button that vanishes the focus goes to the one that undoes it."""
        there, undo = self.header.unfold, self.sidebar.fold_button
        if fold:
            there, undo = undo, there
        by_key = there.hasFocus()
        if fold and self.sidebar.isAncestorOf(self.focusWidget()):
            self.setFocus()
        self.sidebar.set_open(not fold)
        if by_key:
            undo.setFocus(Qt.FocusReason.TabFocusReason)

    def _place_areas(self) -> None:
        if self.sidebar.has_content() != self._had_sidebar:
            self._had_sidebar = not self._had_sidebar
            self.settings.on_sidebar_content()
            self._place_parts()
        self._place_page()
        for area in self.areas.values():
            if area.isVisibleTo(self):
                area.place()
        # Dialogs lie there; they place themselves over the window.
        self.event_region.arrange()

    def whole_height(self) -> int:
        """The height in px at which the whole page shows without scrolling."""
        return self.height() - self.area.viewport().height() + self.area.content.height()

    # The user

    def _on_user_change(self, element: Widget, value: object) -> None:
        spec = self.session.state.spec(element.id)
        if spec is not None and spec.trigger:
            self.canvas.commit_focused()
        serial = self.session.on_user_change(element, value)
        if serial is None:
            self.canvas.note_held(element, value)
            return
        self.canvas.note_sent(element, value, serial)
        if element.submits:
            self.canvas.note_submitted(element.form_id, serial)
            self.forms.after_submit(element.form_id)

    def _on_link(self, address: str) -> None:
        if address.startswith("#"):
            self._show_heading(address[1:])
            return
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromUserInput(address))

    def _show_heading(self, anchor: str) -> None:
        """Scroll to the heading that a link within the page names."""
        any(area.show_anchor(anchor) for area in self.areas.values())

    def open_search(self) -> SearchBar:
        """Open the bar that finds text in the page."""
        if self._search is None:
            from .search_bar import SearchBar

            self._search = SearchBar(self)
        self._search.open_search()
        return self._search

    def _search_stops(self) -> list[QWidget]:
        return self._search.focus_stops() if self._search is not None else []

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.tab_order.move(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing with the focus wanted."""
        from .keys import act_on_key

        if not act_on_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Buttons that nothing in the window wanted."""
        if not self.turner.on_mouse(event.button()):
            super().mousePressEvent(event)

    # The session

    def _on_run_started(self, number: int) -> None:
        self._stale_timer.start()
        self.header.on_run_started()

    def _on_delivered(self, delivery: Delivery) -> None:
        self._stale = delivery.patch.stale
        try:
            self.canvas.apply(delivery.patch, delivery.seen)
            page = self.turner.take(delivery.page, final=delivery.final)
            if self.sidebar.has_content() != self._had_sidebar:
                self._place_areas()
            self.settings.take(page)
        finally:
            self.session.runner.on_window_ready()

    def _on_run_finished(self, report: RunReport) -> None:
        self.report = report
        self._stale_timer.stop()
        self._stale = frozenset()
        self.canvas.show_stale(frozenset())
        for text in report.notices:
            self.notices.say(f":material/info: {escaped(text)}")
        self.header.menu.setVisible(self.menu.has_entries())
        if report.outcome != "rerun" and not self.session.runner.is_busy():
            self.header.on_run_finished()
            self.settled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()
