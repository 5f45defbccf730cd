"""``desklit bundle``: from a script to a folder that runs on machines without Python."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ...state.records import dataclass
from ..call import UsageError
from ..launchers.page_icon import declared_in
from .build import build, check_builder
from .collect import Project, collect
from .deb import check_packer, pack_deb
from .files import Sieve
from .identity import Identity
from .packing import pack_zip
from .staging import Wishes, is_installed, relative_names, stage
from .summary import MEGABYTE, sizes, table, total_size

LISTED = 20  # files that are named one by one
_MARK = "desklit-bundle.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a bundle is to be.

    Args:
        script: The app's script.
        name: Its name; by default the page's title or the file's name.
        icon: An emoji, ``":material/name:"`` or a picture's path; by default the page's icon.
        version: Its version; by default the script's ``__version__``.
        output: The folder to put the bundle into.
        add: Files and folders that are to go along.
        exclude: Patterns of files that are not.
        modules: Modules that are to go along.
        without: Modules that are not.
        secrets: Whether ``secrets.toml`` goes along.
        zip: Whether to write a zip file, too.
        deb: Whether to write a Debian package, too.
    """

    script: Path
    name: str = ""
    icon: str | None = None
    version: str = ""
    output: Path = Path("dist")
    add: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    secrets: bool = False
    zip: bool = False
    deb: bool = False


def bundle(order: Order, say: Callable[[str], object] = print) -> Path:
    """Make a bundle, and say what it is made of.

    Args:
        order: What it is to be.
        say: Takes the lines that its maker reads.

    Returns:
        The bundle's folder.

    Raises:
        UsageError: It can't be made; the message tells why and what to do.
    """
    check_builder()
    if order.deb:
        check_packer()
    output = Path(os.path.abspath(order.output))
    project = collect(order.script, Sieve(order.exclude, output), order.add, secrets=order.secrets)
    _check_imports(project, order.without)
    declared = declared_in(order.script)
    version = order.version or project.sources[0].version
    identity = Identity.of(order.script, order.name or declared.title, version)
    target = output / identity.folder
    _check_target(target)
    for line in _told(project):
        say(line)
    icons = _icons(order, declared.icon, identity)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="desklit-bundle-") as place:
        work = Path(place)
        wishes = Wishes(order.modules, order.without, _options(project))
        spec = stage(work, project, identity, wishes, _icon_file(work, icons, identity))
        say(f"Making {target} …")
        _build(spec, output, target, identity)
        _finish(target, identity, icons)
        size = total_size(target)
        for line in ["Size by package:", *table(sizes(target, work / "contents.json"))]:
            say(line)
        for made in _packed(order, target, identity, size, icons, work):
            say(f"Wrote {made} ({made.stat().st_size / MEGABYTE:.1f} MB).")
    say(f"Wrote {target}: start {output / identity.executable}.")
    return target


def _check_imports(project: Project, without: Sequence[str]) -> None:
    """Refuse an app that would not run here either: what it imports has to be installed to go along."""
    missing: dict[str, str] = {}
    for path, found in project.imports:
        package = found.module.partition(".")[0]
        known = package in ("streamlit", "desklit", *sys.builtin_module_names, *without)
        if found.needed and not known and not is_installed(package):
            missing.setdefault(package, f"{relative_names([path], project.entry.parent)[0]}:{found.line}")
    if missing:
        where = "; ".join(f"{package} ({place})" for package, place in missing.items())
        raise UsageError(
            f"what the app imports is not installed here: {where}. Install it, or leave it out by "
            f"--without {next(iter(missing))}; if it is a file of yours, name its folder by --add."
        )


def _check_target(target: Path) -> None:
    """Refuse to replace what is no bundle."""
    if target.exists() and not any(target.rglob(_MARK)):
        raise UsageError(f"{target} is there already and is no bundle. Give another --output or --name.")


def _told(project: Project) -> list[str]:
    """What goes along, what does not, and what to know."""
    folder = project.entry.parent
    names = relative_names(project.files, folder)
    shown = [f"  {name}" for name in names[:LISTED]]
    more = [f"  and {len(names) - LISTED} more"] if len(names) > LISTED else []
    lines = [f"{len(names)} file{'' if len(names) == 1 else 's'} of the app:", *shown, *more]
    if project.passed_over:
        left = relative_names(project.passed_over[:LISTED], folder)
        rest = len(project.passed_over) - len(left)
        lines.append(
            f"Left out, since no source names them (--add takes them): {', '.join(left)}"
            + (f" and {rest} more" if rest else "")
        )
    return [*lines, *(f"Note: {note}" for note in project.notes)]


def _options(project: Project) -> Mapping[str, str]:
    """What holds in a bundle: its files do not change, and its user does not write the script."""
    import tomli

    options = {"server.fileWatcherType": "none"}
    settings = project.entry.parent / ".streamlit" / "config.toml"
    try:
        own = tomli.loads(settings.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        own = {}
    client = own.get("client", {})
    if not (isinstance(client, dict) and "toolbarMode" in client):
        options["client.toolbarMode"] = "viewer"
    return options


def _icons(order: Order, declared: str, identity: Identity) -> Mapping[int, bytes]:
    from ..launchers.install import draw_pictures

    return draw_pictures(order.icon, declared, identity.name)


def _icon_file(work: Path, icons: Mapping[int, bytes], identity: Identity) -> Path | None:
    """The icon as this system's programs carry it; on Linux they carry none."""
    from ..launchers import macos, windows

    writers = {"win32": ("icon.ico", windows.icon_bytes), "darwin": ("icon.icns", macos.icon_bytes)}
    if identity.system not in writers:
        return None
    name, encode = writers[identity.system]
    path = work / name
    path.write_bytes(encode(icons))
    return path


def _build(spec: Path, output: Path, target: Path, identity: Identity) -> None:
    log = spec.parent / "pyinstaller.log"
    try:
        build(spec, output, log)
    except UsageError as error:
        kept = output / f"{identity.slug}-bundle.log"
        shutil.copy(log, kept)
        raise UsageError(f"{error}\nAll of them are in {kept}.") from None
    # PyInstaller leaves the folder beside the application that it makes of it on macOS.
    plain = output / identity.program
    if plain != target:
        shutil.rmtree(plain, ignore_errors=True)


def _finish(target: Path, identity: Identity, icons: Mapping[int, bytes]) -> None:
    """Put beside the program what PyInstaller does not: the mark of a bundle, and on Linux its icon."""
    from ... import __version__
    from .slimming import strip_python

    inside = target / "Contents" / "Resources" if identity.system == "darwin" else target / "_internal"
    text = f"{identity.name} {identity.version}, made by desklit {__version__} with Python "
    (inside / _MARK).write_text(f"{text}{platform.python_version()}.\n", encoding="utf-8")
    if identity.system not in ("win32", "darwin"):
        (target / f"{identity.slug}.png").write_bytes(icons[max(icons)])
        strip_python(target / "_internal")


def _packed(
    order: Order, target: Path, identity: Identity, size: int, icons: Mapping[int, bytes], work: Path
) -> list[Path]:
    machine = platform.machine()
    stem = identity.file_name(machine)
    made = []
    if order.zip:
        made.append(pack_zip(target, target.parent / f"{stem}.zip"))
    if order.deb:
        file = target.parent / f"{stem}.deb"
        made.append(pack_deb(target, file, identity, machine, size, icons, work))
    return made
