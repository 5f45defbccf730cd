"""What the arguments of a number field mean, and how its numbers look and are read. Knows no Qt."""

from __future__ import annotations

import math
import numbers
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from ..state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from ..state.patterns import pattern
from ..state.records import dataclass

Number = int | float
LARGEST_INT = (1 << 53) - 1
LARGEST_FLOAT = 1.7976931348623157e308


@dataclass(frozen=True, slots=True)
class NumberRules:
    """The checked arguments of a number field."""

    default: Number | None
    low: Number
    high: Number
    step: Number
    format: str
    whole: bool
    has_low: bool
    has_high: bool


def number_rules(
    value: object, min_value: object, max_value: object, step: object, format: object, *, emptied: bool
) -> NumberRules:
    """Check the arguments together.

    Args:
        value: The number to start with.
        min_value: The least one.
        max_value: The greatest one.
        step: How far a step goes.
        format: A printf format.
        emptied: The session state says that there is no number: ``value`` then tells the type alone.

    Raises:
        StreamlitMixedNumericTypesError: They are not all int or all float.
        StreamlitJSNumberBoundsError: A number is none, or beyond what can be exchanged with
            Streamlit: 2**53 - 1 for ints.
        StreamlitInvalidMinMaxError: ``min_value`` is above ``max_value``.
        StreamlitValueBelowMinError: ``value`` is below ``min_value``.
        StreamlitValueAboveMaxError: ``value`` is above ``max_value``.
        StreamlitInvalidNumberFormatError: ``format`` does not make a number.
    """
    given = {"min_value": min_value, "max_value": max_value, "step": step}
    if value != "min" or not isinstance(value, str):
        given = {"value": value, **given}
    whole = _is_whole(given)
    if format is not None:
        _check_format(format)
    start: Any = value
    if isinstance(value, str) and value == "min":
        start = min_value if min_value is not None else 0 if whole else 0.0
    if emptied:
        start = None
    low = (-LARGEST_INT if whole else -LARGEST_FLOAT) if min_value is None else cast(Number, min_value)
    high = (LARGEST_INT if whole else LARGEST_FLOAT) if max_value is None else cast(Number, max_value)
    pace: Any = (1 if whole else 0.01) if step is None else step
    _check_types({"min_value": low, "max_value": high, "step": pace, "value": start})
    _check_order(start, low, high)
    _check_bounds({"min_value": low, "max_value": high, "step": pace, "value": start}, whole)
    if whole and start is not None and type(start) is not int:
        start = int(start)
    shown = str(format) if format is not None else "%d" if whole else "%0.2f"
    return NumberRules(start, low, high, pace, shown, whole, min_value is not None, max_value is not None)


def _is_whole(given: dict[str, object]) -> bool:
    """Whether the field is one of ints."""
    known = {name: number for name, number in given.items() if not isinstance(number, (str, type(None)))}
    if not known:
        return False
    if all(isinstance(number, numbers.Integral) for number in known.values()):
        return True
    if all(isinstance(number, float) for number in known.values()):
        return False
    types = ", ".join(f"`{name}` is {type(number).__name__}" for name, number in known.items())
    raise StreamlitMixedNumericTypesError(
        f"`value`, `min_value`, `max_value` and `step` must be all int or all float: {types}."
    )


def _check_format(format: object) -> None:
    if not isinstance(format, str):
        raise StreamlitInvalidParameterTypeError(
            f'`format` accepts a text such as "%.2f" or None; it is of the type {type(format).__name__}.'
        )
    try:
        float(format % 2)
    except (TypeError, ValueError):
        raise StreamlitInvalidNumberFormatError(
            f'`format` is {format!r}. It accepts printf formats of a plain number, such as "%.2f" or "%d".'
        ) from None


def _check_types(given: dict[str, object]) -> None:
    for name, number in given.items():
        if isinstance(number, str):
            raise StreamlitJSNumberBoundsError(f"`{name}` accepts a number, not the text {number!r}.")


def _check_order(value: Number | None, low: Number, high: Number) -> None:
    if low > high:
        raise StreamlitInvalidMinMaxError(f"`min_value` is {low}, which is above `max_value`, {high}.")
    if value is None:
        return
    if value < low and low != -LARGEST_INT and low != -LARGEST_FLOAT:
        raise StreamlitValueBelowMinError(f"`value` is {value}, which is below `min_value`, {low}.")
    if value > high and high != LARGEST_INT and high != LARGEST_FLOAT:
        raise StreamlitValueAboveMaxError(f"`value` is {value}, which is above `max_value`, {high}.")


def _check_bounds(given: dict[str, Any], whole: bool) -> None:
    limit = LARGEST_INT if whole else LARGEST_FLOAT
    kind = "ints up to 2**53 - 1" if whole else "finite floats"
    for name, number in given.items():
        if number is not None and (number > limit or number < -limit):
            raise StreamlitJSNumberBoundsError(f"`{name}` is {number}. A number field takes {kind}.")


_SPEC = pattern(r"%[-+ 0#]*(\d*)(?:\.(\d*))?[hlL]?([diouxXeEfFgGsra])")


def number_text(format: str, value: Number | None) -> str:
    """How a field shows a number.

    Args:
        format: A printf format; ``%d`` cuts, ``%f`` without digits shows as many as there are.
        value: The number; None and NaN show nothing.

    Example:
        >>> number_text("%.2f", 3)
        '3.00'
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    spec = _SPEC.search(format)
    if spec is None:
        return str(value)
    width, digits, kind = spec.groups()
    number: Any = value
    try:
        if kind in "diuoxX":
            number = int(value)
        elif kind in "sra" or (kind in "fFgG" and digits is None):
            padded = _plain(value).rjust(int(width or 0))
            return f"{format[: spec.start()]}{padded}{format[spec.end() :]}"
        return str(format % number)
    except (TypeError, ValueError, OverflowError):
        return _plain(value)


def _plain(value: Number) -> str:
    text = repr(float(value)) if isinstance(value, float) else str(int(value))
    return text.removesuffix(".0")


def read_number(text: str, *, whole: bool, decimal_point: str = ".") -> Number | None:
    """The number that a user typed.

    Args:
        text: What was typed; blanks around do not count, an empty text is None.
        whole: Whether an int is wanted: decimals are then cut off.
        decimal_point: The user's own; a point always does.

    Raises:
        ValueError: The text is no number.
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    if not text:
        return None
    if decimal_point != "." and "." not in text and text.count(decimal_point) == 1:
        text = text.replace(decimal_point, ".")
    try:
        number = Decimal(text.replace("\N{NO-BREAK SPACE}", ""))
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite() or "_" in text or number.adjusted() > 400:
        raise ValueError(text)
    return int(number) if whole else float(number)


def stepped(value: Number | None, step: Number, direction: int, rules: NumberRules) -> Number | None:
    """The value one step up (1) or down (-1); None where that would leave the bounds.

    Floats are added as they are written, so that 0.1 and 0.2 make 0.3.
    """
    start: Number = value if value is not None else rules.low if rules.has_low else 0
    if not math.isfinite(start):
        return None
    if rules.whole:
        new: Number = int(start) + direction * int(step)
    else:
        new = float(Decimal(repr(float(start))) + direction * Decimal(repr(float(step))))
    return new if rules.low <= new <= rules.high else None
