"""What a window does for forms: Enter presses their button, and some clear themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..state.element import Widget
from ..state.widget import Change
from ..widgets.view import View
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
        form = self._find(element.form_id) if element.form_id else None
        if form is None or not form.element.enter_to_submit:
            return
        button = form.submit_button()
        if button is not None and not button.element.disabled:
            self._canvas.commit_focused()
            button.button.click()

    def after_submit(self, form_id: str) -> None:
        """A form that clears itself shows its defaults at once; they are sent with the next submit."""
        form = self._find(form_id)
        if form is None or not form.element.clear_on_submit:
            return

        def clear(view: View[Any]) -> None:
            element = view.element
            if isinstance(element, Widget) and element.form_id and not element.submits:
                view.show_element(replace(element, value=element.initial))
                self._canvas.note_held(element, element.initial)
                self._session.forms.hold(form_id, Change(element.id, element.initial))

        form.walk(clear)

    def _find(self, form_id: str) -> Any:
        for view in self._canvas.all_views():
            if view.element.kind == "form" and view.element.form_id == form_id:
                return view
        return None
