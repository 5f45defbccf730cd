from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from desklit.desktop.call import UsageError, find_script, read_call
from desklit.desktop.crash.marker import FOLDER, endings
from desklit.desktop.launchers.launcher import slug_of
from desklit.desktop.user_folders import log_folder


def desklit(*words, env=None, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "desklit", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=cwd,
        env={**os.environ, **(env or {})},
    )


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "hello.py"
    path.write_text("import sys\nimport streamlit as st\nst.write('args', str(sys.argv[1:]))\n")
    return path


def test_the_version_is_told_without_loading_qt():
    code = (
        "import sys; sys.argv = ['desklit', '--version']\n"
        "from desklit.desktop.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[0].startswith("desklit ")
    assert done.stdout.splitlines()[1] == "0 False"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["helo.py"], "Did you mean hello.py?"),
        (["nothing_like_it.py"], "there is no file"),
        (["https://example.com/app.py"], "Only scripts on this machine"),
        (["."], "is a folder"),
        (["notes.txt"], "does not end in .py"),
        (["--screenshott", "x", "hello.py"], "Did you mean --screenshot?"),
        (["--theme.bass", "dark", "hello.py"], "theme.base"),
        (["hello.py", "--client.toolbarMode", "huge"], "toolbarMode"),
        (["hello.py", "--screenshot", "a.png", "--size", "big"], "--size"),
        (["--size", "big", "hello.py"], "--size"),
        (["binary.py"], "binary data"),
        (["hello.py", "--screenshot"], "needs a value"),
        (["hello.py", "--screenshot", "no/such/folder/a.png"], "no folder"),
        (["config", "shw"], "show"),
        (["confg", "show"], "the command `desklit config`"),
        (["hello.py", "--sceenshot", "a.png"], "Did you mean --screenshot?"),
        (["hello.py", "--screenshot", "a.png", "--size", "99999x99999"], "to 16384"),
        (["hello.py", "--screenshot", "a.xyz"], "no format that can be written"),
        (["hello.py", "--screenshot", "."], "is a folder"),
    ],
)
def test_mistakes_are_one_clear_line_and_status_2(script, words, said):
    (script.parent / "notes.txt").write_text("notes")
    (script.parent / "binary.py").write_bytes(b"\x7fELF\0\0")
    done = desklit(*words, cwd=script.parent)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_screenshot_may_be_a_pdf(script, tmp_path):
    done = desklit(script, "--screenshot", tmp_path / "page.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved" in done.stdout


def test_a_screenshot_shows_all_and_prints_the_outline(script, tmp_path):
    picture = tmp_path / "out.png"
    done = desklit(script, "--screenshot", picture, "--size", "500x400", "one", "--two", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "args ['one', '--two']" in done.stdout
    from PySide6.QtGui import QImage

    assert QImage(str(picture)).width() == 500


def test_a_screenshot_of_a_script_that_raises_ends_with_status_1(tmp_path):
    path = tmp_path / "broken.py"
    path.write_text("import streamlit as st\nst.write('before')\n1 / 0\n")
    done = desklit(path, "--screenshot", tmp_path / "out.png")
    assert done.returncode == 1
    assert "before" in done.stdout
    assert "ZeroDivisionError" in done.stderr


def test_a_script_of_another_name_is_not_offered_for_its_suffix_alone(tmp_path):
    (tmp_path / "syn.py").write_text("")
    with pytest.raises(UsageError) as caught:
        find_script(str(tmp_path / "missing.py"))
    assert "Did you mean" not in str(caught.value)


def test_a_screenshot_tells_of_what_no_terminal_can_print(tmp_path):
    path = tmp_path / "odd.py"
    path.write_text(
        "import streamlit as st\nst.text('\\ud800x')\n"
        "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute\n"
    )
    done = desklit(path, "--screenshot", tmp_path / "out.png")
    assert done.returncode == 1
    assert "\\ud800x" in done.stdout
    assert done.stderr.splitlines()[-1] == "desklit: odd.py raised Mute, which can't tell its message"


def test_without_a_display_it_says_what_works_without_one(script):
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = desklit(script, env=env)
    if not sys.platform.startswith("linux"):
        pytest.skip("only X11 and Wayland can be missing")
    assert done.returncode == 2
    assert "--screenshot" in done.stderr


def test_config_show_prints_options_with_their_defaults(tmp_path):
    done = desklit("config", "show", cwd=tmp_path)
    assert done.returncode == 0
    assert "fastReruns" in done.stdout


def test_options_stand_before_or_behind_the_script():
    call = read_call(["--theme.base=dark", "app.py", "--runner.fastReruns", "false", "x", "--name", "y"])
    assert call.script == "app.py"
    assert call.flags == {"theme.base": ["dark"], "runner.fastReruns": ["false"]}
    assert call.args == ["x", "--name", "y"]


def test_a_switch_needs_no_value():
    assert read_call(["app.py", "--server.runOnSave"]).flags == {"server.runOnSave": ["true"]}


def test_what_follows_two_dashes_belongs_to_the_script():
    call = read_call(["app.py", "--", "--theme.base", "dark", "--size"])
    assert call.args == ["--theme.base", "dark", "--size"]
    assert call.flags == {}


def test_options_that_desklit_can_not_know_belong_to_the_script():
    call = read_call(["app.py", "--size", "big", "--model.depth", "3"])
    assert call.args == ["--size", "big", "--model.depth", "3"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they always have a display")
def test_without_a_display_the_home_window_gives_way_to_help():
    lacking = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = desklit(env=lacking)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: desklit")


@pytest.mark.parametrize("words", [["config"], ["--help"], ["run", "--help"]])
def test_help_is_no_mistake(words):
    done = desklit(*words)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: desklit")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ctrl_c_a_polite_kill_and_a_closed_terminal_close_the_app(tmp_path, name):
    number = getattr(signal, name)
    path = tmp_path / "busy.py"
    path.write_text("print('running', flush=True)\nwhile True:\n    pass\n")
    command = [sys.executable, "-m", "desklit", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "running\n"
        process.send_signal(number)
        assert process.wait(20) == 128 + number
    assert endings(slug_of(path), log_folder()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_polite_kill_of_the_home_window_is_no_crash_of_it(tmp_path, name, qtbot):
    number = getattr(signal, name)
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    logs = tmp_path / "desklit" / "log"
    with subprocess.Popen([sys.executable, "-m", "desklit"], env=env) as process:
        marker = logs / FOLDER / f"desklit.{process.pid}"
        qtbot.waitUntil(lambda: marker.is_file() and "runs" in marker.read_text(), timeout=20_000)
        process.send_signal(number)
        assert process.wait(20) == 128 + number
    assert endings("desklit", logs) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_is_told_to_end_and_then_ended_hard_has_not_crashed(tmp_path):
    path = tmp_path / "stubborn.py"
    path.write_text("print('running', flush=True)\nwhile True:\n    pass\n")
    # What closes the windows waits until the process is ended.
    code = (
        "from desklit.desktop import cli, window; import time\n"
        "window.Window.close = lambda self: (print('told', flush=True), time.sleep(60))\n"
        f"cli.main([{str(path)!r}])"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "running\n"
        process.terminate()
        assert process.stdout.readline() == "told\n"
        process.kill()
    assert endings(slug_of(path), log_folder()) == []


def test_no_script_is_a_mistake():
    with pytest.raises(UsageError, match="script"):
        read_call(["--theme.base", "dark"])


def test_a_folder_with_an_app_names_it(tmp_path):
    (tmp_path / "streamlit_app.py").write_text("")
    with pytest.raises(UsageError, match="streamlit_app"):
        find_script(str(tmp_path))
