"""What a page shows while its script takes its time: grey shapes where a title and texts will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..widgets.colors import mix
from ..widgets.controls.paint import draw_face

if TYPE_CHECKING:
    from .window import Window

# (from above, height, part of the column's width): a title, a paragraph, a field, a chart.
_SHAPES = ((8, 34, 0.45), (74, 14, 1.0), (98, 14, 0.94), (122, 14, 0.62), (168, 40, 1.0), (240, 220, 1.0))
_STRENGTH = 0.08  # how much of the text's colour is in the shapes'
_FRAME = 40  # ms
_FIRST, _STEP = 0.4, 0.15  # of their strength: what is gone again in a moment was hardly seen


class WaitingPage(QWidget):
    """Grey shapes over an empty page, until the first element comes or the run ends.

    Args:
        window: A window whose script runs for the first time.

    Signals:
        left: The first element has come, or the run has ended.
    """

    left = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window.area)
        self._window = window
        self._share = _FIRST
        self.setObjectName("waiting")
        self.setAccessibleName("Loading")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._strengthen)
        self._timer.start()
        window.session.delivered.connect(self._on_delivered)
        window.session.run_finished.connect(self._leave)
        window.area.resized.connect(self._place)
        window.scene.theme_changed.connect(self.update)
        self._place()
        self.show()

    def announce(self) -> None:
        """Let the title bar have the title and icon that the script's source says that it will."""
        script = getattr(self._window.session.program, "path", None)
        if script is not None:
            from .launchers.page_icon import declared_in

            declared = declared_in(script)
            self._window.settings.announce(declared.title, declared.icon)

    def _place(self) -> None:
        self.setGeometry(self._window.area.rect())

    def _strengthen(self) -> None:
        self._share = min(1.0, self._share + _STEP)
        if self._share == 1.0:
            self._timer.stop()
        self.update()

    def _on_delivered(self) -> None:
        if not self._window.area.region.is_empty():
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        window = self._window
        window.session.delivered.disconnect(self._on_delivered)
        window.session.run_finished.disconnect(self._leave)
        window.settings.announce("")
        self.left.emit()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        area, theme = self._window.area, self._window.scene.theme
        fill = QColor(mix(theme.background, theme.text, _STRENGTH * self._share)).name()
        width = area.column_width()
        left = max(area.side, (area.viewport().width() - width) // 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top, height, share in _SHAPES:
            shape = QRectF(left, area.top + theme.zoomed(top), width * share, theme.zoomed(height))
            draw_face(painter, shape, theme.radius, fill, None)
        painter.end()


def show_waiting(window: Window) -> WaitingPage | None:
    """Show the shapes if there is nothing else to be seen; None if there is."""
    if window.report is not None or not window.area.region.is_empty() or not window.session.runner.is_busy():
        return None
    page = WaitingPage(window)
    QTimer.singleShot(_FRAME, page, page.announce)
    return page
