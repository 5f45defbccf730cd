"""A grid in its frame: rounded border, tools at the top right, search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..scene import Scene
from .bars import Bar, SearchBar
from .choice import Choice
from .clipboard import csv_text
from .grid import Grid
from .looks import Editing, Look
from .paint import ROW
from .table import Table

SHOWN_ROWS = 10


class _Edge(QWidget):
    """The rounded border, laid over the grid's square corners."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QPainterPath()
        inner.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius)
        outer = QPainterPath()
        outer.addRect(QRectF(self.rect()))
        painter.fillPath(outer.subtracted(inner), QColor(theme.background))
        painter.setPen(QPen(QColor(theme.dataframe_border), 1))
        painter.drawPath(inner)


class TableFrame(QWidget):
    """A grid with its border and its bars.

    Args:
        scene: The window's side.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.grid = Grid(scene, self)
        self._row_height: int | None = None  # px that the script has set
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.grid)
        self._empty = QLabel("empty", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._edge = _Edge(scene, self)
        self.search = SearchBar(self.grid, self)
        self.tools = Bar(self)
        self._delete = self.tools.add("delete", "Delete rows", self.grid.delete_marked)
        self._add = self.tools.add("add", "Add row", self.grid.add_row)
        self.tools.add("download", "Download as CSV", self._download)
        self.tools.add("search", "Search", self.search.open_search)
        self.tools.hide()
        self.grid.search_wanted.connect(self.search.open_search)
        self.grid.marks_changed.connect(self._show_tools)
        self.search.closed.connect(self._place)
        self.restyle()

    def set_table(
        self,
        table: Table,
        looks: tuple[Look, ...],
        editing: Editing,
        state: dict[str, object] | None = None,
        *,
        choice: Choice | None = None,
        modes: frozenset[str] = frozenset(),
        placeholder: str | None = None,
        row_height: int | None = None,
    ) -> None:
        """Show a table. Emits nothing; scroll position, selection and current cell stay."""
        grid = self.grid
        places = grid.verticalScrollBar().value(), grid.horizontalScrollBar().value()
        current = grid.currentIndex()
        at = (current.row(), current.column())
        grid.modes = modes
        grid.table_model.placeholder = placeholder
        self._row_height = row_height
        grid.set_row_height(self._row_px())
        grid.set_marks_shown(editing.delete or any("row" in mode for mode in modes))
        grid.table_model.set_table(table, looks, editing, state)
        grid.widths.fit()
        if not grid.currentIndex().isValid() and at[0] >= 0:
            index = grid.table_model.index(min(at[0], grid.table_model.rowCount() - 1), at[1])
            if index.isValid():
                grid.selectionModel().setCurrentIndex(index, grid.selectionModel().SelectionFlag.NoUpdate)
        grid.verticalScrollBar().setValue(places[0])
        grid.horizontalScrollBar().setValue(places[1])
        single = "single-cell" in modes
        grid.setSelectionMode(
            Grid.SelectionMode.SingleSelection if single else Grid.SelectionMode.ExtendedSelection
        )
        if choice is not None:
            grid.set_choice(choice)
        self._empty.setVisible(grid.table_model.rowCount() == 0)
        self._add.setVisible(editing.add)
        self._show_tools()

    def natural_height(self, rows: int | None = SHOWN_ROWS) -> int:
        """The height in px for so many rows at most; None for all of them."""
        count = max(1, self.grid.table_model.rowCount())
        shown = count if rows is None else min(count, rows)
        return min(shown * self._row_px() + self.grid.ink.px(ROW) + 2, 32_000)

    def _row_px(self) -> int:
        wish = self._row_height
        return self.grid.ink.px(ROW) if wish is None else self.scene.theme.zoomed(wish)

    def natural_width(self) -> int:
        """The width in px of all columns."""
        return self.grid.widths.total() + 2

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.grid.restyle()
        self.grid.set_row_height(self._row_px())
        if self.grid.table_model.looks:
            self.grid.widths.fit()
        self.tools.restyle(theme)
        self.search.restyle(theme)
        self._empty.setFont(self.grid.ink.font)
        self._empty.setStyleSheet(f"color: {theme.faint_text}; background: transparent;")
        self._edge.update()

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.natural_height())

    # The bars

    def enterEvent(self, event: QEvent) -> None:
        self._show_tools()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:
        self.tools.setVisible(self._deleting)
        super().leaveEvent(event)

    @property
    def _deleting(self) -> bool:
        return bool(self.grid.marked) and self.grid.table_model.editing.delete

    def _show_tools(self) -> None:
        self._delete.setVisible(self._deleting)
        self.tools.setVisible(self._deleting or self.underMouse())
        self._place()

    def _download(self) -> None:
        def write(path: Path) -> None:
            path.write_text(csv_text(self.grid.table_model), encoding="utf-8", newline="")

        self.scene.files.save(self, "table.csv", write)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._edge.setGeometry(self.rect())
        head = self.grid.ink.px(ROW)
        self._empty.setGeometry(0, head, self.width(), max(0, self.height() - head))
        self.tools.adjustSize()
        size = self.tools.sizeHint()
        high = self.grid.ink.px(30)
        self.tools.setGeometry(self.width() - size.width() - 4, 3, size.width(), high)
        width = min(self.grid.ink.px(300), self.width() - 8)
        self.search.setGeometry(self.width() - width - 4, 3, width, high)
        for bar in (self._edge, self.tools, self.search):
            bar.raise_()
