"""Selecting, copying and following links in a painted text, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu

from .copying import copied_text
from .geometry import fragments, text_rects

if TYPE_CHECKING:
    from .rich_text import RichText

_MOVES = {
    QKeySequence.StandardKey.SelectNextChar: QTextCursor.MoveOperation.Right,
    QKeySequence.StandardKey.SelectPreviousChar: QTextCursor.MoveOperation.Left,
    QKeySequence.StandardKey.SelectNextWord: QTextCursor.MoveOperation.WordRight,
    QKeySequence.StandardKey.SelectPreviousWord: QTextCursor.MoveOperation.WordLeft,
    QKeySequence.StandardKey.SelectNextLine: QTextCursor.MoveOperation.Down,
    QKeySequence.StandardKey.SelectPreviousLine: QTextCursor.MoveOperation.Up,
    QKeySequence.StandardKey.SelectStartOfLine: QTextCursor.MoveOperation.StartOfLine,
    QKeySequence.StandardKey.SelectEndOfLine: QTextCursor.MoveOperation.EndOfLine,
}
_Link = tuple[int, int, str]


class _CopyGuard(QObject):
    """Keeps Ctrl+C and Ctrl+A from the window's own shortcuts while a text has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            copies = event.matches(QKeySequence.StandardKey.Copy)
            if copies or event.matches(QKeySequence.StandardKey.SelectAll):
                event.accept()
                return True
        return False


class Selection:
    """What the user does to one text: the selected range, the link with the focus.

    Args:
        view: The widget that shows the text.
        document: The text.
        selectable: Whether text can be selected. If not, the mouse counts on links only.
    """

    def __init__(self, view: RichText, document: QTextDocument, *, selectable: bool) -> None:
        self._view = view
        self._document = document
        self._selectable = selectable
        self._cursor: QTextCursor | None = None
        self._focused = -1
        self._pressed = ""
        self._links: list[_Link] = []
        self._guard: _CopyGuard | None = None
        if selectable:
            view.setCursor(Qt.CursorShape.IBeamCursor)

    def reset(self, *, with_links: bool, start: int = 0) -> None:
        """Forget everything: the text is another.

        Args:
            with_links: Whether it may have links or tooltips.
            start: Where the paragraph begins from which on it is another.
        """
        self._cursor, self._focused, self._pressed = None, -1, ""
        before = [link for link in self._links if link[0] < start]
        self._links = before + _find_links(self._document, start) if with_links else []
        by_mouse = Qt.FocusPolicy.ClickFocus if self._selectable else Qt.FocusPolicy.NoFocus
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else by_mouse)
        self._view.setMouseTracking(with_links)

    def has_links(self) -> bool:
        """Whether the text may have links or tooltips."""
        return self._view.hasMouseTracking()

    def held(self) -> tuple[int, int, str] | None:
        """What to take up again when the text has grown: the ends of the selection, and the text to there."""
        if self._cursor is None:
            return None
        anchor, position = self._cursor.anchor(), self._cursor.position()
        return anchor, position, self._document.toRawText()[: max(anchor, position)]

    def take_up(self, held: tuple[int, int, str] | None) -> None:
        """Select again what was selected, if the text up to there is the same."""
        if held is None or not self._document.toRawText().startswith(held[2]):
            return
        self._cursor = QTextCursor(self._document)
        self._cursor.setPosition(held[0])
        self._cursor.setPosition(held[1], QTextCursor.MoveMode.KeepAnchor)

    # ---- what others ask

    @property
    def focused_link(self) -> str:
        """The address of the link that has the focus, or ""."""
        return self._links[self._focused][2] if self._focused >= 0 else ""

    def text(self) -> str:
        """The selected text as it is copied: formulas and icons as their source."""
        if self._cursor is None or not self._cursor.hasSelection():
            return ""
        start, end = self._cursor.selectionStart(), self._cursor.selectionEnd()
        return copied_text(self._document, start, end, self._view.ornaments)

    def select_all(self) -> None:
        """Select the whole text."""
        self._cursor = QTextCursor(self._document)
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._view.update()

    def copy(self) -> bool:
        """Put the selected text on the clipboard; False if nothing is selected."""
        text = self.text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def painted(self, color: QColor) -> list[QAbstractTextDocumentLayout.Selection]:
        """The selected range as a document layout paints it, on a ground of a colour."""
        if self._cursor is None or not self._cursor.hasSelection():
            return []
        look = QTextCharFormat()
        look.setBackground(color)
        painted = QAbstractTextDocumentLayout.Selection()
        painted.cursor = self._cursor
        painted.format = look
        return [painted]

    def paint_focus(self, painter: QPainter, color: QColor) -> None:
        """A ring around the link that has the focus."""
        if self._focused < 0 or not self._view.hasFocus():
            return
        start, end, _ = self._links[self._focused]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.5))
        for rect in text_rects(self._document, start, end):
            ring = rect.adjusted(-2, 0, 2, 0).intersected(QRectF(self._view.rect()))
            painter.drawRoundedRect(ring.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)

    # ---- focus

    def move_focus(self, step: int) -> bool:
        """Go to the next or previous link; False when there is none left in this text."""
        if not self._links or not self._view.hasFocus():
            return False
        wanted = self._focused + step if self._focused >= 0 or step > 0 else len(self._links) - 1
        self._focused = wanted if 0 <= wanted < len(self._links) else -1
        self._view.update()
        return self._focused >= 0

    def focus_in(self, event: QFocusEvent) -> None:
        """Go to the first or last link when the focus comes by Tab."""
        if self._selectable and self._guard is None:
            self._guard = _CopyGuard(self._view)
            self._view.installEventFilter(self._guard)
        if self._links and event.reason() == Qt.FocusReason.TabFocusReason:
            self._focused = 0
        elif self._links and event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._focused = len(self._links) - 1
        self._view.update()

    def focus_out(self, event: QFocusEvent) -> None:
        """Drop the selection, unless only a menu or another window took the focus."""
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._cursor, self._focused = None, -1
            self._view.update()

    # ---- mouse

    def press(self, event: QMouseEvent) -> None:
        """Start a selection or press a link."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._link_at(event.position()) if left else ""
        event.setAccepted(bool(self._pressed) or (left and self._selectable))
        if not left or not self._selectable:
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._cursor is not None
        if self._cursor is None or not extend:
            self._cursor = QTextCursor(self._document)
        self._drag_to(event, QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor)
        self._focused = -1

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word below the pointer."""
        event.setAccepted(self._selectable)
        if self._selectable and self._cursor is not None:
            self._cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self._view.update()

    def move(self, event: QMouseEvent) -> None:
        """Extend the selection, or tell what is below the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            event.setAccepted(self._selectable)
            if self._selectable and self._cursor is not None:
                self._drag_to(event, QTextCursor.MoveMode.KeepAnchor)
            return
        event.ignore()
        self._view.setToolTip(self._view.tip_at(event.position()))
        if self._link_at(event.position()):
            self._view.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._selectable:
            self._view.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self._view.unsetCursor()

    def release(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed."""
        pressed, self._pressed = self._pressed, ""
        event.setAccepted(bool(pressed) or self._selectable)
        selected = self._cursor is not None and self._cursor.hasSelection()
        if pressed and not selected and self._link_at(event.position()) == pressed:
            self._view.scene.link_activated.emit(pressed)

    def _link_at(self, point: QPointF) -> str:
        return self._document.documentLayout().anchorAt(point)

    def _drag_to(self, event: QMouseEvent, mode: QTextCursor.MoveMode) -> None:
        assert self._cursor is not None
        position = self._document.documentLayout().hitTest(event.position(), Qt.HitTestAccuracy.FuzzyHit)
        self._cursor.setPosition(max(position, 0), mode)
        self._view.update()

    # ---- keyboard and menu

    def key(self, event: QKeyEvent) -> bool:
        """Follow the focused link, copy, or change the selection; False for other keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused >= 0:
            self._view.scene.link_activated.emit(self.focused_link)
            return True
        if not self._selectable:
            return False
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return True
        move = next((move for key, move in _MOVES.items() if event.matches(key)), None)
        if move is None:
            return False
        self._cursor = self._cursor or QTextCursor(self._document)
        self._cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        self._view.update()
        return True

    def menu(self, event: QContextMenuEvent) -> bool:
        """Show what can be copied; False if nothing can."""
        link = self._link_at(QPointF(event.pos()))
        if not self._selectable and not link:
            return False
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if link:
            menu.addAction("Copy link address").triggered.connect(
                lambda: QGuiApplication.clipboard().setText(link)
            )
        if self._selectable:
            copy = menu.addAction("Copy")
            copy.triggered.connect(self.copy)
            copy.setEnabled(bool(self.text()))
            menu.addAction("Select all").triggered.connect(self.select_all)
        menu.popup(event.globalPos())
        return True


def _find_links(document: QTextDocument, start: int) -> list[_Link]:
    links: list[_Link] = []
    for fragment in fragments(document, start):
        href = fragment.charFormat().anchorHref()
        start, end = fragment.position(), fragment.position() + fragment.length()
        if href and links and links[-1][1] == start and links[-1][2] == href:
            links[-1] = (links[-1][0], end, href)
        elif href:
            links.append((start, end, href))
    return links
