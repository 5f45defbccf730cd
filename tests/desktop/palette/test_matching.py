"""How names are found by a few letters."""

from __future__ import annotations

import pytest

from desklit.desktop.palette.choice import Choice, ranked
from desklit.desktop.palette.matching import fit, folded


def order(query: str, *names: str, recent: tuple[str, ...] = ()) -> list[str]:
    choices = [Choice(name, lambda: None, "Button", id=name) for name in names]
    return [line.choice.name for line in ranked(choices, query, recent)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("save", ["Save", "Save as", "Unsaved work"]),
        ("open", ["Open file", "Reopen"]),
        ("chart", ["Chart", "Export chart", "Flowcharts"]),
        ("of", ["Office", "Open file"]),
        ("exp cha", ["Export chart as picture"]),
        ("rap", ["Rapid", "Run all pages"]),
    ],
)
def test_better_fits_come_first(query: str, names: list[str]) -> None:
    assert order(query, *reversed(names)) == names


def test_what_does_not_hold_the_letters_in_order_is_left_out() -> None:
    assert order("xyz", "Add row", "Delete row") == []
    assert order("rda", "Add row") == []


def test_letters_strewn_over_a_text_are_no_fit() -> None:
    assert fit("sow", folded("Keep sessions while I work, to restore them afterwards")) is None


def test_accents_and_capitals_do_not_matter_and_signs_keep_their_places() -> None:
    found = fit(folded("CAFE"), folded("Das Café"))
    assert found is not None
    assert found.at == (4, 5, 6, 7)
    assert len(folded("İß\N{LATIN SMALL LIGATURE FI}")) == 3


def test_with_nothing_typed_recent_choices_come_first_and_the_rest_as_it_was() -> None:
    assert order("", "A", "B", "C", "D", recent=("C", "B")) == ["C", "B", "A", "D"]


def test_a_recent_choice_comes_before_one_that_fits_as_well() -> None:
    assert order("row", "Add row", "Pop row", recent=("Pop row",)) == ["Pop row", "Add row"]


def test_what_can_not_be_chosen_comes_behind() -> None:
    choices = [
        Choice("Add row", lambda: None, "Button", enabled=False),
        Choice("Add rows", lambda: None, "Button"),
    ]
    assert [line.choice.name for line in ranked(choices, "add")] == ["Add rows", "Add row"]


def test_words_may_say_where_a_choice_lives() -> None:
    choices = [
        Choice("Delete", lambda: None, "Button", "Orders"),
        Choice("Delete", lambda: None, "Button", "Customers"),
    ]
    assert [line.choice.where for line in ranked(choices, "delete cust")] == ["Customers"]


def test_the_letters_that_were_typed_are_told() -> None:
    (line,) = ranked([Choice("Open file", lambda: None, "Menu")], "opfi")
    assert [line.choice.name[at] for at in line.at] == ["O", "p", "f", "i"]
