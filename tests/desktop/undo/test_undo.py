"""Undo and redo in a window, as its user works them: by keys and by the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desklit.desktop.window import Window

Open = Callable[..., Window]
Find = Callable[..., Any]
Texts = Callable[[Window], list[str]]
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keys(qtbot: Any) -> Callable[..., None]:
    """Presses keys where the focus is, and waits for the run that they cause."""

    def press(window: Window, key: Qt.Key, modifier: Any = CTRL, *, runs: bool = True) -> None:
        target = window.focusWidget() or window
        if not runs:
            QTest.keyClick(target, key, modifier)
            return
        with qtbot.waitSignal(window.settled, timeout=10_000):
            QTest.keyClick(target, key, modifier)

    return press


@pytest.fixture
def undo(keys: Any) -> Callable[[Window], None]:
    return lambda window: keys(window, Qt.Key.Key_Z)


@pytest.fixture
def redo(keys: Any) -> Callable[[Window], None]:
    return lambda window: keys(window, Qt.Key.Key_Z, CTRL_SHIFT)


@pytest.fixture
def click(qtbot: Any) -> Callable[[Window, QWidget], None]:
    """Clicks into the middle of a widget, and waits for the run that this causes."""

    def act(window: Window, widget: QWidget) -> None:
        with qtbot.waitSignal(window.settled, timeout=10_000):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        history = window.session.runner.history
        if history is not None:
            qtbot.waitUntil(lambda: not history.dirty)

    return act


def names(window: Window) -> list[tuple[str, bool]]:
    """The names of undo and redo in the menu, and whether they can be chosen."""
    edit = next(entry for entry in window.menu.entries() if entry.name == "Edit")
    found = [entry for entry in edit.entries if entry.name.startswith(("Undo", "Redo"))]
    return [(entry.name, entry.enabled) for entry in found]


def commit(window: Window, view: Any, text: str, qtbot: Any) -> None:
    """Types a text into a field in the place of what is there, and presses Enter."""
    editor = view.editor()
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    with qtbot.waitSignal(window.settled, timeout=10_000):
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_checkbox_goes_back_with_all_that_was_derived_from_it_and_forth_again(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, redo: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(f'{st.checkbox(\"Tax\")}')")
    assert names(window) == [("Undo", False), ("Redo", False)]
    click(window, find(window, "checkbox").mark)
    assert texts(window) == ["True"]
    assert names(window)[0] == ("Undo Tax", True)
    undo(window)
    assert texts(window) == ["False"]
    assert not find(window, "checkbox").mark.isChecked()
    assert names(window) == [("Undo", False), ("Redo Tax", True)]
    redo(window)
    assert texts(window) == ["True"]
    assert find(window, "checkbox").mark.isChecked()


def test_what_a_buttons_callback_appended_in_place_is_taken_back(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, redo: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        state = st.session_state
        state.setdefault("rows", [])
        st.button("Add row", on_click=lambda: state.rows.append({"n": len(state.rows)}))
        st.text(str([row["n"] for row in state.rows]))
        """
    )
    for _ in range(3):
        click(window, find(window, "button").button)
    assert texts(window) == ["[0, 1, 2]"]
    undo(window)
    undo(window)
    assert texts(window) == ["[0]"]
    redo(window)
    assert texts(window) == ["[0, 1]"]
    assert window.notices.passing.text() == "Redone: Add row"


def test_a_new_action_drops_what_could_be_redone(
    open_script: Open, find: Find, click: Any, undo: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.checkbox('A')\nst.checkbox('B')")
    click(window, find(window, "checkbox", "A").mark)
    undo(window)
    click(window, find(window, "checkbox", "B").mark)
    qtbot.waitUntil(lambda: names(window) == [("Undo B", True), ("Redo", False)])


def test_a_click_that_changes_nothing_is_no_step(
    open_script: Open, find: Find, click: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nif st.button('Greet'): st.text('Hi')\nst.checkbox('A')")
    click(window, find(window, "checkbox").mark)
    click(window, find(window, "button").button)
    qtbot.waitUntil(lambda: names(window)[0] == ("Undo A", True))


def test_a_field_takes_back_its_own_typing_and_the_window_what_was_committed(
    open_script: Open, find: Find, texts: Texts, keys: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(st.text_input('Name', 'Ann'))")
    view = find(window, "text_input")
    commit(window, view, "Bob", qtbot)
    assert texts(window) == ["Bob"]
    QTest.keyClicks(view.editor(), "by")
    keys(window, Qt.Key.Key_Z, runs=False)
    assert (view.editor().text(), texts(window)) == ("Bob", ["Bob"])
    view.revert()
    keys(window, Qt.Key.Key_Z)
    assert (view.editor().text(), texts(window)) == ("Ann", ["Ann"])
    assert view.editor().hasFocus()
    keys(window, Qt.Key.Key_Y)
    assert (view.editor().text(), texts(window)) == ("Bob", ["Bob"])


def test_a_form_with_all_of_its_values_is_one_step(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, redo: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        with st.form("f"):
            name = st.text_input("Name", "Ann")
            grown = st.checkbox("Grown")
            st.form_submit_button("Send")
        st.text(f"{name} {grown}")
        """
    )
    editor = find(window, "text_input").editor()
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Bob")
    mark = find(window, "checkbox").mark
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=mark.rect().center())
    assert names(window)[0] == ("Undo", False)
    click(window, find(window, "button", "Send").button)
    assert texts(window) == ["Bob True"]
    assert names(window)[0] == ("Undo Send", True)
    undo(window)
    assert texts(window) == ["Ann False"]
    assert (find(window, "text_input").editor().text(), mark.isChecked()) == ("Ann", False)
    redo(window)
    assert texts(window) == ["Bob True"]


def test_callbacks_are_not_called_again(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, redo: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        calls = st.session_state.setdefault("calls", [])
        st.checkbox("A", key="a", on_change=lambda: st.session_state.calls.append(st.session_state.a))
        st.text(str(st.session_state.calls))
        """
    )
    click(window, find(window, "checkbox").mark)
    assert texts(window) == ["[True]"]
    undo(window)
    assert texts(window) == ["[]"]
    redo(window)
    assert texts(window) == ["[True]"]


def test_what_the_script_sets_by_itself_is_no_step(
    open_script: Open, find: Find, texts: Texts, click: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        if "a" not in st.session_state: st.session_state.a = 3
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        st.slider("A", 0, 9, key="a")
        st.text(str(st.session_state.runs))
        """
    )
    with qtbot.waitSignal(window.settled):
        window.menu.rerun()
    assert texts(window) == ["2"]
    history = window.session.runner.history
    qtbot.waitUntil(lambda: window.session.runner.history is not None, timeout=10_000)
    history = window.session.runner.history
    assert history is not None
    qtbot.waitUntil(lambda: not history.dirty)
    assert history.next_step("undo") is None


def test_keys_that_move_a_slider_on_are_one_step(
    open_script: Open, find: Find, texts: Texts, undo: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(str(st.slider('A', 0, 9, 2)))")
    control = find(window, "slider").control
    control.setFocus()
    for _ in range(3):
        with qtbot.waitSignal(window.settled):
            QTest.keyClick(control, Qt.Key.Key_Right)
    assert texts(window) == ["5"]
    undo(window)
    assert texts(window) == ["2"]
    assert names(window)[0] == ("Undo", False)


def test_a_widget_that_the_step_made_vanish_comes_back_with_its_value(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        if st.checkbox("More", True):
            st.text(st.text_input("Name", "Ann"))
        """
    )
    commit(window, find(window, "text_input"), "Bob", qtbot)
    click(window, find(window, "checkbox").mark)
    assert texts(window) == []
    undo(window)
    assert texts(window) == ["Bob"]
    undo(window)
    assert texts(window) == ["Ann"]


def test_undo_goes_back_to_the_page_of_the_step(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        def one():
            st.session_state.setdefault("rows", [])
            st.button("Add", on_click=lambda: st.session_state.rows.append(1))
            st.text(f"one {st.session_state.rows}")
        def two():
            st.text(f"two {st.session_state.rows}")
        st.navigation([st.Page(one, default=True), st.Page(two)]).run()
        """
    )
    click(window, find(window, "button").button)
    with qtbot.waitSignal(window.settled):
        window.turner.step(-1) or window.turner._on_chosen(window.turner.pages.pages[1])
    assert texts(window) == ["two [1]"]
    undo(window)
    assert texts(window) == ["one []"]


def test_undo_ends_the_run_of_the_step_that_it_takes_back(
    open_script: Open, find: Find, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st, time
        if st.checkbox("Slow"):
            st.text("slow")
            for _ in range(2_000):
                time.sleep(0.01)
                st.empty()
        st.text("end")
        """
    )
    mark = find(window, "checkbox").mark
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=mark.rect().center())
    qtbot.waitUntil(lambda: texts(window)[:1] == ["slow"])
    with qtbot.waitSignal(window.settled, timeout=10_000):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert texts(window) == ["end"]
    assert not mark.isChecked()


def test_two_windows_of_an_app_have_each_their_own_steps(
    open_script: Open, find: Find, click: Any, app: Any, qtbot: Any
) -> None:
    first = open_script("import streamlit as st\nst.checkbox('A')")
    second = open_script("import streamlit as st\nst.checkbox('A')")
    click(first, find(first, "checkbox").mark)
    assert names(first)[0] == ("Undo A", True)
    assert names(second)[0] == ("Undo", False)


def test_an_app_can_opt_out(open_script: Open, find: Find, click: Any) -> None:
    window = open_script("import streamlit as st\nst.checkbox('A')", desklit__undo="false")
    click(window, find(window, "checkbox").mark)
    assert names(window) == []
    assert window.session.runner.history is None
    assert not window.session.actions


def test_clearing_the_cache_leaves_nothing_to_undo(
    open_script: Open, find: Find, click: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.checkbox('A')")
    click(window, find(window, "checkbox").mark)
    with qtbot.waitSignal(window.settled):
        window.menu.clear_cache()
    qtbot.waitUntil(lambda: names(window)[0] == ("Undo", False))


def test_a_step_survives_the_scripts_being_edited(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, qtbot: Any, tmp_path: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(f'{st.checkbox(\"A\", key=\"a\")}')")
    click(window, find(window, "checkbox").mark)
    file = tmp_path / "app.py"
    file.write_text("import streamlit as st\nst.text(f'now {st.checkbox(\"A\", key=\"a\")}')")
    with qtbot.waitSignal(window.settled):
        window.menu.rerun()
    assert texts(window) == ["now True"]
    undo(window)
    assert texts(window) == ["now False"]


def test_a_step_whose_widget_is_gone_is_said_to_be_undone(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any, qtbot: Any, tmp_path: Any
) -> None:
    window = open_script("import streamlit as st\nst.checkbox('A')")
    click(window, find(window, "checkbox").mark)
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('other')")
    with qtbot.waitSignal(window.settled):
        window.menu.rerun()
    undo(window)
    assert texts(window) == ["other"]
    assert window.notices.passing.text() == "Undone: A"


def test_what_is_said_of_a_step_goes_when_the_next_shows_for_itself(
    open_script: Open, find: Find, click: Any, undo: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        st.checkbox("A")
        if st.button("Add"): st.session_state.n = 1
        """
    )
    click(window, find(window, "checkbox").mark)
    click(window, find(window, "button").button)
    undo(window)
    assert window.notices.passing.text() == "Undone: Add"
    undo(window)
    assert window.notices.passing.text() == ""


def test_undo_scrolls_to_what_it_has_changed(
    open_script: Open, find: Find, click: Any, undo: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        st.checkbox("A")
        for n in range(150): st.text(f"line {n}")
        """
    )
    click(window, find(window, "checkbox").mark)
    bar = window.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    undo(window)
    view = find(window, "checkbox")
    top = view.mapTo(window.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < window.area.viewport().height()


def test_a_change_in_a_fragment_is_undone_by_the_fragment_alone(
    open_script: Open, find: Find, texts: Texts, click: Any, undo: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
        st.text(f"run {runs}")
        @st.fragment
        def part():
            st.text(f"{st.checkbox('A')}")
        part()
        """
    )
    click(window, find(window, "checkbox").mark)
    undo(window)
    assert texts(window) == ["run 1", "False"]


def test_the_menu_undoes_what_is_half_typed(
    open_script: Open, find: Find, texts: Texts, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(st.text_input('Name', 'Ann'))")
    view = find(window, "text_input")
    view.editor().setFocus()
    QTest.keyClicks(view.editor(), "a")
    from desklit.desktop.undo.time_travel import time_travel

    with qtbot.waitSignal(window.session.run_finished, timeout=10_000):
        window.canvas.commit_focused()
    with qtbot.waitSignal(window.settled, timeout=10_000):
        time_travel(window).go("undo")
    assert (view.editor().text(), texts(window)) == ("Ann", ["Ann"])
    assert QApplication.focusWidget() in (view.editor(), None)


def test_each_edit_of_a_cell_is_a_step(
    open_script: Open, find: Find, texts: Texts, undo: Any, redo: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        rows = st.data_editor([{"item": "tea", "n": 1}, {"item": "milk", "n": 2}], key="t")
        st.text(str([row["n"] for row in rows]))
        """
    )
    model = find(window, "dataframe").frame.grid.table_model
    for row, value in ((0, 5), (1, 7)):
        with qtbot.waitSignal(window.settled):
            assert model.setData(model.index(row, 1), value)
    assert texts(window) == ["[5, 7]"]
    undo(window)
    assert texts(window) == ["[5, 2]"]
    undo(window)
    assert texts(window) == ["[1, 2]"]
    assert str(model.index(0, 1).data()) == "1"
    redo(window)
    assert texts(window) == ["[5, 2]"]


def test_each_option_that_is_added_or_taken_away_is_a_step(
    open_script: Open, find: Find, texts: Texts, undo: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        st.text(str(st.pills("P", ["a", "b"], selection_mode="multi")))
        """
    )
    view = find(window, "button_group")
    buttons = [each for each in view.findChildren(QWidget) if each.accessibleName() in ("a", "b")]
    for button in buttons:
        with qtbot.waitSignal(window.settled):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    assert texts(window) == ["['a', 'b']"]
    undo(window)
    assert texts(window) == ["['a']"]
    undo(window)
    assert texts(window) == ["[]"]


def test_an_upload_goes_and_comes_back(
    open_script: Open, find: Find, texts: Texts, undo: Any, redo: Any, qtbot: Any, tmp_path: Any
) -> None:
    from desklit.widgets.uploaded_file import Upload

    file = tmp_path / "a.txt"
    file.write_text("hello")
    window = open_script(
        """
        import streamlit as st
        file = st.file_uploader("File")
        st.text(file.getvalue().decode() if file else "none")
        """
    )
    with qtbot.waitSignal(window.settled):
        find(window, "file_uploader").changed.emit((Upload.of_path(file),))
    assert texts(window) == ["hello"]
    undo(window)
    assert texts(window) == ["none"]
    assert find(window, "file_uploader").element.value == ()
    redo(window)
    assert texts(window) == ["hello"]


def test_a_change_in_a_dialog_is_undone_while_the_dialog_stays(
    open_script: Open, find: Find, texts: Texts, keys: Any, click: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        @st.dialog("Ask")
        def ask():
            st.text(f"{st.checkbox('A')}")
        if st.button("Open"): ask()
        """
    )
    click(window, find(window, "button").button)
    mark = find(window, "checkbox").mark
    click(window, mark)
    assert texts(window) == ["True"]
    mark.setFocus()
    keys(window, Qt.Key.Key_Z)
    assert texts(window) == ["False"]
    assert find(window, "dialog").is_open()


def test_after_an_option_was_chosen_the_window_hears_of_the_key(
    open_script: Open, find: Find, texts: Texts, keys: Any, qtbot: Any
) -> None:
    window = open_script("import streamlit as st\nst.text(st.selectbox('S', ['a', 'b']))")
    edit = find(window, "selectbox").findChild(QLineEdit)
    edit.setFocus()
    QTest.keyClicks(edit, "b")
    with qtbot.waitSignal(window.settled):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert texts(window) == ["b"]
    keys(window, Qt.Key.Key_Z)
    assert texts(window) == ["a"]
