from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect, QLineEdit

LEFT = Qt.MouseButton.LeftButton


def click(window, view, qtbot):
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(view.button, LEFT)


def test_half_typed_text_is_sent_before_the_click_that_follows_it(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        name = st.text_input("Name")
        if st.button("Greet"):
            st.text(f"Hello {name}")
        """
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "Ada")
    click(window, find(window, "button"), qtbot)
    assert texts(window) == ["Hello Ada"]


def test_views_that_move_are_kept(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("turned", False)
        if st.button("turn", key="turn"):
            st.session_state.turned = not st.session_state.turned
        for key in ("ba" if st.session_state.turned else "ab"):
            st.text_input(key, key=key)
        """
    )
    before = {key: find(window, "text_input", key) for key in "ab"}
    assert before["a"].y() < before["b"].y()
    click(window, find(window, "button"), qtbot)
    after = {key: find(window, "text_input", key) for key in "ab"}
    assert after == before
    assert before["a"].y() > before["b"].y()


def test_equal_elements_are_not_touched_by_a_rerun(open_script, monkeypatch, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        for i in range(20):
            st.text(f"line {i}")
        st.text(f"run {st.session_state.n}")
        """
    )
    touched = []
    for view in window.canvas.all_views():
        plain = view.show_element
        monkeypatch.setattr(
            view, "show_element", lambda element, plain=plain: (touched.append(element.body), plain(element))
        )
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert touched == ["run 2"]


def test_what_a_user_does_meanwhile_is_not_overwritten_by_an_older_run(open_script, find, texts, qtbot):
    window = open_script(
        """
        import time
        import streamlit as st
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        st.checkbox("box", key="box", help=f"run {st.session_state.n}")
        if st.button("slow"):
            time.sleep(0.3)
        st.text(f"box {st.session_state.box}")
        """
    )
    box = find(window, "checkbox")
    qtbot.mouseClick(find(window, "button").button, LEFT)
    qtbot.waitUntil(lambda: window.session.runner.run is not None)
    box.changed.emit(True)
    qtbot.waitUntil(lambda: texts(window) == ["box True"])
    assert box is find(window, "checkbox")
    assert box.element.value is True


def test_what_is_dimmed_is_bright_again_after_the_run(open_script, find, texts, qtbot):
    window = open_script(
        """
        import time
        import streamlit as st
        slow = st.button("slow")
        if slow:
            time.sleep(0.9)
        st.text("below")
        """
    )
    below = find(window, "text")
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button").button, LEFT)
        qtbot.waitUntil(lambda: isinstance(below.graphicsEffect(), QGraphicsOpacityEffect))
    assert below.graphicsEffect() is None


def test_a_view_that_goes_takes_its_timers_and_pop_ups_along(open_script, find, monkeypatch, qtbot):
    window = open_script(
        """
        import streamlit as st
        if st.checkbox("show", True):
            st.selectbox("S", ["a", "b"])
        """
    )
    view = find(window, "selectbox")
    discarded, gone = [], []
    monkeypatch.setattr(type(view), "discard", lambda view: discarded.append(view.element.label))
    view.destroyed.connect(lambda: gone.append(True))
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(False)
    assert discarded == ["S"]
    qtbot.waitUntil(lambda: gone == [True])


def test_another_theme_reaches_every_view(open_script, app, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.text_input("page")
        st.sidebar.text_input("side")
        with st.expander("more", expanded=True):
            st.button("deep")
        """
    )
    restyled = set()
    for view in window.canvas.all_views():
        plain = view.restyle
        view.restyle = lambda view=view, plain=plain: (restyled.add(view.element.kind), plain())
    app.preferences.look = "dark"
    assert {"text_input", "expander", "button"} <= restyled
    assert find(window, "text_input", "side").scene.theme.base == "dark"
