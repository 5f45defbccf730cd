from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desklit.desktop.shortcuts_dialog import ShortcutsDialog

PAGE = """
    import streamlit as st
    st.button("Send **it**", shortcut="ctrl+enter")
"""


def test_the_dialog_tells_the_keys_of_menu_and_page(open_script, qtbot):
    window = open_script(PAGE)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Question, keys)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog.isVisible()
    told = {name: keys for _, name, keys in dialog.rows}
    assert told["Send it"] == "Ctrl+Return"
    assert told["Find"] == "Ctrl+F"
    assert told["Zoom in"] == "Ctrl++"
    assert told["Close"] == "Ctrl+W"
    assert told["Rerun"] == "R"
    assert all(name in dialog.table.text() for name in told)
    dialog.close()


def test_a_minimal_app_tells_only_keys_that_work(open_script, qtbot):
    window = open_script(PAGE, client__toolbarMode="minimal")
    window.menu.show_shortcuts()
    told = {name for _, name, _ in window.findChild(ShortcutsDialog).rows}
    assert "Clear cache" not in told
    assert {"Rerun", "Print", "Full screen"} <= told


def test_undo_is_called_undo_whatever_there_is_to_undo(open_script, find, qtbot):
    window = open_script("import streamlit as st\nst.checkbox('Goal per drink')")
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "checkbox").findChild(QCheckBox), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.runner.history is not None)
    qtbot.waitUntil(lambda: window.session.runner.history.next_step("undo") is not None)
    window.menu.show_shortcuts()
    told = [name for _, name, _ in window.findChild(ShortcutsDialog).rows]
    assert {"Undo", "Redo"} <= set(told)
    assert not any("Goal" in name for name in told)
