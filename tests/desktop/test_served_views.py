"""Views that leave sight show other elements later: nothing is left of the last one, few are made anew."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desklit.widgets.parent_view import ParentView
from desklit.widgets.spares import MOST
from desklit.widgets.view import GUEST, View, ViewRegistry, views

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
PAGE = """
    import streamlit as st
    state = st.session_state
    state.setdefault("told", "nothing")
    st.sidebar.text(state.told)
    for number in range(1_000):
        {line}
"""
LINES = {
    "text": 'st.text(f"line {number}", help="More" if number % 2 else None)',
    "markdown": 'st.markdown(f"line {number}" if number % 3 else f"**bold** {number}")',
    "caption": 'st.caption(f"line {number}", text_alignment="right" if number % 2 else "left")',
    "divider": "_ = st.divider() if number % 2 else st.empty()",
    "text_input": (
        'st.text_input(f"Field {number}", ["", None, "given"][number % 3], key=number,'
        ' disabled=number % 7 == 6, max_chars=40 if number % 5 == 0 else None,'
        ' placeholder="say" if number % 2 else None, help="Help" if number % 4 == 0 else None,'
        ' label_visibility="collapsed" if number % 6 == 5 else "visible")'
    ),
    "checkbox": 'st.checkbox(f"Box {number}", number % 3 == 2, disabled=number % 7 == 6)',
    "toggle": 'st.toggle(f"Turn *{number}*" if number % 5 == 4 else f"Turn {number}", number % 3 == 2)',
    "button": (
        'st.button(f"Press {number}", disabled=number % 7 == 6,'
        ' type="primary" if number % 3 == 0 else "secondary",'
        ' width="stretch" if number % 2 else "content", help="Help" if number % 4 == 0 else None)'
    ),
    "expander": 'st.expander(f"More {number}", expanded=number % 5 == 4, key=number).text(f"in {number}")',
    "tabs": (
        'st.tabs(["One", f"Two {number}", "Three"],'
        ' default="Three" if number % 4 == 3 else None)[2].text("x")'
    ),
    "columns": "for place in st.columns(2 + number % 2): place.text(f\"in {number}\")",
    "container": "st.container(border=number % 2 == 0, gap=number % 5 * 4).text(f\"in {number}\")",
}


@pytest.fixture
def long_page(open_script: Any, qtbot: Any) -> Any:
    """Opens a page of a thousand lines of one kind, active."""

    def open_it(kind: str) -> Any:
        window = open_script(PAGE.format(line=LINES[kind]))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle(window, qtbot)
        return window

    return open_it


def settle(window: Any, qtbot: Any) -> None:
    """Deal with events until margins are made and far views are gone."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.area.sight.is_busy())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def go_to(window: Any, value: int, qtbot: Any) -> None:
    window.area.verticalScrollBar().setValue(value)
    settle(window, qtbot)


def made(window: Any) -> list[View[Any]]:
    """All views on the page, whatever they lie in."""
    found: list[View[Any]] = []
    window.area.region.walk(found.append)
    return found


def own_widgets(view: View[Any]) -> list[QWidget]:
    """A view and what it is made of, as far as it shows, without the views of what is in it."""
    parts = [view]
    for child in view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        parts += _below(child)
    return parts


def _below(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, View):
        return []
    if widget.isHidden():
        return [widget]
    options = Qt.FindChildOption.FindDirectChildrenOnly
    inside = widget.findChildren(QWidget, options=options)
    return [widget, *(part for child in inside for part in _below(child))]


# The first cannot be compared, and the last tell of the elements in a block.
IGNORED = {"cursor", "windowIcon", "icon", "pixmap", "childrenRect", "childrenRegion"}


PLACE = {
    "x", "y", "pos", "width", "height", "size", "rect", "geometry", "normalGeometry", "frameGeometry",
    "frameSize",
}  # fmt: skip


def traits(widget: QWidget) -> dict[str, Any]:
    """All that Qt knows of a widget."""
    about = widget.metaObject()
    names = {about.property(number).name() for number in range(about.propertyCount())} - IGNORED
    known = {name: widget.property(name) for name in (names - PLACE if widget.isHidden() else names)}
    return {**known, "class": type(widget), "pointer": widget.cursor().shape()}


def _place(widget: QWidget) -> tuple[str, int, int]:
    return type(widget).__name__, widget.x(), widget.y()


def differences(view: View[Any], new: View[Any]) -> list[object]:
    """What two views do not have in common, in them and in their parts."""
    ours, theirs = (sorted(own_widgets(each), key=_place) for each in (view, new))
    if len(ours) != len(theirs):
        return [ours, theirs]
    pairs = [(traits(one), traits(other)) for one, other in zip(ours, theirs, strict=True)]
    return [
        (one["class"].__name__, name, one.get(name), other.get(name))
        for one, other in pairs
        for name in {**one, **other}
        if one.get(name) != other.get(name)
    ]


def assert_as_new(view: View[Any]) -> None:
    """A view is the same as one that is made for its element now."""
    new = views.make(view.element, view.scene)
    new.setParent(view.parentWidget())
    if view.slot.kept is not None:
        new.take_kept(view.slot.kept)
    new.show()
    width = view.width()
    height = view.height_for(width)
    assert view.natural_width() == new.natural_width() or isinstance(view, ParentView)
    if isinstance(view, ParentView):
        new.slot.children = view.slot.children
        new.setGeometry(view.geometry())
        new.arrange()
    else:
        assert height == new.height_for(width)
        new.setGeometry(view.geometry())
        assert view.grab().toImage() == new.grab().toImage()
    assert not differences(view, new)
    new.slot.children = None
    new.hide()
    new.deleteLater()


def meddle(window: Any, view: Any, qtbot: Any) -> None:
    """Do to a view what its user could do, and leave it."""
    for part in own_widgets(view):
        if part.isVisible():
            QTest.mouseMove(part, part.rect().center())
    kind = view.element.kind
    if kind == "text_input" and not view.element.disabled:
        editor = view.editor()
        qtbot.mouseClick(editor, LEFT)
        qtbot.keyClicks(editor, "mine")
        qtbot.keyClick(editor, KEY.Key_Return)
        for _ in range(8):
            qtbot.keyClick(editor, KEY.Key_Backspace)
        qtbot.keyClick(editor, KEY.Key_Return)
        qtbot.keyClicks(editor, "back")
        qtbot.keyClick(editor, KEY.Key_Escape)
        editor.selectAll()
    elif kind in ("checkbox", "toggle"):
        qtbot.mouseClick(view.mark, LEFT)
    elif kind == "button":
        qtbot.mouseClick(view.button, LEFT)
    elif kind == "expander":
        qtbot.mouseClick(view.head, LEFT)
    elif kind == "tab_container":
        qtbot.mouseClick(view.row, LEFT, pos=view.row.tabRect(1).center())
    window.setFocus()


@pytest.mark.parametrize("kind", LINES)
def test_a_view_that_serves_again_is_as_one_that_was_just_made(long_page, kind, qtbot):
    window = long_page(kind)
    used = [view for view in made(window) if view.isVisible()][:12]
    for view in used:
        meddle(window, view, qtbot)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    settle(window, qtbot)
    QTest.mouseMove(window.header)
    go_to(window, 9_000, qtbot)
    again = [view for view in made(window) if view in used]
    assert again, "some of them show something else now"
    for view in made(window):
        if view.isVisible():
            assert_as_new(view)


def far_jumps(window, apart, qtbot, monkeypatch):
    """Jump to and fro; how many views were there to see after the jumps, and how many were made for it."""
    count = []
    make = ViewRegistry.make
    monkeypatch.setattr(ViewRegistry, "make", lambda *args: count.append(1) or make(*args))
    shown = 0
    for place in (9, 3, 7, 1, 5, 8, 2, 6):
        go_to(window, place * apart, qtbot)
        shown += len(made(window))
    return shown, len(count)


def test_far_jumps_make_next_to_no_views(open_script, qtbot, monkeypatch):
    lines = ("text", "text_input", "checkbox", "button")
    window = open_script(PAGE.format(line="\n        ".join(LINES[kind] for kind in lines)))
    settle(window, qtbot)
    shown, new = far_jumps(window, 10_000, qtbot, monkeypatch)
    assert shown > 200
    assert new < shown / 10


def test_far_jumps_through_containers_make_next_to_no_views(open_script, qtbot, monkeypatch):
    window = open_script(
        """
        import streamlit as st
        for number in range(300):
            with st.container(border=True):
                st.checkbox(f"Box {number}")
                st.text_input(f"Field {number}")
            for place in st.columns(2):
                place.button(f"Press {number}", key=(number, id(place)))
            with st.tabs(["One", "Two"])[0]:
                st.text("behind")
            with st.expander(f"More {number}", expanded=True):
                st.text("inside")
        """
    )
    settle(window, qtbot)
    shown, new = far_jumps(window, 9_000, qtbot, monkeypatch)
    assert shown > 300
    assert new < shown / 5


def test_what_serves_again_tells_its_own_element(open_script, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        for number in range(1_000):
            if st.button(f"Press {number}"):
                st.session_state.told = f"pressed {number}"
            if st.text_input(f"Field {number}", key=number):
                st.session_state.told = f"{number}: {st.session_state[number]}"
        st.sidebar.text(st.session_state.get("told"))
        """
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(window, qtbot)
    old = {id(view) for view in made(window)}
    go_to(window, 40_000, qtbot)
    in_sight = [view for view in made(window) if id(view) in old and view.visibleRegion().boundingRect()]
    button = next(view for view in in_sight if view.element.kind == "button")
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(button.button, LEFT)
    assert texts(window)[-1] == f"pressed {button.element.label.split()[1]}"
    field = next(view for view in in_sight if view.element.kind == "text_input")
    field.editor().setFocus()
    qtbot.keyClicks(field.editor(), "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(field.editor(), KEY.Key_Return)
    assert texts(window)[-1] == f"{field.element.label.split()[1]}: Ada"
    assert sum(1 for slot in window.canvas.all_slots() if getattr(slot.element, "value", "") == "Ada") == 1


def test_no_more_views_wait_than_could_be_of_use(open_script, qtbot):
    kinds = ("text", "divider", "text_input", "checkbox", "toggle", "button", "expander", "tabs", "container")
    lines = [f"if number // 50 % {len(kinds)} == {n}: {LINES[kind]}" for n, kind in enumerate(kinds)]
    page = "\n        ".join(lines)
    window = open_script(PAGE.format(line=page))
    for value in range(0, 50_000, 1_700):
        go_to(window, value, qtbot)
        assert len(window.area.region.spares or ()) <= MOST
    assert len(window.area.region.spares or ()) > MOST / 2, "they were put to the test"


def test_another_look_reaches_the_views_that_wait(long_page, app, qtbot):
    window = long_page("checkbox")
    go_to(window, 9_000, qtbot)
    app.preferences.look = "dark"
    settle(window, qtbot)
    go_to(window, 0, qtbot)
    for view in made(window):
        if view.isVisible():
            assert_as_new(view)


def test_the_mark_of_a_search_stays_with_what_was_found(long_page, qtbot):
    window = long_page("text")
    qtbot.keyClick(window, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.focusWidget(), "line 3")
    settle(window, qtbot)
    marked = [view for view in made(window) if view.findChild(QWidget, GUEST) is not None]
    assert [view.element.body for view in marked] == ["line 3"]
    go_to(window, 20_000, qtbot)
    assert not [view for view in made(window) if view.findChild(QWidget, GUEST) is not None]
    assert not any(view is marked[0] for view in made(window))


def test_a_text_that_is_selected_is_not_selected_in_another_element(long_page, qtbot):
    window = long_page("markdown")
    line = next(view for view in made(window) if view.element.body == "line 1")
    QTest.mouseMove(line.body, QPoint(3, 10))
    QTest.mouseDClick(line.body, LEFT, pos=QPoint(3, 10))
    qtbot.waitUntil(line.body.hasSelectedText)
    window.setFocus()
    go_to(window, 9_000, qtbot)
    selected = [view for view in made(window) if view.rich is None and view.body.hasSelectedText()]
    assert not selected
