"""Names of Streamlit's that scripts import; the connections themselves are not here yet."""

from __future__ import annotations

from typing import Any, Literal, NoReturn

from ..errors import UnsupportedCommandError
from .base import BaseConnection


class SnowflakeConnection(BaseConnection[Any]):
    """Stands for Streamlit's connection to Snowflake; desklit has none yet.

    Raises:
        UnsupportedCommandError: Whenever one is to be opened.
    """

    def _connect(self, **kwargs: Any) -> NoReturn:
        raise UnsupportedCommandError(
            f"connections.{type(self).__name__}",
            'With the package `snowflake-sqlalchemy`, `type="sql"` and a URL `snowflake://…` do the same.',
        )


class SnowflakeCallersRightsConnection(SnowflakeConnection):
    """Stands for a connection that exists in Snowflake's own hosting only."""

    @classmethod
    def scope(cls) -> Literal["session"]:
        """Each session has its own."""
        return "session"

    def _connect(self, **kwargs: Any) -> NoReturn:
        raise UnsupportedCommandError(
            "connections.SnowflakeCallersRightsConnection", "It exists only where Snowflake hosts the app."
        )
