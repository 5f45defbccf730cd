"""``st.echo``: shows a piece of the script, and runs it."""

from __future__ import annotations

import ast
import linecache
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Literal

from ..state.container import ActiveContainer
from ..state.syntax import parse
from .code import code
from .empty import empty

_active = ActiveContainer()


@contextmanager
def echo(code_location: Literal["above", "below"] = "above") -> Iterator[None]:
    """Show the code of a ``with`` block beside what it does.

    Args:
        code_location: ``"above"`` or ``"below"`` what the block shows.

    Example:
        >>> with st.echo():
        ...     st.write("This line is shown, and what it writes")
    """
    caller = _caller()
    text = _block(caller.f_code.co_filename, caller.f_lineno)
    place = _active.target()
    if code_location == "below":
        yield
        code(place, text, "python")
        return
    above = empty(place)
    yield
    code(above, text, "python")


def _caller() -> FrameType:
    """The frame of the ``with`` statement: the first outside of this file and of ``contextlib``."""
    frame: FrameType | None = sys._getframe(0)
    # As code names its file, which in a bundle is not what the module calls its own.
    inner = (_caller.__code__.co_filename, contextmanager.__code__.co_filename)
    while frame is not None and frame.f_code.co_filename in inner:
        frame = frame.f_back
    assert frame is not None
    return frame


def _block(file: str, line: int) -> str:
    """The lines of the ``with`` block that begins at a line, without their indent."""
    lines = linecache.getlines(file)
    found = _with_at("".join(lines), line)
    if found is None:
        return ""
    last = found.body[-1].end_lineno or line
    first_statement = found.body[0]
    if first_statement.lineno == found.lineno:
        return ast.get_source_segment("".join(lines), first_statement) or ""
    # What stands in the block after its last statement belongs to it: comments as deep as that.
    indent = first_statement.col_offset
    while last < len(lines) and _is_comment(lines[last], indent):
        last += 1
    header = found.items[-1].context_expr.end_lineno or found.lineno
    return textwrap.dedent("".join(lines[header:last])).strip("\n")


def _is_comment(text: str, indent: int) -> bool:
    bare = text.lstrip()
    return bare.startswith("#") and len(text) - len(bare) >= indent


def _with_at(source: str, line: int) -> ast.With | ast.AsyncWith | None:
    """The inmost ``with`` statement whose head covers a line."""
    try:
        tree = parse(source)
    except SyntaxError:
        return None
    heads = [
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.With, ast.AsyncWith)) and node.lineno <= line <= node.body[0].lineno
    ]
    return max(heads, key=lambda node: node.lineno, default=None)
