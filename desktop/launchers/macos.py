"""Applications of macOS: a folder NAME.app in the user's Applications."""

from __future__ import annotations

import plistlib
import shlex
import shutil
import struct
from collections.abc import Mapping
from pathlib import Path

from ...state.records import dataclass
from ..call import DOCUMENT
from .launcher import Launcher

_SESSION = "org.desklit.session"
_ICON_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a user's macOS looks.

    Args:
        applications: The folder that Launchpad and Spotlight know.
    """

    applications: Path

    @classmethod
    def of_user(cls) -> Places:
        """The places of the user who runs this."""
        return cls(Path.home() / "Applications")


def icon_bytes(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns file.

    Args:
        pictures: PNG files by width in px.
    """
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICON_KINDS.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def install(launcher: Launcher, pictures: Mapping[int, bytes], places: Places) -> list[Path]:
    """Write a launcher's application.

    Args:
        launcher: What to open.
        pictures: Its icon as PNG files, by width in px.
        places: Where to.

    Returns:
        The application's folder.

    Raises:
        OSError: It can't be written, or its name is taken by another application; nothing is left behind.
    """
    name = launcher.name.replace("/", "-").replace(":", "-").strip(" .") or launcher.slug
    folder = places.applications / f"{name}.app"
    if folder.exists() and _slug_in(folder) != launcher.slug:
        raise FileExistsError(f"{folder} is another application. Give this one another --name.")
    uninstall(launcher.slug, places)
    contents = folder / "Contents"
    about = {
        "CFBundleName": name,
        "CFBundleDisplayName": launcher.name,
        "CFBundleIdentifier": f"org.desklit.{launcher.slug}",
        "CFBundleExecutable": "open",
        "CFBundleIconFile": "icon.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleVersion": "1",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "desklit session",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [_SESSION],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _SESSION,
                "UTTypeDescription": "desklit session",
                "UTTypeConformsTo": ["public.zip-archive"],
                "UTTypeTagSpecification": {"public.filename-extension": [DOCUMENT.lstrip(".")]},
            },
        ],
        "DesklitSlug": launcher.slug,
    }
    try:
        for part in ("MacOS", "Resources"):
            (contents / part).mkdir(parents=True)
        (contents / "Info.plist").write_bytes(plistlib.dumps(about))
        (contents / "Resources" / "icon.icns").write_bytes(icon_bytes(pictures))
        start = contents / "MacOS" / "open"
        place = shlex.quote(str(launcher.script.parent))
        start.write_text(f"#!/bin/sh\ncd {place} && exec {shlex.join(launcher.words)}\n", encoding="utf-8")
        start.chmod(0o755)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return [folder]


def uninstall(slug: str, places: Places) -> list[Path]:
    """Remove a launcher's application.

    Returns:
        The folders that were there.
    """
    removed = [folder for folder in sorted(places.applications.glob("*.app")) if _slug_in(folder) == slug]
    for folder in removed:
        shutil.rmtree(folder)
    return removed


def _slug_in(folder: Path) -> str:
    try:
        about = plistlib.loads((folder / "Contents" / "Info.plist").read_bytes())
    except (OSError, ValueError):
        return ""
    return str(about.get("DesklitSlug", "")) if isinstance(about, dict) else ""
