"""What a double click on a file opens, as freedesktop.org asks for it: GNOME, KDE, Xfce and others.

Session documents open with desklit. For scripts it is one of the programs to choose from, never the first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ...state.records import dataclass
from ..call import DOCUMENT
from .freedesktop import Places, remove_empty, word_of, write_whole
from .mime_apps import MimeApps

TYPE, SCRIPTS = "application/x-desklit-session", "text/x-python"
ENTRY = "desklit.desktop"
_BESIDE = "X-Desklit-Beside"
"""In the entry: the program that opened scripts before, which was written down to stay the first."""

_GENERATED = (
    *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache"),
    *("subclasses", "treemagic", "types", "version"),
)
_PACKAGE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{TYPE}">
    <comment>desklit session</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{TYPE.replace("/", "-")}"/>
    <glob pattern="*{DOCUMENT}" weight="60"/>
  </mime-type>
</mime-info>
"""

Call = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Association:
    """Where the files of a user's associations lie.

    Args:
        places: Where the desktop looks for entries and icons.
        config: ``XDG_CONFIG_HOME``.
    """

    places: Places
    config: Path

    @classmethod
    def of_user(cls) -> Association:
        """The places of the user who runs this."""
        config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
        return cls(Places.of_user(), Path(config).expanduser())

    @property
    def entry(self) -> Path:
        """The entry of desklit itself: what opens documents, and its home window in the menu."""
        return self.places.data / "applications" / ENTRY

    @property
    def package(self) -> Path:
        """What tells a document by its name."""
        return self.places.data / "mime" / "packages" / "desklit.xml"

    def icons(self, size: int) -> tuple[Path, Path]:
        """The icon of desklit, and that of documents."""
        folder = self.places.data / "icons" / "hicolor" / f"{size}x{size}"
        return folder / "apps" / "desklit.png", folder / "mimetypes" / f"{TYPE.replace('/', '-')}.png"

    @property
    def apps(self) -> MimeApps:
        """The user's choices."""
        return MimeApps(self.config / "mimeapps.list")


def entry_text(program: Sequence[str], *, in_menu: bool, beside: str) -> str:
    """The content of desklit's own .desktop file."""
    lines = {
        "Type": "Application",
        "Name": "desklit",
        "Comment": "Open Streamlit scripts and their sessions as windows",
        "Exec": " ".join([*map(word_of, program), "open", "%f"]),
        "Icon": "desklit",
        "Terminal": "false",
        "StartupWMClass": "desklit",
        "Categories": "Utility;",
        "MimeType": f"{TYPE};",
        "NoDisplay": "" if in_menu else "true",
        _BESIDE: beside,
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items() if value)


def install(
    program: Sequence[str],
    pictures: Mapping[int, bytes],
    at: Association,
    *,
    in_menu: bool,
    call: Call | None = None,
) -> list[Path]:
    """Let documents be opened by desklit, and scripts by it, too.

    Args:
        program: The words that start desklit.
        pictures: The icon as PNG files, by width in px.
        at: Where to.
        in_menu: Whether the home window is to be in the menu; one that is there stays.
        call: Runs one of the desktop's tools and gives what it prints.

    Returns:
        The files.

    Raises:
        OSError: A file can't be written.
    """
    call = call or _call
    before = _fields(at.entry)
    beside = before.get(_BESIDE, "") or _beside(at, call)
    written = []
    for size, picture in pictures.items():
        for path in at.icons(size):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture)
            written.append(path)
    shown = in_menu or (bool(before) and "NoDisplay" not in before)
    for path, text in (
        (at.package, _PACKAGE),
        (at.entry, entry_text(program, in_menu=shown, beside=beside)),
    ):
        write_whole(path, text)
        written.append(path)
    at.apps.make_default(TYPE, ENTRY)
    if beside:
        at.apps.add(SCRIPTS, [beside, ENTRY])
    elif at.apps.added(SCRIPTS):
        at.apps.add(SCRIPTS, [ENTRY])
    _update(at, call)
    return written


def _beside(at: Association, call: Call) -> str:
    """What opens scripts at present, if nothing is written down of that: it has to be to stay the first.

    Where nothing opens them, desklit must not be offered either: the only one offered is the first.
    """
    if at.apps.added(SCRIPTS):
        return ""
    found = (call(["xdg-mime", "query", "default", kind]).strip() for kind in (SCRIPTS, "text/plain"))
    return next((name for name in found if name and name != ENTRY), "")


def hide(at: Association) -> bool:
    """Take the home window out of the menu; documents still open. False if it was not in it."""
    before = _fields(at.entry)
    if not before or "NoDisplay" in before:
        return False
    write_whole(at.entry, at.entry.read_text(encoding="utf-8") + "NoDisplay=true\n")
    return True


def uninstall(at: Association, call: Call | None = None) -> list[Path]:
    """Remove all that :func:`install` has made.

    Returns:
        The files that were there.
    """
    beside = _fields(at.entry).get(_BESIDE, "")
    icons = [path for size in _sizes(at) for path in at.icons(size)]
    removed = [path for path in (at.entry, at.package, *icons) if path.is_file()]
    for path in removed:
        path.unlink()
    at.apps.forget(TYPE, [ENTRY])
    at.apps.forget(SCRIPTS, [ENTRY])
    if at.apps.added(SCRIPTS) == [beside]:
        at.apps.forget(SCRIPTS, [beside])
    if removed:
        _update(at, call or _call)
        _remove_generated(at)
    for path in removed:
        remove_empty(path.parent, at.places)
    return removed


def is_needed(at: Association) -> bool:
    """Whether something of desklit's is in the menu yet."""
    fields = _fields(at.entry)
    in_menu = bool(fields) and "NoDisplay" not in fields
    return in_menu or any(at.entry.parent.glob("desklit-*.desktop"))


def _sizes(at: Association) -> list[int]:
    widths = (path.name.partition("x")[0] for path in (at.places.data / "icons" / "hicolor").glob("*x*"))
    return [int(width) for width in widths if width.isdigit()]


def _fields(entry: Path) -> dict[str, str]:
    """The lines of an entry; none if it is not there."""
    try:
        lines = entry.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _update(at: Association, call: Call) -> None:
    """Let the desktop read what is there now."""
    if (at.places.data / "mime" / "packages").is_dir():
        call(["update-mime-database", str(at.places.data / "mime")])
    if at.entry.parent.is_dir():
        call(["update-desktop-database", str(at.entry.parent)])
    theme = at.places.data / "icons" / "hicolor"
    if theme.is_dir():
        os.utime(theme)


def _remove_generated(at: Association) -> None:
    """What the desktop's tools made of our files, where there are no others."""
    mime = at.places.data / "mime"
    if not any((mime / "packages").glob("*")):
        for name in _GENERATED:
            (mime / name).unlink(missing_ok=True)
        for path in (mime / "packages", mime / "application"):
            remove_empty(path, at.places)
    if not any(at.entry.parent.glob("*.desktop")):
        (at.entry.parent / "mimeinfo.cache").unlink(missing_ok=True)
    remove_empty(at.entry.parent, at.places)


def _call(words: Sequence[str]) -> str:
    if shutil.which(words[0]) is None:
        return ""
    done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=60)
    return done.stdout
