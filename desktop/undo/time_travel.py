"""Undoing and redoing in one window: asking for it, and showing its user what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from .entries import name_of

if TYPE_CHECKING:
    from ...state.undo.step import Direction, Step, Travelled
    from ..window import Window

_DONE = {"undo": "Undone", "redo": "Redone"}


def time_travel(window: Window) -> TimeTravel:
    """A window's own, made when it is first needed."""
    made = window.findChild(TimeTravel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return TimeTravel(window) if made is None else made


class TimeTravel(QObject):
    """Takes the session of a window back to before a step, or forth again.

    Args:
        window: The window.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._under_way = False
        window.settled.connect(self._on_settled)

    def go(self, direction: Direction) -> None:
        """Undo the last step, or redo the one that was undone last.

        Args:
            direction: Which of the two.
        """
        window = self._window
        window.canvas.commit_focused()  # what is half-typed is the last step then
        runner = window.session.runner
        history = runner.history
        if history is None:
            return
        step = history.next_step(direction)
        if step is not None and step.too_large:
            self._refuse(direction, step)
            return
        self._under_way = True
        history.ask(direction)
        if "documents" in vars(window):
            window.documents.note_change()
        runner.rerun(direction if step is None else f"{direction} {name_of(step.action)!r}")

    def _refuse(self, direction: Direction, step: Step) -> None:
        values = ", ".join(step.too_large)
        self._window.notices.mention(
            f"“{name_of(step.action)}” can't be {_DONE[direction].lower()}: {values} is too large to be kept."
        )

    def _on_settled(self) -> None:
        history = self._window.session.runner.history
        if not self._under_way or history is None or history.travelled is None:
            return
        self._under_way = False
        self._show(history.travelled)

    def _show(self, travelled: Travelled) -> None:
        """Bring into sight what is as it was; where nothing shows of it, say so."""
        step, direction = travelled.step, travelled.direction
        if step is None:
            return
        if step.too_large:
            self._refuse(direction, step)
            return
        name, done = name_of(step.action), _DONE[direction]
        if not travelled.restored and travelled.left:
            changed = ", ".join(travelled.left)
            self._window.notices.mention(f"“{name}” is not {done.lower()}: {changed} has changed since.")
            return
        canvas = self._window.canvas
        slot = canvas.slot_of(step.action.id)
        if slot is not None:
            canvas.reveal(slot)
        spec = self._window.session.state.spec(step.action.id)
        if slot is None or spec is None or spec.trigger:
            self._window.notices.mention(f"{done}: {name}")
        elif "passing" in vars(self._window.notices):
            self._window.notices.passing.dismiss()  # it tells of the step before
