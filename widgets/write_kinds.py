"""Which command ``st.write`` shows a value by. Looks at names of types, so that no library is imported."""

from __future__ import annotations

import dataclasses
import inspect
import io
import re
from collections import UserList
from collections.abc import Callable, Mapping, MappingView
from types import ModuleType
from typing import Any

from ..state.container import Container
from ..state.patterns import pattern
from .catalog import Missing

# By the library's name and the class's, of the value's type or of a parent of it.
_TYPES: dict[tuple[str, str], str] = {
    ("pandas", "DataFrame"): "dataframe",
    ("pandas", "Series"): "dataframe",
    ("pandas", "Index"): "dataframe",
    ("pandas", "ExtensionArray"): "dataframe",
    ("pandas", "Styler"): "dataframe",
    ("numpy", "ndarray"): "dataframe",
    ("pyarrow", "Table"): "dataframe",
    ("pyarrow", "RecordBatch"): "dataframe",
    ("pyarrow", "Array"): "dataframe",
    ("pyarrow", "ChunkedArray"): "dataframe",
    ("polars", "DataFrame"): "dataframe",
    ("polars", "LazyFrame"): "dataframe",
    ("polars", "Series"): "dataframe",
    ("xarray", "Dataset"): "dataframe",
    ("xarray", "DataArray"): "dataframe",
    ("dask", "DataFrame"): "dataframe",
    ("dask", "Series"): "dataframe",
    ("pyspark", "DataFrame"): "dataframe",
    ("_duckdb", "DuckDBPyRelation"): "dataframe",
    ("duckdb", "DuckDBPyRelation"): "dataframe",
    ("matplotlib", "Figure"): "pyplot",
    ("altair", "TopLevelMixin"): "altair_chart",
    ("plotly", "BaseFigure"): "plotly_chart",
    ("plotly", "BasePlotlyType"): "plotly_chart",
    ("graphviz", "Source"): "graphviz_chart",
    ("graphviz", "Dot"): "graphviz_chart",
    ("keras", "Model"): "graphviz_chart",
    ("pydeck", "Deck"): "pydeck_chart",
    ("PIL", "Image"): "image",
    ("sympy", "Basic"): "latex",
    ("openai", "Stream"): "write_stream",
    ("openai", "AsyncStream"): "write_stream",
}
_ROOTS = {library for library, _ in _TYPES}
_FRAME_METHODS = ("to_pandas", "toPandas", "__dataframe__", "__arrow_c_stream__")
_CURSOR_PARTS = ("description", "execute", "fetchone", "fetchmany", "fetchall", "close")
# Python's own text for an object without one: it tells nothing, its help does.
_NAMELESS = pattern(r"<\S+( object)? at 0x[0-9a-fA-F]+>")


def command_for(value: Any, allow_html: bool) -> str | None:
    """The command that shows a value; None if its text does, as code.

    Args:
        value: Anything but text.
        allow_html: Whether HTML that the value makes of itself counts.

    Raises:
        UnsupportedCommandError: The value is something of Streamlit's that desklit does not have yet.
    """
    if isinstance(value, Missing):
        value()  # says that it is not there yet
    known = _by_type(type(value))
    if known is not None:
        return known
    for command, fits in _RULES:
        if fits(value):
            return command
    if allow_html and not isinstance(value, type) and hasattr(value, "_repr_html_"):
        return "html"
    if dataclasses.is_dataclass(value) or _NAMELESS.fullmatch(str(value)):
        return "help"
    return None


def _by_type(kind: type) -> str | None:
    for parent in kind.__mro__:
        library = parent.__module__.partition(".")[0]
        if library in _ROOTS:
            command = _TYPES.get((library, parent.__name__))
            if command is not None:
                return command
    return None


def _is_frame(value: Any) -> bool:
    kind = type(value)
    return kind is not type and any(hasattr(kind, name) for name in _FRAME_METHODS)


def _is_stream(value: Any) -> bool:
    return (
        inspect.isgenerator(value)
        or inspect.isasyncgen(value)
        or inspect.isgeneratorfunction(value)
        or inspect.isasyncgenfunction(value)
    )


def _needs_help(value: Any) -> bool:
    return isinstance(value, (type, ModuleType, Container)) or (
        inspect.isroutine(value) and not _is_slot(value)
    )


def _is_slot(value: Any) -> bool:
    return inspect.ismethoddescriptor(value) or type(value).__name__ == "method-wrapper"


def _is_tree(value: Any) -> bool:
    if isinstance(value, (dict, list, Mapping, MappingView, UserList, map, enumerate)):
        return True
    return isinstance(value, tuple) and hasattr(value, "_fields")


_RULES: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("exception", lambda value: isinstance(value, Exception)),
    ("getvalue", lambda value: isinstance(value, io.StringIO)),
    ("json", _is_tree),
    ("write_stream", _is_stream),
    ("help", _needs_help),
    ("dataframe", _is_frame),
    ("fetchall", lambda value: all(hasattr(type(value), name) for name in _CURSOR_PARTS)),
)


def code_span(text: str) -> str:
    """Markdown that shows a text as code, whatever backticks are in it.

    Example:
        >>> code_span("a`b")
        '``a`b``'
    """
    longest = max(map(len, re.findall("`+", text)), default=0) if "`" in text else 0
    if "\n" in text:
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{text}\n{fence}"
    fence = "`" * (longest + 1)
    return f"{fence}{text}{fence}"
