"""What input widgets with a label above have in common."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..state.element import Widget
from .markdown.label import Label
from .markdown.plain import plain_text
from .scene import Scene
from .view import View

W = TypeVar("W", bound=Widget)

LABEL_GAP = 8  # px: a label of 20 and a field of 40 make 68


class FieldView(View[W]):
    """A label with help, and below it one control.

    Subclasses make the control in ``make_control`` and take over an element in ``show_value``.
    """

    def __init__(self, element: W, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.label = Label(element.label, scene, visibility=element.label_visibility, help=element.help)
        self.control = self.make_control()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scene.theme.px(LABEL_GAP))
        self.column.addWidget(self.label)
        self.column.addWidget(self.control)
        self.setFocusProxy(self.control)
        self._show(element)

    def make_control(self) -> QWidget:
        """The control below the label; the element is ``self.element``."""
        raise NotImplementedError

    def show_value(self, element: W, before: W | None) -> None:
        """Take over the element's value and options into the control; emit nothing.

        Args:
            element: What to show.
            before: What was shown so far; None when the view has just been made.
        """
        raise NotImplementedError

    def named_controls(self) -> list[QWidget]:
        """The widgets that bear the label as their accessible name."""
        return [self.control]

    def is_usable(self, element: W) -> bool:
        """Whether there is anything to do with the control: not if it is disabled or has nothing to offer."""
        return not element.disabled

    def may_submit(self) -> bool:
        """Whether a form may send what the field holds; if not, the field says why."""
        return True

    def show_element(self, element: W) -> None:
        before = self.element
        super().show_element(element)
        self._show(element, before)

    def _show(self, element: W, before: W | None = None) -> None:
        label = self.label
        if before is None or (before.label, before.help) != (element.label, element.help):
            label.set_source(element.label)
            label.set_help(element.help)
            name = plain_text(element.label)
            for control in self.named_controls():
                control.setAccessibleName(name)
                control.setAccessibleDescription(plain_text(element.help or ""))
        label.set_visibility(element.label_visibility)
        usable = self.is_usable(element)
        label.set_enabled_look(usable)
        self.control.setEnabled(usable)
        self.show_value(element, before)

    def restyle(self) -> None:
        self.label.restyle()
        self.column.setSpacing(self.px(LABEL_GAP))

    def give_focus(self) -> None:
        """Focus the control, as a click on the label does."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)


def silent(widget: QWidget, act: Any) -> None:
    """Run ``act`` while the widget's signals are blocked: a programmatic update is no user's change."""
    blocked = widget.blockSignals(True)
    try:
        act()
    finally:
        widget.blockSignals(blocked)
