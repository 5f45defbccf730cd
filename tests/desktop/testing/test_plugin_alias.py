from __future__ import annotations

import pytest

PLAIN = """
import streamlit as st
from streamlit.testing.v1 import AppTest


def script():
    import streamlit as st

    st.button("Go")


def test_the_names_mean_desklit():
    assert st.__version__ == "1.67.0"
    assert AppTest.__module__.startswith("desklit.")
    assert AppTest.from_function(script).run().button[0].label == "Go"


def test_it_lives_beside_a_window(open_app):
    assert open_app(script).button("Go").label == "Go"
    assert AppTest.from_function(script).run().button[0].label == "Go"
    assert st.__version__ == "1.67.0"
"""
REAL = {
    "streamlit/__init__": "__version__ = 'real'",
    "streamlit/testing/__init__": "",
    "streamlit/testing/v1": "AppTest = 'the real one'",
}
IN_CONFTEST = """
from streamlit.testing.v1 import AppTest

assert AppTest.__module__.startswith("desklit.")
"""


def test_where_streamlit_is_not_installed_its_name_means_desklit(inner) -> None:
    inner(test_names=PLAIN).assert_outcomes(passed=2)


def test_an_installed_streamlit_keeps_its_name(inner, pytester: pytest.Pytester) -> None:
    pytester.syspathinsert()
    test = """
    import streamlit
    from streamlit.testing.v1 import AppTest

    def script():
        import streamlit as st

        assert st.__version__ != "real"
        st.button("Go")

    def test_it_is_the_real_one(open_app):
        assert streamlit.__version__ == "real"
        assert AppTest == "the real one"
        assert open_app(script).button("Go").kind == "button"
    """
    inner(test_names=test, **REAL).assert_outcomes(passed=1)


@pytest.mark.parametrize("way", ["option", "ini"])
def test_the_option_takes_the_name_from_an_installed_streamlit(inner, pytester, way: str) -> None:
    pytester.syspathinsert()
    if way == "ini":
        pytester.makeini("[pytest]\ndesklit_alias = true\n")
    args = ["--desklit-alias"] if way == "option" else []
    inner(*args, test_names=PLAIN, **REAL).assert_outcomes(passed=2)


def test_the_name_is_there_for_a_conftest_below(inner) -> None:
    folder = {"below/conftest": IN_CONFTEST, "below/test_names": PLAIN}
    inner("--desklit-alias", **folder).assert_outcomes(passed=2)


def test_a_library_that_looks_for_streamlit_does_not_find_desklit(inner) -> None:
    library = """
    try:
        import streamlit
    except ImportError:
        streamlit = None
    """
    test = """
    import pathlib
    import sys

    sys.path.insert(0, str(pathlib.Path(__file__).parent / "site-packages"))
    import lib

    def test_the_library_is_left_alone():
        assert lib.streamlit is None
        import streamlit
        assert streamlit.__version__ == "1.67.0"
    """
    inner(**{"site-packages/lib": library, "test_names": test}).assert_outcomes(passed=1)


def test_the_entry_point_is_there_before_any_conftest(pytester: pytest.Pytester) -> None:
    about = pytester.mkdir("desklit-0.dist-info")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: desklit\nVersion: 0\n")
    (about / "entry_points.txt").write_text("[pytest11]\ndesklit = desklit.desktop.testing.plugin\n")
    pytester.makeconftest(IN_CONFTEST)
    test = """
    import sys

    def test_the_package_is_there_once(open_app):
        app = open_app(script)
        assert app.texts() == ["once"]
        files = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
        windows = [file for file in files if file.endswith("desktop/window.py")]
        assert len(windows) == 1

    def script():
        import streamlit as st

        st.text("once")
    """
    pytester.makepyfile(test_entry=test)
    pytester.runpytest_subprocess("--desklit-alias", "-p", "no:xvfb").assert_outcomes(passed=1)
