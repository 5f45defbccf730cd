"""What a window does for forms: Enter presses their button, and some clear themselves."""

from __future__ import annotations

from typing import Any

from ..state.element import Widget
from ..state.widget import Change
from ..widgets.slots import Slot
from .canvas import Canvas
from .session import Session


class FormKeeper:
    """Looks after the forms of one window.

    Args:
        canvas: Shows them.
        session: Holds what their fields have not sent yet.
    """

    def __init__(self, canvas: Canvas, session: Session) -> None:
        self._canvas = canvas
        self._session = session

    def press_button(self, element: Widget) -> None:
        """Enter was pressed in a field: press its form's first button, if the form wants that."""
        slot = self._find(element.form_id) if element.form_id else None
        if slot is None or not getattr(slot.element, "enter_to_submit", False):
            return
        from ..widgets.reaching import ensured

        form: Any = ensured(slot)
        button = form.submit_button()
        if button is not None and not button.element.disabled:
            self._canvas.commit_focused()
            button.button.click()

    def after_submit(self, form_id: str) -> None:
        """A form that clears itself shows its defaults at once; they are sent with the next submit."""
        slot = self._find(form_id)
        if slot is None or not getattr(slot.element, "clear_on_submit", False):
            return
        for each in slot.walk():
            element = each.element
            if isinstance(element, Widget) and element.form_id and not element.submits:
                self._canvas.show_value(each, element.initial)
                self._canvas.values.note_held(element, element.initial)
                self._session.forms.hold(form_id, Change(element.id, element.initial))

    def _find(self, form_id: str) -> Slot | None:
        for slot in self._canvas.all_slots():
            if slot.element.kind == "form" and getattr(slot.element, "form_id", "") == form_id:
                return slot
        return None
