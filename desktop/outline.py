"""The elements of a page as indented lines, for the terminal and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ..state.element import Element, Widget
from ..state.tree import Shown

WIDTH = 100
_WORDS = ("label", "body", "title", "text", "message", "name", "key")


def outline(screen: Shown) -> list[str]:
    """One line for each element: its kind, what it says, and a widget's value.

    Args:
        screen: What is on screen.
    """
    lines: list[str] = []
    for region in screen.children or ():
        children = region.children or ()
        if children:
            lines.append(getattr(region.element, "name", region.element.kind))
            for child in children:
                lines.extend(_lines(child, 1))
    return lines


def _lines(node: Shown, depth: int) -> Iterator[str]:
    element = node.element
    inner = depth
    if element.kind != "flex_container":
        yield "  " * depth + describe(element)
        inner = depth + 1
    for child in node.children or ():
        yield from _lines(child, inner)


def describe(element: Element) -> str:
    """One element in one line."""
    parts = [element.kind]
    said = said_by(element)
    if said:
        parts.append(f'"{_short(said)}"')
    if isinstance(element, Widget) and not isinstance(element.value, (type(None), bytes)):
        parts.append(f"= {_short(shown_value(element))}")
    return " ".join(parts)


def shown_value(element: Widget) -> str:
    """A widget's value as its user reads it: the options by their labels, a password not at all."""
    value = element.value
    if getattr(element, "type", "") == "password":
        return "\N{BULLET}" * len(value)
    if not isinstance(value, tuple):
        return _shown_part(element, value)
    return ", ".join(_shown_part(element, part) for part in value) or "()"


def _shown_part(element: Widget, part: object) -> str:
    options, scale = getattr(element, "options", None), getattr(element, "scale", None)
    if isinstance(options, tuple) and type(part) is int and 0 <= part < len(options):
        return repr(options[part])
    return str(scale.value(part)) if scale is not None else repr(part)


def said_by(element: Element) -> str:
    """The text that an element shows first: its label, body or message."""
    names = {field.name for field in fields(element)}
    for name in _WORDS:
        value = getattr(element, name, None) if name in names else None
        if isinstance(value, str) and value:
            return value
    return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
