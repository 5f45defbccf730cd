from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit

import desklit as st
from desklit.desktop.testing.menus import choose_entries
from desklit.widgets.theme import build_theme

DATA = {
    "item": ["tea", "coffee", None],
    "price": [2.5, 3.0, None],
    "stock": [12, 3, 0],
    "organic": [True, False, True],
    "since": [dt.date(2024, 5, 1), None, dt.date(2022, 1, 31)],
}


class Shown:
    """A table on screen, and a user's hands."""

    def __init__(self, view, qtbot, region):
        self.view, self.qtbot, self.region = view, qtbot, region
        self.grid = view.frame.grid
        self.model = self.grid.table_model
        self.said = []
        view.changed.connect(self.said.append)

    def centre(self, row, column):
        return self.grid.visualRect(self.model.index(row, column)).center()

    def click(self, row, column, modifier=Qt.KeyboardModifier.NoModifier):
        place = self.centre(row, column)
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    def double_click(self, row, column):
        self.click(row, column)
        self.qtbot.mouseDClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=self.centre(row, column))

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.hands, key, modifier)

    def type(self, text):
        for letter in text:
            self.qtbot.keyClick(self.hands, letter)

    @property
    def hands(self):
        return self.grid.cells.editor or self.grid

    def mark(self, row):
        place = QPoint(18, self.grid.rowViewportPosition(row) + 17)
        self.qtbot.mouseClick(self.grid.marks.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def head(self, column):
        place = QPoint(self.grid.columnViewportPosition(column) + 30, 17)
        self.qtbot.mouseClick(self.grid.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=place)

    def texts(self, column):
        return [self.model.text(row, column) for row in range(self.model.overlay.rows)]


@pytest.fixture
def shown(run, show, qtbot):
    def make(command=st.data_editor, data=DATA, **arguments):
        command(data, **arguments)
        region = show(run)
        made = Shown(region.items[0], qtbot, region)
        made.grid.setFocus()
        return made

    return make


def test_typing_replaces_a_cell_and_enter_goes_down(shown):
    table = shown()
    table.click(0, 0)
    table.type("mate")
    table.key(Qt.Key.Key_Return)
    assert table.said == [{"edited_rows": {0: {"item": "mate"}}, "added_rows": [], "deleted_rows": []}]
    assert table.grid.currentIndex().row() == 1
    assert table.grid.hasFocus()


def test_tab_goes_right_and_escape_takes_back(shown):
    table = shown()
    table.click(0, 0)
    table.type("x")
    table.key(Qt.Key.Key_Tab)
    assert table.grid.currentIndex().column() == 1
    table.type("9")
    table.key(Qt.Key.Key_Escape)
    assert [state["edited_rows"] for state in table.said] == [{0: {"item": "x"}}]
    assert table.model.value(0, 1) == 2.5


def test_edits_add_up(shown):
    table = shown()
    for row, text in ((0, "a"), (1, "b")):
        table.click(row, 0)
        table.type(text)
        table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"] == {0: {"item": "a"}, 1: {"item": "b"}}


def test_a_double_click_edits_what_is_there(shown):
    table = shown()
    table.double_click(1, 0)
    assert table.hands.text() == "coffee"
    table.key(Qt.Key.Key_End)
    table.type("s")
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"] == {1: {"item": "coffees"}}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("7", 7),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,5", 1.5),
        ("1,234", 1234),
        ("-2.25", -2.25),
        ("", None),
    ],
)
def test_numbers_are_read_as_numbers(shown, typed, value):
    table = shown()
    table.double_click(0, 1)
    table.hands.clear()
    table.type(typed)
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"][0]["price"] == value


def test_what_is_no_number_keeps_the_editor_open(shown):
    table = shown()
    table.double_click(0, 2)
    table.hands.clear()
    table.type("many")
    table.key(Qt.Key.Key_Return)
    assert table.hands.property("wrong") is True
    assert table.said == []
    table.key(Qt.Key.Key_Escape)
    assert table.model.value(0, 2) == 12


def test_limits_of_a_number_are_held(shown):
    table = shown(column_config={"stock": st.column_config.NumberColumn(min_value=0, max_value=20)})
    table.double_click(0, 2)
    table.hands.clear()
    table.type("21")
    table.key(Qt.Key.Key_Return)
    assert "20" in table.hands.toolTip()
    table.key(Qt.Key.Key_Backspace)
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"] == {0: {"stock": 2}}


def test_a_box_turns_by_click_and_by_space(shown):
    table = shown()
    table.click(0, 3)
    assert table.said[-1]["edited_rows"] == {0: {"organic": False}}
    table.key(Qt.Key.Key_Space)
    assert table.said[-1]["edited_rows"] == {0: {"organic": True}}


def test_a_date_has_a_calendar_and_stands_as_text_in_the_state(shown):
    table = shown()
    table.double_click(0, 4)
    editor = table.hands
    assert isinstance(editor, QDateEdit)
    assert editor.calendarPopup()
    table.key(Qt.Key.Key_Home)
    table.key(Qt.Key.Key_Up)
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"] == {0: {"since": "2025-05-01"}}
    assert table.model.value(0, 4) == dt.date(2025, 5, 1)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_category_is_chosen_from_a_list(shown):
    table = shown(data=pd.DataFrame({"c": pd.Categorical(["a", "b"], categories=["a", "b", "z"])}))
    table.double_click(0, 1)
    assert isinstance(table.hands, QComboBox)
    table.hands.setFocus()
    table.key(Qt.Key.Key_Down)
    table.key(Qt.Key.Key_Down)
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["edited_rows"] == {0: {"c": "z"}}


def test_delete_empties_the_selected_cells(shown):
    table = shown()
    table.click(0, 0)
    table.click(1, 1, Qt.KeyboardModifier.ShiftModifier)
    table.key(Qt.Key.Key_Delete)
    assert len(table.said) == 1
    assert table.said[0]["edited_rows"] == {
        0: {"item": None, "price": None},
        1: {"item": None, "price": None},
    }


def test_a_required_cell_is_not_emptied(shown):
    table = shown(column_config={"item": st.column_config.TextColumn(required=True)})
    table.click(0, 0)
    table.key(Qt.Key.Key_Delete)
    assert table.said == []


def choose_at(table, row, column, name):
    place = table.centre(row, column)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, table.grid.viewport().mapToGlobal(place),
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    choose_entries(lambda: QApplication.sendEvent(table.grid.viewport(), event), [name])


def test_the_menu_of_a_cell_copies_it_or_what_is_chosen(shown):
    table = shown()
    choose_at(table, 1, 0, "Copy")
    assert QGuiApplication.clipboard().text() == "coffee"
    table.click(0, 0)
    table.click(1, 1, Qt.KeyboardModifier.ShiftModifier)
    choose_at(table, 1, 1, "Copy")
    assert QGuiApplication.clipboard().text() == "tea\t2.5\ncoffee\t3"


def test_the_menu_of_a_cell_copies_the_whole_table_with_its_names(shown):
    table = shown()
    choose_at(table, 0, 0, "Copy the whole table")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert [line.count("\t") for line in lines] == [lines[0].count("\t")] * 4
    assert "item\tprice\tstock" in lines[0]


def test_copy_and_paste_go_through_tabs_and_lines(shown):
    table = shown()
    table.click(0, 0)
    table.click(1, 1, Qt.KeyboardModifier.ShiftModifier)
    table.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "tea\t2.5\ncoffee\t3"
    QGuiApplication.clipboard().setText("x\t1\ny\tno number\n")
    table.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(table.said) == 1
    assert table.said[0]["edited_rows"] == {0: {"item": "x", "price": 1.0}, 1: {"item": "y"}}


def test_a_locked_column_cannot_be_edited(shown):
    table = shown(disabled=["item", "organic"])
    table.click(0, 0)
    table.type("x")
    table.key(Qt.Key.Key_Delete)
    table.click(0, 3)
    assert table.grid.cells.editor is None
    assert table.said == []


def test_a_row_is_added_by_its_plus_and_filled(shown):
    table = shown(num_rows="dynamic", column_config={"stock": st.column_config.NumberColumn(default=5)})
    table.click(3, 0)
    assert table.said[-1]["added_rows"] == [{"stock": 5}]
    table.type("cocoa")
    table.key(Qt.Key.Key_Return)
    assert table.said[-1]["added_rows"] == [{"stock": 5, "item": "cocoa"}]
    assert table.model.rowCount() == 5


def test_marked_rows_are_deleted_by_key(shown):
    table = shown(num_rows="dynamic")
    table.mark(0)
    table.mark(2)
    table.grid.setFocus()
    table.key(Qt.Key.Key_Delete)
    assert table.said == [{"edited_rows": {}, "added_rows": [], "deleted_rows": [0, 2]}]
    assert table.texts(0) == ["coffee"]


def test_rows_can_be_only_added_or_only_deleted(shown):
    table = shown(num_rows="add")
    assert table.model.rowCount() == 4
    assert not table.grid.marks.isVisible()


def test_deleting_only_shows_boxes_and_no_plus(shown):
    table = shown(num_rows="delete")
    assert table.model.rowCount() == 3
    assert table.grid.marks.isVisible()


def test_an_edit_after_a_deletion_finds_its_row(shown):
    table = shown(num_rows="dynamic")
    table.mark(0)
    table.key(Qt.Key.Key_Delete)
    table.click(0, 0)
    table.type("z")
    table.key(Qt.Key.Key_Return)
    assert table.said[-1] == {"edited_rows": {1: {"item": "z"}}, "added_rows": [], "deleted_rows": [0]}


def test_a_click_on_a_head_sorts_without_an_edit(shown):
    table = shown()
    table.head(2)
    assert table.texts(2) == ["0", "3", "12"]
    table.head(2)
    assert table.texts(2) == ["12", "3", "0"]
    table.click(2, 0)
    table.type("q")
    table.key(Qt.Key.Key_Return)
    assert table.said == [{"edited_rows": {2: {"item": "q"}}, "added_rows": [], "deleted_rows": []}]
    table.head(2)
    assert table.texts(2) == ["12", "3", "0"]
    assert table.model.sorted_by is None


def test_nothing_comes_last_whichever_way_it_is_sorted(shown):
    table = shown()
    for _ in range(2):
        table.head(1)
        assert table.texts(1)[-1] == ""


def test_a_rerun_keeps_current_cell_scroll_and_an_open_editor(shown, next_run, qtbot):
    data = {"n": list(range(100)), "t": [str(n) for n in range(100)]}
    table = shown(data=data, key="k")
    table.grid.scrollTo(table.model.index(60, 0))
    table.grid.setCurrentIndex(table.model.index(60, 1))
    table.type("half")
    editor, place = table.grid.cells.editor, table.grid.verticalScrollBar().value()
    new = next_run()
    st.data_editor(data, key="k", column_config={"n": "Number"})
    table.region.canvas.take(new)
    assert table.grid.cells.editor is editor
    assert editor.text() == "half"
    assert table.grid.verticalScrollBar().value() == place
    assert table.grid.currentIndex().row() == 60
    assert table.said == []


def test_what_the_program_sets_is_silent(shown, next_run):
    table = shown(key="k")
    table.click(1, 0)
    new = next_run()
    st.data_editor({**DATA, "item": ["a", "b", "c"]}, key="k")
    table.region.canvas.take(new)
    assert table.texts(0) == ["a", "b", "c"]
    assert table.grid.currentIndex().row() == 1
    assert table.said == []


def test_what_is_half_typed_is_taken_over_when_asked(shown):
    table = shown()
    table.click(0, 0)
    table.type("half")
    table.view.commit()
    assert table.said[-1]["edited_rows"] == {0: {"item": "half"}}


def test_search_finds_and_walks(shown, qtbot):
    table = shown()
    table.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = table.view.frame.search
    assert search.isVisible()
    qtbot.keyClicks(search.field, "E")
    assert search.count.text() == "1 of 5"
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert search.count.text().startswith("2 of")
    qtbot.keyClicks(search.field, "zzz")
    assert search.count.text() == "None found"
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert table.grid.hits == set()


def test_rows_are_chosen_by_their_boxes(shown):
    table = shown(st.dataframe, on_select="rerun", selection_mode="multi-row")
    table.mark(2)
    table.mark(0)
    assert [state["selection"]["rows"] for state in table.said] == [[2], [0, 2]]
    table.mark(2)
    assert table.said[-1]["selection"]["rows"] == [0]


def test_a_single_row_gives_way_to_the_next(shown):
    table = shown(st.dataframe, on_select="rerun", selection_mode="single-row")
    table.mark(1)
    table.mark(2)
    assert table.said[-1]["selection"]["rows"] == [2]
    table.mark(2)
    assert table.said[-1]["selection"]["rows"] == []


def test_a_required_row_cannot_be_left(shown):
    table = shown(st.dataframe, on_select="rerun", selection_mode="single-row-required")
    assert table.grid.is_marked(0)
    table.mark(0)
    assert table.grid.is_marked(0)


def test_rows_chosen_in_a_sorted_table_are_those_of_the_data(shown):
    table = shown(st.dataframe, on_select="rerun")
    table.head(2)
    table.mark(0)
    assert table.said[-1]["selection"]["rows"] == [2]


def test_columns_are_chosen_by_their_heads(shown):
    table = shown(st.dataframe, on_select="rerun", selection_mode="multi-column")
    table.head(0)
    table.head(2)
    assert table.said[-1]["selection"]["columns"] == ["item", "stock"]
    table.head(0)
    assert table.said[-1]["selection"]["columns"] == ["stock"]


def test_cells_are_chosen_by_clicks(shown):
    table = shown(st.dataframe, on_select="rerun", selection_mode="multi-cell")
    table.click(1, 0)
    table.click(2, 2, Qt.KeyboardModifier.ControlModifier)
    assert table.said[-1]["selection"]["cells"] == [[1, "item"], [2, "stock"]]


def test_a_table_to_read_takes_no_keys(shown):
    table = shown(st.dataframe)
    table.click(0, 0)
    table.type("x")
    table.key(Qt.Key.Key_Delete)
    table.click(0, 3)
    assert table.said == []
    assert table.grid.cells.editor is None


def test_the_csv_holds_all_in_full(shown, tmp_path, monkeypatch):
    table = shown(st.dataframe, data={"a,b": [1.123456789, None], "t": ["x\ny", 'q"']})
    target = tmp_path / "out.csv"
    monkeypatch.setattr(table.view.scene.files, "save", lambda parent, name, then: then(target))
    table.view.frame._download()
    assert target.read_text() == '"a,b",t\n1.123456789,x y\n,"q"""\n'


def test_heights(shown, run, show):
    table = shown(data=list(range(50)))
    assert table.view.height_for(700) == 10 * 35 + 35 + 2
    st.data_editor(list(range(30)), height="content")
    st.data_editor([1], height=200, row_height=50)
    views = show(run).items
    assert views[1].height_for(700) == 31 * 35 + 2
    assert views[2].height_for(700) == 200


def test_a_million_rows_are_shown_at_once(shown):
    table = shown(st.dataframe, data=pd.DataFrame({"n": np.arange(1_000_000), "f": np.arange(1_000_000) / 3}))
    assert table.model.rowCount() == 1_000_000
    table.grid.scrollToBottom()
    table.grid.viewport().grab()
    assert table.model.text(999_999, 2) == "333333"


def test_columns_fill_the_width_until_they_are_pulled(shown):
    table = shown()
    grid = table.grid
    widths = [grid.columnWidth(column) for column in range(5)]
    assert sum(widths) == grid.viewport().width()
    grid.horizontalHeader().resizeSection(0, 300)
    assert table.grid.columnWidth(0) == 300
    table.grid.widths.autosize(0)
    assert table.grid.columnWidth(0) < 300


def test_the_dark_theme_is_taken_over(shown):
    table = shown()
    table.view.scene.theme = build_theme({}, "dark")
    table.view.restyle()
    assert table.grid.ink.background.name() == table.view.scene.theme.background


def test_a_reader_hears_cells_and_names(shown):
    table = shown(alt="Prices")
    assert table.grid.accessibleName() == "Prices"
    assert table.model.data(table.model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "2.5"
    assert table.model.headerData(1, Qt.Orientation.Horizontal) == "price"


def test_the_corner_marks_all_rows_and_none(shown):
    table = shown(num_rows="dynamic")
    corner = table.grid.corner
    assert corner.isVisible()
    table.qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert table.grid.marked == {0, 1, 2}
    table.mark(1)
    assert table.grid.all_marked is None
    table.qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    table.qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert table.grid.marked == set()


def test_a_cut_text_is_told_in_full(shown):
    table = shown(data={"t": ["short", "long " * 200]}, width=200)
    assert table.grid._cut_text(table.model.index(0, 0)) == ""
    assert "long long" in table.grid._cut_text(table.model.index(1, 0))


def test_a_date_is_emptied_by_delete(shown):
    table = shown()
    table.click(0, 4)
    table.key(Qt.Key.Key_Delete)
    assert table.said[-1]["edited_rows"] == {0: {"since": None}}


def test_long_columns_are_sorted_with_nothing_last(shown):
    numbers = np.r_[np.nan, np.arange(20_000, 0, -1.0)]
    table = shown(st.dataframe, data=pd.DataFrame({"n": numbers}), hide_index=True)
    table.head(0)
    assert table.texts(0)[:2] == ["1", "2"]
    table.head(0)
    assert table.texts(0)[:2] == ["20000", "19999"]
    assert table.texts(0)[-1] == ""


def test_row_labels_stay_when_the_table_is_scrolled(shown):
    wide = pd.DataFrame({f"column number {n}": [n, n + 1] for n in range(20)}, index=["first", "second"])
    table = shown(st.dataframe, data=wide)
    pinned = table.grid.pinned
    assert not pinned.isVisible()
    table.grid.horizontalScrollBar().setValue(300)
    assert pinned.isVisible()
    assert pinned.width() == table.grid.columnWidth(0)
    table.qtbot.mouseClick(pinned, Qt.MouseButton.LeftButton, pos=QPoint(10, 35 + 50))
    index = table.grid.currentIndex()
    assert (index.row(), index.column()) == (1, 0)
    assert not pinned.isVisible()


def test_the_plus_among_the_boxes_adds_a_row(shown):
    table = shown(num_rows="dynamic")
    table.mark(3)
    assert table.said[-1]["added_rows"] == [{}]
    assert table.grid.cells.editor is not None
