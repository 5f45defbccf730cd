from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from desklit.desktop.menu_entry import walk
from desklit.desktop.testing.menus import choose_entries

STATE = """
    import streamlit as st
    st.session_state.setdefault("runs", 0)
    st.session_state.runs += 1
    st.text(f"run {st.session_state.runs}")
    st.checkbox("box", key="box")
"""


def names(window):
    return [entry.name for _, entry in walk(window.menu.entries())]


def choose(window, name):
    """By the mouse, through the submenu that holds it."""
    choose_entries(window.menu.open, [name])


def test_the_menu_has_a_developers_entries(open_script):
    window = open_script(STATE)
    assert {"Rerun", "Always rerun", "Clear cache", "Settings …"} <= set(names(window))


def test_the_menu_is_short_and_has_its_groups_beside_it(open_script):
    window = open_script(STATE)
    window.menu.open()
    shown = [action for action in window.menu.shown.actions() if not action.isSeparator()]
    assert [action.text() for action in shown[:4]] == ["File", "Edit", "View", "Rerun"]
    assert [action.text() for action in shown[0].menu().actions()][-1] == "Close"
    window.menu.shown.close()


def test_an_entry_of_a_submenu_is_chosen_by_arrow_keys(open_script, app, qtbot):
    window = open_script(STATE)
    window.menu.open()
    menu = window.menu.shown
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    held = menu.actions()[0].menu()
    qtbot.waitUntil(held.isVisible)
    assert held.activeAction().text() == "New window"
    qtbot.keyClick(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(app.windows) == 2)


def test_the_menu_button_opens_the_menu(open_script, qtbot):
    window = open_script(STATE)
    qtbot.mouseClick(window.header.menu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.menu.shown.isVisible())
    window.menu.shown.close()


def test_rerun_by_menu_and_by_key(open_script, texts, qtbot):
    window = open_script(STATE)
    with qtbot.waitSignal(window.settled):
        choose(window, "Rerun")
    assert texts(window) == ["run 2"]
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window, Qt.Key.Key_R)
    assert texts(window) == ["run 3"]


def test_r_in_a_text_field_is_a_letter(open_script, find, texts, qtbot):
    from PySide6.QtWidgets import QLineEdit

    window = open_script(STATE + "    st.text_input('T')\n")
    edit = find(window, "text_input").findChild(QLineEdit)
    edit.setFocus()
    with qtbot.assertNotEmitted(window.settled, wait=100):
        qtbot.keyClicks(edit, "rc")
    assert edit.text() == "rc"


def test_clear_cache_forgets_the_session_state(open_script, find, texts, qtbot):
    window = open_script(STATE)
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(True)
    assert window.session.state["box"] is True
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window, Qt.Key.Key_C)
    assert texts(window) == ["run 1"]
    assert window.session.state["box"] is False


def test_new_window_opens_a_session_of_its_own(open_script, app, texts, qtbot):
    window = open_script(STATE)
    choose(window, "New window")
    assert len(app.windows) == 2
    qtbot.waitUntil(lambda: texts(app.windows[1]) == ["run 1"])


def test_always_rerun_is_kept_for_the_user(open_script, app):
    window = open_script(STATE)
    choose(window, "Always rerun")
    assert app.preferences.always_rerun


def test_own_entries_of_the_script_are_in_the_menu(open_script):
    window = open_script(
        """
        import streamlit as st
        st.set_page_config(menu_items={"Get help": "https://example.org", "About": "**Mine**"})
        """
    )
    assert "Get help" in names(window)


def test_viewers_get_no_entries_for_developers(open_script):
    window = open_script(STATE, client__toolbarMode="viewer")
    assert {"Rerun", "Settings …", "Find …", "Print …", "New window", "About", "Close"} <= set(names(window))
    assert not {"Always rerun", "Clear cache"} & set(names(window))


def test_a_minimal_toolbar_holds_what_the_script_sets_and_nothing_else(open_script):
    window = open_script(
        """
        import streamlit as st
        st.set_page_config(menu_items={"Report a bug": "https://example.org"})
        """,
        client__toolbarMode="minimal",
    )
    assert names(window) == ["Report a bug"]
    assert window.header.menu.isVisible()


def test_a_minimal_toolbar_without_entries_has_no_button(open_script, texts, qtbot):
    window = open_script(STATE, client__toolbarMode="minimal")
    assert not window.header.menu.isVisible()
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window, Qt.Key.Key_R)
    assert texts(window) == ["run 2"]


def test_keys_scroll_the_page_when_nothing_has_the_focus(open_script, qtbot):
    window = open_script("import streamlit as st\nfor n in range(100): st.text(str(n))")
    bar = window.area.verticalScrollBar()
    qtbot.keyClick(window, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(window, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()


def test_the_keys_of_the_menu_work(open_script, app, qtbot):
    window = open_script(STATE)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(app.windows) == 2
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window not in app.windows


def test_a_menu_bar_of_the_system_is_filled_as_things_stand(open_script, app):
    from desklit.desktop.menu import build_menu_bar

    window = open_script(STATE)
    bar = build_menu_bar(window.menu.entries, window)
    menus = {action.text(): action.menu() for action in bar.actions()}
    assert list(menus) == ["File", "Edit", "View", "Run", "Help"]
    menu = menus["Run"]
    app.preferences.always_rerun = True
    menu.aboutToShow.emit()
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Always rerun"]


def test_about_says_what_this_is(open_script, qtbot):
    from desklit.desktop.about import AboutDialog

    window = open_script(STATE)
    choose(window, "About")
    dialog = window.findChild(AboutDialog)
    assert "desklit" in dialog.text.source
    assert dialog.rect().contains(dialog.close_button.geometry())
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_settings_switch_the_theme_at_once(open_script, app, qtbot):
    from desklit.desktop.settings_dialog import SettingsDialog

    window = open_script(STATE)
    choose(window, "Settings …")
    dialog = window.findChild(SettingsDialog)
    with qtbot.waitSignal(window.looks.changed):
        qtbot.mouseClick(dialog.looks[2], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in dialog.looks] == [False, False, True]
    assert app.preferences.look == "dark"
    assert window.scene.theme.base == "dark"
    qtbot.mouseClick(dialog.wide, Qt.MouseButton.LeftButton)
    assert window.area.column == 0
    dark = dialog.grab().toImage()
    assert dark.pixelColor(2, 2).lightness() < 60
    dialog.close()


def test_ctrl_n_opens_and_ctrl_w_closes_a_window(open_script, app, texts, qtbot):
    window = open_script(STATE)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(app.windows) == 2 and texts(app.windows[1]) == ["run 1"])
    second = app.windows[1]
    with qtbot.waitActive(second):
        second.activateWindow()
    with qtbot.waitSignal(second.closed):
        qtbot.keyClick(second, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert app.windows == [window]
