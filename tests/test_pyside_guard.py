"""PySide6 6.12.0 loses a reference to None with every call that returns None, fatally before Python 3.12."""

from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range(100_000):
    label.setText("a")
print(before - sys.getrefcount(None))
"""


def test_a_hundred_thousand_calls_that_return_none_lose_no_reference_to_it() -> None:
    # In a process of its own, since a PySide6 with that fault takes the whole process down.
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 1_000
