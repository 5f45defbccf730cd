"""A tree of JSON that paints its own rows, so that thousands of them cost no more than those in sight."""

from __future__ import annotations

import json
import math
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from ..state.element import Element
from ..state.records import dataclass
from .controls.paint import draw_face
from .copy_button import CopyButton
from .fonts import text_font
from .json_rows import Path, Role, Row, is_group, rows_of
from .scene import Scene
from .theme import Theme
from .view import View

_INDENT = 20
_ARROW = 14  # px left of a row that opens
_ROW = 1.6

E = TypeVar("E", bound=Element)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on the screen: a row, or what of it did not fit on the line before."""

    row: int
    parts: tuple[tuple[str, Role], ...]
    is_first: bool


class JsonTree(View[E]):
    """Shows JSON; rows open and close by mouse and keyboard, and stay so when the JSON changes."""

    def __init__(self, element: E, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._body: str | None = None
        self._value: Any = None
        self._error = ""
        self._depth = 0
        self._toggled: dict[Path, bool] = {}
        self._current = 0
        self._lines: dict[int, list[_Line]] = {}
        self.rows: list[Row] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy_button = CopyButton(self.copied_text, scene, quiet=True, parent=self)
        self._measure()
        self.show_element(element)

    # ---- content

    def show_json(self, body: str, depth: int) -> None:
        """Take over other JSON; rows that the user opened or closed stay so."""
        if (body, depth) == (self._body, self._depth):
            return
        if depth != self._depth:
            self._toggled.clear()
        self._body, self._depth, self._error = body, depth, ""
        try:
            self._value = json.loads(body)
        except ValueError as error:
            self._value, self._error = body, f"This is no valid JSON: {error}"
        self._fill()

    def keep(self) -> object:
        return dict(self._toggled)

    def take_kept(self, kept: dict[Path, bool]) -> None:
        self._toggled.update(kept)
        self._fill()

    def copied_text(self) -> str:
        """The whole JSON, indented."""
        if self._error:
            return self._body or ""
        return json.dumps(self._value, indent=2, ensure_ascii=False)

    def _is_open(self, path: Path, depth: int) -> bool:
        default = depth < self._depth and not is_group(path)
        return self._toggled.get(path, default)

    def _fill(self) -> None:
        if self._error:
            texts = (self._error, *str(self._body).splitlines())
            self.rows = [Row(0, ((text, "null" if n == 0 else "quiet"),), ()) for n, text in enumerate(texts)]
        else:
            self.rows = rows_of(self._value, self._is_open)
        self._current = min(self._current, len(self.rows) - 1)
        self._lines.clear()
        self.setAccessibleName("JSON")
        self._describe()
        self.update()

    def _describe(self) -> None:
        row = self.rows[self._current]
        state = {True: "open", False: "closed"}.get(row.is_open) if row.is_open is not None else None
        words = "".join(text for text, _ in row.parts)
        self.setAccessibleDescription(f"{words} ({state})" if state else words)

    # ---- measures

    def _measure(self) -> None:
        theme = self.scene.theme
        self._font: QFont = text_font(theme.code_font, theme.code_font_size, theme.code_font_weight)
        self._metrics = QFontMetricsF(self._font)
        self._step = round(theme.code_font_size * _ROW)

    def restyle(self) -> None:
        self._measure()
        self._lines.clear()
        self.update()

    def lines(self, width: int) -> list[_Line]:
        """The lines that the rows take at this width."""
        known = self._lines.get(width)
        if known is None:
            known = [line for number, row in enumerate(self.rows) for line in self._break(number, row, width)]
            self._lines = {width: known}
        return known

    def _break(self, number: int, row: Row, width: int) -> list[_Line]:
        room = max(width - self._left(row) - 8, 40)
        text = "".join(word for word, _ in row.parts)
        if len(text) * self._metrics.averageCharWidth() * 1.2 < room or self._wide(text) <= room:
            return [_Line(number, row.parts, True)]
        word, role = row.parts[-1]
        ahead = row.parts[:-1]
        rest = room - self._wide("".join(text for text, _ in ahead))
        found: list[_Line] = []
        while word:
            count = self._fitting(word, max(rest, 40))
            found.append(_Line(number, (*ahead, (word[:count], role)), not found))
            word, ahead, rest = word[count:], (), room - self.px(_ARROW)
        return found

    def _fitting(self, text: str, room: float) -> int:
        count = max(1, int(room / self._metrics.horizontalAdvance("0")))
        while count > 1 and self._wide(text[:count]) > room:
            count -= 1
        blank = text.rfind(" ", count // 2, count) if count < len(text) else -1
        return count if blank < 0 else blank + 1

    def _wide(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _left(self, row: Row) -> int:
        return self.px(_ARROW) + row.depth * self.px(_INDENT)

    def height_for(self, width: int) -> int:
        return len(self.lines(width)) * self._step

    def sizeHint(self) -> QSize:
        widest = max(
            (self._left(row) + self._wide("".join(t for t, _ in row.parts)) for row in self.rows), default=0
        )
        return QSize(math.ceil(widest) + 8, len(self.rows) * self._step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.copy_button.move(self.width() - self.copy_button.width(), 0)

    # ---- opening and closing

    def toggle(self, number: int) -> None:
        """Open or close the row of this number."""
        row = self.rows[number]
        if row.is_open is None:
            return
        self._toggled[row.path] = not row.is_open
        self._fill()
        self.size_changed()

    def row_at(self, point: QPoint) -> int | None:
        """The number of the row at a point, if there is one."""
        lines = self.lines(self.width())
        number = point.y() // self._step
        return lines[number].row if 0 <= number < len(lines) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.row_at(event.position().toPoint())
        opens = number is not None and self.rows[number].is_open is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._current = number
            self.toggle(number)
            self._go(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            value = self.rows[self._current].value
            QGuiApplication.clipboard().setText(json.dumps(value, indent=2, ensure_ascii=False))
            return
        act = {
            Qt.Key.Key_Down: lambda: self._go(self._current + 1),
            Qt.Key.Key_Up: lambda: self._go(self._current - 1),
            Qt.Key.Key_Home: lambda: self._go(0),
            Qt.Key.Key_End: lambda: self._go(len(self.rows) - 1),
            Qt.Key.Key_Right: lambda: self._unfold(True),
            Qt.Key.Key_Left: lambda: self._unfold(False),
            Qt.Key.Key_Space: lambda: self.toggle(self._current),
            Qt.Key.Key_Return: lambda: self.toggle(self._current),
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _unfold(self, open_it: bool) -> None:
        row = self.rows[self._current]
        if row.is_open is (not open_it):
            self.toggle(self._current)
        elif open_it:
            self._go(self._current + 1)
        elif row.path:
            parent = row.path[:-1] if row.is_open is not None or row.value is not None else row.path
            self._go(next(n for n, other in enumerate(self.rows) if other.path == parent))

    def _go(self, number: int) -> None:
        self._current = min(max(number, 0), len(self.rows) - 1)
        self._describe()
        self.update()
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and self.hasFocus():
            at = self.mapTo(page, QPoint(0, self._top_of(self._current)))
            area.ensureVisible(at.x(), at.y(), 0, 3 * self._step)

    def _top_of(self, row: int) -> int:
        lines = self.lines(self.width())
        return next((n for n, line in enumerate(lines) if line.row == row), 0) * self._step

    @property
    def current(self) -> int:
        """The number of the row that keys act on."""
        return self._current

    # ---- painting

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.copy_button.update()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        lines = self.lines(self.width())
        first = max(event.rect().top() // self._step, 0)
        last = min(event.rect().bottom() // self._step + 1, len(lines))
        if self.hasFocus():
            self._paint_current(painter, theme)
        colors = _colors(theme)
        for number in range(first, last):
            self._paint_line(painter, lines[number], number * self._step, colors)

    def _paint_current(self, painter: QPainter, theme: Theme) -> None:
        rect = QRectF(0, self._top_of(self._current), self.width(), self._step)
        draw_face(painter, rect, theme.small_radius, theme.hover, theme.primary)

    def _paint_line(self, painter: QPainter, line: _Line, top: int, colors: dict[Role, QColor]) -> None:
        row = self.rows[line.row]
        x = float(self._left(row))
        theme = self.scene.theme
        painter.setPen(QColor(theme.faint_border))
        for depth in range(row.depth):
            guide = self.px(_ARROW) + depth * self.px(_INDENT) + 4
            painter.drawLine(guide, top, guide, top + self._step)
        if row.is_open is not None and line.is_first:
            self._paint_arrow(painter, x - 9, top + self._step / 2, row.is_open, theme)
        if not line.is_first:
            x += self.px(_ARROW)
        for text, role in line.parts:
            wide = self._wide(text)
            painter.setPen(colors[role])
            rect = QRectF(x, top, wide + 4, self._step)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            x += wide

    def _paint_arrow(self, painter: QPainter, x: float, y: float, is_open: bool, theme: Theme) -> None:
        points = [(-4, -2), (4, -2), (0, 3)] if is_open else [(-2, -4), (3, 0), (-2, 4)]
        painter.setBrush(QColor(theme.faded_text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def _colors(theme: Theme) -> dict[Role, QColor]:
    shades = theme.shades
    names: dict[Role, str] = {
        "key": theme.text,
        "index": shades["violet"].text,
        "mark": theme.faded_text,
        "string": shades["orange"].text,
        "int": shades["blue"].text,
        "float": shades["green"].text,
        "bool": shades["violet"].text,
        "null": shades["red"].text,
        "quiet": theme.faded_text,
        "bracket": theme.text,
    }
    return {role: QColor(color) for role, color in names.items()}
