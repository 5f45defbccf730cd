"""How a metric is shown."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.element import Element, Height, LabelVisibility
from ..state.records import dataclass
from .controls.paint import draw_face
from .icon_mark import IconMark
from .markdown.label import Label
from .markdown.pictures import draw_icon
from .markdown.plain import plain_text
from .one_line import OneLine
from .scene import Scene
from .sparkline import HEIGHT, Sparkline
from .view import View, views

Direction = Literal["up", "down", "none"]
ChartType = Literal["line", "bar", "area"]

_PAD = 16
_LABEL = 24
_VALUE = 48
_BELOW_VALUE = 4
_DELTA = 27
_CHIP = 23
_ARROW = 14
_ICON = 16
_ICON_GAP = 6
_CHART_GAP = 16
_ARROWS = {"up": ":material/arrow_upward:", "down": ":material/arrow_downward:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Element):
    """A figure. ``color`` is the name of a shade."""

    kind: ClassVar[str] = "metric"

    label: str
    body: str
    delta: str = ""
    direction: Direction = "none"
    color: str = "gray"
    description: str = ""
    help: str | None = None
    icon: str = ""
    label_visibility: LabelVisibility = "visible"
    border: bool = False
    height: Height = "content"
    chart: tuple[float, ...] = ()
    chart_type: ChartType = "line"
    format: str | None = None

    @property
    def value(self) -> str:
        """The figure as text, without its format."""
        return self.body


@views.shows(Metric)
class MetricView(View[Metric]):
    """Label, figure, change and chart, one below the other."""

    def __init__(self, element: Metric, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        theme = scene.theme
        self.icon = IconMark(scene, _ICON, self)
        self.label = Label(element.label, scene, wrap=False, parent=self)
        self.figure = OneLine(
            "", scene, mode="label", font_px=theme.unscaled(theme.metric_value_size), parent=self
        )
        self.change = Label("", scene, wrap=False, parent=self)
        self.description = Label("", scene, color=theme.faded_text, wrap=False, parent=self)
        self.chart = Sparkline(scene, self)
        self._chip = QRectF()
        self.show_element(element)

    def show_element(self, element: Metric) -> None:
        super().show_element(element)
        theme = self.scene.theme
        shade = theme.shades[element.color]
        self.icon.show_icon(element.icon if element.label_visibility == "visible" else "", theme.text)
        self.label.set_source(element.label)
        self.label.set_help(element.help)
        self.label.set_visibility(element.label_visibility)
        figure = shown(element.body, element.format)
        self.figure.set_source(figure)
        # A Label takes its colour when it is made; that of the change goes with its sign.
        self.change.set_color(shade.text)
        self.change.set_source(shown(element.delta, element.format))
        self.description.set_source(element.description)
        self.change.setVisible(bool(element.delta))
        self.description.setVisible(bool(element.description))
        self.chart.show_values(element.chart, element.chart_type, shade.main)
        self.chart.setVisible(bool(element.chart))
        words = [figure, self.change.source, element.description]
        self.setAccessibleName(f"{plain_text(element.label)}: " + " ".join(filter(None, words)))
        self._place()
        self.update()

    def restyle(self) -> None:
        for part in (self.label, self.figure, self.change, self.description):
            part.restyle()
        self.show_element(self.element)

    # ---- measures

    @property
    def _pad(self) -> int:
        return self.px(_PAD) if self.element.border else 0

    def _label_height(self) -> int:
        return 0 if self.element.label_visibility == "collapsed" else self.px(_LABEL)

    def _has_delta(self) -> bool:
        return bool(self.element.delta or self.element.description)

    def _value_height(self) -> int:
        return round(self.scene.theme.metric_value_size * _VALUE / 36)

    def _text_height(self) -> int:
        delta = self.px(_DELTA) if self._has_delta() else 0
        return self._label_height() + self._value_height() + self.px(_BELOW_VALUE) + delta

    def height_for(self, width: int) -> int:
        if isinstance(self.element.height, int):
            return self.scene.theme.zoomed(self.element.height)
        chart = self.px(_CHART_GAP) + self.px(HEIGHT) if self.element.chart else 0
        return self._text_height() + chart + 2 * self._pad

    def _chip_width(self) -> int:
        if not self.element.delta:
            return 0
        arrow = self.px(_ARROW) + 2 if self.element.direction != "none" else 0
        return 14 + arrow + self.change.sizeHint().width()

    def natural_width(self) -> int:
        icon = self.px(_ICON) + self.px(_ICON_GAP) if self.element.icon else 0
        label = self.label.sizeHint().width() + icon
        words = self.description.sizeHint().width() + 8 if self.element.description else 0
        chart = 120 if self.element.chart else 0
        widest = max(label, self.figure.sizeHint().width(), self._chip_width() + words, chart)
        return widest + 2 * self._pad

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        pad, room = self._pad, max(self.width() - 2 * self._pad, 1)
        y = pad
        left = pad + (self.px(_ICON) + self.px(_ICON_GAP) if self.icon.icon else 0)
        line = self.label.heightForWidth(room)
        self.icon.move(pad, y + (self.px(_LABEL) - self.px(_ICON)) // 2)
        self.label.setGeometry(left, y + max((self.px(_LABEL) - line) // 2, 0), room + pad - left, line)
        y += self._label_height()
        height = self.figure.sizeHint().height()
        self.figure.setGeometry(pad, y + (self._value_height() - height) // 2, room, height)
        y += self._value_height() + self.px(_BELOW_VALUE)
        if self._has_delta():
            self._place_delta(pad, y, room)
            y += self.px(_DELTA)
        self._place_chart(y + self.px(_CHART_GAP))

    def _place_delta(self, left: int, top: int, room: int) -> None:
        wide = min(self._chip_width(), room)
        self._chip = QRectF(left, top + 2, wide, self.px(_CHIP))
        ahead = 7 + (self.px(_ARROW) + 2 if self.element.direction != "none" else 0) if wide else 0
        line = self.change.sizeHint().height()
        self.change.setGeometry(
            QRect(left + ahead, top + 2 + (self.px(_CHIP) - line) // 2, max(wide - ahead - 6, 0), line)
        )
        after = left + wide + (8 if wide else 0)
        line = self.description.sizeHint().height()
        self.description.setGeometry(
            after, top + 2 + (self.px(_CHIP) - line) // 2, max(left + room - after, 0), line
        )

    def _place_chart(self, top: int) -> None:
        # Within a border the chart reaches from line to line.
        inset = 1 if self.element.border else 0
        bottom = self.height() - self._pad
        self.chart.setGeometry(inset, top, self.width() - 2 * inset, max(bottom - top, 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, element = self.scene.theme, self.element
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if element.border:
            draw_face(painter, QRectF(self.rect()), theme.radius, None, theme.border)
        if not element.delta:
            return
        shade = theme.shades[element.color]
        draw_face(painter, self._chip, self.px(_CHIP) / 2, shade.background, None)
        arrow = _ARROWS.get(element.direction)
        if arrow is not None:
            picture = draw_icon(arrow, self.px(_ARROW), shade.text, self.devicePixelRatioF())
            painter.drawPixmap(
                round(self._chip.x()) + 6,
                round(self._chip.y() + (self.px(_CHIP) - self.px(_ARROW)) / 2),
                picture,
            )


def shown(text: str, format: str | None) -> str:
    """A figure in its format; what is no number stays as it is."""
    if not format or not text:
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    from .formats import format_number

    return format_number(int(number) if number.is_integer() and "." not in text else number, format)
