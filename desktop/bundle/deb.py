"""A bundle as a package of Debian and Ubuntu, with an entry in the menu; written by ``dpkg-deb``."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ..call import UsageError
from ..launchers.freedesktop import escaped
from .identity import Identity

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "armhf", "i686": "i386"}
# What a bundle leaves to the system, whose drivers it has to fit: the C library and graphics.
DEPENDS = "libc6, libgl1, libegl1"


def check_packer() -> None:
    """Make sure that packages can be written here.

    Raises:
        UsageError: ``dpkg-deb`` is not there.
    """
    if shutil.which("dpkg-deb") is None:
        raise UsageError("--deb: there is no dpkg-deb here. Debian, Ubuntu and their kin have it.")


def control_text(identity: Identity, machine: str, size: int) -> str:
    """What a package says about itself.

    Args:
        identity: Name and version.
        machine: The kind of processor.
        size: The bundle's bytes.
    """
    lines = {
        "Package": identity.slug,
        "Version": identity.version,
        "Architecture": ARCHITECTURES.get(machine, machine),
        "Maintainer": _maintainer(),
        "Installed-Size": str(-(-size // 1024)),
        "Depends": DEPENDS,
        "Section": "misc",
        "Priority": "optional",
        "Description": identity.name,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def _maintainer() -> str:
    """As Debian's own tools take it from the environment."""
    name = os.environ.get("DEBFULLNAME", "")
    address = os.environ.get("DEBEMAIL", "")
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "nobody"
    return f"{name or user} <{address or f'{user}@localhost'}>"


def entry_text(identity: Identity) -> str:
    """The menu's entry; the app's windows carry its name, by which a panel knows them."""
    return (
        "[Desktop Entry]\nType=Application\n"
        f"Name={escaped(identity.name)}\nExec=/usr/bin/{identity.slug}\nIcon={identity.slug}\n"
        f"Terminal=false\nStartupNotify=true\nStartupWMClass={identity.slug}\nCategories=Utility;\n"
    )


def pack_deb(
    folder: Path,
    target: Path,
    identity: Identity,
    machine: str,
    size: int,
    icons: Mapping[int, bytes],
    work: Path,
) -> Path:
    """Write a bundle's package.

    Args:
        folder: The bundle.
        target: The file's name.
        identity: Name and version.
        machine: The kind of processor.
        size: The bundle's bytes.
        icons: PNG files by width in px.
        work: A folder to work in.

    Returns:
        The file.

    Raises:
        UsageError: ``dpkg-deb`` refuses.
    """
    tree = work / "deb"
    home = tree / "opt" / identity.slug
    shutil.copytree(folder, home, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / identity.slug).symlink_to(f"/opt/{identity.slug}/{identity.program}")
    share = tree / "usr" / "share"
    _write(share / "applications" / f"{identity.slug}.desktop", entry_text(identity).encode())
    for width, picture in icons.items():
        _write(share / "icons" / "hicolor" / f"{width}x{width}" / "apps" / f"{identity.slug}.png", picture)
    _write(tree / "DEBIAN" / "control", control_text(identity, machine, size).encode())
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():  # whatever the maker's umask says
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    # Root is mostly who asks to install it, so that it can't hurt to belong to root; xz takes minutes.
    words = ["dpkg-deb", "--root-owner-group", "-Zgzip", "--build", str(tree), str(target)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UsageError(f"--deb: dpkg-deb could not write the package: {done.stderr.strip()}")
    return target


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
