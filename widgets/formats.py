"""How values look as text in tables, sliders and metrics, and how typed text becomes a value."""

from __future__ import annotations

import datetime as dt
import decimal
import math
import re
from collections.abc import Callable
from typing import Any, Final

from ..state.patterns import pattern

_PRINTF = pattern(
    r"%(?P<percent>%)|%(?P<flags>[-+ 0#,]*)(?P<width>\d*)(?:\.(?P<digits>\d+))?(?P<kind>[dieEfFgGsu])"
)
_SMALL = 1e-4


def number_text(value: Any) -> str:
    """A number as tables show it: no grouping, at most four decimals, more for tiny numbers.

    Example:
        >>> number_text(1234.50004)
        '1234.5'
    """
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return ""
    size = abs(value)
    if size >= 1e21:
        return f"{value:.4e}"
    digits = 4
    if 0 < size < _SMALL:
        digits = min(20, 4 + int(-math.log10(size)))
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def printf(template: str, value: Any) -> str:
    """A number in a printf format such as ``"$ %.2f"``; ``%d`` takes floats and ``,`` groups.

    Example:
        >>> printf("%,d km", 12345.0)
        '12,345 km'
    """

    def one(match: re.Match[str]) -> str:
        if match["percent"]:
            return "%"
        kind = {"i": "d", "u": "d", "s": "g"}.get(match["kind"], match["kind"])
        number: Any = int(value) if kind == "d" else float(value)
        flags = match["flags"]
        sign = "+" if "+" in flags else " " if " " in flags else ""
        fill = "0" if "0" in flags and "-" not in flags else ""
        group = "," if "," in flags and kind in "dfF" else ""
        side = "<" if "-" in flags and match["width"] else ""
        digits = f".{match['digits']}" if match["digits"] and kind != "d" else ""
        return format(number, f"{side}{sign}{fill}{match['width']}{group}{digits}{kind}")

    return _PRINTF.sub(one, template)


def _currency(symbol: str, digits: int) -> Callable[[Any], str]:
    def show(value: Any) -> str:
        sign = "-" if value < 0 else ""
        return f"{sign}{symbol}{abs(value):,.{digits}f}"

    return show


def _compact(value: Any, units: tuple[str, ...] = ("", "K", "M", "B", "T"), glue: str = "") -> str:
    size, place = float(value), 0
    while abs(size) >= 999.5 and place < len(units) - 1:
        size, place = size / 1000, place + 1
    digits = 1 if abs(size) < 99.95 and (place or size != int(size)) else 0
    text = f"{size:.{digits}f}"
    return (text[:-2] if text.endswith(".0") else text) + glue + units[place]


def _scientific(value: Any) -> str:
    mantissa, exponent = f"{value:.3e}".split("e")
    return f"{mantissa.rstrip('0').rstrip('.')}E{int(exponent)}"


def _engineering(value: Any) -> str:
    if not value:
        return "0E0"
    power = math.floor(math.log10(abs(value)) / 3) * 3
    return f"{number_text(round(value / 10**power, 3))}E{power}"


def _accounting(value: Any) -> str:
    return f"({abs(value):,.2f})" if value < 0 else f"{value:,.2f}"


def _grouped(value: Any) -> str:
    text = number_text(value)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() else text


NUMBER_FORMATS: Final[dict[str, Callable[[Any], str]]] = {
    "plain": lambda value: str(value) if isinstance(value, int) else f"{value:.15g}",
    "localized": _grouped,
    "percent": lambda value: f"{value * 100:,.2f}".rstrip("0").rstrip(".") + "%",
    "dollar": _currency("$", 2),
    "euro": _currency("€", 2),
    "yen": _currency("¥", 0),
    "compact": _compact,
    "scientific": _scientific,
    "engineering": _engineering,
    "accounting": _accounting,
    "bytes": lambda value: _compact(value, ("B", "KB", "MB", "GB", "TB", "PB"), ""),
}


def format_number(value: Any, template: str | None) -> str:
    """A number in a named or printf format; the table's own without one."""
    if not template:
        return number_text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    named = NUMBER_FORMATS.get(template)
    return named(value) if named is not None else printf(template, value)


# The letters of moment.js, longest first, and what they stand for.
_MOMENT: Final[tuple[tuple[str, Callable[[dt.datetime], str]], ...]] = (
    ("YYYY", lambda t: f"{t.year:04d}"),
    ("YY", lambda t: f"{t.year % 100:02d}"),
    ("MMMM", lambda t: t.strftime("%B")),
    ("MMM", lambda t: t.strftime("%b")),
    ("MM", lambda t: f"{t.month:02d}"),
    ("M", lambda t: str(t.month)),
    ("Do", lambda t: f"{t.day}{_ordinal(t.day)}"),
    ("DD", lambda t: f"{t.day:02d}"),
    ("D", lambda t: str(t.day)),
    ("dddd", lambda t: t.strftime("%A")),
    ("ddd", lambda t: t.strftime("%a")),
    ("HH", lambda t: f"{t.hour:02d}"),
    ("H", lambda t: str(t.hour)),
    ("hh", lambda t: f"{t.hour % 12 or 12:02d}"),
    ("h", lambda t: str(t.hour % 12 or 12)),
    ("mm", lambda t: f"{t.minute:02d}"),
    ("m", lambda t: str(t.minute)),
    ("SSS", lambda t: f"{t.microsecond // 1000:03d}"),
    ("ss", lambda t: f"{t.second:02d}"),
    ("s", lambda t: str(t.second)),
    ("A", lambda t: "AM" if t.hour < 12 else "PM"),
    ("a", lambda t: "am" if t.hour < 12 else "pm"),
    ("ZZ", lambda t: t.strftime("%z")),
    ("Z", lambda t: _offset(t)),
    ("X", lambda t: str(int(t.timestamp()))),
)
_TOKENS = pattern(r"\[(?P<literal>[^\]]*)\]|(?P<token>" + "|".join(name for name, _ in _MOMENT) + ")")
_SHOW = dict(_MOMENT)


def _ordinal(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _offset(moment: dt.datetime) -> str:
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:]}" if text else ""


def _distance(moment: dt.datetime) -> str:
    seconds = (dt.datetime.now(moment.tzinfo) - moment).total_seconds()
    size, unit = abs(seconds), "second"
    for length, name in (
        (31_556_952, "year"),
        (2_629_746, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ):
        if size >= length:
            size, unit = size / length, name
            break
    count = round(size)
    text = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{text} ago" if seconds >= 0 else f"in {text}"


def format_moment(value: dt.datetime | dt.date | dt.time, template: str | None) -> str:
    """A date, time or both: a moment.js format, a named one, or the table's own.

    Example:
        >>> format_moment(dt.date(2024, 5, 1), "DD.MM.YYYY")
        '01.05.2024'
    """
    if isinstance(value, dt.datetime):
        moment, own = value, "YYYY-MM-DD HH:mm:ss"
    elif isinstance(value, dt.date):
        moment, own = dt.datetime.combine(value, dt.time()), "YYYY-MM-DD"
    else:
        moment, own = dt.datetime.combine(dt.date(2000, 1, 1), value), "HH:mm:ss"
    if template == "iso8601":
        return value.isoformat()
    if template == "distance":
        return _distance(moment)
    if template == "calendar":
        template = "ddd, D MMM YYYY HH:mm"
    if not template or template == "localized":
        template = own
    return _TOKENS.sub(
        lambda found: found["literal"] or (_SHOW[found["token"]](moment) if found["token"] else ""), template
    )


def duration_text(value: dt.timedelta) -> str:
    """A span of time, such as "2 days, 3:00:00"."""
    return str(value)


def value_text(value: Any) -> str:
    """Any value as plain text, without a column's format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float, decimal.Decimal)):
        return number_text(value) if not isinstance(value, decimal.Decimal) else str(value)
    if isinstance(value, (dt.date, dt.time)):
        return format_moment(value, None)
    if isinstance(value, (list, tuple, set)):
        return ", ".join(value_text(part) for part in value)
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).hex(" ", 1) if len(value) <= 32 else f"{len(value)} bytes"
    return str(value)


def exact_text(value: Any) -> str:
    """A value as text without loss: for copying, for export and for the text editor."""
    if isinstance(value, float):
        return repr(value)[:-2] if repr(value).endswith(".0") else repr(value)
    return value_text(value)
