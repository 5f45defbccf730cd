"""Magic: a bare expression in a script is shown, as if it were an argument of ``st.write``.

The rules were found by asking Streamlit:

- At top level, in functions, and in the blocks of ``if``, ``for``, ``while``, ``with``, ``try`` and
  ``match``, an expression that stands alone is shown, ``None`` included.
- Not shown: a call, ``await``, ``yield`` and ``yield from``, since they stand for what they do; the
  docstring of the script (unless asked for) and of a function.
- Of a class only the methods that stand directly in its body are looked at.
- The elements of a tuple that is written out are shown side by side.
- A semicolon changes nothing, unless calls at the end of a script are shown (see `Magic`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .records import dataclass

SHOW = "__desklit_show__"
"""The global name that transformed code calls with the values of a bare expression."""

_Function = (ast.FunctionDef, ast.AsyncFunctionDef)
_ACTIONS = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


@dataclass(frozen=True, slots=True)
class Magic:
    """Which bare expressions are shown.

    Attributes:
        enabled: Whether any is (``runner.magicEnabled``).
        root_docstring: Whether the script's own docstring is shown (``magic.displayRootDocString``).
        last_call: Whether a call that is the script's last statement is shown too, unless a semicolon
            follows it (``magic.displayLastExprIfNoSemicolon``).
    """

    enabled: bool = True
    root_docstring: bool = False
    last_call: bool = False


def apply_magic(tree: ast.Module, source: str, magic: Magic) -> ast.Module:
    """Turn the bare expressions of ``tree`` into calls of ``__desklit_show__``, in place.

    Every node keeps its place in the source, so tracebacks name the lines that the user wrote.

    Args:
        tree: What ``ast.parse(source)`` made.
        source: The script's text; asked only for the semicolon behind the last call.
        magic: Which expressions are shown.

    Returns:
        The same tree.
    """
    if not magic.enabled:
        return tree
    last = tree.body[-1] if magic.last_call and tree.body else None
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and not _ends_silently(last, source):
        _show(last)
    bodies = [tree.body if magic.root_docstring else _without_docstring(tree.body)]
    # A list instead of recursion: a chain of a thousand `elif` is nested a thousand deep.
    while bodies:
        for statement in bodies.pop():
            if isinstance(statement, ast.Expr):
                if not isinstance(statement.value, _ACTIONS):
                    _show(statement)
            else:
                bodies.extend(_bodies(statement))
    return tree


def _show(statement: ast.Expr) -> None:
    value = statement.value
    shown = value.elts if isinstance(value, ast.Tuple) else [value]
    name = ast.copy_location(ast.Name(SHOW, ast.Load()), value)
    statement.value = ast.copy_location(ast.Call(name, shown, []), value)


def _bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The lists of statements in ``statement`` that magic looks at."""
    if isinstance(statement, _Function):
        yield _without_docstring(statement.body)
    elif isinstance(statement, ast.ClassDef):
        for member in statement.body:
            if isinstance(member, _Function):
                yield _without_docstring(member.body)
    else:
        for name in ("body", "orelse", "finalbody"):
            yield getattr(statement, name, [])
        for name in ("handlers", "cases"):
            for part in getattr(statement, name, []):
                yield part.body


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    is_docstring = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    return body[1:] if is_docstring else body


def _ends_silently(last: ast.Expr, source: str) -> bool:
    """Whether a semicolon follows the last statement."""
    if last.end_lineno is None or last.end_col_offset is None:
        return False
    # Not splitlines(): it also breaks at characters that Python does not count as the end of a line.
    lines = source.split("\n")[last.end_lineno - 1 :]
    rest = "\n".join([lines[0].encode()[last.end_col_offset :].decode(), *lines[1:]])
    return rest.lstrip(" \t\f\\\n").startswith(";")
