"""What documents ask their user, each in a dialog over the window that does not hold it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QVBoxLayout

from ...widgets.controls import RadioButton

if TYPE_CHECKING:
    from ..window import Window

_Button = QMessageBox.StandardButton


def ask_to_save(window: Window, name: str, save: Callable[[], object], discard: Callable[[], object]) -> None:
    """Ask what is to become of changes when a window closes; Cancel leaves it open.

    Args:
        window: The window.
        name: What is changed.
        save: Called for *Save*.
        discard: Called for *Discard*.
    """
    box = QMessageBox(window)
    box.setObjectName("save-question")
    box.setWindowTitle("Save session")
    box.setText(f"Save the changes to {name}?")
    box.setInformativeText("What you have entered since it was saved last is lost otherwise.")
    box.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
    box.setDefaultButton(_Button.Save)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(16, 24, 24, 24)
    acts = {_Button.Save: save, _Button.Discard: discard}

    def answer(result: int) -> None:
        act = acts.get(_Button(result))
        box.deleteLater()
        if act is not None:
            act()

    box.finished.connect(answer)
    box.open()


def readable_size(count: int) -> str:
    """A number of bytes for people.

    Example:
        >>> readable_size(3_400_000)
        '3.4 MB'
    """
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


class UploadsQuestion(QDialog):
    """Asks whether uploaded files go into the document.

    Args:
        window: The window.
        count: How many there are.
        size: How many bytes they have.
        by_content: What is chosen at first.
    """

    def __init__(self, window: Window, count: int, size: int, by_content: bool) -> None:
        super().__init__(window)
        self.setWindowTitle("Save session as")
        theme = window.scene.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        files = "an uploaded file" if count == 1 else f"{count} uploaded files"
        column.addWidget(QLabel(f"This session has {files} ({readable_size(size)}).", self))
        them = "it" if count == 1 else "them"
        within = f"Save {them} within the document: it can be opened anywhere"
        beside = f"Save only where {'it lies' if count == 1 else 'they lie'}: the document stays small"
        self.by_content = RadioButton(theme, within, self)
        self.by_path = RadioButton(theme, beside, self)
        for button, text in ((self.by_content, within), (self.by_path, beside)):
            button.setAccessibleName(text)
            column.addWidget(button)
        (self.by_content if by_content else self.by_path).setChecked(True)
        column.addSpacing(8)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText("Continue")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.finished.connect(self.deleteLater)
