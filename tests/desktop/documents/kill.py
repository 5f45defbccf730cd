"""Kills an app in the middle of its work, again and again, and looks at what of its session is left.

``python tests/desktop/documents/kill.py 200`` kills 200 times and prints what it has found. The app's values
change all the time, as by a user who types and a script that counts, and a log tells what was done when.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from desklit.desktop.documents.places import key_file, session_folder
from desklit.state.document.file import DocumentError, read_document

SCRIPT = '''
import time
import streamlit as st

typed = st.text_input("Typed", key="typed")
# Each use of the session state may end a run that is not wanted any more; after this one all is changed.
data = st.session_state.setdefault("data", {{"count": 0, "twice": [0, 0], "rows": []}})
data["count"] += 1
data["rows"] = list(range({rows})) + [data["count"]]
data["twice"] = [data["count"]] * 2
time.sleep({seconds})
st.write(typed)
'''

# In the process that is killed: a user who types, by the very way that a field's value comes in, and a log
# of what was typed when. It is written without buffering, so that it tells more than the session can know.
USER = '''
import os, sys, time
from pathlib import Path
from typing import Any
from desklit.desktop.app import App, application
from PySide6.QtCore import QTimer

script, log, pause = sys.argv[1:]  # before the script has its own
qt = application()
app = App()
window = app.open(Path(script), (), {"desklit.restore": ["true"]})
window.show()
log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
count = 0

def act():
    global count
    view = next((v for v in window.canvas.all_views() if v.element.kind == "text_input"), None)
    if view is None:
        return
    count += 1
    view.changed.emit(str(count))
    os.write(log, f"{time.time()} {count}\\n".encode())

timer = QTimer()
timer.timeout.connect(act)
timer.start(int(pause))
qt.exec()
'''


class Outcome:
    """What one kill has left."""

    def __init__(self, age: float, consistent: bool, file: bool) -> None:
        self.age = age
        self.consistent = consistent
        self.file = file


def kill_once(chance: random.Random, longest: float = 3.0) -> Outcome:
    """Start the app, kill it at some moment, and compare what is kept with what was done.

    Args:
        chance: Chooses the moment, and how large and slow the app is.
        longest: Seconds that the app lives at most.

    Raises:
        DocumentError: What is left can't be read.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        script, log = folder / "app.py", folder / "log"
        script.write_text(
            SCRIPT.format(rows=chance.choice([1, 1000, 100_000]), seconds=chance.choice([0, 0.01, 0.2, 2]))
        )
        process = subprocess.Popen(
            [sys.executable, "-c", USER, str(script), str(log), str(chance.choice([5, 30, 200]))],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stderr=subprocess.DEVNULL,
        )
        while not log.exists() or not log.stat().st_size:
            if process.poll() is not None:
                raise RuntimeError("the app did not start")
            time.sleep(0.005)
        time.sleep(chance.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        killed = time.time()
        process.wait()
        return _look(log, killed)


def _look(log: Path, killed: float) -> Outcome:
    done = [line.split() for line in log.read_text().splitlines()]
    times = {int(count): float(moment) for moment, count in done}
    kept = sorted(session_folder().glob("*.desklit"))
    if not kept:
        return Outcome(killed - min(times.values()), True, False)
    document = read_document(kept[0], key_file())
    assert document.own
    held, left_out = document.values()
    assert not left_out
    values = {each.key: each.value for each in held}
    typed = int(values.get("typed") or 0)
    # How long before its end the first change was made that is not kept.
    lost = [moment for count, moment in times.items() if count > typed]
    age = killed - min(lost) if lost else 0.0
    return Outcome(age, _is_consistent(values.get("data")), True)


def _is_consistent(data: dict[str, Any] | None) -> bool:
    if data is None:  # a change has ended each run before this was set
        return True
    return data["twice"] == [data["count"]] * 2 and data["rows"][-1:] in ([], [data["count"]])


def main(count: int, seed: int) -> dict[str, object]:
    """Kill so many times and sum up."""
    outcomes, unreadable = [], 0
    for number in range(count):
        try:
            outcomes.append(kill_once(random.Random(seed + number)))
            if not outcomes[-1].consistent:
                print(f"kill {number}: taken between two steps of the script")
        except DocumentError as error:
            print(f"kill {number}: {error}")
            unreadable += 1
    ages = sorted(outcome.age for outcome in outcomes)
    return {
        "kills": count,
        "unreadable": unreadable,
        "none kept": sum(not outcome.file for outcome in outcomes),
        "torn": sum(not outcome.consistent for outcome in outcomes),
        "lost, median in s": round(ages[len(ages) // 2], 2),
        "lost, 95 % in s": round(ages[int(len(ages) * 0.95)], 2),
        "lost, most in s": round(ages[-1], 2),
    }


if __name__ == "__main__":
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(json.dumps(main(kills, int(sys.argv[2]) if len(sys.argv) > 2 else 1), indent=1))
