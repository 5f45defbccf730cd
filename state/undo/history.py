"""The steps of one session: what its user did, and how each of them is undone and done again.

A step is what one action has queued: a value, a click, a form with all of its values. What the session held
before is noted while nothing runs, and what differs after the step's run is all that is kept of the step. All
methods but `ask` and the names are called on the worker, between two runs.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from ..pages import Visit
from ..queue import Batch
from ..session_state import SessionState
from ..widget import Action
from .moment import Difference, Moment, difference, name_of, restore, size_of_difference, way_back
from .step import Direction, Fresh, Step, Travelled

if TYPE_CHECKING:
    from ..fragments import FragmentId

MOST = 100
"""Steps that are kept."""
BUDGET = 64 << 20
"""Bytes that all steps may keep together."""
REST = 0.05  # seconds without a run after which it is noted what the session holds
SHARE = 20  # ... and at least so many times as long as noting it takes
REPEAT = 0.1  # seconds within which the same again is a key that is held down, and one step
TOGETHER = 1.0  # seconds within which changes of one such widget are one step
_GRADUAL = frozenset({"slider", "select_slider", "number_input", "color_picker", "text_input"})
_LOOKING = frozenset({"tab_container", "expander", "popover", "dialog", "pagination", "link_button"})
"""What is opened and turned to look at something is not to be taken back."""

_log = logging.getLogger("desklit.undo")


class History:
    """Steps that can be undone, and undone ones that can be redone.

    Args:
        state: The session's values.
        actions: What the user did and the session has queued, in order; a direction where the user has asked
            to undo or to redo. They are taken from here.

    Attributes:
        travelled: What came of the last wish.
        pause: How long nothing must have run before it is noted what the session holds.
    """

    def __init__(self, state: SessionState, actions: deque[Action | Direction]) -> None:
        self._state = state
        self._actions = actions
        self._done: list[Step] = []
        self._size = 0  # of all that can be undone
        self._undone: list[Step] = []
        self._fresh: Fresh | None = None
        self._wished = 0  # how many wishes to undo or redo are among the actions
        self._running: Action | None = None  # what its user wants to be undone while its run goes on
        self._open: Step | None = None  # its run has not ended, or may be followed by more of the same
        self._before: Moment | None = None  # what was held before the open step
        self._now: Moment | None = None  # what is held
        self._clearings = state.clearings
        self._last_action = 0.0
        self.dirty = True
        self.pause = REST
        self.travelled: Travelled | None = None

    # Asked from the window's thread

    def next_step(self, direction: Direction) -> Step | None:
        """The step that would be undone or redone next."""
        steps, opened = (self._done if direction == "undo" else self._undone), self._open
        if self._fresh is not None and self._actions and not isinstance(self._actions[0], str):
            return Step(self._actions[0]) if direction == "undo" else None
        if opened is not None and opened.changes is None:
            return opened if direction == "undo" else None
        return next(iter(steps[-1:]), None)

    def ask(self, direction: Direction) -> None:
        """Let the next run be one that undoes or redoes; the caller asks for that run."""
        step = self.next_step(direction)
        self._running = step.action if step is not None and step.changes is None else None
        self._wished += 1
        self._actions.append(direction)

    # Between two runs

    def on_batch(self, batch: Batch) -> tuple[FragmentId, ...]:
        """A batch is about to run.

        Returns:
            The fragments that are to run.
        """
        if self._is_quick(batch):
            return batch.fragments
        try:
            return self._on_batch(batch)
        except Exception:
            _log.exception("What the session holds could not be noted; nothing can be undone any more")
            self.forget()
            return batch.fragments

    def _is_quick(self, batch: Batch) -> bool:
        """Whether a single action needs no more than a note for now: its user waits for the run."""
        actions, fresh = self._actions, self._fresh
        if self._wished or not actions or not batch.changes or self._clearings != self._state.clearings:
            return False
        action = actions[-1]
        if isinstance(action, str) or action.id != batch.changes[-1].id:
            return False
        if fresh is None:
            if self.dirty or self._now is None or len(actions) > 1:
                return False
            self._fresh = Fresh(batch, 1, self._state.pages.visit, self._now)
            self.dirty = True
            return True
        before = actions[-2] if len(actions) == fresh.count + 1 else None
        if not isinstance(before, Action) or before.id != action.id or action.at - before.at > REPEAT:
            return False
        fresh.count += 1  # a key that is held down
        return True

    def _on_batch(self, batch: Batch) -> tuple[FragmentId, ...]:
        self._see_clearing()
        self._take_fresh()
        actions = self._taken(batch)
        fragments = batch.fragments
        if self.is_wished() and not actions:
            fragments = self._travel(batch)
            actions = self._taken(batch)  # what came after the wish
            if batch.changes:
                fragments = ()
        if not actions:
            if self._open is not None and self.dirty:
                self._note()
            self._settle()
        elif not self._goes_on(actions, batch):
            self._begin(actions, batch)
        self.dirty = True
        return fragments

    def on_rest(self) -> None:
        """Nothing runs, and nothing has for a while."""
        try:
            self._see_clearing()
            self._take_fresh()
            if self.dirty:
                self._note()
        except Exception:
            _log.exception("What the session holds could not be noted; nothing can be undone any more")
            self.forget()

    def forget(self) -> None:
        """There is nothing to go back to any more."""
        self._done, self._undone, self._size = [], [], 0
        if self._fresh is not None:
            self._pop_fresh(self._fresh)
        self._open = self._before = self._now = None
        self._clearings = self._state.clearings
        self.dirty = True

    def is_wished(self) -> bool:
        """Whether the next thing that its user wants is to undo or to redo."""
        return bool(self._actions) and isinstance(self._actions[0], str)

    def _see_clearing(self) -> None:
        if self._clearings != self._state.clearings:
            self.forget()

    def _taken(self, batch: Batch) -> list[Action]:
        """The actions that a batch comes from."""
        ids = {change.id for change in batch.changes}
        taken: list[Action] = []
        while self._actions:
            action = self._actions[0]
            if isinstance(action, str) or action.id not in ids:
                break
            spec = self._state.spec(action.id)
            if spec is not None and spec.trigger and any(action.id == each.id for each in taken):
                break  # a second click has a run of its own
            self._actions.popleft()
            taken.append(action)
        return [action for action in taken if action.kind not in _LOOKING]

    def _goes_on(self, actions: list[Action], batch: Batch) -> bool:
        """Whether this is more of the open step, such as a slider that is moved on by its keys."""
        last, self._last_action = self._last_action, actions[-1].at
        if self._open is None or self._open.action.kind not in _GRADUAL:
            return False
        if any(action.id != self._open.action.id for action in actions) or actions[0].at - last > TOGETHER:
            return False
        self._open.fragments = batch.fragments
        return True

    def _take_fresh(self) -> None:
        """Find out what the last batch means as a step, now that nobody waits."""
        fresh = self._fresh
        if fresh is None:
            return
        actions = self._pop_fresh(fresh)
        if not actions:
            self._settle()
        elif not self._goes_on(actions, fresh.batch):
            self._settle()
            self._before = fresh.before
            self._open = Step(actions[-1], self._page(fresh.visit), fresh.batch.fragments)

    def _pop_fresh(self, fresh: Fresh) -> list[Action]:
        self._fresh = None
        actions = [self._actions.popleft() for _ in range(fresh.count)]
        return [each for each in actions if isinstance(each, Action) and each.kind not in _LOOKING]

    def _page(self, visit: Visit) -> Visit | None:
        """How to come back to a page; None where there is only one."""
        page = next((page for page in self._state.pages.known if visit.means(page)), None)
        page = self._state.pages.default() if page is None else page
        return None if page is None else Visit(page.name, page.file, query=None)

    def _begin(self, actions: list[Action], batch: Batch) -> None:
        if self.dirty or self._now is None:
            self._note()
        self._settle()
        visit = self._page(self._state.pages.visit)
        for action, following in itertools.pairwise(actions):
            if action.id != following.id:
                self._close_early(Step(action, visit, batch.fragments), batch)
        self._before = self._now
        self._open = Step(actions[-1], visit, batch.fragments)

    def _close_early(self, step: Step, batch: Batch) -> None:
        """One of several actions that share their run: of a value it is known what it changes, at least."""
        spec = self._state.spec(step.action.id)
        change = next((change for change in batch.changes if change.id == step.action.id), None)
        if spec is None or spec.trigger or change is None or self._now is None:
            return
        before, self._now = self._now, self._now.but_with({spec.id: spec.parse(change.value)})
        self._keep(step, difference(before, self._now))

    def _note(self) -> None:
        """Note what is held, and with it what the open step has changed."""
        started = time.perf_counter()
        self._now = Moment(self._state, self._now)
        self.dirty = False
        step, before = self._open, self._before
        if step is not None and before is not None:
            goes_on = step.changes is not None
            if goes_on and self._done and self._done[-1] is step:
                self._pop(self._done)
            self._keep(step, difference(before, self._now))
            if step.action.kind not in _GRADUAL:
                self._settle()
        self.pause = max(REST, SHARE * (time.perf_counter() - started))

    def _settle(self) -> None:
        """The open step is complete."""
        self._open = self._before = None

    def _keep(self, step: Step, changes: Difference) -> None:
        """Take a step among those that can be undone, if it has changed anything."""
        step.changes = changes
        if not changes:
            return
        self._undone = []
        step.size = size_of_difference(changes)
        if step.size > BUDGET:
            sizes = {place: size_of_difference({place: changed}) for place, changed in changes.items()}
            largest = max(sizes, key=sizes.__getitem__)
            step.too_large, step.changes, step.size = (str(name_of(largest)),), {}, 0
            self._done, self._size = [], 0
        self._push(self._done, step)
        while len(self._done) > MOST or self._size > BUDGET:
            self._size -= self._done.pop(0).size

    def _push(self, steps: list[Step], step: Step) -> None:
        steps.append(step)
        if steps is self._done:
            self._size += step.size

    def _pop(self, steps: list[Step]) -> None:
        step = steps.pop()
        if steps is self._done:
            self._size -= step.size

    def _travel(self, batch: Batch) -> tuple[FragmentId, ...]:
        """Undo or redo a step: bring back what was held, for the run that follows."""
        direction = self._actions.popleft()
        self._wished -= 1
        assert isinstance(direction, str)
        if self.dirty or self._now is None:
            self._note()
        self._settle()
        steps = self._done if direction == "undo" else self._undone
        step = steps[-1] if steps else None
        running, self._running = self._running, None
        if running is not None and (step is None or step.action is not running):
            step = None  # it has changed nothing so far, and what its user did before is not meant
        if step is None or step.too_large or step.changes is None or self._now is None:
            self.travelled = Travelled(direction, step)
            return batch.fragments
        self._pop(steps)
        back = way_back(step.changes, self._now)
        away = self._go_to_page(step)
        returned = {
            place: changed._replace(before=changed.after, after=changed.before)
            for place, changed in step.changes.items()
        }
        mirrored = Step(step.action, step.page, step.fragments, returned, step.size)
        self._push(self._undone if direction == "undo" else self._done, mirrored)
        restore(self._state, back.values)
        self._now = None
        left = tuple(str(name_of(place)) for place in back.left)
        self.travelled = Travelled(direction, step, bool(back.values), left)
        return () if away else step.fragments

    def _go_to_page(self, step: Step) -> bool:
        """Show the page on which the step was done, if it is another one."""
        page = self._state.pages.wanted()
        if page is None or step.page is None or step.page.means(page):
            return False
        self._state.enter_page(step.page, by_script=False)
        return True
