from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desklit.state.errors import StreamlitBadTimeStringError
from desklit.state.widget import Change
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


def test_what_a_fragment_writes_outside_is_there_once_until_all_runs_again(open_script, click, texts):
    window = open_script(APP)
    click(window, "outside")
    click(window, "outside")
    assert texts(window).count("added") == 1
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


OUTSIDE = """
    import streamlit as st
    box, place, row = st.container(), st.empty(), st.container(horizontal=True)
    place.text("placeholder")
    st.session_state.setdefault("n", 0)
    @st.fragment
    def part(name):
        st.session_state.n += 1
        n = st.session_state.n
        st.button(name, key=name)
        box.text(f"{name} {n}")
        with box.container():
            st.text(f"{name} within {n}")
        if n % 2:
            place.text(f"{name} placed {n}")
            st.sidebar.button("aside", key=f"aside {name}")
    box.text("before")
    part("one")
    box.text("between")
    part("two")
    box.text("after")
"""


def test_what_a_fragment_writes_outside_comes_again_in_its_place(open_script, click, texts):
    window = open_script(OUTSIDE)
    first = ["before", "one 1", "one within 1", "between", "two 2", "two within 2", "after", "one placed 1"]
    assert texts(window) == first
    click(window, "one")
    shown = ["before", "one 3", "one within 3", "between", "two 2", "two within 2", "after", "one placed 3"]
    assert texts(window) == shown
    click(window, "two")
    assert texts(window)[4:6] == ["two 4", "two within 4"]
    click(window, "two")
    assert texts(window)[-1] == "two placed 5"
    click(window, "two")
    assert texts(window)[-1] == "one placed 3"  # what was there before
    assert texts(window)[:4] == ["before", "one 3", "one within 3", "between"]


def test_a_widget_that_a_fragment_put_outside_runs_the_fragment(open_script, click, texts):
    window = open_script(OUTSIDE)
    click(window, "aside one")
    assert texts(window)[:4] == ["before", "one 3", "one within 3", "between"]
    assert window.report.number == 2


def test_neighbours_outside_keep_their_order_when_each_runs_again(open_script, click, texts):
    window = open_script(
        """
        import streamlit as st
        box = st.container()
        @st.fragment
        def part(name):
            if st.session_state.get(name):
                return
            box.text(name)
            if st.button(name, key=f"again {name}"):
                box.text(f"{name} more")
            st.checkbox(name, key=name)
        part("one"); part("two")
        box.text("end")
        """
    )
    click(window, "again two")
    click(window, "again one")
    assert texts(window) == ["one", "one more", "two", "two more", "end"]


KEYED = """
    import streamlit as st
    st.session_state.setdefault("n", {})
    def count(name):
        st.session_state.n[name] = st.session_state.n.get(name, 0) + 1
        st.text(f"{name} {st.session_state.n[name]}")
    @st.fragment(key="chart")
    def chart():
        count("chart")
        st.button("inner", key="inner", on_click=lambda: st.rerun("table"))
    @st.fragment(key=5)
    def table(name):
        count(name)
    chart(); table("left"); table("right")
    count("page")
    st.button("one", key="one", on_click=lambda: st.rerun("chart"))
    st.button("both", key="both", on_click=lambda: st.rerun(["chart", 5]))
    st.button("wrong", key="wrong", on_click=lambda: st.rerun("nothing"))
    st.button("body", key="body") and st.rerun("chart")
    with st.form("form"):
        st.text_input("text", key="typed")
        st.form_submit_button("send", key="send", on_click=lambda: st.rerun("chart"))
    st.text(st.session_state.typed)
"""


def test_a_callback_runs_fragments_by_their_keys_alone(open_script, click, texts, qtbot):
    window = open_script(KEYED.replace('"table")', "5)"))
    assert texts(window)[:4] == ["chart 1", "left 1", "right 1", "page 1"]
    click(window, "one")
    assert texts(window)[:4] == ["chart 2", "left 1", "right 1", "page 1"]
    click(window, "both")
    assert texts(window)[:4] == ["chart 3", "left 2", "right 2", "page 1"]
    click(window, "inner")
    assert texts(window)[:4] == ["chart 3", "left 3", "right 3", "page 1"]
    click(window, "one")
    assert texts(window)[:4] == ["chart 4", "left 3", "right 3", "page 1"]


def test_a_key_that_no_fragment_has_is_an_error_of_the_callback(open_script, click, find):
    window = open_script(KEYED)
    click(window, "wrong")
    assert "nothing" in find(window, "exception").element.message
    window = open_script(KEYED)
    click(window, "body")
    assert "callbacks only" in find(window, "exception").element.message


def test_another_callback_beside_it_runs_the_whole_page(open_script, texts, qtbot, find):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        @st.fragment(key="a")
        def part(): st.text("part")
        part()
        with st.form("form"):
            st.checkbox("tick", key="tick")
            st.form_submit_button("send", key="send", on_click=lambda: st.rerun("a"))
        st.slider("s", key="s", on_change=lambda: None)
        st.text(f"page {st.session_state.n}")
        """
    )
    runner = window.session.runner
    specs = {spec.key: spec.id for spec in runner.state._specs.values()}
    with qtbot.waitSignal(window.settled):
        runner.submit([Change(specs["send"], True)])
    assert texts(window) == ["part", "page 1"]
    with qtbot.waitSignal(window.settled):
        runner.submit([Change(specs["send"], True), Change(specs["s"], (5,))])
    assert texts(window) == ["part", "page 2"]


def test_a_parallel_fragment_may_not_write_outside_nor_leave_the_page(open_script, find):
    for line in ("box.text('x')", "st.sidebar.text('x')", "st.switch_page('x.py')", "ask()"):
        window = open_script(
            f"""
            import streamlit as st
            box = st.container()
            @st.dialog("x")
            def ask(): pass
            @st.fragment(parallel=True)
            def part():
                {line}
            part()
            """
        )
        assert find(window, "exception").element.type_name.endswith("StreamlitInvalidLayoutContextError")


@pytest.mark.parametrize("key", ["'app'", "'fragment'", "''"])
def test_some_keys_are_reserved(open_script, find, key):
    window = open_script(f"""
        import streamlit as st
        @st.fragment(key={key})
        def part(): pass
    """)
    assert "`key` of `st.fragment`" in find(window, "exception").element.message


def test_two_functions_may_not_share_a_key(open_script, find):
    window = open_script("""
        import streamlit as st
        @st.fragment(key="k")
        def one(): pass
        @st.fragment(key="k")
        def two(): pass
        one(); one(); two()
    """)
    assert find(window, "exception").element.type_name.endswith("StreamlitDuplicateElementKey")
