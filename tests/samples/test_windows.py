from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

KEY = Qt.Key
SAMPLES = Path(__file__).parent.parent.parent / "samples"
SCRIPTS = sorted(
    str(path.relative_to(SAMPLES))
    for path in SAMPLES.rglob("*.py")
    if path.name not in ("two_windows_shared.py", "__init__.py") and path.parent.name != "tests"
)


def figures(page):
    return {view.element.label: view.element.value for view in page.views("metric")}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_sample_fits_its_window(open_sample, script, width):
    page = open_sample(script, size=(width, 700))
    region = page.window.area.region
    assert region.items
    assert all(view.geometry().right() <= region.width() for view in region.items)


def test_the_counter_counts_by_mouse_and_by_keyboard(open_sample):
    page = open_sample("counter.py")
    page.click("button", "One more")
    page.press("button", "One more", KEY.Key_Space)
    assert page.texts() == ["Counted to 2"]
    page.click("button", "Start over")
    assert page.texts() == ["Counted to 0"]


def test_a_task_is_written_ticked_and_dropped(open_sample):
    page = open_sample("todo.py")
    page.write("text_input", "new_task", "Feed the cat")
    assert page.view("text_input").element.value == ""
    assert page.views("checkbox")[-1].element.label == "Feed the cat"
    page.click("checkbox", "Feed the cat", QPoint(8, 8))
    assert page.view("progress").element.text == "2 of 4 done"
    page.press("radio", "Show", KEY.Key_Down)
    assert [view.element.label for view in page.views("checkbox")] == ["Answer Ada's letter", "Buy bread"]
    page.click("button", "drop_1")
    page.click("button", "Clear what is done")
    assert [view.element.label for view in page.views("checkbox")] == ["Buy bread"]


def test_nothing_of_an_order_counts_before_it_is_sent(open_sample, qtbot):
    page = open_sample("order_form.py")
    name = page.control("text_input", "name")
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(name, "Ada")
    page.click("button", "Order")
    assert "consent" in page.texts("error")[0]
    assert "name" not in page.texts("error")[0]
    for box in ("collect", "terms"):
        qtbot.mouseClick(page.control("checkbox", box), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.keyClick(page.control("slider", "count"), KEY.Key_Right)
    assert page.texts("error")
    page.click("button", "Order")
    assert page.texts("success") == ["Thank you, Ada! It will be ready at 18:30."]
    assert figures(page) == {"To pay": "21.00 €"}


def test_the_two_fields_of_the_converter_follow_each_other(open_sample):
    page = open_sample("unit_converter.py")
    page.write("number_input", "left", "2500")
    assert page.control("number_input", "right").text() == "2.5000"
    page.write("number_input", "right", "3", KEY.Key_Tab)
    assert page.control("number_input", "left").text() == "3000.0000"
    page.click("button", "swap")
    assert page.control("number_input", "left").text() == "3.0000"
    page.press("radio", "kind", KEY.Key_Down)
    assert page.control("selectbox", "from_unit").shown_value == "kilogram"


class Answers:
    """Stands in for the file dialogs: says where to save and what to open."""

    def __init__(self, save: Path, opened: list[Path]) -> None:
        self._save = save
        self._opened = opened

    def save(self, parent, name, then):
        then(self._save / name)

    def open(self, parent, suffixes, many, then):
        then(self._opened)


def test_a_picture_is_opened_filtered_and_saved(open_sample, qtbot, tmp_path):
    pillow = pytest.importorskip("PIL.Image")
    red = tmp_path / "red.png"
    pillow.new("RGB", (40, 30), (200, 0, 0)).save(red)
    page = open_sample("image_filter.py")
    page.window.scene.files = Answers(tmp_path, [red])
    page.click("file_uploader")
    assert any("40 × 30" in str(view.element) for view in page.views("image"))
    page.press("slider", "Strength", KEY.Key_End)
    page.click("download_button")
    saved = tmp_path / "red-grey.png"
    qtbot.waitUntil(saved.exists)
    levels = pillow.open(saved).convert("RGB").getpixel((5, 5))
    assert max(levels) - min(levels) <= 2


def test_a_price_is_typed_into_the_table_and_the_sums_follow(open_sample, qtbot):
    page = open_sample("price_list.py")
    assert figures(page)["Worth of the stock"] == "493.00 €"
    page.fill_cell(0, 1, "2")
    assert figures(page)["Worth of the stock"] == "625.00 €"


def test_each_window_has_its_state_and_all_share_the_module(open_sample, qtbot):
    one, other = open_sample("two_windows.py"), open_sample("two_windows.py")
    before = int(figures(one)["Clicks in all windows"])
    one.write("text_input", "name", "Ada")
    one.click("button", "Click")
    other.click("button", "Click")
    assert figures(other) == {"Clicks in this window": "1", "Clicks in all windows": str(before + 2)}
    assert other.view("text_input").element.value != "Ada"
    assert figures(one)["Clicks in all windows"] == str(before + 1)
    one.click("button", "Look again")
    assert figures(one) == {"Clicks in this window": "1", "Clicks in all windows": str(before + 2)}


def test_the_tour_takes_an_order_and_shows_every_tab(open_sample, qtbot):
    page = open_sample("tour.py", size=(1280, 900))
    qtbot.keyClick(page.control("number_input", "cups"), KEY.Key_Up)
    page.click("button", "Take the order")
    assert [card.element.body for card in page.window.toasts.cards] == ["2 × Espresso"]
    assert figures(page)["Cups today"] == "34"
    page.click("toggle", at=QPoint(8, 8))
    assert figures(page)["Takings"].endswith("€")
    page.click("button", "Ring the bell")
    assert "Rung 1 times. The session remembers." in page.texts("caption")
    page.write("text_input", "Name", "Ada and Grace")
    assert page.texts("title") == [":material/local_cafe: Ada and Grace"]


@pytest.mark.parametrize("base", ["light", "dark"])
def test_the_gallery_paints_all_that_it_shows(open_sample, qtbot, base):
    page = open_sample("gallery.py", theme__base=base)

    def all_is_in_sight():
        # What comes into sight is measured, and may be taller than it was taken for.
        fits = page.window.height() == page.window.placing.whole_height()
        page.window.resize(1000, page.window.placing.whole_height())
        return fits and page.errors() == ["ValueError", "KeyError"]

    qtbot.waitUntil(all_is_in_sight)
    picture = page.window.grab().toImage()
    corner = picture.pixelColor(picture.width() - 30, picture.height() - 30)
    assert (corner.lightness() > 128) == (base == "light")


def test_a_section_of_the_gallery_is_chosen_in_the_sidebar(open_sample):
    page = open_sample("gallery.py", "sliders", size=(1200, 800))
    assert not page.views("text_input")
    page.write("multiselect", "Sections", "fields")
    assert page.views("slider")
    assert page.views("text_input")


# The session-state page


def test_a_value_is_set_once_and_then_changed(open_sample):
    page = open_sample("session_state/initialise.py")
    page.click("button", "Change it")
    page.click("button", "Run again")
    assert page.texts() == ["another value"]


def test_attributes_and_items_reach_the_same_value(open_sample):
    page = open_sample("session_state/update.py")
    page.click("button", "By attribute")
    assert page.texts() == ["value2"]
    page.click("button", "By item")
    assert page.texts() == ["value3"]


def test_a_value_stays_over_a_rerun(open_sample):
    page = open_sample("session_state/initialise_by_attribute.py")
    page.click("button", "Run again")
    assert page.texts() == ["value"]
    assert open_sample("session_state/read.py").texts() == ["value", "value", "a fallback"]


def test_what_is_moved_stands_in_the_written_state(open_sample):
    page = open_sample("session_state/write_everything.py")
    page.press("slider", "age", KEY.Key_Right)
    one, other = page.views("json")
    assert one.element == other.element
    assert "37" in str(one.element)


def test_a_missing_key_can_be_set_from_the_page_that_shows_the_error(open_sample):
    page = open_sample("session_state/missing_key.py")
    assert page.errors() == ["KeyError"]
    page.click("button", "Set it")
    assert page.errors() == []


def test_one_value_is_chosen_and_deleted(open_sample, qtbot):
    page = open_sample("session_state/delete_one.py")
    page.write("selectbox", "Which one", "pear")
    page.click("button", "Delete it")
    assert page.texts() == ["one apple", "one plum"]


def test_forgetting_all_puts_the_field_back(open_sample):
    page = open_sample("session_state/delete_all.py")
    page.write("text_input", "name", "Ada")
    page.click("button", "Forget everything")
    assert page.texts() == ["nobody has seen 1 runs."]
    assert page.control("text_input").text() == "nobody"


def test_a_field_and_its_key_are_one_value(open_sample):
    page = open_sample("session_state/widget_association.py")
    page.write("text_input", "name", "Ada")
    assert page.texts() == ["Hello, Ada!"]
    page.click("button", "I am Grace")
    assert page.control("text_input").text() == "Grace"


def test_every_widget_calls_back_with_its_arguments(open_sample, qtbot, tmp_path):
    page = open_sample("session_state/callbacks.py", size=(1000, 1400))
    (tmp_path / "note.txt").write_text("Hello")
    page.window.scene.files = Answers(tmp_path, [tmp_path / "note.txt"])
    page.view("color_picker").ask = lambda parent, color, title, tried, done: done("#abcdef")
    acts = {
        "checkbox": lambda: page.click("checkbox", at=QPoint(8, 8)),
        "toggle": lambda: page.click("toggle", at=QPoint(8, 8)),
        "radio": lambda: page.press("radio", "radio", KEY.Key_Down),
        "selectbox": lambda: page.write("selectbox", "selectbox", "Blue"),
        "multiselect": lambda: page.write("multiselect", "multiselect", "Thyme"),
        "color_picker": lambda: page.click("color_picker"),
        "data_editor": lambda: page.fill_cell(0, 0, "Grace"),
        "date_input": lambda: page.press("date_input", "date_input", KEY.Key_Up, KEY.Key_Return),
        "time_input": lambda: page.press("time_input", "time_input", KEY.Key_Up, KEY.Key_Return),
        "slider": lambda: page.press("slider", "slider", KEY.Key_Right),
        "select_slider": lambda: page.press("select_slider", "select_slider", KEY.Key_Right),
        "number_input": lambda: page.press("number_input", "number_input", KEY.Key_Up, KEY.Key_Return),
        "text_input": lambda: page.write("text_input", "text_input", "hello"),
        "text_area": lambda: page.write("text_area", "text_area", "there", KEY.Key_Tab),
        "file_uploader": lambda: page.click("file_uploader"),
        "button": lambda: page.click("button", "button"),
        "download_button": lambda: page.click("download_button"),
        "form_submit_button": lambda: page.click("button", "form_submit_button"),
    }
    for kind, act in acts.items():
        act()
        verb = "clicked" if kind.endswith("button") else "changed"
        assert page.texts()[0].startswith(f"`st.{kind}` {verb}: "), kind


def test_the_callback_of_the_form_runs_with_what_was_sent(open_sample, qtbot):
    page = open_sample("session_state/form_callback.py")
    qtbot.keyClick(page.control("slider"), KEY.Key_Right)
    qtbot.mouseClick(page.control("checkbox"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert page.texts() == []
    page.click("button", "Submit")
    assert page.texts() == ["`6`", "`True`"]


def test_a_function_in_the_state_is_refused_only_with_the_option(open_sample):
    assert open_sample("session_state/unserialisable.py").errors() == []
    strict = open_sample(
        "session_state/unserialisable.py", runner__enforceSerializableSessionState="true"
    )
    assert strict.errors() == ["UnserializableSessionStateError"]
    page = open_sample("session_state/serialisable_only/unserialisable.py")
    assert page.errors() == ["UnserializableSessionStateError"]
    page.click("toggle", at=QPoint(8, 8))
    assert page.errors() == []


def test_a_value_is_not_set_after_its_widget(open_sample):
    page = open_sample("session_state/set_after_widget.py")
    assert page.errors() == ["StreamlitWidgetAlreadyInstantiatedError"]
    assert page.view("slider").element.value == (5,)


def test_a_default_beside_a_value_of_the_state_is_noted_once(open_sample):
    page = open_sample("session_state/default_and_state.py")
    assert page.texts() == ["`7`"]
    assert page.window.notices.isVisible()
    assert page.errors() == []


def test_a_button_is_not_set(open_sample):
    page = open_sample("session_state/set_a_button.py")
    assert page.errors() == ["StreamlitValueAssignmentNotAllowedError"]
