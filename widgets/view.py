"""What every view is: a Qt widget that shows one element and tells what its user did."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .scene import Scene

if TYPE_CHECKING:
    from .block_view import BlockView

E = TypeVar("E", bound=Element)
V = TypeVar("V", bound="type[View[Any]]")


class View(QWidget, Generic[E]):
    """The Qt widget for one element. It knows no session.

    The canvas calls ``show_element`` when the element changed, ``restyle`` when the theme did, and
    asks ``height_for(width)`` and ``natural_width()`` to place it. A view whose own wish changes
    for another reason (its user pulled a grip, an editor grew) calls ``size_changed()``.

    Signals:
        changed: The wire value that the *user* chose. Never emitted for a programmatic update.
        submit_requested: The user pressed Enter in a field: a form around may submit.
    """

    changed = Signal(object)
    submit_requested = Signal()

    def __init__(self, element: E, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.element = element
        self.scene = scene
        self.block: BlockView[Any] | None = None
        self.number = 0

    def show_element(self, element: E) -> None:
        """Take over a changed element in place: keep focus, cursor, selection; emit nothing."""
        self.element = element

    def restyle(self) -> None:
        """Take over ``self.scene.theme`` after it changed."""

    def commit(self) -> None:
        """Emit what is half-typed, before a click elsewhere is delivered."""

    def discard(self) -> None:
        """The view is about to go: stop timers, close pop-ups."""

    def anchor_top(self, anchor: str) -> int | None:
        """Where in the view the heading for links to ``#anchor`` is, in px from the top; None if nowhere."""
        return None

    def size_changed(self) -> None:
        """Ask to be measured and placed anew."""
        if self.block is not None:
            self.block.on_item_size_changed(self)

    def height_for(self, width: int) -> int:
        """The height in px that the view wants at this width."""
        layout = self.layout()
        if layout is not None:
            if layout.hasHeightForWidth():
                return layout.totalHeightForWidth(width)
            return layout.totalSizeHint().height()
        if self.hasHeightForWidth():
            return self.heightForWidth(width)
        return self.sizeHint().height()

    def natural_width(self) -> int:
        """The width in px that the content asks for (``width="content"``)."""
        return self.sizeHint().width()


class ViewRegistry:
    """Which view class shows which element class. Holds classes, never live objects."""

    def __init__(self) -> None:
        self._classes: dict[type[Element], type[View[Any]]] = {}

    def shows(self, element_class: type[Element]) -> Callable[[V], V]:
        """A class decorator: the view below shows this element.

        Example:
            >>> @views.shows(Divider)
            ... class DividerView(View[Divider]): ...
        """

        def register(view_class: V) -> V:
            self._classes[element_class] = view_class
            return view_class

        return register

    def make(self, element: Element, scene: Scene) -> View[Any]:
        """A view for the element, without a parent yet.

        Raises:
            LookupError: No view is known for this kind of element: a fault of desklit.
        """
        for cls in type(element).__mro__:
            found = self._classes.get(cls)
            if found is not None:
                return found(element, scene)
        raise LookupError(f"desklit has no view for a {type(element).__name__}")


views = ViewRegistry()
