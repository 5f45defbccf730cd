"""The window of one session."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..state.element import Widget
from ..state.runner import Delivery, RunReport
from ..state.tree import REGIONS, Region
from ..widgets.scene import Scene
from ..widgets.theme import build_theme
from ..widgets.view import views
from .canvas import Canvas
from .page_area import PageArea, RegionView
from .session import Session
from .toasts import Toasts

STALE_AFTER = 500  # ms: a run that is faster than this dims nothing


class Window(QWidget):
    """Shows one session: sidebar and page, and what a user may do to the app as a whole.

    Args:
        session: The session; the window owns it and ends it when it closes.
        title: What the title bar says until the script says otherwise.

    Signals:
        closed: The window has been closed.
        settled: A run has ended, its result is shown, and no further one is wanted.
    """

    closed = Signal()
    settled = Signal()

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        self.default_title = title
        self.setWindowTitle(title)
        self.scene = Scene(build_theme(session.config.theme_options("light"), "light"), self)
        self.areas = {
            name: PageArea(self.scene, Region(name=name, key=name), column=736 if name == "main" else 0)
            for name in ("main", "sidebar")
        }
        numbers = {name: number for number, name in enumerate(REGIONS, start=1)}
        self.event_region = RegionView(Region(name="event", key="event"), self.scene, self)
        self.event_region.hide()
        self.toasts = Toasts(self.scene, self)
        self.canvas = Canvas(
            self.scene,
            views,
            {
                **{numbers[name]: area.region for name, area in self.areas.items()},
                numbers["event"]: self.event_region,
            },
            self._place_areas,
            self,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.areas["sidebar"])
        layout.addWidget(self.areas["main"], 1)
        for area in self.areas.values():
            area.resized.connect(area.place)
        self._stale_timer = QTimer(self)
        self._stale_timer.setSingleShot(True)
        self._stale_timer.setInterval(STALE_AFTER)
        self._stale_timer.timeout.connect(lambda: self.canvas.show_stale(self._stale))
        self._stale: frozenset[int] = frozenset()
        self.canvas.changed.connect(self._on_user_change)
        session.run_started.connect(self._on_run_started)
        session.delivered.connect(self._on_delivered)
        session.run_finished.connect(self._on_run_finished)
        self.resize(1000, 760)

    def _place_areas(self) -> None:
        self.areas["sidebar"].setVisible(bool(self.areas["sidebar"].region.items))
        for area in self.areas.values():
            if area.isVisibleTo(self):
                area.place()

    def _on_user_change(self, element: Widget, value: object) -> None:
        serial = self.session.on_user_change(element, value)
        if serial is not None:
            self.canvas.note_sent(element, value, serial)

    def _on_run_started(self, number: int) -> None:
        self._stale_timer.start()

    def _on_delivered(self, delivery: Delivery) -> None:
        self._stale = delivery.patch.stale
        self.canvas.apply(delivery.patch, delivery.seen)
        if delivery.page.title is not None:
            self.setWindowTitle(delivery.page.title)
        self.session.runner.on_window_ready()

    def _on_run_finished(self, report: RunReport) -> None:
        self._stale_timer.stop()
        if not self.session.runner.is_busy():
            self.settled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()
