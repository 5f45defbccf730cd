"""How the widgets of a run find their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .element import WidgetId
from .errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
)
from .query_params import QueryForm, QueryParams
from .records import dataclass
from .screen_values import ScreenValues
from .state_values import NOTHING, PLAIN, RESERVED_PREFIX, equal
from .widget import Callback, WidgetSpec, own_copy

if TYPE_CHECKING:
    from .document.awaited import Awaited


@dataclass(slots=True)
class Registered:
    """What a widget gets when it is registered.

    ``assigned`` tells that the value came from ``st.session_state`` in this run's code.
    """

    value: Any
    assigned: bool


class WidgetValues(ScreenValues):
    """The values of one session, as a run's widgets take part in them."""

    def __init__(self) -> None:
        super().__init__()
        self._persistent: dict[str, WidgetId] = {}
        self._out_of_step: set[WidgetId] = set()  # of their query parameters
        self._heirs: dict[WidgetId, WidgetId] = {}  # this run's, and whose value each takes over at its end
        self.query = QueryParams()
        self.awaited: Awaited | None = None  # what a document holds for widgets that are not made yet

    def clear(self) -> None:
        """Forget everything, the values of widgets included."""
        super().clear()
        self._persistent.clear()
        self.awaited = None

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
        dropped = spec.disabled and id in self._before_change
        if dropped:
            self._drop_change(id)
        if self.awaited is not None and id not in self._values:
            self._take_awaited(spec, assigned)
        value = self._value(id, key)
        # What was set between two runs, where no screen may mend it, is new as well.
        unmended = dropped and id in self._out_of_step
        fresh = assigned or unmended or (value is not NOTHING and self._is_fresh(spec))
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
        if kept not in self._out_of_step:  # what was shown until now is only kept once a run has left it out
            self._heirs[id] = kept
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
        if before is not None and before != spec.id and spec.id not in self._heirs:
            self._values.pop(before, None)

    def _inherit(self) -> None:
        """Give the widgets of a run that is over what those before them under their keys have left behind."""
        for id, before in self._heirs.items():
            if id in self._live and before not in self._live and before in self._values:
                self._values[id] = own_copy(self._values[before])
                self._unechoed.add(id)
                if before not in self._persistent.values():
                    del self._values[before]

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
            raise _duplicate_id(spec.id)
        self._live[spec.id] = spec

    def claim_key(self, key: str) -> None:
        """Reserve a key for this run: that of a container, or of a widget that is refused.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
        """
        if key in self._keys:
            raise _duplicate_key(key)
        self._keys[key] = "container"

    @property
    def claims(self) -> int:
        """How many widgets and keys this run has seen so far."""
        return len(self._keys) + len(self._live)

    def refuse(self, id: WidgetId, key: str | None) -> None:
        """A widget is refused for its arguments: its key is taken, and what it holds stays.

        Args:
            id: The identity that it would have had.
            key: The script's key; without one, ``id`` tells it from other widgets that are refused.

        Raises:
            StreamlitDuplicateElementKey: This run has used the key already.
            StreamlitDuplicateElementId: This run has refused an equal widget without key already.
        """
        name = f"{RESERVED_PREFIX}{id!r}" if key is None else key
        if name in self._keys:
            raise _duplicate_id(id) if key is None else _duplicate_key(key)
        spec = self._specs.get(id)
        self._keys[name] = "container" if spec is None else "widget"
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

    def register_again(self, spec: WidgetSpec, value: Any, callback: Callback | None) -> bool:
        """Register a widget just as the last run did, without asking anything that was asked then.

        Args:
            spec: The very spec that the last run registered; it has neither a query nor is it kept for later.
            value: The value that the widget had then.
            callback: The function that this run gives it.

        Returns:
            False, with nothing done, if anything is not as it was.
        """
        id, key = spec.id, spec.key
        if self._specs.get(id) is not spec or self._values.get(id, NOTHING) is not value or id in self._live:
            return False
        if spec.disabled and id in self._before_change:
            return False
        if key is not None:
            if key in self._new or key in self._keys:
                return False
            self._keys[key] = "widget"
            self._ids[key] = id
        if callback is not None and spec.callback is not None:
            spec.callback.become(callback)
        self._live[id] = spec
        return True

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


def _duplicate_id(id: WidgetId) -> StreamlitDuplicateElementId:
    return StreamlitDuplicateElementId(
        f"This run makes the same `{id[0]}` twice: all arguments are equal, so the two can't be "
        "told apart. Give at least one of them a `key` of its own."
    )


def _reads_as(form: QueryForm, texts: list[str], value: Any) -> bool:
    try:
        return equal(form.read(texts), value)
    except (ValueError, TypeError, OverflowError):
        return False
