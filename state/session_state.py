"""Session state: how widgets and script share the values that outlive a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .call_memory import CallMemory
from .element import WidgetId
from .fragments import FragmentId
from .pages import Pages, Visit
from .state_values import NOTHING
from .state_values import checked_key as checked_key
from .state_values import equal as equal
from .surroundings import Surroundings
from .widget import WidgetSpec
from .widget_values import Registered as Registered
from .widget_values import WidgetValues

if TYPE_CHECKING:
    from .document.snapshot import Held


class SessionState(WidgetValues):
    """The values of one window's session.

    The mapping part is what the script sees as ``st.session_state``; the rest is for the runner:
    ``begin_run``, ``apply``, ``register`` and ``finish_run``, in this order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: set[WidgetId] = set()  # of those that last: what has once been on the screen
        self._left: set[WidgetId] = set()  # kept for a page that is not shown any more
        self.calls = CallMemory()
        self.pages = Pages()
        self.surroundings: Surroundings | None = None
        self.told: set[str] = set()

    # The runner's part

    def begin_run(self, *, again: bool = False) -> None:
        """Start a run: no widget is made yet.

        Args:
            again: The script itself asked for the run, by ``st.rerun``: what it stored before counts as
                stored in this run.
        """
        self._heirs.clear()
        self._live = {}
        self._keys = {}
        self._forms = set()
        self._fall_back(self._triggered - self._unseen)
        self._fired.clear()
        if not again:
            self._before_change.clear()
            self._out_of_step.update(self._settle())
        self._refused.clear()

    def enter_page(self, visit: Visit, *, by_script: bool) -> None:
        """Go to another page; called between two runs. Where it is the one in force, all values stay.

        Args:
            visit: The page.
            by_script: The script itself asked for it: all widgets but those that are kept for longer begin
                anew, while a user who turns the page leaves the entry script's as they are.
        """
        left, before = self.pages.wanted(), self.pages.visit
        self.pages.visit = visit
        if visit.query is not None:
            self.query.replace(dict(visit.query))
        if visit.means(left) if left is not None else visit.name and visit.name == before.name:
            return
        for id in list(self._values):
            spec = self.spec(id)
            if spec is None:
                if by_script:
                    del self._values[id]
                continue
            lasts = id in self._known or not by_script
            if lasts and (spec.query is not None or spec.persist == "session"):
                continue
            if lasts and spec.persist == "page":
                self._left.add(id)
                if spec.key is not None:
                    self._persistent.pop(spec.key, None)
                    self._kept.pop(spec.key, None)  # it was for this page alone, too
            elif by_script:
                self._values.pop(id)
                self._unechoed.discard(id)
                self._triggered.discard(id)
                if spec.key is not None and self._persistent.get(spec.key) == id:
                    del self._persistent[spec.key]

    def finish_run(
        self,
        *,
        completed: bool,
        interrupted: bool = False,
        again: bool = False,
        fragments: Collection[FragmentId] = (),
    ) -> None:
        """End a run. One that was stopped or failed leaves everything as it is.

        Args:
            completed: The script ran to its end, so what it did not show is dropped.
            interrupted: A newer change cut the run short; clicks that it had not come to are kept.
            again: The script asked for another run.
            fragments: The fragments that ran alone; widgets outside of them were not to be shown.
        """
        if fragments:
            self._keep_outside(frozenset(fragments))
        if completed or again:
            self._fall_back(self._triggered)
            for id in [id for id in self._before_change if id in self._specs and self._specs[id].trigger]:
                del self._before_change[id]
        elif interrupted:
            self._unseen = {id for id in self._triggered if id not in self._live}
            self._fall_back(self._triggered - self._unseen)
        if not interrupted:
            self._on_screen = self._live.keys() - self._refused
            if not again:
                self._known.update(self._on_screen.intersection(self._persistent.values()))
        if completed:
            self._inherit()
            self._drop_unseen()
            self._specs = self._live
            self._outlived.clear()
        else:
            rest = {id: spec for id, spec in self._specs.items() if id not in self._live}
            self._specs = {**self._live, **rest}
            self._note_outlived(rest.values())
        self._live = {}
        self._keys = {}
        self._forms = set()
        self.calls.on_run_finished(whole=completed and not fragments)

    def _note_outlived(self, rest: Iterable[WidgetSpec]) -> None:
        """Note which widgets share their key with another one, since they could not be dropped."""
        self._outlived.clear()
        for spec in rest:
            if spec.key is not None and self._ids.get(spec.key, spec.id) != spec.id:
                self._outlived.setdefault(spec.key, []).append(spec.id)

    def _keep_outside(self, fragments: frozenset[FragmentId]) -> None:
        """Take what lies outside of the fragments that ran alone for shown."""
        live = self._live
        self._live = {
            id: spec
            for id, spec in self._specs.items()
            if id not in live and not fragments.intersection(spec.fragments)
        }
        self._live.update(live)

    def _drop_unseen(self) -> None:
        for id in [id for id in self._values if id not in self._live]:
            spec = self._specs.get(id)
            if spec is None or id in self._left or (spec.persist is None and spec.query is None):
                del self._values[id]
                self._unechoed.discard(id)
                continue
            self._live[id] = spec
            self._out_of_step.add(id)
            if spec.query is not None and spec.key is not None:
                self.query.bound.discard(spec.key)
                self.query.put(spec.key, ())
        self._left.clear()

    # What is known of widgets

    def shown_value(self, id: WidgetId) -> Any:
        """A widget's value as the last run had it: of a button that was clicked, True."""
        if id in self._fired:
            return self._fired[id]
        spec = self.spec(id)
        value = self._value(id, None if spec is None else spec.key)
        if value is not NOTHING:
            return value
        return self._deleted.get(id, None if spec is None else spec.default)

    def settled_value(self, id: WidgetId) -> Any:
        """A widget's own value, or ``NOTHING`` where this run's code has set another one."""
        spec = self.spec(id)
        if spec is None or spec.key in self._new:
            return NOTHING
        return self._values.get(id, NOTHING)

    def reached(self, id: WidgetId) -> bool:
        """Whether this run has made the widget."""
        return id in self._live

    def was_triggered(self, id: WidgetId) -> bool:
        """Whether a widget's value for this run is its user's doing."""
        return id in self._triggered

    def take_back(self, id: WidgetId) -> None:
        """Let a trigger that the script has set read as its default again."""
        spec = self._live[id]
        if spec.key is not None:
            self._new.pop(spec.key, None)
            self._kept.pop(spec.key, None)
        self._triggered.discard(id)
        self._values[id] = spec.default

    def waiting_triggers(self) -> bool:
        """Whether a click was applied that the script has not come to see yet."""
        return any(id not in self._live and id in self._specs for id in self._triggered)

    # Documents

    def held(self) -> tuple[Held, ...]:
        """What a document keeps of this session: neither clicks nor passwords."""
        from .document.snapshot import Held, mark_of

        found = []
        for id, value in list(self._values.items()):
            spec = self.spec(id)
            if spec is not None and not (spec.trigger or spec.secret):
                now = self._new.get(spec.key or "", value)
                found.append(Held(now, spec.key, mark_of(id), str(id[0])))
        waiting = [] if self.awaited is None else self.awaited.held()
        # By its key the script may have deleted or exchanged what waits.
        own = {**self._kept, **self._new}
        waiting = [each for each in waiting if each.key is None or own.get(each.key) is each.value]
        taken = {each.key for each in (*found, *waiting)}
        secret = {spec.key for spec in self._specs.values() if spec.secret}
        found += [Held(own[key], key) for key in own if key not in taken and key not in secret]
        return (*found, *waiting)

    def take_up(self, held: Sequence[Held]) -> None:
        """Begin anew with what a document holds; called between two runs.

        The values of widgets wait until a run makes these; by their keys a script reads them at once.

        Args:
            held: The values.
        """
        from .document.awaited import Awaited

        self.clear()
        self._specs, self._ids, self._on_screen = {}, {}, set()
        self._kept.update({each.key: each.value for each in held if each.key is not None})
        self.awaited = Awaited(held) or None

    # Undoing

    def bring_back(self, widgets: Mapping[WidgetId, Any], own: Mapping[str, Any]) -> None:
        """Hold again what was held earlier; called between two runs. No callback comes of it.

        Args:
            widgets: The values of widgets, those included that are not on screen; ``NOTHING`` where a
                widget had none.
            own: The script's own values by key; ``NOTHING`` where there was none.
        """
        self._fall_back(set(self._triggered))  # a click that no run has come to see is not to count either
        for id, value in widgets.items():
            key = id[1] if len(id) > 1 and isinstance(id[1], str) else None
            if key is not None:
                self._new.pop(key, None)
            self._unechoed.discard(id)
            self._deleted.pop(id, None)
            self._out_of_step.add(id)
            if value is NOTHING:
                self._values.pop(id, None)
                continue
            self._values[id] = value
            if key is not None:
                self._ids[key] = id
        for key, value in own.items():
            self._new.pop(key, None)
            if value is NOTHING:
                self._kept.pop(key, None)
            else:
                self._kept[key] = value
