"""Pages: their names, the folder, navigation and what happens to values on the way."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desklit.desktop.testing import AppTest
from desklit.state.pages import folder_pages, name_and_icon

Make = Callable[..., AppTest]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the files of an app and runs its ``app.py``."""

    def it(app: str, **pages: str) -> AppTest:
        for name, text in {"app": app, **pages}.items():
            path = tmp_path / (name.replace("__", "/") + ".py")
            path.parent.mkdir(exist_ok=True)
            path.write_text("import streamlit as st\n" + textwrap.dedent(text), encoding="utf-8")
        return AppTest.from_file(tmp_path / "app.py").run()

    return it


def said(app: AppTest) -> list[Any]:
    assert not app.exception, app.exception
    return [text.value for text in app.markdown]


@pytest.mark.parametrize(
    ("file", "name", "icon"),
    [
        ("1_🎉_Party-time.py", "Party-time", "🎉"),
        ("02_two_words.py", "two_words", ""),
        ("10-x y.py", "x_y", ""),
        ("🎉.py", "", "🎉"),
        ("1_🎉party.py", "party", "🎉"),
        ("_lead.py", "lead", ""),
        ("123.py", "123", ""),
        ("a__b.py", "a_b", ""),
        ("1a.py", "a", ""),
        ("1 - Page.py", "Page", ""),
        ("é_x.py", "é_x", ""),
        ("👩‍💻_code.py", "code", "👩‍💻"),
        ("🇩🇪_de.py", "de", "🇩🇪"),
    ],
)
def test_names_and_icons_come_from_file_names(file: str, name: str, icon: str) -> None:
    assert name_and_icon(file) == (name, icon)


def test_the_folder_s_files_come_by_number_then_by_name(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("zebra.py", "10_ten.py", "2_two.py", "Apple.py", "__init__.py", ".hidden.py", "note.txt"):
        (tmp_path / "pages" / name).touch()
    entry = tmp_path / "my_app.py"
    assert [page.title for page in folder_pages(entry)] == ["my app", "two", "ten", "Apple", "zebra"]
    assert folder_pages(tmp_path / "sub" / "other.py") == ()


def test_a_page_of_the_folder_runs_in_place_of_the_script(make: Make) -> None:
    app = make("st.write('home')", pages__1_one="st.write('one', __name__)")
    assert said(app) == ["home"]
    assert said(app.switch_page("pages/1_one.py").run()) == ["one __main__"]
    assert said(app.switch_page("app.py").run()) == ["home"]


def test_switch_page_begins_widgets_anew_and_keeps_what_is_to_be_kept(make: Make) -> None:
    seen = "st.write(str({key: st.session_state[key] for key in sorted(st.session_state)}))"
    app = make(
        """
        st.session_state.setdefault("free", 1)
        st.text_input("plain", key="plain")
        st.text_input("kept", key="kept", persist_state="session")
        st.text_input("here", key="here", persist_state="page")
        if st.button("go"):
            st.switch_page("pages/two.py")
        """,
        pages__two=seen,
    )
    for key in ("plain", "kept", "here"):
        app.text_input(key).input(key.upper())
    app.run()
    app.button[0].click().run()
    assert said(app) == ["{'free': 1, 'here': 'HERE', 'kept': 'KEPT'}"]
    assert said(app.run()) == ["{'free': 1, 'kept': 'KEPT'}"]


def test_a_user_who_turns_the_page_leaves_the_frame_s_widgets_as_they_are(make: Make) -> None:
    app = make(
        """
        page = st.navigation(["one.py", "two.py"])
        st.text_input("frame", key="frame")
        page.run()
        """,
        one="st.text_input('same', key='same')",
        two="st.write(st.session_state.frame, st.session_state.get('same'))\n"
        "st.write(st.text_input('same', key='same') or 'anew')",
    )
    app.text_input("frame").input("F")
    app.text_input("same").input("S").run()
    assert said(app.switch_page("two.py").run()) == ["F S", "anew"]


def test_equal_widgets_without_a_key_in_frame_and_page_are_two(make: Make) -> None:
    app = make(
        """
        page = st.navigation(["one.py", "two.py"])
        st.text_input("name")
        page.run()
        """,
        one="st.text_input('name')",
        two="",
    )
    app.text_input[0].input("a")
    app.text_input[1].input("b").run()
    assert [field.value for field in app.text_input] == ["a", "b"]


def test_switch_page_in_a_callback_lets_the_other_callbacks_run(make: Make) -> None:
    app = make(
        """
        def go():
            st.session_state.was = True
            st.switch_page(pages[1], query_params=[("a", "1"), ("b", ["2", 3])])
        def first():
            st.button("go", on_click=go)
        def second():
            st.write(str(st.session_state.was), str(st.query_params.get_all("b")))
        pages = [st.Page(first), st.Page(second)]
        st.navigation(pages).run()
        """
    )
    app.button[0].click().run()
    assert said(app) == ["True ['2', '3']"]
    assert app.query_params == {"a": "1", "b": ["2", "3"]}


def test_a_fragment_of_a_page_keeps_its_widgets_when_it_runs_alone(make: Make) -> None:
    app = make(
        """
        @st.fragment
        def part():
            st.write(st.text_input("x", key="x"))
        def first():
            part()
        st.navigation([first]).run()
        """
    )
    app.text_input("x").input("hello").run()
    assert said(app) == ["hello"]


def test_navigation_beside_a_pages_folder_goes_by_what_the_script_says(make: Make) -> None:
    script = "st.navigation(['pages/b.py', 'pages/a.py']).run()"
    app = make(script, pages__a="st.write('a')", pages__b="st.write('b')")
    assert said(app) == ["b"]
    assert said(app.run()) == ["b"]
    assert said(app.switch_page("pages/a.py").run()) == ["a"]
    with pytest.raises(ValueError, match="no page"):
        app.switch_page("app.py")


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("st.Page('nope.py')", "StreamlitPageNotFoundError"),
        ("st.Page(a, title=' ')", "StreamlitMissingRequiredParameterError"),
        ("st.Page(1)", "StreamlitMissingRequiredParameterError"),
        ("st.Page(a, title=5)", "StreamlitInvalidParameterTypeError"),
        ("st.Page(a, icon='zz')", "StreamlitAPIException"),
        ("st.Page(a, url_path='')", "StreamlitMissingRequiredParameterError"),
        ("st.Page(a, url_path='x/y')", "StreamlitAPIException"),
        ("st.Page(a, visibility='no')", "StreamlitValueError"),
        ("st.Page('https://x.org')", "StreamlitMissingRequiredParameterError"),
        ("st.Page('https://x.org', title='X', default=True)", "StreamlitIncompatibleParametersError"),
        ("st.Page(a).run()", "StreamlitAPIException"),
        ("st.navigation([])", "StreamlitMissingRequiredParameterError"),
        ("st.navigation({'x': []})", "StreamlitMissingRequiredParameterError"),
        ("st.navigation(a)", "StreamlitInvalidParameterTypeError"),
        ("st.navigation([1])", "StreamlitInvalidParameterTypeError"),
        ("st.navigation([a, a])", "StreamlitAPIException"),
        ("st.navigation([st.Page('https://x.org', title='X')])", "StreamlitAPIException"),
        ("st.navigation([a], position='left')", "StreamlitValueError"),
        ("st.navigation([a], expanded='x')", "StreamlitInvalidParameterTypeError"),
        ("st.navigation([a], expanded=-1)", "StreamlitValueError"),
        ("st.switch_page('nope.py')", "StreamlitPageNotFoundError"),
        ("st.switch_page(5)", "StreamlitInvalidParameterTypeError"),
        ("st.switch_page(st.Page('https://x.org', title='X'))", "StreamlitAPIException"),
        ("st.switch_page('app.py', query_params=5)", "StreamlitInvalidParameterTypeError"),
        ("st.page_link('nope.py')", "StreamlitPageNotFoundError"),
        ("st.page_link('https://x.org')", "StreamlitMissingRequiredParameterError"),
        ("st.page_link(st.Page(a), icon_position='up')", "StreamlitValueError"),
        ("st.page_link(st.Page(a), width='no')", "StreamlitInvalidWidthError"),
        ("st.page_link(st.Page(a), query_params={'a': {}})", "StreamlitQueryParamDictValueError"),
        ("st.page_link(st.Page(a), query_params={'embed': '1'})", "StreamlitAPIException"),
    ],
)
def test_wrong_arguments_are_named(make: Make, call: str, error: str) -> None:
    app = make(
        f"""
        def a(): pass
        try:
            {call}
        except Exception as error:
            st.write(type(error).__name__)
        """
    )
    assert said(app) == [error]


def test_a_page_s_facts_are_as_streamlit_s(make: Make) -> None:
    app = make(
        """
        def my_page(): pass
        page = st.Page(my_page)
        st.write(page.title, page.url_path, page.icon or "none", page.help or "none", page.visibility)
        st.write(st.Page(my_page, url_path="/x/").url_path, st.Page(my_page, default=True).url_path or "none")
        st.write(st.Page("https://x.org/a", title="X Y").url_path)
        """
    )
    assert said(app) == ["my page my_page none none visible", "x none", "x_y"]


def test_a_page_link_takes_title_icon_and_help_from_its_page(make: Make) -> None:
    app = make(
        """
        def a(): pass
        page = st.Page(a, title="The A", icon="🅰️", help="about a")
        st.page_link(page)
        st.page_link(page, label="other", icon="", help="")
        st.page_link("https://x.org/?q=1", label="out", query_params={"z": "2"}, disabled=True)
        """
    )
    links = [node.element for node in app.get("page_link")]
    assert [(link.label, link.icon, link.help) for link in links[:2]] == [
        ("The A", "🅰️", "about a"), ("other", None, None),
    ]  # fmt: skip
    assert (links[2].url, links[2].disabled) == ("https://x.org/?q=1&z=2", True)
