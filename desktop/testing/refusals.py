"""Why a field would not send a value: what it says to its user in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...state.element import Widget

FILL = "Please fill in this field."
CHOOSE = "Choose an option."
FORM = "This text does not have the form that is asked for."

Rule = Callable[[Any, Any], str]


def _text(field: Any, value: Any) -> str:
    return FILL if field.required and not str(value or "").strip() else ""


def _line(field: Any, value: Any) -> str:
    if value and field.pattern:
        from PySide6.QtCore import QRegularExpression

        rule = QRegularExpression(field.pattern)
        if rule.isValid() and not rule.match(str(value)).hasMatch():
            return str(field.message) or FORM
    return _text(field, value)


def _filled(field: Any, value: Any) -> str:
    return FILL if field.required and (value is None or value in ((), [])) else ""


def _chosen(field: Any, value: Any) -> str:
    return CHOOSE if field.required and value is None else ""


_RULES: dict[str, Rule] = {
    "date_input": _filled,
    "date_time_input": _filled,
    "number_input": _filled,
    "selectbox": _chosen,
    "text_area": _text,
    "text_input": _line,
}


def refusal(field: Widget, value: Any) -> str:
    """What a field says instead of sending a value; "" if it sends it.

    Args:
        field: The field.
        value: What a user leaves in it, as the script would get it.
    """
    rule = _RULES.get(field.kind)
    return "" if rule is None else rule(field, value)
