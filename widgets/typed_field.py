"""What fields have in common that a user types into: when a value is taken over, and when not."""

from __future__ import annotations

import sys
from abc import abstractmethod
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ..state.element import Element, Widget
from ..state.records import dataclass
from .field import FieldView
from .field_note import FieldError, FieldHint
from .markdown.plain import plain_text
from .scene import Scene
from .window_keys import is_for_window, leave_to_window


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedField(Widget):
    """A field that is typed into."""

    placeholder: str = ""
    required: bool = False


class Unreadable(Exception):
    """What is typed is no value at all: the field goes back to the last one."""


class Refused(Exception):
    """What is typed may not be sent; the message tells the user why."""


F = TypeVar("F", bound=TypedField)

_OPEN_POPUP = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class TypedFieldView(FieldView[F]):
    """A field that keeps half-typed text until Enter, until its user leaves it or a click goes elsewhere.

    Subclasses make the control and name its editor; they turn text into a wire value and back.
    """

    multiline = False

    def __init__(self, element: F, scene: Scene, parent: QWidget | None = None) -> None:
        self.current: Any = None
        self.dirty = False
        super().__init__(element, scene, parent)
        self.column.addWidget(self.error)
        self.setFocusProxy(self.editor())
        self.editor().installEventFilter(self)

    def make_control(self) -> QWidget:
        self.hint = FieldHint(self, self.scene)
        self.error = FieldError(self.scene, self)
        return self.make_editor()

    # What subclasses say

    @abstractmethod
    def make_editor(self) -> QWidget:
        """The control, and in it the editor."""

    @abstractmethod
    def editor(self) -> QWidget:
        """The widget that has the focus while the user types."""

    @abstractmethod
    def text(self) -> str:
        """What the editor holds."""

    @abstractmethod
    def put_text(self, text: str) -> None:
        """Make the editor hold another text; emit nothing."""

    @abstractmethod
    def text_of(self, value: Any) -> str:
        """How a wire value is shown."""

    @abstractmethod
    def read(self, text: str) -> Any:
        """The wire value of what is typed.

        Raises:
            Unreadable: It is none.
            Refused: It may not be sent.
        """

    def show_details(self, element: F, before: F | None) -> None:
        """Take over what is special to the kind of field, before the value."""

    def length_note(self) -> str:
        """How long the text is and may be; "" when there is no limit."""
        return ""

    def named_controls(self) -> list[QWidget]:
        return [self.editor()]

    # Taking over an element

    def show_value(self, element: F, before: F | None) -> None:
        self.show_details(element, before)
        if before is None or element.value != before.value:
            self.take(element.value)
        elif not self.dirty:
            self._put(self.text_of(self.current))

    def may_serve(self) -> bool:
        return not self.dirty

    def serve(self, element: F) -> None:
        self.put_text("")  # and with it the selection, and what could be undone
        super().serve(element)
        self.take(element.value)

    def take(self, value: Any) -> None:
        """Show a value that comes from the script or from a control of the field."""
        self.current = value
        self.dirty = False
        self._put(self.text_of(value))
        self.complain("")
        self.show_hint()

    def _put(self, text: str) -> None:
        if text != self.text():
            self.put_text(text)

    # What the user does

    def on_edited(self) -> None:
        """The user changed the text."""
        self.dirty = True
        self.complain("")
        if self.element.form_id:
            self._stage()
        self.show_hint()

    def _stage(self) -> None:
        """Let the form around hold what is typed so far, as far as it is a value."""
        try:
            value = self.read(self.text())
        except (Unreadable, Refused):
            return
        self.send(value)

    def commit(self) -> None:
        self.settle()

    def settle(self) -> bool:
        """Take over what is typed, or go back where that is not possible.

        Returns:
            Whether what the field holds may be sent on.
        """
        if not self.dirty:
            return True
        try:
            value = self.read(self.text())
        except Unreadable:
            self.revert()
            return True
        except Refused as refusal:
            self.complain(str(refusal))
            return False
        self.dirty = False
        self.send(value)
        self._put(self.text_of(value))
        self.show_hint()
        return True

    def may_submit(self) -> bool:
        """Whether a form may send what the field holds; if not, the field says why."""
        try:
            self.read(self.text())
        except Unreadable:
            self.revert()
        except Refused as refusal:
            self.complain(str(refusal))
            return False
        return True

    def send(self, value: Any) -> None:
        """Emit a value that differs from the last one."""
        if type(value) is type(self.current) and value == self.current:
            return
        self.current = value
        self.changed.emit(value)

    def revert(self) -> None:
        """Drop what is half-typed."""
        self.dirty = False
        self._put(self.text_of(self.current))
        self.complain("")
        self.show_hint()

    def on_enter(self) -> None:
        """Enter was pressed (in a field of several lines: with Ctrl)."""
        if self.settle():
            self._leave_to_window()
            self.submit_requested.emit()

    def _leave_to_window(self) -> None:
        if not self.dirty and not self.element.form_id:
            leave_to_window(self.editor())

    # Keys and focus of the editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if is_for_window(event, self.editor(), half_typed=self.dirty or bool(self.element.form_id)):
                    event.ignore()
                    return True
                return self.on_key(event)
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                if event.reason() not in _OPEN_POPUP:
                    self.settle()
                    self._leave_to_window()
                    self.hint.clear()
            elif event.type() == QEvent.Type.FocusIn:
                self.show_hint(focused=True)
        return False

    def on_key(self, event: QKeyEvent) -> bool:
        """A key was pressed in the editor; True if it needs nothing of it any more."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wanted = Qt.KeyboardModifier.ControlModifier
            if self.multiline and not event.modifiers() & wanted:
                return False
            self.on_enter()
            return True
        if event.key() == Qt.Key.Key_Escape and self.dirty and not self.element.form_id:
            self.revert()
            return True
        return False

    # What is said below

    def show_hint(self, focused: bool | None = None) -> None:
        """Say how to apply what is typed, as long as the field has the focus."""
        if not (self.editor().hasFocus() if focused is None else focused) or not self.isVisible():
            self.hint.clear()
            return
        length = self.length_note()
        parts = [self._how_to_apply() if self.dirty else "", length]
        self.hint.say(" \N{BULLET} ".join(part for part in parts if part), alarming=self.is_full())

    def is_full(self) -> bool:
        """Whether nothing more can be typed."""
        return False

    def _how_to_apply(self) -> str:
        keys = "Enter"
        if self.multiline:
            keys = "\N{PLACE OF INTEREST SIGN}+Enter" if sys.platform == "darwin" else "Ctrl+Enter"
        if not self.element.form_id:
            return f"Press {keys} to apply"
        form = self._form()
        sends = form is None or getattr(form, "enter_to_submit", True)
        return f"Press {keys} to submit form" if sends else ""

    def _form(self) -> Element | None:
        block = self.block
        while block is not None:
            if block.element.kind == "form":
                found: Element = block.element
                return found
            block = block.block
        return None

    def complain(self, text: str) -> None:
        """Say what is wrong, or that nothing is ("")."""
        if self.error.say(text):
            self.editor().setAccessibleDescription(text or plain_text(self.element.help or ""))
            self.layout_error()

    def layout_error(self) -> None:
        """The room for the error changed."""
        self.updateGeometry()
        self.size_changed()

    def restyle(self) -> None:
        super().restyle()
        self.hint.restyle()
        self.error.restyle()

    def may_go(self) -> bool:
        return not self.dirty

    def discard(self) -> None:
        self.hint.clear()


def required_text(text: str, required: bool) -> str:
    """The text, unless there must be one and there is none.

    Raises:
        Refused: It is empty although a value is required.
    """
    if required and not text.strip():
        raise Refused("Please fill in this field.")
    return text
