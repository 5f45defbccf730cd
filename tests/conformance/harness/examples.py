"""The examples in the docstrings of the Streamlit that runs this, as JSON. The project keeps none of them.

    .venv-conformance/bin/python examples.py > examples.json
"""

from __future__ import annotations

import inspect
import itertools
import json
import textwrap
from collections.abc import Iterator
from typing import Any

PROMPTS = (">>>", "...")


def blocks(docstring: str) -> Iterator[list[str]]:
    """The lines of code of each example: behind prompts, or in a block of code."""
    yield from prompted(docstring.splitlines())
    lines = docstring.splitlines()
    for place, line in enumerate(lines):
        if line.strip().startswith(".. code-block:: python"):
            body = indented(lines[place + 1 :], len(line) - len(line.lstrip()))
            if not any(each.strip()[:3] in PROMPTS for each in body):
                yield textwrap.dedent("\n".join(body)).strip().splitlines()


def indented(lines: list[str], indent: int) -> list[str]:
    """The lines from the first on that lie deeper than ``indent``, without the directive's options."""
    below = " " * (indent + 1)
    deeper = itertools.takewhile(lambda each: not each.strip() or each.startswith(below), lines)
    return [each for each in deeper if not each.strip().startswith(":filename:")]


def prompted(lines: list[str]) -> Iterator[list[str]]:
    """What stands between two lines without a prompt."""
    code: list[str] = []
    for line in [*lines, ""]:
        text = line.strip()
        if text[:3] in PROMPTS and (len(text) == 3 or text[3] == " "):
            code.append(text[4:])
        elif code:
            yield code
            code = []


def examples(docstring: str) -> list[str]:
    """Each example as a script; one that goes on with what the one before began has that in front."""
    found: list[str] = []
    for lines in blocks(docstring):
        code = "\n".join(lines) + "\n"
        begins = "import streamlit" in code
        found.append(code if begins or not found else found[-1] + code)
    return [code for code in found if "import streamlit" in code]


def documented(module: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The names and docstrings of what is public, the methods of its objects included."""
    for name in sorted(dir(module)):
        thing = getattr(module, name, None)
        if name.startswith("_") or inspect.ismodule(thing):
            continue
        yield prefix + name, inspect.getdoc(thing) or ""
        if not isinstance(thing, type) and not inspect.isroutine(thing):
            for method in ("__call__", *(each for each in dir(type(thing)) if not each.startswith("_"))):
                own = vars(type(thing)).get(method)
                yield f"{prefix}{name}.{method}", (inspect.getdoc(own) or "") if callable(own) else ""


def main() -> None:
    import streamlit as st

    found: dict[str, str] = {}
    for name, docstring in [*documented(st), *documented(st.column_config, "column_config.")]:
        found |= {f"{name}-{number}": code for number, code in enumerate(examples(docstring), start=1)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
