from __future__ import annotations

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from desklit.desktop.log_file import KEPT, LogFile
from desklit.desktop.logs import LogKeeper
from desklit.desktop.printed import Printed
from desklit.desktop.user_folders import log_folder, state_folder

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="files that are renamed while they are open")
WRITER = """
import logging, sys
from pathlib import Path
from desklit.desktop.log_file import LogFile
log = LogFile(Path(sys.argv[1]), largest=40_000)
for number in range(400):
    log.handle(logging.LogRecord("app", logging.INFO, "", 0, f"{sys.argv[2]}:{number}", None, None))
"""


def record(text, level=logging.INFO):
    return logging.LogRecord("desklit.test", level, "", 0, text, None, None)


@pytest.fixture
def keeper():
    made = LogKeeper("app")
    yield made
    made.close()
    (log_folder() / "app.log").unlink(missing_ok=True)


def logged():
    path = log_folder() / "app.log"
    return path.read_text() if path.exists() else ""


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
def test_logs_lie_where_the_platform_keeps_them(monkeypatch, tmp_path):
    import platformdirs

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert str(log_folder()) == platformdirs.user_log_dir("desklit", appauthor=False)
    assert str(state_folder()) == platformdirs.user_state_dir("desklit", appauthor=False)
    monkeypatch.delenv("XDG_STATE_HOME")
    assert str(log_folder()) == platformdirs.user_log_dir("desklit", appauthor=False)


@on_unix
def test_a_log_is_its_users_alone(tmp_path):
    log = LogFile(tmp_path / "logs" / "app.log")
    log.handle(record("secret"))
    log.close()
    assert (tmp_path / "logs" / "app.log").stat().st_mode & 0o077 == 0


def test_a_log_turns_over_and_keeps_a_few(tmp_path):
    log = LogFile(tmp_path / "app.log", largest=1000)
    for number in range(200):
        log.handle(record(f"{number:03}" * 20))
    log.close()
    files = sorted(path.name for path in tmp_path.glob("app.log*") if not path.name.endswith(".lock"))
    assert files == ["app.log", *(f"app.log.{number + 1}" for number in range(KEPT))]
    assert "199199" in (tmp_path / "app.log").read_text()
    assert all((tmp_path / name).stat().st_size <= 1000 for name in files)


@on_unix
def test_processes_that_turn_one_log_over_lose_and_tear_no_line(tmp_path):
    path = tmp_path / "app.log"

    def write(name):
        subprocess.run([sys.executable, "-c", WRITER, str(path), name], check=True, timeout=60)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, "abc"))
    files = [each for each in tmp_path.glob("app.log*") if not each.name.endswith(".lock")]
    lines = [line.rpartition(" ")[2] for each in files for line in each.read_text().splitlines()]
    assert len(files) > 1
    assert sorted(lines) == sorted(f"{name}:{number}" for name in "abc" for number in range(400))


@on_unix
def test_a_log_that_was_deleted_is_begun_anew(tmp_path):
    log = LogFile(tmp_path / "app.log")
    log.handle(record("one"))
    (tmp_path / "app.log").unlink()
    log.handle(record("two"))
    log.close()
    assert (tmp_path / "app.log").read_text().endswith("two\n")


def test_nothing_is_opened_before_its_time_and_nothing_is_lost(keeper, caplog):
    logging.getLogger("desklit.desktop").warning("early")
    assert logged() == ""
    keeper.open()
    logging.getLogger("desklit.desktop").warning("late")
    assert [line.rpartition(" ")[2] for line in logged().splitlines()] == ["early", "late"]


def test_a_process_that_ends_before_the_log_was_opened_writes_it_at_its_end(keeper, caplog):
    logging.getLogger("desklit.desktop").warning("early")
    keeper.close()
    assert "early" in logged()


def test_what_is_printed_goes_on_and_into_the_log_by_lines(keeper, capsys):
    keeper.keep_printed(always=True)
    assert isinstance(sys.stdout, Printed)
    print("one", end="")
    print(" two\nthree")
    print("four", end="", file=sys.stderr)
    keeper.open()
    keeper.close()
    assert not isinstance(sys.stdout, Printed)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("one two\nthree\n", "four")
    assert [line.partition("printed: ")[2] for line in logged().splitlines()] == ["one two", "three", "four"]


def test_where_there_is_no_stream_scripts_print_into_the_log(keeper, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    keeper.keep_printed(always=False)
    print("hello")
    sys.stdout.flush()
    assert not sys.stdout.isatty()
    keeper.close()
    assert sys.stdout is None
    assert "hello" in logged()


def test_a_stream_that_is_there_is_left_alone_unless_it_is_wanted(keeper):
    before = sys.stdout
    keeper.keep_printed(always=False)
    assert sys.stdout is before


def test_a_log_that_cannot_be_written_harms_nothing(monkeypatch, tmp_path, caplog):
    (tmp_path / "desklit").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("desklit.desktop.user_folders.log_folder", lambda: tmp_path / "desklit" / "log")
    keeper = LogKeeper("app")
    logging.getLogger("desklit.desktop").warning("lost")
    keeper.open()
    keeper.close()
    assert (tmp_path / "desklit").read_text() == "a file where the folder should be"
