from __future__ import annotations

import logging

import pytest

from desklit.state.errors import StreamlitAPIException
from desklit.widgets.image_source import Picture
from desklit.widgets.page_icon import page_icon_of

PNG = b"\x89PNG\r\n\x1a\n"


SIGNS = [("🦊", "🦊"), (":fox_face:", "🦊"), (":material/home:", ":material/home:")]


@pytest.mark.parametrize(("icon", "sign"), SIGNS)
def test_emoji_shortcodes_and_material_icons_are_signs(icon, sign):
    assert page_icon_of(icon, None) == sign


def test_random_stays_the_same_for_a_session():
    session = object()
    assert page_icon_of("random", session) == page_icon_of("random", session)


def test_files_and_bytes_are_pictures(tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    assert page_icon_of(tmp_path / "a.png", None) == Picture(
        "file", source=str(tmp_path / "a.png"), stamp=page_icon_of(str(tmp_path / "a.png"), None).stamp
    )
    assert page_icon_of(PNG, None) == Picture("encoded", PNG)


def test_arrays_are_pictures_that_can_be_compared():
    numpy = pytest.importorskip("numpy")
    black = numpy.zeros((4, 4, 3), dtype="uint8")
    assert page_icon_of(black, None) == page_icon_of(black.copy(), None)


def test_a_missing_file_is_logged_and_no_error(caplog):
    with caplog.at_level(logging.WARNING, "desklit"):
        assert page_icon_of("no/such/file.png", None) is None
    assert "no/such/file.png" in caplog.text


@pytest.mark.parametrize("icon", [5, ":material/no_such_icon:", object()])
def test_what_makes_no_icon_is_refused(icon):
    with pytest.raises(StreamlitAPIException):
        page_icon_of(icon, None)
