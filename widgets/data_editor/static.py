"""The view of ``st.table``: every row visible, text wrapped, Markdown in the cells."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...state.records import dataclass
from ..fonts import text_font
from ..markdown.parse import is_plain
from ..markdown.rich_text import RichText
from ..scene import Scene
from ..view import View, views
from ..wheel import Scroller
from .elements import StaticTable
from .looks import Editing, Look, resolve
from .overlay import Overlay
from .values import cell_text

PAD_X, PAD_Y = 12, 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


@dataclass(slots=True)
class _Cell:
    """One cell: its text, or a view of it where Markdown is more than text."""

    text: str
    right: bool
    quiet: bool
    rich: RichText | None = None
    background: str = ""
    color: str = ""


class _Sheet(QWidget):
    """Lays out and paints the cells."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._rows: list[list[_Cell]] = []
        self._heads = 0
        self._border: bool | str = True
        self._natural: list[int] = []
        self._least: list[int] = []
        self._placed: tuple[int, list[int], list[int]] = (0, [], [])
        self.stretched = True

    def fill(self, element: StaticTable) -> None:
        """Take over a table."""
        for row in self._rows:
            for cell in row:
                if cell.rich is not None:
                    cell.rich.deleteLater()
        config = {"_index": None} if element.hide_index else None
        looks = resolve(
            element.table,
            config=config,
            order=None,
            hide_index=element.hide_index,
            disabled=True,
            editing=Editing(),
        )
        overlay = Overlay(element.table)
        self._border = element.border
        self._heads = 0 if element.hide_header else 1
        heads = [[self._cell(look.label, look, True) for look in looks]] * self._heads
        body = [[self._value(overlay, row, look) for look in looks] for row in range(overlay.rows)]
        self._rows = [*heads, *body]
        self._measure()

    def _value(self, overlay: Overlay, row: int, look: Look) -> _Cell:
        value = overlay.value(row, look)
        cell = self._cell(
            "None" if value is None else cell_text(value, look), look, look.is_index or value is None
        )
        if overlay.table.styles is not None and not look.is_index:
            text, css = overlay.table.styles(row, look.position)
            cell.text = cell.text if text is None else text
            cell.background, cell.color = css.get("background-color", ""), css.get("color", "")
        return cell

    def _cell(self, text: str, look: Look, quiet: bool) -> _Cell:
        cell = _Cell(text, look.alignment == "right", quiet)
        if not is_plain(text):
            theme = self._scene.theme
            cell.rich = RichText(text, self._scene, mode="label", font_px=16, parent=self)
            cell.rich.set_color(theme.faded_text if quiet else None)
            cell.rich.show()
        return cell

    def _font(self) -> QFont:
        return text_font(self._scene.theme.font, self._scene.theme.base_font_size)

    def _measure(self) -> None:
        metrics = QFontMetrics(self._font())
        columns = len(self._rows[0]) if self._rows else 0
        self._natural, self._least = [], []
        for column in range(columns):
            wide, least = 0, 0
            for row in self._rows:
                cell = row[column]
                need = cell.rich.sizeHint().width() if cell.rich else metrics.horizontalAdvance(cell.text)
                word = max(cell.text.split(), key=len, default="")
                wide, least = max(wide, need), max(least, metrics.horizontalAdvance(word))
            self._natural.append(wide + 2 * PAD_X + 1)
            self._least.append(min(wide, least, 260) + 2 * PAD_X + 1)
        self._placed = (0, [], [])
        self.updateGeometry()
        self.update()

    def natural_width(self) -> int:
        """The width in px at which nothing wraps."""
        return sum(self._natural) + 1

    def place(self, width: int) -> tuple[list[int], list[int]]:
        """Widths of the columns and heights of the rows at a width."""
        if self._placed[0] == width:
            return self._placed[1], self._placed[2]
        widths = self._widths(width - 1)
        metrics = QFontMetrics(self._font())
        heights = []
        for row in self._rows:
            tallest = metrics.height()
            for cell, wide in zip(row, widths, strict=True):
                inner = max(1, wide - 2 * PAD_X)
                if cell.rich is not None:
                    tallest = max(tallest, cell.rich.heightForWidth(inner))
                elif metrics.horizontalAdvance(cell.text) > inner or "\n" in cell.text:
                    tallest = max(
                        tallest, metrics.boundingRect(0, 0, inner, 1 << 20, _WRAP, cell.text).height()
                    )
            heights.append(tallest + 2 * PAD_Y + 1)
        self._placed = (width, widths, heights)
        return widths, heights

    def _widths(self, width: int) -> list[int]:
        natural, least = sum(self._natural), sum(self._least)
        if not natural or width <= 0:
            return list(self._natural)
        if natural <= width:
            if not self.stretched:
                return list(self._natural)
            widths = [round(one * width / natural) for one in self._natural]
        elif least >= width:
            return list(self._least)
        else:
            share = (width - least) / (natural - least)
            pairs = zip(self._natural, self._least, strict=True)
            widths = [round(small + (wide - small) * share) for wide, small in pairs]
        widths[-1] += width - sum(widths)
        return widths

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self.place(width)[1]) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.heightForWidth(self.natural_width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        widths, heights = self.place(self.width())
        top = 0
        for row, height in zip(self._rows, heights, strict=True):
            left = 0
            for cell, wide in zip(row, widths, strict=True):
                if cell.rich is not None:
                    cell.rich.setGeometry(left + PAD_X, top + PAD_Y, wide - 2 * PAD_X, height - 2 * PAD_Y - 1)
                left += wide
            top += height
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._scene.theme
        widths, heights = self.place(self.width())
        painter = QPainter(self)
        area = QRectF(0.5, 0.5, sum(widths), sum(heights))
        if self._border is True:
            shape = QPainterPath()
            shape.addRoundedRect(area, theme.radius, theme.radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.dataframe_border), 1))
            painter.drawPath(shape)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        top = 0
        for number, (row, height) in enumerate(zip(self._rows, heights, strict=True)):
            if event.rect().intersects(QRect(0, top, self.width(), height)):
                self._paint_row(painter, row, widths, QPoint(0, top), height, number == len(self._rows) - 1)
            top += height

    def _paint_row(
        self, painter: QPainter, row: list[_Cell], widths: list[int], at: QPoint, height: int, last: bool
    ) -> None:
        theme, font = self._scene.theme, self._font()
        left = at.x()
        for place, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            rect = QRect(left, at.y(), wide, height)
            if cell.background and QColor(cell.background).isValid():
                painter.fillRect(rect.adjusted(1, 1, 0, 0), QColor(cell.background))
            painter.setPen(QColor(theme.dataframe_border))
            if self._border and not last:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            if self._border is True and place < len(row) - 1:
                painter.drawLine(rect.topRight(), rect.bottomRight())
            if cell.rich is None:
                painter.setFont(font)
                color = (
                    QColor(cell.color)
                    if cell.color
                    else QColor(theme.faded_text if cell.quiet else theme.text)
                )
                painter.setPen(color)
                side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
                inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
                painter.drawText(inner, _WRAP | int(side), cell.text)
            left += wide

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for row in self._rows:
            for cell in row:
                if cell.rich is not None:
                    cell.rich.restyle()
        self._measure()


class _Area(Scroller):
    """Scrolls a sheet that is as wide as the area, or wider where it must be."""

    def __init__(self, sheet: _Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        """Give the sheet its size."""
        width = self.viewport().width()
        needed = max(width, sum(self._sheet.place(width)[0]) + 1)
        self._sheet.resize(needed, self._sheet.heightForWidth(needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


@views.shows(StaticTable)
class StaticTableView(View[StaticTable]):
    """A table without scrolling of its own, unless its height is set or it is too wide."""

    def __init__(self, element: StaticTable, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.sheet = _Sheet(scene)
        self.area = _Area(self.sheet, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._show(element)

    def show_element(self, element: StaticTable) -> None:
        super().show_element(element)
        self._show(element)

    def _show(self, element: StaticTable) -> None:
        self.sheet.stretched = element.width != "content"
        self.sheet.fill(element)
        self.setAccessibleName(element.alt or "Table")
        self.area.fit()

    def restyle(self) -> None:
        self.sheet.restyle()
        self.area.fit()

    def height_for(self, width: int) -> int:
        if isinstance(self.element.height, int):
            return self.scene.theme.zoomed(self.element.height)
        too_wide = sum(self.sheet.place(width)[0]) + 1 > width
        bar = self.area.horizontalScrollBar().sizeHint().height() if too_wide else 0
        return self.sheet.heightForWidth(width) + bar

    def natural_width(self) -> int:
        return self.sheet.natural_width()
