"""The list of choices that opens below a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QCursor, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..state.records import dataclass
from .controls.paint import draw_face
from .controls.popup import Popup
from .fonts import text_font
from .scene import Scene

MOST_ROWS = 8
_ROW, _FACE, _MARGIN = 40, 28, 5  # px

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    ``kind`` is what picking it does: choose an option, add the typed text, choose all, or nothing.
    ``number`` is that of the option.
    """

    text: str
    number: int = -1
    kind: Literal["option", "add", "all", "note"] = "option"
    chosen: bool = False


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].kind == "note":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def replace(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _Painter(QStyledItemDelegate):
    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._scene.theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._scene.theme
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        whole = QRectF(option.rect)
        state = option.state
        face = theme.px(_FACE)
        rect = QRectF(
            whole.x() + _MARGIN, whole.y() + (whole.height() - face) / 2, whole.width() - 2 * _MARGIN, face
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = row.kind != "note" and bool(state & QStyle.StateFlag.State_Selected)
        if lit or row.chosen:
            draw_face(painter, rect, theme.radius * 0.75, theme.pressed if row.chosen else theme.hover, None)
        painter.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        painter.setPen(QColor(theme.placeholder if row.kind == "note" else theme.text))
        room = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        text = painter.fontMetrics().elidedText(
            row.text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class OptionPopup(Popup):
    """A list of rows; the field below which it opens keeps the focus and passes keys on.

    Signals:
        picked: The user clicked a row.

    Args:
        scene: The window's side.
        parent: The field.
    """

    picked = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(scene.theme, keeps_focus=True, parent=parent)
        self.scene = scene
        self.list = QListView(self.sheet)
        self._rows = _Rows(self.list)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Painter(scene, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.list.setPalette(palette)
        self.list.setStyleSheet("QListView { background: transparent; border: none; }")
        self.list.clicked.connect(self._on_clicked)
        self.list.entered.connect(self._on_entered)
        self._resting = QPoint()
        self.add(self.list)

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[Row], lit: int | None) -> None:
        """List other rows and light one of them up."""
        self._rows.replace(rows)
        self.list.setFixedHeight(max(1, min(len(rows), MOST_ROWS)) * self.scene.theme.px(_ROW))
        for layout in (self.sheet.layout(), self.layout()):
            if layout is not None:
                layout.activate()  # or the sheet would keep the height of a longer list
        self.light(lit)

    def light(self, place: int | None) -> None:
        """Light a row up and bring it into sight; None lights none."""
        if place is None or not 0 <= place < len(self.rows):
            self.list.setCurrentIndex(QModelIndex())
            return
        index = self._rows.index(place)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def lit(self) -> Row | None:
        """The row that is lit up; notes never are."""
        index = self.list.currentIndex()
        row = self.rows[index.row()] if index.isValid() else None
        return None if row is None or row.kind == "note" else row

    def move_light(self, by: int, *, around: bool = True) -> None:
        """Light up another row, counted from the present one."""
        count = len(self.rows)
        if not count:
            return
        index = self.list.currentIndex()
        if not index.isValid():
            self.light(0 if by > 0 else count - 1)
            return
        place = index.row() + by
        self.light(place % count if around else min(max(0, place), count - 1))

    def showEvent(self, event: QShowEvent) -> None:
        self._resting = QCursor.pos()

    def _on_entered(self, index: QModelIndex) -> None:
        # A list that opens below a mouse at rest is not pointed at.
        if QCursor.pos() != self._resting:
            self._resting = QPoint(-1, -1)
            self.list.setCurrentIndex(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        if row.kind != "note":
            self.picked.emit(row)
