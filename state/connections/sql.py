"""``SQLConnection``: any database that SQLAlchemy reaches."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ..caching.decorate import cache_data
from ..errors import (
    MissingExtraError,
    StreamlitAPIException,
    StreamlitMissingRequiredParameterError,
)
from .base import BaseConnection

if TYPE_CHECKING:
    import datetime as dt

    from pandas import DataFrame
    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import Session

_PARTS = ("url", "driver", "dialect", "username", "password", "host", "port", "database", "query")
_NEEDED = ("dialect", "host", "username")
_TRIES = 3
_PAUSE = 1.0  # seconds between two tries
_numbers = itertools.count(1)


class SQLConnection(BaseConnection["Engine"]):
    """A database, by way of SQLAlchemy. SQLite needs a URL and nothing else.

    The secrets or the arguments of ``st.connection`` give a ``url``, or its parts; what else is given as
    an argument, and ``create_engine_kwargs`` in the secrets, goes to SQLAlchemy's ``create_engine``.

    Example:
        >>> notes = st.connection("notes", type="sql", url="sqlite:///notes.db")
        >>> st.dataframe(notes.query("select * from note where author = :name", params={"name": "Ada"}))
        >>> with notes.session as session:
        ...     session.execute(text("insert into note (body) values (:body)"), {"body": body})
        ...     session.commit()
    """

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._number = next(_numbers)
        super().__init__(connection_name, **kwargs)

    def _connect(self, autocommit: bool = False, **kwargs: Any) -> Engine:
        sqlalchemy = _sqlalchemy()
        secrets = self._secrets.to_dict()
        given = {**secrets, **kwargs}
        if not given:
            raise StreamlitAPIException(
                f"Nothing says where the database `{self._connection_name}` is. Give `st.connection` a "
                f"`url`, or write one into the secrets under `[connections.{self._connection_name}]`."
            )
        url = given["url"] if "url" in given else _url_of(given)
        options = dict(secrets.get("create_engine_kwargs", {}))
        options.update({name: value for name, value in kwargs.items() if name not in _PARTS})
        try:
            engine = sqlalchemy.create_engine(url, **options)
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(
                f"{error.msg}. The connection `{self._connection_name}` needs this driver of its database: "
                "install it beside desklit.",
                name=error.name,
            ) from error
        if autocommit:
            engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        return cast("Engine", engine)

    def query(
        self,
        sql: str,
        *,
        show_spinner: bool | str = True,
        ttl: float | int | dt.timedelta | None = None,
        index_col: str | list[str] | None = None,
        chunksize: int | None = None,
        params: Any | None = None,
        **kwargs: Any,
    ) -> DataFrame:
        """Ask the database, and keep the answer for the next time the same is asked.

        A database that does not answer is asked up to three times, with a fresh connection each.

        Args:
            sql: The question.
            show_spinner: Whether to show a spinner meanwhile, or its text.
            ttl: For how many seconds an answer is good; 0 asks each time, None keeps it for ever.
            index_col: The column, or columns, that become the frame's index.
            chunksize: As for pandas' ``read_sql``. An answer in chunks cannot be kept.
            params: What stands for the names in ``sql``, as ``:name``.
            **kwargs: Further arguments of pandas' ``read_sql``.

        Returns:
            A pandas frame.

        Example:
            >>> notes.query("select * from note", ttl="10m")
        """
        # Each connection has a cache of its own: the same question to another database is another one.
        def ask(
            sql: str, index_col: Any = None, chunksize: Any = None, params: Any = None, **kwargs: Any
        ) -> Any:
            pandas = _pandas()
            query = _sqlalchemy().text(sql)
            options = dict(index_col=index_col, chunksize=chunksize, params=params, **kwargs)

            def once() -> Any:
                with self._instance.connect() as open_connection:
                    return pandas.read_sql(query, open_connection, **options)

            return self._tried(once)

        ask.__name__ = "query"
        ask.__qualname__ = f"{type(self).__qualname__}.query.{self._connection_name}.{self._number}"
        text = "Asking the database …" if show_spinner is True else show_spinner
        cached: Callable[..., Any] = cache_data(show_spinner=text, ttl=ttl)(ask)
        return cast(
            "DataFrame", cached(sql, index_col=index_col, chunksize=chunksize, params=params, **kwargs)
        )

    def connect(self) -> Connection:
        """A connection of SQLAlchemy's, to be closed by its user, best by ``with``."""
        return self._instance.connect()

    @property
    def engine(self) -> Engine:
        """The engine of SQLAlchemy's."""
        return self._instance

    @property
    def driver(self) -> str:
        """The name of the driver that the engine uses."""
        return self._instance.driver

    @property
    def session(self) -> Session:
        """A new session of SQLAlchemy's, for whatever changes the database."""
        from sqlalchemy.orm import Session

        return Session(self._instance)

    def close(self) -> None:
        """Give back the connections that the engine keeps open."""
        if self._raw_instance is None:
            return
        from sqlalchemy.pool import SingletonThreadPool

        # A database in memory is bound to the threads that opened it, and goes with them.
        if not isinstance(self._raw_instance.pool, SingletonThreadPool):
            self._raw_instance.dispose()

    def _tried(self, ask: Callable[[], Any]) -> Any:
        failures = 0
        while True:
            try:
                return ask()
            except Exception as error:
                failures += 1
                if not _may_pass(error):
                    raise
                self.reset()
                if failures == _TRIES:
                    raise
                time.sleep(_PAUSE)


def _may_pass(error: BaseException) -> bool:
    """Whether the same question may well be answered the next time.

    pandas wraps what SQLAlchemy raises; then only a connection that was lost is worth another try.
    """
    from sqlalchemy.exc import DatabaseError, DBAPIError

    cause = error.__cause__
    return isinstance(error, DatabaseError) or (
        isinstance(cause, DBAPIError) and bool(cause.connection_invalidated)
    )


def _url_of(given: dict[str, Any]) -> Any:
    for name in _NEEDED:
        if not given.get(name):
            raise StreamlitMissingRequiredParameterError(
                f"`{name}` is missing: a database is named by its `url`, or by `dialect`, `host`, `username` "
                "and further parts. For SQLite give the `url`, such as `sqlite:///notes.db`."
            )
    driver = f"+{given['driver']}" if given.get("driver") else ""
    return _sqlalchemy().URL.create(
        f"{given['dialect']}{driver}",
        username=given["username"],
        password=given.get("password"),
        host=given["host"],
        port=int(given["port"]) if given.get("port") else None,
        database=given.get("database"),
        query=given.get("query") or {},
    )


def _sqlalchemy() -> Any:
    try:
        import sqlalchemy
    except ImportError as error:
        raise MissingExtraError("connections.SQLConnection", "sql") from error
    return sqlalchemy


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("connections.SQLConnection.query", "sql") from error
    return pandas
