"""Long pages: views are made near what is in sight, and nothing is missed of those that are not."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desklit.desktop.canvas import LAZY_FROM

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
MANY = 3_000
MOST = 150  # views of a page of which some fifteen are in sight

MIXED = f"""
    import streamlit as st
    st.session_state.setdefault("new", 0)
    if st.button("add", key="add"):
        st.session_state.new += 50
    for number in range(st.session_state.new):
        st.text(f"new {{number}}\\nwith a second line")
    for number in range({MANY}):
        if number % 3 == 0:
            st.text_input(f"Field {{number}}", key=f"field {{number}}")
        elif number % 3 == 1:
            st.markdown("many *words* " * (number % 50))
        else:
            st.button(f"Button {{number}}", key=f"button {{number}}")
"""
NESTED = f"""
    import streamlit as st
    for number in range({MANY // 60}):
        with st.container(border=True):
            left, right = st.columns(2)
            for place in (left, right):
                with place:
                    for n in range(10):
                        st.text_input(f"Field {{number}} {{n}} {{place is left}}")
            one, two = st.tabs(["One", "Two"])
            for n in range(10):
                one.text(f"first {{number}} {{n}}")
                two.text(f"second {{number}} {{n}}")
            with st.expander("Closed"):
                for n in range(20):
                    st.text(f"inside {{number}} {{n}}")
"""


def settle(window, qtbot):
    """Deal with events until margins are made and far views are gone."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.area.sight.is_busy())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wheel(window, steps):
    viewport = window.area.viewport()
    at = QPointF(200, 300)
    for _ in range(abs(steps)):
        turned = QPoint(0, -120 if steps > 0 else 120)
        event = QWheelEvent(
            at, viewport.mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)


def in_sight(window):
    """Where each leaf in sight is, by its element's number."""
    viewport = window.area.viewport()
    found = {}
    for view in window.canvas.all_views():
        if view.slot.children is None and view.isVisible() and view.height():
            top = view.mapTo(viewport, QPoint(0, 0)).y()
            if top + view.height() > 0 and top < viewport.height():
                found[view.slot.number] = top
    return found


def assert_no_gaps(window):
    """What is in sight is made, and no two neighbours overlap or lie apart."""
    region, bar = window.area.region, window.area.verticalScrollBar()
    top = bar.value() - region.y()
    low = top + window.area.viewport().height()
    kids = region.children_slots
    bottom = None
    for slot, y in kids.below(top, region.gap()):
        if y > low:
            break
        assert slot.view is not None, f"nothing is made at {y} of {top} to {low}"
        assert (slot.view.y(), slot.view.height()) == (y, slot.height)
        assert bottom is None or y - bottom in (0, region.gap())
        bottom = y + slot.height
    assert bottom is not None


def view_at(window, kind, name):
    return next(
        view
        for view in window.canvas.all_views()
        if view.element.kind == kind and name in (view.element.key, view.element.label)
    )


# Which views there are


def test_a_short_page_has_all_of_its_views(open_script):
    window = open_script(f"import streamlit as st\nfor n in range({LAZY_FROM}): st.text(str(n))")
    assert len(window.canvas.all_views()) == window.canvas.element_count() == LAZY_FROM


@pytest.mark.parametrize("script", [MIXED, NESTED])
def test_a_long_page_has_views_near_what_is_in_sight_only(open_script, qtbot, script):
    window = open_script(script)
    bar = window.area.verticalScrollBar()
    for place in (0.0, 0.5, 1.0, 0.2):
        bar.setValue(round(bar.maximum() * place))
        assert_no_gaps(window)
        settle(window, qtbot)
        assert_no_gaps(window)
        assert len(window.canvas.all_views()) < MOST
    assert window.canvas.element_count() >= MANY


def test_a_screen_above_and_below_is_made_while_there_is_nothing_else_to_do(open_script, qtbot):
    window = open_script(MIXED)
    window.area.verticalScrollBar().setValue(20_000)
    before = set(in_sight(window))
    settle(window, qtbot)
    assert set(in_sight(window)) == before
    screen = window.area.viewport().height()
    tops = [view.y() + window.area.region.y() - 20_000 for view in window.area.region.items]
    assert min(tops) < -0.8 * screen
    assert max(tops) > 1.8 * screen


def test_a_long_conversation_in_a_box_that_scrolls_is_made_in_parts(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.container(height=400):
            for number in range(1_000):
                st.text(f"line {number}")
        """
    )
    settle(window, qtbot)
    box = window.area.region.items[0]
    assert len(box.items) < MOST
    bar = box.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert box.items[-1].element.body == "line 999"
    assert bar.value() == bar.maximum()
    qtbot.waitUntil(lambda: not box.sight.is_busy())
    assert len(box.items) < MOST


def test_what_is_folded_away_is_not_built_until_it_shows(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        one, two = st.tabs(["One", "Two"])
        one.text("in one")
        two.text("in two")
        st.expander("More").text("inside")
        st.popover("Open").text("on the sheet")
        """
    )

    def built():
        return {view.element.body for view in window.canvas.all_views() if hasattr(view.element, "body")}

    assert built() == {"in one"}
    row = find(window, "tab_container").row
    qtbot.mouseClick(row, LEFT, pos=row.tabRect(1).center())
    qtbot.waitUntil(lambda: "in two" in built())
    qtbot.mouseClick(find(window, "expander").head, LEFT)
    qtbot.waitUntil(lambda: "inside" in built())
    qtbot.mouseClick(find(window, "popover").button, LEFT)
    qtbot.waitUntil(lambda: "on the sheet" in built())


def test_a_button_with_a_shortcut_works_from_far_away(open_script, texts, qtbot):
    window = open_script(
        MIXED
        + """
    with st.container():
        if st.button("far", shortcut="F2"):
            st.session_state.pressed = True
    st.sidebar.text(str("pressed" in st.session_state))
"""
    )
    assert window.area.verticalScrollBar().value() == 0
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(window, qtbot)
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window, KEY.Key_F2)
    assert texts(window)[-1] == "True"


# Scrolling


def test_each_step_of_the_wheel_shows_what_comes_next(open_script, qtbot):
    window = open_script(MIXED)
    bar = window.area.verticalScrollBar()
    for steps in (1, 1, 5, 20, -3, -10):
        before, value = in_sight(window), bar.value()
        wheel(window, steps)
        assert_no_gaps(window)
        moved = {before[n] - top for n, top in in_sight(window).items() if n in before}
        assert moved <= {bar.value() - value}, "what stays in sight moves by what was scrolled"
    assert len(window.canvas.all_views()) < 2 * MOST


def test_up_the_page_nothing_jumps_although_heights_were_guessed_wrongly(open_script, qtbot):
    window = open_script(MIXED)
    bar = window.area.verticalScrollBar()
    bar.setValue(60_000)
    for _ in range(60):
        before = in_sight(window)
        wheel(window, -1)
        after = in_sight(window)
        moved = {after[n] - before[n] for n in after if n in before}
        assert len(moved) == 1
        assert 0 < moved.pop() <= 130
        assert_no_gaps(window)


def test_the_end_key_reaches_the_end(open_script, qtbot):
    window = open_script(MIXED)
    bar = window.area.verticalScrollBar()
    qtbot.keyClick(window, KEY.Key_End)
    assert window.area.region.items[-1].slot is window.area.region.children_slots[-1]
    assert bar.value() == bar.maximum()
    settle(window, qtbot)
    assert bar.value() == bar.maximum()


def test_dragging_the_bar_to_any_place_shows_it(open_script, qtbot):
    window = open_script(NESTED)
    bar = window.area.verticalScrollBar()
    style_rect = bar.rect()
    QTest.mousePress(bar, LEFT, pos=QPoint(5, 10))
    for y in range(20, style_rect.height() - 20, 37):
        QTest.mouseMove(bar, QPoint(5, y))
        assert_no_gaps(window)
    QTest.mouseRelease(bar, LEFT, pos=QPoint(5, style_rect.height() - 20))
    settle(window, qtbot)
    assert_no_gaps(window)


# Changes


def test_what_is_added_on_top_leaves_what_is_in_sight_where_it_is(open_script, qtbot):
    window = open_script(MIXED)
    window.area.verticalScrollBar().setValue(30_000)
    settle(window, qtbot)
    before = in_sight(window)
    for _ in range(2):
        with qtbot.waitSignal(window.settled):
            add_more(window)
        assert in_sight(window) == before
        assert_no_gaps(window)


def add_more(window):
    slot = next(slot for slot in window.canvas.all_slots() if getattr(slot.element, "key", "") == "add")
    window.canvas.changed.emit(slot.element, True)


def test_a_rerun_touches_no_view_of_what_did_not_change(open_script, qtbot, monkeypatch):
    window = open_script(MIXED)
    settle(window, qtbot)
    before = window.canvas.all_views()
    monkeypatch.setattr(window.canvas, "_update", lambda *args: pytest.fail("nothing has changed"))
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    settle(window, qtbot)
    assert window.canvas.all_views() == before


def test_an_element_changed_far_from_sight_shows_its_new_text_when_it_comes_into_sight(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        for number in range(1_000):
            st.text(f"line {number}")
        st.text(f"run {st.session_state.n}")
        """
    )
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    window.area.verticalScrollBar().setValue(10**6)
    assert window.area.region.items[-1].element.body == "run 2"


def test_a_page_that_becomes_short_has_all_of_its_views(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        for number in range(20 if st.checkbox("short") else 2_000):
            st.text(f"line {number}")
        """
    )
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(True)
    assert len(window.canvas.all_views()) == window.canvas.element_count() == 21
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(False)
    settle(window, qtbot)
    assert len(window.canvas.all_views()) < MOST


def test_another_width_and_another_look_leave_no_gaps(open_script, app, qtbot):
    window = open_script(MIXED)
    window.area.verticalScrollBar().setValue(30_000)
    settle(window, qtbot)
    window.resize(500, 700)
    assert_no_gaps(window)
    settle(window, qtbot)
    app.preferences.look = "dark"
    settle(window, qtbot)
    assert_no_gaps(window)


# What a user did to a view that goes


def test_half_typed_text_stays_while_its_field_is_far_from_sight(open_script, qtbot):
    window = open_script(MIXED)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = view_at(window, "text_input", "field 3")
    editor = field.editor()
    qtbot.mouseClick(editor, LEFT)
    qtbot.keyClicks(editor, "half")
    wheel(window, 200)
    settle(window, qtbot)
    assert editor.hasFocus()
    qtbot.keyClicks(editor, " typed")
    wheel(window, -300)
    settle(window, qtbot)
    assert view_at(window, "text_input", "field 3") is field
    assert field.text() == "half typed"


def test_a_value_shows_again_when_its_field_comes_back(open_script, qtbot):
    window = open_script(MIXED)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = view_at(window, "text_input", "field 3")
    place = field.slot
    field.editor().setFocus()
    qtbot.keyClicks(field.editor(), "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(field.editor(), KEY.Key_Return)
    window.setFocus()
    window.area.verticalScrollBar().setValue(50_000)
    settle(window, qtbot)
    assert place.view is None
    window.area.verticalScrollBar().setValue(0)
    assert view_at(window, "text_input", "field 3").text() == "Ada"


def test_what_a_form_has_not_sent_survives_far_from_sight(open_script, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.form("order"):
            name = st.text_input("Name")
            for number in range(1_000):
                st.checkbox(f"Box {number}", key=f"box {number}")
            st.form_submit_button("Send")
        st.sidebar.text(f"{name}, {st.session_state['box 0']}")
        """
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = view_at(window, "text_input", "Name")
    field.editor().setFocus()
    qtbot.keyClicks(field.editor(), "Ada")
    qtbot.mouseClick(view_at(window, "checkbox", "box 0").mark, LEFT)
    place = field.slot
    window.setFocus()
    window.area.verticalScrollBar().setValue(10**6)
    settle(window, qtbot)
    assert place.view is None
    assert texts(window)[-1] == ", False"
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(view_at(window, "button", "Send").button, LEFT)
    assert texts(window)[-1] == "Ada, True"


def test_enter_in_a_field_presses_a_submit_button_that_is_not_made(open_script, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.form("order"):
            name = st.text_input("Name")
            for number in range(1_000):
                st.text(f"line {number}")
            st.form_submit_button("Send")
        st.sidebar.text(name)
        """
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = view_at(window, "text_input", "Name").editor()
    editor.setFocus()
    qtbot.keyClicks(editor, "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(editor, KEY.Key_Return)
    assert texts(window)[-1] == "Ada"
    assert window.area.verticalScrollBar().value() == 0


def test_what_was_unfolded_and_chosen_is_so_when_it_comes_back(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        with st.expander("More"):
            st.text("inside")
        one, two = st.tabs(["One", "Two"])
        two.text("in two")
        with st.container(height=100):
            for number in range(20):
                st.text(f"scrolled {number}")
        for number in range(1_000):
            st.text(f"line {number}")
        """
    )
    expander, tabs = find(window, "expander"), find(window, "tab_container")
    qtbot.mouseClick(expander.head, LEFT)
    qtbot.mouseClick(tabs.row, LEFT, pos=tabs.row.tabRect(1).center())
    box = next(view for view in window.area.region.items if getattr(view, "scroller", None) is not None)
    box.scroller.verticalScrollBar().setValue(200)
    settle(window, qtbot)
    window.setFocus()
    places = [view.slot for view in (expander, tabs, box)]
    window.area.verticalScrollBar().setValue(10**6)
    settle(window, qtbot)
    assert [place.view for place in places] == [None] * 3
    window.area.verticalScrollBar().setValue(0)
    settle(window, qtbot)
    assert find(window, "expander").is_open()
    assert find(window, "tab_container").row.currentIndex() == 1
    box = next(view for view in window.area.region.items if getattr(view, "scroller", None) is not None)
    assert box.scroller.verticalScrollBar().value() == 200
    assert_no_gaps(window)


# Reaching everything


def test_tab_reaches_fields_that_are_not_made(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.text_input("first")
        for number in range(1_000):
            st.text(f"line {number}")
        with st.container():
            st.text_input("second")
        """
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = view_at(window, "text_input", "first").editor()
    editor.setFocus()
    qtbot.keyClick(editor, KEY.Key_Tab)
    second = QApplication.focusWidget()
    assert second.accessibleName() == "second"
    viewport = window.area.viewport()
    assert viewport.rect().contains(second.mapTo(viewport, second.rect().center()))
    assert_no_gaps(window)
    settle(window, qtbot)
    assert len(window.canvas.all_views()) < MOST
    qtbot.keyClick(second, KEY.Key_Backtab)
    assert QApplication.focusWidget().accessibleName() == "first"
    assert window.area.verticalScrollBar().value() < 100


def test_tab_and_backtab_go_the_same_way_through_nested_containers(open_script, qtbot):
    window = open_script(NESTED)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def walked(key, steps):
        names = []
        for _ in range(steps):
            qtbot.keyClick(QApplication.focusWidget() or window, key)
            widget = QApplication.focusWidget()
            names.append((type(widget).__name__, widget.accessibleName()))
        return names

    there = walked(KEY.Key_Tab, 80)
    assert len(set(there)) > 60
    back = walked(KEY.Key_Backtab, 79)
    assert back == there[-2::-1]


def test_a_link_goes_to_a_heading_that_is_not_made(open_script, qtbot):
    window = open_script(
        """
        import streamlit as st
        st.markdown("[down](#the-end)")
        for number in range(1_000):
            st.markdown("many *words* " * (number % 50))
        st.header("The end")
        for number in range(50):
            st.text(f"after {number}")
        """
    )
    window.scene.link_activated.emit("#the-end")
    heading = next(view for view in window.canvas.all_views() if view.element.kind == "header")
    assert 0 <= heading.mapTo(window.area.viewport(), QPoint(0, 0)).y() < 40


def test_a_picture_of_the_whole_page_lacks_nothing(open_script, qtbot):
    from desklit.desktop.whole_page import whole_picture

    count = 2_000  # the guessed heights are wrong: the end moves while it is looked at
    window = open_script(
        f"""
        import streamlit as st
        for number in range({count}):
            st.success("many words " * (number % 20))
        """
    )
    picture = whole_picture(window, QApplication.processEvents)
    column = window.area.mapTo(window, window.area.region.geometry().topLeft()).x() + 12
    paper = QColor(window.scene.theme.background).rgb()
    bands, inside = 0, False
    for y in range(picture.height()):
        shows = picture.pixel(column, y) != paper
        bands += shows and not inside
        inside = shows
    assert bands == count
    assert len(window.canvas.all_views()) < 400


def test_all_of_a_long_page_is_printed(open_script, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    from desklit.desktop.page_cuts import page_cuts
    from desklit.desktop.paper_job import paint_all

    window = open_script(MIXED.replace(str(MANY), "600"))
    region = window.area.region
    cuts, seen = [], set()
    for top, bottom in page_cuts(region, 900):
        cuts.append((top, bottom))
        seen |= {view.slot for view in region.items if top <= view.y() and view.y() + view.height() <= bottom}
        assert len(window.canvas.all_views()) < MOST
    assert cuts[-1][1] == region.height()
    assert all(above[1] == below[0] for above, below in itertools.pairwise(cuts))
    assert seen == set(region.children_slots)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    assert paint_all(window, printer)
    assert (tmp_path / "page.pdf").stat().st_size > 10_000
    assert_no_gaps(window)


def test_the_testing_driver_finds_and_uses_what_is_not_made(open_app, tmp_path):
    path = tmp_path / "long.py"
    path.write_text(textwrap.dedent(MIXED) + "\nst.text(st.session_state['field 2400'])\n")
    app = open_app(path)
    field = app.text_input("Field 2400")
    assert field.visible
    field.fill("found")
    assert app.text_input(key="field 2400").value == "found"
    assert app.has("found")
    assert len(app.window.canvas.all_views()) < 2 * MOST
