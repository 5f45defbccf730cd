"""Reads title and icon of an app from its source, without running it."""

from __future__ import annotations

import ast
from pathlib import Path

from ...state.records import dataclass
from ...state.syntax import parse
from .launcher import title_of

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".ico")


@dataclass(frozen=True, slots=True)
class Declared:
    """What ``st.set_page_config`` says in so many words.

    Args:
        title: The page's title; empty where it says none.
        icon: An emoji, a shortcode, ``":material/name:"`` or a picture's path; empty where it says none.
    """

    title: str = ""
    icon: str = ""


def app_name(script: Path, declared: Declared) -> str:
    """What an app is called wherever it is not open: by its title, else by its file.

    Args:
        script: The script.
        declared: What it says of itself.
    """
    # Titles may be Markdown for the window; a menu shows them as they are.
    return declared.title.strip() or title_of(script)


def declared_in(script: Path) -> Declared:
    """Title and icon of a script that gives them as plain texts.

    A name that is assigned once, at the top of the script, counts as its text. Whatever takes running the
    script to be known is left out.

    Args:
        script: The script's path. A script that can't be read or parsed declares nothing.
    """
    try:
        tree = parse(script.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return Declared()
    names = _plain_names(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_page_config(node.func)]
    title = icon = ""
    for call in calls:
        title = title or _text(_argument(call, 0, "page_title"), names)
        icon = icon or _text(_argument(call, 1, "page_icon"), names)
    return Declared(title, _resolved(icon, script.absolute().parent))


def _is_page_config(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "set_page_config"


def _plain_names(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    again: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in found:
                again.add(name)
            text = _text(node.value, {})
            if text:
                found[name] = text
    return {name: text for name, text in found.items() if name not in again}


def _argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[place] if place < len(call.args) else None


def _text(value: ast.expr | None, names: dict[str, str]) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.Name):
        return names.get(value.id, "")
    if isinstance(value, ast.Call) and len(value.args) == 1 and getattr(value.func, "id", "") == "Path":
        return _text(value.args[0], names)
    return ""


def _resolved(icon: str, folder: Path) -> str:
    if not icon.lower().endswith(PICTURES) or "://" in icon:
        return icon
    return str(folder / icon)
