"""The window of one session: sidebar, header, notices, page, and what ties them to the session."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ..state.element import Widget
from ..state.tree import REGIONS, Region
from ..widgets.fonts import text_font
from ..widgets.scene import Scene
from ..widgets.style import apply_palette, dress
from ..widgets.view import views
from .bottom_strip import BottomStrip
from .canvas import Canvas
from .first_size import first_size
from .header import Header
from .looks import Looks
from .notices import Notices, escaped
from .page_area import PageArea, RegionView
from .page_settings import PageSettings
from .page_turner import PageTurner
from .placing import Placing
from .preferences import Preferences
from .run_display import RunDisplay
from .session import Session
from .sidebar import Scrim, Sidebar
from .window_menu import WindowMenu

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from ..state.listener import RunReport
    from ..widgets.toast import Toast
    from .app_memory import AppMemory
    from .documents.documents import Documents
    from .form_keeper import FormKeeper
    from .search_bar import SearchBar
    from .tab_order import TabOrder
    from .toasts import Toasts
    from .zooming import Zooming

CENTRED = 736  # px: the widest that a centred page's column gets


class Window(QWidget):
    """Shows one session and lets its user do what concerns the app as a whole.

    Args:
        session: The session; the window owns it and ends it when it closes.
        title: What the title bar says until the script says otherwise.
        preferences: What the user chose for all apps.

    Attributes:
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
        self.sidebar_scene = Scene(self.looks.sidebar, self, beside=self.scene)
        self.placing = Placing(self)
        self._make_parts()
        self.settings = PageSettings(self, title)
        self.turner = PageTurner(self)
        self.menu = WindowMenu(self)
        if sys.platform == "darwin":
            from .menu import build_menu_bar

            build_menu_bar(self.menu.entries, self)
        self._search: SearchBar | None = None
        self._connect()
        self._dress()
        # It has the focus until its user gives it to something: no button is armed by mere opening.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
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
        self.canvas = Canvas(self.scene, views, numbered, self.placing.place_areas, self)

    def _connect(self) -> None:
        session, header = self.session, self.header
        self.runs = RunDisplay(self)
        self.canvas.changed.connect(self._on_user_change)
        self.canvas.submit_wanted.connect(lambda element: self.forms.press_button(element))
        values = self.canvas.values
        values.hold_dropped.connect(lambda element: session.forms.drop(element.form_id, element.id))
        for area in self.areas.values():
            area.resized.connect(area.place)
        self.area.resized.connect(self.bottom.place)
        header.stop_clicked.connect(session.runner.stop)
        header.menu_clicked.connect(self.menu.open)
        header.sidebar_clicked.connect(lambda: self.placing.fold_sidebar(False))
        self.sidebar.fold_clicked.connect(lambda: self.placing.fold_sidebar(True))
        self.scrim.pressed.connect(lambda: self.placing.fold_sidebar(True))
        self.sidebar.changed.connect(self.placing.place_parts)
        for scene in (self.scene, self.sidebar_scene):
            scene.link_activated.connect(self._on_link)
            scene.notice.connect(self.notices.mention)
            scene.stop_wanted.connect(session.runner.stop)
            self.settled.connect(scene.run_ended)
        self.scene.logo.connect(self.placing.show_logo)
        self.scene.toast.connect(self._on_first_toast)
        self.notices.changed.connect(self.placing.place_parts)
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
            app.setFont(text_font(self.looks.main.font, self.looks.main.px(14)))
        dress(self, self.looks.main)
        dress(self.sidebar, self.looks.sidebar)

    def _on_looks_changed(self) -> None:
        self.scene.set_theme(self.looks.main)
        self.sidebar_scene.set_theme(self.looks.sidebar)
        self._dress()
        for part in (self.header, self.sidebar, self.notices):
            part.restyle()
        self.placing.place_parts()
        self.canvas.restyle()

    # Placing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scene.page_width = self.sidebar_scene.page_width = self.width()
        self.sidebar.on_window_width(self.width())
        self.placing.place_parts()

    @cached_property
    def forms(self) -> FormKeeper:
        """What looks after forms, from the first time that a field in one is used."""
        from .form_keeper import FormKeeper

        return FormKeeper(self.canvas, self.session)

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
    def zooming(self) -> Zooming:
        """How large all is, from the first time that somebody asks."""
        from .zooming import Zooming

        return Zooming(self)

    @cached_property
    def toasts(self) -> Toasts:
        """The messages over the page, made for the first of them."""
        from .toasts import Toasts

        self.scene.toast.disconnect(self._on_first_toast)  # they hear of all others themselves
        return Toasts(self.scene, self)

    def _on_first_toast(self, toast: Toast) -> None:
        self.toasts.show_toast(toast)

    # The session

    @property
    def report(self) -> RunReport | None:
        """How the last run went; None while the first one goes on."""
        return self.runs.report

    def _on_user_change(self, element: Widget, value: object) -> None:
        spec = self.session.state.spec(element.id)
        trigger = spec is not None and spec.trigger
        if trigger:
            self.canvas.commit_focused()
        serial = self.session.on_user_change(element, value)
        if serial is None:
            self.canvas.values.note_held(element, value)
            return
        self.canvas.values.note_sent(element, value, serial, lasts=not trigger)
        if element.submits:
            self.canvas.values.note_submitted(element.form_id, serial)
            self.forms.after_submit(element.form_id)

    # The user

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel where nothing in the window scrolls by it."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zooming.on_wheel(event)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Buttons that nothing in the window wanted."""
        if not self.turner.on_mouse(event.button()):
            super().mousePressEvent(event)

    @cached_property
    def documents(self) -> Documents:
        """The session as a file, from the first time that it is to be one."""
        from .documents.documents import Documents

        return Documents(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files over a part of the window that wants none."""
        from .dropping import openable

        if openable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from .dropping import openable, take_dropped

        take_dropped(self, openable(event.mimeData()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Only who presses the button of the title bar is asked: what the program closes is to close.
        if event.spontaneous() and self.session.runner.is_busy():
            from .closing import asks_first

            if asks_first(self):
                event.ignore()
                return
        documents: Documents | None = vars(self).get("documents")
        if documents is not None:
            if not documents.may_close():
                event.ignore()
                return
            documents.on_closed()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()
