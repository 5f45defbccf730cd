"""A step, from the moment when it is done to what came of undoing it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..pages import Visit
from ..queue import Batch
from ..records import dataclass
from ..widget import Action
from .moment import Difference, Moment

if TYPE_CHECKING:
    from ..fragments import FragmentId

Direction = Literal["undo", "redo"]


@dataclass(slots=True)
class Step:
    """Something that can be undone.

    Args:
        action: What the user did; of several actions at a time the last.
        page: The page that was shown.
        fragments: What ran then; none for the whole script.
        changes: What differs since; None while that is not known yet.
        size: Roughly how many bytes it keeps.
        too_large: What could not be kept; the step can't be undone then.
    """

    action: Action
    page: Visit | None = None
    fragments: tuple[FragmentId, ...] = ()
    changes: Difference | None = None
    size: int = 0
    too_large: tuple[str, ...] = field(default=())


@dataclass(slots=True)
class Fresh:
    """A batch that has just gone to its run: a click waits, so what it means as a step is found out later.

    Args:
        batch: The batch.
        count: How many of the actions it comes from.
        visit: The page that was shown.
        before: What was held.
    """

    batch: Batch
    count: int
    visit: Visit
    before: Moment


class Travelled(NamedTuple):
    """What came of a wish to undo or redo.

    Args:
        direction: What was wished for.
        step: The step; None if there was none.
        restored: Whether anything is as it was.
        left: The keys of what something else has changed since.
    """

    direction: Direction
    step: Step | None
    restored: bool = False
    left: tuple[str, ...] = ()
