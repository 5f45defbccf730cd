"""An example without the commands that desklit does not have yet, so that the rest of it is compared."""

from __future__ import annotations

import ast
from collections.abc import Collection


def without_missing(code: str, missing: Collection[str]) -> str:
    """The code without statements that only call a missing command; as it is, if there are none.

    Example:
        >>> without_missing("st.text(1)\\nst.map()", ["map"])
        'st.text(1)'
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return code
    remover = _Remover(missing)
    rest = remover.visit(tree)
    return ast.unparse(ast.fix_missing_locations(rest)) if remover.removed else code


class _Remover(ast.NodeTransformer):
    def __init__(self, missing: Collection[str]) -> None:
        self.missing = missing
        self.removed = 0

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            return node
        if call.func.attr not in self.missing:
            return node
        self.removed += 1
        return None

    def generic_visit(self, node: ast.AST) -> ast.AST:
        visited = super().generic_visit(node)
        if getattr(visited, "body", None) == [] and not isinstance(visited, ast.Module):
            visited.body = [ast.Pass()]  # type: ignore[attr-defined]
        return visited
