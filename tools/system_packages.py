"""Install the system packages that Qt and the environment need; say which, where that cannot be done.

What is there is found by loading it, on any Linux. Only Debian's and Ubuntu's names are known, so
elsewhere the missing files are named. Runs before anything is installed: standard library only.

    python3 tools/system_packages.py [--tests]

With ``--tests`` also what tests and benchmarks need.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Need:
    """Something that the system must have.

    Args:
        what: What to look for: a library's file name, or a plain word.
        packages: Its package's names, the newest first; releases differ.
        group: What does not work without it.
    """

    what: str
    packages: tuple[str, ...]
    group: Literal["all", "windows", "emoji", "bundles", "tests"] = "all"


SUFFERS = {
    "all": "",
    "windows": " (only to open windows)",
    "emoji": " (emoji stay empty)",
    "bundles": " (only for `desklit bundle`)",
    "tests": " (only for tests and benchmarks on a display)",
}


# Debian 13 and Ubuntu 24.04 renamed some packages when time_t became 64 bits wide.
OFFSCREEN = (
    Need("libGL.so.1", ("libgl1",)),
    Need("libEGL.so.1", ("libegl1",)),
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
    Need("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),
)
WINDOW = tuple(
    Need(library, (package,), "windows")
    for library, package in {
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    }.items()
)
DISPLAY = (Need("Xvfb", ("xvfb",), "tests"), Need("xauth", ("xauth",), "tests"))
MOUSE = Need("libXtst.so.6", ("libxtst6",), "tests")
EMOJI = Need("a font with emoji", ("fonts-noto-color-emoji",), "emoji")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


def missing(*, tests: bool) -> list[Need]:
    """Look for everything and return what is not there.

    Args:
        tests: Whether to look for what tests and benchmarks need, too.
    """
    found = [need for need in OFFSCREEN + WINDOW if not _loads(need.what)]
    if find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        found.append(Need(f"Python's venv module for {version}", (f"python{version}-venv",)))
    found += _missing_for_bundles()
    if not any(True for folder in FONT_FOLDERS for _ in folder.rglob("*[Ee]moji*.ttf")):
        found.append(EMOJI)
    if tests:
        found += [need for need in DISPLAY if not shutil.which(need.what)]
        found += [] if _loads(MOUSE.what) else [MOUSE]
    return found


def _missing_for_bundles() -> list[Need]:
    """What PyInstaller works with: binutils, and Python as a library, which Debian packs separately."""
    found = [] if shutil.which("objdump") else [Need("objdump", ("binutils",), "bundles")]
    library = str(sysconfig.get_config_var("INSTSONAME"))
    place = Path(str(sysconfig.get_config_var("LIBDIR"))) / library
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and not place.exists() and not _loads(library):
        package = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
        found.append(Need(library, (f"{package}t64", package), "bundles"))
    return found


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(needs: list[Need]) -> bool:
    """Install by apt, as root or through sudo; return whether that went well."""
    become_root = _become_root()
    if shutil.which("apt-get") is None or become_root is None:
        return False
    print("Installing what Qt and Python need from the system, by apt …", flush=True)
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]  # right after booting, the system's own update may hold it
    # Unpacking is chatty even with -qq; the report is for the case that it fails.
    _quietly([*apt, "update"])
    return _quietly([*apt, "install", "--yes", "--no-install-recommends", *_names(needs)])


def _become_root() -> list[str] | None:
    """The words to put before a command that only root may give; None when there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]


def _names(needs: list[Need]) -> list[str]:
    return sorted(next(filter(_offered, need.packages), need.packages[-1]) for need in needs)


def _offered(package: str) -> bool:
    """Whether apt can install a package of just this name."""
    answer = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True).stdout
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def _quietly(command: list[str]) -> bool:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """Install what is missing; the exit status is 1 only when desklit could not work at all."""
    if not sys.platform.startswith("linux"):
        return 0
    tests = "--tests" in sys.argv[1:]
    needs = missing(tests=tests)
    if needs:
        install(needs)
        needs = missing(tests=tests)
    if not needs:
        return 0
    print("These are missing on this system:", file=sys.stderr)
    for need in needs:
        print(f"  {need.what}{SUFFERS[need.group]}", file=sys.stderr)
    if shutil.which("apt-get"):
        print(f"Install them as root: apt-get install {' '.join(_names(needs))}", file=sys.stderr)
    else:
        print("Install them with your system's package manager, then run make again.", file=sys.stderr)
    return int(any(need.group == "all" for need in needs))


if __name__ == "__main__":
    sys.exit(main())
