"""What the arguments of text fields mean: kinds of text, rules to match, pauses while typing. Knows no Qt."""

from __future__ import annotations

import re
from typing import Literal, cast

from ..state.errors import (
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ..state.patterns import pattern
from ..state.records import dataclass
from .command import one_of

TextType = Literal["default", "password", "email", "url", "phone", "search"]
LIVE_PAUSE = 250
"""Milliseconds without typing after which ``live=True`` takes a value over."""
_LONGEST_PAUSE = 60_000


@dataclass(frozen=True, slots=True)
class TextKind:
    """What a ``type`` brings along where the script names nothing else."""

    icon: str = ""
    placeholder: str = ""
    autocomplete: str = ""
    pattern: str = ""
    message: str = ""


_KINDS: dict[TextType, TextKind] = {
    "default": TextKind(),
    "password": TextKind(autocomplete="new-password"),
    "email": TextKind(
        ":material/mail:",
        "you@example.com",
        "email",
        r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
        "This is not an email address.",
    ),
    "url": TextKind(
        ":material/link:",
        "https://example.com",
        "url",
        r"^([Hh][Tt][Tt][Pp][Ss]?://)?[^\s/.]+\.[^\s]+$",
        "This is not a web address.",
    ),
    "phone": TextKind(":material/call:", "+1 234 567 8900", "tel"),
    "search": TextKind(":material/search:", "Search", "off"),
}


def text_kind(type: object) -> tuple[TextType, TextKind]:
    """Check ``type`` and give what it brings along.

    Raises:
        StreamlitValueError: It is none of the known ones.
    """
    name = cast(TextType, one_of("type", type, tuple(_KINDS)))
    return name, _KINDS[name]


def checked_rule(validate: object, kind: TextKind) -> tuple[str, str]:
    """The regular expression that a text must match, and what to say if it does not.

    Args:
        validate: A regular expression, a pair of one and a message, "" for no rule, or None for
            that of the kind of text.
        kind: The kind of text.

    Returns:
        Pattern and message; "" as pattern for no rule, "" as message for a general one.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither text nor a tuple.
        StreamlitValueError: It is a tuple, but not of two texts.
    """
    if validate is None:
        return kind.pattern, kind.message
    if isinstance(validate, str):
        return validate, ""
    if not isinstance(validate, tuple):
        raise StreamlitInvalidParameterTypeError(
            "`validate` accepts a regular expression, a tuple of one and a message, or None; "
            f"it is of the type {type(validate).__name__}."
        )
    if len(validate) != 2 or not all(isinstance(part, str) for part in validate):
        raise StreamlitValueError(
            "`validate` as a tuple holds two texts: a regular expression and the message for what "
            f"does not match. It is {validate!r}."
        )
    return validate


def checked_pause(live: object) -> int | None:
    """The pause of ``live`` in milliseconds, None if a text is not taken over while typing goes on.

    Args:
        live: True, False, or a span of time as text, such as ``"300ms"`` or ``"0.5s"``; a text
            without unit counts seconds.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither a bool nor text.
        StreamlitBadTimeStringError: The text is no span of time.
        StreamlitValueOutOfRangeError: It is below 0 or above a minute.
    """
    if isinstance(live, bool):
        return LIVE_PAUSE if live else None
    if not isinstance(live, str):
        raise StreamlitInvalidParameterTypeError(
            f'`live` accepts True, False or a span of time such as "300ms"; it is {live!r}. A number would '
            "leave open what it counts."
        )
    pause = _milliseconds(live)
    if not 0 <= pause <= _LONGEST_PAUSE:
        raise StreamlitValueOutOfRangeError(f'`live` is {live!r}. It accepts spans from "0s" to "1m".')
    return int(pause)


_UNITS = {
    "d": 86_400_000.0, "day": 86_400_000.0, "days": 86_400_000.0,
    "h": 3_600_000.0, "hr": 3_600_000.0, "hour": 3_600_000.0, "hours": 3_600_000.0,
    "m": 60_000.0, "min": 60_000.0, "minute": 60_000.0, "minutes": 60_000.0,
    "s": 1000.0, "sec": 1000.0, "second": 1000.0, "seconds": 1000.0,
    "ms": 1.0, "us": 0.001, "ns": 0.000001,
}  # fmt: skip
_PART = pattern(r"\s*([-+]?\d+(?:\.\d+)?)\s*([a-z]*)\s*", re.IGNORECASE)


def _milliseconds(text: str) -> float:
    at, total = 0, 0.0
    while at < len(text):
        part = _PART.match(text, at)
        unit = part.group(2).lower() or "s" if part else ""
        if part is None or unit not in _UNITS or (part.group(2) == "" and part.end() < len(text)):
            at = -1
            break
        total += float(part.group(1)) * _UNITS[unit]
        at = part.end()
    if at <= 0:
        raise StreamlitBadTimeStringError(f'`live` is {text!r}, which is no span of time such as "300ms".')
    return total


def checked_max_chars(max_chars: object) -> int:
    """The most characters that may be typed; 0 for any number.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither an int nor None.
        StreamlitValueOutOfRangeError: It is below 0.
    """
    if max_chars is None:
        return 0
    if not isinstance(max_chars, int):
        raise StreamlitInvalidParameterTypeError(
            f"`max_chars` accepts a whole number or None; it is of the type {type(max_chars).__name__}."
        )
    if max_chars < 0:
        raise StreamlitValueOutOfRangeError(f"`max_chars` is {max_chars}. It accepts 0 (no limit) or more.")
    return int(max_chars)


def text_wire(key: object, value: object) -> str | None:
    """How a text field shows a value of the session state.

    Raises:
        TypeError: It is neither text nor None.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    raise TypeError(
        f"`st.session_state[{key!r}]` belongs to a text field, so it is a text or None, "
        f"not {type(value).__name__}."
    )
