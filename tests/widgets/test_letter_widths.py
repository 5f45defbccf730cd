"""Whether a text fits on a line, told by the widths of its letters."""

from __future__ import annotations

import random
import string

import pytest
from PySide6.QtGui import QFontMetrics

from desklit.widgets.fonts import text_font
from desklit.widgets.letter_widths import LetterWidths

LETTERS = string.ascii_letters + string.digits + string.punctuation + " "


@pytest.mark.parametrize("names", ["Source Sans 3", "monospace", "serif"])
@pytest.mark.parametrize("px", [14.0, 44.0])
@pytest.mark.parametrize("weight", [400, 700])
def test_what_is_said_to_fit_does(qapp, names, px, weight):
    chance = random.Random(1)
    letters, metrics = LetterWidths(names, px, weight), QFontMetrics(text_font(names, px, weight))
    said = 0
    for _ in range(300):
        text = "".join(chance.choices(LETTERS, k=chance.randint(1, 60)))
        own = metrics.horizontalAdvance(text) + 1
        assert not letters.fit(text, own - 1), text
        said += letters.fit(text, round(own * 1.2 + 2 * px))
    assert said > 290  # it is of use


def test_of_other_letters_than_ascii_nothing_is_said(qapp):
    assert not LetterWidths("Source Sans 3", 16.0, 400).fit("é", 1_000)


def test_a_long_text_is_not_added_up(qapp):
    letters = LetterWidths("Source Sans 3", 16.0, 400)
    assert not letters.fit("i" * 10_000, 1_000)
    assert not letters
