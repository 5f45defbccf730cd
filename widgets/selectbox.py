"""``st.selectbox``: one of several options, from a list that opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.query_params import choice_form
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, starts_with
from .field import FieldView
from .field_note import FieldError
from .flags import flag
from .markdown.icons import validate_icon
from .matching import same_text
from .option_popup import Row
from .option_values import Single, clearable
from .options import Format, checked_filter, checked_index, checked_placeholder, choices, text_of
from .remembered import remembered
from .scene import Scene
from .select_field import SelectField
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectbox(Widget):
    """Options of which one is chosen: ``value`` is its number, a typed text, or None."""

    kind: ClassVar[str] = "selectbox"

    options: tuple[str, ...] = ()
    placeholder: str = ""
    icon: str = ""
    can_clear: bool = False
    required: bool = False
    accept_new_options: bool = False
    filter_mode: str | None = "fuzzy"


@remembered
def selectbox(
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
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: str | None = "fuzzy",
    width: Width = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Show a field that opens a list of options.

    Args:
        label: The text above, in Markdown.
        options: What to choose from: any iterable; of a frame the first column, of an Enum its members.
        index: The number of the option that is chosen at first. With None there is none, and the user
            can clear the choice.
        format_func: Makes the text of an option.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the choice has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        placeholder: The text while nothing is chosen; by default one that says what can be done.
        disabled: Whether the user can't change it.
        required: Whether the user can't clear a choice, nor send a form without one.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` at the left of the field.
        accept_new_options: Whether the user may type a text that is none of the options.
        filter_mode: What a typed text finds: ``"fuzzy"``, ``"contains"``, ``"prefix"``; None for no typing.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        A copy of the chosen option, the text that the user typed, or None.

    Raises:
        StreamlitInvalidParameterTypeError: ``index`` is no int.
        StreamlitValueOutOfRangeError: There is no option with this ``index``.
        StreamlitIncompatibleParametersError: ``filter_mode=None`` with ``accept_new_options``.
        TypeError: ``format_func`` gives something other than text.

    Example:
        >>> city = st.selectbox("City", ["Lima", "Oslo"], index=None, placeholder="Where to?")
    """
    place = container.target()
    search = checked_filter(filter_mode, accept_new_options)
    found = choices(place, options, format_func)
    first = starts_with(place, key, checked_index(index, len(found)))
    label, help, sign = text_of(label), text_of(help) or None, validate_icon(icon)
    hint = checked_placeholder(placeholder, len(found), bool(accept_new_options), "an option")
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    single = Single(found, first, bool(accept_new_options))
    joined = join(
        place,
        "selectbox",
        key=key,
        arguments=(label, found.labels, index, hint, help, sign, bool(accept_new_options), search,
                   bool(required), wide),
        keyed=(bool(accept_new_options),),
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
        query=clearable(choice_form(found.labels, found.values, others=bool(accept_new_options))),
    )  # fmt: skip
    place.append(
        Selectbox(
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
            icon=sign,
            can_clear=index is None and not required,
            required=bool(required),
            accept_new_options=bool(accept_new_options),
            filter_mode=search,
        )
    )
    return joined.value


class SingleField(SelectField):
    """The field of a selectbox.

    Signals:
        chosen: The user chose an option (its number), typed a new one (text) or cleared (None).
    """

    chosen = Signal(object)

    value: int | str | None = None
    may_clear = False
    accepts_new = False

    def show_choice(self, element: Selectbox) -> None:
        """Take over an element; emits nothing."""
        self.labels = element.options
        self.value = element.value
        self.accepts_new = element.accept_new_options
        self.may_clear = element.can_clear
        self.can_clear = element.can_clear and element.value is not None
        if element.filter_mode != self.filter_mode:
            self.set_search(element.filter_mode)
        self.icon.show_icon(element.icon, self.scene.theme.faded_text)
        if isinstance(element.value, int):
            self.edit.show_value(element.options[element.value], False)
        else:
            self.edit.show_value(element.value or element.placeholder, element.value is None)
        self.refresh()

    def rows(self, text: str) -> Sequence[Row]:
        rows = [Row(self.labels[at], at, chosen=at == self.value) for at in self.found(text)]
        if self.accepts_new and text.strip() and same_text(self.labels, text) is None:
            rows.append(Row(f"Add: {text.strip()}", kind="add"))
        if rows:
            return rows
        return [Row("No results" if text else "No options to select", kind="note")]

    def lit_place(self, rows: Sequence[Row]) -> int | None:
        return next((at for at, row in enumerate(rows) if row.chosen), 0 if rows else None)

    def pick(self, row: Row) -> None:
        value: int | str = self.edit.text().strip() if row.kind == "add" else row.number
        self.close_list()
        self._choose(value)

    def clear(self) -> None:
        self.close_list()
        self._choose(None)

    def _choose(self, value: int | str | None) -> None:
        if value == self.value and type(value) is type(self.value):
            return
        self.chosen.emit(value)


@views.shows(Selectbox)
class SelectboxView(FieldView[Selectbox]):
    """A label above a field that opens a list."""

    control: SingleField

    def __init__(self, element: Selectbox, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.column.addWidget(self.error)

    def make_control(self) -> QWidget:
        field = SingleField(self.scene)
        field.chosen.connect(self._on_chosen)
        self.error = FieldError(self.scene, self)
        return field

    def named_controls(self) -> list[QWidget]:
        return [self.control.edit]

    def may_submit(self) -> bool:
        missing = self.element.required and self.element.value is None
        self._complain("Choose an option." if missing else "")
        return not missing

    def _complain(self, text: str) -> None:
        if self.error.say(text):
            self.updateGeometry()
            self.size_changed()

    def is_usable(self, element: Selectbox) -> bool:
        return super().is_usable(element) and bool(element.options or element.accept_new_options)

    def show_value(self, element: Selectbox, before: Selectbox | None) -> None:
        if element.value is not None or not element.required:
            self._complain("")
        if not self.control.isEnabled():
            self.control.close_list()
        self.control.show_choice(element)

    def _on_chosen(self, value: int | str | None) -> None:
        # Shown at once, before the script has answered.
        self.element = replace(self.element, value=value)
        self._complain("")
        self.control.show_choice(self.element)
        self.changed.emit(value)

    def restyle(self) -> None:
        super().restyle()
        self.error.restyle()
        self.control.take_theme()
        self.control.show_choice(self.element)

    def discard(self) -> None:
        self.control.close_list()
