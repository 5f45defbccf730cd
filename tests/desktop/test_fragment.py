from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desklit.state.errors import StreamlitBadTimeStringError
from desklit.widgets.fragment import interval_of

APP = """
    import streamlit as st
    st.session_state.setdefault("full", 0)
    st.session_state.setdefault("part", 0)
    st.session_state.full += 1
    outside = st.container()
    @st.fragment
    def part(name):
        st.session_state.part += 1
        st.text(f"{name} {st.session_state.part}")
        st.button("again", key="again")
        if st.button("write outside", key="outside"):
            outside.text("added")
        if st.button("all", key="all"):
            st.rerun()
        if st.button("once more", key="more") and st.session_state.part < 6:
            st.rerun(scope="fragment")
        if st.button("break", key="break"):
            1 / 0
    part("part")
    st.text(f"full {st.session_state.full}")
"""


@pytest.fixture
def click(find, qtbot):
    def press(window, key):
        with qtbot.waitSignal(window.settled):
            qtbot.mouseClick(find(window, "button", key).button, Qt.MouseButton.LeftButton)

    return press


def test_a_widget_of_a_fragment_runs_the_fragment_alone(open_script, click, texts):
    window = open_script(APP)
    assert texts(window) == ["part 1", "full 1"]
    click(window, "again")
    assert texts(window) == ["part 2", "full 1"]


def test_views_outside_of_a_fragment_are_not_touched(open_script, click):
    window = open_script(APP)
    outside = [view for view in window.canvas.all_views() if getattr(view.element, "body", "") == "full 1"]
    elements = [view.element for view in outside]
    click(window, "again")
    assert [view.element for view in outside] == elements
    assert outside[0] in window.canvas.all_views()


def test_what_a_fragment_writes_outside_adds_up_until_all_runs_again(open_script, click, texts):
    window = open_script(APP)
    click(window, "outside")
    click(window, "outside")
    assert texts(window).count("added") == 2
    click(window, "all")
    assert texts(window).count("added") == 0
    assert texts(window)[-1] == "full 2"


def test_a_fragment_may_ask_to_run_once_more_alone(open_script, click, texts):
    window = open_script(APP)
    click(window, "more")
    assert texts(window) == ["part 3", "full 1"]


def test_an_error_shows_in_the_place_of_its_fragment(open_script, click, texts, find, qtbot):
    window = open_script(APP)
    click(window, "break")
    kinds = [view.element.kind for view in window.canvas.all_views()]
    assert kinds.index("exception") < len(kinds) - 1
    assert texts(window)[-1] == "full 1"
    click(window, "again")
    assert "exception" not in [view.element.kind for view in window.canvas.all_views()]


def test_values_of_widgets_outside_outlive_a_run_of_a_fragment(open_script, click, find, qtbot):
    window = open_script(APP + "    st.checkbox('kept', key='kept')\n")
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(True)
    click(window, "again")
    click(window, "again")
    assert window.session.state["kept"] is True


def test_a_fragment_runs_by_itself_every_so_often_until_it_is_gone(open_script, texts, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        @st.fragment(run_every=0.05)
        def clock():
            st.session_state.n += 1
            st.text(f"tick {st.session_state.n}")
        if st.checkbox("on", True):
            clock()
        """,
        settle=False,
    )
    qtbot.waitUntil(lambda: texts(window) not in ([], ["tick 1"], ["tick 2"]))
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(False)
    qtbot.waitUntil(lambda: texts(window) == [])
    with qtbot.assertNotEmitted(window.settled, wait=200):
        pass


def test_an_inner_fragment_runs_without_the_outer_one(open_script, click, texts):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("outer", 0)
        st.session_state.setdefault("inner", 0)
        @st.fragment
        def inner():
            st.session_state.inner += 1
            st.text(f"inner {st.session_state.inner}")
            st.button("in", key="in")
        @st.fragment
        def outer():
            st.session_state.outer += 1
            st.text(f"outer {st.session_state.outer}")
            st.button("out", key="out")
            inner()
        outer()
        """
    )
    click(window, "in")
    assert texts(window) == ["outer 1", "inner 2"]
    click(window, "out")
    assert texts(window) == ["outer 2", "inner 3"]
    click(window, "in")
    assert texts(window) == ["outer 2", "inner 4"]


def test_parallel_fragments_run_beside_the_script(open_script, texts):
    window = open_script(
        """
        import threading
        import streamlit as st
        meet = threading.Barrier(3, timeout=10)
        @st.fragment(parallel=True)
        def half(name):
            meet.wait()
            st.text(name)
        assert half("one") is None
        half("two")
        meet.wait()
        st.text("end")
        """
    )
    assert texts(window) == ["one", "two", "end"]


def test_callbacks_in_a_fragment_run_before_it(open_script, click, texts):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        def add(): st.session_state.n += 1
        @st.fragment
        def part():
            st.button("add", key="add", on_click=add)
            st.text(f"n {st.session_state.n}")
        part()
        """
    )
    click(window, "add")
    assert texts(window) == ["n 1"]


def test_calls_of_one_function_are_fragments_of_their_own(open_script, click, texts):
    window = open_script(
        """
        import streamlit as st
        @st.fragment
        def part(name):
            st.session_state[name] = st.session_state.get(name, 0) + 1
            st.button(name, key=f"b-{name}")
            st.text(f"{name} {st.session_state[name]}")
        for name in "ab":
            part(name)
        """
    )
    click(window, "b-b")
    assert texts(window) == ["a 1", "b 2"]


@pytest.mark.parametrize(
    ("given", "seconds"),
    [(None, None), (2, 2.0), ("10s", 10.0), ("1m30s", 90.0), ("2 days", 172800.0),
     ("500ms", 0.5), (-1, None)],
)
def test_times_are_read(given, seconds):
    assert interval_of(given) == seconds


def test_a_text_that_says_no_time_is_refused():
    with pytest.raises(StreamlitBadTimeStringError, match="soon"):
        interval_of("soon")
