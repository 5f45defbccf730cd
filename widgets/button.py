"""``st.button``: True in the one run that follows a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Literal, TypeVar, cast

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Widget, Width
from ..state.errors import StreamlitAPIException, StreamlitValueError
from ..state.records import dataclass
from .command import Key, checked_width, join, not_in_form, one_of
from .flags import flag
from .markdown.icons import validate_icon
from .options import text_of
from .push_button import PushButton
from .remembered import remembered
from .scene import Scene
from .shortcut import checked_shortcut
from .view import View, views

ButtonType = Literal["primary", "secondary", "tertiary"]
IconPosition = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button(Widget):
    """Something to click."""

    kind: ClassVar[str] = "button"

    type: ButtonType = "secondary"
    icon: str | None = None
    icon_position: IconPosition = "left"
    shortcut: str | None = None
    wrap: bool = True


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """The arguments that all commands with a button share, checked."""

    type: ButtonType
    icon: str | None
    icon_position: IconPosition
    shortcut: str | None
    wrap: bool
    width: Width


def checked_look(
    place: Container,
    *,
    type: str,
    icon: str | None,
    icon_position: str,
    shortcut: str | None,
    wrap: bool | None,
    width: Width,
    use_container_width: bool | None,
) -> ButtonLook:
    """Check what buttons have in common.

    Raises:
        StreamlitValueError: ``type`` or ``icon_position`` is none of the allowed words.
        StreamlitAPIException: ``icon`` or ``shortcut`` is not one.
        StreamlitInvalidWidthError: ``width`` is not one.
    """
    one_of("type", type, ("primary", "secondary", "tertiary"))
    one_of("icon_position", icon_position, ("left", "right"))
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    return ButtonLook(
        cast(ButtonType, type),
        validate_icon(icon) or None if icon else None,
        cast(IconPosition, icon_position),
        checked_shortcut(shortcut),
        _breaks(place) if wrap is None else bool(wrap),
        checked_width(width),
    )


def checked_click(on_click: Callable[..., Any] | None) -> Callable[..., Any] | None:
    """Check ``on_click`` of a button, which always reruns the script.

    Raises:
        StreamlitAPIException: It is one of the words that other widgets accept.
        StreamlitValueError: It is no function.
    """
    if isinstance(on_click, str) and on_click in ("rerun", "ignore"):
        raise StreamlitAPIException(f"`on_click` is {on_click!r}. This button accepts a function or None.")
    if on_click is not None and not callable(on_click):
        raise StreamlitValueError(f"`on_click` is {on_click!r}. It accepts a function or None.")
    return on_click


def _breaks(place: Container) -> bool:
    """Labels break, but for those in a row with neighbours: there they are cut."""
    block = place.block
    return not (block.kind == "column" or getattr(block, "horizontal", False))


@remembered
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
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show a button.

    Args:
        label: What it says, in Markdown of one line.
        key: A name for the widget; needed when two buttons are otherwise alike.
        help: A tooltip, in Markdown.
        on_click: A function to run after a click, before the script.
        args: Positional arguments of ``on_click``.
        kwargs: Keyword arguments of ``on_click``.
        type: ``"primary"`` stands out, ``"secondary"`` does not, ``"tertiary"`` is plain text.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        icon_position: ``"left"`` or ``"right"`` of the label.
        disabled: Whether it can't be clicked.
        use_container_width: The former way to say ``width="stretch"``.
        width: ``"content"``, ``"stretch"`` or px.
        shortcut: A key that presses it, such as ``"Ctrl+Enter"``; all but C and R.
        wrap: Whether a long label breaks; by default it does unless the button stands in a row.

    Returns:
        True in the run that follows a click, else False.

    Example:
        >>> if st.button("Say hello", type="primary"):
        ...     st.write("Hello!")
    """
    place = container.target()
    look = checked_look(
        place, type=type, icon=icon, icon_position=icon_position, shortcut=shortcut, wrap=wrap,
        width=width, use_container_width=use_container_width,
    )  # fmt: skip
    not_in_form(place, "button", on_click)
    joined = join(
        place,
        "button",
        key=key,
        arguments=(label, help, type, icon, icon_position, shortcut, width),
        default=False,
        trigger=True,
        settable=False,
        parse=bool,
        on_change=checked_click(on_click),
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    place.append(
        Button(
            id=joined.id, label=text_of(label), help=help, disabled=flag("disabled", disabled),
            form_id=joined.form_id, width=look.width, type=look.type, icon=look.icon,
            icon_position=look.icon_position, shortcut=look.shortcut, wrap=look.wrap,
            value=False, initial=False,
        )
    )  # fmt: skip
    clicked: bool = joined.value
    return clicked


B = TypeVar("B", bound=Button)


@views.shows(Button, lambda button: None if button.shortcut else (button.type, button.icon))
class ButtonView(View[B]):
    """A push button. A click is a change to True."""

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.button = PushButton(scene, self)
        self.button.pushed.connect(self.on_clicked)
        self.setFocusProxy(self.button)
        self._show(element)

    @classmethod
    def is_needed(cls, element: Element) -> bool:
        return getattr(element, "shortcut", None) is not None

    def on_clicked(self) -> None:
        """The user pressed it."""
        self.changed.emit(True)

    def serve(self, element: B) -> None:
        self.button.setToolTip("")
        super().serve(element)

    def show_element(self, element: B) -> None:
        super().show_element(element)
        self._show(element)

    def _show(self, element: B) -> None:
        button = self.button
        button.setEnabled(not element.disabled)
        button.set_kind(element.type)
        button.set_icon(element.icon, element.icon_position)
        button.set_shortcut(element.shortcut)
        button.set_label(element.label, wrap=element.wrap)
        button.set_help(element.help)

    def restyle(self) -> None:
        self.button.restyle()

    def height_for(self, width: int) -> int:
        return self.button.height_for(width)

    def natural_width(self) -> int:
        return self.button.natural_width()

    def resizeEvent(self, event: object) -> None:
        self.button.setGeometry(self.rect())
