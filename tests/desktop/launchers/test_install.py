from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the files of freedesktop.org")


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home" / "Desktop").mkdir(parents=True)
    return tmp_path / "home"


@pytest.fixture
def desklit(home, tmp_path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    env |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}

    def call(*words):
        command = [sys.executable, "-m", "desklit", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env=env, cwd=tmp_path)

    return call


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "price_list.py"
    path.write_text("import streamlit as st\nst.set_page_config('Price list', '💶')\nst.write('12 €')\n")
    return path


def entries(home):
    return sorted(home.rglob("desklit-*.desktop"))


def test_an_installed_app_is_opened_by_its_menu_entry(desklit, home, script, tmp_path):
    done = desklit("install", script)
    assert (done.returncode, done.stderr) == (0, "")
    menu, desktop = sorted(entries(home), key=lambda path: path.parent.name == "Desktop")
    assert menu.read_text() == desktop.read_text()
    fields = dict(line.split("=", 1) for line in menu.read_text().splitlines()[1:])
    assert fields["Name"] == "Price list"
    words = shlex.split(fields["Exec"])
    words[words.index("open")] = "run"
    command = [*words, "--screenshot", str(tmp_path / "seen.png")]
    seen = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=fields["Path"])
    assert "12 €" in seen.stdout
    assert len(list(home.rglob(f"{fields['Icon']}.png"))) == 8


def test_a_name_and_an_icon_may_be_chosen(desklit, home, script):
    assert desklit("install", script, "--name", "Prices", "--icon", ":material/euro:").returncode == 0
    assert "Name=Prices\n" in entries(home)[0].read_text()


def test_uninstalling_leaves_nothing(desklit, home, script):
    desklit("install", script)
    script.unlink()
    done = desklit("install", script, "--uninstall")
    assert done.returncode == 0
    left = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in left if "cache" not in path.parent.name] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the files of Linux")
def test_documents_open_with_desklit_for_as_long_as_something_of_it_is_installed(desklit, home, script):
    chosen, own = home / ".config" / "mimeapps.list", home / ".local/share/applications/desklit.desktop"
    assert "NoDisplay" not in (desklit("install").returncode == 0 and own.read_text())
    desklit("install", script)
    assert "application/x-desklit-session=desklit.desktop;" in chosen.read_text()
    desklit("install", "--uninstall")
    assert "NoDisplay=true" in own.read_text()
    assert "desklit.desktop" in chosen.read_text()
    desklit("install", script, "--uninstall")
    assert not own.exists()
    assert not chosen.exists()
    again = desklit("install", "--uninstall")
    assert (again.returncode, "desklit is not installed" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone.py"], "there is no file gone.py"),
        (["price_list.py", "--icon", "gone.png"], "--icon: gone.png can't be read"),
        (["price_list.py", "--icon", "nonsense"], "--icon: 'nonsense' is no emoji"),
        (["price_list.py", "--name", " "], "--name is empty"),
        (["price_list.py", "--uninstall"], "nothing is installed for price_list.py"),
    ],
)
def test_what_can_not_be_installed_is_said_in_one_line(desklit, home, script, words, said):
    done = desklit("install", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert entries(home) == []


def test_a_page_icon_that_can_not_be_drawn_gives_way_to_letters(desklit, home, script):
    script.write_text("import streamlit as st\nst.set_page_config('Prices', 'gone.png')\n")
    done = desklit("install", script)
    assert done.returncode == 0
    assert "The page's icon is left out" in done.stderr
    assert len(entries(home)) == 2
