"""What values an option of the configuration takes, from TOML and from a line of text.

TOML and `set_option` bring typed values, which are checked; the environment and the command line
bring text, which is read. Either way a wrong value is a `ValueError`; who asked knows where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from .records import dataclass

TRUE_WORDS = ("true", "1", "yes", "on", "t", "y")
FALSE_WORDS = ("false", "0", "no", "off", "f", "n")

# Patterns as text: a start that needs none of them does not compile them.
_HUMP = r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"

# A comma inside of rgb(1, 2, 3) or inside of a quoted font name separates nothing.
_COMMA = r""",(?![^()]*\))(?=(?:[^"]*"[^"]*")*[^"]*$)"""


class Kind(NamedTuple):
    """A kind of value.

    Args:
        expects: What it accepts, as the end of the sentence "it must be …".
        check: Returns a typed value as it is kept, or raises `ValueError`.
        read: Makes a typed value, not yet checked, of a text.
        many: Whether it is a list that a repeated flag adds to.
    """

    expects: str
    check: Callable[[object], object]
    read: Callable[[str], object]
    many: bool = False

    def parse(self, text: str) -> object:
        """Return the value that a text from the environment or the command line stands for."""
        return self.check(self.read(text.strip()))


@dataclass(frozen=True, slots=True)
class Option:
    """One option.

    Args:
        name: Section and key, as ``"client.toolbarMode"``.
        kind: What values it takes.
        default: Its value where nobody sets it; None stands for "not set".
        help: One line on what it does.
        scriptable: Whether a script may set it with `set_option`.
        hidden: Whether `desklit config show` leaves it out unless it is set.
        sensitive: Whether its value is not to be shown.
    """

    name: str
    kind: Kind
    default: object
    help: str
    scriptable: bool = False
    hidden: bool = False
    sensitive: bool = False

    @property
    def section(self) -> str:
        """The section, as ``"theme.sidebar"``."""
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        """The name without its section."""
        return self.name.rpartition(".")[2]

    @property
    def env_name(self) -> str:
        """The environment variable that sets it, as ``STREAMLIT_CLIENT_TOOLBAR_MODE``."""
        words = "_".join(re.sub(_HUMP, "_", part) for part in self.name.split(".")).upper()
        return words if words.startswith("DESKLIT_") else f"STREAMLIT_{words}"


def _bool(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _read_bool(text: str) -> object:
    word = text.lower()
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else text


def _int(value: object) -> object:
    # bool is an int to Python, never to a user; 200.0 is a whole number to both.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    return value


def _float(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(value)
    return float(value)


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _list_of(check: Callable[[object], object]) -> Callable[[object], object]:
    def check_list(value: object) -> object:
        if not isinstance(value, (list, tuple)):
            raise ValueError(value)
        return [check(item) for item in value]

    return check_list


def _one_or_list_of(check: Callable[[object], object]) -> Callable[[object], object]:
    many = _list_of(check)
    return lambda value: many(value) if isinstance(value, (list, tuple)) else check(value)


def _table(value: object) -> object:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError(value)
    return dict(value)


def _font_face(value: object) -> object:
    if not isinstance(value, dict) or not {"family", "url"} <= value.keys():
        raise ValueError(value)
    return dict(value)


def _read_json(text: str) -> object:
    import json  # few ever give a table as text

    return json.loads(text)  # its error is a ValueError


def _read_list(text: str) -> object:
    if text.startswith("["):
        return _read_json(text)
    return [item for item in (part.strip() for part in re.split(_COMMA, text)) if item]


def _read_ints(text: str) -> object:
    items = _read_list(text)
    return [int(item) for item in items] if isinstance(items, list) else items


def choice(*words: str, also: Mapping[object, object] = MappingProxyType({})) -> Kind:
    """Return the kind of one of some words, in any case; ``also`` names further values and texts."""

    def check(value: object) -> object:
        if isinstance(value, bool) and value in also.values():
            return value
        if not isinstance(value, str):
            raise ValueError(value)
        for word in words:
            if word.lower() == value.lower():
                return word
        raise ValueError(value)

    def read(text: str) -> object:
        return also.get(text.lower(), text)

    named = [f'"{word}"' for word in words] + [str(key) for key in also]
    return Kind(f"one of {', '.join(named)}", check, read)


_BOOLS: Mapping[object, object] = {"true": True, "false": False}

BOOL = Kind("true or false", _bool, _read_bool)
INT = Kind("a whole number", _int, int)
FLOAT = Kind("a number", _float, float)
TEXT = Kind("a text in quotes", _text, str)
TEXTS = Kind("a list of texts", _list_of(_text), _read_list, many=True)
TABLE = Kind("a table of texts", _table, _read_json)
FONT_FACES = Kind("a list of tables, each with family and url", _list_of(_font_face), _read_json)
SIZES = Kind("a size as text or a list of sizes", _one_or_list_of(_text), _read_list)
WEIGHTS = Kind("a whole number or a list of whole numbers", _one_or_list_of(_int), _read_ints)
COLORS = Kind("a list of colours as texts", _list_of(_text), _read_list)

ERROR_DETAILS = choice("full", "stacktrace", "type", "none", also=_BOOLS)
ERROR_LINKS = choice("auto", also=_BOOLS)
TOOLBAR_MODE = choice("auto", "developer", "viewer", "minimal")
LOG_LEVEL = choice("critical", "error", "warning", "info", "debug")
ENUM_COERCION = choice("off", "nameOnly", "nameAndValue")
WATCHER = choice("auto", "watchdog", "poll", "none")
OPEN_AGAIN = choice("window", "front")
SAME_SITE = choice("lax", "strict", "none")
