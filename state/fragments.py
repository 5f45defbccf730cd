"""Fragments: parts of a script that run again alone when one of their widgets changes.

A fragment is a call of a function that the script marked. It has a block of its own in the page. Its
id is the function's name and which of its calls in the run it was, so that it stays the same in the
runs that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .context import RunControl
from .errors import StreamlitDuplicateElementKey, StreamlitInvalidLayoutContextError
from .pages import page_scope, within_page
from .records import dataclass

if TYPE_CHECKING:
    from .container import Container
    from .element import Element
    from .run import Run
    from .tree import Node

FragmentId = tuple[str, int]

inside: ContextVar[tuple[FragmentId, ...]] = ContextVar("desklit_fragments", default=())
"""The fragments that the calling code lies in, from the outermost on."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """One call of a function that runs again alone.

    Args:
        path: The ids of the fragments around, from the outermost on, and its own at the end.
        body: Calls the function with the arguments that it was called with.
        place: The block that it writes to.
        every: Seconds after which it runs again by itself; None for never.
        page: The page whose code called it.
        parallel: Whether it runs beside the script, and so may not write outside of itself.
    """

    path: tuple[FragmentId, ...]
    body: Callable[[], Any]
    place: Container
    every: float | None = None
    page: str = field(default_factory=page_scope.get)
    parallel: bool = False

    @property
    def id(self) -> FragmentId:
        """Its own id."""
        return self.path[-1]

    def execute(self, run: Run) -> Any:
        """Run it; an error that it raises is shown in its own place."""
        before = inside.set(self.path)
        run.fragmenting += 1
        try:
            with within_page(self.page), self.place.of_fragments(self.path):
                return self.body()
        except RunControl:
            raise
        except Exception:
            if run.error_place is None:
                run.error_place = self.place
            raise
        finally:
            run.fragmenting -= 1
            inside.reset(before)


class Outlets:
    """Where one fragment has written outside of itself.

    Each list of nodes that it wrote to has its writes in a row, which is where they come again.
    """

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._replaced: list[tuple[Node, Element, list[Node] | None]] = []

    def insert(self, children: list[Node], node: Node) -> None:
        """Put a node into a list: behind what the fragment has there, or has had."""
        row = next((each for each in self._rows if each.children is children), None)
        if row is None:
            row = _Row(children, children[-1] if children else None)
            self._rows.append(row)
        row.insert(node)

    def note_replaced(self, node: Node) -> None:
        """A place that holds one element gets another; the first one comes back when the fragment runs."""
        if not any(each[0] is node for each in self._replaced):
            self._replaced.append((node, node.element, node.children))

    def clear(self, others: Iterable[Outlets]) -> None:
        """Take all of it away. ``others`` lose what they stood behind, and stand behind what is before it."""
        for node, element, children in self._replaced:
            node.element, node.children = element, children
        self._replaced.clear()
        for row in self._rows:
            for outlets in others:
                for other in outlets._rows:
                    if other is not row and other.after in row.nodes:
                        other.after = row.after
            row.clear()


class _Row:
    """Nodes in a row within a list; ``after`` stands before them."""

    __slots__ = ("after", "children", "nodes")

    def __init__(self, children: list[Node], after: Node | None) -> None:
        self.children = children
        self.after = after
        self.nodes: list[Node] = []

    def insert(self, node: Node) -> None:
        before = self.nodes[-1] if self.nodes else self.after
        place = self.children.index(before) + 1 if before in self.children else 0 if before is None else None
        self.children.insert(len(self.children) if place is None else place, node)
        self.nodes.append(node)

    def clear(self) -> None:
        for node in self.nodes:
            if node in self.children:
                self.children.remove(node)
        self.nodes.clear()


class Fragments:
    """The fragments of the page as it stands."""

    def __init__(self) -> None:
        self._known: dict[FragmentId, Fragment] = {}
        self._calls: dict[tuple[str, tuple[FragmentId, ...]], int] = {}
        self._outlets: dict[FragmentId, Outlets] = {}
        self._keys: dict[str, str] = {}
        self._keyed: dict[FragmentId, str] = {}

    def claim_key(self, key: str, name: str) -> None:
        """A function is called that has this key; all of its calls share it.

        Raises:
            StreamlitDuplicateElementKey: Another function has it.
        """
        if self._keys.setdefault(key, name) != name:
            raise StreamlitDuplicateElementKey(
                f"Two fragments have the key {key!r}. Give each function a key of its own."
            )

    def of_key(self, key: str) -> list[FragmentId]:
        """All calls of the function with this key."""
        return [id for id, known in self._keyed.items() if known == key and id in self._known]

    def outlets(self, path: tuple[FragmentId, ...]) -> Outlets | None:
        """Where the fragment that is running writes outside of itself; None where none is.

        Raises:
            StreamlitInvalidLayoutContextError: It runs in parallel, and so it must not.
        """
        fragment = self._known.get(path[-1]) if path else None
        if fragment is None:
            return None
        if fragment.parallel:
            raise StreamlitInvalidLayoutContextError(
                "A fragment with `parallel=True` writes to a container outside of itself, such as "
                "`st.sidebar`. It runs beside the rest of the script, which may be writing there, too. Make "
                "the container within the fragment."
            )
        return self._outlets.setdefault(fragment.id, Outlets())

    def next_path(self, name: str) -> tuple[FragmentId, ...]:
        """The path of the next call of a function from here."""
        around = inside.get()
        call = self._calls.get((name, around), 0) + 1
        self._calls[name, around] = call
        return (*around, (name, call))

    def check_sequential(self, command: str, alone: bool) -> None:
        """See that a command does not stand in a fragment that runs beside the script.

        Args:
            command: The command's name.
            alone: Whether fragments run alone, in which case nothing runs beside them.

        Raises:
            StreamlitInvalidLayoutContextError: It does.
        """
        if not alone and any(id in self._known and self._known[id].parallel for id in inside.get()):
            raise StreamlitInvalidLayoutContextError(
                f"`st.{command}` stands in a fragment with `parallel=True`, which runs beside the script. It "
                "can follow a widget there, as in `if st.button(…):`, when the fragment runs alone."
            )

    def add(self, fragment: Fragment, key: str | None = None) -> None:
        """Remember a fragment that has been called."""
        self._known[fragment.id] = fragment
        if key is not None:
            self._keyed[fragment.id] = key

    def get(self, id: FragmentId) -> Fragment | None:
        """A fragment by its id, or None when the page has it no more."""
        return self._known.get(id)

    def choose(self, ids: Iterable[FragmentId]) -> list[Fragment]:
        """Those of some fragments that are to be run; one that lies in another of them is left out."""
        wanted = [self._known[id] for id in ids if id in self._known]
        chosen = {fragment.id for fragment in wanted}
        return [fragment for fragment in wanted if not chosen.intersection(fragment.path[:-1])]

    def begin(self, fragments: Iterable[Fragment]) -> None:
        """Get ready to run fragments again: what they have written goes, those within are called anew."""
        fragments = list(fragments)
        again = {fragment.id for fragment in fragments}
        inner = [id for id, known in self._known.items() if again.intersection(known.path[:-1])]
        for id in (*again, *inner):
            outlets = self._outlets.get(id)
            if outlets is not None:
                outlets.clear(self._outlets.values())
        for id in inner:
            del self._known[id]
            self._outlets.pop(id, None)
            self._keyed.pop(id, None)
        for name, around in [key for key in self._calls if again.intersection(key[1])]:
            del self._calls[name, around]
        for fragment in fragments:
            fragment.place.clear()

    def timers(self) -> dict[FragmentId, float]:
        """How often fragments run by themselves, in seconds."""
        return {id: known.every for id, known in self._known.items() if known.every is not None}
