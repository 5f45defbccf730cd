from __future__ import annotations

from pathlib import Path

import pytest

from desklit.desktop.testing import AppTest

SAMPLES = Path(__file__).parent.parent.parent / "samples"
SCRIPTS = sorted(
    str(path.relative_to(SAMPLES))
    for path in SAMPLES.rglob("*.py")
    if path.name not in ("two_windows_shared.py", "__init__.py") and path.parent.name != "tests"
    and (path.parent.name != "shop" or path.name == "shop.py")  # the rest are its pages
)
RAISES = {
    "gallery.py": ["ValueError", "KeyError"],
    "session_state/missing_key.py": ["KeyError"],
    "session_state/serialisable_only/unserialisable.py": ["UnserializableSessionStateError"],
    "session_state/set_a_button.py": ["StreamlitValueAssignmentNotAllowedError"],
    "session_state/set_after_widget.py": ["StreamlitWidgetAlreadyInstantiatedError"],
}


def run(script: str) -> AppTest:
    return AppTest.from_file(SAMPLES / script, default_timeout=20).run()


def errors(app: AppTest) -> list[str]:
    return [error.proto.type.rpartition(".")[2] for error in app.exception]


def texts(app: AppTest) -> list[str]:
    return [text.value for text in app.markdown]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_sample_raises_only_where_that_is_its_point(script):
    assert errors(run(script)) == RAISES.get(script, [])


@pytest.mark.parametrize("script", [name for name in SCRIPTS if not name.endswith("set_a_button.py")])
def test_every_sample_is_the_same_after_a_rerun(script):
    app = run(script)
    kinds = [element.type for element in app.main]
    app.run()
    assert errors(app) == RAISES.get(script, [])
    assert [element.type for element in app.main] == kinds


def test_the_counter_counts_and_starts_over():
    app = run("counter.py")
    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["Counted to 2"]
    app.button[1].click().run()
    assert texts(app) == ["Counted to 0"]


def test_the_list_takes_tasks_ticks_them_and_drops_them():
    app = run("todo.py")
    app.text_input(key="new_task").input("Feed the cat").run()
    assert [box.label for box in app.checkbox][-1] == "Feed the cat"
    assert app.text_input(key="new_task").value == ""
    app.checkbox[-1].check().run()
    assert app.checkbox[-1].label == "~~Feed the cat~~"
    app.radio[0].set_value("Done").run()
    assert [box.label for box in app.checkbox] == ["~~Water the plants~~", "~~Feed the cat~~"]
    app.radio[0].set_value("All").run()
    app.button(key="drop_1").click().run()
    next(button for button in app.button if button.label.startswith("Clear")).click().run()
    assert [box.label for box in app.checkbox] == ["Buy bread"]


def test_the_order_names_what_is_missing_and_then_the_price():
    app = run("order_form.py")
    app.button[0].click().run()
    assert "your name" in app.error[0].value
    app.text_input(key="name").input("Ada")
    app.checkbox(key="collect").check()
    app.checkbox(key="terms").check()
    app.multiselect(key="extras").set_value(["Olives", "Rocket"])
    app.slider(key="count").set_value(2)
    app.button[0].click().run()
    assert not app.error
    assert "Ada" in app.success[0].value
    assert app.metric[0].value == "25.40 €"


def test_each_of_the_two_fields_sets_the_other():
    app = run("unit_converter.py")
    app.number_input(key="left").set_value(2500.0).run()
    assert app.number_input(key="right").value == pytest.approx(2.5)
    app.number_input(key="right").set_value(3.0).run()
    assert app.number_input(key="left").value == pytest.approx(3000)
    app.button(key="swap").click().run()
    assert app.number_input(key="left").value == pytest.approx(3)
    assert app.selectbox(key="from_unit").value == "kilometre"
    app.radio(key="kind").set_value("Mass").run()
    assert app.selectbox(key="to_unit").value == "gram"
    assert app.number_input(key="right").value == pytest.approx(1000)


def test_the_tour_takes_an_order():
    app = run("tour.py")
    assert [figure.value for figure in app.metric] == ["32", "106.70 €", "Cappuccino"]
    app.selectbox(key="drink").select("Espresso")
    app.number_input(key="cups").set_value(6)
    next(button for button in app.button if button.label == "Take the order").click().run()
    assert [figure.value for figure in app.metric] == ["38", "121.10 €", "Espresso"]
    assert app.toast[0].value == "6 × Espresso"
    app.toggle[0].set_value(True).run()
    assert app.metric[1].value == "60.55 €"


def test_windows_share_the_module_and_not_the_state():
    one, other = run("two_windows.py"), run("two_windows.py")
    before = int(one.metric[1].value)
    one.button[0].click().run()
    other.button[0].click().run()
    assert [figure.value for figure in other.metric] == ["1", str(before + 2)]
    one.run()
    assert [figure.value for figure in one.metric] == ["1", str(before + 2)]


def test_the_strength_is_of_no_use_without_a_filter():
    app = run("image_filter.py")
    assert not app.slider[0].disabled
    app.selectbox[0].select("None").run()
    assert app.slider[0].disabled


def test_the_gallery_shows_the_section_that_was_chosen():
    app = run("gallery.py")
    app.sidebar.multiselect[0].set_value(["sliders"]).run()
    assert not app.checkbox
    assert len(app.slider) + len(app.select_slider) == 10


# The session-state page


def test_a_value_is_initialised_once():
    app = run("session_state/initialise.py")
    app.button[0].click().run()
    assert texts(app) == ["value", "From the next run on it is: another value"]
    app.button[1].click().run()
    assert texts(app) == ["another value"]


@pytest.mark.parametrize("script", ["initialise_by_attribute.py", "read.py"])
def test_a_value_is_read(script):
    assert set(texts(run(f"session_state/{script}"))) <= {"value", "a fallback"}


def test_attributes_and_items_are_the_same_value():
    app = run("session_state/update.py")
    app.button[0].click().run()
    assert texts(app) == ["value2"]
    app.button[1].click().run()
    assert texts(app) == ["value3"]
    assert app.session_state.key == "value3"


def test_the_whole_state_is_written_twice():
    app = run("session_state/write_everything.py")
    assert len(app.json) == 2
    for word in ("visits", "Ada", "36"):
        assert word in app.json[0].value
    assert app.json[0].value == app.json[1].value


def test_a_missing_key_tells_its_name_and_can_be_set():
    app = run("session_state/missing_key.py")
    assert "value" in app.exception[0].message
    app.button[0].click().run()
    assert errors(app) == []
    app.run()
    assert app.session_state["value"] == 42


def test_one_value_is_deleted():
    app = run("session_state/delete_one.py")
    app.selectbox[0].select("pear").run()
    app.button[0].click().run()
    assert texts(app) == ["one apple", "one plum"]
    assert "pear" not in app.session_state


def test_all_values_are_deleted_and_widgets_fall_back():
    app = run("session_state/delete_all.py")
    app.text_input[0].input("Ada").run()
    assert texts(app) == ["Ada has seen 2 runs."]
    app.button[0].click().run()
    assert texts(app) == ["nobody has seen 1 runs."]


def test_a_widget_and_its_key_are_one():
    app = run("session_state/widget_association.py")
    app.text_input[0].input("Ada").run()
    assert app.session_state.name == "Ada"
    assert texts(app) == ["Hello, Ada!"]
    app.button[0].click().run()
    assert app.text_input[0].value == "Grace"


def test_every_callback_gets_its_arguments_before_the_page_is_built():
    app = run("session_state/callbacks.py")
    acts = {
        "checkbox": True,
        "toggle": True,
        "radio": "Coffee",
        "selectbox": "Blue",
        "multiselect": ["Salt"],
        "color_picker": "#112233",
        "slider": 7,
        "select_slider": "high",
        "number_input": 4,
        "text_input": "hello",
        "text_area": "there",
    }
    for kind, value in acts.items():
        getattr(app, kind)(key=kind).set_value(value).run()
        assert app.session_state.log[-1] == (kind, "changed", value)
        assert texts(app)[0] == f"`st.{kind}` changed: `{value!r}`"
    app.button(key="button").click().run()
    assert app.session_state.log[-1] == ("button", "clicked", True)
    app.button(key="form_submit_button").click().run()
    assert app.session_state.log[-1] == ("form_submit_button", "clicked", True)
    assert len(app.session_state.log) == len(acts) + 2


def test_the_callback_of_a_form_sees_what_was_sent():
    app = run("session_state/form_callback.py")
    app.slider[0].set_value(8)
    app.checkbox[0].check()
    app.button[0].click().run()
    assert texts(app) == ["`8`", "`True`"]
    app.run()
    assert texts(app) == []


def test_any_object_is_kept_unless_the_option_asks_for_pickle(monkeypatch):
    assert texts(run("session_state/unserialisable.py")) == ["A function is in the session state: `42`"]
    monkeypatch.setenv("STREAMLIT_RUNNER_ENFORCE_SERIALIZABLE_SESSION_STATE", "true")
    assert errors(run("session_state/unserialisable.py")) == ["UnserializableSessionStateError"]


def test_the_config_beside_the_script_asks_for_pickle():
    app = run("session_state/serialisable_only/unserialisable.py")
    assert errors(app) == ["UnserializableSessionStateError"]
    app.toggle[0].set_value(False).run()
    assert errors(app) == []


def test_a_value_from_the_state_wins_over_the_default():
    app = run("session_state/default_and_state.py")
    assert app.slider[0].value == 7
    assert errors(app) == []
