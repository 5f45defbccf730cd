"""What a cached function shows: noted while it runs, shown again when its value comes from the cache."""

from __future__ import annotations

import threading
from contextvars import Token
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..context import current_run, entered, recorders, run_or_none
from ..records import dataclass
from .errors import CacheReplayClosureError

if TYPE_CHECKING:
    from ..container import Container
    from ..element import Element
    from ..run import Run
    from ..tree import Node

_ACTIVE = "active"
_OUTSIDE = "outside"
_counting = threading.Lock()


@dataclass(frozen=True, slots=True)
class Shown:
    """An element as a function left it behind. ``handle`` numbers it among the containers it returned."""

    element: Element
    children: tuple[Shown, ...] | None
    form: str
    handle: int | None


@dataclass(frozen=True, slots=True)
class Output:
    """Something that a function showed, and where: the active container, a region, or one from outside."""

    where: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Handles:
    """Stands for containers that a function returned: each run has its own of them."""

    kind: type
    numbers: tuple[int, ...]

    def of(self, made: dict[int, Container]) -> Any:
        """The containers of the present run."""
        found = [made[number] for number in self.numbers]
        return found[0] if self.kind is object else self.kind(found)


class Recorder:
    """Notes what commands show in its ``with`` block; nothing where no run goes on.

    Args:
        flight: What is computed meanwhile: the function's store and the key.
    """

    def __init__(self, flight: object) -> None:
        self.flight = flight
        self._run = run_or_none()
        self._place: Container | None = None
        self._notes: list[tuple[str, Node, str]] = []
        self._own: dict[int, tuple[Node, str]] = {}
        self._token: Token[tuple[Any, ...]] | None = None

    def __enter__(self) -> Recorder:
        run = self._run
        if run is not None:
            stack = entered.get()
            self._place = stack[-1] if stack else run.main
            with _counting:
                run.recording += 1
        self._token = recorders.set((*recorders.get(), self))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._token is not None:
            recorders.reset(self._token)
        if self._run is not None:
            with _counting:
                self._run.recording -= 1

    def note(self, container: Container, node: Node, form: str, around: Node) -> None:
        """A command has put something into ``container``, whose node is ``around``."""
        if id(node) in self._own:
            return
        if id(around) not in self._own:
            self._notes.append((self._where(container), node, form))
        self._own[id(node)] = (node, form)

    def note_change(self, node: Node) -> None:
        """A command has changed an element in its place."""
        if id(node) not in self._own:
            self._notes.append((_OUTSIDE, node, ""))

    def _where(self, container: Container) -> str:
        stack = entered.get()
        if container is self._place or (stack and container is stack[-1]):
            return _ACTIVE
        regions = self._run.regions if self._run is not None else {}
        return container.region if container is regions.get(container.region) else _OUTSIDE

    def outputs(self, returned: Any = None) -> tuple[tuple[Output, ...], Any]:
        """What was shown, and the returned value with its containers replaced by `Handles`."""
        containers = _containers(returned)
        nodes = [id(each.node) for each in containers]
        if containers and all(node in self._own for node in nodes):
            kind = type(returned) if isinstance(returned, (list, tuple)) else object
            returned = Handles(kind, tuple(range(len(nodes))))
        else:
            nodes = []
        once = {id(node): (where, node, form) for where, node, form in self._notes}
        shown = [Output(where, self._freeze(node, form, nodes)) for where, node, form in once.values()]
        return tuple(shown), returned

    def _freeze(self, node: Node, form: str, nodes: list[int]) -> Shown:
        children = None
        if node.children is not None:
            forms = {id(child): self._own[id(child)][1] for child in node.children if id(child) in self._own}
            children = tuple(
                self._freeze(child, forms.get(id(child), ""), nodes) for child in tuple(node.children)
            )
        handle = nodes.index(id(node)) if id(node) in nodes else None
        return Shown(node.element, children, form, handle)


def _containers(value: Any) -> list[Container]:
    from ..container import Container

    if isinstance(value, Container):
        return [value]
    if type(value) in (list, tuple) and value and all(isinstance(each, Container) for each in value):
        return list(value)
    return []


def is_recording(flight: object) -> bool:
    """Whether the calling code is itself part of that computation."""
    return any(recorder.flight == flight for recorder in recorders.get())


def show_again(outputs: tuple[Output, ...], function: str, command: str) -> dict[int, Container]:
    """Show what a function showed when it ran.

    Args:
        outputs: What it showed.
        function: Its name, for messages.
        command: The decorator's name, for messages.

    Returns:
        The containers by number that `Handles` stand for.

    Raises:
        CacheReplayClosureError: The function wrote into a container that it had not made itself.
    """
    run = run_or_none()
    made: dict[int, Container] = {}
    if run is None:
        return made
    stack = entered.get()
    active = stack[-1] if stack else current_run().main
    for output in outputs:
        if output.where == _OUTSIDE:
            raise CacheReplayClosureError(
                f"`{function}()` writes into a container that was made outside of it. Its value now comes "
                "from the cache, and where that container is in this run is not known. Make the container "
                f"within `{function}()`, write to it outside of `{function}()`, or take `@st.{command}` away."
            )
        place = active if output.where == _ACTIVE else run.regions[output.where]
        _put(output.shown, place, run, made)
    return made


def _put(shown: Shown, place: Container, run: Run, made: dict[int, Container]) -> None:
    element = shown.element.anew(run)
    if shown.children is None:
        container = place.append(element)
    else:
        container = place.open_block(element, form=shown.form)
        for child in shown.children:
            _put(child, container, run, made)
    if shown.handle is not None:
        made[shown.handle] = container
