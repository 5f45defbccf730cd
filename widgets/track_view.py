"""The view that ``st.slider`` and ``st.select_slider`` share: a label, a track, the ends' names on hover."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ..state.element import Widget
from .controls.slider import SliderTrack
from .field import FieldView
from .fonts import text_font

W = TypeVar("W", bound=Widget)

_ENDS_TOP = 31  # px: below the track, within the control


class TrackView(FieldView[W]):
    """A label above a track with one or two handles.

    A drag shows its value all the time and is sent when it ends. An update that comes meanwhile does
    not take the handle out of the user's hand.
    """

    control: SliderTrack

    def make_control(self) -> QWidget:
        self._dragged = False
        self._places: tuple[int, ...] = ()
        track = SliderTrack(self.scene.theme, 0)
        track.moved.connect(self._on_moved)
        track.released.connect(self._on_released)
        self._ends = (QLabel(track), QLabel(track))
        for end in self._ends:
            end.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            end.hide()
        track.installEventFilter(self)
        return track

    # What the two kinds of slider differ in

    @abstractmethod
    def last(self) -> int:
        """The last position of the element's track."""

    @abstractmethod
    def positions(self) -> tuple[int, ...]:
        """Where the element's one or two values are."""

    @abstractmethod
    def describe(self, position: int) -> str:
        """The text above a handle."""

    @abstractmethod
    def wire(self, positions: tuple[int, ...]) -> Any:
        """The wire value for handles at these positions."""

    @abstractmethod
    def same_track(self, element: W, before: W) -> bool:
        """Whether the two elements have the same positions, with the same texts."""

    # Taking over

    def show_value(self, element: W, before: W | None) -> None:
        if before is not None and self.same_track(element, before):
            if not self._dragged:
                self.control.set_positions(self.positions())
            return
        self._dragged = False
        self.control.set_track(self.last(), self.positions(), self.describe)
        self._name_ends()

    def restyle(self) -> None:
        super().restyle()
        self.control.set_theme(self.scene.theme)
        self._name_ends()

    def height_for(self, width: int) -> int:
        self._overlap()
        return super().height_for(width)

    def _overlap(self) -> None:
        # The values hang over the label's line: together they are as high as any other field.
        visible = self.element.label_visibility != "collapsed"
        self.column.setSpacing(0)
        self.label.setMaximumHeight(16777215 if visible else 0)

    def _on_moved(self, low: int, high: int) -> None:
        self._dragged = True

    def _on_released(self, low: int, high: int) -> None:
        self._dragged = False
        value = self.wire(self.control.positions())
        if value != self.element.value:
            self.changed.emit(value)

    # The names of the ends

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_ends(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_ends(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_ends()
        return False

    def _show_ends(self, shown: bool) -> None:
        for end in self._ends:
            end.setVisible(shown)

    def _name_ends(self) -> None:
        theme = self.scene.theme
        for end, position in zip(self._ends, (0, self.last()), strict=True):
            end.setText(self.describe(position))
            end.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
            palette = end.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.placeholder)
            end.setPalette(palette)
        self._place_ends()

    def _place_ends(self) -> None:
        theme = self.scene.theme
        width, top = self.control.width(), theme.px(_ENDS_TOP)
        height = self.control.height() - top
        room = QSize(max(0, width // 2 - theme.px(4)), height)
        for end, at_right in zip(self._ends, (False, True), strict=True):
            wide = min(end.sizeHint().width(), room.width())
            end.setGeometry(width - wide if at_right else 0, top, wide, height)
