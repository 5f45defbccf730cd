"""What comes back from the screen: the values that users change, and those that code set, perhaps mended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .element import WidgetId
from .state_values import NOTHING, StateValues, equal
from .widget import Change, WidgetSpec, own_copy


class ScreenValues(StateValues):
    """The values of one session, as they go to the screen and come back."""

    def __init__(self) -> None:
        super().__init__()
        self._triggered: set[WidgetId] = set()
        self._unseen: set[WidgetId] = set()
        self._fired: dict[WidgetId, Any] = {}

    def clear(self) -> None:
        """Forget everything, the values of widgets included."""
        super().clear()
        self._triggered.clear()
        self._unseen.clear()

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
        # In the order of the page, for which one alone needs no look at all the others.
        ids = changed if len(changed) == 1 else [id for id in self._specs if id in changed]
        specs = ((id, self._specs[id]) for id in ids if id in self._specs)
        return [
            spec
            for id, spec in specs
            if spec.callback is not None and not (spec.disabled and id in before_echo)
        ]

    def _drop_change(self, id: WidgetId) -> None:
        """What came for a widget is not its user's doing: this run has made it one that can't be changed."""
        self._triggered.discard(id)
        before = self._before_change.pop(id)
        if before is NOTHING:
            self._values.pop(id, None)
        else:
            self._values[id] = before
            self._unechoed.add(id)  # the screen shows what it has mended, and will say so again

    def _fall_back(self, ids: set[WidgetId]) -> None:
        """Let clicked buttons read False again."""
        for id in list(ids):
            self._triggered.discard(id)
            self._unseen.discard(id)
            spec = self.spec(id)
            if id in self._values and spec is not None:
                self._fired[id] = self._values[id]
                self._values[id] = spec.default

    def _settle(self) -> list[WidgetId]:
        """Take what is new to where it belongs; give the widgets that it was for."""
        held = self._settle_new()
        settled = list(held)
        answering = self._restore_on_screen(held)
        for id in self._deleted.keys() - settled:
            gone = self._specs.get(id)
            if gone is not None:
                self._ids.pop(gone.key or "", None)  # the key is the widget's again once it is made
        self._deleted.clear()
        self._echo(held)
        self._before_echo.update(dict.fromkeys(answering, NOTHING))
        return settled

    def _settle_new(self) -> dict[WidgetId, Any]:
        """Take what is new to where it belongs; give what the widgets that it was for have held."""
        held: dict[WidgetId, Any] = {}
        for key, value in self._new.items():
            id = self._ids.get(key)
            kept = key in self._kept and id in self._refused and id not in self._values
            if id is None or kept:  # a widget that was refused what is kept has none of its own yet
                self._kept[key] = value
                continue
            for each in (id, *(other for other in self._outlived.get(key, ()) if other in self._values)):
                held[each] = self._values.get(each, NOTHING)
                self._values[each] = value
                self._unechoed.add(each)
        self._new.clear()
        return held

    def _restore_on_screen(self, held: dict[WidgetId, Any]) -> list[WidgetId]:
        """A widget that is on screen has a value there, wherever the session got it from.

        Args:
            held: Takes the widgets that have got one.

        Returns:
            The buttons that say that they are not clicked.
        """
        answering = []
        for id, spec in self._specs.items():
            if id in self._values or spec.key is None or id not in self._on_screen:
                continue
            lost = spec.trigger or (self.tested and not spec.settable)
            value = self._kept.get(spec.key, spec.default if lost else self._deleted.get(id, NOTHING))
            if value is NOTHING:
                continue
            self._values[id] = value
            self._unechoed.add(id)
            held.setdefault(id, NOTHING)
            if spec.key not in self._kept:
                if spec.trigger and self.tested:
                    answering.append(id)
                elif id in self._deleted:
                    self._restored.add(id)
        return answering

    def _echo(self, held: dict[WidgetId, Any]) -> None:
        """Take values that code set as they come back from the widgets on screen, which may mend them.

        Args:
            held: What widgets had before a value was set for them: they go on showing it if they can't show
                the new one. A button says that it is not clicked.
        """
        self._before_echo.clear()
        for id in self._unechoed & self._on_screen:
            self._unechoed.discard(id)
            spec = self._specs.get(id)
            if spec is None or id not in self._values:
                continue
            value = self._values[id]
            if spec.trigger and id not in held:  # what a run before has made of it holds no longer
                self._values[id] = spec.default
                continue
            try:
                wire = spec.wire(value)
                stays = not spec.settable and id not in held
                mended = spec.default if spec.trigger else value if stays else spec.parse(wire)
            except Exception:
                mended = held.get(id, NOTHING)
                if mended is NOTHING or mended is None or not spec.settable:
                    mended = own_copy(spec.default)
            if not equal(mended, value):
                self._values[id] = mended
                self._before_change[id] = value
                if not mended == value:  # noqa: SIM201 - as a widget's change is told; 4.0 is numpy's 4.0
                    self._before_echo[id] = value
