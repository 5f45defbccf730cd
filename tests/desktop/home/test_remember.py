from __future__ import annotations

from PySide6.QtGui import QImage

from desklit.desktop.home.remember import PICTURE, Remember
from desklit.desktop.launchers.page_icon import app_name, declared_in
from desklit.state.pages import Visit


def test_an_opened_app_is_noted_with_its_title_and_picture(open_script, recents, script):
    path = script("a.py")
    window = open_script("import streamlit as st\nst.set_page_config('Prices')\nst.title('Prices')\n")
    Remember(window, path, recents)
    (app,) = recents.apps()
    assert (app.script, app.title) == (path, "Prices")
    assert QImage(str(recents.picture(path))).size() == PICTURE


def test_the_picture_is_how_it_looked_when_it_was_closed(open_script, recents, script):
    path = script("a.py")
    window = open_script("import streamlit as st\nst.title('Prices')\n")
    Remember(window, path, recents)
    recents.picture(path).unlink()
    window.close()
    assert recents.picture(path).is_file()


def test_an_app_of_several_pages_is_called_by_its_own_name_as_its_launcher_is(app, script, recents, qtbot):
    path = script("shop.py")
    pages = path.parent / "pages"
    pages.mkdir()
    (pages / "goods.py").write_text("import streamlit as st\nst.set_page_config('Goods')\nst.text('goods')")
    for source, name in (("", "Shop"), ("st.set_page_config('The shop')", "The shop")):
        path.write_text(f"import streamlit as st\n{source}\nst.text('start')")
        window = app.open(path, visit=Visit("goods"))
        with qtbot.waitSignal(window.settled):
            window.show()
        assert window.windowTitle() == "Goods"
        Remember(window, path, recents)
        assert [each.title for each in recents.apps()] == [name]
        window.close()
        assert app_name(path, declared_in(path)) == name
