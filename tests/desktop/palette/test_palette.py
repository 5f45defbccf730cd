"""The command palette, worked by keys and mouse."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desklit.desktop.palette.lines import Lines
from desklit.desktop.palette.palette import Palette, palette_of
from desklit.desktop.window import Window

Open = Callable[..., Window]
Find = Callable[..., Any]
Texts = Callable[[Window], list[str]]
CTRL = Qt.KeyboardModifier.ControlModifier


def open_palette(window: Window) -> Palette:
    """Opens it by its key, wherever the focus is."""
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_K, CTRL)
    palette = palette_of(window)
    assert palette.isVisible()
    return palette


def names(palette: Palette) -> list[str]:
    return [line.choice.name for line in palette.lines.lines]


def lit(palette: Palette) -> str:
    return palette.lines.lines[palette.list.currentIndex().row()].choice.name


def enter(palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def in_sight(window: Window, view: Any) -> bool:
    top = view.mapTo(window.area.viewport(), QPoint(0, 0)).y()
    return bool(0 <= top < window.area.viewport().height())


def test_a_button_far_away_without_a_view_is_clicked_where_its_user_sees_it(
    open_script: Open, find: Find, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        for n in range(400): st.text(f"line {n}")
        if st.button("Make report"): st.text("made")
        """
    )
    with pytest.raises(LookupError):
        find(window, "button")
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "mkrep")
    assert lit(palette) == "Make report"
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert palette.isHidden()
    assert "made" in texts(window)
    view = find(window, "button")
    assert in_sight(window, view)
    assert view.button.hasFocus()


def test_a_click_by_the_palette_calls_the_callback_once(
    open_script: Open, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        def add(): st.session_state.n += 1
        st.sidebar.button("Add row", on_click=add)
        st.text(str(st.session_state.n))
        """
    )
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "add")
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert texts(window) == ["1"]


def test_a_button_in_a_closed_tab_and_expander_is_brought_forward(
    open_script: Open, find: Find, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        one, two = st.tabs(["One", "Two"])
        with two, st.expander("More"):
            if st.button("Hidden"): st.text("pressed")
        """
    )
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "hidden")
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert "pressed" in texts(window)
    assert find(window, "button").isVisible()


def test_a_forms_button_submits_what_the_form_holds(
    open_script: Open, find: Find, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        with st.form("f"):
            name = st.text_input("Name")
            st.form_submit_button("Send")
        st.text(f"{name}.")
        """
    )
    editor = find(window, "text_input").editor()
    editor.setFocus()
    QTest.keyClicks(editor, "Ann")
    palette = open_palette(window)
    assert editor.text() == "Ann"
    QTest.keyClicks(palette.field, "send")
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert texts(window) == ["Ann."]


def test_a_disabled_button_is_listed_but_neither_lit_nor_chosen(
    open_script: Open, texts: Texts
) -> None:
    window = open_script(
        "import streamlit as st\nst.button('Delete', disabled=True)\nst.button('Delete all')"
    )
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "delete")
    assert set(names(palette)) >= {"Delete", "Delete all"}
    row = names(palette).index("Delete")
    for _ in range(2 * len(names(palette))):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
        assert lit(palette) != "Delete"
    place = palette.list.visualRect(palette.lines.index(row)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert palette.isVisible()


def test_pages_are_turned_to_and_the_present_one_is_marked(
    open_script: Open, texts: Texts, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        def one(): st.text("one")
        def two(): st.text("two")
        st.navigation([st.Page(one, title="First"), st.Page(two, title="Second")]).run()
        """
    )
    palette = open_palette(window)
    marked = [line.choice.name for line in palette.lines.lines if line.choice.checked]
    assert marked[:1] == ["First"]
    QTest.keyClicks(palette.field, "second")
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert texts(window) == ["two"]


def test_an_entry_of_the_menu_acts_and_its_keys_are_shown(open_script: Open, texts: Texts) -> None:
    window = open_script("import streamlit as st\nst.text('a')")
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "find")
    choice = palette.lines.lines[0].choice
    assert (choice.name, choice.keys, choice.place) == ("Find", "Ctrl+F", "Menu · Edit")
    enter(palette)
    assert window.open_search().isVisible()
    assert all(not name.startswith("Command palette") for name in names(open_palette(window)))


def test_a_setting_is_switched_and_shown_as_it_is(open_script: Open) -> None:
    window = open_script("import streamlit as st\nst.text('a')")
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "wide mode")
    assert palette.lines.lines[0].choice.checked is False
    enter(palette)
    assert window.preferences.wide
    palette = open_palette(window)
    assert palette.lines.lines[0].choice.checked is True


def test_a_heading_is_scrolled_to_and_a_field_gets_the_focus(
    open_script: Open, find: Find, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        for n in range(300): st.text(f"line {n}")
        st.header("Results")
        for n in range(100): st.text(f"row {n}")
        st.text_input("Remark")
        """
    )
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "results")
    enter(palette)
    assert in_sight(window, find(window, "header"))
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "remark")
    enter(palette)
    field = find(window, "text_input")
    assert in_sight(window, field)
    assert field.editor().hasFocus()


def test_escape_and_a_click_beside_it_close_it_and_give_the_focus_back(
    open_script: Open, find: Find
) -> None:
    window = open_script("import streamlit as st\nst.text_input('Name')")
    editor = find(window, "text_input").editor()
    editor.setFocus()
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert editor.hasFocus()
    palette = open_palette(window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, palette.height() - 3))
    assert palette.isHidden()
    assert editor.hasFocus()
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_K, CTRL)
    assert palette.isHidden()


def test_the_mouse_lights_and_chooses_a_line(open_script: Open, texts: Texts, qtbot: Any) -> None:
    window = open_script("import streamlit as st\nif st.button('Go'): st.text('went')\nst.button('Stay')")
    palette = open_palette(window)
    place = palette.list.visualRect(palette.lines.index(names(palette).index("Go"))).center()
    QTest.mouseMove(palette.list.viewport(), place)
    qtbot.waitUntil(lambda: lit(palette) == "Go")
    with qtbot.waitSignal(window.settled):
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(window) == ["went"]


def test_recent_choices_come_first(open_script: Open, qtbot: Any) -> None:
    window = open_script("import streamlit as st\nst.button('A')\nst.button('B')")
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "b")
    assert lit(palette) == "B"
    with qtbot.waitSignal(window.settled):
        enter(palette)
    assert names(open_palette(window))[:2] == ["B", "A"]


def test_up_goes_round_to_the_last_line(open_script: Open) -> None:
    window = open_script("import streamlit as st\nst.button('A')")
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    usable = [line.choice.name for line in palette.lines.lines if line.choice.enabled]
    assert lit(palette) == usable[-1]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert lit(palette) == usable[0]


def test_it_follows_the_page_while_it_is_open_and_keeps_the_line(
    open_script: Open, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        st.session_state.n = st.session_state.get("n", 0) + 1
        for n in range(st.session_state.n): st.button(f"Button {n}")
        """
    )
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    chosen = lit(palette)
    window.menu.rerun()
    qtbot.waitUntil(lambda: "Button 1" in names(palette))
    assert lit(palette) == chosen


def test_only_what_is_in_an_open_dialog_can_be_pressed(
    open_script: Open, find: Find, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        @st.dialog("Sure?")
        def ask():
            st.button("Yes")
        if st.button("Ask"): ask()
        """
    )
    with qtbot.waitSignal(window.settled):
        find(window, "button", "Ask").button.click()
    palette = open_palette(window)
    assert "Yes" in names(palette)
    assert "Ask" not in names(palette)


def test_screen_readers_are_told_what_is_lit(open_script: Open) -> None:
    window = open_script("import streamlit as st\nst.header('Table')\nst.button('Go', shortcut='Ctrl+J')")
    palette = open_palette(window)
    QTest.keyClicks(palette.field, "go")
    assert palette.field.accessibleDescription().startswith("Go, Button · Table, Ctrl+J, 1 of ")
    face = QAccessible.queryAccessibleInterface(palette.list)
    assert face.text(QAccessible.Text.Name) == "Commands"
    index = palette.lines.index(0)
    assert palette.lines.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Go, Button · Table, Ctrl+J"


@pytest.mark.parametrize(("size", "width"), [((1000, 700), 560), ((400, 640), 368)])
def test_it_is_centred_and_as_wide_as_there_is_room(
    open_script: Open, size: tuple[int, int], width: int
) -> None:
    window = open_script("import streamlit as st\nst.text('a')", size=size)
    palette = open_palette(window)
    assert palette._sheet.width() == width
    assert abs(palette._sheet.center().x() - size[0] // 2) <= 1
    window.resize(500, 300)
    assert palette._sheet.width() == 468
    assert palette.list.geometry().bottom() < 300


def test_it_opens_from_a_field_without_touching_its_text(open_script: Open, find: Find) -> None:
    window = open_script("import streamlit as st\nst.text_area('Text', 'one two')\nst.chat_input('Say')")
    for kind in ("text_area", "chat_input"):
        view = find(window, kind)
        view.setFocus()
        editor = window.focusWidget()
        assert editor is not None
        editor.setPlainText("one two")  # type: ignore[attr-defined]
        palette = open_palette(window)
        assert editor.toPlainText() == "one two"  # type: ignore[attr-defined]
        palette.close_palette()


def test_the_lines_of_the_model_are_those_that_are_shown(qtmodeltester: Any, open_script: Open) -> None:
    window = open_script("import streamlit as st\nst.button('A')")
    palette = open_palette(window)
    assert isinstance(palette.lines, Lines)
    qtmodeltester.check(palette.lines)


def test_nothing_of_it_is_loaded_before_it_opens(open_script: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("desklit.desktop.palette.")]:
        monkeypatch.delitem(sys.modules, name)
    window = open_script("import streamlit as st\nst.button('A')")
    assert not [name for name in sys.modules if name.startswith("desklit.desktop.palette.")]
    window.menu.entries()
    assert "desklit.desktop.palette.palette" not in sys.modules


def test_where_the_app_wants_no_menu_the_page_is_offered_alone(open_script: Open) -> None:
    window = open_script("import streamlit as st\nst.button('A')", client__toolbarMode="minimal")
    assert names(open_palette(window)) == ["A"]
