"""Menu entries and desktop icons as freedesktop.org asks for them: GNOME, KDE, Xfce and others."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ...state.patterns import pattern
from ...state.records import dataclass
from .launcher import Launcher

_QUOTED = pattern(r'([\\"`$])')
_PLAIN_WORD = pattern(r"[A-Za-z0-9_@%+=:,./-]+")


@dataclass(frozen=True, slots=True)
class Places:
    """Where a user's desktop looks.

    Args:
        data: ``XDG_DATA_HOME``.
        desktop: The folder that the desktop shows; None without one.
    """

    data: Path
    desktop: Path | None

    @classmethod
    def of_user(cls) -> Places:
        """The places of the user who runs this."""
        from platformdirs import user_desktop_dir

        data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
        desktop = Path(user_desktop_dir())
        # Without a desktop folder of its own a session has the home folder for it.
        usable = desktop.is_dir() and desktop != Path.home()
        return cls(Path(data).expanduser(), desktop if usable else None)

    def entry(self, slug: str) -> Path:
        """Where the menu looks for an entry."""
        return self.data / "applications" / f"{slug}.desktop"

    def icon(self, slug: str, size: int) -> Path:
        """Where icon themes look for an icon of a size in px."""
        return self.data / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{slug}.png"


def entry_text(launcher: Launcher) -> str:
    """The content of a launcher's .desktop file."""
    lines = {
        "Type": "Application",
        "Name": escaped(launcher.name),
        "Comment": escaped(launcher.comment),
        "Exec": " ".join(map(word_of, launcher.words)),
        "Path": escaped(str(launcher.script.parent)),
        "Icon": launcher.slug,
        "Terminal": "false",
        "StartupNotify": "true",
        "StartupWMClass": launcher.slug,
        "Categories": "Utility;",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items() if value)


def escaped(text: str) -> str:
    """A text as the format's `string` type."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def word_of(word: str) -> str:
    """A word of `Exec`: quoted for its reader, then escaped as a string; `%` begins a field code."""
    word = word.replace("%", "%%")
    return word if _PLAIN_WORD.fullmatch(word) else escaped('"' + _QUOTED.sub(r"\\\1", word) + '"')


def install(launcher: Launcher, pictures: Mapping[int, bytes], places: Places) -> list[Path]:
    """Write a launcher's files and let the desktop know.

    Args:
        launcher: What to open.
        pictures: Its icon as PNG files, by width in px.
        places: Where to.

    Returns:
        The files.

    Raises:
        OSError: A file can't be written; nothing of this launcher is left behind then.
    """
    written: list[Path] = []
    try:
        for size, picture in pictures.items():
            path = places.icon(launcher.slug, size)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture)
            written.append(path)
        entries = [places.entry(launcher.slug)]
        if places.desktop is not None:
            entries.append(places.desktop / f"{launcher.slug}.desktop")
        for path in entries:
            write_whole(path, entry_text(launcher))
            written.append(path)
    except OSError:
        uninstall(launcher.slug, places)
        raise
    for path in entries[1:]:
        # GNOME opens what lies on the desktop only once it is trusted.
        _call("gio", "set", str(path), "metadata::trusted", "true")
    _tell_desktop(places)
    return written


def write_whole(path: Path, text: str, mode: int = 0o755) -> None:
    """Write a file whole or not at all; launchers on the desktop have to be executable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="surrogateescape")
        part.chmod(mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def uninstall(slug: str, places: Places) -> list[Path]:
    """Remove a launcher's files and what folders that leaves empty.

    Returns:
        The files that were there.
    """
    icons = (places.data / "icons" / "hicolor").glob(f"*/apps/{slug}.png")
    candidates = [places.entry(slug), *sorted(icons)]
    if places.desktop is not None:
        candidates.append(places.desktop / f"{slug}.desktop")
    removed = [path for path in candidates if path.is_file()]
    for path in removed:
        path.unlink()
        remove_empty(path.parent, places)
    if removed:
        _tell_desktop(places)
    return removed


def remove_empty(folder: Path, places: Places) -> None:
    """Remove a folder that holds nothing, and those around it, up to the places themselves."""
    while folder not in (places.data, places.desktop) and places.data in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _tell_desktop(places: Places) -> None:
    """Let desktops that watch the icon theme's folder alone see that something in it has changed."""
    theme = places.data / "icons" / "hicolor"
    if theme.is_dir():
        os.utime(theme)


def _call(*words: str) -> None:
    if shutil.which(words[0]) is not None:
        subprocess.run(words, check=False, capture_output=True, timeout=20)
