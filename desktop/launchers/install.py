"""``desklit install``: from a script to an icon."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..call import UsageError
from .launcher import Launcher, program_of, slug_of
from .page_icon import app_name, declared_in

OWN_ICON = ":material/space_dashboard:"


def install(script: Path, name: str | None, icon: str | None, comment: str = "") -> list[Path]:
    """Make a menu entry and an icon on the desktop for a script.

    Args:
        script: The script.
        name: What it is called; by default the title that its source gives the page, else its file's name.
        icon: An emoji or its shortcode, ``":material/name:"``, or a picture's path; by default what its
            source gives the page, else its name's letters.
        comment: One line on what it does.

    Returns:
        The files that were written.

    Raises:
        UsageError: The icon can't be drawn, or a file can't be written.
    """
    declared = declared_in(script)
    called = (name or app_name(script, declared)).strip()
    launcher = Launcher(called, script.absolute(), program_of(), comment)
    pictures = draw_pictures(icon, declared.icon, called)
    try:
        return [*_write(launcher, pictures), *_associate(launcher.program, in_menu=False)]
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise UsageError(f"the launcher can't be written: {where}{error.strerror or error}.") from None


def draw_pictures(icon: str | None, declared: str, name: str) -> Mapping[int, bytes]:
    """Draw an app's icon.

    Args:
        icon: What its user wants; None for what the app declares.
        declared: What the app declares; if it can't be drawn, it is left out and that is said.
        name: The app's name, whose letters stand where there is no icon.

    Returns:
        PNG files by width in px.

    Raises:
        UsageError: ``icon`` can't be drawn.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice

    from ..app import application
    from .icon import IconError, draw_sizes

    application()
    try:
        drawn = draw_sizes(icon if icon is not None else declared, name)
    except IconError as error:
        if icon is not None:
            raise UsageError(f"--icon: {error}") from None
        print(f"The page's icon is left out: {error}", file=sys.stderr)
        drawn = draw_sizes("", name)
    encoded = {}
    for size, image in drawn.items():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        encoded[size] = bytes(buffer.data().data())
    return encoded


def _write(launcher: Launcher, pictures: Mapping[int, bytes]) -> list[Path]:
    if sys.platform == "win32":
        from . import windows

        return windows.install(launcher, pictures, windows.Places.of_user())
    if sys.platform == "darwin":
        from . import macos

        return macos.install(launcher, pictures, macos.Places.of_user())
    from . import freedesktop

    return freedesktop.install(launcher, pictures, freedesktop.Places.of_user())


def uninstall(script: Path) -> list[Path]:
    """Remove what :func:`install` has made for a script; the script itself may be gone.

    Returns:
        What was removed.
    """
    return [*_remove(slug_of(script)), *_let_go()]


def install_desklit() -> list[Path]:
    """Put the home window into the menu, and let documents and scripts be opened with desklit.

    Returns:
        The files that were written.

    Raises:
        UsageError: One of them can't be.
    """
    try:
        return _associate(program_of(), in_menu=True)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise UsageError(f"desklit can't be installed: {where}{error.strerror or error}.") from None


def uninstall_desklit() -> list[Path]:
    """Remove what :func:`install_desklit` has made, save for what apps that are installed need.

    Returns:
        What was removed.
    """
    if sys.platform != "win32" and sys.platform != "darwin":
        from . import mime

        at = mime.Association.of_user()
        if mime.hide(at) and mime.is_needed(at):
            return [at.entry]
    return _let_go()


def _associate(program: Sequence[str], *, in_menu: bool) -> list[Path]:
    """Let files be opened with desklit, by what the platform has."""
    if sys.platform == "win32":
        from . import registry

        registry.associate(program, registry.UserClasses())
        return []
    if sys.platform == "darwin":
        return []  # each application says itself what it opens
    from . import mime

    pictures = draw_pictures(OWN_ICON, "", "desklit")
    return mime.install(program, pictures, mime.Association.of_user(), in_menu=in_menu)


def _let_go() -> list[Path]:
    """Let no files be opened with desklit any more, once nothing of it is installed."""
    if sys.platform == "win32":
        from . import registry, windows

        if not windows.Places.of_user().data.is_dir():
            registry.let_go(registry.UserClasses())
        return []
    if sys.platform == "darwin":
        return []
    from . import mime

    at = mime.Association.of_user()
    return [] if mime.is_needed(at) else mime.uninstall(at)


def _remove(slug: str) -> list[Path]:
    if sys.platform == "win32":
        from . import windows

        return windows.uninstall(slug, windows.Places.of_user())
    if sys.platform == "darwin":
        from . import macos

        return macos.uninstall(slug, macos.Places.of_user())
    from . import freedesktop

    return freedesktop.uninstall(slug, freedesktop.Places.of_user())
