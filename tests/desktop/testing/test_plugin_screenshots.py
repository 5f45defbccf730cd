from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from desklit.desktop.testing.screenshots import Album, diff_picture, difference, platform_name

TEST = """
import os


def script():
    import os

    import streamlit as st

    st.title(os.environ["SAYS"])
    st.text_input("Name", "with a caret")


def test_look(open_app):
    app = open_app(script, size=(500, 400))
    app.text_input("Name").click()
    app.assert_screenshot("the start")
    app.title().assert_screenshot("title", tolerance=0.2)
"""


def test_a_picture_is_kept_compared_and_its_difference_drawn(inner, pytester, monkeypatch) -> None:
    cache = ["-p", "cacheprovider"]
    monkeypatch.setenv("SAYS", "Hello")
    first = inner(*cache, test_look=TEST)
    first.assert_outcomes(failed=1)
    told = ["*There is no picture 'the start' for *", "*running with --update-screenshots*"]
    first.stdout.fnmatch_lines(told)

    inner(*cache, "--update-screenshots").assert_outcomes(passed=1)
    folder = pytester.path / "screenshots" / "test_look"
    kept = sorted(path.name for path in folder.iterdir())
    assert [name.split(".")[0] for name in kept] == ["the-start", "title"]
    assert all(name.endswith("-offscreen.png") for name in kept)
    inner(*cache).assert_outcomes(passed=1)

    monkeypatch.setenv("SAYS", "Hullo")
    changed = inner(*cache)
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(["*of the pixels (allowed: 0.00%) differ from the picture 'the start'*"])
    diff = pytester.path / ".pytest_cache/d/desklit-screenshots/test_look-the-start.diff.png"
    assert QImage(str(diff)).width() > 3 * 500


def picture(color: str, width: int = 10, height: int = 10) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(color))
    return made


def test_the_share_of_pixels_that_differ_is_counted() -> None:
    before, now = picture("white"), picture("white")
    assert difference(before, now).share == 0
    now.setPixelColor(3, 4, QColor("black"))
    now.setPixelColor(9, 9, QColor("#f0ffff"))
    now.setPixelColor(0, 0, QColor("#faffff"))
    found = difference(before, now)
    assert found.share == 0.02
    assert found.mask is not None
    marked = [(x, y) for y in range(10) for x in range(10) if found.mask.pixelColor(x, y).value()]
    assert marked == [(3, 4), (9, 9)]


def test_widths_that_are_no_multiple_of_four_are_compared_too(qapp) -> None:
    before, now = picture("white", 7, 3), picture("white", 7, 3)
    now.setPixelColor(6, 2, QColor("red"))
    found = difference(before, now)
    assert found.mask is not None
    assert found.mask.pixelColor(6, 2).value() == 255
    assert diff_picture(before, now, found.mask).width() == 3 * 7 + 4 * 16


def test_another_size_is_told_as_such(tmp_path: Path, qapp) -> None:
    album = Album(tmp_path / "test_x.py", tmp_path / "failures", update=True)
    assert album.compare(picture("red", 4, 5), "a/b", 0) == ""
    assert (tmp_path / "screenshots" / "test_x" / f"a-b.{platform_name()}.png").is_file()
    again = Album(tmp_path / "test_x.py", tmp_path / "failures", update=False)
    assert again.compare(picture("red", 4, 5), "a/b", 0) == ""
    assert "It is 6 × 5 px now and was 4 × 5 px" in again.compare(picture("red", 6, 5), "a/b", 0)
    assert (tmp_path / "failures" / "test_x-a-b.diff.png").is_file()


def test_a_tolerance_lets_small_differences_pass(tmp_path: Path, qapp) -> None:
    album = Album(tmp_path / "test_x.py", tmp_path, update=True)
    album.compare(picture("white"), "one", 0)
    again = Album(tmp_path / "test_x.py", tmp_path, update=False)
    now = picture("white")
    now.setPixelColor(1, 1, QColor("black"))
    assert again.compare(now, "one", 0.01) == ""
    assert "1.00% of the pixels" in again.compare(now, "one", 0.005)


@pytest.mark.parametrize(("ratio", "suffix"), [(1.0, ""), (2.0, "@2x"), (1.5, "@1.5x")])
def test_pictures_of_other_pixel_ratios_have_names_of_their_own(qapp, ratio: float, suffix: str) -> None:
    assert platform_name(ratio).endswith(f"-{qapp.platformName()}{suffix}")
