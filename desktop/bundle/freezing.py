"""Runs within PyInstaller, from a spec file of two lines: what goes into the folder, and what does not."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from PyInstaller.building.api import COLLECT, EXE, PYZ
from PyInstaller.building.build_main import Analysis
from PyInstaller.building.osx import BUNDLE
from PyInstaller.depend.bindepend import get_imports

from .plan import Plan
from .slimming import LEFT_TO_SYSTEM, Entry, is_for_running, is_used_of_qt, without_orphans

_KEPT_OF_METADATA = ("METADATA", "entry_points.txt")


def freeze(path: str) -> None:
    """Make the bundle that a plan describes.

    Args:
        path: The plan's file.
    """
    plan = Plan.read(path)
    found = Analysis(
        list(plan.scripts),
        pathex=list(plan.search),
        hiddenimports=list(plan.modules),
        excludes=list(plan.without),
        hookspath=[plan.hooks],
    )
    start = os.path.splitext(os.path.basename(plan.scripts[0]))[0]
    listing = {os.path.splitext(os.path.basename(script))[0] for script in plan.scripts} - {start}
    scripts = [entry for entry in found.scripts if entry[0] not in listing]
    binaries, datas = _slimmed(plan, found)
    datas += [*_metadata(found, datas), *_data(plan)]
    pyz = PYZ(found.pure)
    program = EXE(
        pyz,
        scripts,
        [],
        name=plan.program,
        exclude_binaries=True,
        console=sys.platform not in ("win32", "darwin"),
        icon=plan.icon or "NONE",
        version=plan.version_info or None,
        upx=False,
    )
    folder = COLLECT(program, binaries, datas, name=plan.program, upx=False)
    if sys.platform == "darwin":
        about = {"CFBundleShortVersionString": plan.version, "NSHighResolutionCapable": True}
        BUNDLE(
            folder,
            name=f"{plan.program}.app",
            icon=plan.icon or None,
            bundle_identifier=f"org.desklit.{plan.program}".replace(" ", "-"),
            version=plan.version,
            info_plist={**about, "CFBundleDisplayName": plan.name},
        )
    contents = {"archive": pyz.name, "files": [(place, source) for place, source, _ in [*binaries, *datas]]}
    Path(plan.contents).write_text(json.dumps(contents), encoding="utf-8")


def _slimmed(plan: Plan, found: Analysis) -> list[list[Entry]]:
    def stays(entry: Entry) -> bool:
        return is_for_running(entry[0], plan.imports) and (
            not plan.slim_qt or is_used_of_qt(entry[0], plan.qt)
        )

    kept = [entry for entry in found.binaries if stays(entry)]
    alone = [entry for entry in kept if LEFT_TO_SYSTEM in entry[0]]
    kept = [entry for entry in kept if entry not in alone]
    kept_places = {entry[0] for entry in kept}
    dropped = [entry for entry in found.binaries if entry[0] not in kept_places]

    def needs(source: str) -> Iterable[str]:
        return [name for name, _ in get_imports(source)]

    binaries = [*without_orphans(kept, dropped, needs), *alone]
    places = {entry[0] for entry in [*binaries, *found.datas] if entry[2] != "SYMLINK"}
    datas = [entry for entry in found.datas if stays(entry)]
    # Links point to what may be gone.
    return [
        [entry for entry in entries if entry[2] != "SYMLINK" or _target(entry) in places]
        for entries in (binaries, datas)
    ]


def _target(link: Entry) -> str:
    place, target, _ = link
    return os.path.normpath(os.path.join(os.path.dirname(place), target))


def _metadata(found: Analysis, datas: Iterable[Entry]) -> list[Entry]:
    """What tells a library's version and its plugins, for each library that is there."""
    packages = metadata.packages_distributions()
    modules = {place.replace("\\", "/").partition("/")[0] for place, _, _ in [*found.pure, *found.binaries]}
    names = {name for module in modules for name in packages.get(module.partition(".")[0], ())}
    present = {place for place, _, _ in datas}
    entries = []
    for name in sorted(names):
        for file in metadata.distribution(name).files or ():
            place = str(file)
            if file.name in _KEPT_OF_METADATA and file.parent.suffix == ".dist-info" and place not in present:
                entries.append((place, str(file.locate()), "DATA"))
    return entries


def _data(plan: Plan) -> list[Entry]:
    return [(os.path.normpath(place), source, "DATA") for source, place in plan.data]
