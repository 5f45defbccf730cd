"""What the fields for dates and times have in common: a line to type in, and a button that opens a list."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from .icon_button import IconButton
from .input_frame import InputFrame
from .typed_field import TypedField, TypedFieldView

F = TypeVar("F", bound=TypedField)


class PickFieldView(TypedFieldView[F]):
    """A line in a frame with a button at its end. Subclasses say what the button shows and opens."""

    icon: ClassVar[str] = ":material/calendar_today:"
    opens: ClassVar[str] = "Open calendar"

    def make_editor(self) -> QWidget:
        self.frame = InputFrame(self.scene)
        self.frame.line.textEdited.connect(self.on_edited)
        self.button = IconButton(self.scene, self.icon, self.opens, tab_stop=False)
        self.button.clicked.connect(self.open_popup)
        self.frame.add_button(self.button)
        return self.frame

    @abstractmethod
    def open_popup(self) -> None:
        """The button was pressed."""

    def editor(self) -> QLineEdit:
        return self.frame.line

    def text(self) -> str:
        return self.editor().text()

    def put_text(self, text: str) -> None:
        self.editor().setText(text)

    def show_details(self, element: F, before: F | None) -> None:
        self.editor().setPlaceholderText(element.placeholder)
        self.button.setEnabled(not element.disabled)
        self.frame.restyle()

    def take_over(self, value: Any) -> None:
        """Send a wire value that was picked, and show it."""
        self.dirty = False
        self.complain("")
        self.send(value)
        self._put(self.text_of(value))
        self.show_hint()

    def restyle(self) -> None:
        super().restyle()
        self.frame.restyle()
        self.button.restyle()
