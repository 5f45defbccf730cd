from __future__ import annotations

import os

import pytest

from desklit.desktop.testing import AppTest
from desklit.state.errors import StreamlitAPIException, StreamlitSecretNotFoundError
from desklit.state.secrets import OwnUser, Secrets


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("TOKEN_OF_TEST", "LIMIT_OF_TEST"):
        monkeypatch.delenv(name, raising=False)
    yield
    for name in ("TOKEN_OF_TEST", "LIMIT_OF_TEST"):
        os.environ.pop(name, None)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text('TOKEN_OF_TEST = "x"\nLIMIT_OF_TEST = 3\n[db]\nuser = "ada"\n[db.more]\nport = 5\n')
    return path


def test_secrets_are_read_by_item_and_by_attribute(file):
    secrets = Secrets([file])
    assert secrets["TOKEN_OF_TEST"] == secrets.TOKEN_OF_TEST == "x"
    assert secrets.db.more.port == secrets["db"]["more"]["port"] == 5
    assert secrets.get("nothing", 1) == 1
    assert secrets.to_dict()["db"] == {"user": "ada", "more": {"port": 5}}


def test_the_later_file_wins(file, tmp_path):
    project = tmp_path / "project.toml"
    project.write_text('TOKEN_OF_TEST = "y"')
    secrets = Secrets([file, project])
    assert secrets.TOKEN_OF_TEST == "y"
    assert secrets.db.user == "ada"


def test_a_folder_holds_a_file_for_each_secret(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "TOKEN_OF_TEST").write_text("z\n")
    assert Secrets([tmp_path / "folder"]).TOKEN_OF_TEST == "z"


def test_plain_secrets_are_in_the_environment_too(file):
    Secrets([file]).load_if_toml_exists()
    assert (os.environ["TOKEN_OF_TEST"], os.environ["LIMIT_OF_TEST"]) == ("x", "3")


def test_without_a_file_it_says_where_it_looked(tmp_path):
    secrets = Secrets([tmp_path / "no.toml"])
    assert not secrets.load_if_toml_exists()
    with pytest.raises(StreamlitSecretNotFoundError, match=r"no\.toml"):
        secrets["a"]


def test_a_missing_secret_is_named_with_its_path(file):
    secrets = Secrets([file])
    with pytest.raises(KeyError, match="'nothing'"):
        secrets["nothing"]
    with pytest.raises(AttributeError, match=r"'db\.nothing'"):
        secrets.db.nothing  # noqa: B018


def test_a_broken_file_is_told_with_its_line_and_without_its_content(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text('a = 1\npassword = "hunter2\n')
    with pytest.raises(StreamlitSecretNotFoundError) as caught:
        Secrets([path])["a"]
    assert str(path) in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_secrets_are_neither_shown_nor_changed(file):
    secrets = Secrets([file])
    assert "ada" not in repr(secrets) + repr(secrets.db)
    with pytest.raises(TypeError):
        secrets.TOKEN_OF_TEST = "y"


def test_the_user_is_known_and_not_logged_in():
    user = OwnUser({"is_logged_in": False, "name": "ada"})
    assert user.is_logged_in is False
    assert dict(user) == {"is_logged_in": False, "name": "ada"}
    with pytest.raises(AttributeError, match="email"):
        user.email  # noqa: B018
    with pytest.raises(StreamlitAPIException):
        user.name = "bob"


def test_a_test_gives_secrets_user_and_context():
    app = AppTest.from_string(
        """
        import streamlit as st
        st.text(st.secrets.db.user)
        st.text(st.user.email)
        st.text(st.context.locale)
        st.text(st.context.url)
        """
    )
    app.secrets["db"] = {"user": "ada"}
    app.user = {"email": "ada@example.org"}
    app.context = {"locale": "eo"}
    app.run()
    assert [text.value for text in app.text] == ["ada", "ada@example.org", "eo", "None"]


def test_the_context_tells_language_and_time_zone():
    app = AppTest.from_string(
        """
        import streamlit as st
        context = st.context
        st.text(f"{context.locale} {context.timezone} {context.timezone_offset} {context.is_embedded}")
        st.text(f"{dict(context.headers)} {dict(context.cookies)} {context.ip_address}")
        """
    ).run()
    assert not app.exception
    assert app.text[1].value == "{} {} None"


def test_logging_in_is_refused_clearly():
    app = AppTest.from_string("import streamlit as st\nst.login()").run()
    assert app.exception[0].proto.type.endswith("StreamlitAPIException")
    assert "st.user" in app.exception[0].message


def test_headers_cookies_and_tokens_are_empty_in_every_way_to_ask_for_them():
    app = AppTest.from_string(
        """
        import streamlit as st
        for each in (st.context.headers, st.context.cookies):
            st.text(f"{each} {each.to_dict()} {each.get_all('a')} {len(each)} {each.get('a')} {'a' in each}")
        st.text(f"{st.user.tokens.to_dict()} {hasattr(st.user.tokens, 'id')}")
        """
    ).run()
    assert not app.exception
    assert [text.value for text in app.text] == ["{} {} [] 0 None False"] * 2 + ["{} False"]


def test_the_texts_that_no_file_may_hold_are_those_that_hide_something(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text(
        'token = "t0ken-of-mine"\nshort = "abc"\nkeys = ["first-key", 5]\n'
        '[db]\nuser = "postgres"\npassword = "hidden!"\n'
    )
    secrets = Secrets([path])
    assert secrets.texts() == frozenset()  # nobody has asked for them, so nothing can hold them
    assert secrets["token"]
    assert secrets.texts() == {"t0ken-of-mine", "first-key", "hidden!"}
