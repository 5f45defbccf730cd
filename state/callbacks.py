"""Callbacks: in which order they run, and what they ask for."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence

from .context import RerunRequest
from .element import Widget
from .fragments import FragmentId
from .records import dataclass
from .run import Run
from .tree import Shown
from .widget import Callback, WidgetSpec


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the callbacks of one run ask for.

    Args:
        rerun: Another run in the place of the one that they belong to.
        fragments: The fragments that are to run; None if they name none.
    """

    rerun: bool = False
    fragments: tuple[FragmentId, ...] | None = None


def in_page_order(changed: Sequence[WidgetSpec], tree: Shown) -> list[Callback]:
    """The callbacks of widgets from the top of the page down, which need not be the order of the script."""
    if len(changed) > 1:
        nodes = enumerate(tree.walk())
        places = {node.element.id: place for place, node in nodes if isinstance(node.element, Widget)}
        changed = sorted(changed, key=lambda spec: places.get(spec.id, len(places)))
    return [spec.callback for spec in changed if spec.callback is not None]


def run_callbacks(
    run: Run, callbacks: Iterable[Callback], on_request: Callable[[RerunRequest], None]
) -> Wishes:
    """Call them one after the other.

    Args:
        run: The run that they belong to.
        callbacks: What to call.
        on_request: Called at once for each that asks for another run, perhaps of another page.

    Raises:
        BaseException: Whatever one of them raises; the others are not called then.
    """
    rerun = plain = False
    keys: list[str] = []
    run.calling_back = True
    for callback in callbacks:
        try:
            answer = callback()
            if inspect.iscoroutine(answer):
                import asyncio

                asyncio.run(answer)
            plain = True
        except RerunRequest as request:
            on_request(request)
            keys += request.keys
            rerun = rerun or not request.keys
    run.calling_back = False
    fragments: tuple[FragmentId, ...] | None = None
    if keys and not rerun:
        # A callback that does not ask for single fragments wants the page as it is run by default.
        rerun = not plain or bool(run.alone)
        if not plain and run.page_fragments is not None:
            fragments = tuple(id for key in keys for id in run.page_fragments.of_key(key))
    return Wishes(rerun, fragments)
