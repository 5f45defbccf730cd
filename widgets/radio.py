"""``st.radio``: one of several options, all in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.errors import StreamlitInvalidParameterTypeError
from ..state.query_params import choice_form
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, starts_with
from .field import FieldView
from .flags import flag
from .option_values import Single, clearable
from .options import Format, checked_index, choices, text_of
from .radio_group import RadioGroup
from .remembered import remembered
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Radio(Widget):
    """Options of which one is chosen: ``value`` is its number, or None."""

    kind: ClassVar[str] = "radio"

    options: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    horizontal: bool = False


@remembered
def radio(
    container: Container,
    label: str,
    options: Any,
    index: int | None = 0,
    format_func: Format = str,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Iterable[str | None] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Show options of which one can be chosen.

    Args:
        label: The text above, in Markdown.
        options: What to choose from: any iterable; of a frame the first column, of an Enum its members.
        index: The number of the option that is chosen at first; None for none.
        format_func: Makes the text of an option, in Markdown.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        horizontal: Whether the options stand beside each other.
        captions: Texts below the options, in their order; None or "" for those without.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        A copy of the chosen option, or None.

    Raises:
        StreamlitInvalidParameterTypeError: ``index`` is no int, or a caption no text.
        StreamlitValueOutOfRangeError: There is no option with this ``index``.
        TypeError: ``format_func`` gives something other than text.

    Example:
        >>> size = st.radio("Size", ["S", "M", "L"], index=1, horizontal=True)
    """
    place = container.target()
    found = choices(place, options, format_func)
    first = starts_with(place, key, checked_index(index, len(found)))
    below = _captions(captions, len(found))
    label, help = text_of(label), text_of(help) or None
    visibility, wide = checked_visibility(label_visibility), checked_width(width)
    beside = flag("horizontal", horizontal)
    single = Single(found, first)
    joined = join(
        place,
        "radio",
        key=key,
        arguments=(label, found.labels, index, beside, below, help, wide),
        default=single.default,
        parse=single.parse,
        wire=single.wire,
        accept=single.accept,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=index != 0,
        bind=bind,
        persist_state=persist_state,
        query=clearable(choice_form(found.labels, found.values)),
    )
    place.append(
        Radio(
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
            captions=below,
            horizontal=beside,
        )
    )
    return joined.value


def _captions(captions: Iterable[str | None] | None, count: int) -> tuple[str, ...]:
    if captions is None:
        return ("",) * count
    texts = list(captions)
    for text in texts:
        if text is not None and not isinstance(text, str):
            raise StreamlitInvalidParameterTypeError(
                f"`captions` has a {type(text).__name__}. It accepts texts, and None for no caption."
            )
    return tuple([text or "" for text in texts][:count] + [""] * (count - len(texts)))


@views.shows(Radio)
class RadioView(FieldView[Radio]):
    """A label above a group of round marks."""

    control: RadioGroup

    def make_control(self) -> QWidget:
        group = RadioGroup(self.scene)
        group.picked.connect(lambda number: self.changed.emit(number))
        return group

    def is_usable(self, element: Radio) -> bool:
        return super().is_usable(element) and bool(element.options)

    def show_value(self, element: Radio, before: Radio | None) -> None:
        shown = None if before is None else (before.options, before.captions, before.horizontal)
        if shown != (element.options, element.captions, element.horizontal):
            options, captions = element.options or ("No options to select",), element.captions or ("",)
            self.control.show_options(options, captions, element.horizontal)
        self.control.choose(element.value if isinstance(element.value, int) else None)

    def restyle(self) -> None:
        super().restyle()
        self.control.restyle()
