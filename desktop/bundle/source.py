"""What one Python file of an app says of other files and modules, read without running it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from ...state.records import dataclass
from ...state.syntax import parse

_IMPORTERS = ("import_module", "__import__")
_LONGEST = 260  # characters of a text that can be a path
_UP = ("..", "../")


@dataclass(frozen=True, slots=True)
class Import:
    """An import statement, or a call of ``importlib.import_module`` with a plain text.

    Args:
        module: The module, absolute or with leading dots.
        names: What is taken from it; empty for a plain import.
        line: Where it stands.
        needed: Whether the file can't go on without it: it stands at the top and nothing catches its failure.
    """

    module: str
    names: tuple[str, ...]
    line: int
    needed: bool

    @property
    def statement(self) -> str:
        """The import as Python writes it."""
        return f"from {self.module} import {', '.join(self.names)}" if self.names else f"import {self.module}"


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says.

    Args:
        path: The file.
        imports: What it imports.
        packages: Packages of which it imports modules by a name that only running tells.
        unknown: Lines that import something of which nothing at all can be told.
        texts: Its plain texts that may be paths, with the lines that they stand in.
        patterns: Texts with gaps, ``data_{year}.csv``, as patterns for files.
        names: The attributes that it uses, and what it imports from modules.
        climbs: Whether it goes up from its own folder.
        version: What it gives as ``__version__``.
    """

    path: Path
    imports: tuple[Import, ...] = ()
    packages: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()
    texts: tuple[tuple[str, int], ...] = ()
    patterns: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    climbs: bool = False
    version: str = ""


def read_source(path: Path) -> Source:
    """Read a file.

    Raises:
        SyntaxError: It is no Python.
        ValueError: It is not even text.
        OSError: It can't be read.
    """
    reader = _Reader()
    reader.visit(parse(path.read_bytes(), str(path)))
    return Source(
        path,
        tuple(reader.imports),
        tuple(reader.packages),
        tuple(reader.unknown),
        tuple(reader.texts.items()),
        tuple(reader.patterns),
        frozenset(reader.names),
        reader.climbs,
        reader.version,
    )


class _Reader(ast.NodeVisitor):
    """Walks over a file's tree; ``_certain`` is false within what may not run or may fail."""

    def __init__(self) -> None:
        self.imports: list[Import] = []
        self.packages: list[str] = []
        self.unknown: list[int] = []
        self.texts: dict[str, int] = {}
        self.patterns: dict[str, None] = {}
        self.names: set[str] = set()
        self.climbs = False
        self.version = ""
        self._certain = True

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.imports.append(Import(alias.name, (), node.lineno, self._certain))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = "." * node.level + (node.module or "")
        names = tuple(alias.name for alias in node.names)
        self.names.update(names)
        if module != "__future__":
            self.imports.append(Import(module, names, node.lineno, self._certain))

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in _IMPORTERS and node.args:
            self._take_dynamic_import(node.args[0], node.lineno)
        self.generic_visit(node)

    def _take_dynamic_import(self, module: ast.expr, line: int) -> None:
        if isinstance(module, ast.Constant) and isinstance(module.value, str):
            # One with leading dots is of the app's own, whose files come along by their imports.
            if not module.value.startswith("."):
                self.imports.append(Import(module.value, (), line, False))
            return
        start = _start_of(module)
        package, dot, _ = start.rpartition(".")
        if dot and package:
            self.packages.append(package)
        elif not start:
            self.unknown.append(line)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if "__version__" in names and isinstance(node.value, ast.Constant):
            self.version = str(node.value.value)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if not isinstance(text, str) or not 0 < len(text) <= _LONGEST or "\n" in text or "\0" in text:
            return
        if text.startswith(_UP):
            self.climbs = True
        if "*" in text:
            self.patterns.setdefault(text)
        else:
            self.texts.setdefault(text, node.lineno)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [part.value if isinstance(part, ast.Constant) else "*" for part in node.values]
        pattern = "".join(map(str, pieces))
        if len(pattern) <= _LONGEST and _tells_files(pattern):
            self.patterns.setdefault(pattern)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.names.add(node.attr)
        inner = getattr(node.value, "attr", "")
        if node.attr in ("parents", "pardir") or (node.attr == "parent" and inner == "parent"):
            self.climbs = True
        self.generic_visit(node)

    def visit_Try(self, node: ast.Try) -> None:
        self._within(node.body, False)
        self._within(node.handlers, False)
        self._within([*node.orelse, *node.finalbody], self._certain)

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        self._within([*node.body, *node.orelse], False)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._uncertain(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._uncertain(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._uncertain(node)

    def _uncertain(self, node: ast.AST) -> None:
        before, self._certain = self._certain, False
        self.generic_visit(node)
        self._certain = before

    def _within(self, nodes: Sequence[ast.AST], certain: bool) -> None:
        before, self._certain = self._certain, self._certain and certain
        for node in nodes:
            self.visit(node)
        self._certain = before


def _start_of(text: ast.expr) -> str:
    """The plain beginning of a text that is put together."""
    if isinstance(text, ast.JoinedStr) and text.values:
        return _start_of(text.values[0])
    if isinstance(text, ast.BinOp):
        return _start_of(text.left)
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return text.value
    return ""


def _tells_files(pattern: str) -> bool:
    """Whether a text with gaps has enough of its own to tell files by: ``{a}/{b}.{c}`` means any."""
    letters = sum(letter.isalnum() for letter in pattern)
    return letters >= 2 and ("." in pattern or "/" in pattern) and " " not in pattern
