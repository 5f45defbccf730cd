"""Reads one file of the configuration; what it found, and where.

Each start imports this, so the records are named tuples: a dataclass takes ten times as long to make.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from .config_values import Option


class ConfigWarning(NamedTuple):
    """Something in the configuration that is ignored.

    Args:
        file: The file in which it stands, or None for an environment variable.
        line: The line, from 1, where it is known.
        message: What is wrong and, where one is near, the right name.
    """

    file: Path | None
    line: int | None
    message: str

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        line = "" if self.line is None else f":{self.line}"
        return f"{self.file}{line}: {self.message}"


class Setting(NamedTuple):
    """A value that something other than a script or a user has set, and where."""

    value: object
    source: str
    file: Path | None = None
    line: int | None = None


class FileContent:
    """What one file sets. ``broken`` tells that it could not be read as TOML at all."""

    __slots__ = ("broken", "has_theme", "settings", "warnings")

    def __init__(self) -> None:
        self.settings: dict[str, Setting] = {}
        self.warnings: list[ConfigWarning] = []
        self.has_theme = False
        self.broken = False


def nearest(name: str, names: Collection[str]) -> str | None:
    """Return the one of ``names`` that was probably meant by ``name``, or None."""
    by_lower = {known.lower(): known for known in names}
    lower = name.lower()
    if lower in by_lower:
        return by_lower[lower]
    key = lower.rpartition(".")[2]
    for known in names:  # the right key in the wrong section
        if known.lower().rpartition(".")[2] == key and "." in known:
            return known
    from difflib import get_close_matches  # only a mistake needs it

    # Sections weigh little when the key is near: compare whole names, which begin alike.
    found = get_close_matches(lower, by_lower, n=1, cutoff=0.75)
    return by_lower[found[0]] if found else None


def hint(found: str | None, shape: str = "{}") -> str:
    """Return the end of a message that suggests a name."""
    return f"; did you mean {shape.format(found)}?" if found else ""


def read_file(path: Path, options: Mapping[str, Option], sections: Collection[str]) -> FileContent:
    """Read one file. A file that is missing sets nothing; nothing that is wrong with it raises.

    Args:
        path: The file.
        options: The options that there are, by name.
        sections: The sections that there are, also those without an option.
    """
    content = FileContent()
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return content
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        content.broken = True
        content.warnings.append(ConfigWarning(path, None, f"cannot be read and is ignored: {reason}"))
        return content
    from .config_toml import parse_into  # a start without a file does not pay for it

    parse_into(content, path, text, options, sections)
    return content
