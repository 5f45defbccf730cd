"""``st.multiselect``: several of several options, from a list that opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, wraps
from .field import FieldView
from .flags import flag
from .multi_field import MultiField, Wire
from .option_values import parsed_list, settled_list, several_options, tidy_query, wire_list
from .options import Format, checked_defaults, checked_filter, checked_placeholder, choices, text_of
from .remembered import remembered
from .view import views

_ALWAYS = 1 << 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiselect(Widget):
    """Options of which several are chosen: ``value`` has their numbers and typed texts.

    ``select_all`` is up to how many options can be chosen at once.
    """

    kind: ClassVar[str] = "multiselect"

    options: tuple[str, ...] = ()
    placeholder: str = ""
    max_selections: int | None = None
    accept_new_options: bool = False
    filter_mode: str | None = "fuzzy"
    select_all: int = 1000
    wrap: bool = True


@remembered
def multiselect(
    container: Container,
    label: str,
    options: Any,
    default: Any = None,
    format_func: Format = str,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool = False,
    filter_mode: str | None = "fuzzy",
    select_all: bool | int = 1000,
    width: Width = "stretch",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> list[Any]:
    """Show a field that opens a list of options, of which several can be chosen.

    Args:
        label: The text above, in Markdown.
        options: What to choose from: any iterable; of a frame the first column, of an Enum its members.
        default: The options that are chosen at first: a list or a single one.
        format_func: Makes the text of an option.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        max_selections: How many can be chosen; from 1 up, or None for all.
        placeholder: The text while nothing is chosen; by default one that says what can be done.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        accept_new_options: Whether the user may type texts that are none of the options.
        filter_mode: What a typed text finds: ``"fuzzy"``, ``"contains"``, ``"prefix"``; None for no typing.
        select_all: Up to how many options the list has a row that chooses all; True for always.
        width: ``"stretch"`` or px.
        wrap: Whether the chosen options take several rows; by default they do unless the field stands
            in a row with others.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        Copies of the chosen options in the order in which they were chosen, and texts that the user typed.

    Raises:
        StreamlitDefaultNotInOptionsError: A default is none of the options.
        StreamlitSelectionCountExceedsMaxError: More than ``max_selections`` are chosen in code.
        StreamlitValueError: ``max_selections``, ``filter_mode`` or ``select_all`` is none of the allowed.
        TypeError: ``format_func`` gives something other than text.

    Example:
        >>> colors = st.multiselect("Colours", ["red", "green", "blue"], default="red")
    """
    place = container.target()
    search = checked_filter(filter_mode, accept_new_options)
    most, threshold = _checked_most(max_selections), _checked_threshold(select_all)
    found = choices(place, options, format_func)
    first = tuple(checked_defaults(default, found))
    label, help = text_of(label), text_of(help) or None
    hint = checked_placeholder(placeholder, len(found), bool(accept_new_options), "options")
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    any_text = bool(accept_new_options)
    form = several_options(found, any_text=any_text, most=most)

    def accept(value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            _check_count(len(value), most)
        settled = settled_list(value, found, any_text=any_text)
        _check_count(len(settled), most)
        return settled

    joined = join(
        place,
        "multiselect",
        key=key,
        arguments=(label, found.labels, first, hint, help, most, any_text, search, threshold, wide),
        keyed=(most, any_text),
        default=parsed_list(first, found),
        parse=lambda wire: parsed_list(wire, found),
        wire=lambda value: wire_list(value, found, any_text=any_text),
        accept=accept,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=default is not None,
        bind=bind,
        persist_state=persist_state,
        query=form,
    )
    if bind is not None:
        tidy_query(place, joined, form, parsed_list(first, found))
    place.append(
        Multiselect(
            id=joined.id,
            label=label,
            value=joined.wire,
            initial=first,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            options=found.labels,
            placeholder=hint,
            max_selections=most,
            accept_new_options=any_text,
            filter_mode=search,
            select_all=threshold,
            wrap=wraps(place, wrap),
        )
    )
    got: list[Any] = joined.value
    return got


def _checked_most(given: object) -> int | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise StreamlitValueError(f"`max_selections` is {given!r}. It accepts an int from 1 up, or None.")
    return given


def _checked_threshold(given: object) -> int:
    if isinstance(given, bool):
        return _ALWAYS if given else 0
    if not isinstance(given, int):
        raise StreamlitInvalidParameterTypeError(
            f"`select_all` is a {type(given).__name__}. It accepts True, False or an int."
        )
    if given < 0:
        raise StreamlitValueError(f"`select_all` is {given}. It accepts True, False or an int from 0 up.")
    return given


def _check_count(count: int, most: int | None) -> None:
    if most is not None and count > most:
        raise StreamlitSelectionCountExceedsMaxError(
            f"{count} options are chosen, by `default` or in the session state; `max_selections` is {most}."
        )


@views.shows(Multiselect)
class MultiselectView(FieldView[Multiselect]):
    """A label above a field with tags."""

    control: MultiField

    def make_control(self) -> QWidget:
        field = MultiField(self.scene)
        field.chosen.connect(self._on_chosen)
        field.grown.connect(self.size_changed)
        return field

    def named_controls(self) -> list[QWidget]:
        return [self.control.edit]

    def is_usable(self, element: Multiselect) -> bool:
        return super().is_usable(element) and bool(element.options or element.accept_new_options)

    def show_value(self, element: Multiselect, before: Multiselect | None) -> None:
        field = self.control
        if not field.isEnabled():
            field.close_list()
        if element.filter_mode != field.filter_mode:
            field.set_search(element.filter_mode)
        field.labels = element.options
        field.most = element.max_selections
        field.accepts_new = element.accept_new_options
        field.select_all = element.select_all
        field.wraps = element.wrap
        field.show_choice(element.value, element.placeholder)

    def _on_chosen(self, value: Wire) -> None:
        # Shown at once, before the script has answered.
        self.element = replace(self.element, value=value)
        self.control.show_choice(value, self.element.placeholder)
        self.changed.emit(value)

    def restyle(self) -> None:
        super().restyle()
        self.control.take_theme()
        self.show_value(self.element, self.element)

    def discard(self) -> None:
        self.control.close_list()
