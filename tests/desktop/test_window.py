from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

COUNTER = """
    import streamlit as st
    st.session_state.setdefault("n", 0)
    def add(): st.session_state.n += 1
    st.button("Add", on_click=add, key="add")
    st.text(f"n = {st.session_state.n}")
"""


def test_a_click_runs_the_callback_and_shows_the_result(open_script, find, texts, qtbot):
    window = open_script(COUNTER)
    assert texts(window) == ["n = 0"]
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button").button, Qt.MouseButton.LeftButton)
    assert texts(window) == ["n = 1"]


def test_two_clicks_before_a_rerun_are_both_delivered(open_script, find, texts, qtbot):
    window = open_script(COUNTER)
    button = find(window, "button").button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts(window) == ["n = 2"])


def test_a_rerun_keeps_views_focus_cursor_and_half_typed_text(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.text_input("Name", key="name")
        if st.button("More"):
            st.text("more")
        """
    )
    field = find(window, "text_input")
    edit = field.findChild(QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "half typed")
    edit.setCursorPosition(4)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert find(window, "text_input") is field
    assert window.focusWidget() is edit
    assert (edit.text(), edit.cursorPosition()) == ("half typed", 4)


def test_scrolling_stays_where_it_was_over_a_rerun(open_script, qtbot):
    window = open_script("import streamlit as st\nfor n in range(100): st.text(str(n))")
    bar = window.area.verticalScrollBar()
    bar.setValue(700)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert bar.value() == 700


def test_stop_breaks_a_loop_that_calls_no_command(open_script, texts, qtbot):
    window = open_script("import streamlit as st\nst.text('before')\nwhile True: pass", settle=False)
    qtbot.waitUntil(lambda: window.header.is_running_shown() and texts(window) == ["before"])
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(window.header.stop, Qt.MouseButton.LeftButton)
    assert texts(window) == ["before"]
    assert not window.header.is_running_shown()


def test_stop_ends_a_script_that_sleeps(open_script, texts, qtbot):
    window = open_script(
        "import time\nimport streamlit as st\nst.text('before')\ntime.sleep(600)", settle=False
    )
    qtbot.waitUntil(lambda: window.header.is_running_shown() and texts(window) == ["before"])
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(window.header.stop, Qt.MouseButton.LeftButton)


def test_a_long_run_shows_what_it_has_so_far_and_dims_the_rest(open_script, find, texts, qtbot):
    window = open_script(
        """
        import time
        import streamlit as st
        slow = st.checkbox("slow")
        st.text("first")
        if slow:
            time.sleep(1.2)
        st.text("last")
        """
    )
    last = next(view for view in window.canvas.all_views() if getattr(view.element, "body", "") == "last")
    with qtbot.waitSignal(window.settled, timeout=10_000):
        find(window, "checkbox").changed.emit(True)
        qtbot.waitUntil(lambda: last.graphicsEffect() is not None)
    assert last.graphicsEffect() is None


def test_an_error_shows_and_the_window_lives_on(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("kept", "yes")
        if st.button("break"):
            1 / 0
        st.text(st.session_state.kept)
        """
    )
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button").button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in str(find(window, "exception").element)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert texts(window) == ["yes"]


def test_two_windows_of_one_script_share_nothing(open_script, app, tmp_path, find, texts, qtbot):
    first = open_script(COUNTER)
    second = app.open(tmp_path / "app.py")
    with qtbot.waitSignal(second.settled):
        second.show()
    with qtbot.waitSignal(first.settled):
        qtbot.mouseClick(find(first, "button").button, Qt.MouseButton.LeftButton)
    assert texts(first) == ["n = 1"]
    assert texts(second) == ["n = 0"]


def test_closed_window_frees_its_session(open_script, app, qtbot):
    window = open_script(COUNTER)
    state, worker = weakref.ref(window.session.state), window.session.runner.worker
    with qtbot.waitSignal(app.last_window_closed):
        window.close()
    del window
    worker.join(5)
    assert not worker.is_alive()
    del worker

    def freed():
        gc.collect()
        return state() is None

    qtbot.waitUntil(freed, timeout=5000)


def test_fields_of_a_form_are_sent_by_its_button_alone(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.form("f"):
            agreed = st.checkbox("agree")
            st.form_submit_button("Send")
        st.text(str(agreed))
        """
    )
    with qtbot.assertNotEmitted(window.settled, wait=150):
        find(window, "checkbox").changed.emit(True)
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", "Send").button, Qt.MouseButton.LeftButton)
    assert texts(window) == ["True"]


def test_enter_in_a_field_sends_its_form(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.form("f"):
            name = st.text_input("Name")
            st.form_submit_button("Send")
        st.text(f"Hello {name}")
        """
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(edit, "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert texts(window) == ["Hello Ada"]


def test_a_form_that_clears_itself_shows_defaults_and_sends_them_next(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.form("f", clear_on_submit=True):
            name = st.text_input("Name", "nobody")
            st.form_submit_button("Send")
        st.text(f"Hello {name}")
        """
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    edit.selectAll()
    qtbot.keyClicks(edit, "Ada")
    send = find(window, "button", "Send").button
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert texts(window) == ["Hello Ada"]
    assert edit.text() == "nobody"
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert texts(window) == ["Hello nobody"]


def test_tab_goes_through_the_fields_in_the_order_of_the_page(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        later = st.container()
        st.button("second", key="second")
        later.button("first", key="first")
        """
    )
    first, second = find(window, "button", "first").button, find(window, "button", "second").button
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Backtab)
    assert window.focusWidget() is first


def test_the_page_config_names_the_window_and_widens_the_page(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.set_page_config(page_title="Prices", page_icon=":material/home:", layout="wide")
        st.text("x")
        """,
        size=(1400, 700),
    )
    assert window.windowTitle() == "Prices"
    assert not window.windowIcon().isNull()
    assert window.area.region.width() > 1000


def test_the_sidebar_shows_with_its_first_element_and_folds(open_script, qtbot):
    window = open_script("import streamlit as st\nst.sidebar.text('side')\nst.text('page')")
    assert window.sidebar.isVisible()
    qtbot.mouseClick(window.sidebar.fold_button, Qt.MouseButton.LeftButton)
    assert not window.sidebar.isVisible()
    assert window.header.unfold.isVisible()
    qtbot.mouseClick(window.header.unfold, Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()


def test_the_sidebar_is_pulled_wider_within_its_bounds(open_script, qtbot):
    window = open_script("import streamlit as st\nst.sidebar.text('side')")
    grip = window.sidebar.grip
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))
    qtbot.mouseMove(grip, QPoint(102, 50))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert window.sidebar.width() == 400
    for _ in range(40):
        qtbot.keyClick(grip, Qt.Key.Key_Right)
    assert window.sidebar.width() == 600


def test_a_narrow_window_begins_with_the_sidebar_folded(open_script, qtbot):
    window = open_script("import streamlit as st\nst.sidebar.text('side')", size=(400, 600))
    assert not window.sidebar.isVisible()
    assert window.header.unfold.isVisible()


def test_a_default_beside_a_state_value_is_told_once(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.s = 7
        st.slider("S", 1, 10, 5, key="s")
        """
    )
    assert len(window.notices.texts()) == 1
    qtbot.mouseClick(window.notices.shown[0].close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert window.notices.texts() == []


def test_wrong_options_are_named_above_the_page(open_script, tmp_path, qtbot):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[theme]\nprimryColor = '#000'\n")
    window = open_script("import streamlit as st\nst.text('x')")
    assert any("primryColor" in text for text in window.notices.texts())


def test_what_a_form_has_not_sent_survives_a_rerun_that_changes_the_field(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        with st.form("f"):
            st.text_input("Name", key="name", help=f"run {st.session_state.n}")
            st.form_submit_button("Send")
        if st.button("set"):
            st.text("set")
        """
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(edit, "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", "set").button, Qt.MouseButton.LeftButton)
    assert edit.text() == "Ada"
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", "Send").button, Qt.MouseButton.LeftButton)
    assert window.session.state["name"] == "Ada"


def test_a_callback_may_set_a_field_that_was_just_sent(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        def clear(): st.session_state.name = ""
        with st.form("f"):
            st.text_input("Name", key="name")
            st.form_submit_button("Send", on_click=clear)
        """
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(edit, "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", "Send").button, Qt.MouseButton.LeftButton)
    assert edit.text() == ""
