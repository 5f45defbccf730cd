"""``st.slider``: a number, date or time within bounds, or two of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.query_params import QueryForm
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join
from .flags import flag
from .formats import format_moment, format_number
from .option_values import tidy_query
from .options import text_of
from .remembered import remembered
from .scene import Scene
from .slider_arguments import Declared, declare
from .slider_scale import Place, Scale, data_type
from .track_view import TrackView
from .view import views

Scalar = int | float | dt.date | dt.time | dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider(Widget):
    """A slider. ``value`` holds one or two places on ``scale``."""

    kind: ClassVar[str] = "slider"

    scale: Scale
    format: str


@remembered
def slider(
    container: Container,
    label: str,
    min_value: Scalar | None = None,
    max_value: Scalar | None = None,
    value: Scalar | list[Any] | tuple[Any, ...] | None = None,
    step: int | float | dt.timedelta | None = None,
    format: str | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Show a slider for a number, a date, a datetime or a time.

    Bounds in the wrong order are exchanged, and a default outside of them widens them.

    Args:
        label: The text above, in Markdown.
        min_value: The lower bound; by default 0, 0.0, 14 days before ``value`` or midnight.
        max_value: The upper bound; by default 100, 1.0, 14 days after ``value`` or the day's end.
        value: The value to start with; a list or tuple of two makes a slider with two handles, an
            empty one takes the bounds. By default ``min_value``.
        step: What neighbouring values differ by; by default 1, 0.01, a day, or 15 minutes for times
            and for spans of less than a day.
        format: How values are shown: a printf format or the name of one for numbers (``"%.1f km"``,
            ``"percent"``), a moment.js format or the name of one for dates and times.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the value has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        The value, or a tuple of two.

    Raises:
        StreamlitInvalidParameterTypeError: Values of several kinds, or of one that has no slider.
        StreamlitInvalidMinMaxError: The bounds are equal.
        StreamlitJSNumberBoundsError: A bound is too large.
        StreamlitValueBelowMinError: The session state holds a value below ``min_value``.
        StreamlitValueAboveMaxError: The session state holds a value above ``max_value``.

    Example:
        >>> age = st.slider("How old are you?", 0, 130, 25)
        >>> low, high = st.slider("Price", 0.0, 100.0, (25.0, 75.0), format="dollar")
    """
    place = container.target()
    start = _span_of(place, key, min_value, max_value) if value is None else value
    declared = declare(min_value, max_value, start, step, format)
    scale = declared.scale
    label, help = text_of(label), text_of(help) or None
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    bounds = (scale.data_type, scale.low, scale.high, scale.step)
    initial = _wire(declared, declared.default)
    joined = join(
        place,
        "slider",
        key=key,
        arguments=(label, *bounds, initial, declared.is_range, declared.format, help, wide),
        keyed=tuple((type(bound), bound) for bound in (min_value, max_value, step)),
        default=declared.default,
        parse=lambda wire: _parse(declared, wire),
        wire=lambda value: _wire(declared, value),
        check=lambda value: _check(declared, value),
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None,
        bind=bind,
        persist_state=persist_state,
        query=_query_form(declared),
    )
    if bind is not None:
        tidy_query(place, joined, _query_form(declared), declared.default)
    place.append(
        Slider(
            id=joined.id,
            label=label,
            value=joined.wire,
            initial=initial,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            scale=scale,
            format=declared.format,
        )
    )
    return joined.value


def _parts(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _span_of(place: Container, key: Key, min_value: Any, max_value: Any) -> Any:
    """Without a default, what the session state holds tells how many handles the slider has."""
    state = place.run.state
    if key in (None, "") or key not in state or data_type(state[key]) is not None:
        return None
    return (0 if min_value is None else min_value, 100 if max_value is None else max_value)


def _parse(declared: Declared, wire: tuple[Place, ...]) -> Any:
    scale = declared.scale
    if len(wire) != len(declared.values) or any(not scale.low <= place <= scale.high for place in wire):
        return declared.default
    values = tuple(map(scale.value, wire))
    return values if declared.is_range else values[0]


def _wire(declared: Declared, value: Any) -> tuple[Place, ...]:
    places = sorted(map(declared.scale.place, _parts(value))) or [declared.scale.low, declared.scale.high]
    return (places[0], places[-1]) if len(places) > 1 else (places[0],)


def _check(declared: Declared, value: Any) -> None:
    for part in _parts(value):
        declared.scale.check(declared.scale.place(part), part)


def _query_form(declared: Declared) -> QueryForm:
    """Numbers as they are; dates and times in ISO format or as microseconds."""
    scale = declared.scale

    def read(texts: Sequence[str]) -> Any:
        if len(texts) != len(declared.values):
            raise ValueError(texts)
        places = [scale.read(text) for text in texts]
        for place in places:
            if not scale.low <= place <= scale.high:
                raise ValueError(texts)
        return _parse(declared, tuple(sorted(places)))

    return QueryForm(read, lambda value: [scale.write(scale.place(part)) for part in _parts(value)])


@views.shows(Slider)
class SliderView(TrackView[Slider]):
    """A slider over numbers, dates or times."""

    def __init__(self, element: Slider, scene: Scene, parent: QWidget | None = None) -> None:
        # Values between two steps keep what they are until their handle is moved.
        self._exact: dict[int, Place] = {}
        super().__init__(element, scene, parent)

    def last(self) -> int:
        return self.element.scale.last

    def positions(self) -> tuple[int, ...]:
        scale = self.element.scale
        self._exact = {scale.number(place): place for place in self.element.value}
        return tuple(map(scale.number, self.element.value))

    def describe(self, position: int) -> str:
        scale, template = self.element.scale, self.element.format
        value = scale.value(self._place(position))
        try:
            return format_moment(value, template) if scale.is_moment else format_number(value, template)
        except (ValueError, OverflowError):
            return template

    def wire(self, positions: tuple[int, ...]) -> tuple[Place, ...]:
        return tuple(map(self._place, positions))

    def same_track(self, element: Slider, before: Slider) -> bool:
        handles = len(element.value) == len(before.value)
        return handles and (element.scale, element.format) == (before.scale, before.format)

    def _place(self, position: int) -> Place:
        exact = self._exact.get(position)
        return self.element.scale.place_at(position) if exact is None else exact
