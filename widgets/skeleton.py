"""``st.skeleton``: a grey shape that keeps the place of something that is not there yet."""

from __future__ import annotations

import math
import threading
from types import TracebackType
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.context import RunControl
from ..state.element import Element, Height, Width
from ..state.records import dataclass
from .colors import mix
from .command import checked_height, checked_width
from .controls.paint import draw_face
from .empty import Empty
from .scene import Scene
from .spinner import DELAY
from .view import View, views

_FIELD = 40  # px
_BREATH = 2000  # ms from pale to pale


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton(Element):
    """A grey shape; ``height`` None is that of a field."""

    kind: ClassVar[str] = "skeleton"
    lingers: ClassVar[bool] = False

    height: Height | None = None


class SkeletonPlaceholder(Container):
    """A place that shows a skeleton until something else is put there.

    As the context of a ``with`` block it shows it only there, after a tenth of a second; what is written
    in the block goes to the container around.
    """

    __slots__ = ("_element", "_is_over", "_lock", "_timer")

    def __init__(self, plain: Container, element: Skeleton) -> None:
        for slot in Container.__slots__:
            setattr(self, slot, getattr(plain, slot))
        self._element = element
        self._lock = threading.Lock()
        self._is_over = False
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Container:
        self.replace(Empty())
        self._is_over = False
        self._timer = threading.Timer(DELAY, self._show)
        self._timer.daemon = True
        self._timer.start()
        return self

    def _show(self) -> None:
        with self._lock:
            if not self._is_over:
                try:
                    self.replace(self._element)
                except RunControl:
                    return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._is_over = True
            if error is None or not isinstance(error, RunControl):
                self.replace(Empty())


def skeleton(
    container: Container, height: Height | None = None, *, width: Width = "stretch"
) -> SkeletonPlaceholder:
    """Show a grey shape in the place of something that takes its time.

    Args:
        height: px, ``"stretch"`` to fill a container of given height, or None for that of a field.
        width: ``"stretch"`` or px.

    Returns:
        The place; each command of it replaces what is there. With ``with`` the shape shows while the block
        runs, and goes at its end.

    Raises:
        StreamlitInvalidHeightError: ``height`` is none of what it accepts.
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> with st.skeleton(height=200):
        ...     table = read()
        >>> st.dataframe(table)
    """
    high = None if height is None else checked_height(height, content=False)
    element = Skeleton(height=high, width=checked_width(width, content=False))
    return SkeletonPlaceholder(container.target().append(element), element)


@views.shows(Skeleton)
class SkeletonView(View[Skeleton]):
    """A round shape whose grey breathes."""

    def __init__(self, element: Skeleton, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self.update)
        self.setAccessibleName("Loading")

    def height_for(self, width: int) -> int:
        wish = self.element.height
        return self.scene.theme.zoomed(wish) if isinstance(wish, int) else self.scene.theme.px(_FIELD)

    def natural_width(self) -> int:
        return self.scene.theme.px(200)

    def discard(self) -> None:
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        passed = self._clock.elapsed() if self._clock.isValid() else 0
        strength = 0.09 - 0.04 * math.cos(2 * math.pi * passed / _BREATH)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(mix(theme.background, theme.text, strength)).name()
        draw_face(painter, QRectF(self.rect()), theme.radius, fill, None)
        painter.end()

    def restyle(self) -> None:
        self.update()
