from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from desklit.desktop.testing import AppTest, AppTestError, ScriptTimeoutError


def counter() -> None:
    import streamlit as st

    def add(step: int) -> None:
        st.session_state.n += step

    st.session_state.setdefault("n", 0)
    st.button("More", key="more", help="one more", on_click=add, args=(1,))
    st.button("Off", disabled=True)
    st.sidebar.button("Less", on_click=add, kwargs={"step": -1})
    factor = st.slider("Factor", 1, 10, 2, key="factor")
    st.text(st.session_state.n * factor)


def test_a_function_is_a_script() -> None:
    app = AppTest.from_function(counter).run()
    assert app.text.values == ["0"]
    app.button("more").click().run()
    assert app.text.values == ["2"]
    app.slider[0].set_value(5).run()
    assert app.text.values == ["5"]
    app.sidebar.button[0].click().run()
    assert app.text[0].value == "0"


def test_a_function_gets_its_arguments() -> None:
    def script(a: int, b: int = 0) -> None:
        import streamlit as st

        st.text(f"{a} {b}")

    assert AppTest.from_function(script, args=(1,), kwargs={"b": 2}).run().text[0].value == "1 2"


def test_a_lambda_is_refused_with_the_reason() -> None:
    with pytest.raises(TypeError, match="a function with a name"):
        AppTest.from_function(lambda: None)


def test_a_text_is_a_script_whatever_its_indentation() -> None:
    app = AppTest.from_string(
        """
        import streamlit as st
        st.text("hi")
        """
    ).run()
    assert [node.value for node in app.text] == ["hi"]


def test_a_file_is_found_beside_the_test_and_may_import_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "beside_the_script.py").write_text("word = 'neighbour'")
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st, beside_the_script\nst.text(beside_the_script.word)")
    path = list(sys.path)
    assert AppTest.from_file(script).run().text[0].value == "neighbour"
    assert sys.path == path
    with pytest.raises(FileNotFoundError, match="nowhere"):
        AppTest.from_file("nowhere.py")


def test_nodes_tell_what_the_script_declared() -> None:
    app = AppTest.from_function(counter).run()
    button, off = app.main.button
    assert (button.label, button.key, button.help, button.disabled) == ("More", "more", "one more", False)
    assert off.disabled
    assert off.help == ""
    assert off.form_id == ""
    assert button.proto.label == "More"
    assert button.type == "button"
    slider = app.slider("factor")
    assert (slider.min, slider.max, slider.step, slider.value) == (1, 10, 1, 2)
    with pytest.raises(AttributeError, match="flavour"):
        _ = button.flavour


def test_a_click_is_true_until_the_next_run() -> None:
    app = AppTest.from_function(counter).run()
    assert app.button[0].value is False
    assert app.button[0].click().value is True
    app.run()
    assert app.button[0].value is True
    assert app.session_state.more is False
    assert app.run().button[0].value is False


def test_a_disabled_widget_can_not_be_touched() -> None:
    app = AppTest.from_function(counter).run()
    with pytest.raises(AppTestError, match="'Off' is disabled"):
        app.button[1].click()


def test_lists_are_read_by_position_slice_and_key() -> None:
    app = AppTest.from_function(counter).run()
    assert len(app.button) == app.button.len == 3
    assert app.button[-1].label == "Less"
    assert [node.label for node in app.button[1:]] == ["Off", "Less"]
    assert app.button == app.button
    assert app.get_by_key("factor") == app.slider[0]
    assert "More" in repr(app.button)
    assert "More" in repr(app)
    with pytest.raises(KeyError, match="'more'"):
        app.button("less")
    with pytest.raises(IndexError, match="there are 3"):
        _ = app.button[3]


def test_get_finds_what_has_no_accessor() -> None:
    app = AppTest.from_function(counter).run()
    assert [node.type for node in app.get("slider")] == ["slider"]
    assert list(app.get("nothing")) == []
    assert [block.type for block in (app[0], app[1])] == ["main", "sidebar"]
    assert len(app) == 2


def test_before_the_first_run_there_is_nothing() -> None:
    app = AppTest.from_function(counter)
    assert len(app) == 0
    assert list(app.button) == []
    with pytest.raises(KeyError, match="run"):
        _ = app.main


def test_a_node_runs_the_script_too() -> None:
    app = AppTest.from_function(counter).run()
    assert app.button[0].click().run() is app
    assert app.text[0].value == "2"


def test_what_a_test_sets_in_the_state_is_there_in_the_next_run() -> None:
    app = AppTest.from_function(counter)
    app.session_state["n"] = 7
    app.session_state.factor = 3
    app.run()
    assert app.text[0].value == "21"
    app.session_state.factor = 4
    assert app.run().slider[0].value == 4
    del app.session_state["n"]
    assert app.run().text[0].value == "0"
    assert "n" in app.session_state
    assert app.session_state.to_dict()["n"] == 0
    with pytest.raises(KeyError, match="nope"):
        del app.session_state["nope"]


def test_the_script_stands_in_the_message_of_a_timeout() -> None:
    def script() -> None:
        while True:
            pass

    app = AppTest.from_function(script, default_timeout=0.2)
    with pytest.raises(ScriptTimeoutError, match=r"(?s)0\.2 s.*while True|pass"):
        app.run()
    assert "desklit-test" not in [thread.name for thread in threading.enumerate()]


def test_a_script_that_reruns_for_ever_is_told() -> None:
    def script() -> None:
        import streamlit as st

        st.rerun()

    with pytest.raises(ScriptTimeoutError, match="rerun"):
        AppTest.from_function(script, default_timeout=0.2).run()


def test_an_app_can_be_run_again_after_a_timeout() -> None:
    def script() -> None:
        import streamlit as st

        while st.session_state.get("loop"):
            pass
        st.text("done")

    app = AppTest.from_function(script)
    app.session_state.loop = True
    with pytest.raises(ScriptTimeoutError):
        app.run(timeout=0.2)
    app.session_state.loop = False
    assert app.run().text.values == ["done"]


def test_an_exception_is_a_node_with_type_and_message() -> None:
    def script() -> None:
        import streamlit as st

        st.text("before")
        raise ValueError("that went wrong")

    app = AppTest.from_function(script).run()
    assert app.text.values == ["before"]
    (error,) = app.exception
    assert error.proto.type == "ValueError"
    assert error.value == error.message == "that went wrong"
    assert any("raise ValueError" in frame for frame in error.stack_trace)


def test_streamlit_means_desklit_in_the_script_alone() -> None:
    def script() -> None:
        import streamlit as st

        st.text(st.__name__ + st.text.__module__)

    before = sys.modules.get("streamlit")
    assert "desklit" in AppTest.from_function(script).run().text[0].value
    assert sys.modules.get("streamlit") is before or before is None


def test_query_parameters_are_texts_or_lists_of_texts() -> None:
    def script() -> None:
        import streamlit as st

        st.text(st.query_params["page"])
        st.query_params["seen"] = ["a", "b"]

    app = AppTest.from_function(script)
    app.query_params["page"] = 3
    app.run()
    assert app.text[0].value == "3"
    assert dict(app.query_params) == {"page": "3", "seen": ["a", "b"]}
    del app.query_params["seen"]
    assert "seen" not in app.query_params


def test_sys_argv_stays_the_tests() -> None:
    argv = list(sys.argv)
    AppTest.from_function(counter).run()
    assert sys.argv == argv


def test_no_thread_and_no_file_is_left() -> None:
    app: Any = AppTest.from_function(counter).run()
    folder = Path(repr(app).split("'")[1]).parent
    assert folder.exists()
    del app
    gc.collect()
    assert not folder.exists()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("desklit")]
