from __future__ import annotations

import json
import multiprocessing

import pytest
from PySide6.QtGui import QColor, QImage

from desklit.desktop.home.recents import LIMIT, Recents
from desklit.state.main_module import remove_main_stand_in


def titles(recents):
    return [app.title for app in recents.apps()]


def test_the_latest_app_comes_first(recents, script):
    recents.note(script("a.py"), "A")
    recents.note(script("b.py"), "B")
    assert titles(recents) == ["B", "A"]
    recents.note(script("a.py"))
    assert titles(recents) == ["A", "B"]


def test_an_app_without_a_title_is_called_by_its_file(recents, script):
    recents.note(script("price_list.py"))
    assert titles(recents) == ["Price list"]


def test_pinned_apps_stay_on_top_however_many_come_after(recents, script):
    kept = script("kept.py")
    recents.note(kept, "Kept")
    recents.pin(kept, True)
    for number in range(LIMIT + 3):
        recents.note(script(f"{number}.py"), str(number))
    assert len(recents.apps()) == LIMIT + 1
    assert titles(recents)[:2] == ["Kept", str(LIMIT + 2)]
    recents.note(kept)
    assert recents.apps()[0].pinned
    recents.pin(kept, False)
    assert not any(app.pinned for app in recents.apps())


def test_what_is_removed_takes_its_picture_along(recents, script):
    path = script("a.py")
    recents.note(path)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    recents.keep_picture(path, picture)
    assert QImage(str(recents.picture(path))).pixelColor(4, 4) == QColor("red")
    recents.remove(path)
    assert recents.apps() == ()
    assert not recents.picture(path).exists()
    assert path.exists()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"apps": 1}', b'{"apps": [{}]}', b"\xff\xfe"])
def test_a_list_that_is_broken_counts_as_empty_and_is_written_anew(recents, script, content):
    recents.folder.mkdir()
    recents.file.write_bytes(content)
    assert recents.apps() == ()
    recents.note(script("a.py"), "A")
    assert titles(recents) == ["A"]
    assert json.loads(recents.file.read_text())["version"] == 1


def test_a_folder_that_can_not_be_made_is_no_reason_to_fail(tmp_path, script):
    (tmp_path / "file").write_text("")
    recents = Recents(tmp_path / "file" / "recent")
    recents.note(script("a.py"))
    assert recents.apps() == ()


def note_many(folder, first):
    for number in range(first, first + 5):
        Recents(folder).note(folder / f"{number}.py", str(number))


def test_processes_that_write_at_once_lose_nothing(recents):
    remove_main_stand_in()  # a spawned process runs the main module, which may be another test's script
    context = multiprocessing.get_context("spawn")
    several = [context.Process(target=note_many, args=(recents.folder, first)) for first in (0, 5, 10)]
    for process in several:
        process.start()
    for process in several:
        process.join(60)
    assert sorted(titles(recents), key=int) == [str(number) for number in range(15)]
