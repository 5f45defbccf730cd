"""``st.pills`` and ``st.segmented_control``: options as buttons, of which one or several are pressed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar, Literal

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.errors import StreamlitAPIException, StreamlitIncompatibleParametersError
from ..state.query_params import QueryForm
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, one_of, wraps
from .field import FieldView
from .flags import flag
from .group_buttons import GroupButtons
from .markdown.icons import split_icon
from .option_values import Single, parsed_list, settled_list, several_options, tidy_query, wire_list
from .options import Choices, Format, checked_defaults, choices, text_of
from .remembered import remembered
from .view import views

Mode = Literal["single", "multi"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonGroup(Widget):
    """Options as buttons.

    ``value`` is the number of the pressed one or None; with ``selection_mode="multi"`` a tuple of
    numbers. ``options`` are the labels without their icons.
    """

    kind: ClassVar[str] = "button_group"

    style: Literal["pills", "segmented_control"] = "pills"
    options: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()
    selection_mode: Mode = "single"
    required: bool = False
    wrap: bool = True


@remembered
def pills(
    container: Container,
    label: str,
    options: Any,
    *,
    selection_mode: Mode = "single",
    default: Any = None,
    required: bool = False,
    format_func: Format | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Show options as pills, of which one or several can be chosen.

    Args:
        label: The text above, in Markdown.
        options: What to choose from: any iterable; of a frame the first column, of an Enum its members.
        selection_mode: ``"single"`` or ``"multi"``.
        default: The options that are chosen at first: one, or with ``"multi"`` a list.
        required: Whether the user can't take a choice back; with ``"single"`` only.
        format_func: Makes the text of an option, in Markdown; an icon or emoji may stand before it.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        wrap: Whether the options take several rows; by default they do unless they stand in a row with
            others. Options that stay in one row can be scrolled.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        A copy of the chosen option or None; with ``"multi"`` a list of copies.

    Raises:
        StreamlitDefaultNotInOptionsError: A default is none of the options.
        StreamlitAPIException: Several defaults with ``"single"``.
        StreamlitIncompatibleParametersError: ``required`` with ``"multi"``.
        TypeError: ``format_func`` gives something other than text.

    Example:
        >>> days = st.pills("Days", ["Mo", "Tu", "We"], selection_mode="multi", default="Mo")
    """
    return _group(
        container.target(), "pills", label, options, selection_mode=selection_mode, default=default,
        required=required, format_func=format_func, key=key, help=help, on_change=on_change, args=args,
        kwargs=kwargs, disabled=disabled, label_visibility=label_visibility, width=width, wrap=wrap,
        bind=bind, persist_state=persist_state,
    )  # fmt: skip


@remembered
def segmented_control(
    container: Container,
    label: str,
    options: Any,
    *,
    selection_mode: Mode = "single",
    default: Any = None,
    required: bool = False,
    format_func: Format | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Show options as segments that touch each other, of which one or several can be chosen.

    The arguments, the result and the errors are those of ``st.pills``.

    Args:
        label: The text above, in Markdown.
        options: What to choose from.
        selection_mode: ``"single"`` or ``"multi"``.
        default: The options that are chosen at first.
        required: Whether the user can't take a choice back.
        format_func: Makes the text of an option, in Markdown.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        wrap: Whether the options take several rows.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        A copy of the chosen option or None; with ``"multi"`` a list of copies.

    Example:
        >>> unit = st.segmented_control("Unit", ["km", "mi"], default="km", required=True)
    """
    return _group(
        container.target(), "segmented_control", label, options, selection_mode=selection_mode,
        default=default, required=required, format_func=format_func, key=key, help=help,
        on_change=on_change, args=args, kwargs=kwargs, disabled=disabled,
        label_visibility=label_visibility, width=width, wrap=wrap, bind=bind, persist_state=persist_state,
    )  # fmt: skip


def _group(
    place: Container,
    style: Literal["pills", "segmented_control"],
    label: str,
    options: Any,
    *,
    selection_mode: Mode,
    default: Any,
    required: bool,
    format_func: Format | None,
    key: Key,
    help: str | None,
    on_change: OnChange,
    args: Iterable[Any] | None,
    kwargs: dict[str, Any] | None,
    disabled: bool,
    label_visibility: LabelVisibility,
    width: Width,
    wrap: bool | None,
    bind: str | None,
    persist_state: str | None,
) -> Any:
    multi = one_of("selection_mode", selection_mode, ("single", "multi")) == "multi"
    if multi and required:
        raise StreamlitIncompatibleParametersError('`required` needs `selection_mode="single"`.')
    found = choices(place, options, str if format_func is None else format_func)
    first = tuple(checked_defaults(default, found))
    if len(first) > 1 and not multi:
        raise StreamlitAPIException(
            f"`default` of `st.{style}` has {len(first)} options, but only one can be chosen."
        )
    form = _Multi(found, first) if multi else _One(found, first)
    label, help = text_of(label), text_of(help) or None
    visibility, wide = checked_visibility(label_visibility), checked_width(width)
    joined = join(
        place,
        style,
        key=key,
        arguments=(label, found.labels, first, multi, bool(required), help, wide),
        keyed=(multi,),
        default=form.default,
        parse=form.parse,
        wire=form.wire,
        accept=form.accept,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=default is not None,
        bind=bind,
        persist_state=persist_state,
        query=form.query_form(),
    )
    if bind is not None:
        tidy_query(place, joined, form.query_form(), form.default)
    parts = [split_icon(text) for text in found.labels]
    place.append(
        ButtonGroup(
            id=joined.id,
            label=label,
            value=joined.wire,
            initial=form.wire(form.default),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            style=style,
            options=tuple(text for _, text in parts),
            icons=tuple(icon for icon, _ in parts),
            selection_mode=selection_mode,
            required=bool(required),
            wrap=wraps(place, wrap),
        )
    )
    if multi and joined.value is None:
        raise TypeError("Where several options can be chosen, the value is a list and not None.")
    return joined.value


@dataclass(frozen=True, slots=True)
class _One:
    """How the choice of one option is kept and sent; ``first`` is the default."""

    found: Choices
    first: tuple[int, ...]

    @property
    def single(self) -> Single:
        return Single(self.found, self.first[0] if self.first else None)

    @property
    def default(self) -> Any:
        return self.single.default

    def parse(self, wire: int | tuple[int, ...] | None) -> Any:
        numbers = _numbers(wire)
        return self.found.option(numbers[0]) if numbers else None

    def wire(self, value: Any) -> int | None:
        place = self.found.find(value)
        if place is None and value is not None:
            raise LookupError(f"{value!r} is none of the options.")
        return place

    def accept(self, value: Any) -> Any:
        return self.single.accept(value)

    def query_form(self) -> QueryForm:
        several = several_options(self.found, most=1)
        return QueryForm(
            lambda texts: next(iter(several.read(texts)), None),
            lambda value: [""] if value is None else several.write([value]),
        )


@dataclass(frozen=True, slots=True)
class _Multi:
    """How the choice of several options is kept and sent; ``first`` is the default."""

    found: Choices
    first: tuple[int, ...]

    @property
    def default(self) -> list[Any]:
        return parsed_list(self.first, self.found)

    def parse(self, wire: tuple[int, ...]) -> list[Any]:
        return parsed_list(wire, self.found)

    def wire(self, value: Any) -> tuple[int, ...]:
        return tuple(place for place in wire_list(value, self.found) if isinstance(place, int))

    def accept(self, value: Any) -> Any:
        return None if value is None else settled_list(value, self.found)

    def query_form(self) -> QueryForm:
        return several_options(self.found)


def _numbers(wire: int | tuple[int, ...] | None) -> tuple[int, ...]:
    """A wire value of either mode as a tuple."""
    if wire is None:
        return ()
    return (wire,) if isinstance(wire, int) else wire


@views.shows(ButtonGroup)
class ButtonGroupView(FieldView[ButtonGroup]):
    """A label above a row of buttons."""

    control: GroupButtons

    def make_control(self) -> QWidget:
        group = GroupButtons(self.scene)
        group.pressed.connect(self._on_pressed)
        return group

    def show_value(self, element: ButtonGroup, before: ButtonGroup | None) -> None:
        group = self.control
        look = (element.options, element.icons, element.style, element.wrap, element.width)
        if before is None or look != (before.options, before.icons, before.style, before.wrap, before.width):
            group.is_pills = element.style == "pills"
            group.wraps = element.wrap
            group.stretches = element.width != "content"
            group.show_options(element.options, element.icons)
        group.press(_numbers(element.value))

    def _on_pressed(self, number: int) -> None:
        multi, numbers = self.element.selection_mode == "multi", _numbers(self.element.value)
        if number not in numbers:
            numbers = (*numbers, number) if multi else (number,)
        elif not self.element.required:
            numbers = tuple(place for place in numbers if place != number)
        self.control.press(numbers)
        value = numbers if multi else next(iter(numbers), None)
        if value != self.element.value:
            # Shown at once, before the script has answered.
            self.element = replace(self.element, value=value)
            self.changed.emit(value)

    def restyle(self) -> None:
        super().restyle()
        self.control.restyle()
