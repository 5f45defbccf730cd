"""``st.link_button``: a button that opens an address."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import WidgetId, Width
from ..state.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ..state.records import dataclass
from ..state.session_state import checked_key
from ..state.widget import WidgetSpec
from .button import Button, ButtonType, ButtonView, IconPosition, checked_look
from .command import Key, join
from .flags import flag
from .scene import Scene
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkButton(Button):
    """A button with an address; a ``quiet`` one does not tell the session of clicks."""

    kind: ClassVar[str] = "link_button"

    url: str
    quiet: bool = True

    @property
    def identity(self) -> Hashable | None:
        # Those without value and key have no id: their place tells them apart.
        return self.id or None


def link_button(
    container: Container,
    label: str,
    url: str,
    *,
    key: Key = None,
    on_click: Callable[..., Any] | Literal["rerun", "ignore"] | None = "ignore",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    help: str | None = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool | Container:
    """Show a button that opens an address in the browser.

    Args:
        label: What it says, in Markdown of one line.
        url: The address.
        key: A name for the button. With ``on_click="ignore"`` it only keeps the button apart from others.
        on_click: ``"ignore"`` opens the address and does no more, ``"rerun"`` also runs the script, and a
            function is called before that.
        args: Positional arguments of ``on_click``.
        kwargs: Keyword arguments of ``on_click``.
        help: A tooltip, in Markdown.
        type: ``"primary"`` stands out, ``"secondary"`` does not, ``"tertiary"`` is plain text.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        icon_position: ``"left"`` or ``"right"`` of the label.
        disabled: Whether it can't be clicked.
        use_container_width: The former way to say ``width="stretch"``.
        width: ``"content"``, ``"stretch"`` or px.
        shortcut: A key that presses it, such as ``"Ctrl+Enter"``; all but C and R.
        wrap: Whether a long label breaks; by default it does unless the button stands in a row.

    Returns:
        With ``"ignore"`` a handle that replaces the button; else whether it was clicked just now.

    Raises:
        StreamlitInvalidParameterTypeError: ``url`` is no text.
        StreamlitValueError: ``on_click`` is none of the allowed.

    Example:
        >>> st.link_button("Read more", "https://example.org")
    """
    place = container.target()
    look = checked_look(
        place, type=type, icon=icon, icon_position=icon_position, shortcut=shortcut, wrap=wrap,
        width=width, use_container_width=use_container_width,
    )  # fmt: skip
    if not isinstance(url, str):
        raise StreamlitInvalidParameterTypeError(f"`url` is a {url.__class__.__name__}. It accepts a text.")
    if on_click is not None and not callable(on_click) and on_click not in ("rerun", "ignore"):
        raise StreamlitValueError(f"`on_click` is {on_click!r}. It accepts 'rerun', 'ignore' or a function.")
    quiet = on_click == "ignore"
    clicked = False
    if quiet:
        id = _kept_apart(place, key)
    else:
        joined = join(
            place,
            "link_button",
            key=key,
            arguments=(str(label), url, help, type, icon, icon_position, shortcut, width),
            default=False,
            trigger=True,
            settable=False,
            parse=bool,
            on_change=on_click,
            disabled=bool(disabled),
            args=args,
            kwargs=kwargs,
        )
        id, clicked = joined.id, bool(joined.value)
    handle = place.append(
        LinkButton(
            id=id, label=str(label), help=help, disabled=flag("disabled", disabled), width=look.width,
            type=look.type, icon=look.icon, icon_position=look.icon_position, shortcut=look.shortcut,
            wrap=look.wrap, value=False, initial=False, url=url, quiet=quiet,
        )
    )  # fmt: skip
    return handle if quiet else clicked


def _kept_apart(place: Container, key: Key) -> WidgetId:
    """Reserve the key of a button without value, which the session state may not set all the same."""
    if key is None:
        return ()
    name = checked_key(key)
    spec = WidgetSpec(
        id=("link_button", name), key=name, default=False, trigger=True, settable=False, private=True,
        reruns=False,
    )  # fmt: skip
    place.run.register(spec)
    return spec.id


@views.shows(LinkButton)
class LinkButtonView(ButtonView[LinkButton]):
    """The button; its context menu copies the address."""

    def __init__(self, element: LinkButton, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.copy = QAction("Copy link address", self)
        self.copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.element.url))
        self.button.addAction(self.copy)
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def on_clicked(self) -> None:
        self.scene.link_activated.emit(self.element.url)
        if not self.element.quiet:
            self.changed.emit(True)
