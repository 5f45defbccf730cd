"""Nodes of buttons and of fields for numbers, texts, dates and colours."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, ClassVar

from .errors import AppTestError
from .nodes import UNSET, WidgetNode

if TYPE_CHECKING:
    from typing_extensions import Self

_COLOR = re.compile("#([0-9a-fA-F]{3}){1,2}")


class Button(WidgetNode):
    """A button, a form's submit button or a download button; ``label``, ``help``, ``icon``."""

    renamed: ClassVar[dict[str, str]] = {"is_form_submitter": "submits", "default": "initial"}

    @property
    def value(self) -> bool:
        """Whether it was clicked."""
        clicked: bool = super().value
        return clicked

    def click(self) -> Self:
        """Click it; the script sees it in the next run only."""
        return self.set_value(True)


class ChatInput(WidgetNode):
    """A chat's field; ``placeholder``."""

    shown = ("placeholder", "value")
    label = None

    def upload(self, filename: str, content: bytes, mime_type: str = "application/octet-stream") -> Self:
        """Add a file to the message; a field that takes one file takes the last one.

        Args:
            filename: The file's name.
            content: What is in it.
            mime_type: Its kind.

        Raises:
            AppTestError: The field takes no files.
        """
        accepts = getattr(self.element, "accepts", False)
        if not accepts:
            raise AppTestError("This chat input takes no files: see its accept_file.")
        self.set_value("" if self._pending is UNSET else self._pending)
        attached = self._page.memory.attached
        kept = self._files if accepts in ("multiple", "directory") else []
        attached[self.element.id] = [*kept, (filename, content, mime_type)]
        return self

    def clear(self) -> Self:
        """Take text and files away again; nothing is sent."""
        self._page.memory.attached.pop(self.element.id, None)
        self._pending = UNSET
        return self

    @property
    def _files(self) -> list[tuple[str, bytes, str]]:
        return self._page.memory.attached.get(self.element.id, [])

    def wire_value(self) -> Any:
        return self._page.submission(str(self._pending or ""), self._files)


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

    def wire_value(self) -> Any:
        # What is no colour can't be picked; it is taken for the default.
        return self._pending if _COLOR.fullmatch(str(self._pending)) else self.element.initial


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
    """A number; ``min`` and ``max`` (None for no bound), ``step``."""

    @property
    def min(self) -> float | None:
        """The least number allowed; None for any."""
        return _bound(self.element.min_value)  # type: ignore[attr-defined]

    @property
    def max(self) -> float | None:
        """The greatest number allowed; None for any."""
        return _bound(self.element.max_value)  # type: ignore[attr-defined]

    @property
    def data_type(self) -> int:
        """0 for ints, 1 for floats."""
        return int(isinstance(self.fact("step"), float))

    def increment(self) -> Self:
        """Press the button with the plus."""
        return self._move(1)

    def decrement(self) -> Self:
        """Press the button with the minus."""
        return self._move(-1)

    def _move(self, steps: int) -> Self:
        now = self.value
        if now is None:
            return self
        to = now + steps * self.fact("step")
        low, high = self.min, self.max
        if high is not None and to > high:
            to = high
        return self.set_value(low if low is not None and to < low else to)


_NO_BOUND = (1 - 2**53, 2**53 - 1, -1.7976931348623157e308, 1.7976931348623157e308)


def _bound(value: float) -> float | None:
    return None if value in _NO_BOUND else value


_DATA_TYPES = ("int", "float", "datetime", "date", "time")
_TIME_ORIGIN = 946_684_800_000_000
"""Microseconds at which times of day begin in Streamlit's messages: those of the year 2000."""


class Slider(WidgetNode):
    """A number, date or time within bounds, or two of them.

    ``min``, ``max`` and ``step`` are numbers; of dates and times they are microseconds.
    """

    @property
    def min(self) -> float:
        """The lower bound."""
        return self._bound(self.element.scale.low)  # type: ignore[attr-defined]

    @property
    def max(self) -> float:
        """The upper bound."""
        return self._bound(self.element.scale.high)  # type: ignore[attr-defined]

    @property
    def step(self) -> float:
        """What neighbouring values differ by."""
        return float(self.element.scale.step)  # type: ignore[attr-defined]

    @property
    def data_type(self) -> int:
        """0 for ints, 1 for floats, 2 for datetimes, 3 for dates, 4 for times."""
        return _DATA_TYPES.index(self.element.scale.data_type)  # type: ignore[attr-defined]

    def wire_value(self) -> Any:
        wire = super().wire_value()
        scale = self.element.scale  # type: ignore[attr-defined]
        # No handle goes beyond the bounds; what does all the same is taken for the default.
        return wire if all(scale.low <= place <= scale.high for place in wire) else self.element.initial

    def _bound(self, place: float) -> float:
        return float(place) + (_TIME_ORIGIN if self.data_type == 4 else 0)

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Move both handles."""
        return self.set_value([lower, upper])


class DateInput(WidgetNode):
    """A date or a range of dates; ``min``, ``max``, ``is_range``."""

    renamed: ClassVar[dict[str, str]] = {"min": "min_value", "max": "max_value", "default": "initial"}

    def wire_value(self) -> Any:
        wire = super().wire_value()
        low, high = self.fact("min").isoformat(), self.fact("max").isoformat()
        # A calendar does not offer other dates; what comes all the same is taken for the default.
        return wire if all(low <= date <= high for date in wire or ()) else self.element.initial


class DateTimeInput(WidgetNode):
    """A date with a time."""

    renamed: ClassVar[dict[str, str]] = {"min": "min_value", "max": "max_value", "default": "initial"}


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


class Pagination(WidgetNode):
    """The number of a page, from 1 on; ``num_pages``."""

    renamed: ClassVar[dict[str, str]] = {
        "default": "initial", "num_pages": "pages", "max_visible_pages": "most",
    }  # fmt: skip
    shown = ("value",)
    label = None

    def select(self, page: int) -> Self:
        """Go to a page."""
        return self.set_value(page)
