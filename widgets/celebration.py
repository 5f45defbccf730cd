"""``st.balloons`` and ``st.snow``: a celebration over the whole window."""

from __future__ import annotations

import math
import random
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRadialGradient, QShowEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element
from ..state.records import dataclass
from .scene import Scene
from .view import View, views

_LENGTH = 3500  # ms
_COUNT = {"balloons": 30, "snow": 90}
_COLORS = ("#e2445c", "#f5a623", "#f8d648", "#3fb37f", "#4a90e2", "#9b5de5", "#f06fa7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebration(Element):
    """Something that flies over the window once. ``serial`` tells one call from the next."""

    serial: int
    sort: ClassVar[str] = "balloons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balloons(Celebration):
    """Balloons that rise."""

    kind: ClassVar[str] = "balloons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snow(Celebration):
    """Flakes that fall."""

    kind: ClassVar[str] = "snow"
    sort: ClassVar[str] = "snow"


def balloons(container: Container) -> Container:
    """Let balloons rise over the window, once in each run that comes here.

    Returns:
        A handle that replaces it.

    Example:
        >>> if st.button("Done"):
        ...     st.balloons()
    """
    place = container.target()
    return place.append(Balloons(serial=place.run.next_serial()))


def snow(container: Container) -> Container:
    """Let snow fall over the window, once in each run that comes here.

    Returns:
        A handle that replaces it.

    Example:
        >>> st.snow()
    """
    place = container.target()
    return place.append(Snow(serial=place.run.next_serial()))


@dataclass(frozen=True, slots=True)
class Flyer:
    """One balloon or flake: where it flies, in shares of the window, and when, in shares of the time."""

    x: float
    size: float
    start: float
    speed: float
    sway: float
    color: str


class Sky(QWidget):
    """Lies over the window, lets clicks through, and goes when all has flown by."""

    def __init__(self, sort: str, window: QWidget, seed: int) -> None:
        super().__init__(window)
        self.sort = sort
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        chance = random.Random(seed)
        self.flyers = [
            Flyer(
                x=chance.random(),
                size=chance.uniform(0.7, 1.3),
                start=chance.uniform(0, 0.35),
                speed=chance.uniform(0.85, 1.2),
                sway=chance.uniform(0, 2 * math.pi),
                color=chance.choice(_COLORS),
            )
            for _ in range(_COUNT[sort])
        ]
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._on_tick)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def start(self) -> None:
        """Let them fly."""
        self._clock.start()
        self._timer.start()
        self.raise_()
        self.show()

    def _on_tick(self) -> None:
        if self._clock.elapsed() >= _LENGTH:
            self._timer.stop()
            self.hide()
            self.deleteLater()
        else:
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        passed = self._clock.elapsed() / _LENGTH
        for flyer in self.flyers:
            way = (passed - flyer.start) / 0.6 * flyer.speed
            if 0 < way < 1:
                self._paint(painter, flyer, way)
        painter.end()

    def _paint(self, painter: QPainter, flyer: Flyer, way: float) -> None:
        width, height = self.width(), self.height()
        x = flyer.x * width + 14 * math.sin(flyer.sway + 5 * way)
        if self.sort == "snow":
            _paint_flake(painter, QPointF(x, -20 + way * (height + 40)), 9 * flyer.size, flyer.sway + 2 * way)
        else:
            _paint_balloon(
                painter, QPointF(x, height + 60 - way * (height + 200)), 26 * flyer.size, flyer.color
            )


def _paint_balloon(painter: QPainter, at: QPointF, radius: float, color: str) -> None:
    body = QRectF(at.x() - radius, at.y() - radius * 1.2, 2 * radius, 2.4 * radius)
    shine = QRadialGradient(at + QPointF(-radius * 0.35, -radius * 0.5), radius * 1.6)
    shine.setColorAt(0, QColor(color).lighter(150))
    shine.setColorAt(1, QColor(color))
    string = QPainterPath(QPointF(at.x(), body.bottom()))
    below = QPointF(at.x(), body.bottom() + radius * 1.6)
    string.cubicTo(at + QPointF(radius * 0.4, radius * 1.7), at + QPointF(-radius * 0.4, radius * 2.2), below)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(130, 130, 130, 150), 1.2))
    painter.drawPath(string)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shine)
    painter.drawEllipse(body)


def _paint_flake(painter: QPainter, at: QPointF, radius: float, turned: float) -> None:
    # Pale blue shows on a white page and on a dark one.
    pen = QPen(QColor(150, 195, 235, 220), max(1.2, radius / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for arm in range(6):
        angle = turned + arm * math.pi / 3
        out = QPointF(math.cos(angle), math.sin(angle))
        painter.drawLine(at, at + out * radius)
        for side in (-0.6, 0.6):
            twig = QPointF(math.cos(angle + side), math.sin(angle + side))
            painter.drawLine(at + out * radius * 0.55, at + out * radius * 0.55 + twig * radius * 0.35)


@views.shows(Celebration)
class CelebrationView(View[Celebration]):
    """Takes no room; fills the window's sky when it comes to be shown."""

    def __init__(self, element: Celebration, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.sky: Sky | None = None
        self._started = 0

    @classmethod
    def is_needed(cls, element: Element) -> bool:
        return True

    def show_element(self, element: Celebration) -> None:
        super().show_element(element)
        if self.isVisible():
            self._start()

    def showEvent(self, event: QShowEvent) -> None:
        self._start()

    def _start(self) -> None:
        serial = self.element.serial
        if serial != self._started:
            self._started = serial
            self.sky = Sky(self.element.sort, self.window(), serial)
            self.sky.start()

    def height_for(self, width: int) -> int:
        return 0

    def natural_width(self) -> int:
        return 0
