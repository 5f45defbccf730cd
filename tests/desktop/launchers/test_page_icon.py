from __future__ import annotations

import pytest

from desklit.desktop.launchers.page_icon import Declared, declared_in


@pytest.fixture
def declared(tmp_path):
    def read(source):
        script = tmp_path / "app.py"
        script.write_text(source, encoding="utf-8")
        return declared_in(script)

    return read


def test_title_and_icon_are_read_from_the_source(declared):
    assert declared("import streamlit as st\nst.set_page_config('Sales', '📈')") == Declared("Sales", "📈")
    assert declared("st.set_page_config(page_icon=':material/home:', page_title='Home')") == Declared(
        "Home", ":material/home:"
    )


def test_a_call_within_a_function_counts(declared):
    source = "from streamlit import set_page_config\ndef main():\n    set_page_config(page_title='Inside')\n"
    assert declared(source).title == "Inside"


def test_a_picture_is_looked_for_beside_the_script(declared, tmp_path):
    assert declared("st.set_page_config(page_icon='logo.png')").icon == str(tmp_path / "logo.png")
    assert declared("st.set_page_config(page_icon=Path('logo.svg'))").icon == str(tmp_path / "logo.svg")


def test_an_address_stays_one(declared):
    assert declared("st.set_page_config(page_icon='https://x.org/a.png')").icon == "https://x.org/a.png"


def test_a_name_that_is_assigned_once_is_its_text(declared):
    assert declared("TITLE = 'Named'\nst.set_page_config(TITLE)").title == "Named"
    assert declared("t = 'a'\nt = 'b'\nst.set_page_config(t)").title == ""


UNKNOWN = ["st.set_page_config(title())", "def f(:", "st.set_page_config(f'{1}')", ""]


@pytest.mark.parametrize("source", UNKNOWN)
def test_what_takes_running_the_script_is_left_out(declared, source):
    assert declared(source) == Declared()


def test_a_script_that_can_not_be_read_declares_nothing(tmp_path):
    assert declared_in(tmp_path / "gone.py") == Declared()
