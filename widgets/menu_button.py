"""``st.menu_button``: a button that opens a menu; what is chosen lasts for one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError
from ..state.patterns import pattern
from ..state.records import dataclass
from .button import Button, ButtonType, checked_look
from .command import Key, join, not_in_form
from .controls.popup import show_round_corners
from .flags import flag
from .markdown.icons import validate_icon
from .markdown.pictures import make_icon
from .markdown.plain import plain_text
from .options import choices
from .scene import Scene
from .sheet_button import SheetButton
from .view import View, views

_LEADING_ICON = pattern(r"^\s*(:material/\w+:)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuButton(Button):
    """A button with a menu. The wire value is the number of the chosen option."""

    kind: ClassVar[str] = "menu_button"

    options: tuple[str, ...] = ()


def menu_button(
    container: Container,
    label: str,
    options: Any,
    *,
    key: Key = None,
    help: str | None = None,
    on_click: Callable[..., Any] | None = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    disabled: bool = False,
    width: Width = "content",
    format_func: Callable[[Any], str] = str,
    wrap: bool | None = None,
) -> Any:
    """Show a button that opens a menu.

    Args:
        label: What it says, in Markdown of one line.
        options: What can be chosen: a list, another iterable, or the first column of a frame.
        key: A name for the widget. Its value in ``st.session_state`` can be read only.
        help: A tooltip, in Markdown.
        on_click: A function to run after a choice, before the script.
        args: Positional arguments of ``on_click``.
        kwargs: Keyword arguments of ``on_click``.
        type: ``"primary"`` stands out, ``"secondary"`` does not, ``"tertiary"`` is plain text.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        disabled: Whether it can't be opened.
        width: ``"content"``, ``"stretch"`` or px.
        format_func: Makes an option's label; each has to have one of its own.
        wrap: Whether a long label breaks; by default it does unless the button stands in a row.

    Returns:
        In the run after a choice the chosen option, else None.

    Raises:
        StreamlitMissingRequiredParameterError: There are no options.
        StreamlitAPIException: Two options have the same label, or ``on_click`` is no function.
        StreamlitInvalidLayoutContextError: It is in a form.

    Example:
        >>> if st.menu_button("Export", ["CSV", "Excel"]) == "CSV":
        ...     st.write("As CSV")
    """
    place = container.target()
    not_in_form(place, "menu_button", on_click)
    look = checked_look(
        place, type=type, icon=icon, icon_position="left", shortcut=None, wrap=wrap, width=width,
        use_container_width=None,
    )  # fmt: skip
    if on_click is not None and not callable(on_click):
        raise StreamlitAPIException(f"`on_click` is {on_click!r}. A menu button accepts a function.")
    found = choices(place, options, format_func)
    if not len(found):
        raise StreamlitMissingRequiredParameterError("A menu button needs at least one of `options`.")
    if len(set(found.labels)) < len(found.labels):
        raise StreamlitAPIException("Two of the `options` have the same label. Let `format_func` differ.")
    joined = join(
        place,
        "menu_button",
        key=key,
        arguments=(str(label), found.labels, help, type, icon, width),
        default=None,
        trigger=True,
        settable=False,
        parse=lambda number: None if number is None else found.option(number),
        wire=lambda value: None,
        on_change=on_click,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    place.append(
        MenuButton(
            id=joined.id, label=str(label), help=help, disabled=flag("disabled", disabled),
            width=look.width, type=look.type, icon=look.icon, wrap=look.wrap, options=found.labels,
        )
    )  # fmt: skip
    return joined.value


@views.shows(MenuButton)
class MenuButtonView(View[MenuButton]):
    """The button and its menu, which opens below it."""

    def __init__(self, element: MenuButton, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.button = SheetButton(scene, self)
        self.menu = QMenu(self)
        show_round_corners(self.menu)
        self.menu.triggered.connect(self._on_chosen)
        self.menu.aboutToHide.connect(lambda: self.button.set_open(False))
        self.button.clicked.connect(self.open_menu)
        self.setFocusProxy(self.button)
        self._take(element, None)

    def show_element(self, element: MenuButton) -> None:
        before = self.element
        super().show_element(element)
        self._take(element, before)

    def _take(self, element: MenuButton, before: MenuButton | None) -> None:
        self.button.show_element(element)
        self.menu.setAccessibleName(plain_text(element.label))
        if before is None or before.options != element.options:
            self._fill()

    def _fill(self) -> None:
        theme = self.scene.theme
        self.menu.clear()
        for number, label in enumerate(self.element.options):
            icon = _LEADING_ICON.match(label)
            text = plain_text(label[icon.end() :] if icon else label)
            action = QAction(text.replace("&", "&&"), self.menu)
            action.setData(number)
            if icon:
                sign = validate_icon(icon[1])
                action.setIcon(make_icon(sign, 16, theme.text, theme.faint_text, self.devicePixelRatioF()))
            self.menu.addAction(action)

    def open_menu(self) -> None:
        """Show the menu below the button, with the first option chosen for the keyboard."""
        self.button.set_open(True)
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _on_chosen(self, action: QAction) -> None:
        self.changed.emit(action.data())

    def discard(self) -> None:
        self.menu.hide()

    def restyle(self) -> None:
        self.button.restyle()
        self._fill()

    def height_for(self, width: int) -> int:
        return self.button.height_for(width)

    def natural_width(self) -> int:
        return self.button.natural_width()

    def resizeEvent(self, event: object) -> None:
        self.button.setGeometry(self.rect())
