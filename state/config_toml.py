"""Takes the text of a ``config.toml`` apart. Imported only where there is such a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import tomli

from .config_files import ConfigWarning, FileContent, Setting, hint, nearest
from .config_values import Option
from .patterns import pattern
from .records import dataclass

_KEY = r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
_KEYS = rf"\s*((?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*"
_HEADER = pattern(rf"\s*\[\[?{_KEYS}\]")
_ENTRY = pattern(rf"{_KEYS}=")
_ONE_KEY = pattern(_KEY)
# What can hide a bracket or go over several lines, and the brackets and line ends themselves.
_TOKEN = pattern(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}\n]''', re.S
)


def parse_into(
    content: FileContent,
    path: Path,
    text: str,
    options: Mapping[str, Option],
    sections: Collection[str],
) -> None:
    """Put into ``content`` what a text sets and what is wrong with it.

    Args:
        content: The content of the file, still empty.
        path: The file, for messages.
        text: Its text, with plain line feeds.
        options: The options that there are, by name.
        sections: The sections that there are, also those without an option.
    """
    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        content.broken = True
        content.warnings.append(_syntax_warning(path, error))
        return
    content.has_theme = isinstance(data.get("theme"), dict)
    _Walk(path, lines_of_keys(text), options, sections, content).table((), data)


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
