"""Apps of several pages in a window."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desklit.desktop.app import App
from desklit.desktop.call import UsageError, read_call
from desklit.desktop.window import Window
from desklit.state.pages import Visit

ENTRY = """
    import streamlit as st
    def first():
        st.write("the first")
        st.page_link(pages[1], label="on")
        st.text_input("mine", key="mine")
    def second():
        st.write("the second")
        if st.button("home"):
            st.switch_page(pages[0], query_params={"from": "second"})
    def secret():
        st.write("the secret")
    pages = [st.Page(first, icon=":material/home:"), st.Page(second, title="Second *one*"),
             st.Page(secret, visibility="hidden")]
    page = st.navigation(pages, POSITION)
    st.write("frame", str(st.query_params.to_dict()))
    page.run()
"""


def go(qtbot: Any, window: Window, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(window.settled, timeout=20_000):
        act()


def click(widget: Any) -> Callable[[], None]:
    return lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def entry(position: str = "position='sidebar'") -> str:
    return ENTRY.replace("POSITION", position)


def rows(window: Window) -> list[str]:
    return [row.text() for row in window.sidebar.pages.rows if not row.isHidden()]


def test_the_sidebar_lists_the_pages_and_the_title_is_the_page_s(open_script: Any) -> None:
    window = open_script(entry())
    assert window.sidebar.isVisible()
    assert rows(window) == ["first", "Second one"]
    assert [row.current for row in window.sidebar.pages.rows] == [True, False]
    assert window.windowTitle() == "first"


def test_a_click_goes_to_the_page(open_script: Any, texts: Any, qtbot: Any) -> None:
    window = open_script(entry())
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    assert "the second" in texts(window)
    assert "the first" not in texts(window)
    assert window.windowTitle() == "Second one"
    assert [row.current for row in window.sidebar.pages.rows] == [False, True]


def test_arrow_keys_and_space_go_through_the_list(open_script: Any, texts: Any, qtbot: Any) -> None:
    window = open_script(entry())
    first, second = window.sidebar.pages.rows
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    go(qtbot, window, lambda: QTest.keyClick(second, Qt.Key.Key_Space))
    assert "the second" in texts(window)


def test_a_page_link_and_the_way_back_and_forward(
    open_script: Any, texts: Any, find: Any, qtbot: Any
) -> None:
    window = open_script(entry())
    go(qtbot, window, click(find(window, "page_link").button))
    assert "the second" in texts(window)
    alt = Qt.KeyboardModifier.AltModifier
    go(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_Left, alt))
    assert "the first" in texts(window)
    go(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_Right, alt))
    assert "the second" in texts(window)
    go(qtbot, window, lambda: QTest.mouseClick(window.area.content, Qt.MouseButton.BackButton))
    assert "the first" in texts(window)


def test_switch_page_sets_the_query_parameters_and_turning_the_page_clears_them(
    open_script: Any, texts: Any, find: Any, qtbot: Any
) -> None:
    window = open_script(entry())
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    go(qtbot, window, click(find(window, "button", "home").button))
    assert "the first" in texts(window)
    assert any("'from': 'second'" in text for text in texts(window))
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    assert not any("'from'" in text for text in texts(window))
    alt = Qt.KeyboardModifier.AltModifier
    go(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_Left, alt))
    assert any("'from': 'second'" in text for text in texts(window))


def test_a_page_s_widgets_begin_anew_when_it_is_shown_again(
    open_script: Any, find: Any, qtbot: Any
) -> None:
    window = open_script(entry())
    field = find(window, "text_input", "mine")
    field.setFocus()
    QTest.keyClicks(field.focusProxy() or field, "abc")
    go(qtbot, window, lambda: QTest.keyClick(field.focusProxy() or field, Qt.Key.Key_Return))
    assert window.session.state["mine"] == "abc"
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    go(qtbot, window, click(window.sidebar.pages.rows[0]))
    assert find(window, "text_input", "mine").element.value == ""


@pytest.mark.parametrize("how", ["position='hidden'", "position='top'"])
def test_other_positions_leave_the_sidebar_empty(open_script: Any, how: str) -> None:
    window = open_script(entry(how))
    assert not window.sidebar.isVisible()
    assert window.header.pages.isVisible() == ("top" in how)


def test_the_bar_at_the_top_goes_to_pages(open_script: Any, texts: Any, qtbot: Any) -> None:
    window = open_script(entry("position='top'"))
    bar = window.header.pages
    shown = [row for row in bar.focus_stops() if row.isVisible()]
    assert [row.text() for row in shown] == ["first", "Second one"]  # type: ignore[attr-defined]
    go(qtbot, window, click(shown[1]))
    assert "the second" in texts(window)


def test_a_narrow_bar_becomes_one_menu(open_script: Any, texts: Any, qtbot: Any) -> None:
    window = open_script(entry("position='top'"), size=(360, 600))
    bar = window.header.pages
    bar.resize(90, bar.height())
    (shown,) = [row for row in bar.focus_stops() if row.isVisible()]
    click(shown)()
    go(qtbot, window, lambda: bar.menu.actions()[1].trigger())
    assert "the second" in texts(window)


def test_the_option_hides_the_list_in_the_sidebar(open_script: Any) -> None:
    window = open_script(entry(), client__showSidebarNavigation="false")
    assert not window.sidebar.isVisible()
    assert window.windowTitle() == "first"


def test_long_lists_fold_only_beside_other_things_and_can_be_searched(
    open_script: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        def make(n):
            def page():
                st.write("page", str(n))
            page.__name__ = f"page_{n}"
            return page
        st.sidebar.write("below")
        st.navigation([make(n) for n in range(25)], expanded=5).run()
        """
    )
    pages = window.sidebar.pages
    assert len(rows(window)) == 5
    assert pages.more.text() == "View 20 more"
    click(pages.more)()
    assert len(rows(window)) == 25
    QTest.keyClicks(pages.search, "page 24")
    assert rows(window) == ["page 24"]
    go(qtbot, window, lambda: QTest.keyClick(pages.search, Qt.Key.Key_Return))
    assert window.windowTitle() == "page 24"


def test_the_pages_folder_is_found_and_a_page_that_is_gone_says_so(
    app: App, tmp_path: Path, texts: Any, qtbot: Any
) -> None:
    (tmp_path / "pages").mkdir()
    write = textwrap.dedent
    (tmp_path / "start_here.py").write_text(write("import streamlit as st\nst.write('start')"))
    (tmp_path / "pages" / "2_later.py").write_text(write("import streamlit as st\nst.write('later')"))
    (tmp_path / "pages" / "1_🎉_party.py").write_text("import streamlit as st\nst.write('party')")
    window = app.open(tmp_path / "start_here.py")
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.show()
    assert rows(window) == ["start here", "party", "later"]
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    assert texts(window) == ["party"]
    (tmp_path / "pages" / "1_🎉_party.py").unlink()
    go(qtbot, window, window.session.runner.rerun)
    assert texts(window) == ["Page not found", "This app has no page 'party'."]
    assert rows(window) == ["start here", "later"]


def test_a_page_s_file_that_is_saved_is_offered_to_be_run(
    app: App, tmp_path: Path, texts: Any, qtbot: Any
) -> None:
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages" / "one.py"
    (tmp_path / "app.py").write_text("import streamlit as st\nst.write('start')")
    page.write_text("import streamlit as st\nst.write('before')")
    window = app.open(tmp_path / "app.py", (), {"server.runOnSave": ["true"]})
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.show()
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    go(qtbot, window, lambda: page.write_text("import streamlit as st\nst.write('after')"))
    assert texts(window) == ["after"]


def test_a_way_back_to_a_page_that_is_no_more_ends_at_the_first_page_and_says_so(
    open_script: Any, texts: Any, find: Any, qtbot: Any
) -> None:
    window = open_script(
        """
        import streamlit as st
        def home():
            st.write("home")
            if st.button("forget"):
                st.session_state.less = True
                st.rerun()
        def gone():
            st.write("gone")
        st.navigation([home] if "less" in st.session_state else [home, gone]).run()
        """
    )
    go(qtbot, window, click(window.sidebar.pages.rows[1]))
    go(qtbot, window, click(window.sidebar.pages.rows[0]))
    go(qtbot, window, click(find(window, "button").button))
    assert not window.sidebar.isVisible()
    alt = Qt.KeyboardModifier.AltModifier
    go(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_Left, alt))
    assert "home" in texts(window)
    assert window.notices.isVisible()


def test_an_app_may_begin_with_any_page_and_with_query_parameters(
    app: App, tmp_path: Path, texts: Any, qtbot: Any
) -> None:
    (tmp_path / "app.py").write_text(textwrap.dedent(entry()))
    window = app.open(tmp_path / "app.py", visit=Visit("second", query=(("a", ("1", "2")),)))
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.show()
    assert texts(window) == ["frame {'a': '2'}", "the second"]
    assert [row.current for row in window.sidebar.pages.rows] == [False, True]
    go(qtbot, window, click(window.sidebar.pages.rows[0]))
    assert texts(window) == ["frame {}", "the first"]


@pytest.mark.parametrize("folder", [False, True])
def test_a_page_that_is_not_there_says_so_and_shows_the_way_home(
    app: App, tmp_path: Path, texts: Any, qtbot: Any, find: Any, folder: bool
) -> None:
    if folder:
        (tmp_path / "pages").mkdir()
        (tmp_path / "pages" / "on.py").write_text("import streamlit as st\nst.write('on')")
    script = "import streamlit as st\nst.write('the first')" if folder else entry()
    (tmp_path / "app.py").write_text(textwrap.dedent(script))
    window = app.open(tmp_path / "app.py", visit=Visit("nowhere"))
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.show()
    assert "This app has no page 'nowhere'." in texts(window)
    assert len(rows(window)) == 2
    go(qtbot, window, click(find(window, "page_link").button))
    assert "the first" in texts(window)


def test_what_stands_behind_page_and_query_on_the_command_line_is_the_page_to_begin_with() -> None:
    call = read_call(["app.py", "--page", "/cart", "--query", "a=1", "--query=a=b=c", "--", "--page", "own"])
    assert call.visit() == Visit("cart", query=(("a", ("1", "b=c")),))
    assert call.args == ["--page", "own"]
    assert read_call(["app.py"]).visit() is None
    with pytest.raises(UsageError, match="NAME=VALUE"):
        read_call(["--query", "a", "app.py"])


def test_titles_of_pages_are_markdown(open_script: Any) -> None:
    window = open_script("""
        import streamlit as st
        def one(): pass
        def two(): pass
        st.navigation([st.Page(one, title="**Bold** :red[one]"), st.Page(two, title="1 < 2 & 3")]).run()
    """)
    first, second = window.sidebar.pages.rows
    assert rows(window) == ["Bold one", "1 < 2 & 3"]
    assert window.windowTitle() == "Bold one"
    assert first._rich is not None
    assert first._rich.source == "**Bold** :red[one]"
    assert first._rich.geometry().right() <= first.width()
    assert second._rich is None
