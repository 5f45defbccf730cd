from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desklit.desktop.gui_imports import GuiImports

SAMPLES = Path(__file__).parent.parent.parent / "samples"

# Tells of each module of desklit's that names Qt's classes and is imported on a thread of scripts.
WATCHED = """
import os, sys, threading
windows, found = threading.get_ident(), {}
def on_event(event, words):
    if event == "import" and threading.get_ident() != windows and words[0].startswith("desklit."):
        found[words[0]] = True
sys.addaudithook(on_event)
from desklit.desktop.cli import main
try:
    main([sys.argv[1], "--screenshot", sys.argv[2]])
except SystemExit as end:
    status = end.code
files = {name: sys.modules[name].__file__ for name in found if name in sys.modules}
wrong = [name for name, file in files.items() if "PySide6" in open(file).read()]
print("WRONG", status, sorted(wrong))
os._exit(0)
"""


@pytest.mark.parametrize("sample", ["gallery.py", "tour.py", "dashboard.py", "shop/shop.py"])
def test_a_script_brings_up_none_of_qts_classes_on_its_own_thread(sample, tmp_path):
    words = [sys.executable, "-c", WATCHED, SAMPLES / sample, tmp_path / "seen.png"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, env=env)
    assert done.stdout.splitlines()[-1] == "WRONG 0 []", done.stderr


@pytest.fixture
def module(tmp_path, monkeypatch):
    (tmp_path / "brought_by_gui.py").write_text("import threading\nby = threading.get_ident()\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "brought_by_gui"
    sys.modules.pop("brought_by_gui", None)


def test_another_threads_modules_are_imported_on_the_windows_thread(module, qapp, qtbot):
    imports = GuiImports(qapp)
    thread = threading.Thread(target=imports, args=(module,))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert sys.modules[module].by == threading.get_ident()


def test_a_module_that_fails_holds_nobody_up(qapp, qtbot):
    imports = GuiImports(qapp)
    thread = threading.Thread(target=imports, args=("brought_never",))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())


def test_without_windows_nobody_is_waited_for(qapp):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    owner = QObject()
    imports = GuiImports(owner)
    delete(owner)
    thread = threading.Thread(target=imports, args=("brought_never",))
    thread.start()
    thread.join(1.0)
    assert not thread.is_alive()
