"""``st.connection``: by name, class or dotted path to a connection that is made once."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..caching.decorate import cache_resource
from ..caching.keys import Hasher, add_code
from ..context import run_or_none
from ..errors import StreamlitAPIException
from ..surroundings import surroundings_of
from .base import BaseConnection, section_of
from .snowflake import SnowflakeCallersRightsConnection, SnowflakeConnection
from .sql import SQLConnection

if TYPE_CHECKING:
    import datetime as dt
    from types import CodeType

C = TypeVar("C", bound=BaseConnection[Any])

_KNOWN: dict[str, type[BaseConnection[Any]]] = {
    "snowflake": SnowflakeConnection,
    "snowflake-callers-rights": SnowflakeCallersRightsConnection,
    "sql": SQLConnection,
}
_ENVIRONMENT = "env:"


class _Unset:
    """What ``ttl`` is when it is not given; None already means something."""

    def __repr__(self) -> str:
        return "<unset>"


_UNSET = _Unset()


@overload
def connection(
    name: str,
    type: type[C],
    max_entries: int | None = None,
    ttl: float | dt.timedelta | str | _Unset | None = _UNSET,
    **kwargs: Any,
) -> C: ...


@overload
def connection(
    name: str,
    type: str | None = None,
    max_entries: int | None = None,
    ttl: float | dt.timedelta | str | _Unset | None = _UNSET,
    **kwargs: Any,
) -> Any: ...


def connection(
    name: str,
    type: str | type[BaseConnection[Any]] | None = None,
    max_entries: int | None = None,
    ttl: float | dt.timedelta | str | _Unset | None = _UNSET,
    **kwargs: Any,
) -> Any:
    """Connect to a database or a service, once for all runs.

    What it needs to know comes from the section ``[connections.<name>]`` of the secrets and from
    further arguments, which count more.

    Args:
        name: A name for the connection; ``"env:NAME"`` takes it from an environment variable.
        type: ``"sql"``, a class derived from ``BaseConnection``, or its dotted path. None looks for it
            in the secrets, except where ``name`` itself is such a word.
        max_entries: How many connections of this class are kept open, from 1 on; None for any number.
        ttl: After how long the connection is opened anew: seconds, a ``timedelta`` or text as ``"1h"``;
            None for never. If not given, ``runner.connectionDefaultTTL`` counts.
        **kwargs: What the connection's ``_connect`` is given.

    Returns:
        The connection; the same one in each run.

    Raises:
        StreamlitAPIException: ``type`` is none of what it accepts.
        StreamlitSecretNotFoundError: ``type`` is not given, and there are no secrets to look for it.
        KeyError: ``type`` is not given, and the secrets do not have it.

    Example:
        >>> notes = st.connection("notes", type="sql", url="sqlite:///notes.db")
        >>> notes.query("select count(*) from note")
    """
    if name.startswith(_ENVIRONMENT):
        name = os.environ[name.removeprefix(_ENVIRONMENT)]
    kind = _class_of(name, type)

    # The secrets are part of what tells connections apart: other ones, as when the file was edited or
    # another app is open in the same process, make another connection.
    def connect(name: str, secrets: dict[str, Any], /, **kwargs: Any) -> BaseConnection[Any]:
        return kind(connection_name=name, **kwargs)

    connect.__name__ = "connection"
    connect.__qualname__ = f"{kind.__module__}.{kind.__qualname__}.{_code_of(kind)}"
    cached = cache_resource(
        max_entries=max_entries,
        ttl=_default_ttl() if isinstance(ttl, _Unset) else ttl,
        show_spinner=f"Connecting to `{name}` …",
        on_release=lambda made: made.close(),
        scope=kind.scope(),
    )(connect)
    return cached(name, section_of(name).to_dict(), **kwargs)


def _default_ttl() -> float | None:
    run = run_or_none()
    seconds: float | None = None if run is None else run.config.get("runner.connectionDefaultTTL")
    return seconds


def _class_of(name: str, kind: object) -> type[BaseConnection[Any]]:
    if kind is None:
        kind = name if name in _KNOWN else _kind_in_secrets(name)
    if kind == "snowpark":
        raise StreamlitAPIException(
            'Connections of the type "snowpark" are gone; their successor is `type="snowflake"`.'
        )
    if isinstance(kind, str):
        found: Any = _KNOWN.get(kind) or _imported(kind)
    else:
        found = kind
    if not isinstance(found, type):
        raise TypeError(f"`type` of `st.connection` is {kind!r}. It accepts a class, a text or None.")
    if not issubclass(found, BaseConnection):
        raise StreamlitAPIException(
            f"`type` of `st.connection` is the class `{found.__qualname__}`, which is not derived from "
            "`st.connections.BaseConnection`."
        )
    return found


def _kind_in_secrets(name: str) -> Any:
    run = run_or_none()
    if run is None:
        raise StreamlitAPIException("`st.connection` without a `type` needs the secrets of a running app.")
    return surroundings_of(run).secrets["connections"][name]["type"]


def _imported(path: str) -> Any:
    module, dot, attribute = path.rpartition(".")
    if not dot:
        raise StreamlitAPIException(
            f"`type` of `st.connection` is {path!r}. It accepts {', '.join(map(repr, _KNOWN))}, the dotted "
            "path of a class, or a class."
        )
    return getattr(importlib.import_module(module), attribute)


def _code_of(kind: type) -> str:
    """A digest of what the class and its bases do: a class that was edited makes new connections."""
    hasher = Hasher()
    for each in kind.__mro__:
        if each is BaseConnection:
            break
        for name, member in vars(each).items():
            member = getattr(member, "fget", None) or getattr(member, "__func__", member)
            code: CodeType | None = getattr(member, "__code__", None)
            if code is not None:
                hasher.text(name)
                hasher.text(code.co_filename)
                add_code(hasher, code)
    return hasher.digest().hex()
