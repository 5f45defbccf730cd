"""Whether the screen can show windows that are see-through in places."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QGuiApplication


@lru_cache(maxsize=1)
def composites() -> bool:
    """Whether transparent parts of a window show what lies behind.

    Without a compositing manager, as on remote desktops, X11 paints them black. Only X11 is asked:
    everywhere else compositing is a matter of course.
    """
    if QGuiApplication.platformName() != "xcb":
        return True
    import ctypes
    from ctypes.util import find_library  # brings subprocess along

    name = find_library("X11")
    if name is None:
        return True
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return True
    owner = x11.XGetSelectionOwner(display, x11.XInternAtom(display, b"_NET_WM_CM_S0", 0))
    x11.XCloseDisplay(display)
    return bool(owner)
