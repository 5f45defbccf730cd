"""The table itself: cells, headers, mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDesktopServices,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from ..scene import Scene
from .choosing import ChoosingTable
from .clipboard import copied, split_lines
from .columns import ColumnWidths
from .delegate import CellDelegate
from .header import ColumnHeader, Corner, RowMarks
from .looks import Look
from .menu import cell_menu, column_menu
from .paint import PAD, ROW, Ink
from .pinned import PinnedColumns

_STEP = QItemSelectionModel.SelectionFlag


class Grid(ChoosingTable):
    """A table of cells over a ``TableModel``.

    Signals:
        search_wanted: The user asked for the search bar.
    """

    search_wanted = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.ink = Ink.of(scene.theme)
        self.hovered_row = -1
        self.hits: set[tuple[int, int]] = set()
        self.editor_style = ""
        self.cells = CellDelegate(self)
        self.setModel(self.table_model)
        self.setItemDelegate(self.cells)
        self.column_header = ColumnHeader(self)
        self.setHorizontalHeader(self.column_header)
        self.marks = RowMarks(self)
        self.setVerticalHeader(self.marks)
        self.corner = Corner(self)
        self.corner.toggled.connect(self._on_corner_clicked)
        self.pinned = PinnedColumns(self)
        self.widths = ColumnWidths(self)
        self._set_up()
        self.restyle()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        self.marks.toggled.connect(self._on_mark_clicked)
        self.table_model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)
        self.row_wanted.connect(self.add_row)
        self.set_row_height(self.ink.px(ROW))

    def set_row_height(self, height: int) -> None:
        """The height of all rows in px."""
        self.marks.setMinimumSectionSize(1)
        self.marks.setDefaultSectionSize(height)

    def set_marks_shown(self, shown: bool) -> None:
        """Show or hide the boxes that choose rows."""
        self.marks_shown = shown
        single = {"single-row", "single-row-required"} & self.modes
        self.corner.setVisible(shown and not single)
        self.marks.setVisible(shown)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.ink = Ink.of(theme)
        self.setFont(self.ink.font)
        self.corner.restyle()
        back, head, line = theme.background, self.ink.head.name(), self.ink.line.name()
        self.setStyleSheet(
            f"QTableView {{ background: {back}; border: none; outline: 0; }}"
            f"QTableCornerButton::section {{ background: {head}; border: none;"
            f" border-right: 1px solid {line};"
            f" border-bottom: 1px solid {line}; }}"
            f"QHeaderView {{ background: {head}; border: none; }}"
        )
        self.editor_style = (
            f"QLineEdit, QComboBox, QAbstractSpinBox {{ background: {back}; color: {theme.text};"
            f" border: 1px solid {theme.primary}; border-radius: 0; padding: 0 6px; min-height: 0; }}"
            f'QLineEdit[wrong="true"] {{ border: 1px solid {theme.shades["red"].main};'
            f" background: {theme.shades['red'].background}; }}"
        )
        self.viewport().update()

    def named_color(self, name: str | None) -> QColor:
        """A colour by its name in the theme or as CSS; the primary colour for none."""
        shade = self.scene.theme.shades.get(name or "")
        found = QColor(shade.main) if shade is not None else QColor(name or "")
        return found if found.isValid() else self.ink.primary

    # What the delegate asks

    @property
    def cursor_shown(self) -> bool:
        """Whether the current cell and the selected ones are drawn as such."""
        return self.hasFocus() or self.cells.editor is not None or any("cell" in mode for mode in self.modes)

    def style_of(self, row: int, look: Look) -> tuple[str | None, dict[str, str]]:
        """A styled frame's text and CSS of a cell."""
        overlay = self.table_model.overlay
        if overlay is None or overlay.table.styles is None or look.is_index:
            return None, {}
        base = overlay.base_row(row)
        return (None, {}) if base is None else overlay.table.styles(base, look.position)

    def search_hits(self, row: int, column: int) -> bool:
        """Whether a cell is a find of the search."""
        return (row, column) in self.hits

    def _on_reset(self) -> None:
        self._marked.clear()
        self.hits.clear()
        self.hovered_row = -1
        self.widths.fit()

    # Mouse

    def _on_clicked(self, index: QModelIndex) -> None:
        model = self.table_model
        if model.is_adder(index.row()):
            self.add_row()
        elif model.looks[index.column()].editor == "checkbox":
            self.toggle(index)
        elif model.looks[index.column()].editor == "link":
            modifiers = QGuiApplication.keyboardModifiers()
            value = model.value(index.row(), index.column())
            if value and (
                not model.looks[index.column()].editable or modifiers & Qt.KeyboardModifier.ControlModifier
            ):
                QDesktopServices.openUrl(QUrl(str(value)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._cut_text(self.indexAt(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _cut_text(self, index: QModelIndex) -> str:
        """The whole text of a cell that is too narrow for it."""
        if not index.isValid() or self._is_box(index):
            return ""
        text = self.table_model.text(index.row(), index.column())
        room = self.columnWidth(index.column()) - 2 * self.ink.px(PAD)
        cut = QFontMetrics(self.ink.font).horizontalAdvance(text[:1000]) > room or "\n" in text
        return f"<p style='white-space: pre-wrap'>{escape(text[:2000])}</p>" if cut else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.stretch()
        self.pinned.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pinned.isVisible():
            self.pinned.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._enter(current)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._can_step(
            1 if key == Qt.Key.Key_Tab else -1
        ):
            self.step(0, 1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Space and self._is_box(current):
            self.toggle(current)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab walks along a row; at its end the focus goes on.
        if self._can_step(1 if next else -1) and self.currentIndex().isValid():
            self.step(0, 1 if next else -1)
            return True
        return super().focusNextPrevChild(next)

    def _can_step(self, columns: int) -> bool:
        current = self.currentIndex()
        return current.isValid() and 0 <= current.column() + columns < self.table_model.columnCount()

    def _is_box(self, index: QModelIndex) -> bool:
        return index.isValid() and self.table_model.looks[index.column()].editor == "checkbox"

    def _enter(self, index: QModelIndex) -> None:
        if self.table_model.is_adder(index.row()):
            self.add_row()
        elif self._is_box(index):
            self.toggle(index)
        elif self.table_model.can_edit(index.row(), index.column()):
            self.edit(index)
        else:
            self.step(1, 0)

    def step(self, rows: int, columns: int) -> None:
        """Move the current cell, within the table."""
        current = self.currentIndex()
        index = self.table_model.index(current.row() + rows, current.column() + columns)
        if index.isValid():
            self.setCurrentIndex(index)
        self.setFocus()

    # Editing

    def toggle(self, index: QModelIndex) -> None:
        """Turn a checkbox over."""
        value = self.table_model.value(index.row(), index.column())
        new: Any = not value
        self.table_model.setData(
            index, int(new) if self.table_model.looks[index.column()].kind == "int" else new
        )

    def add_row(self) -> None:
        """Add a row and begin to edit it."""
        row = self.table_model.add_row()
        columns = range(self.table_model.columnCount())
        first = next((at for at in columns if self.table_model.can_edit(row, at)), 0)
        index = self.table_model.index(row, first)
        self.setCurrentIndex(index)
        self.scrollTo(self.table_model.index(row + 1, first) if self.table_model.editing.add else index)
        if not self._is_box(index) and self.table_model.can_edit(row, first):
            self.edit(index)

    def delete(self) -> None:
        """Delete the marked rows, or empty the selected cells."""
        if self._marked and self.table_model.editing.delete:
            self.delete_marked()
        else:
            cells = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
            self.table_model.clear(cells)

    def delete_marked(self) -> None:
        """Delete the rows whose boxes are ticked."""
        gone, current = self.marked, self.currentIndex()
        self.table_model.remove_rows(gone)
        row = min(current.row(), self.table_model.rowCount() - 1)
        if current.isValid() and row >= 0:
            self.setCurrentIndex(self.table_model.index(row, current.column()))
        self._marked.clear()
        self.marks_changed.emit()

    def copy(self) -> None:
        """Copy the selected cells, or the marked rows, to the clipboard."""
        indexes: Iterable[tuple[int, int]]
        if self._marked and not self.selectionModel().hasSelection():
            indexes = [
                (row, at) for row in sorted(self._marked) for at in range(self.table_model.columnCount())
            ]
        else:
            indexes = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        QGuiApplication.clipboard().setText(copied(self.table_model, indexes))

    def copy_all(self) -> None:
        """Copy all cells below the names of their columns, as spreadsheets take them."""
        model = self.table_model
        rows = 0 if model.overlay is None else model.overlay.rows
        cells = ((row, column) for row in range(rows) for column in range(model.columnCount()))
        head = "\t".join(look.label for look in model.looks)
        QGuiApplication.clipboard().setText(f"{head}\n{copied(model, cells)}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = cell_menu(self, self.indexAt(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paste(self) -> None:
        """Write the clipboard's text into the cells from the first selected one on."""
        cells = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        row, column = min(index.row() for index in cells), min(index.column() for index in cells)
        text = QGuiApplication.clipboard().text()
        if row >= 0 and text and self.table_model.editing.cells:
            self.table_model.put_texts(row, column, split_lines(text))

    def commit_editor(self) -> None:
        """Take over what an open editor holds."""
        if self.cells.editor is not None:
            self.cells.finish(self.cells.editor)

    def _show_menu(self, place: QPoint) -> None:
        column = self.horizontalHeader().logicalIndexAt(place)
        if column >= 0:
            menu = column_menu(self, column)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.horizontalHeader().mapToGlobal(place))
