from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desklit.desktop.testing.errors import AppTestError
from desklit.desktop.testing.settle import NotSettledError


def counter() -> None:
    import streamlit as st

    st.session_state.setdefault("n", 0)
    if st.button("More"):
        st.session_state.n += 1
        st.toast(f"Now **{st.session_state.n}**")
    st.text_input("Name", key="name")
    st.text(st.session_state.n)


def test_runs_tell_how_many_and_what_caused_each(open_app) -> None:
    app = open_app(counter)
    app.button("More").click()
    app.text_input("Name").fill("Ann")
    app.menu("Rerun")
    assert [run.causes for run in app.runs] == [
        ("start",), ("button 'More'",), ("text_input 'name'",), ("menu: Rerun",),
    ]  # fmt: skip
    assert {run.outcome for run in app.runs} == {"completed"}


def test_state_value_and_toasts(open_app) -> None:
    app = open_app(counter, state={"n": 4, "name": "Bob"})
    assert app.value("Name") == app.value(key="name") == app.state.name == "Bob"
    app.button("More").click()
    assert app.state["n"] == 5
    assert app.toasts == ["Now 5"]
    app.state.n = 9
    app.rerun()
    assert app.texts() == ["9"]


def test_size_theme_config_and_arguments(open_app) -> None:
    def script() -> None:
        import sys

        import streamlit as st

        st.text(st.get_option("theme.primaryColor"))
        st.text(sys.argv[1:])

    options = {"theme.primaryColor": "#112233"}
    app = open_app(script, size=(500, 400), theme="dark", config=options, args=["a", "b"])
    assert (app.window.width(), app.window.height()) == (500, 400)
    assert app.window.scene.theme.base == "dark"
    assert app.texts() == ["#112233", "['a', 'b']"]
    app.resize(700, 500)
    assert app.window.width() == 700


def test_a_script_is_found_beside_the_test(open_app, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nimport helper\nst.text(helper.WORD)\n")
    (tmp_path / "helper.py").write_text("WORD = 'here'\n")
    monkeypatch.chdir(tmp_path)
    assert open_app("app.py").texts() == ["here"]
    with pytest.raises(FileNotFoundError, match=r"no script 'nowhere.py'"):
        open_app("nowhere.py")


def test_local_modules_of_one_app_do_not_reach_the_next(open_app, tmp_path: Path) -> None:
    import sys

    assert "helper" not in sys.modules
    (tmp_path / "app.py").write_text("import streamlit as st\nimport helper\nst.text(helper.WORD)\n")
    (tmp_path / "helper.py").write_text("WORD = 'there'\n")
    assert open_app(tmp_path / "app.py").texts() == ["there"]


def test_two_apps_at_once(open_app) -> None:
    first, second = open_app(counter), open_app(counter)
    first.button("More").click()
    second.button("More").click()
    first.button("More").click()
    assert (first.texts(), second.texts()) == (["2"], ["1"])


def test_it_waits_for_runs_that_follow_and_for_timers(open_app) -> None:
    def script() -> None:
        import time

        import streamlit as st

        st.session_state.setdefault("n", 0)
        if st.session_state.n < 3:
            st.session_state.n += 1
            time.sleep(0.02)
            st.rerun()
        st.text(st.session_state.n)
        st.toggle("Slides")

    app = open_app(script)
    assert app.texts() == ["3"]
    app.toggle("Slides").check()
    assert app.toggle("Slides").widget.mark._knob == 1.0


def test_a_time_out_shows_where_the_script_is(open_app) -> None:
    def script() -> None:
        import time

        import streamlit as st

        def dawdle() -> None:
            while st.session_state.get("on"):
                time.sleep(0.01)

        st.button("Go", on_click=lambda: st.session_state.update(on=True))
        dawdle()

    app = open_app(script)
    app.timeout = 0.3
    with pytest.raises(NotSettledError, match=r"within 0\.3 s\. A run goes on(.|\n)*in dawdle") as caught:
        app.button("Go").click()
    assert "runner.py" not in str(caught.value)


def test_an_app_that_reruns_itself_for_ever_is_told_so(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.button("Go", on_click=lambda: st.session_state.update(on=True))
        if "on" in st.session_state:
            st.rerun()

    app = open_app(script)
    app.timeout = 0.3
    with pytest.raises(NotSettledError, match=r"It ran \d+ times meanwhile"):
        app.button("Go").click()


def test_keys_go_where_the_focus_is(open_app) -> None:
    app = open_app(counter)
    app.text_input("Name").click()
    app.type("Zoé 日本")
    app.press("Ctrl+A")
    app.press("Backspace")
    app.type("x")
    assert app.text_input("Name").widget.text() == "x"
    app.press("Enter")
    assert app.state.name == "x"
    app.press("Shift+Tab")
    app.press("Space")
    assert app.texts() == ["1"]
    with pytest.raises(AppTestError, match="'Strg\\+Quatsch' names no keys"):
        app.press("Strg+Quatsch")


def test_the_window_can_be_closed(open_app) -> None:
    app = open_app(counter)
    app.close()
    assert app.is_closed
    with pytest.raises(AppTestError, match="the window is closed"):
        app.press("A")


def test_a_dialog_has_to_be_closed_first(open_app) -> None:
    app = open_app(counter)
    app.menu("About")
    with pytest.raises(AppTestError, match=r"'About .*' is open and has to be closed first"):
        app.button("More").click()
    app.press("Escape")
    app.button("More").click()
    assert app.texts() == ["1"]


def test_a_menu_says_which_entries_it_has(open_app) -> None:
    app = open_app(counter)
    with pytest.raises(AppTestError, match="no entry 'Rerum'; there are, nearest first: 'Rerun', "):
        app.menu("Rerum")


def test_a_second_window_that_the_app_opens_is_closed_too(open_app) -> None:
    app = open_app(counter)
    app.menu("New window")
    app.settle()


def test_links_open_no_browser(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.markdown("[docs](https://example.org/a)")

    app = open_app(script)
    app.window.scene.link_activated.emit("https://example.org/a")
    assert app.links == ["https://example.org/a"]


def test_file_dialogs_are_answered_before_or_after_the_click(open_app, tmp_path: Path) -> None:
    def script() -> None:
        import streamlit as st

        st.download_button("Save", "content", file_name="notes.txt")

    app = open_app(script)
    app.answer_file_dialog(tmp_path / "a.txt")
    app.download_button("Save").click()
    app.download_button("Save").click()
    app.answer_file_dialog(tmp_path / "b.txt")
    assert [path.read_text() for path in app.saved_files] == ["content", "content"]
    assert app.notices == ["Saved a.txt", "Saved b.txt"]
    app.answer_file_dialog(None)
    app.download_button("Save").click()
    assert len(app.saved_files) == 2


def test_an_unanswered_file_dialog_stops_the_next_act(open_app, tmp_path: Path) -> None:
    def script() -> None:
        import streamlit as st

        st.download_button("Save", "content", file_name="notes.txt")
        st.button("Next")

    app = open_app(script)
    app.download_button("Save").click()
    with pytest.raises(AppTestError, match=r"It asks where to save 'notes\.txt'"):
        app.button("Next").click()
    with pytest.raises(AppTestError, match="there is no folder"):
        app.answer_file_dialog(tmp_path / "no" / "a.txt")
    app.answer_file_dialog(None)
    app.button("Next").click()


def test_the_mouse_keeps_away_from_what_a_user_could_not_reach(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.button("Off", disabled=True)
        with st.expander("More"):
            st.button("Inside")
        for number in range(60):
            st.text(number)
        st.button("Below")

    app = open_app(script)
    with pytest.raises(AppTestError, match="Can't click button 'Off', disabled: it is disabled"):
        app.button("Off").click()
    with pytest.raises(AppTestError, match="in the closed expander 'More': it is not visible"):
        app.button("Inside").click()
    below = app.button("Below")
    assert below.widget.visibleRegion().isEmpty()
    below.scroll_to()
    assert not below.widget.visibleRegion().isEmpty()
    below.click()
    assert app.window.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_an_act_that_makes_no_sense_names_those_that_do(open_app) -> None:
    app = open_app(counter)
    with pytest.raises(AppTestError, match=r"drag_to\(\) makes no sense for button 'More'.*click, .*type"):
        app.button("More").drag_to(3)
