"""Containers: what ``st.columns`` and its kin give back, and what commands are methods of.

A container is a handle on a place in the tree. Handles on a block append; handles on a leaf (what
``st.text`` or ``st.empty`` give back) replace what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from .context import current_run, entered, recorders
from .element import Element
from .fragments import inside
from .tree import Node

if TYPE_CHECKING:
    from .fragments import FragmentId
    from .run import Run

Command = Callable[..., Any]


class Container:
    """A place in the page that commands can write to.

    Every command of ``st`` is a method of it: ``column.slider(…)`` is ``with column: st.slider(…)``.
    """

    __slots__ = ("_children", "_form", "_fragments", "_node", "_parent", "region", "run")

    find_command: ClassVar[Callable[[str], Command]]

    def __init__(
        self,
        run: Run,
        node: Node,
        region: str,
        *,
        parent: Container | None = None,
        form: str = "",
        fragments: tuple[FragmentId, ...] | None = None,
    ) -> None:
        self.run = run
        self._node = node
        self._children = node.children
        self.region = region
        self._parent = parent
        self._form = form
        # What it lies in, from the outmost on.
        self._fragments: tuple[FragmentId, ...] = () if parent is None else parent._fragments
        if fragments is not None:
            self._fragments = fragments

    # Written as in scripts

    def __enter__(self) -> Container:
        around = entered.get()
        form = self._form
        if self._parent is None:  # what `with st.sidebar` within a form makes belongs to the form
            form = next((each._form for each in reversed(around) if each._form), "")
        within = self
        if form != self._form:
            within = Container(
                self.run, self._node, self.region, parent=self._parent, form=form, fragments=self._fragments
            )
        entered.set((*around, within))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        entered.set(entered.get()[:-1])

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # Each command is looked up once; from then on it is an ordinary method.
        setattr(Container, name, Container.find_command(name))
        return getattr(self, name)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a container belongs to its run and can't be pickled")

    # Used by commands

    def target(self) -> Container:
        """The container that a command writes to: this one."""
        return self

    def of_fragments(self, path: tuple[FragmentId, ...]) -> Container:
        """The same place as that of the inmost of some fragments: what they write here is within them."""
        place = Container(
            self.run, self._node, self.region, parent=self._parent, form=self._form, fragments=path
        )
        place._children = self._children
        return place

    @property
    def form_id(self) -> str:
        """The id of the form around, or ""."""
        return self._form

    @property
    def node(self) -> Node:
        """The place in the tree that this is a handle of."""
        return self._node

    @property
    def block(self) -> Element:
        """The block that this is a handle of."""
        return self._node.element

    @property
    def children(self) -> list[Node] | None:
        """What is in the block so far, for who adds to it at once.

        None for a handle that replaces what is there, and where a fragment writes outside of itself.
        """
        return None if self.run.fragmenting and self._fragments is not inside.get() else self._children

    def sort_of_block(self) -> tuple[str, bool]:
        """What a command may see of the block: its kind, and whether its elements stand in a row."""
        block = self._node.element
        return block.kind, getattr(block, "horizontal", False)

    def around(self) -> Iterator[Element]:
        """The blocks that the container lies in, from the inmost on."""
        place: Container | None = self
        while place is not None:
            yield place._node.element
            place = place._parent

    def elements(self) -> list[Element]:
        """What stands directly in the block so far."""
        return [node.element for node in self._children or ()]

    def append(self, element: Element) -> Container:
        """Put a leaf here and give a handle that replaces it."""
        run = self.run
        form = "" if self._parent is None else self._form  # as of a block: a region is in no form
        if run.stop_requested and run.checkpoint():
            return Container(run, Node(element), self.region, parent=self, form=form)
        run.version += 1
        children = self._children
        if run.fragmenting and self._fragments is not inside.get():
            return self._put_for_fragment(Node(element), form)
        if children is None:
            node = self._node
            node.children = None
            node.element = element
        else:
            node = Node(element)
            children.append(node)
        if run.recording:
            self._note(node, form)
        return Container(run, node, self.region, parent=self, form=form)

    def open_block(self, block: Element, *, form: str = "") -> Container:
        """Put a block here and give a handle that appends to it."""
        run = self.run
        if not form and self._parent is not None:  # a region is in no form, though `with` may be in one
            form = self._form
        if run.stop_requested and run.checkpoint():
            return Container(run, Node(block, []), self.region, parent=self, form=form)
        run.version += 1
        if run.fragmenting and self._fragments is not inside.get():
            return self._put_for_fragment(Node(block, []), form)
        if self._children is None:
            node = self._node
            node.children = []
            node.element = block
        else:
            node = Node(block, [])
            self._children.append(node)
        if run.recording:
            self._note(node, form)
        return Container(run, node, self.region, parent=self, form=form)

    def _put_for_fragment(self, node: Node, form: str) -> Container:
        """Put here what a fragment writes outside of itself: when it runs again, it goes."""
        path = inside.get()
        outlets = self.run.fragments.outlets(path) if self.region != "event" else None
        if self._children is None:
            if outlets is not None:
                outlets.note_replaced(self._node)
            self._node.element, self._node.children = node.element, node.children
            node = self._node
        elif outlets is None:
            self._children.append(node)
        else:
            outlets.insert(self._children, node)
        if self.run.recording:
            self._note(node, form)
        return Container(self.run, node, self.region, parent=self, form=form, fragments=path)

    def _note(self, node: Node, form: str) -> None:
        for recorder in recorders.get():
            recorder.note(self, node, form, self._node)

    def clear(self) -> None:
        """Take away all that is in the block; other handles on it write to the cleared one."""
        if self._children is not None:
            self._children.clear()

    def replace(self, element: Element) -> None:
        """Change the element of this very place (a block keeps what is in it)."""
        self.run.checkpoint()
        self.run.version += 1
        self._node.element = element
        for recorder in recorders.get():
            recorder.note_change(self._node)

    def withdraw(self, element: Element, before: Element) -> None:
        """Take back an element, if it is still what is here; in the place of another, that comes back.

        It never ends the run, so that it can be called while a run comes to its end.
        """
        if self._node.element is not element or self._parent is None:
            return
        self.run.version += 1
        siblings = self._parent._children
        if siblings is None:
            self._node.element = before
        elif self._node in siblings:
            siblings.remove(self._node)


class ActiveContainer(Container):
    """``st`` itself as a container: whatever ``with`` block is entered, else the main region."""

    __slots__ = ()

    def __init__(self) -> None:
        pass

    def target(self) -> Container:
        """The inmost container that is entered."""
        stack = entered.get()
        return stack[-1] if stack else current_run().main

    def __enter__(self) -> Container:
        return self.target().__enter__()


class RegionContainer(Container):
    """``st.sidebar`` and the other regions: the one of the run that the caller belongs to."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def target(self) -> Container:
        """The region of the calling run."""
        return current_run().regions[self._name]

    def __enter__(self) -> Container:
        region = self.target()
        # A handle of its own tells `with st.sidebar: st.text(…)` from `st.sidebar.text(…)`.
        return Container(region.run, region.node, region.region).__enter__()
