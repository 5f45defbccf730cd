"""A display of its own for a benchmark, and a mouse on it: what an app gets from them came over the wire."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from ctypes.util import find_library

SCREEN = "2400x1000x24"


def why_no_server() -> str:
    """What is missing to run a server and move its mouse; "" if nothing is."""
    if shutil.which("Xvfb") is None:
        return "needs Xvfb"
    missing = [name for name in ("X11", "Xtst") if find_library(name) is None]
    return f"needs lib{missing[0]}" if missing else ""


class XServer:
    """An Xvfb on a free display, as long as the ``with`` lasts.

    Attributes:
        display: Its name, as in ``DISPLAY``.
    """

    def __enter__(self) -> XServer:
        read, write = os.pipe()
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.display = ":" + told.readline().strip()
        assert self.display != ":", "Xvfb has not started"
        return self

    def __exit__(self, *raised: object) -> None:
        self._server.terminate()
        self._server.wait()


class Mouse:
    """The mouse of the display that ``DISPLAY`` names, moved through the server's XTEST extension.

    Qt's own tests hand events to a widget, in the process; these go to the server, which tells the window.
    """

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL(find_library("X11"))
        self._xtest = ctypes.CDLL(find_library("Xtst"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        assert self._display, "no display answers"

    def move(self, x: int, y: int) -> None:
        """Put it to a place on the screen, in px."""
        self._xtest.XTestFakeMotionEvent(self._display, 0, x, y, 0)
        self._x11.XFlush(self._display)

    def press(self, *, down: bool) -> None:
        """Press its left button, or let it go."""
        self._xtest.XTestFakeButtonEvent(self._display, 1, int(down), 0)
        self._x11.XFlush(self._display)
