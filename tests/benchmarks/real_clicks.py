"""Clicks with the mouse of a display on a page that is written by hand and on desklit's, side by side.

    python real_clicks.py ELEMENTS FOLDER

``FOLDER`` gets the script. Each line of stdin names a page, "by hand" or "desklit"; the answer is a line with
the seconds from when the button of the mouse is let go to the text painted. `RealClicks` is the other end.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

FROM_FAR, HELD, REST = 50, 80, 100
"""Ms: from when the pointer comes to a button to the click, how long a finger is down, and after a click."""


class RealClicks:
    """The program below, running on a display.

    Args:
        display: The display's name.
        elements: How many there are on each page.
        folder: Where the script goes.
    """

    def __init__(self, display: str, elements: int, folder: Path) -> None:
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        words = [sys.executable, __file__, str(elements), str(folder)]
        self._child = subprocess.Popen(
            words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __enter__(self) -> RealClicks:
        return self

    def __exit__(self, *raised: object) -> None:
        self._child.kill()
        self._child.communicate()

    def by_hand(self) -> float:
        """Seconds that a click on the page by hand takes."""
        return self._click("by hand")

    def ours(self) -> float:
        """Seconds that a click on desklit's page takes."""
        return self._click("desklit")

    def _click(self, page: str) -> float:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(f"{page}\n")
        answer = self._child.stdout.readline()
        assert answer, "no window has opened on the display; what is above says why"
        return float(answer)


def rest(milliseconds: int) -> None:
    """Let Qt do what it has to do, for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Clicker(QObject):
    """Clicks on what it is told to click on."""

    def __init__(self, elements: int, folder: Path) -> None:
        super().__init__()
        # The modules beside this file are no package.
        from counter_page import SIZE, Ours, write_script
        from handwritten_page import HandwrittenPage
        from painted import Painted
        from x_server import Mouse

        from desklit.desktop.app import App

        self._app = App()
        by_hand = HandwrittenPage(elements, SIZE)
        by_hand.move(0, 0)
        by_hand.show()
        script = write_script(elements, folder)
        window = self._app.open(script)
        window.resize(*SIZE)
        window.move(SIZE[0] + 20, 0)
        settled = QEventLoop()
        window.settled.connect(settled.quit)
        window.show()
        settled.exec()
        rest(500)
        ours = Ours(window, script)
        self._pages = {
            "by hand": (by_hand.more, Painted(by_hand.text, by_hand.text.text)),
            "desklit": (ours.more, ours.painted),
        }
        self._mouse = Mouse()
        self._at: QPushButton | None = None
        self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._on_told)

    def _on_told(self) -> None:
        page = sys.stdin.readline().strip()
        if not page:
            QApplication.quit()
            return
        button, painted = self._pages[page]
        if self._at is not button:
            self._at = button
            middle = button.mapToGlobal(button.rect().center())
            self._mouse.move(middle.x(), middle.y())
            rest(FROM_FAR)
        self._mouse.press(down=True)
        rest(HELD)
        took = painted.after_act(lambda: self._mouse.press(down=False))
        rest(REST)
        print(took, flush=True)


if __name__ == "__main__":
    application = QApplication([])
    clicker = Clicker(int(sys.argv[1]), Path(sys.argv[2]))
    sys.exit(application.exec())
