"""The list of the palette: its lines, how they are drawn, and what a screen reader says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...widgets.controls.paint import draw_face, draw_tick
from ...widgets.fonts import text_font
from ...widgets.scene import Scene
from .choice import Line

HEIGHT = 36
SIDE, GAP, EDGE = 12, 12, 6  # px: beside the text, between texts, around the lit line
TICK = 16
_NARROW = 380  # px: in less there is no room to say where a choice lives, but for its kind
_Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """The choices that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show others."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        choice = self.lines[index.row()].choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.lines[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{choice.name}\n{choice.place}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return found | Qt.ItemFlag.ItemIsEnabled if self.lines[index.row()].choice.enabled else found


def spoken(line: Line) -> str:
    """What a screen reader says of a line."""
    choice = line.choice
    state = {True: "on", False: "off", None: ""}[choice.checked]
    usable = "" if choice.enabled else "unavailable"
    parts = (choice.name, choice.place, state, shown_keys(choice.keys), usable)
    return ", ".join(part for part in parts if part)


def shown_keys(keys: str) -> str:
    """Keys as the platform writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


class LinePainter(QStyledItemDelegate):
    """Draws a line: the name with the typed letters set off, where it lives, its keys.

    Args:
        scene: Has the theme.
    """

    def __init__(self, scene: Scene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self._scene.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, line = self._scene.theme, index.model().lines[index.row()]  # type: ignore[attr-defined]
        choice = line.choice
        state, rect = option.state, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.px(EDGE)
        if state & QStyle.StateFlag.State_Selected:
            draw_face(painter, rect.adjusted(edge, 0, -edge, 0), theme.small_radius, theme.pressed, None)
        room = rect.adjusted(edge + theme.px(SIDE), 0, -edge - theme.px(SIDE), 0)
        faint = QColor(theme.faint_text if not choice.enabled else theme.faded_text)
        room.setRight(self._draw_keys(painter, room, shown_keys(choice.keys), faint))
        where = choice.place if rect.width() >= theme.px(_NARROW) else choice.kind
        room.setRight(self._draw_where(painter, room, where, faint))
        if choice.checked:
            side = theme.px(TICK)
            tick = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
            draw_tick(painter, tick, theme.primary)
            room.setRight(tick.left() - theme.px(GAP))
        self._draw_name(painter, room, line)
        painter.restore()

    def _draw_keys(self, painter: QPainter, room: QRectF, keys: str, color: QColor) -> float:
        """Draw the keys as a cap at the right; the edge that is left."""
        if not keys:
            return room.right()
        theme = self._scene.theme
        font = text_font(theme.font, theme.px(12))
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(keys) + theme.px(12), theme.px(20)
        cap = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
        draw_face(painter, cap, theme.small_radius / 2, None, theme.popup_border)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left() - theme.px(GAP)

    def _draw_where(self, painter: QPainter, room: QRectF, where: str, color: QColor) -> float:
        """Draw where the choice lives, in less than half of the room; the edge that is left."""
        theme = self._scene.theme
        font = text_font(theme.font, theme.px(12))
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(where, Qt.TextElideMode.ElideRight, room.width() * 0.42)
        width = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(
            QRectF(room.right() - width - 1, room.y(), width + 1, room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )
        return room.right() - width - theme.px(GAP)

    def _draw_name(self, painter: QPainter, room: QRectF, line: Line) -> None:
        theme, choice = self._scene.theme, line.choice
        font = text_font(theme.font, theme.px(14))
        name = QFontMetricsF(font).elidedText(choice.name, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(name, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_typed(at) for at in line.at if at < len(name)])
        layout.beginLayout()
        drawn = layout.createLine()
        drawn.setLineWidth(room.width() + 40)  # heavier letters are wider than those that were measured
        layout.endLayout()
        painter.setPen(QColor(theme.text if choice.enabled else theme.faint_text))
        layout.draw(painter, QPointF(room.left(), room.center().y() - drawn.height() / 2))


def _typed(at: int) -> QTextLayout.FormatRange:
    """How a letter looks that was typed."""
    letter = QTextLayout.FormatRange()
    letter.start, letter.length = at, 1
    heavy = QTextCharFormat()
    heavy.setFontWeight(QFont.Weight.Bold)
    letter.format = heavy
    return letter
