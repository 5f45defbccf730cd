"""``st.popover``: a button that opens a sheet with elements."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitMissingRequiredParameterError
from ..state.records import dataclass
from .block_view import BlockView
from .button import Button, ButtonType, checked_look
from .command import Key
from .flags import flag
from .scene import Scene
from .sheet import Sheet
from .sheet_button import SheetButton
from .sight import Sight
from .slots import Slot
from .stateful import StatefulContainer, follow
from .view import View, views

_NARROWEST, _WIDEST = 272, 704  # px, of the content
_BUTTON = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Popover(Button):
    """A block that shows on a sheet; ``value`` tells whether it is open."""

    kind: ClassVar[str] = "popover"

    block_key: str | None = None

    @property
    def identity(self) -> Hashable | None:
        return self.id or self.block_key


def popover(
    container: Container,
    label: str,
    *,
    type: ButtonType = "secondary",
    help: str | None = None,
    icon: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    wrap: bool | None = None,
    key: Key = None,
    on_change: Callable[..., Any] | Literal["rerun", "ignore"] = "ignore",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
) -> StatefulContainer:
    """Open a container that shows on a sheet when its button is clicked.

    A click elsewhere or Escape closes the sheet; what is used on it does not.

    Args:
        label: What the button says, in Markdown of one line.
        type: ``"primary"`` stands out, ``"secondary"`` does not, ``"tertiary"`` is plain text.
        help: A tooltip of the button, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` before the label.
        disabled: Whether it can't be opened.
        use_container_width: The former way to say ``width="stretch"``.
        width: Of the button: ``"content"``, ``"stretch"`` or px. The sheet is as wide as what is on it.
        wrap: Whether a long label breaks; by default it does unless the button stands in a row.
        key: A name for the widget.
        on_change: ``"ignore"`` lets opening be a matter of the window alone. ``"rerun"`` or a function
            follows it: ``open`` of the container tells whether it is open.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.

    Returns:
        The container.

    Raises:
        StreamlitValueError: ``type`` or ``on_change`` is none of the allowed.
        StreamlitMissingRequiredParameterError: ``label`` is None.
        TypeError: ``label`` is something else that is no text.

    Example:
        >>> with st.popover("Filter"):
        ...     only_new = st.checkbox("Only new ones")
    """
    place = container.target()
    if label is None:
        raise StreamlitMissingRequiredParameterError("`label` is None. A popover needs a text to click.")
    if not isinstance(label, str):
        raise TypeError(f"The `label` of a popover is a text, not {label.__class__.__name__}.")
    look = checked_look(
        place, type=type, icon=icon, icon_position="left", shortcut=None, wrap=wrap, width=width,
        use_container_width=use_container_width,
    )  # fmt: skip
    joined = follow(
        place, "popover", key=key, arguments=(label, help, icon, type, width), default=False,
        on_change=on_change, args=args, kwargs=kwargs, bind=None, wire=bool, accept=_checked_state,
    )  # fmt: skip
    block = place.open_block(
        Popover(
            id=joined.id if joined is not None else (),
            block_key=None if key is None else str(key),
            form_id="",
            label=label,
            value=joined.wire if joined is not None else False,
            initial=False,
            help=help,
            disabled=flag("disabled", disabled),
            width=look.width,
            type=look.type,
            icon=look.icon,
            wrap=look.wrap,
        )
    )
    return StatefulContainer(block, joined.value if joined is not None else None)


def _checked_state(value: object) -> object:
    if not isinstance(value, int):
        raise TypeError(f"The session state holds {value!r} for a popover, which is open (True) or not.")
    return value


@views.shows(Popover)
class PopoverView(BlockView[Popover]):
    """The button; its children lie on the sheet that it opens."""

    def __init__(self, element: Popover, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.is_open = bool(element.value)
        self.button = SheetButton(scene, self)
        self.sheet = Sheet(scene, self.button)
        self.button.clicked.connect(lambda: self._choose(not self.is_open))
        self.sheet.dismissed.connect(lambda: self._choose(False))
        self.sight = Sight(self.sheet.scroller, self, self._lay_out_sheet, lambda: False)
        self._widest = 0
        self.setFocusProxy(self.button)
        self.button.show_element(element)

    def host(self) -> QWidget:
        return self.sheet.inside

    def own_focus_stops(self) -> Sequence[QWidget]:
        return (self.button,)

    @classmethod
    def folds(cls, around: Slot, inside: Slot) -> bool:
        return not (isinstance(around.view, PopoverView) and around.view.is_open)

    def shown_slots(self) -> Iterable[Slot]:
        return self.children_slots if self.is_open else ()

    def scrolls_apart(self) -> bool:
        return True

    def bring_forward(self, slot: Slot) -> None:
        self._choose(True)

    def may_go(self) -> bool:
        return not self.is_open

    def drop_far(self, near: QRect, held: Set[View[Any]], *, for_spares: bool = False) -> None:
        """The sheet looks after itself while it is open; what is on it stays while it is folded."""

    def show_element(self, element: Popover) -> None:
        before = self.element
        super().show_element(element)
        self.button.show_element(element)
        if element.value != before.value:
            self._show_open(bool(element.value))
        elif element.disabled:
            self._show_open(False)

    def _choose(self, is_open: bool) -> None:
        """The user opened or closed it."""
        if is_open != self.is_open:
            self._show_open(is_open)
            if self.element.id:
                self.changed.emit(is_open)

    def _show_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self.button.set_open(is_open)
        if is_open:
            self._widest = 0
            self.sight.place()
        else:
            self.sheet.put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._choose(False)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.sheet.put_away()

    def discard(self) -> None:
        self.sheet.put_away()
        self.sheet.deleteLater()

    # Placing

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        return scene.theme.px(_BUTTON)

    def height_for(self, width: int) -> int:
        return self.button.height_for(width)

    def natural_width(self) -> int:
        return self.button.natural_width()

    def arrange_items(self) -> None:
        self.button.setGeometry(self.rect())
        if self.is_open and self.isVisible():
            self.sight.place()

    def _lay_out_sheet(self, near: QRect) -> bool:
        """Lay out what is on the sheet; whether what was made meanwhile has changed its height."""
        room = self.sheet.room().width()
        # On a long sheet that scrolls the widest is still to come: it grows, and does not shrink.
        self._widest = max(self._widest, self.natural_content())
        width = min(max(self._widest, _NARROWEST, self.button.width() - 48), _WIDEST, room)
        tall = self.content_height(width)
        self.settle(width, QPoint(0, 0), near)
        after = self.content_height(width)
        self.sheet.open_with(QSize(width, after))
        return after != tall

    def restyle(self) -> None:
        self.button.restyle()
        self.sheet.restyle()
