"""Values of a column as text, and text as values, by the column's look. Without Qt."""

from __future__ import annotations

import datetime as dt
import decimal
import re
from typing import Any

from .edits import time_zone
from .formats import exact_text, format_moment, format_number, value_text
from .looks import Look

_TRUE = frozenset({"true", "1", "yes", "y", "on", "x"})


def cell_text(value: Any, look: Look) -> str:
    """A value as its column writes it; "" for none."""
    if value is None:
        return ""
    if look.options:
        for option, text in zip(look.options, look.option_texts, strict=True):
            if option == value:
                return text
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float, decimal.Decimal)):
        if isinstance(value, decimal.Decimal) and not look.format:
            return str(value)
        return format_number(value if not isinstance(value, decimal.Decimal) else float(value), look.format)
    if isinstance(value, (dt.date, dt.time)):
        return _moment_text(value, look)
    return value_text(value)


def _moment_text(value: Any, look: Look) -> str:
    if isinstance(value, dt.datetime):
        if look.zone:
            value = (value if value.tzinfo else value.replace(tzinfo=dt.timezone.utc)).astimezone(
                time_zone(look.zone)
            )
        if look.editor == "date":
            value = value.date()
        elif look.editor == "time":
            value = value.time()
        elif not look.format and value.microsecond:
            return format_moment(value, "YYYY-MM-DD HH:mm:ss.SSS")
    return format_moment(value, look.format)


def problem(value: Any, look: Look) -> str | None:
    """Why a column cannot take a value; None if it can."""
    if isinstance(value, str):
        if look.max_chars is not None and len(value) > look.max_chars:
            return f"At most {look.max_chars} characters"
        if look.validate and re.search(look.validate, value) is None:
            return "Not in the expected form"
    if look.editor in {"number", "date", "time", "datetime"} and not isinstance(value, (str, bool)):
        try:
            if look.low is not None and value < look.low:
                return f"At least {value_text(look.low)}"
            if look.high is not None and value > look.high:
                return f"At most {value_text(look.high)}"
        except TypeError:
            return None
    return None


def parse_text(text: str, look: Look) -> tuple[Any, bool]:
    """Typed or pasted text as a value of a column.

    Returns:
        The value and True, or None and False where the text is no such value. Empty text is None.
    """
    text = text.strip() if look.editor != "text" else text
    if text == "" or (text == "None" and look.editor != "text"):
        return None, True
    if look.options:
        for option, shown in zip(look.options, look.option_texts, strict=True):
            if text in (shown, str(option)):
                return option, True
        return None, False
    try:
        return _PARSERS.get(look.editor, _as_text)(text, look), True
    except (ValueError, ArithmeticError):
        return None, False


def _as_text(text: str, look: Look) -> Any:
    return text


def _as_number(text: str, look: Look) -> Any:
    text = text.replace("_", "").replace(" ", "")
    text = _with_point(text)
    whole = look.kind == "int" or (isinstance(look.step, int) and look.step >= 1)
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(text)
    if whole:
        return int(text) if text.lstrip("+-").isdigit() else int(number)
    return number


def _with_point(text: str) -> str:
    """A number without grouping, and with a point before its decimals, whichever way it was written."""
    point = max(text.rfind("."), text.rfind(","))
    both = "." in text and "," in text
    if "," not in text or (not both and re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", text)):
        return text.replace(",", "")
    if not both and text.count(",") > 1:
        return text.replace(",", "")
    return re.sub(r"[.,]", "", text[:point]) + "." + text[point + 1 :]


def _as_bool(text: str, look: Look) -> Any:
    return text.lower() in _TRUE


def _as_list(text: str, look: Look) -> Any:
    return [part.strip() for part in text.split(",") if part.strip()]


def _as_date(text: str, look: Look) -> Any:
    date = dt.date.fromisoformat(text[:10])
    return dt.datetime.combine(date, dt.time()) if look.kind == "datetime" else date


def _as_time(text: str, look: Look) -> Any:
    return dt.time.fromisoformat(text)


def _as_datetime(text: str, look: Look) -> Any:
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


_PARSERS = {
    "number": _as_number, "checkbox": _as_bool, "list": _as_list, "date": _as_date, "time": _as_time,
    "datetime": _as_datetime,
}  # fmt: skip


def copied_text(value: Any) -> str:
    """A value as it goes to the clipboard: in full, on one line."""
    return "" if value is None else exact_text(value).replace("\t", " ").replace("\n", " ")
