"""README says only what works: each of its commands is run, its script too, and its list is up to date."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

import desklit
from desklit.desktop.testing import AppTest
from desklit.state.container import RegionContainer

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SCRIPT = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]


def commands() -> list[str]:
    """The commands in indented lines and in code spans, without their comments."""
    text = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    lines = re.findall(r"^    (\S.*?)(?:\s+#.*)?$", text, re.MULTILINE)
    spans = [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", text)]
    starts = ("make ", "pip ", "desklit ", "python ")
    return sorted({command for command in [*lines, *spans] if command.startswith(starts)})


def run(*words: str, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


def make_knows(command: str, tmp_path: Path) -> None:
    """What it would do is asked for: `make test` is what runs this test."""
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    ended = run("make", "--dry-run", *command.split()[1:])
    assert ended.returncode == 0, ended.stderr
    if "run" in command.split():
        assert "tools/run_sample.py" in ended.stdout


def pip_has_the_extra(command: str, tmp_path: Path) -> None:
    extra = re.search(r"\[(\w+)\]", command)
    assert extra is None or extra[1] in PROJECT["optional-dependencies"]


def desklit_does(command: str, tmp_path: Path) -> None:
    assert PROJECT["scripts"]["desklit"] == "desklit.desktop.cli:main"
    (tmp_path / "app.py").write_text(SCRIPT, encoding="utf-8")
    words = re.sub(r"\[.*?\]", "", command).split()[1:]
    if "--screenshot" not in words and words[0] == "app.py":
        words += ["--screenshot", "window.png"]
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}  # what is installed is gone after
    if words[0] == "bundle":  # takes a minute; tests/desktop/bundle makes real ones
        words = ["bundle", "--help"]
    if "--uninstall" in words:
        run(sys.executable, "-m", "desklit", "install", "app.py", cwd=tmp_path, **home)
    ended = run(sys.executable, "-m", "desklit", *words, cwd=tmp_path, **home)
    assert ended.returncode == 0, ended.stderr
    if "--screenshot" in words:
        assert (tmp_path / words[words.index("--screenshot") + 1]).stat().st_size > 1_000


RUNS = {"make": make_knows, "pip": pip_has_the_extra, "desklit": desklit_does}


@pytest.mark.parametrize("command", commands())
def test_every_command_works(command: str, tmp_path: Path) -> None:
    RUNS[command.split()[0]](command, tmp_path)


def test_there_are_commands() -> None:
    assert {command.split()[0] for command in commands()} == set(RUNS)


def test_the_script_counts(tmp_path: Path) -> None:
    app = AppTest.from_string(SCRIPT).run()
    app.button[0].click().run()
    assert app.markdown[0].value == "Counted to **1**"


def test_the_tour_is_rendered_where_no_display_is(tmp_path: Path) -> None:
    words = (ROOT / "tools" / "run_sample.py", ROOT / "samples" / "tour.py")
    ended = run(sys.executable, *map(str, words), cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "No window" in ended.stdout
    assert 'button "Take the order"' in ended.stdout
    assert (tmp_path / "tour.png").stat().st_size > 10_000


def test_the_list_of_commands_is_up_to_date() -> None:
    ended = run(sys.executable, str(ROOT / "tools" / "supported.py"), "--check")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_name_of_streamlit_is_there_or_said_to_be_missing() -> None:
    groups = runpy.run_path(str(ROOT / "tools" / "supported.py"))["NAMES"]
    names = {name for group in groups.values() for name in group}
    regions = {name for name, value in vars(desklit).items() if isinstance(value, RegionContainer)}
    known = {*desklit.COMMANDS, *desklit.OBJECTS, *desklit.MISSING, *regions}
    assert len(names) == 112
    assert names - known == set()
    assert desklit.MISSING.isdisjoint({*desklit.COMMANDS, *desklit.OBJECTS})


def test_the_files_that_it_links_to_exist() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
