"""Selecting, copying and following links in a painted text, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
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
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu

from .icons import glyph_source
from .math import from_address
from .spans import LETTER

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


class Selection:
    """What the user does to one text: the selected range, the link with the focus."""

    def __init__(self, view: RichText, document: QTextDocument, *, selectable: bool) -> None:
        self._view = view
        self._document = document
        self._selectable = selectable
        self._cursor: QTextCursor | None = None
        self._focused = -1
        self._pressed = ""
        self._links: list[_Link] | None = None
        self._handlers = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.KeyPress: self._key,
            QEvent.Type.ShortcutOverride: self._override,
            QEvent.Type.ContextMenu: self._menu,
            QEvent.Type.FocusOut: self._focus_out,
        }

    def reset(self) -> None:
        """Forget everything: the text is another."""
        self._cursor, self._focused, self._links, self._pressed = None, -1, None, ""
        links = self._find_links()
        by_mouse = Qt.FocusPolicy.ClickFocus if self._selectable else Qt.FocusPolicy.NoFocus
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else by_mouse)
        self._view.setMouseTracking(bool(links) or self._selectable)
        if self._selectable:
            self._view.setCursor(Qt.CursorShape.IBeamCursor)

    def handle(self, event: QEvent) -> bool:
        """Take an event; False if it is none of ours."""
        handler = self._handlers.get(event.type())
        return handler is not None and handler(event)  # type: ignore[operator]

    # ---- what others ask

    def text(self) -> str:
        """The selected text as it is copied: formulas and icons as their source."""
        if self._cursor is None or not self._cursor.hasSelection():
            return ""
        start, end = self._cursor.selectionStart(), self._cursor.selectionEnd()
        pieces = [self._character(position) for position in range(start, end)]
        return "".join(pieces)

    def select_all(self) -> None:
        """Select the whole text."""
        self._cursor = QTextCursor(self._document)
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._view.update()

    def painted(self, palette: QPalette) -> list[QAbstractTextDocumentLayout.Selection]:
        """The selected range as a document layout paints it."""
        if self._cursor is None or not self._cursor.hasSelection():
            return []
        painted = QAbstractTextDocumentLayout.Selection()
        painted.cursor = self._cursor
        look = QTextCharFormat()
        look.setBackground(palette.highlight())
        painted.format = look
        return [painted]

    def paint_focus(self, painter: QPainter, color: QColor) -> None:
        """A ring around the link that has the focus."""
        if self._focused < 0 or not self._view.hasFocus():
            return
        from .polish import text_rects

        start, end, _ = self._find_links()[self._focused]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.5))
        for rect in text_rects(self._document, start, end):
            inner = rect.intersected(QRectF(self._view.rect())).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(inner, 3, 3)

    def move_focus(self, step: int) -> bool:
        """Go to the next or previous link; False when there is none left in this text."""
        links = self._find_links()
        if not links:
            return False
        wanted = self._focused + step if self._focused >= 0 else (0 if step > 0 else len(links) - 1)
        if not self._view.hasFocus() or not 0 <= wanted < len(links):
            self._focused = -1
            return False
        self._focused = wanted
        self._view.update()
        return True

    # ---- mouse

    def _link_at(self, event: QMouseEvent) -> str:
        return self._document.documentLayout().anchorAt(event.position())

    def _position_at(self, event: QMouseEvent) -> int:
        return self._document.documentLayout().hitTest(event.position(), Qt.HitTestAccuracy.FuzzyHit)

    def _press(self, event: QMouseEvent) -> bool:
        self._pressed = self._link_at(event) if event.button() == Qt.MouseButton.LeftButton else ""
        if not self._selectable or event.button() != Qt.MouseButton.LeftButton:
            event.setAccepted(bool(self._pressed))
            return bool(self._pressed)
        extend = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._cursor is not None
        cursor = self._cursor if extend and self._cursor is not None else QTextCursor(self._document)
        mode = QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(max(self._position_at(event), 0), mode)
        self._cursor = cursor
        self._view.update()
        event.accept()
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        if not self._selectable or self._cursor is None:
            return False
        whole = self._cursor.hasSelection()
        kind = QTextCursor.SelectionType.BlockUnderCursor if whole else QTextCursor.SelectionType.WordUnderCursor
        self._cursor.select(kind)
        self._view.update()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if event.buttons() & Qt.MouseButton.LeftButton and self._selectable and self._cursor is not None:
            self._cursor.setPosition(max(self._position_at(event), 0), QTextCursor.MoveMode.KeepAnchor)
            self._view.update()
            return True
        beside = Qt.CursorShape.IBeamCursor if self._selectable else None
        shape = Qt.CursorShape.PointingHandCursor if self._link_at(event) else beside
        if shape is None:
            self._view.unsetCursor()
        else:
            self._view.setCursor(shape)
        return False

    def _release(self, event: QMouseEvent) -> bool:
        pressed, self._pressed = self._pressed, ""
        selected = self._cursor is not None and self._cursor.hasSelection()
        if pressed and not selected and self._link_at(event) == pressed:
            self._view.scene.link_activated.emit(pressed)
            return True
        return self._selectable

    # ---- keyboard

    def _override(self, event: QKeyEvent) -> bool:
        if self._selectable and (event == QKeySequence.StandardKey.Copy or event == QKeySequence.StandardKey.SelectAll):
            event.accept()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused >= 0:
            self._view.scene.link_activated.emit(self._find_links()[self._focused][2])
            return True
        if not self._selectable:
            return False
        if event == QKeySequence.StandardKey.Copy:
            return self.copy()
        if event == QKeySequence.StandardKey.SelectAll:
            self.select_all()
            return True
        for key, move in _MOVES.items():
            if event == key:
                self._cursor = self._cursor or QTextCursor(self._document)
                self._cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
                self._view.update()
                return True
        return False

    def copy(self) -> bool:
        """Put the selected text on the clipboard; False if nothing is selected."""
        text = self.text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def _focus_out(self, event: QFocusEvent) -> bool:
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in kept:
            self._cursor, self._focused = None, -1
            self._view.update()
        return False

    def _menu(self, event: QContextMenuEvent) -> bool:
        link = self._document.documentLayout().anchorAt(QPointF(event.pos()))
        if not self._selectable and not link:
            return False
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if link:
            menu.addAction("Copy link address", lambda: QGuiApplication.clipboard().setText(link))
        if self._selectable:
            menu.addAction("Copy", self.copy).setEnabled(bool(self.text()))
            menu.addAction("Select all", self.select_all)
        menu.popup(event.globalPos())
        return True

    # ---- the document

    def _find_links(self) -> list[_Link]:
        if self._links is None:
            from .polish import fragments

            self._links = []
            for fragment in fragments(self._document):
                href = fragment.charFormat().anchorHref()
                start, end = fragment.position(), fragment.position() + fragment.length()
                last = self._links[-1] if self._links else None
                if href and last is not None and last[1] == start and last[2] == href:
                    self._links[-1] = (last[0], end, href)
                elif href:
                    self._links.append((start, end, href))
        return self._links

    def _character(self, position: int) -> str:
        character = self._document.characterAt(position)
        if character in "\u2028\u2029\ufdd0\ufdd1":
            return "\n"
        if character == LETTER:
            return ""
        if character == "\ufffc":
            return self._picture(position)
        if self._view.ornaments.is_padding(self._document, position):
            return ""
        if "\ud800" <= character <= "\udbff":
            pair = character + self._document.characterAt(position + 1)
            return pair.encode("utf-16", "surrogatepass").decode("utf-16")
        if "\udc00" <= character <= "\udfff":
            return ""
        return (glyph_source(character) or character) if "\ue000" <= character <= "\uf8ff" else character

    def _picture(self, position: int) -> str:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position + 1)
        name = cursor.charFormat().toImageFormat().name()
        if not name.startswith("math:"):
            return ""
        source, _, _, display = from_address(name)
        return f"$$\n{source}\n$$" if display else f"${source}$"
