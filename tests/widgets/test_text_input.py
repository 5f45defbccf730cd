from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.text_rules import checked_pause


def sent(view):
    values = []
    view.changed.connect(values.append)
    return values


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.text_input(*args, **kwargs)
        view = show(run).items[-1]
        return view, sent(view)

    return make


def test_it_returns_the_default_then_what_was_entered(run, next_run, elements):
    assert st.text_input("Name", "Ada") == "Ada"
    next_run(Change(elements()[0].id, "Bea"))
    assert st.text_input("Name", "Ada") == "Bea"


def test_without_a_default_it_returns_none(run):
    assert st.text_input("Name", None) is None


def test_anything_is_turned_into_text(run):
    assert st.text_input("a", 5) == "5"
    assert st.text_input("b", b"x") == "b'x'"


def test_max_chars_cuts_the_default_and_what_is_entered(run, next_run, elements):
    assert st.text_input("a", "abcdef", max_chars=3) == "abc"
    next_run(Change(elements()[0].id, "uvwxyz"))
    assert st.text_input("a", "abcdef", max_chars=3) == "uvw"


def test_the_session_state_may_hold_more_than_max_chars(run):
    st.session_state.k = "abc"
    assert st.text_input("a", key="k", max_chars=2) == "abc"


def test_the_session_state_holds_text_or_none(run):
    st.session_state.k = 5
    with pytest.raises(TypeError, match="'k'"):
        st.text_input("a", key="k")


def test_a_key_keeps_the_value_but_for_max_chars_and_rule(run, next_run, elements):
    st.text_input("a", key="k")
    next_run(Change(elements()[0].id, "x"))
    assert st.text_input("other label", "new default", key="k") == "x"
    next_run()
    assert st.text_input("a", key="k", max_chars=5) == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"type": "zz"}, errors.StreamlitValueError),
        ({"type": None}, errors.StreamlitValueError),
        ({"live": 300}, errors.StreamlitInvalidParameterTypeError),
        ({"live": None}, errors.StreamlitInvalidParameterTypeError),
        ({"live": "zz"}, errors.StreamlitBadTimeStringError),
        ({"live": ""}, errors.StreamlitBadTimeStringError),
        ({"live": "2m"}, errors.StreamlitValueOutOfRangeError),
        ({"live": "-1s"}, errors.StreamlitValueOutOfRangeError),
        ({"validate": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"validate": ["a", "b"]}, errors.StreamlitInvalidParameterTypeError),
        ({"validate": ("a",)}, errors.StreamlitValueError),
        ({"validate": ("a", 5)}, errors.StreamlitValueError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"label_visibility": "x"}, errors.StreamlitValueError),
        ({"icon": "zz"}, errors.StreamlitAPIException),
        ({"icon": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"max_chars": -1}, errors.StreamlitValueOutOfRangeError),
        ({"max_chars": "3"}, errors.StreamlitInvalidParameterTypeError),
        ({"on_change": "zz"}, errors.StreamlitValueError),
        ({"persist_state": "page"}, errors.StreamlitMissingRequiredParameterError),
        (
            {"bind": "query-params", "type": "password", "key": "k"},
            errors.StreamlitIncompatibleParametersError,
        ),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.text_input("a", **arguments)


@pytest.mark.parametrize(
    ("live", "pause"),
    [
        (False, None),
        (True, 250),
        ("0", 0),
        ("300ms", 300),
        ("1.5s", 1500),
        ("60s", 60000),
        ("1 minute", 60000),
        ("1us", 0),
    ],
)
def test_live_is_a_pause_in_milliseconds(live, pause):
    assert checked_pause(live) == pause


def test_types_bring_icon_placeholder_and_rule_that_can_be_switched_off(run, elements):
    st.text_input("a", type="email")
    st.text_input("b", type="email", icon="", placeholder="", validate="", autocomplete="")
    mail, bare = elements()
    assert (mail.icon, mail.placeholder, mail.autocomplete) == (":material/mail:", "you@example.com", "email")
    assert mail.pattern
    assert (bare.icon, bare.placeholder, bare.autocomplete, bare.pattern) == ("", "", "", "")


def test_enter_takes_the_text_over_and_asks_to_submit(field, qtbot):
    view, values = field("Name")
    qtbot.mouseClick(view.editor(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.editor(), "Ada")
    assert values == []
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert values == ["Ada"]
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert values == ["Ada"]


def test_leaving_the_field_takes_the_text_over(run, show, qtbot):
    st.text_input("a")
    st.text_input("b")
    first, second = show(run).items
    values = sent(first)
    qtbot.mouseClick(first.editor(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.editor(), "x")
    qtbot.keyClick(first.editor(), Qt.Key.Key_Tab)
    assert values == ["x"]
    assert QApplication.focusWidget() is second.editor()


def test_commit_takes_the_text_over_once(field, qtbot):
    view, values = field("a")
    qtbot.keyClicks(view.editor(), "x")
    view.commit()
    view.commit()
    assert values == ["x"]


def test_escape_brings_the_last_text_back(field, qtbot):
    view, values = field("a", "old")
    view.editor().setFocus()
    qtbot.keyClicks(view.editor(), " new")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Escape)
    view.commit()
    assert (view.text(), values) == ("old", [])


def test_a_rerun_keeps_half_typed_text_cursor_and_selection(run, next_run, show, qtbot):
    st.text_input("a", key="k")
    region = show(run)
    view = region.items[0]
    values = sent(view)
    qtbot.keyClicks(view.editor(), "hello")
    view.editor().setSelection(1, 3)
    new = next_run()
    st.text_input("another label", key="k", placeholder="type")
    region.canvas.take(new)
    assert region.items[0] is view
    assert (view.text(), view.editor().selectedText(), values) == ("hello", "ell", [])
    assert view.editor().placeholderText() == "type"


def test_a_value_set_in_code_shows_silently(run, next_run, show, qtbot):
    st.text_input("a", key="k")
    region = show(run)
    values = sent(region.items[0])
    new = next_run()
    st.session_state.k = "set"
    st.text_input("a", key="k")
    region.canvas.take(new)
    assert (region.items[0].text(), values) == ("set", [])


def test_the_password_shows_while_the_eye_is_open(field, qtbot):
    view, _ = field("a", "secret", type="password")
    line = view.editor()
    assert line.displayText() != "secret"
    qtbot.mouseClick(view._eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert view._eye.accessibleName() == "Hide password"
    qtbot.mouseClick(view._eye, Qt.MouseButton.LeftButton)
    assert line.displayText() != "secret"


def test_no_more_than_max_chars_can_be_typed_and_the_count_shows(field, qtbot):
    view, values = field("a", max_chars=3)
    qtbot.mouseClick(view.editor(), Qt.MouseButton.LeftButton)
    assert view.hint.text == "0/3"
    qtbot.keyClicks(view.editor(), "abcdef")
    assert view.text() == "abc"
    assert view.hint.text == "Press Enter to apply • 3/3"
    view.commit()
    assert values == ["abc"]
    assert view.hint.text == "3/3"


def test_the_cross_clears_a_search_at_once(field, qtbot):
    view, values = field("a", "old", type="search")
    qtbot.mouseClick(view._cross, Qt.MouseButton.LeftButton)
    assert values == [""]
    assert not view._cross.isVisible()


def test_a_text_against_the_rule_is_not_sent_and_the_message_shows(field, qtbot):
    view, values = field("a", validate=(r"^\d+$", "Digits only."))
    height = view.height_for(300)
    view.editor().setFocus()
    qtbot.keyClicks(view.editor(), "x1")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert values == []
    assert view.error.text() == "Digits only."
    assert view.height_for(300) > height
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), "12")
    assert view.error.text() == ""
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert values == ["12"]


def test_a_rule_lets_an_empty_text_pass(field, qtbot):
    view, values = field("a", "12", validate=r"^\d+$")
    view.editor().selectAll()
    qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
    view.commit()
    assert values == [""]


def test_a_required_field_keeps_its_last_text(field, qtbot):
    view, values = field("a", "old", required=True)
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), " ")
    view.commit()
    assert values == []
    assert view.error.text()
    assert not view.may_submit()


def test_live_takes_the_text_over_after_a_pause_and_typing_goes_on(field, qtbot):
    view, values = field("a", live="20ms")
    view.editor().setFocus()
    qtbot.keyClicks(view.editor(), "ab")
    qtbot.waitUntil(lambda: values == ["ab"])
    qtbot.keyClicks(view.editor(), "c")
    qtbot.waitUntil(lambda: values == ["ab", "abc"])
    assert view.editor().cursorPosition() == 3


def test_in_a_form_each_edit_is_told_so_that_the_form_holds_it(run, show, qtbot):
    with st.form("f"):
        st.text_input("a", live=True)
        st.form_submit_button()
    view = show(run).items[0].items[0]
    values = sent(view)
    view.editor().setFocus()
    qtbot.keyClicks(view.editor(), "ab")
    assert values == ["a", "ab"]
    assert view.hint.text == "Press Enter to submit form"


def test_a_disabled_field_takes_no_keys(field, qtbot):
    view, values = field("a", disabled=True)
    qtbot.keyClicks(view.editor(), "ab")
    assert (view.text(), values) == ("", [])


def test_the_label_names_the_editor(field):
    view, _ = field("Your **name**", help="As in your *passport*")
    assert view.editor().accessibleName() == "Your name"
    assert view.editor().accessibleDescription() == "As in your passport"
