"""Scenarios: a script and the steps to take, as data.

A scenario file has a docstring of one line and
  SCRIPT  the script's text, or FILES {path: text} with the entry 'app.py' first
  STEPS   a list; each item is one operation or a list of them, then a rerun
  SETUP   operations before the first run (optional)
  CONFIG  {'section.option': value} (optional)
  WAIT    seconds of real sleep before each step (optional)
Operations: ('run',), ('state', key, value), ('del_state', key), ('query', k, v), ('secret', k, v),
('user', dict), ('context', dict), ('switch_page', path), and (operation, accessor, key or index,
argument…) for widgets, where operation is set, click, check, uncheck, select, unselect,
select_index, click_index, click_value, increment, decrement, input, pick, upload, clear, set_range.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import json
import os
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import driver

FOLDER = Path(__file__).resolve().parent.parent / "scenarios"
EXAMPLE = "example:"
BARE = {"run": (), "state": ("k", "v"), "del_state": ("k",), "query": ("k", "v"), "secret": ("k", "v")}
BARE |= {"user": ("v",), "context": ("v",), "switch_page": ("v",)}
PLAIN = ("select_index", "click_index", "unselect_i")
SEVERAL = ("upload", "set_range")


@dataclass(frozen=True)
class Scenario:
    """One scenario; ``plan`` holds the operations of each step, the first run's included."""

    name: str
    doc: str
    files: dict[str, str]
    plan: list[list[dict[str, Any]]]
    config: dict[str, Any]
    wait: float
    digest: str

    @property
    def commands(self) -> list[str]:
        """The commands that its scripts use."""
        scripts = [text for file, text in self.files.items() if file.endswith(".py")]
        return sorted({name for text in scripts for name in commands_of(text)})


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py"))


def load(name: str) -> Scenario:
    """A scenario by name, or an example of a docstring as ``example:name``."""
    if name.startswith(EXAMPLE):
        return _example(name)
    path = FOLDER / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"scenario_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files = getattr(module, "FILES", None) or {"app.py": module.SCRIPT}
    plan = [[operation(each) for each in getattr(module, "SETUP", [])] or [{"op": "run"}]]
    steps = [step if isinstance(step, list) else [step] for step in module.STEPS]
    plan += [[operation(each) for each in step] for step in steps]
    return Scenario(
        name=name,
        doc=(module.__doc__ or "").strip(),
        files={file: textwrap.dedent(text).lstrip("\n") for file, text in files.items()},
        plan=plan,
        config=getattr(module, "CONFIG", {}),
        wait=float(getattr(module, "WAIT", 0)),
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _example(name: str) -> Scenario:
    """An example as a scenario: two runs of it."""
    code = json.loads(Path(os.environ["DESKLIT_EXAMPLES"]).read_text())[name.removeprefix(EXAMPLE)]
    digest = hashlib.sha256(code.encode()).hexdigest()
    return Scenario(name, "", {"app.py": code}, [[{"op": "run"}], [{"op": "run"}]], {}, 0.0, digest)


def operation(given: tuple[Any, ...]) -> dict[str, Any]:
    """An operation as a dict that JSON can hold."""
    kind = given[0]
    if kind in BARE:
        return {"op": kind, **dict(zip(BARE[kind], map(driver.tag, given[1:]), strict=True))}
    made = {"op": kind, "acc": given[1], "i" if isinstance(given[2], int) else "key": given[2]}
    if kind in SEVERAL:
        made["v"] = [driver.tag(each) for each in given[3:]]
    elif len(given) > 3:
        made["v"] = given[3] if kind in PLAIN else driver.tag(given[3])
    return made


def commands_of(source: str) -> Iterator[str]:
    """The ``st.…`` commands that a script uses, by its syntax tree."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            inner: ast.expr = node
            while isinstance(inner, ast.Attribute):
                name, inner = inner.attr, inner.value
            if isinstance(inner, ast.Name) and inner.id == "st":
                yield name
