"""No parameter is accepted and forgotten: commands read each of theirs, views each field of an element."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import desklit
from desklit.state.element import Element

ROOT = Path(__file__).parent.parent
MEANS_NOTHING_HERE = {
    "dataframe.lazy": "a window's table reads only the rows that are looked at, whatever it says",
    "login.provider": "st.login always refuses",
}
OWN = {"self", "place", "_cache"}  # the container, and what cached functions say to their spinner
TOLD_ONLY = {
    "DownloadButton.mime": "it names a file that has no name, which the command does",
    "ExceptionBox.is_warning": "tests ask for it",
}


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """All commands, and what else of ``st`` is called, with their names."""
    for name in desklit.COMMANDS:
        yield name, desklit.catalog.find(name)
    for name in desklit.OBJECTS:
        found = getattr(desklit, name)
        if inspect.isfunction(found):
            yield name, found
        elif inspect.isclass(found):
            yield f"{name}.__init__", found.__init__
        elif name.startswith("cache_"):
            yield name, type(found).__call__


def definition(function: Callable[..., Any]) -> ast.FunctionDef:
    source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    found = ast.parse(source).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


def unread(function: Callable[..., Any]) -> list[str]:
    """The parameters that a function's body never reads."""
    node = definition(function)
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    names = [each.arg for each in every if each is not None]
    read = {
        part.id
        for statement in node.body
        for part in ast.walk(statement)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    }
    return [name for name in names if name not in read and name not in OWN]


@pytest.mark.parametrize(("name", "function"), [pytest.param(*each, id=each[0]) for each in functions()])
def test_every_parameter_is_read(name: str, function: Callable[..., Any]) -> None:
    assert [each for each in unread(function) if f"{name}.{each}" not in MEANS_NOTHING_HERE] == []


def test_what_means_nothing_here_is_still_there() -> None:
    every = {f"{name}.{each}" for name, function in functions() for each in unread(function)}
    assert every == set(MEANS_NOTHING_HERE)


def test_every_field_of_an_element_is_read_by_a_view_or_the_window() -> None:
    read: set[str] = set()
    for folder in ("widgets", "desktop", "state"):
        for path in (ROOT / folder).rglob("*.py"):
            if "testing" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                    read.add(node.attr)
                elif isinstance(node, ast.Call) and ast.unparse(node.func) == "getattr":
                    read.add(ast.unparse(node.args[1]).strip("'"))
    list(functions())  # so that all elements are known
    forgotten = {
        f"{kind.__name__}.{field.name}"
        for kind in below(Element)
        if kind.__module__.startswith("desklit.") and dataclasses.is_dataclass(kind)
        for field in dataclasses.fields(kind)
        if field.name not in read
    }
    assert forgotten == set(TOLD_ONLY)


def below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)
