"""Shortcuts of Windows: one in the start menu, one on the desktop."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from ...state.patterns import pattern
from ...state.records import dataclass
from .launcher import Launcher

_FORBIDDEN = pattern(r'[<>:"/\\|?*\x00-\x1f]')
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a user's Windows looks.

    Args:
        programs: The start menu's folder.
        desktop: The desktop's folder.
        data: A folder for icons.
    """

    programs: Path
    desktop: Path
    data: Path

    @classmethod
    def of_user(cls) -> Places:
        """The places of the user who runs this."""
        from platformdirs import user_data_dir, user_desktop_dir

        roaming = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        programs = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        return cls(programs, Path(user_desktop_dir()), Path(user_data_dir("desklit", False)) / "launchers")

    def icon(self, slug: str) -> Path:
        """Where a launcher's icon lies."""
        return self.data / f"{slug}.ico"

    def note(self, slug: str) -> Path:
        """Where is written which shortcuts belong to a launcher: they carry its name, not its script's."""
        return self.data / f"{slug}.txt"


def icon_bytes(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file.

    Args:
        pictures: PNG files by width in px; up to 256.
    """
    kept = {size: data for size, data in sorted(pictures.items()) if size in ICON_SIZES}
    place = 6 + 16 * len(kept)
    head, body = struct.pack("<HHH", 0, 1, len(kept)), b""
    for size, data in kept.items():
        # A width of 256 px is written as 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(body))
        body += data
    return head + body


def install(launcher: Launcher, pictures: Mapping[int, bytes], places: Places) -> list[Path]:
    """Write a launcher's files.

    Args:
        launcher: What to open.
        pictures: Its icon as PNG files, by width in px.
        places: Where to.

    Returns:
        The files.

    Raises:
        OSError: A file can't be written; nothing of this launcher is left behind then.
    """
    import pylnk3

    uninstall(launcher.slug, places)
    name = _FORBIDDEN.sub(" ", launcher.name).strip(" .") or launcher.slug
    shortcuts = [folder / f"{name}.lnk" for folder in (places.programs, places.desktop)]
    icon = places.icon(launcher.slug)
    places.data.mkdir(parents=True, exist_ok=True)
    try:
        places.note(launcher.slug).write_text("\n".join(map(str, shortcuts)), encoding="utf-8")
        icon.write_bytes(icon_bytes(pictures))
        for path in shortcuts:
            path.parent.mkdir(parents=True, exist_ok=True)
            pylnk3.for_file(
                str(PureWindowsPath(launcher.words[0])),
                str(path),
                arguments=subprocess.list2cmdline(launcher.words[1:]),
                description=launcher.comment or launcher.name,
                icon_file=str(icon),
                work_dir=str(launcher.script.parent),
            )
    except OSError:
        uninstall(launcher.slug, places)
        raise
    return [*shortcuts, icon, places.note(launcher.slug)]


def uninstall(slug: str, places: Places) -> list[Path]:
    """Remove a launcher's files.

    Returns:
        The files that were there.
    """
    note = places.note(slug)
    shortcuts = note.read_text(encoding="utf-8").splitlines() if note.is_file() else []
    candidates = [*map(Path, shortcuts), places.icon(slug), note]
    removed = [path for path in candidates if path.is_file()]
    for path in removed:
        path.unlink()
    if places.data.is_dir() and not any(places.data.iterdir()):
        places.data.rmdir()
    return removed
