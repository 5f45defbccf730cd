"""A text that grows is made anew at its end alone, and must look as if all of it had been."""

from __future__ import annotations

import gc
import random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextFrame
from pytestqt.qtbot import QtBot

from desklit.widgets.markdown import RichText
from desklit.widgets.markdown.growth import last_paragraph
from desklit.widgets.scene import Scene
from desklit.widgets.theme import build_theme

LIGHT = build_theme({}, "light")
PARTS = [
    "Plain words and no more of them.",
    "Some **bold**, `code`, :red[red], :blue-background[blue], :material/home: and a [link](https://example.org).",
    "A formula $x^2$ within, and `more` code.",
    "- one\n- two `2`\n  - inner\n\n- three",
    "1. first\n2. second",
    "```python\nprint(1)\n\nprint('Word')\n```",
    "> A quote\n> of two lines",
    "| a | b |\n|---|---|\n| `1` | 2 |",
    "# A heading with `code`",
    "$$\ny = x\n$$",
    "---",
    "**Bold** begins this one, and :rainbow[colours] end it",
    "A title below\n===",
    "- [x] done\n- [ ] open",
]


def text(seed: int) -> str:
    chosen = random.Random(seed)
    return "\n\n".join(chosen.choice(PARTS) for _ in range(24))


def looks(view: RichText) -> tuple[object, ...]:
    """All that decides what is painted."""
    ornaments = view.ornaments
    return (
        view.document.toPlainText(),
        view.heightForWidth(500),
        view.document.toHtml(),
        [(chip.start, chip.end, chip.color.name(), chip.ascent, chip.is_round) for chip in ornaments.chips],
        [(bullet.block.position(), bullet.level, bullet.checked) for bullet in ornaments.bullets],
        len(ornaments.boxes),
        sorted(ornaments.padding),
        view.accessibleName(),
        view.hasMouseTracking(),
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_grown_text_looks_as_one_made_at_once(qtbot: QtBot, seed: int) -> None:
    scene, whole = Scene(LIGHT), text(seed)
    steps = random.Random(seed)
    shown = 500
    grown = RichText(whole[:shown], scene)
    qtbot.addWidget(grown)
    while shown < len(whole):
        shown = min(shown + steps.randint(1, 25), len(whole))
        grown.set_source(whole[:shown])
        if steps.random() < 0.2 or shown == len(whole):
            at_once = RichText(whole[:shown], scene)
            qtbot.addWidget(at_once)
            assert looks(grown) == looks(at_once), whole[:shown][-200:]


def test_a_sign_that_stands_behind_the_growing_text_moves_on(qtbot: QtBot) -> None:
    scene, whole = Scene(LIGHT), "Some **words** of a paragraph.\n\n" * 40 + "The last"
    grown, at_once = RichText(whole + "▌", scene), RichText(whole + " one `grows`\n\nAnd on▌", scene)
    for view in (grown, at_once):
        qtbot.addWidget(view)
    grown.heightForWidth(500)
    changes: list[int] = []
    grown.document.contentsChange.connect(lambda position, removed, added: changes.append(position))
    start = grown.document.lastBlock().position()
    grown.set_source(at_once.source)
    assert min(changes) >= start - 1
    assert looks(grown) == looks(at_once)


def test_only_the_last_paragraph_of_a_long_text_is_made_anew(qtbot: QtBot) -> None:
    view = RichText("Some **words** of a paragraph.\n\n" * 40 + "The last", Scene(LIGHT))
    qtbot.addWidget(view)
    view.heightForWidth(500)
    changes: list[int] = []
    view.document.contentsChange.connect(lambda position, removed, added: changes.append(position))
    start = view.document.lastBlock().position()
    view.set_source(view.source + " one grows")
    assert view.document.lastBlock().text() == "The last one grows"
    assert min(changes) >= start - 1


@pytest.mark.parametrize(
    "end",
    ["\n\n[a]: https://example.org", "\n\n    code", "\n\n[^1]: a note"],
    ids=["definition", "indent", "footnote"],
)
def test_what_changes_the_text_before_it_makes_all_of_it_anew(qtbot: QtBot, end: str) -> None:
    scene, start = Scene(LIGHT), "See [a] and [^1].\n\n" + "Some **words**.\n\n" * 60 + "The last"
    grown, at_once = RichText(start, scene), RichText(start + end, scene)
    for view in (grown, at_once):
        qtbot.addWidget(view)
    grown.set_source(start + end)
    assert looks(grown) == looks(at_once)


def test_a_text_is_not_cut_within_code_or_a_formula() -> None:
    long = "Some **words**.\n\n" * 60
    assert last_paragraph(long + "```\ncode\n\nwords") == 0
    assert last_paragraph(long + "$$\nx\n\nwords") == 0
    assert last_paragraph(long + "The last") == len(long)


def test_each_part_of_a_long_text_is_painted_as_in_the_whole(qtbot: QtBot) -> None:
    view = RichText("\n\n".join(text(seed) for seed in range(3)), Scene(LIGHT))
    qtbot.addWidget(view)
    view.resize(500, view.heightForWidth(500))
    whole = view.grab().toImage()
    for top in range(0, view.height() - 90, 997):
        part = view.grab(QRect(0, top, 500, 90)).toImage()
        assert part == whole.copy(0, top, 500, 90), top


@pytest.mark.parametrize("body", ["**Number {}**", "| a |\n|---|\n| {} |", "- `{}`\n- b", "> {}"])
def test_a_text_that_changes_keeps_nothing_of_what_it_was(qtbot: QtBot, body: str) -> None:
    view = RichText("", Scene(LIGHT))
    qtbot.addWidget(view)

    def frames_after(numbers: range) -> int:
        for number in numbers:
            view.set_source(body.format(number))
        gc.collect()
        return sum(isinstance(kept, QTextFrame) for kept in gc.get_objects())

    first = frames_after(range(5))
    assert frames_after(range(5, 50)) <= first
