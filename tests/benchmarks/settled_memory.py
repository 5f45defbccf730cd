"""Runs a program as its user starts it, prints what memory it holds once it has come to rest, and ends it.

    python settled_memory.py (PROGRAM.py [ARGUMENTS] | desklit SCRIPT.py)

The figure is the process's PSS in bytes: what is shared with others counts in part. The libraries of Python
and Qt count in full, as they would if no other program had them loaded, such as the tests themselves.
"""

from __future__ import annotations

import os
import runpy
import sys
import threading
import time

REST = 0.5  # seconds in which next to nothing is computed
NOTHING = 0.01  # seconds of computing


def pss() -> int:
    """What this process would hold if it were the only one with Python and Qt."""
    folders = {sys.base_prefix, sys.prefix, *(path for path in sys.path if path.endswith("site-packages"))}
    held, in_full = 0, False
    with open("/proc/self/smaps", encoding="utf-8") as file:
        for line in file:
            name, *words = line.split()
            if not name.endswith(":"):
                in_full = any(folder in line for folder in folders)
            elif name == ("Rss:" if in_full else "Pss:"):
                held += int(words[0]) * 1024
    return held


def has_window() -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets and widgets.QApplication
    return bool(app and app.instance() and app.topLevelWidgets())


def report_at_rest() -> None:
    quiet_since, computed = time.monotonic(), 0.0
    while time.monotonic() - quiet_since < REST:
        time.sleep(0.05)
        now = time.process_time()
        if now - computed > NOTHING or not has_window():
            quiet_since, computed = time.monotonic(), now
    print(pss(), flush=True)
    os._exit(0)


def main() -> None:
    threading.Thread(target=report_at_rest, daemon=True).start()
    program = sys.argv[1]
    if program == "desklit":
        from desklit.desktop.cli import main as entry

        sys.argv[:] = sys.argv[1:]
        sys.exit(entry())
    sys.argv[:] = sys.argv[1:]
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main()
