"""``st.connection``: finding the class, sharing what it made, and databases by way of SQLAlchemy."""

from __future__ import annotations

import inspect
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from desklit.desktop.testing import AppTest
from desklit.state.caching import store
from desklit.state.connections import BaseConnection, SQLConnection, sql
from desklit.state.errors import MissingExtraError
from desklit.state.secrets import Secrets

PREFACE = """
import streamlit as st
from sqlalchemy import text
from streamlit.connections import BaseConnection, SQLConnection


class Counting(BaseConnection[str]):
    def _connect(self, **kwargs):
        st.session_state.opened = st.session_state.get("opened", 0) + 1
        return f"{st.session_state.opened} {sorted(kwargs.items())} {self._secrets.to_dict()}"

    def close(self):
        st.session_state.setdefault("closed", []).append(self._connection_name)
"""
NOTES = """
notes = st.connection("notes", type="sql")
with notes.session as session:
    session.execute(text("create table if not exists note (id integer, body text)"))
    session.execute(text("delete from note"))
    session.execute(text("insert into note values (1, 'one'), (2, 'two')"))
    session.commit()
"""


@pytest.fixture(autouse=True)
def empty_caches() -> Any:
    store.clear_all()
    yield
    store.clear_all()


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a script in a folder with secrets and gives the app."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))

    def run(script: str, *, secrets: str = "", times: int = 1) -> AppTest:
        if secrets:
            (tmp_path / ".streamlit").mkdir(exist_ok=True)
            (tmp_path / ".streamlit" / "secrets.toml").write_text(textwrap.dedent(secrets))
        app = AppTest.from_string(PREFACE + textwrap.dedent(script), default_timeout=20)
        for _ in range(times):
            app.run()
        return app

    return run


def said(app: AppTest) -> list[str]:
    assert [error.message for error in app.exception] == []
    return [each.value for each in app.markdown]


def failed(app: AppTest) -> tuple[str, str]:
    assert len(app.exception) == 1
    return app.exception[0].proto.type, app.exception[0].message


DATABASE = '[connections.notes]\nurl = "sqlite:///notes.db"\n'


def test_a_connection_is_made_once_for_all_runs(play):
    app = play("st.write(st.connection('a', type=Counting, x=1)._instance)", times=3)
    assert said(app) == ["1 [('x', 1)] {}"]


def test_other_names_and_other_arguments_are_other_connections(play):
    app = play("""
        same = st.connection("a", type=Counting, x=1)
        st.write(str([same is st.connection(*a, type=Counting, **k) for a, k in (
            (("a",), {"x": 1}), (("a",), {"x": 2}), (("b",), {"x": 1}))]))
    """)
    assert said(app) == ["[True, False, False]"]


def test_a_reset_opens_it_anew_and_close_is_called_when_it_is_dropped(play):
    app = play("""
        one = st.connection("a", type=Counting, max_entries=1)
        one.reset()
        st.write(one._instance)
        st.connection("b", type=Counting, max_entries=1)
        st.write(str(st.session_state.closed))
        st.cache_resource.clear()
        st.write(str(st.session_state.closed))
    """)
    assert said(app) == ["2 [] {}", "['a']", "['a', 'b']"]


def test_a_time_to_live_opens_it_anew(play):
    app = play("""
        one = st.connection("a", type=Counting, ttl=0)
        st.write(str(one is st.connection("a", type=Counting, ttl=0)))
    """)
    assert said(app) == ["False"]


def test_the_option_gives_the_time_to_live_where_none_is_given(play, monkeypatch):
    monkeypatch.setenv("STREAMLIT_RUNNER_CONNECTION_DEFAULT_TTL", "0")
    app = play("""
        one = st.connection("a", type=Counting)
        st.write(str(one is st.connection("a", type=Counting)))
        two = st.connection("a", type=Counting, ttl=None)
        st.write(str(two is st.connection("a", type=Counting, ttl=None)))
    """)
    assert said(app) == ["False", "True"]


def test_a_connection_of_session_scope_belongs_to_one_session(play):
    script = """
        class Own(Counting):
            @classmethod
            def scope(cls):
                return "session"
        st.write(st.connection("a", type=Own)._instance)
        st.write(st.connection("a", type=Counting)._instance)
    """
    assert said(play(script)) == ["1 [] {}", "2 [] {}"]
    assert said(play(script)) == ["1 [] {}", "2 [] {}"]
    assert said(play(script, times=2)) == ["1 [] {}", "2 [] {}"]


def test_the_type_may_be_a_dotted_path_and_stand_in_the_secrets(play, tmp_path):
    (tmp_path / "own_connection.py").write_text(
        "from streamlit.connections import BaseConnection\n"
        "class Own(BaseConnection[int]):\n"
        "    def _connect(self, **kwargs):\n"
        "        return self._secrets.extra\n"
    )
    try:
        app = play(
            "own = st.connection('own')._instance\n"
            "st.write(str([own, st.connection('own', 'own_connection.Own')._instance]))",
            secrets='[connections.own]\ntype = "own_connection.Own"\nextra = 5\n',
        )
    finally:
        sys.modules.pop("own_connection", None)
    assert said(app) == ["[5, 5]"]


def test_the_name_may_stand_in_an_environment_variable(play, monkeypatch):
    monkeypatch.setenv("WHICH_ONE", "there")
    app = play("st.write(st.connection('env:WHICH_ONE', type=Counting)._connection_name)")
    assert said(app) == ["there"]


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        ("st.connection('a')", "StreamlitSecretNotFoundError", "secrets"),
        ("st.connection('a', type='nothing')", "StreamlitAPIException", "'nothing'"),
        ("st.connection('a', type='snowpark')", "StreamlitAPIException", "snowflake"),
        ("st.connection('a', type='no_such.Thing')", "ModuleNotFoundError", "no_such"),
        ("st.connection('a', type='os.path')", "TypeError", "'os.path'"),
        ("st.connection('a', type=5)", "TypeError", "5"),
        ("st.connection('a', type=int)", "StreamlitAPIException", "BaseConnection"),
        ("st.connection('a', type=BaseConnection)", "TypeError", "abstract"),
        ("st.connection('a', type=Counting, max_entries=0)", "StreamlitValueError", "max_entries"),
        ("st.connection('a', type=Counting, ttl='bad')", "StreamlitBadTimeStringError", "bad"),
        ("st.connection('a', type=Counting, x=lambda: 1)", "UnhashableParamError", "`x`"),
        ("st.connection('snowflake')", "UnsupportedCommandError", "SnowflakeConnection"),
        ("st.connection('snowflake-callers-rights')", "UnsupportedCommandError", "hosts"),
        ("st.connection('sql')", "StreamlitAPIException", "`url`"),
        ("st.connection('a', 'sql', host='h')", "StreamlitMissingRequiredParameterError", "`dialect`"),
        ("st.connection('a', 'sql', dialect='sqlite')", "StreamlitMissingRequiredParameterError", "`host`"),
        ("st.connection('a', 'sql', url='mssql+pyodbc://h')", "ModuleNotFoundError", "install"),
        ("st.connection('a', 'sql', url='sqlite://', bad=1)", "TypeError", "bad"),
    ],
)
def test_a_mistake_is_told_by_type_and_name(play, call, kind, words):
    told = failed(play(call))
    assert told[0].rpartition(".")[2] == kind
    assert words in told[1]


def test_secrets_that_do_not_name_a_type_are_a_missing_key(play):
    assert failed(play("st.connection('notes')", secrets=DATABASE))[0] == "KeyError"
    assert failed(play("st.connection('none', url='sqlite://')", secrets=DATABASE))[0] == "KeyError"


def test_sqlite_works_at_once_from_secrets_or_arguments(play):
    app = play(
        NOTES
        + inspect.cleandoc("""
        other = st.connection("x", type=SQLConnection, url="sqlite:///notes.db")
        for each in (notes, other):
            frame = each.query("select * from note where id = :id", params={"id": 2}, index_col="id")
            st.write(str([each.driver, str(each.engine.url), frame.to_dict()]))
        with notes.connect() as connection:
            st.write(str(connection.execute(text("select count(*) from note")).scalar()))
        """),
        secrets=DATABASE,
    )
    told = "['pysqlite', 'sqlite:///notes.db', {'body': {2: 'two'}}]"
    assert said(app) == [told, told, "2"]


def test_answers_are_kept_until_their_time_is_over_or_data_are_cleared(play):
    app = play(
        NOTES
        + inspect.cleandoc("""
        def count(**options):
            return len(notes.query("select * from note", **options))
        counts = [count()]
        with notes.session as session:
            session.execute(text("insert into note values (3, 'three')"))
            session.commit()
        counts += [count(), count(ttl=0)]
        notes.reset()
        counts += [count()]
        st.cache_data.clear()
        counts += [count()]
        frame = notes.query("select * from note")
        frame["new"] = 1
        counts += [len(notes.query("select * from note").columns)]
        st.write(str(counts))
        """),
        secrets=DATABASE,
    )
    assert said(app) == ["[2, 2, 3, 2, 3, 2]"]


def test_the_same_question_to_another_database_is_another_one(play):
    app = play("""
        counts = []
        for number, url in enumerate(("sqlite:///a.db", "sqlite:///b.db")):
            each = st.connection("same", type="sql", url=url)
            with each.session as session:
                session.execute(text("create table t (a integer)"))
                session.execute(text(f"insert into t values {', '.join(['(1)'] * (number + 1))}"))
                session.commit()
            counts.append(len(each.query("select * from t")))
        st.write(str(counts))
    """)
    assert said(app) == ["[1, 2]"]


def test_automatic_commit_and_options_of_the_engine(play):
    app = play(
        """
        one = st.connection("a", type="sql", url="sqlite:///a.db", autocommit=True)
        with one.connect() as connection:
            connection.execute(text("create table t (a integer)"))
            connection.execute(text("insert into t values (1)"))
        st.write(str(len(st.connection("b", type="sql", url="sqlite:///a.db").query("select * from t"))))
        st.write(str(st.connection("notes", type="sql").engine.pool.size()))
        """,
        secrets=DATABASE + "create_engine_kwargs = { pool_size = 3 }\n",
    )
    assert said(app) == ["1", "3"]


def test_secrets_that_change_make_another_connection(play, tmp_path):
    script = "st.write(str(st.connection('notes', type='sql').engine.url))"
    app = play(script, secrets=DATABASE)
    (tmp_path / ".streamlit" / "secrets.toml").write_text('[connections.notes]\nurl = "sqlite:///other.db"\n')
    assert said(app.run()) == ["sqlite:///other.db"]


def test_a_database_that_does_not_answer_is_asked_three_times(monkeypatch, tmp_path):
    import pandas
    from sqlalchemy.exc import InterfaceError, OperationalError

    pauses: list[float] = []
    monkeypatch.setattr(sql.time, "sleep", pauses.append)
    connection = SQLConnection("a", url="sqlite://")
    engines = set()
    errors: list[Exception] = []

    def ask(*args: Any, **kwargs: Any) -> Any:
        engines.add(id(connection.engine))
        raise errors[-1]

    monkeypatch.setattr(pandas, "read_sql", ask)
    errors.append(OperationalError("select 1", {}, Exception("gone")))
    with pytest.raises(OperationalError):
        connection.query("select 1")
    assert len(pauses) == 2
    assert connection._raw_instance is None
    errors.append(InterfaceError("select 1", {}, Exception("wrong")))
    with pytest.raises(InterfaceError):
        connection.query("select 1")
    assert len(pauses) == 2


def test_a_wrong_question_is_asked_once_and_says_why(play):
    app = play("st.connection('a', type='sql', url='sqlite://').query('selec')")
    assert "syntax error" in failed(app)[1]


def test_an_answer_in_chunks_cannot_be_kept(play):
    app = play("st.connection('a', type='sql', url='sqlite://').query('select 1', chunksize=1)")
    assert failed(app)[0].endswith("UnserializableReturnValueError")


def test_without_sqlalchemy_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(MissingExtraError, match=r"desklit\[sql\]"):
        SQLConnection("a", url="sqlite://")


def test_an_unknown_attribute_points_to_what_the_connection_holds():
    class Words(BaseConnection[str]):
        def _connect(self, **kwargs: Any) -> str:
            return "abc"

    words = Words("a")
    with pytest.raises(AttributeError, match=r"_instance\.upper"):
        words.upper()
    with pytest.raises(AttributeError, match=r"'Words' object has no attribute 'nothing'\.$"):
        _ = words.nothing
    assert not hasattr(words, "_nothing")


def test_secrets_are_read_again_when_their_file_has_changed(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text("[a]\nb = 1\n")
    secrets = Secrets([path])
    assert secrets.a.b == 1
    path.write_text("[a]\nb = 23\n")
    assert secrets.a.b == 23
    given = Secrets([path], {"a": {"b": 4}})
    path.write_text("[a]\nb = 567\n")
    assert given.a.b == 4


def test_the_modules_are_found_under_streamlits_names(play):
    app = play("""
        from streamlit.connections import ExperimentalBaseConnection, SnowflakeConnection
        import streamlit.connections.sql_connection as module
        st.write(str([ExperimentalBaseConnection is BaseConnection, SnowflakeConnection.__name__,
                      st.connections.SQLConnection is SQLConnection is module.SQLConnection]))
    """)
    assert said(app) == ["[True, 'SnowflakeConnection', True]"]
