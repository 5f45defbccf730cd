"""What every view is: a Qt widget that shows one element and tells what its user did."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .scene import Scene
from .slots import Slot

if TYPE_CHECKING:
    from .block_view import BlockView

E = TypeVar("E", bound=Element)
V = TypeVar("V", bound="type[View[Any]]")
Likeness = Callable[[Any], Hashable | None]

ROUGH = 40
"""px: the height of what has not been seen yet."""

GUEST = "guest"
"""The object name of a widget that something else has put on a view: such a view serves no other element."""


class View(QWidget, Generic[E]):
    """The Qt widget for one element. It knows no session.

    The canvas calls ``show_element`` when the element changed, ``restyle`` when the theme did, and
    asks ``height_for(width)`` and ``natural_width()`` to place it. A view whose own wish changes
    for another reason (its user pulled a grip, an editor grew) calls ``size_changed()``.

    In a long page a view far out of sight is dropped, and made anew when its user comes back. What its
    element does not tell then has to be kept: by ``keep`` and ``take_kept``, or by staying (``may_go``).
    A kind of view that is registered with a ``likeness`` is not even made anew: a dropped one shows another
    element of its likeness, by ``serve``.

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
        self.slot = Slot(0, element)

    def show_element(self, element: E) -> None:
        """Take over a changed element in place: keep focus, cursor, selection; emit nothing."""
        self.element = element

    def restyle(self) -> None:
        """Take over ``self.scene.theme`` after it changed."""

    def commit(self) -> None:
        """Emit what is half-typed, before a click elsewhere is delivered."""

    def discard(self) -> None:
        """The view is about to go: stop timers, close pop-ups."""

    def may_go(self) -> bool:
        """Whether the view may be dropped out of sight: one made anew would show the same."""
        return True

    def may_serve(self) -> bool:
        """Whether a dropped view may show another element of its likeness; else it is destroyed."""
        return True

    def serve(self, element: E) -> None:
        """Show another element, as a view would that was made for it: nothing of the last one may be left.

        The view is hidden and has no place meanwhile. What ``show_element`` would carry over from one
        element to the next, such as the history of an editor, is dropped here.
        """
        self.show_element(element)

    def keep(self) -> object:
        """What a view made anew has to know beside the element; None for nothing."""
        return None

    def take_kept(self, kept: Any) -> None:
        """Take over what a dropped view of the same element has kept."""

    # What is known without a view

    @classmethod
    def is_needed(cls, element: Element) -> bool:
        """Whether there must be a view of the element even while it is out of sight."""
        return False

    @classmethod
    def may_take_tab(cls, element: Element) -> bool:
        """Whether Tab may stop in a view of the element; False saves making it to find out."""
        return True

    @classmethod
    def names_anchor(cls, element: Element, anchor: str) -> bool:
        """Whether a view of the element may have a heading for links to ``#anchor``."""
        return False

    @classmethod
    def shape(cls, element: Element, width: int) -> Hashable:
        """What tells the height of a view: those of the same shape are expected to be as high."""
        return type(element), getattr(element, "label_visibility", None), getattr(element, "height", None)

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        """The height in px that a view of the slot's element may be expected to have."""
        return scene.typical_heights.get(cls.shape(slot.element, width), ROUGH)

    def anchor_top(self, anchor: str) -> int | None:
        """Where in the view the heading for links to ``#anchor`` is, in px from the top; None if nowhere."""
        return None

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size: with that it grows, and with the zoom."""
        return self.scene.theme.px(length)

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
        self._likenesses: dict[type[Element], Likeness] = {}

    def shows(self, element_class: type[Element], likeness: Likeness | None = None) -> Callable[[V], V]:
        """A class decorator: the view below shows this element.

        Args:
            element_class: The class of the element.
            likeness: Tells of an element what its view must have in common with another one's to be given to
                it once it is out of sight; None for a view that serves one element only.

        Example:
            >>> @views.shows(Divider)
            ... class DividerView(View[Divider]): ...
        """

        def register(view_class: V) -> V:
            self._classes[element_class] = view_class
            if likeness is not None:
                self._likenesses[element_class] = likeness
            return view_class

        return register

    def likeness(self, element: Element) -> Hashable | None:
        """What the views of two elements must have in common to stand in for one another; None for never."""
        of = self._likenesses.get(type(element))
        alike = None if of is None else of(element)
        return None if alike is None else (type(element), alike)

    def make(self, element: Element, scene: Scene) -> View[Any]:
        """A view for the element, without a parent yet.

        Raises:
            LookupError: No view is known for this kind of element: a fault of desklit.
        """
        return self.class_for(type(element))(element, scene)

    def class_for(self, element_class: type[Element]) -> type[View[Any]]:
        """The view class that shows elements of a class.

        Raises:
            LookupError: No view is known for this kind of element: a fault of desklit.
        """
        found = self._classes.get(element_class)
        if found is None:
            known = (self._classes[cls] for cls in element_class.__mro__ if cls in self._classes)
            found = next(known, None)
            if found is None:
                raise LookupError(f"desklit has no view for a {element_class.__name__}")
            self._classes[element_class] = found
        return found


views = ViewRegistry()


def rough_height(slot: Slot, width: int, scene: Scene) -> int:
    """The height that a view of a slot may be expected to have."""
    return views.class_for(type(slot.element)).rough_height(slot, width, scene)


def rough_stack(slot: Slot, width: int, gap: int, scene: Scene) -> int:
    """The height that the children of a block without a view are expected to take, one below the other."""
    kids = slot.children
    if kids is None:
        return 0
    for child in kids.to_measure(width):
        kids.set_height(child, rough_height(child, width, scene))
    return kids.total(gap)
