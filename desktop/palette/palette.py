"""The palette itself: a field over the page, and below it what fits what is typed."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QWidget

from ...widgets.controls.paint import draw_face
from ...widgets.fonts import text_font
from ...widgets.style import dress
from .choice import Choice, ranked
from .entries import NAME
from .lines import HEIGHT, LinePainter, Lines, spoken
from .offers import offers

if TYPE_CHECKING:
    from ..window import Window

WIDTH, MARGIN, TOP = 560, 16, 56  # px
FIELD, ROWS = 48, 9  # px, and the lines that show at a time
SHADOW = 24  # px that the shadow reaches
PAUSE = 80  # ms after which a page that has changed is read again
REMEMBERED = 20

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}


def palette_of(window: Window) -> Palette:
    """A window's own, made when it is first needed."""
    made = window.findChild(Palette, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return Palette(window) if made is None else made


class Palette(QWidget):
    """Lies over a whole window, so that a click beside the sheet closes it; draws nothing but the sheet.

    Args:
        window: The window.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._choices: list[Choice] = []
        self._recent: list[Hashable] = []
        self._focused_before: QWidget | None = None
        self._sheet = QRect()
        self._mouse = QPoint()
        self.setAccessibleName("Command palette")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Type a command, a page or a place")
        self.field.setAccessibleName("Command palette")
        self.field.setProperty("kind", "bare")
        self.field.textEdited.connect(self._on_edited)
        self.field.installEventFilter(self)
        self.lines = Lines(self)
        self.list = QListView(self)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LinePainter(window.scene, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Commands")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.nothing = QLabel("Nothing found", self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._read_again)
        window.canvas.relaid.connect(self._on_page_changed)
        window.settled.connect(self._on_page_changed)
        window.installEventFilter(self)
        window.scene.theme_changed.connect(self.restyle)
        self.restyle()
        self.hide()

    # Opening and closing

    def toggle(self) -> None:
        """Open, or close if it is open."""
        if self.isVisible():
            self.close_palette()
        else:
            self.open_palette()

    def open_palette(self) -> None:
        """Show all that there is, with the cursor in the field."""
        window = self._window
        self._focused_before = window.focusWidget()
        window.canvas.commit_focused()
        self._mouse = QCursor.pos()
        self._choices = offers(window, NAME)
        self.field.clear()
        self._fill()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hide; the focus goes back where it was."""
        self._again.stop()
        if self.isHidden():
            return
        before, self._focused_before = self._focused_before, None
        self.hide()
        target = before if before is not None and before.isVisible() else self._window
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, row: int) -> None:
        """Do what a line says, as if its user had clicked the thing itself; nothing if it can't be."""
        if not 0 <= row < len(self.lines.lines):
            return
        choice = self.lines.lines[row].choice
        if not choice.enabled:
            return
        self._recent = [choice.id, *(id for id in self._recent if id != choice.id)][:REMEMBERED]
        self.close_palette()
        choice.act()

    # What is listed

    def _on_edited(self) -> None:
        self._fill()

    def _on_page_changed(self) -> None:
        if self.isVisible() and not self._again.isActive():
            self._again.start()

    def _read_again(self) -> None:
        """The page has changed: the line that is lit stays, if it is still there."""
        if self.isHidden():
            return
        row = self.list.currentIndex().row()
        lit = self.lines.lines[row].choice.id if 0 <= row < len(self.lines.lines) else None
        self._choices = offers(self._window, NAME)
        self._fill(lit)

    def _fill(self, lit: Hashable = None) -> None:
        lines = ranked(self._choices, self.field.text(), self._recent)
        self.lines.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self._place()
        usable = [row for row, line in enumerate(lines) if line.choice.enabled]
        same = [row for row in usable if lit is not None and lines[row].choice.id == lit]
        if same or usable:
            self._light((same or usable)[0], tell=lit is None)

    def _light(self, row: int, *, tell: bool = True) -> None:
        index = self.lines.index(row)
        # Not setCurrentIndex: it would light what can't be chosen, and scroll under the mouse.
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        said = f"{spoken(self.lines.lines[row])}, {row + 1} of {len(self.lines.lines)}"
        self.field.setAccessibleDescription(said)
        if tell and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _step(self, by: int) -> None:
        """Go so many lines on, past those that can't be chosen; single steps go round."""
        usable = [row for row, line in enumerate(self.lines.lines) if line.choice.enabled]
        if not usable:
            return
        here = self.list.currentIndex().row()
        place = usable.index(here) if here in usable else -1
        if abs(by) == 1:
            self._light(usable[(place + by) % len(usable)])
        else:
            self._light(usable[max(0, min(len(usable) - 1, place + by))])

    def _on_pointed(self, event: QMouseEvent) -> None:
        """The mouse has moved, and not only the list below it."""
        place = event.globalPosition().toPoint()
        index = self.list.indexAt(event.position().toPoint())
        if place != self._mouse and index.isValid() and self.lines.lines[index.row()].choice.enabled:
            self._light(index.row(), tell=False)
        self._mouse = place

    def _on_clicked(self, index: QModelIndex) -> None:
        self.choose(index.row())

    # Keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # the keys are the palette's, whatever buttons of the page have for shortcuts
                return True
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if event.type() == QEvent.Type.FocusOut and self.isVisible() and self._window.isActiveWindow():
                QTimer.singleShot(0, self, self._close_if_left)
        elif watched is self.list.viewport():
            if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
                self._on_pointed(event)
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def _close_if_left(self) -> None:
        """The focus has gone to something else in the window."""
        focused = self._window.focusWidget()
        if focused is not None and focused is not self.field and not self.isAncestorOf(focused):
            self._focused_before = focused
            self.close_palette()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape or _opens(event):
            self.close_palette()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.contains(event.position().toPoint()):
            self.close_palette()

    def wheelEvent(self, event: QEvent) -> None:
        event.accept()  # the page below stays where it is

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nor does it hear of keys

    # Looks

    def restyle(self) -> None:
        """Take over the theme."""
        theme = self._window.scene.theme
        dress(self, theme)
        self.setAutoFillBackground(False)
        self.field.setFont(text_font(theme.font, theme.px(16)))
        self.nothing.setFont(text_font(theme.font, theme.px(14)))
        self.nothing.setStyleSheet(f"color: {theme.faded_text}; background: transparent;")
        self.list.setStyleSheet("QListView { background: transparent; outline: 0; }")
        if self.isVisible():
            self._place()
        self.update()

    def _place(self) -> None:
        """Centre the sheet at the top, as high as its lines."""
        theme, window = self._window.scene.theme, self._window.rect()
        width = min(theme.px(WIDTH), window.width() - 2 * MARGIN)
        top = min(theme.px(TOP), window.height() // 8)
        field, row = theme.px(FIELD), theme.px(HEIGHT)
        edge = theme.px(6)
        room = max(1, (window.height() - top - field - 2 * edge - MARGIN) // row)
        rows = max(1, min(len(self.lines.lines), ROWS, room))
        height = field + rows * row + 2 * edge + 1
        self._sheet = QRect((window.width() - width) // 2, top, width, height)
        side = theme.px(16)
        self.field.setGeometry(self._sheet.x() + side, top + 1, width - 2 * side, field - 1)
        below = QRect(self._sheet.x() + 1, top + field + 1 + edge, width - 2, rows * row)
        self.list.setGeometry(below)
        self.nothing.setGeometry(below)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._window.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self._sheet)
        _draw_shadow(painter, sheet, theme.radius)
        draw_face(painter, sheet, theme.radius, theme.popup, theme.popup_border)
        painter.setPen(QColor(theme.popup_border))
        line = self._sheet.y() + theme.px(FIELD)
        painter.drawLine(self._sheet.x() + 1, line, self._sheet.right() - 1, line)
        painter.end()


def _opens(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_K and bool(control)


def _draw_shadow(painter: QPainter, sheet: QRectF, radius: float) -> None:
    """A soft one, a little below: rings that add up towards the sheet."""
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(SHADOW, 0, -2):
        share = 1 - reach / SHADOW
        painter.setBrush(QColor(0, 0, 0, round(1 + 5 * share * share)))
        ring = sheet.adjusted(-reach, -reach, reach, reach).translated(0, 6)
        painter.drawRoundedRect(ring, radius + reach, radius + reach)
