"""``st.button``: True in the one run that follows a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..state.container import Container
from ..state.element import Widget, Width
from .command import Key, checked_width, join, not_in_form, one_of
from .scene import Scene
from .view import View, views

ButtonType = Literal["primary", "secondary", "tertiary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button(Widget):
    """A button."""

    kind: ClassVar[str] = "button"

    type: ButtonType = "secondary"
    icon: str | None = None


def button(
    container: Container,
    label: str,
    key: Key = None,
    help: str | None = None,
    on_click: Callable[..., Any] | None = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    type: ButtonType = "secondary",
    icon: str | None = None,
    disabled: bool = False,
    width: Width = "content",
) -> bool:
    """Show a button."""
    place = container.target()
    not_in_form(place, "button")
    one_of("type", type, ("primary", "secondary", "tertiary"))
    joined = join(
        place,
        "button",
        key=key,
        arguments=(label, help, type, icon),
        default=False,
        trigger=True,
        settable=False,
        parse=bool,
        on_change=on_click,
        args=args,
        kwargs=kwargs,
    )
    place.append(
        Button(
            id=joined.id, label=label, help=help, type=type, icon=icon, disabled=disabled,
            width=checked_width(width), form_id=joined.form_id,
        )
    )
    return bool(joined.value)


@views.shows(Button)
class ButtonView(View[Button]):
    """A push button."""

    def __init__(self, element: Button, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.changed.emit(True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.show_element(element)

    def show_element(self, element: Button) -> None:
        super().show_element(element)
        self.button.setText(element.label)
        self.button.setEnabled(not element.disabled)
        self.button.setMinimumSize(QSize(0, 40))
