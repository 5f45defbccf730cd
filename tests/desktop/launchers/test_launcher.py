from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desklit.desktop.launchers.launcher import Launcher, program_of, slug_of, title_of


def test_a_script_has_one_slug_wherever_it_is_named_from(tmp_path, monkeypatch):
    script = tmp_path / "Price List.py"
    monkeypatch.chdir(tmp_path)
    assert slug_of(Path("Price List.py")) == slug_of(script)
    assert slug_of(script).startswith("desklit-price-list-")


def test_scripts_of_one_name_in_two_folders_have_two_slugs(tmp_path):
    assert slug_of(tmp_path / "a" / "app.py") != slug_of(tmp_path / "b" / "app.py")


def test_a_name_without_latin_letters_still_makes_a_slug(tmp_path):
    assert slug_of(tmp_path / "価格.py").startswith("desklit-app-")


@pytest.mark.parametrize(
    ("name", "title"),
    [("price_list.py", "Price list"), ("app.py", "App"), ("__.py", "App"), ("a b.py", "A b")],
)
def test_a_script_is_titled_as_a_person_would_write_it(name, title):
    assert title_of(Path(name)) == title


def test_the_console_entry_beside_the_interpreter_is_taken(tmp_path):
    (tmp_path / "desklit").touch()
    assert program_of(tmp_path / "python", windows=False) == (str(tmp_path / "desklit"),)


def test_windows_takes_the_entry_that_opens_no_console(tmp_path):
    scripts = tmp_path / "Scripts"
    scripts.mkdir()
    (scripts / "desklitw.exe").touch()
    assert program_of(scripts / "python.exe", windows=True) == (str(scripts / "desklitw.exe"),)
    assert program_of(tmp_path / "python.exe", windows=True) == (str(scripts / "desklitw.exe"),)


def test_windows_without_the_entry_takes_the_interpreter_that_opens_no_console(tmp_path):
    (tmp_path / "pythonw.exe").touch()
    assert program_of(tmp_path / "python.exe", windows=True)[0] == str(tmp_path / "pythonw.exe")


def test_without_the_entry_a_module_in_the_working_folder_shadows_nothing(tmp_path):
    (tmp_path / "click.py").write_text("raise SystemExit('the wrong click')\n")
    python = tmp_path / "nowhere" / "python"
    words = (sys.executable, *program_of(python, windows=False)[1:], "--version")
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("desklit ")


def test_the_script_is_the_last_word():
    launcher = Launcher("App", Path("/apps/app.py"), ("/bin/desklit",))
    assert launcher.words == ("/bin/desklit", "open", "/apps/app.py")
