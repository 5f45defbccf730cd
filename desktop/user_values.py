"""What users did that no run has answered yet: it stays on screen, whatever older runs declare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ..state.element import Widget
from ..widgets.slots import Slot


class UserValues(QObject):
    """Knows the changes that are on their way to the session, and those that forms keep.

    Args:
        by_id: The places of widgets by their ids.

    Signals:
        hold_dropped: (element): the script set a field of a form that had a value not sent yet.
    """

    hold_dropped = Signal(object)

    def __init__(self, by_id: Mapping[object, Slot], parent: QObject) -> None:
        super().__init__(parent)
        self._by_id = by_id
        self._sent: dict[object, int] = {}
        self._held: dict[object, object] = {}

    def keeps(self, element: Widget, seen: int) -> bool:
        """Whether a widget shows what its user did since the run that this element comes from."""
        if element.id in self._held:
            if self._held[element.id] == element.value:
                return True
            # The script has set the field: that counts more than what was not sent yet.
            del self._held[element.id]
            self.hold_dropped.emit(element)
        return self._sent.get(element.id, 0) > seen

    def note_sent(self, element: Widget, value: object, serial: int, *, lasts: bool = True) -> None:
        """A user's change went to the session under this serial number.

        Args:
            element: What was changed.
            value: What to.
            serial: The number.
            lasts: Whether the widget goes on showing the value; a button that was clicked does not.
        """
        self._sent[element.id] = serial
        if lasts:
            self._note(element, value)

    def note_held(self, element: Widget, value: object) -> None:
        """A form keeps a user's change until it is submitted."""
        self._held.setdefault(element.id, element.value)
        self._note(element, value)

    def note_submitted(self, form_id: str, serial: int) -> None:
        """What a form kept went to the session."""
        for id in tuple(self._held):
            slot = self._by_id.get(id)
            if slot is not None and getattr(slot.element, "form_id", "") == form_id:
                del self._held[id]
                self._sent[id] = serial

    def _note(self, element: Widget, value: object) -> None:
        slot = self._by_id.get(element.id)
        if slot is not None and isinstance(slot.element, Widget):
            slot.element = replace(slot.element, value=value)
            if slot.view is not None:
                slot.view.element = slot.element
