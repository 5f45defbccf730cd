from __future__ import annotations

import gc
import subprocess
import sys
import threading

from PySide6.QtCore import Qt

COUNTER = """
    import sys
    import streamlit as st
    st.session_state.setdefault("n", 0)
    if st.button("add"):
        st.session_state.n += 1
    st.text(f"n = {st.session_state.n} {sys.argv[1:]}")
"""


def show(app, qtbot, path, args=()):
    window = app.open(path, args)
    with qtbot.waitSignal(window.settled):
        window.show()
    return window


def test_arguments_reach_the_script_and_a_second_window(open_script, app, tmp_path, texts, qtbot):
    open_script(COUNTER)
    first = show(app, qtbot, tmp_path / "app.py", ["--depth", "3"])
    assert texts(first) == ["n = 0 ['--depth', '3']"]
    first.new_window_wanted.emit()
    second = app.windows[-1]
    qtbot.waitUntil(lambda: texts(second) == ["n = 0 ['--depth', '3']"])


def test_the_app_tells_when_its_last_window_is_closed_and_not_before(open_script, app, tmp_path, qtbot):
    first = open_script(COUNTER)
    second = show(app, qtbot, tmp_path / "app.py")
    with qtbot.assertNotEmitted(app.last_window_closed):
        first.close()
    with qtbot.waitSignal(app.last_window_closed):
        second.close()
    assert app.windows == []


def test_the_scripts_folder_is_importable_while_a_window_shows_it(open_script, app, tmp_path, qtbot):
    before = list(sys.path)
    first = open_script(COUNTER)
    second = show(app, qtbot, tmp_path / "app.py")
    assert sys.path.count(str(tmp_path)) == 1
    first.close()
    assert str(tmp_path) in sys.path
    second.close()
    assert sys.path == before


def test_a_closed_window_leaves_no_thread(open_script, app, find, qtbot):
    before = threading.active_count()
    for _ in range(3):
        window = open_script(COUNTER)
        with qtbot.waitSignal(window.settled):
            qtbot.mouseClick(find(window, "button").button, Qt.MouseButton.LeftButton)
        window.close()
    qtbot.waitUntil(lambda: threading.active_count() <= before)


def test_a_window_closed_in_the_middle_of_a_run_ends_it(open_script, app, qtbot):
    window = open_script("import streamlit as st\nwhile True:\n    pass\n", settle=False)
    worker = window.session.runner.worker
    qtbot.waitUntil(lambda: any("app.py" in line for line in window.session.runner.stack()))
    window.close()
    qtbot.waitUntil(lambda: not worker.is_alive(), timeout=5000)


def test_streamlit_is_desklit_while_an_app_is_open(open_script, texts):
    window = open_script(
        """
        import streamlit
        from streamlit.errors import StreamlitAPIException
        import desklit
        streamlit.text(streamlit.button is desklit.button)
        """
    )
    assert texts(window) == ["True"]


def test_a_start_imports_nothing_heavy(tmp_path):
    path = tmp_path / "app.py"
    path.write_text("import streamlit as st\nst.button('b')\nst.text('t')\n")
    heavy = ["numpy", "pandas", "pyarrow", "superqt", "pygments", "markdown_it", "ziamath", "PIL"]
    heavy += ["PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport"]
    code = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from desklit.desktop.app import App, application
from desklit.desktop.preferences import Preferences
application()
app = App(Preferences(Path({str(tmp_path / "p.ini")!r})))
window = app.open(Path({str(path)!r}))
window.show()
loop = QEventLoop()
window.settled.connect(loop.quit)
loop.exec()
window.close()
print(*[name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_collector_leaves_a_page_alone_until_its_window_is_closed(open_script):
    gc.unfreeze()
    window = open_script(COUNTER)
    assert gc.get_freeze_count() > 1_000
    window.close()
    assert gc.get_freeze_count() == 0
