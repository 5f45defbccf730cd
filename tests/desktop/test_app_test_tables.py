from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from desklit.desktop.testing import AppTest, AppTestError


def editing() -> None:
    import datetime as dt

    import streamlit as st

    data = {
        "item": ["tea", "milk"],
        "price": [2.5, 1.0],
        "new": [True, False],
        "day": [dt.date(2024, 1, 1)] * 2,
    }
    config = {
        "item": st.column_config.TextColumn(required=True, max_chars=6, validate="^[a-z]+$"),
        "price": st.column_config.NumberColumn("Price", min_value=0, default=1.5),
    }
    edited = st.data_editor(data, column_config=config, num_rows="dynamic", key="table", disabled=["new"])
    st.text(list(edited["item"]))
    st.text(list(edited["price"]))
    st.text(edited["day"][0])
    st.data_editor({"a": [1]}, key="fixed")


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(editing).run()


def test_a_cell_is_edited_by_name_label_or_number(app: AppTest) -> None:
    editor = app.data_editor[0]
    editor.edit(0, "item", "coffee").edit(1, "Price", "3,5").edit(0, 3, dt.date(2025, 2, 3)).run()
    assert app.text.values == ["['coffee', 'milk']", "[2.5, 3.5]", "2025-02-03"]
    assert app.session_state.table["edited_rows"][1] == {"price": 3.5}
    assert list(app.data_editor("table").edited["price"]) == [2.5, 3.5]
    assert list(app.data_editor("table").value["price"]) == [2.5, 1.0]
    app.data_editor[0].edit(0, "price", 9).run()
    assert app.text.values[:2] == ["['coffee', 'milk']", "[9.0, 3.5]"]


def test_rows_are_added_and_deleted_as_they_are_shown(app: AppTest) -> None:
    app.data_editor[0].add_row(item="sugar").delete_rows([0]).run()
    assert app.text.values[:2] == ["['milk', 'sugar']", "[1.0, 1.5]"]
    app.data_editor[0].edit(1, "item", "salt").delete_rows([0]).add_row({"item": "oil", "Price": 4}).run()
    assert app.text.values[:2] == ["['salt', 'oil']", "[1.5, 4.0]"]
    assert len(app.data_editor[0].edited) == 2


@pytest.mark.parametrize(
    ("row", "column", "value", "why"),
    [
        (0, "item", None, "must not be empty"),
        (0, "item", "chocolate", "At most 6 characters"),
        (0, "item", "Tea", "expected form"),
        (0, "price", -1, "At least"),
        (0, "price", "much", "does not take 'much'|no such value"),
        (0, "new", True, "can't be edited"),
        (5, "item", "tea", "There is no row 5"),
        (0, "cost", 1, "'price'"),
    ],
)
def test_what_a_cell_does_not_take_is_told(
    app: AppTest, row: int, column: str, value: object, why: str
) -> None:
    with pytest.raises(AppTestError, match=why):
        app.data_editor[0].edit(row, column, value)
    assert not app.data_editor[0].touched


def test_rows_stay_where_they_are_fixed(app: AppTest) -> None:
    with pytest.raises(AppTestError, match="num_rows"):
        app.data_editor("fixed").add_row(a=2)
    with pytest.raises(AppTestError, match="num_rows"):
        app.data_editor("fixed").delete_rows([0])


def choosing() -> None:
    import streamlit as st

    data = {"a": [1, 2, 3], "b": [4, 5, 6]}
    modes = ["multi-row", "single-column", "multi-cell"]
    event = st.dataframe(data, on_select="rerun", selection_mode=modes, key="many")
    one = st.dataframe(data, on_select="rerun", selection_mode="single-row", key="one")
    st.dataframe(data, key="none")
    st.text(f"{event.selection.rows} {event.selection.columns} {event.selection.cells} {one.selection.rows}")


def test_rows_columns_and_cells_are_chosen() -> None:
    app = AppTest.from_function(choosing).run()
    many = app.dataframe("many")
    many.select_rows([2, 0]).select_columns(["b"]).select_cells([(1, "a")])
    app.dataframe("one").select_rows([1]).run()
    assert app.text[0].value == "[2, 0] ['b'] [(1, 'a')] [1]"
    assert app.dataframe("many").selection.rows == [2, 0]
    app.dataframe("many").select_rows([]).run()
    assert app.session_state.many.selection.rows == []


def test_what_can_not_be_chosen_is_told() -> None:
    app = AppTest.from_function(choosing).run()
    with pytest.raises(AppTestError, match="single-row"):
        app.dataframe("one").select_rows([0, 1])
    with pytest.raises(AppTestError, match="3 rows"):
        app.dataframe("many").select_rows([3])
    with pytest.raises(AppTestError, match="columns can't be chosen"):
        app.dataframe("one").select_columns(["a"])
    with pytest.raises(AppTestError, match="nothing can be chosen"):
        app.dataframe[2].select_rows([0])


def frames_of_all_kinds() -> None:
    import pandas as pd
    import streamlit as st

    labels = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", "y"])
    st.dataframe(pd.DataFrame({("A", "p"): [1, 2], ("A", "q"): [3, 4]}, index=labels))
    st.dataframe(pd.DataFrame({"l": [[1, 2], [3]], "m": [1, "a"], "n": pd.array([1, None], dtype="Int64")}))
    st.dataframe(pd.Series([1, 2]))
    st.table([[1, 2], [3, 4]])
    st.dataframe({"a": [1, 2]})


def test_the_value_of_a_table_is_the_frame_that_was_given() -> None:
    app = AppTest.from_function(frames_of_all_kinds).run()
    labels = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", "y"])
    given = pd.DataFrame({("A", "p"): [1, 2], ("A", "q"): [3, 4]}, index=labels)
    pd.testing.assert_frame_equal(app.dataframe[0].value, given, check_index_type=False)
    assert list(app.dataframe[2].value.columns) == [0]
    assert list(app.table[0].value.columns) == [0, 1]
    assert app.dataframe[3].value.equals(pd.DataFrame({"a": [1, 2]}))


def test_the_value_of_a_table_has_what_arrow_makes_of_its_cells() -> None:
    frame = AppTest.from_function(frames_of_all_kinds).run().dataframe[1].value
    assert [cell.tolist() for cell in frame["l"]] == [[1, 2], [3]]
    assert list(frame["m"]) == ["1", "a"]
    assert str(frame["n"].dtype) == "Int64"
