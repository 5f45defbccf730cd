"""Reads a ``config.toml``: what it sets, on which lines, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .config_values import Option

_KEY = r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
_KEYS = rf"\s*((?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*"
_HEADER = re.compile(rf"\s*\[\[?{_KEYS}\]")
_ENTRY = re.compile(rf"{_KEYS}=")
_ONE_KEY = re.compile(_KEY)
# What can hide a bracket or go over several lines, and the brackets and line ends themselves.
_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}\n]''', re.S
)


@dataclass(frozen=True, slots=True)
class ConfigWarning:
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


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that something other than a script or a user has set, and where."""

    value: object
    source: str
    file: Path | None = None
    line: int | None = None


@dataclass(slots=True)
class FileContent:
    """What one file sets. ``broken`` tells that it could not be read as TOML at all."""

    settings: dict[str, Setting] = field(default_factory=dict)
    warnings: list[ConfigWarning] = field(default_factory=list)
    has_theme: bool = False
    broken: bool = False


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


def lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    """Return on which line (from 1) each table and each key of a TOML text first stands."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, statement in _statements(text):
        if match := _HEADER.match(statement):
            table = _split(match[1])
            lines.setdefault(table, number)
        elif match := _ENTRY.match(statement):
            keys = table + _split(match[1])
            for size in range(len(table) + 1, len(keys) + 1):
                lines.setdefault(keys[:size], number)
    return lines


def _statements(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    depth, start, number, first = 0, 0, 1, 1
    for token in _TOKEN.finditer(text):
        mark = token[0]
        number += mark.count("\n")
        depth += (mark in "[{") - (mark in "]}")
        if mark == "\n" and depth <= 0:
            found.append((first, text[start : token.start()]))
            start, first, depth = token.end(), number, 0
    found.append((first, text[start:]))
    return found


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in _ONE_KEY.findall(dotted))


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
    import tomli  # a start without a file does not pay for it

    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        content.broken = True
        content.warnings.append(_syntax_warning(path, error))
        return content
    content.has_theme = isinstance(data.get("theme"), dict)
    _Walk(path, lines_of_keys(text), options, sections, content).table((), data)
    return content


def _syntax_warning(path: Path, error: Exception) -> ConfigWarning:
    match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    reason = str(error)[: match.start()].strip() if match else str(error)
    column = f" at column {match[2]}" if match else ""
    line = int(match[1]) if match else None
    return ConfigWarning(path, line, f"this is not TOML{column}, so the file is ignored: {reason}")


@dataclass(slots=True)
class _Walk:
    """Goes through the tables of one file and sorts what it meets into settings and warnings."""

    path: Path
    lines: Mapping[tuple[str, ...], int]
    options: Mapping[str, Option]
    sections: Collection[str]
    content: FileContent

    def table(self, keys: tuple[str, ...], data: Mapping[str, Any]) -> None:
        for key, value in data.items():
            here = (*keys, key)
            name = ".".join(here)
            if name in self.options:
                self.option(here, self.options[name], value)
            elif name in self.sections and isinstance(value, dict):
                self.table(here, value)
            elif name in self.sections:
                self.warn(here, f"{name} is a section and must be written as [{name}]")
            elif isinstance(value, dict):
                found = nearest(name, self.sections)
                self.warn(here, f"unknown section [{name}] is ignored{hint(found, '[{}]')}")
            else:
                self.warn(here, f"unknown option {name} is ignored{hint(nearest(name, self.options))}")

    def option(self, keys: tuple[str, ...], option: Option, value: object) -> None:
        try:
            kept = option.kind.check(value)
        except ValueError:
            shown = "this value" if option.sensitive else _toml_word(value)
            self.warn(keys, f"{option.name} must be {option.kind.expects}, not {shown}; it is ignored")
            return
        line = self.line(keys)
        source = f"{self.path}:{line}" if line else str(self.path)
        self.content.settings[option.name] = Setting(kept, source, self.path, line)

    def warn(self, keys: tuple[str, ...], message: str) -> None:
        self.content.warnings.append(ConfigWarning(self.path, self.line(keys), message))

    def line(self, keys: tuple[str, ...]) -> int | None:
        # A key inside of an inline table has the line of the table.
        for size in range(len(keys), 0, -1):
            if keys[:size] in self.lines:
                return self.lines[keys[:size]]
        return None


def _toml_word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, dict) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
