from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desklit.widgets.uploaded_file import Upload

ENTER = Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton


def fill(qtbot, view, text):
    view.editor().setFocus()
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), text)


def test_a_callback_empties_the_field_that_called_it(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        state = st.session_state
        state.setdefault("todo", [])
        def add():
            state.todo.append(state.new)
            state.new = ""
        st.text_input("New", key="new", on_change=add)
        st.text(", ".join(state.todo))
        """
    )
    field = find(window, "text_input")
    for number, word in enumerate(("milk", "bread"), start=1):
        fill(qtbot, field, word)
        qtbot.keyClick(field.editor(), ENTER)
        qtbot.waitUntil(
            lambda number=number: texts(window)[-1].count(",") == number - 1 and texts(window) != [""]
        )
        qtbot.waitUntil(lambda: field.text() == "")
    assert texts(window) == ["milk, bread"]
    assert field.editor().hasFocus()


def test_two_linked_numbers_follow_each_other(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        def to_f(): st.session_state.f = st.session_state.c * 9 / 5 + 32
        def to_c(): st.session_state.c = (st.session_state.f - 32) * 5 / 9
        st.number_input("C", key="c", on_change=to_f)
        st.number_input("F", key="f", on_change=to_c)
        """
    )
    c, f = find(window, "number_input", "c"), find(window, "number_input", "f")
    fill(qtbot, c, "100")
    qtbot.keyClick(c.editor(), ENTER)
    qtbot.waitUntil(lambda: f.text() == "212.00")
    qtbot.mouseClick(f.plus, LEFT)
    qtbot.waitUntil(lambda: c.text() == "100.01")


def test_a_click_on_a_button_takes_half_typed_text_along(open_script, find, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        name = st.text_input("Name")
        if st.button("Go"):
            st.text(f"Hello {name}")
        """
    )
    fill(qtbot, find(window, "text_input"), "Ada")
    qtbot.mouseClick(find(window, "button").button, LEFT)
    qtbot.waitUntil(lambda: "Hello Ada" in texts(window))


FORM = """
    import datetime as dt
    import streamlit as st
    with st.form("f", clear_on_submit=True):
        name = st.text_input("Name", "nobody")
        age = st.number_input("Age", 0, 150, 30)
        note = st.text_area("Note")
        day = st.date_input("Day", dt.date(2024, 1, 1))
        sent = st.form_submit_button("Send")
    st.text(f"{name} {age} {note!r} {day} {sent}")
"""


def test_a_form_sends_all_its_fields_by_enter_and_clears_them(open_script, find, texts, qtbot):
    window = open_script(FORM)
    name, age, note = (find(window, kind) for kind in ("text_input", "number_input", "text_area"))
    fill(qtbot, note, "first")
    qtbot.keyClick(note.editor(), ENTER)
    qtbot.keyClicks(note.editor(), "second")
    qtbot.mouseClick(age.plus, LEFT)
    fill(qtbot, name, "Ada")
    assert texts(window) == ["nobody 30 '' 2024-01-01 False"]
    qtbot.keyClick(name.editor(), ENTER)
    qtbot.waitUntil(lambda: texts(window) == ["Ada 31 'first\\nsecond' 2024-01-01 True"])
    qtbot.waitUntil(lambda: (name.text(), age.text(), note.text()) == ("nobody", "30", ""))


def test_what_a_form_holds_survives_a_rerun(open_script, find, texts, qtbot):
    window = open_script(FORM.replace("clear_on_submit=True", "clear_on_submit=False"))
    name, age = find(window, "text_input"), find(window, "number_input")
    fill(qtbot, name, "Ada")
    qtbot.mouseClick(age.plus, LEFT)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert (name.text(), age.text()) == ("Ada", "31")
    qtbot.keyClick(name.editor(), ENTER)
    qtbot.waitUntil(lambda: texts(window) == ["Ada 31 '' 2024-01-01 True"])
    assert (name.text(), age.text()) == ("Ada", "31")


def test_an_uploaded_file_is_read_by_the_script_and_removed_again(open_script, find, texts, qtbot, tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("a,b")
    window = open_script(
        """
        import streamlit as st
        file = st.file_uploader("File", "csv")
        st.text(f"{file.name} {file.read()} {file.path.exists()}" if file else "none")
        """
    )
    view = find(window, "file_uploader")
    view.on_chosen([path])
    qtbot.waitUntil(lambda: texts(window) == ["data.csv b'a,b' True"])
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert texts(window) == ["data.csv b'a,b' True"]
    qtbot.mouseClick(view.box.rows[0].cross, LEFT)
    qtbot.waitUntil(lambda: texts(window) == ["none"])
    assert isinstance(Upload.of_path(path).path, Path)


def test_a_download_is_saved_and_told_to_the_script(open_script, find, texts, qtbot, tmp_path):
    window = open_script(
        """
        import streamlit as st
        def make():
            st.text("not shown")
            return f"made of {st.session_state.get('n', 5)}"
        if st.download_button("Save", make, "out.txt"):
            st.text("saved")
        """
    )
    view = find(window, "download_button")
    view.scene.files.save = lambda parent, name, then: then(tmp_path / name)
    qtbot.mouseClick(view.button, LEFT)
    qtbot.waitUntil(lambda: texts(window) == ["saved"])
    assert (tmp_path / "out.txt").read_text() == "made of 5"


def test_fast_steps_end_at_the_last_one(open_script, find, texts, qtbot):
    window = open_script("import streamlit as st\nst.text(str(st.number_input('N', 0, 100, 0)))")
    view = find(window, "number_input")
    for _ in range(20):
        qtbot.mouseClick(view.plus, LEFT)
    qtbot.waitUntil(lambda: texts(window) == ["20"])
    assert view.text() == "20"
