"""Whether a window can be opened here at all; where Qt finds no display it aborts without an exception."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
PATIENCE = 2.0  # seconds


def why_no_display(env: Mapping[str, str] = os.environ) -> str:
    """Why no window can be opened, in words for the user; "" when one can.

    Only sockets are tried, which takes well under a millisecond where a display answers.
    """
    platform = env.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform or not sys.platform.startswith("linux"):
        return ""
    wayland, display = env.get("WAYLAND_DISPLAY", ""), env.get("DISPLAY", "")
    if not wayland and not display:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    if wayland and _answers_wayland(wayland, env.get("XDG_RUNTIME_DIR", "")):
        return ""
    if display and _answers_x11(display):
        return ""
    named = " and ".join(
        f"{name}={value}" for name, value in (("WAYLAND_DISPLAY", wayland), ("DISPLAY", display)) if value
    )
    return f"nothing answers at {named}"


def _answers_wayland(name: str, runtime: str) -> bool:
    path = name if name.startswith("/") else str(Path(runtime) / name)
    return _connects(socket.AF_UNIX, path)


def _answers_x11(display: str) -> bool:
    match = re.fullmatch(r"(?:unix|(?P<host>[^:]*)):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return False
    host, number = match["host"] or "", int(match["number"])
    if host and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + number))
    name = f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, name) or _connects(socket.AF_UNIX, f"\0{name}")


def _connects(family: int, address: object) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(PATIENCE)
            probe.connect(address)  # type: ignore[arg-type]
    except OSError:
        return False
    return True
