"""Clicks a button many times, and tells as JSON what is there beyond what was there after the first of them.

    python reruns.py CLICKS FIRST (handwritten | desklit SCRIPT.py)

``rss`` is a part of what it was; ``qobjects``, ``objects``, ``threads`` and ``handles`` are counts.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def counts() -> dict[str, int]:
    """What is there, of all that could be left lying about."""
    gc.unfreeze()  # what the start has made is not counted else, nor seen to be replaced
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    return {
        "qobjects": len(_qobjects()),
        "objects": len(gc.get_objects()),
        "threads": threading.active_count(),
        "handles": len(os.listdir("/proc/self/fd")),
    }


def _qobjects() -> set[int]:
    """The addresses of all that belong to the application, to a window, or to nobody."""
    wrapped = [found for found in shiboken6.getAllValidWrappers() if isinstance(found, QObject)]
    roots = {QApplication.instance(), *QApplication.topLevelWidgets()}
    roots |= {found for found in wrapped if found.parent() is None}
    found = [*roots, *(child for root in roots for child in root.findChildren(QObject))]
    return {shiboken6.getCppPointer(each)[0] for each in found}


def grown(click: Callable[[], None], clicks: int, first: int) -> dict[str, float]:
    for _ in range(first):
        click()
    counts()  # counting itself leaves something behind the first time
    before = counts()
    for _ in range(first):  # and gives memory back, which the next clicks take again
        click()
    resident_before = resident()
    for _ in range(clicks):
        click()
    resident_after = resident()
    after = counts()
    growth: dict[str, float] = {name: after[name] - before[name] for name in before}
    return {"rss": resident_after / resident_before - 1, **growth}


def handwritten(clicks: int, first: int) -> dict[str, float]:
    from handwritten_page import HandwrittenPage

    app = QApplication([])
    window = HandwrittenPage(20, (1080, 800))
    window.show()

    def click() -> None:
        QTest.mouseClick(window.more, Qt.MouseButton.LeftButton)
        app.processEvents()

    return grown(click, clicks, first)


def desklit(script: str, clicks: int, first: int) -> dict[str, float]:
    from desklit.desktop.app import App, application

    application()
    window = App().open(Path(script))
    settled = QEventLoop()
    window.settled.connect(settled.quit)
    window.show()
    settled.exec()

    def click() -> None:
        button = next(found for found in window.findChildren(QPushButton) if found.text() == "One more")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settled.exec()

    return grown(click, clicks, first)


if __name__ == "__main__":
    clicks, first = int(sys.argv[1]), int(sys.argv[2])
    told = handwritten(clicks, first) if sys.argv[3] == "handwritten" else desklit(sys.argv[4], clicks, first)
    print(json.dumps(told), flush=True)
    os._exit(0)
