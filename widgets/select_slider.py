"""``st.select_slider``: one of several options, or a span of them, along a track."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.errors import StreamlitMissingRequiredParameterError
from ..state.query_params import QueryForm, choice_form, several_form
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join
from .flags import flag
from .markdown.plain import plain_text
from .option_values import tidy_query
from .options import Choices, Format, choices, text_of
from .remembered import remembered
from .track_view import TrackView
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectSlider(Widget):
    """Options along a track: ``value`` has the numbers of one or two."""

    kind: ClassVar[str] = "select_slider"

    options: tuple[str, ...] = ()


@remembered
def select_slider(
    container: Container,
    label: str,
    options: Any = (),
    value: Any = None,
    format_func: Format = str,
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
    """Show a slider over options of any kind.

    Args:
        label: The text above, in Markdown.
        options: What to choose from, at least one: any iterable; of a frame the first column, of an
            Enum its members.
        value: The option to start with; a list or tuple of two makes a slider with two handles. By
            default the first option.
        format_func: Makes the text of an option, in Markdown.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        A copy of the chosen option, or a tuple of two.

    Raises:
        StreamlitMissingRequiredParameterError: There is no option.
        ValueError: ``value`` is none of the options, or a list that has not two of them.
        TypeError: ``format_func`` gives something other than text.

    Example:
        >>> size = st.select_slider("Size", ["S", "M", "L", "XL"], value="M")
        >>> first, last = st.select_slider("Days", ["Mo", "Tu", "We"], value=("Mo", "Tu"))
    """
    place = container.target()
    found = choices(place, options, format_func)
    if not found.values:
        raise StreamlitMissingRequiredParameterError("`options` is empty. It needs at least one option.")
    span = _Span(found, *_checked_value(value, found))
    label, help = text_of(label), text_of(help) or None
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    joined = join(
        place,
        "select_slider",
        key=key,
        arguments=(label, found.labels, span.first, span.is_range, help, wide),
        default=span.parse(span.first),
        parse=span.parse,
        wire=span.wire,
        accept=span.accept,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None,
        bind=bind,
        persist_state=persist_state,
        query=span.query_form(),
    )
    if bind is not None:
        tidy_query(place, joined, span.query_form(), span.parse(span.first))
    place.append(
        SelectSlider(
            id=joined.id,
            label=label,
            value=joined.wire,
            initial=span.first,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            options=found.labels,
        )
    )
    return joined.value


def _checked_value(value: Any, found: Choices) -> tuple[tuple[int, ...], bool]:
    """The numbers of the default's options in the order of the track, and whether it is a span."""
    is_range = isinstance(value, (list, tuple))
    if value is None and None not in found.values:
        return (0,), False
    parts = tuple(value) if is_range else (value,)
    if is_range and len(parts) != 2:
        raise ValueError(f"`value` has {len(parts)} options. It accepts one option, or a list of two.")
    places = []
    for part in parts:
        if part not in found.values:
            raise ValueError(f"`value` has {part!r}, which is none of the options.")
        places.append(found.values.index(part))
    return tuple(sorted(places)), is_range


@dataclass(frozen=True, slots=True)
class _Span:
    """How one or two of the options are kept and sent; ``first`` is the default."""

    found: Choices
    first: tuple[int, ...]
    is_range: bool

    def parse(self, wire: tuple[int, ...]) -> Any:
        if len(wire) != len(self.first):
            wire = self.first
        values = tuple(map(self.found.option, wire))
        return values if self.is_range or len(values) > 1 else values[0]

    def wire(self, value: Any) -> tuple[int, ...]:
        place = self.found.find(value)
        if place is not None:
            return (place,)
        parts = value if isinstance(value, (list, tuple)) else ()
        places = [place for place in map(self.found.find, parts) if place is not None]
        return tuple(sorted(places)) if len(places) == len(parts) <= 2 else ()

    def accept(self, value: Any) -> Any:
        """A kept value as this run has it: what is none of the options falls back to the default."""
        if isinstance(value, tuple):
            pair = value[0], value[1]
            places = tuple(map(self.found.find, pair))
            if None in places:
                ends = self.first if self.is_range else (self.first[0], len(self.found.values) - 1)
                return tuple(map(self.found.option, ends))
            if len(value) > 2:
                return value
            pairs = zip(pair, places, strict=True)
            return tuple(self.found.settle(part, place) for part, place in pairs if place is not None)
        place = self.found.find(value)
        if place is not None:
            return self.found.settle(value, place)
        return None if value is None else self.found.option(self.first[0])

    def query_form(self) -> QueryForm:
        single = choice_form(self.found.labels, self.found.values)
        pair = several_form(single, (2,))
        if not self.is_range:
            return QueryForm(
                single.read, lambda value: (pair if isinstance(value, tuple) else single).write(value)
            )
        return QueryForm(lambda texts: self.accept(self._sorted(pair.read(texts))), pair.write)

    def _sorted(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(sorted(values, key=self.found.values.index))


@views.shows(SelectSlider)
class SelectSliderView(TrackView[SelectSlider]):
    """A slider over options."""

    def last(self) -> int:
        return len(self.element.options) - 1

    def positions(self) -> tuple[int, ...]:
        positions: tuple[int, ...] = self.element.value or self.element.initial
        return positions

    def describe(self, position: int) -> str:
        return plain_text(self.element.options[position])

    def wire(self, positions: tuple[int, ...]) -> tuple[int, ...]:
        return positions

    def same_track(self, element: SelectSlider, before: SelectSlider) -> bool:
        same = element.options == before.options and element.initial == before.initial
        return same and len(element.value) == len(before.value)
