from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from desklit.desktop.display import why_no_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "minimal"])
def test_platforms_without_a_display_always_work(platform):
    assert why_no_display({"QT_QPA_PLATFORM": platform}) == ""


def test_what_does_not_answer_is_named(tmp_path):
    env = {"DISPLAY": ":4711", "WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    reason = why_no_display(env)
    assert "DISPLAY=:4711" in reason
    assert "WAYLAND_DISPLAY=wayland-9" in reason


def test_a_platform_that_was_asked_for_must_answer_itself():
    assert "4711" in why_no_display({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"})
    assert "is set" in why_no_display({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":4711"})


def test_nonsense_is_no_display():
    assert "nothing answers" in why_no_display({"DISPLAY": "nonsense"})


@pytest.mark.skipif(shutil.which("Xvfb") is None or shutil.which("xauth") is None, reason="needs Xvfb, xauth")
def test_a_display_that_is_locked_says_so_and_its_key_opens_it(tmp_path):
    key = tmp_path / "key"
    read, write = os.pipe()
    subprocess.run(["xauth", "-q", "-f", key, "add", ":0", ".", "11" * 16], check=True)
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-auth", key, "-nolisten", "tcp"], pass_fds=[write], stderr=-3
    )
    try:
        number = os.read(read, 8).decode().strip()
        subprocess.run(["xauth", "-q", "-f", key, "add", f":{number}", ".", "11" * 16], check=True)
        code = "from desklit.desktop.display import why_no_display as why; print(why())"
        said = {}
        for file in (key, tmp_path / "none"):
            env = {**os.environ, "QT_QPA_PLATFORM": "", "DISPLAY": f":{number}", "XAUTHORITY": str(file)}
            done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
            said[file.name] = done.stdout.strip()
        assert said["key"] == ""
        assert "key" in said["none"]
    finally:
        server.terminate()
        server.wait()
        os.close(read)
        os.close(write)
