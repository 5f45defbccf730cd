"""``st.json``: JSON as a tree that opens and closes."""

from __future__ import annotations

import json as codec
from collections import ChainMap, UserDict, UserList, deque
from collections.abc import Mapping, MappingView
from typing import Any, ClassVar

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitInvalidParameterTypeError
from ..state.records import dataclass
from ..state.state_proxy import SessionStateProxy
from .command import checked_width
from .json_tree import JsonTree
from .view import views

_ALL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Json(Element):
    """A tree. ``depth`` says how many levels are open at first."""

    kind: ClassVar[str] = "json"

    body: str
    depth: int = _ALL

    @property
    def value(self) -> str:
        """The JSON."""
        return self.body

    @property
    def expanded(self) -> bool:
        """Whether anything is open at first."""
        return self.depth > 0


def json(
    container: Container, body: Any, *, expanded: bool | int = True, width: Width = "stretch"
) -> Container:
    """Show JSON as a tree; a click opens and closes its parts.

    Args:
        body: Anything that JSON can hold, or JSON as text. What it can't hold is shown by its ``repr``.
        expanded: True opens everything, False nothing; a number opens so many levels.
        width: ``"stretch"`` or px.

    Returns:
        A handle that replaces the tree.

    Raises:
        StreamlitInvalidParameterTypeError: ``expanded`` is neither a bool nor an int.
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.
        ValueError: ``body`` contains itself.

    Example:
        >>> st.json({"name": "Ada", "tags": ["a", "b"]}, expanded=1)
    """
    place = container.target()
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError(
            f"`expanded` is of the type `{type(expanded).__name__}`. It accepts a bool or an int."
        )
    width = checked_width(width, content=False)
    text = body if isinstance(body, str) else _dump(place, body)
    depth = _ALL if expanded is True or expanded < 0 else int(expanded)
    return place.append(Json(body=text, depth=depth, width=width))


def _dump(place: Container, body: Any) -> str:
    value = _plain(body)
    try:
        return codec.dumps(value, default=_default)
    except TypeError as error:
        place.warning(f"Some keys can't be shown, since JSON knows no such keys. ({error})")
        return codec.dumps(value, skipkeys=True, default=_default)


_LISTS: tuple[type[Any], ...] = (MappingView, UserList, deque, map, enumerate, range, set, frozenset)


def _plain(body: Any) -> Any:
    """The outermost object as a dict or a list, where it is like one."""
    if isinstance(body, SessionStateProxy):
        return body.to_dict()
    if isinstance(body, tuple) and hasattr(body, "_asdict"):
        return body._asdict()
    if isinstance(body, dict | list | str):
        return body
    if isinstance(body, Mapping | ChainMap | UserDict):
        return dict(body)
    if isinstance(body, _LISTS):
        return list(body)
    return body


def _default(value: Any) -> Any:
    return list(value) if isinstance(value, set | frozenset) else repr(value)


@views.shows(Json)
class JsonView(JsonTree[Json]):
    """Shows the tree."""

    def show_element(self, element: Json) -> None:
        super().show_element(element)
        self.show_json(element.body, element.depth)
