"""The keys that are a window's although fields have a use for them: what undoes, and the command palette's.

Ctrl+Z is a field's own as long as there is something to take back there, else the window's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def opens_palette(event: QKeyEvent) -> bool:
    """Whether it is the key of the command palette, by which Qt's editors cut off a line's end on X11."""
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def minds_dialogs(event: QKeyEvent) -> bool:
    """Whether a key means something to the window while a dialog lies over its page."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return opens_palette(event) or (control and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y))


def is_for_window(event: QKeyEvent, editor: QWidget, *, half_typed: bool) -> bool:
    """Whether a key is not for the editor that it was pressed in.

    Qt's editors take the keys that undo and redo in any case, even where there is nothing to undo.

    Args:
        event: A key that was pressed in the editor.
        editor: The editor.
        half_typed: Whether it holds what the session does not know yet.
    """
    if event.key() not in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        return opens_palette(event)
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    from PySide6.QtGui import QKeySequence

    undoes = event.matches(QKeySequence.StandardKey.Undo)
    if not undoes and not event.matches(QKeySequence.StandardKey.Redo):
        return False
    if not half_typed:
        return True
    if isinstance(editor, QPlainTextEdit):
        document = editor.document()
        return not (document.isUndoAvailable() if undoes else document.isRedoAvailable())
    assert isinstance(editor, QLineEdit)
    return not (editor.isUndoAvailable() if undoes else editor.isRedoAvailable())


def leave_to_window(editor: QWidget) -> None:
    """What an editor holds is taken over: undoing goes no further back than that in the editor itself."""
    if isinstance(editor, QPlainTextEdit):
        editor.document().clearUndoRedoStacks()
    elif isinstance(editor, QLineEdit) and editor.isUndoAvailable():
        place = editor.cursorPosition()
        editor.setText(editor.text())
        editor.setCursorPosition(place)
