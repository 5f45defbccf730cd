"""Round marks of which one is chosen, each with a label and perhaps a caption."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from .controls.choice import RadioButton
from .markdown.label import Label
from .markdown.plain import plain_text
from .scene import Scene

_ROW, _GAP, _BESIDE = 22, 8, 16  # px: a row's height; beside the mark and below captions; between columns
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class RadioRow(QWidget):
    """One option: its mark, its label, its caption."""

    picked = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.mark = RadioButton(scene.theme, parent=self)
        # The group keeps one of them chosen; Qt's own way knows no "none".
        self.mark.setAutoExclusive(False)
        self.mark.clicked.connect(self.picked)
        self.label = Label("", scene, parent=self)
        self.label.setCursor(Qt.CursorShape.PointingHandCursor)
        self.caption: Label | None = None

    def show_option(self, label: str, caption: str | None) -> None:
        """Take over a label and a caption."""
        self.label.set_source(label)
        if caption and self.caption is None:
            self.caption = Label("", self.scene, color=self.scene.theme.faded_text, parent=self)
            self.caption.setVisible(True)
        elif not caption and self.caption is not None:
            self.caption.deleteLater()
            self.caption = None
        if caption and self.caption is not None:
            self.caption.set_source(caption)
        self._look_enabled()
        self.mark.setAccessibleName(plain_text(label))
        self.mark.setAccessibleDescription(plain_text(caption or ""))

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.mark.set_theme(self.scene.theme)
        self.label.restyle()
        if self.caption is not None:
            text = self.caption.source
            self.show_option(self.label.source, None)
            self.show_option(self.label.source, text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.isEnabled():
            self.picked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._look_enabled()

    def _look_enabled(self) -> None:
        for label in (self.label, self.caption):
            if label is not None:
                label.set_enabled_look(self.isEnabled())

    def natural_width(self) -> int:
        """The width in px at which nothing breaks."""
        texts = [label.sizeHint().width() for label in (self.label, self.caption) if label is not None]
        return self._left() + max(texts)

    def height_for(self, width: int) -> int:
        """The height in px at this width."""
        room = max(1, width - self._left())
        height = max(self.scene.theme.px(_ROW), self.label.heightForWidth(room))
        return height + (self.caption.heightForWidth(room) if self.caption is not None else 0)

    def middle(self) -> int:
        """The px from the top to the middle of the first line."""
        return max(self.scene.theme.px(_ROW) // 2, self.label.first_line_middle())

    def _left(self) -> int:
        return self.mark.sizeHint().width() + self.scene.theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        row, size, left = self.scene.theme.px(_ROW), self.mark.sizeHint(), self._left()
        room = max(1, self.width() - left)
        height, line = self.label.heightForWidth(room), self.label.first_line_middle()
        top = max(0, row // 2 - line)
        self.label.setGeometry(left, top, room, height)
        self.mark.setGeometry(0, max(0, top + line - size.height() // 2), size.width(), size.height())
        if self.caption is not None:
            self.caption.setGeometry(left, max(row, height), room, self.caption.heightForWidth(room))


class RadioGroup(QWidget):
    """Options below or beside each other.

    Signals:
        picked: The user chose another option (its number).
    """

    picked = Signal(int)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.rows: list[RadioRow] = []
        self.chosen: int | None = None
        self._horizontal = False
        self._by_key = False
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_options(self, labels: Sequence[str], captions: Sequence[str], horizontal: bool) -> None:
        """Take over other options; rows that stay keep the focus."""
        self._horizontal = horizontal
        while len(self.rows) > len(labels):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(labels):
            self._add_row()
        for row, label, caption in zip(self.rows, labels, captions, strict=True):
            row.show_option(label, caption)
        self.updateGeometry()
        self._place()

    def choose(self, number: int | None) -> None:
        """Mark an option as chosen, or none; emits nothing."""
        self.chosen = number
        for place, row in enumerate(self.rows):
            row.mark.setChecked(place == number)
            # One of them is reached by Tab, the others by arrows.
            stop = place == (number or 0)
            row.mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        if self.rows:
            self.setFocusProxy(self.rows[number or 0].mark)

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for row in self.rows:
            row.restyle()
        self._place()

    def _add_row(self) -> None:
        row = RadioRow(self.scene, self)
        row.picked.connect(lambda row=row: self._pick(self.rows.index(row)))
        row.mark.installEventFilter(self)
        self.rows.append(row)
        row.show()

    def _pick(self, number: int) -> None:
        changed = number != self.chosen
        self.choose(number)
        reason = Qt.FocusReason.TabFocusReason if self._by_key else Qt.FocusReason.MouseFocusReason
        self.rows[number].mark.setFocus(reason)
        if changed:
            self.picked.emit(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at = next((place for place, row in enumerate(self.rows) if row.mark is watched), 0)
        key, count = Qt.Key(event.key()), len(self.rows)
        if key in _STEPS:
            number = (at + _STEPS[key]) % count
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            number = 0 if key == Qt.Key.Key_Home else count - 1
        else:
            return False
        self._by_key = True
        self._pick(number)
        self._by_key = False
        return True

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rects = self._rects(max(1, width))
        bottom = max((rect.bottom() + 1 for rect in rects), default=0)
        return max(bottom, self.scene.theme.px(40)) if self._horizontal else bottom

    def sizeHint(self) -> QSize:
        widths = [row.natural_width() for row in self.rows]
        gap = self.scene.theme.px(_BESIDE)
        width = sum(widths) + gap * (len(widths) - 1) if self._horizontal else max(widths, default=0)
        return QSize(max(0, width), self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        for row, rect in zip(self.rows, self._rects(self.width()), strict=True):
            if row.geometry() == rect:
                row.resizeEvent(QResizeEvent(rect.size(), rect.size()))
            row.setGeometry(rect)

    def _rects(self, width: int) -> list[QRect]:
        return self._beside(width) if self._horizontal else self._below(width)

    def _below(self, width: int) -> list[QRect]:
        rects: list[QRect] = []
        y = 0
        gap = self.scene.theme.px(_GAP) if any(row.caption is not None for row in self.rows) else 0
        for row in self.rows:
            wide = min(width, row.natural_width())
            rects.append(QRect(0, y, wide, row.height_for(wide)))
            y += rects[-1].height() + gap
        return rects

    def _beside(self, width: int) -> list[QRect]:
        theme = self.scene.theme
        spot, tall = QPoint(0, 0), 0
        rects: list[QRect] = []
        for row in self.rows:
            wide = min(width, row.natural_width())
            if spot.x() and spot.x() + wide > width:
                spot, tall = QPoint(0, spot.y() + tall + theme.px(_GAP)), 0
            rects.append(QRect(spot, QSize(wide, row.height_for(wide))))
            tall = max(tall, rects[-1].height())
            spot.setX(spot.x() + wide + theme.px(_BESIDE))
        lift = max(0, theme.px(40) - (spot.y() + tall)) // 2
        # Texts with and without icons stand on one line.
        middle = max((row.middle() for row in self.rows), default=0)
        pairs = zip(self.rows, rects, strict=True)
        return [rect.translated(0, lift + middle - row.middle()) for row, rect in pairs]
