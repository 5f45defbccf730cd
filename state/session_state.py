"""Session state: how widgets and script share the values that outlive a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .call_memory import CallMemory
from .element import WidgetId
from .errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
)
from .fragments import FragmentId
from .pages import Pages, Visit
from .query_params import QueryForm, QueryParams
from .records import dataclass
from .state_values import NOTHING, PLAIN, StateValues
from .state_values import checked_key as checked_key
from .state_values import equal as equal
from .surroundings import Surroundings
from .widget import Callback, Change, WidgetSpec, own_copy

if TYPE_CHECKING:
    from .document.awaited import Awaited
    from .document.snapshot import Held


@dataclass(slots=True)
class Registered:
    """What a widget gets when it is registered.

    ``assigned`` tells that the value came from ``st.session_state`` in this run's code.
    """

    value: Any
    assigned: bool


class SessionState(StateValues):
    """The values of one window's session.

    The mapping part is what the script sees as ``st.session_state``; the rest is for the runner:
    ``begin_run``, ``apply``, ``register`` and ``finish_run``, in this order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._triggered: set[WidgetId] = set()
        self._unseen: set[WidgetId] = set()
        self._sent: set[WidgetId] = set()  # what the last run that was shown has brought to the screen
        self._fired: dict[WidgetId, Any] = {}
        self._persistent: dict[str, WidgetId] = {}
        self._out_of_step: set[WidgetId] = set()  # of their query parameters
        self._known: set[WidgetId] = set()  # of those that last: what has once been on the screen
        self._left: set[WidgetId] = set()  # kept for a page that is not shown any more
        self.calls = CallMemory()
        self.pages = Pages()
        self.query = QueryParams()
        self.surroundings: Surroundings | None = None
        self.told: set[str] = set()
        self.awaited: Awaited | None = None  # what a document holds for widgets that are not made yet

    def clear(self) -> None:
        """Forget everything, the values of widgets included."""
        super().clear()
        self._triggered.clear()
        self._unseen.clear()
        self._persistent.clear()
        self.awaited = None

    # The runner's part

    def begin_run(self, *, again: bool = False) -> None:
        """Start a run: no widget is made yet.

        Args:
            again: The script itself asked for the run, by ``st.rerun``: what it stored before counts as
                stored in this run.
        """
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

    def _fall_back(self, ids: set[WidgetId]) -> None:
        """Let clicked buttons read False again."""
        for id in list(ids):
            self._triggered.discard(id)
            self._unseen.discard(id)
            spec = self.spec(id)
            if id in self._values and spec is not None:
                self._fired[id] = self._values[id]
                self._values[id] = spec.default

    def apply(self, changes: Iterable[Change]) -> list[WidgetSpec]:
        """Take over what the user did.

        Returns:
            The widgets that really changed and have a callback, in the order that they were made in. A
            widget that has mended what code set counts as changed, too.
        """
        changed: set[WidgetId] = set()
        before_echo = dict(self._before_echo)
        for change in changes:
            spec = self._specs.get(change.id)
            if spec is None:
                continue
            value = spec.parse(change.value)
            before = self._value(change.id, spec.key)
            if spec.trigger:
                self._triggered.add(change.id)
                # Where it lay under its key before there was the button, code has set it for clicked.
                if not (equal(before_echo.pop(change.id, NOTHING), value) and spec.key in self._kept):
                    changed.add(change.id)
            elif before is NOTHING or change.id in self._restored:  # nothing for the script counts as None
                if value is not None:
                    changed.add(change.id)
            elif not equal(before, value):
                changed.add(change.id)
            self._values[change.id] = value
            self._before_change.setdefault(change.id, before)
        changed.update(before_echo)
        self._before_echo.clear()
        self._restored.clear()
        if not changed:
            return []
        specs = ((id, spec) for id, spec in self._specs.items() if spec.callback is not None)
        return [spec for id, spec in specs if id in changed and not (spec.disabled and id in before_echo)]

    def register(self, spec: WidgetSpec) -> Registered:
        """Make a widget known to this run and find its value.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
            StreamlitDuplicateElementId: This run has made an equal widget without key already.
            StreamlitValueAssignmentNotAllowedError: The script set the key of a widget that can't be set.
        """
        id, key = spec.id, spec.key
        assigned = key is not None and key in self._new
        if assigned and not spec.settable:
            raise StreamlitValueAssignmentNotAllowedError(
                f"The value of the {id[0]} with the key {key!r} can't be set through `st.session_state`: "
                "only the user can change it."
            )
        before = self._specs.get(id)
        if before is not None and not _alike(spec, before):
            self._unechoed.add(id)
        self._claim(spec)
        if spec.disabled and id in self._before_change:
            self._drop_change(id)
        if self.awaited is not None and id not in self._values:
            self._take_awaited(spec, assigned)
        value = self._value(id, key)
        fresh = assigned or (value is not NOTHING and self._is_fresh(spec))
        carried = value is NOTHING and self._carry_over(spec)
        if carried:
            value = self._values[id]
        elif value is NOTHING:
            value = self._values[id] = own_copy(spec.default)
            if type(value) not in PLAIN:
                self._unechoed.add(id)
            if spec.query is not None:
                self._take_query(spec)
                value = self._values[id]
        if fresh or (spec.accept is not None and not carried):
            accepted = self._accepted(spec, value, fresh)
            if accepted is not value:
                self._put(id, key, accepted, mended=not equal(accepted, value))
                value = accepted
        self._note_persistent(spec)
        if spec.query is not None and key is not None:
            self.query.bound.add(key)
            if assigned or id not in self._specs or id in self._out_of_step:
                self.write_query(spec)
        self._out_of_step.discard(id)
        if spec.trigger and value is not spec.default:
            self._triggered.add(id)  # code has set it, where it could not be told from any other key
        return Registered(own_copy(value), assigned)

    def _take_awaited(self, spec: WidgetSpec, assigned: bool) -> None:
        """Give a new widget what a document holds for it, unless the script has said otherwise by its key."""
        assert self.awaited is not None
        held = self.awaited.take(spec.id)
        if held is None:
            return
        if not self.awaited:
            self.awaited = None
        if held.key is not None:
            if self._kept.get(held.key, NOTHING) is not held.value:
                return
            del self._kept[held.key]
        value = NOTHING if assigned else held.fitted(spec)
        if value is not NOTHING:
            self._values[spec.id] = value
            self._unechoed.add(spec.id)

    def _drop_change(self, id: WidgetId) -> None:
        """What came for a widget is not its user's doing: this run has made it one that can't be changed."""
        self._triggered.discard(id)
        before = self._before_change.pop(id)
        if before is NOTHING:
            self._values.pop(id, None)
        else:
            self._values[id] = before

    def _is_fresh(self, spec: WidgetSpec) -> bool:
        """Whether the widget meets its value anew: one that was kept under its key, or for the widget."""
        absent = spec.persist is not None and spec.id not in self._on_screen
        return spec.settable and (absent or spec.id not in self._values)

    def _accepted(self, spec: WidgetSpec, value: Any, fresh: bool) -> Any:
        """A value checked and mended; whether the widget can show it is asked of what is new alone."""
        self._refused.add(spec.id)
        if spec.accept is not None:
            value = spec.accept(value)
        if fresh:
            if spec.check is not None:
                spec.check(value)
            spec.wire(value)
        self._refused.discard(spec.id)
        return value

    def _carry_over(self, spec: WidgetSpec) -> bool:
        """Begin with what a widget of the same key has kept for later, as it is: the screen mends it."""
        id, key = spec.id, spec.key
        kept = None if key is None else self._persistent.get(key)
        if kept is None or kept == id or kept not in self._values:
            return False
        self._values[id] = own_copy(self._values[kept])
        self._unechoed.add(id)
        return True

    def _note_persistent(self, spec: WidgetSpec) -> None:
        """Keep what this widget has from now on, in the place of an earlier one of its key."""
        if spec.key is None or (spec.persist is None and spec.query is None):
            return
        before = self._persistent.get(spec.key)
        self._persistent[spec.key] = spec.id
        if before is not None and before != spec.id:
            self._values.pop(before, None)

    def _put(self, id: WidgetId, key: str | None, value: Any, *, mended: bool) -> None:
        """Store what a widget has accepted; what it mended counts as set by the script."""
        if key is not None and (mended or key in self._new):
            self._new[key] = value
        else:
            self._values[id] = value
            self._unechoed.add(id)

    def _claim(self, spec: WidgetSpec) -> None:
        key = spec.key
        if key is not None:
            if key in self._keys:
                raise _duplicate_key(key)
            self._keys[key] = "widget"
            self._ids[key] = spec.id
        elif spec.id in self._live:
            raise StreamlitDuplicateElementId(
                f"This run makes the same `{spec.id[0]}` twice: all arguments are equal, so the two can't be "
                "told apart. Give at least one of them a `key` of its own."
            )
        self._live[spec.id] = spec

    def claim_key(self, key: str) -> None:
        """Reserve a key for this run: that of a container, or of a widget that is refused.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
        """
        if key in self._keys:
            raise _duplicate_key(key)
        self._keys[key] = "container"

    def refuse(self, id: WidgetId) -> None:
        """A widget is refused for its arguments: its key is taken, and what it holds stays.

        Args:
            id: The identity that it would have had; where it was registered in this run nothing is done.
        """
        key = str(id[1])
        if key in self._keys:
            return
        spec = self._specs.get(id)
        self._keys[key] = "container" if spec is None else "widget"
        if spec is not None:
            self._live[id] = spec
            self._refused.add(id)

    def claim_form(self, key: str) -> None:
        """Reserve the key of a form for this run; forms have keys of their own.

        Raises:
            StreamlitDuplicateElementKey: This run has a form of this key already.
            StreamlitValueAssignmentNotAllowedError: The script set the key.
        """
        if key in self._new:
            raise StreamlitValueAssignmentNotAllowedError(
                f"The form with the key {key!r} has no value that `st.session_state` could set."
            )
        if key in self._forms:
            raise _duplicate_key(key)
        self._forms.add(key)

    def register_again(
        self, spec: WidgetSpec, value: Any, callback: Callback | None
    ) -> WidgetSpec | None:
        """Register a widget just as the last run did, without asking anything that was asked then.

        Args:
            spec: The very spec that the last run registered; it has neither a query nor is it kept for later.
            value: The value that the widget had then.
            callback: The function that this run gives it.

        Returns:
            The spec that is in force now; None, with nothing done, if anything is not as it was.
        """
        id, key = spec.id, spec.key
        if self._specs.get(id) is not spec or self._values.get(id, NOTHING) is not value or id in self._live:
            return None
        if spec.disabled and id in self._before_change:
            return None
        if key is not None:
            if key in self._new or key in self._keys:
                return None
            self._keys[key] = "widget"
            self._ids[key] = id
        if callback is not None:
            spec = replace(spec, callback=callback)
        self._live[id] = spec
        return spec

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
                self._sent = self._on_screen
                self._known.update(self._sent.intersection(self._persistent.values()))
        if completed:
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

    # Query parameters

    def _take_query(self, spec: WidgetSpec) -> None:
        """Begin with the query parameter of the widget's name, if there is one that makes sense."""
        texts = self.query.get_all(spec.key or "")
        if not texts or spec.query is None:
            return
        try:
            self._values[spec.id] = spec.query.read(texts)
        except (ValueError, TypeError, OverflowError):
            self.query.put(spec.key or "", ())

    def write_query(self, spec: WidgetSpec) -> None:
        """Bring a bound widget's query parameter in step; a default is not written."""
        value = self._value(spec.id, spec.key)
        value = spec.default if value is NOTHING else value
        if spec.query is None or spec.key is None:
            return
        if self.query.get_all(spec.key) and _reads_as(spec.query, self.query.get_all(spec.key), value):
            return
        texts = [] if equal(value, spec.default) else spec.query.written(value)
        if texts is not None:
            self.query.put(spec.key, texts)


def _alike(spec: WidgetSpec, before: WidgetSpec) -> bool:
    """Whether a widget means by its values what it meant before."""
    return spec.arguments == before.arguments and type(spec.default) is type(before.default)


def _duplicate_key(key: str) -> StreamlitDuplicateElementKey:
    return StreamlitDuplicateElementKey(
        f"This run uses the key {key!r} twice. Give every widget, form and container a `key` of its own."
    )


def _reads_as(form: QueryForm, texts: list[str], value: Any) -> bool:
    try:
        return equal(form.read(texts), value)
    except (ValueError, TypeError, OverflowError):
        return False
