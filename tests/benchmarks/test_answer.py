"""An answer that is written piece by piece, as by st.write_stream: what one more piece costs its window."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from budgets import Ratio
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desklit.widgets.markdown import RichText
from desklit.widgets.scene import Scene
from desklit.widgets.theme import build_theme

WORDS = ["alpha", "**beta**", "gamma", "`delta`", "epsilon", "zeta", "[eta](https://example.org)", "theta"]
WIDTH, HEIGHT, PIECE = 700, 600, 25  # px, px, characters


def answer(words: int) -> str:
    """Markdown in paragraphs of sixty words."""
    chosen = random.Random(1)
    text = ""
    for number in range(words):
        text += chosen.choice(WORDS) + ("\n\n" if number % 60 == 59 else " ")
    return text


def page_with(label: QLabel) -> QWidget:
    """A window that shows the end of a text, as a page does that is scrolled there."""
    page = QWidget()
    page.resize(WIDTH, HEIGHT)
    label.setParent(page)
    page.show()
    return page


def pieces(label: QLabel, show: Callable[[str], object], text: str, count: int) -> float:
    """Seconds that the middle one of the last pieces takes until it is painted."""
    taken = []
    for left in range(count, 0, -1):
        started = time.perf_counter()
        show(text[: len(text) - (left - 1) * PIECE])
        height = label.heightForWidth(WIDTH)
        label.setGeometry(0, min(0, HEIGHT - height), WIDTH, height)
        QCoreApplication.processEvents()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


@pytest.fixture
def labels(qtbot) -> Iterator[tuple[QLabel, RichText]]:
    by_hand = QLabel(textFormat=Qt.TextFormat.MarkdownText, wordWrap=True)
    ours = RichText("", Scene(build_theme({}, "light")))
    pages = [page_with(label) for label in (by_hand, ours)]
    for page in pages:
        qtbot.waitExposed(page)
    yield by_hand, ours
    for page in pages:
        page.close()


@pytest.mark.parametrize("words", [200, 2_000])
def test_one_more_piece_of_an_answer(in_turns, labels: tuple[QLabel, RichText], words: int) -> None:
    by_hand, ours = labels
    text = answer(words)
    in_turns(
        f"one more piece of an answer of {words:,} words",
        lambda: pieces(by_hand, by_hand.setText, text, 15),
        lambda: pieces(ours, ours.set_source, text, 15),
        budget=Ratio(2.5),
        rounds=5,
        short=2,
    )
