"""How cells are drawn, and the editors that open in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..colors import parse_color
from .cell_editors import (
    ALIGN,
    ChoiceEditor,
    acceptable,
    choice_editor,
    date_editor,
    datetime_editor,
    line_editor,
    moment_of,
    time_editor,
)
from .formats import exact_text
from .looks import Look
from .paint import PAD, ROW, draw_check, draw_icon
from .values import parse_text

if TYPE_CHECKING:
    from .grid import Grid

AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a grid and edits them."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.editor: QWidget | None = None

    # Drawing

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, self._grid.ink.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        grid, row, column = self._grid, index.row(), index.column()
        ink, model = grid.ink, grid.table_model
        rect: QRect = option.rect
        look = model.looks[column]
        styled, css = grid.style_of(row, look)
        painter.fillRect(rect, self._background(row, look, index, css))
        painter.setPen(ink.line)
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if model.is_adder(row):
            if column == 0 and not grid.marks_shown:
                draw_icon(
                    painter,
                    QRect(rect.left() + ink.px(PAD), rect.top(), ink.px(16), rect.height()),
                    "add",
                    ink.faded,
                    ink.icons,
                )
            return
        value = model.value(row, column)
        if look.editor == "checkbox" and (value is None or isinstance(value, (bool, int))):
            if value is not None or look.editable:
                draw_check(painter, rect, bool(value), ink, look.editable)
        elif look.editor == "progress" and isinstance(value, (int, float)):
            self._progress(painter, rect, value, model.text(row, column), look)
        else:
            text = model.text(row, column) if styled is None else styled
            self._text(painter, rect, text, value, look, css)
        if grid.currentIndex() == index and grid.cursor_shown:
            painter.setPen(ink.primary)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _background(self, row: int, look: Look, index: AnyIndex, css: dict[str, str]) -> Any:
        grid, ink = self._grid, self._grid.ink
        if grid.is_marked(row) or look.name in grid.choice.columns:
            return ink.chosen
        if grid.selectionModel().isSelected(index) and grid.cursor_shown:
            return ink.chosen
        if grid.search_hits(row, index.column()):
            return ink.match
        if "background-color" in css:
            try:
                return parse_color(css["background-color"], ink.background.name())
            except ValueError:
                return ink.background
        if look.is_index:
            return ink.head
        return ink.hover if row == grid.hovered_row else ink.background

    def _text(
        self, painter: QPainter, rect: QRect, text: str, value: Any, look: Look, css: dict[str, str]
    ) -> None:
        ink = self._grid.ink
        font, color = ink.font, ink.head_text if look.is_index else ink.text
        if value is None:
            text, color = self._grid.table_model.placeholder or "None", ink.faint
        elif look.editor == "link":
            text, color = link_text(str(value), look), ink.link
        if "color" in css:
            try:
                color = parse_color(css["color"], ink.background.name())  # type: ignore[assignment]
            except ValueError:
                color = ink.text
        if css.get("font-weight") in {"bold", "700"} or css.get("font-style") == "italic":
            font = type(font)(font)
            font.setBold(css.get("font-weight") in {"bold", "700"})
            font.setItalic(css.get("font-style") == "italic")
        pad = self._grid.ink.px(PAD)
        inner = rect.adjusted(pad, 0, -pad - 1, -1)
        painter.setFont(font)
        painter.setPen(color)
        line = text.replace("\n", " ")
        shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(ALIGN[look.alignment] | Qt.AlignmentFlag.AlignVCenter), shown)

    def _progress(self, painter: QPainter, rect: QRect, value: float, text: str, look: Look) -> None:
        ink = self._grid.ink
        if not look.format and isinstance(look.high, float) and look.low == 0 and look.high == 1.0:
            text = f"{value * 100:.2f}".rstrip("0").rstrip(".") + "%"
        span = float(look.high) - float(look.low) or 1.0
        share = min(1.0, max(0.0, (float(value) - float(look.low)) / span))
        metrics = QFontMetrics(ink.font)
        room = max(44, metrics.horizontalAdvance(text) + 4)
        pad = self._grid.ink.px(PAD)
        inner = rect.adjusted(pad, 0, -pad - 1, -1)
        bar = QRect(inner.left(), inner.center().y() - 3, max(0, inner.width() - room - 8), 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.line)
        painter.drawRoundedRect(bar, 3, 3)
        if share > 0:
            painter.setBrush(self._grid.named_color(look.color))
            painter.drawRoundedRect(QRect(bar.left(), bar.top(), max(6, round(bar.width() * share)), 6), 3, 3)
        painter.restore()
        painter.setFont(ink.font)
        painter.setPen(ink.text)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget | None:  # type: ignore[override]
        look = self._grid.table_model.looks[index.column()]
        value = self._grid.table_model.value(index.row(), index.column())
        if look.editor == "checkbox":
            return None
        makers = {
            "selectbox": choice_editor,
            "date": date_editor,
            "time": time_editor,
            "datetime": datetime_editor,
        }
        make = makers.get(look.editor)
        editor = line_editor(parent, look) if make is None else make(parent, look, value)
        editor.setFont(self._grid.ink.font)
        editor.setAccessibleName(f"{look.label}, row {index.row() + 1}")
        editor.setStyleSheet(self._grid.editor_style)
        if isinstance(editor, ChoiceEditor):
            editor.picked.connect(lambda: self.finish(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        self.editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        value = self._grid.table_model.value(index.row(), index.column())
        if isinstance(editor, QLineEdit):
            if not editor.isModified():
                editor.setText("" if value is None else exact_text(value))
                editor.selectAll()
        elif isinstance(editor, QComboBox):
            look = self._grid.table_model.looks[index.column()]
            place = next((at for at, option in enumerate(look.options) if option == value), -1)
            editor.setCurrentIndex(place)

    def setModelData(self, editor: QWidget, model: Any, index: AnyIndex) -> None:
        look = self._grid.table_model.looks[index.column()]
        if isinstance(editor, QLineEdit):
            value, ok = parse_text(editor.text(), look)
            if not ok:
                return
        elif isinstance(editor, QComboBox):
            if editor.currentIndex() < 0:
                return
            value = look.options[editor.currentIndex()]
        else:
            value = moment_of(editor, look)
        model.setData(index, value)

    def finish(self, editor: QWidget) -> None:
        """Take over what an editor holds and close it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
        ):
            steps = {
                Qt.Key.Key_Return: (1, 0),
                Qt.Key.Key_Enter: (1, 0),
                Qt.Key.Key_Tab: (0, 1),
                Qt.Key.Key_Backtab: (0, -1),
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                if isinstance(editor, QLineEdit) and not acceptable(editor, self._look_of_editor()):
                    return True
                self.finish(editor)
                self._grid.step(*step)
                return True
        return bool(super().eventFilter(editor, event))

    def _look_of_editor(self) -> Look:
        return self._grid.table_model.looks[self._grid.currentIndex().column()]


def link_text(value: str, look: Look) -> str:
    """What stands for an address."""
    import re

    if not look.display_text:
        return value
    if "(" in look.display_text:
        try:
            found = re.search(look.display_text, value)
        except re.error:
            return look.display_text
        if found and found.groups():
            return found.group(1) or value
        return value
    return look.display_text
