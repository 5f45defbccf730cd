"""What all connections have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from ..secrets import Section

RawConnection = TypeVar("RawConnection")


class BaseConnection(ABC, Generic[RawConnection]):
    """A connection that ``st.connection`` makes once and hands out again and again.

    A class of one's own says in ``_connect`` how to open what it stands for, uses ``self._instance`` in
    its methods, and may say in ``close`` how to let go of it.

    Args:
        connection_name: Its name, which is also that of its section in the secrets.
        **kwargs: What ``_connect`` is given.

    Example:
        >>> class Files(BaseConnection[Path]):
        ...     def _connect(self, **kwargs):
        ...         return Path(kwargs.pop("folder", None) or self._secrets.folder)
        ...
        ...     def read(self, name):
        ...         return (self._instance / name).read_text()
        >>> st.connection("files", type=Files).read("today.txt")
    """

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._connection_name = connection_name
        self._kwargs = kwargs
        self._raw_instance: RawConnection | None = self._connect(**kwargs)

    @abstractmethod
    def _connect(self, **kwargs: Any) -> RawConnection:
        """Open the connection.

        Args:
            **kwargs: What ``st.connection`` was given beyond its own parameters.

        Returns:
            What is to be had as ``self._instance``.
        """

    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        """Whether all windows share a connection of this class, or each has its own."""
        return "global"

    @property
    def _instance(self) -> RawConnection:
        """The open connection; opened anew after a ``reset``."""
        if self._raw_instance is None:
            self._raw_instance = self._connect(**self._kwargs)
        return self._raw_instance

    @property
    def _secrets(self) -> Section:
        """The section ``[connections.<name>]`` of the secrets; empty where there is none."""
        return section_of(self._connection_name)

    def reset(self) -> None:
        """Drop the open connection, so that the next use opens another."""
        self._raw_instance = None

    def close(self) -> None:
        """Called when nobody is given the connection any more; does nothing unless a class says more."""

    def __getattr__(self, name: str) -> Any:
        hint = ""
        raw = None if name.startswith("_") else vars(self).get("_raw_instance")
        if raw is not None and hasattr(raw, name):
            hint = f" What it connects to has it: `._instance.{name}`."
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}.{hint}")


def section_of(name: str) -> Section:
    """The secrets of the connection with this name; empty where there are none."""
    from ..secrets import Section

    found = _sections().get(name, {})
    return found if isinstance(found, Section) else Section({}, f"connections.{name}")


def _sections() -> Any:
    from ..context import run_or_none
    from ..errors import StreamlitSecretNotFoundError
    from ..surroundings import surroundings_of

    run = run_or_none()
    if run is None:
        return {}
    try:
        return surroundings_of(run).secrets.get("connections", {})
    except StreamlitSecretNotFoundError:
        return {}
