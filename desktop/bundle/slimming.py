"""Leaves out of a bundle what an app of desklit has no use for: parts of Qt, tests, headers, orphans."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""Where in the bundle, from which file, of which kind; as PyInstaller writes it."""

_PLUGINS = {
    "platforms": ("xcb", "wayland", "offscreen", "windows", "cocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("xdgdesktopportal",),  # the one of GTK brings all of GTK along
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": (),
    "xcbglintegrations": (),
    "imageformats": ("jpeg", "gif", "webp", "ico", "icns", "svg", "tiff"),
    "iconengines": ("svgicon",),
    "printsupport": ("cups",),
    "tls": ("openssl", "schannel", "securetransport", "certonly"),
}
"""The plugins of Qt that a window of widgets may load, by folder; none of the other folders."""

_QT_UNUSED = r"(^|/)(opengl32sw|d3dcompiler_\d+)\.dll$|/translations/|/qml/"
_NOT_FOR_RUNNING = r"\.(pxd|pxi|pyx|pyi|h|hh|hpp|c|cc|cpp|a|lib|cmake|rst)$|/(tests?|include)/"
_PYARROW_PARTS = r"pyarrow/(?:lib)?(?:arrow|arrow_python)?_(flight|substrait|gandiva|cuda)[._]"
LEFT_TO_SYSTEM = "cupsprintersupport"
"""The plugin whose libraries a system has if it has use for them: who prints has CUPS, of seven megabytes."""

_PYTHON_FILE = r"(\.abi3|\.cpython-[^/]+|\.cp\d+-[^/]+)?\.(so|pyd)$"


def is_used_of_qt(place: str, modules: Collection[str]) -> bool:
    """Whether a file of PySide6 is for something that desklit has to do with.

    Args:
        place: Where in the bundle it is to lie.
        modules: The modules of PySide6 that are used, such as ``"QtCore"``.
    """
    path = place.replace("\\", "/")
    if not path.startswith("PySide6/"):
        return True
    if re.search(_QT_UNUSED, path):
        return False
    plugin = re.search(r"/plugins/([^/]+)/(?:lib)?q?(?:t-)?([^/]+?)(?:plugin)?\.[^/]*$", path)
    if plugin is not None:
        kinds = _PLUGINS.get(plugin[1], ())
        if plugin[1] in ("tls", "networkinformation") and "QtNetwork" not in modules:
            return False
        return any(plugin[2].startswith(kind) for kind in kinds)
    binding = re.fullmatch(rf"PySide6/(Qt\w+){_PYTHON_FILE}", path)
    return binding is None or binding[1] in modules


def is_for_running(place: str, imports: Collection[str]) -> bool:
    """Whether a library's file is one that it may need while it runs: no header, no test.

    Args:
        place: Where in the bundle it is to lie.
        imports: What the app's files import, by full names.
    """
    path = place.replace("\\", "/")
    if re.search(_NOT_FOR_RUNNING, path) and ".dist-info/" not in path:
        return False
    if re.match(r"emoji/unicode_codes/emoji_\w+\.json", path):  # names of emoji in other languages
        return "emoji" in imports
    part = re.match(_PYARROW_PARTS, path)
    return part is None or f"pyarrow.{part[1]}" in imports


def without_orphans(
    entries: Sequence[Entry], dropped: Iterable[Entry], needs: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """Drop the libraries that only what was dropped had needed.

    Args:
        entries: The binary files that stay.
        dropped: Those that go.
        needs: The names of the libraries that a file is linked with.
    """
    suspects: set[str] = set()
    waiting = [source for _, source, kind in dropped if kind != "SYMLINK"]
    files = [(_name(place), source) for place, source, kind in entries if kind != "SYMLINK"]
    by_name = dict(files)
    while waiting:
        for name in _names(needs, waiting.pop()):
            if name in by_name and name not in suspects:
                suspects.add(name)
                waiting.append(by_name[name])
    wanted: set[str] = set()
    waiting = [source for name, source in files if name not in suspects]
    while waiting:
        for name in _names(needs, waiting.pop()):
            if name in suspects and name not in wanted:
                wanted.add(name)
                waiting.append(by_name[name])
    gone = suspects - wanted
    return [entry for entry in entries if _name(entry[0]) not in gone]


def _names(needs: Callable[[str], Iterable[str]], source: str) -> list[str]:
    return [_name(name) for name in needs(source)]


def _name(path: str) -> str:
    return os.path.basename(path).lower()


def strip_python(folder: Path) -> None:
    """Take out of Python's own files what only a debugger reads: two thirds of some builds.

    Other libraries stay as they are: some have been patched so that `strip` would break them.
    """
    program = shutil.which("strip")
    if program is None:
        return
    files = [*folder.glob("libpython*.so*"), *folder.glob("python*/lib-dynload/*.so")]
    real = [str(path) for path in files if not path.is_symlink()]
    if real:
        subprocess.run([program, "--strip-unneeded", *real], check=False, capture_output=True)
