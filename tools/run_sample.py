"""Open a script in a window or, where no display can be reached, render it to a picture.

Usage: python tools/run_sample.py samples/tour.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# In a process of its own: where Qt finds no display it does not raise, it aborts.
PROBE = """
import sys
if sys.platform != "win32":
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6.QtGui import QGuiApplication
QGuiApplication([])
"""
WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb")
PATIENCE = 20.0  # seconds; a forwarded display whose other end is gone never answers


def why_no_display() -> str:
    """Say why no window can be opened; empty when one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in WITHOUT_SCREEN:
        return f"QT_QPA_PLATFORM is {platform}"
    named = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    if sys.platform.startswith("linux") and not named and not platform:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    try:
        command = [sys.executable, "-c", PROBE]
        probe = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        reason = f"it did not answer within {PATIENCE:.0f} seconds"
    else:
        if probe.returncode == 0:
            return ""
        said = [line.strip() for line in probe.stderr.splitlines() if line.strip()]
        reason = said[0] if said else "Qt could not start"
    where = " and ".join(f"{name}={os.environ[name]}" for name in named) or "this session"
    return f"no display can be reached at {where} ({reason})"


def main(app: str) -> int:
    """Run the script and return the exit status."""
    command = [sys.executable, "-m", "desklit", app]
    reason = why_no_display()
    if not reason:
        return subprocess.call(command)
    picture = f"{Path(app).stem}.png"
    print(f"No window: {reason}. Rendering {app} to {picture} instead.", flush=True)
    return subprocess.call(
        [*command, "--screenshot", picture], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
