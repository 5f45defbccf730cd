"""``st.number_input``: a field for a number, with buttons to step it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, starts_with
from .controls.field import StepButton
from .field_query import number_query, tidy
from .flags import flag
from .input_frame import InputFrame
from .markdown.icons import validate_icon
from .number_rules import Number, NumberRules, number_rules, number_text, read_number, stepped
from .options import text_of
from .remembered import remembered
from .typed_field import Refused, TypedField, TypedFieldView, Unreadable
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInput(TypedField):
    """A field for a number."""

    kind: ClassVar[str] = "number_input"

    rules: NumberRules
    icon: str = ""

    @property
    def min_value(self) -> Number:
        """The least number."""
        return self.rules.low

    @property
    def max_value(self) -> Number:
        """The greatest number."""
        return self.rules.high

    @property
    def step(self) -> Number:
        """How far a step goes."""
        return self.rules.step

    @property
    def format(self) -> str:
        """The printf format."""
        return self.rules.format


@remembered
def number_input(
    container: Container,
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Literal["min"] | None = "min",
    step: Number | None = None,
    format: str | None = None,
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
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> Number | None:
    """Show a field for a number. It is typed, or stepped with its buttons, the arrow keys or the wheel.

    ``min_value``, ``max_value``, ``value`` and ``step`` are all int or all float; the field then
    gives numbers of this type, and floats if none of them is given.

    Args:
        label: What the field is for, in Markdown of one line.
        min_value: The least number allowed; None for no limit (ints: 1 - 2**53).
        max_value: The greatest number allowed; None for no limit (ints: 2**53 - 1).
        value: The number to start with; ``"min"`` is ``min_value``, or 0 without one. With None the
            field starts empty and the command returns None until something is entered.
        step: How far a step goes; None for 1, or 0.01 for floats.
        format: A printf format such as ``"%.3f"`` or ``"%d"`` that the number is shown in; the
            value itself stays whole.
        key: A name for the widget; its value is then in ``st.session_state`` too. A value there that
            is out of bounds is replaced by the default.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the number changed, ``"rerun"``, or
            ``"ignore"`` to let it wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        placeholder: What to show while the field is empty.
        disabled: Whether it can't be changed.
        required: Whether emptying it is refused; the last number then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` at the left.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the number while the field is not shown;
            needs a ``key``.

    Returns:
        The number, or None.

    Raises:
        StreamlitMixedNumericTypesError: Some of the numbers are int and some float.
        StreamlitInvalidMinMaxError: ``min_value`` is above ``max_value``.
        StreamlitValueBelowMinError: ``value`` is below ``min_value``.
        StreamlitValueAboveMaxError: ``value`` is above ``max_value``.
        StreamlitJSNumberBoundsError: A number is too large.
        StreamlitInvalidNumberFormatError: ``format`` is none.

    Example:
        >>> amount = st.number_input("Amount", min_value=1, max_value=20, value=2)
        >>> st.write("Costs", amount * 3)
    """
    place = container.target()
    emptied = starts_with(place, key, value) is None
    rules = number_rules(value, min_value, max_value, step, format, emptied=emptied)
    mark = validate_icon(icon)
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    default = rules.default
    query = number_query(rules)
    joined = join(
        place,
        "number_input",
        key=key,
        arguments=(
            str(label), min_value, max_value, value, step, format, help, placeholder, required, icon, width,
        ),
        default=default,
        parse=lambda number: _parse(number, rules),
        wire=lambda number: _wire(number, key),
        accept=lambda number: _in_bounds(number, rules, key),
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=not emptied and value != "min",
        persist_state=persist_state,
        bind=bind,
        query=query,
    )  # fmt: skip
    if bind is not None:
        tidy(place, joined, query, default)
    place.append(
        NumberInput(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=default,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder="" if placeholder is None else str(placeholder),
            required=bool(required),
            rules=rules,
            icon=mark,
        )
    )
    number: Number | None = joined.value
    return number


def _parse(number: Any, rules: NumberRules) -> Number | None:
    """A number that was entered, or the default if there is none or it is out of bounds."""
    if number is None or _is_outside(number, rules):
        return rules.default
    return int(number) if rules.whole else float(number)


def _is_outside(number: Any, rules: NumberRules) -> bool:
    return bool((rules.has_low and number < rules.low) or (rules.has_high and number > rules.high))


def _in_bounds(number: Any, rules: NumberRules, key: Key) -> Any:
    """A value of the session state, or the default if it is out of bounds."""
    if number is None:
        return None
    try:
        return rules.default if _is_outside(number, rules) else number
    except TypeError:
        raise _no_number(number, key) from None


def _wire(number: Any, key: Key) -> Any:
    try:
        if number is not None:
            math.isfinite(number)
    except TypeError:
        raise _no_number(number, key) from None
    return number


def _no_number(value: object, key: Key) -> TypeError:
    return TypeError(
        f"`st.session_state[{key!r}]` belongs to a number field, so it is a number or None, "
        f"not {type(value).__name__}."
    )


@views.shows(NumberInput)
class NumberInputView(TypedFieldView[NumberInput]):
    """A line edit in a frame with − and + at its end."""

    def make_editor(self) -> QWidget:
        theme = self.scene.theme
        self.frame = InputFrame(self.scene)
        self.minus = StepButton(theme, "-")
        self.plus = StepButton(theme, "+", is_last=True)
        for button, direction in ((self.minus, -1), (self.plus, 1)):
            button.setAccessibleName("Decrease" if direction < 0 else "Increase")
            button.clicked.connect(lambda _=False, direction=direction: self.step(direction))
            self.frame.add_button(button, tight=True)
        self.frame.line.textEdited.connect(self.on_edited)
        self.frame.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        return self.frame

    def editor(self) -> QLineEdit:
        return self.frame.line

    def text(self) -> str:
        return self.editor().text()

    def put_text(self, text: str) -> None:
        self.editor().setText(text)

    def text_of(self, value: Any) -> str:
        return number_text(self.element.rules.format, value)

    def read(self, text: str) -> Number | None:
        rules = self.element.rules
        if not self.dirty and text == self.text_of(self.current):
            number: Number | None = self.current
        else:
            try:
                number = read_number(text, whole=rules.whole, decimal_point=QLocale().decimalPoint())
            except ValueError:
                raise Unreadable from None
        if number is None:
            if self.element.required:
                raise Refused("Please fill in this field.")
            return rules.default
        if number < rules.low:
            raise Refused(f"The least value is {self.text_of(rules.low)}.")
        if number > rules.high:
            raise Refused(f"The greatest value is {self.text_of(rules.high)}.")
        return number

    def show_details(self, element: NumberInput, before: NumberInput | None) -> None:
        self.editor().setPlaceholderText(element.placeholder)
        self.frame.show_icon(element.icon)
        self.frame.restyle()

    def take(self, value: Any) -> None:
        super().take(value)
        self._show_limits()

    def send(self, value: Any) -> None:
        super().send(value)
        self._show_limits()

    def show_value(self, element: NumberInput, before: NumberInput | None) -> None:
        super().show_value(element, before)
        self._show_limits()

    def _show_limits(self) -> None:
        """Let the buttons work as far as there is a step left."""
        element = self.element
        for button, direction in ((self.minus, -1), (self.plus, 1)):
            # From nothing there is no step; the arrow keys still begin at the least value.
            left = self.current is not None and (
                stepped(self.current, element.rules.step, direction, element.rules) is not None
            )
            button.setEnabled(left and not element.disabled)

    def step(self, direction: int) -> None:
        """Go one step up (1) or down (-1) from what is typed or shown."""
        if self.element.disabled:
            return
        try:
            start = self.read(self.text())
        except (Unreadable, Refused):
            start = self.current
        number = stepped(start, self.element.rules.step, direction, self.element.rules)
        if number is None:
            self.settle()
            return
        self.dirty = False
        self.complain("")
        self.send(number)
        self._put(self.text_of(number))
        self.show_hint()

    def on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        direction = steps.get(Qt.Key(event.key()))
        if direction is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step(direction)
            return True
        return super().on_key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor() and event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            turn = event.angleDelta().y()
            if not self.editor().hasFocus() or not turn:
                return False  # the page scrolls
            self.step(1 if turn > 0 else -1)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        super().restyle()
        self.frame.restyle()
        for button in (self.minus, self.plus):
            button.set_theme(self.scene.theme)
