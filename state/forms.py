"""What the fields of forms hold until their form is submitted."""

from __future__ import annotations

from typing import Any

from .element import WidgetId
from .widget import Change


class FormBuffer:
    """Values that users gave to fields of forms and that the session does not know yet."""

    def __init__(self) -> None:
        self._pending: dict[str, dict[WidgetId, Any]] = {}

    def hold(self, form_id: str, change: Change) -> None:
        """Keep a field's value until the form is submitted."""
        self._pending.setdefault(form_id, {})[change.id] = change.value

    def submit(self, form_id: str) -> list[Change]:
        """The changes of a form, in the order they were made; they are held no longer."""
        held = self._pending.pop(form_id, {})
        return [Change(id, value) for id, value in held.items()]

    def drop(self, form_id: str, id: WidgetId) -> None:
        """A field's value is no longer wanted: the script has set another."""
        self._pending.get(form_id, {}).pop(id, None)

    def forget(self, form_id: str) -> None:
        """The form is gone."""
        self._pending.pop(form_id, None)

    def pending(self, form_id: str) -> bool:
        """Whether the form has values that were not submitted."""
        return bool(self._pending.get(form_id))
