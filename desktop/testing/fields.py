"""Nodes of buttons and of fields for numbers, texts, dates and colours."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from .nodes import WidgetNode

if TYPE_CHECKING:
    from typing_extensions import Self


class Button(WidgetNode):
    """A button, a form's submit button or a download button; ``label``, ``help``, ``icon``."""

    renamed: ClassVar[dict[str, str]] = {"is_form_submitter": "submits"}

    @property
    def value(self) -> bool:
        """Whether it was clicked."""
        return bool(super().value)

    def click(self) -> Self:
        """Click it; the script sees it in the next run only."""
        return self.set_value(True)


class ChatInput(WidgetNode):
    """A chat's field; ``placeholder``."""

    shown = ("placeholder", "value")
    label = None


class Checkbox(WidgetNode):
    """A box to tick."""

    def check(self) -> Self:
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Take the tick away."""
        return self.set_value(False)


class Toggle(Checkbox):
    """A switch."""


class ColorPicker(WidgetNode):
    """A colour, as ``"#rrggbb"``."""

    def pick(self, v: str) -> Self:
        """Choose a colour; the ``#`` may be missing."""
        return self.set_value(v if v.startswith("#") else f"#{v}")


class TextInput(WidgetNode):
    """A line of text; ``max_chars`` (0 for any), ``placeholder``."""

    def input(self, v: str) -> Self:
        """Type a text; one that is longer than ``max_chars`` is not taken."""
        return self if self.max_chars and len(v) > self.max_chars else self.set_value(v)

    @property
    def max_chars(self) -> int:
        """How long the text may be; 0 for any length."""
        return getattr(self.element, "max_chars", None) or 0


class TextArea(TextInput):
    """Several lines of text."""


class NumberInput(WidgetNode):
    """A number; ``min``, ``max``, ``step``."""

    renamed: ClassVar[dict[str, str]] = {"min": "min_value", "max": "max_value"}

    def increment(self) -> Self:
        """Press the button with the plus."""
        return self._move(1)

    def decrement(self) -> Self:
        """Press the button with the minus."""
        return self._move(-1)

    def _move(self, steps: int) -> Self:
        now = self.value
        start = now if now is not None else (self.fact("min") or 0)
        return self.set_value(start + steps * self.fact("step"))


class Slider(WidgetNode):
    """A number, date or time within bounds, or two of them.

    ``min``, ``max`` and ``step`` are numbers; of dates and times they are microseconds.
    """

    @property
    def min(self) -> float:
        """The lower bound."""
        return float(self.element.scale.low)  # type: ignore[attr-defined]

    @property
    def max(self) -> float:
        """The upper bound."""
        return float(self.element.scale.high)  # type: ignore[attr-defined]

    @property
    def step(self) -> float:
        """What neighbouring values differ by."""
        return float(self.element.scale.step)  # type: ignore[attr-defined]

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Move both handles."""
        return self.set_value([lower, upper])


class DateInput(WidgetNode):
    """A date or a range of dates; ``min``, ``max``, ``is_range``."""

    renamed: ClassVar[dict[str, str]] = {"min": "min_value", "max": "max_value"}


class DateTimeInput(WidgetNode):
    """A date with a time."""

    renamed: ClassVar[dict[str, str]] = {"min": "min_value", "max": "max_value"}


class TimeInput(WidgetNode):
    """A time; ``step`` in seconds."""

    @property
    def step(self) -> int:
        """What neighbouring times differ by, in seconds."""
        step = getattr(self.element, "step", 900)
        return int(step.total_seconds()) if isinstance(step, dt.timedelta) else int(step)

    def increment(self) -> Self:
        """Choose the next time."""
        return self._move(1)

    def decrement(self) -> Self:
        """Choose the time before."""
        return self._move(-1)

    def _move(self, steps: int) -> Self:
        now = self.value
        if now is None:
            return self
        moment = dt.datetime.combine(dt.date(2000, 1, 1), now) + dt.timedelta(seconds=steps * self.step)
        return self.set_value(moment.time())


class Feedback(WidgetNode):
    """Thumbs, faces or stars: the number of the chosen one, from 0 on, or None."""

    shown = ("value",)
    label = None
    label = None


class Pagination(WidgetNode):
    """The number of a page, from 1 on; ``num_pages``."""

    shown = ("value",)
    label = None

    def select(self, page: int) -> Self:
        """Go to a page."""
        return self.set_value(page)
