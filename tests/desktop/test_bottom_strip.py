from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

CHAT = """
    import streamlit as st
    for n in range({rows}):
        st.chat_message("ai").write(f"Message {{n}}")
    if message := st.chat_input("Say something"):
        st.chat_message("user").write(message)
        st.chat_message("ai").write_stream(word for word in "some words ".split() * 20)
"""


def chat(open_script, rows, **arguments):
    window = open_script(CHAT.format(rows=rows), **arguments)
    return window, window.canvas.all_views()[-1]


def say(window, field, qtbot, text):
    qtbot.keyClicks(field.editor, text)
    with qtbot.waitSignal(window.settled, timeout=10_000):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [(1000, 700), (360, 600)])
def test_the_field_stands_below_the_page_in_its_column(open_script, size):
    window, field = chat(open_script, 30, size=size)
    strip, area = window.bottom, window.area
    assert strip.isVisible()
    assert area.geometry().bottom() < strip.y()
    assert strip.geometry().bottom() == window.height() - 1
    assert field.width() == area.column_width()
    assert (
        field.mapTo(window, field.rect().topLeft()).x()
        == area.region.mapTo(window, area.rect().topLeft()).x()
    )


def test_without_content_there_is_no_strip(open_script):
    window = open_script("import streamlit as st\nst.write('x')")
    assert not window.bottom.isVisible()
    assert window.area.geometry().bottom() == window.height() - 1


def test_a_conversation_begins_at_its_end_and_stays_there(open_script, qtbot):
    window, field = chat(open_script, 30)
    bar = window.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    say(window, field, qtbot, "Hello")
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert window.canvas.all_views()[60].element.is_user


def test_who_reads_above_is_left_there(open_script, qtbot):
    window, field = chat(open_script, 30)
    bar = window.area.verticalScrollBar()
    bar.setValue(100)
    say(window, field, qtbot, "Hello")
    assert bar.value() == 100


def test_a_growing_field_pushes_the_page_up_at_its_end(open_script, qtbot):
    window, field = chat(open_script, 30)
    bar, before = window.area.verticalScrollBar(), window.bottom.height()
    for _ in range(3):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.bottom.height() > before)
    assert bar.value() == bar.maximum()


def test_tab_comes_from_the_page_to_the_field(open_script, qtbot):
    window = open_script("""
        import streamlit as st
        st.button("Press")
        st.chat_input("Say something")
    """)
    button, field = window.canvas.all_views()
    button.button.setFocus()
    qtbot.keyClick(button.button, Qt.Key.Key_Tab)
    assert field.editor.hasFocus()


def test_what_goes_takes_the_strip_along(open_script, qtbot):
    window = open_script("""
        import streamlit as st
        if not st.checkbox("off"):
            st.bottom.text("There")
    """)
    assert window.bottom.isVisible()
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window.canvas.all_views()[0].focusProxy(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.bottom.isVisible())


def test_the_stop_button_ends_the_run(open_script, qtbot):
    window = open_script("""
        import time
        import streamlit as st
        if st.chat_input("a", submit_mode="stop"):
            for n in range(1000):
                st.text(n)
                time.sleep(0.02)
    """)
    field = window.canvas.all_views()[0]
    qtbot.keyClicks(field.editor, "go")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.canvas.all_views()) > 3)
    assert not field.editor.isEnabled()
    with qtbot.waitSignal(window.settled, timeout=10_000):
        qtbot.mouseClick(field.send, Qt.MouseButton.LeftButton)
    assert field.editor.isEnabled()
    assert len(window.canvas.all_views()) < 900
