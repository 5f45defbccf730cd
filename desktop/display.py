"""Whether a window can be opened here at all; where Qt finds no display it aborts without an exception."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

WITH_DISPLAY = ("", "xcb", "wayland", "wayland-egl")
PATIENCE = 2.0  # seconds
CURSOR_LIBRARY = "libxcb-cursor.so.0"


def why_no_display(env: Mapping[str, str] = os.environ) -> str:
    """Why no window can be opened, in words for the user; "" when one can.

    It takes some milliseconds where a display answers, since no process is started for it.

    Args:
        env: The environment variables.
    """
    platform = env.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform not in WITH_DISPLAY or not sys.platform.startswith("linux"):
        return ""
    wayland = "" if platform == "xcb" else env.get("WAYLAND_DISPLAY", "")
    display = "" if platform.startswith("wayland") else env.get("DISPLAY", "")
    if not wayland and not display:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    if wayland and _answers_wayland(wayland, env.get("XDG_RUNTIME_DIR", "")):
        return ""
    reasons = [f"nothing answers at WAYLAND_DISPLAY={wayland}"] if wayland else []
    if display:
        reason = _why_no_x11(display)
        if not reason:
            return ""
        reasons.append(reason)
    return " and ".join(reasons)


def _answers_wayland(name: str, runtime: str) -> bool:
    import socket

    path = name if name.startswith("/") else str(Path(runtime) / name)
    return _connects(socket.AF_UNIX, path)


def _why_no_x11(display: str) -> str:
    remote = display.partition(":")[0] not in ("", "unix")
    if (remote and not _answers_x11(display)) or not _lets_in(display):
        if _answers_x11(display):
            return f"DISPLAY={display} lets nobody in who has not its key (see xauth)"
        return f"nothing answers at DISPLAY={display}"
    import ctypes

    try:
        ctypes.CDLL(CURSOR_LIBRARY)
    except OSError:
        return f"the library {CURSOR_LIBRARY} is missing (Debian, Ubuntu: apt install libxcb-cursor0)"
    return ""


def _answers_x11(display: str) -> bool:
    import socket

    match = re.fullmatch(r"(?:unix|(?P<host>[^:]*)):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return False
    host, number = match["host"] or "", int(match["number"])
    if host and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + number))
    name = f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, name) or _connects(socket.AF_UNIX, f"\0{name}")


def _connects(family: int, address: object) -> bool:
    import socket

    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(PATIENCE)
            probe.connect(address)  # type: ignore[arg-type]
    except OSError:
        return False
    return True


def _lets_in(display: str) -> bool:
    """Whether the display answers and accepts the key that this user has for it, or needs none."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return _answers_x11(display)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    # Left open: a display whose only client goes starts anew, and turns Qt away meanwhile.
    connection = xcb.xcb_connect(display.encode(), None)
    return not xcb.xcb_connection_has_error(connection)
