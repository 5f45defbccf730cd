"""What a double click starts: a script, by the very interpreter that installed it."""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path

from ...state.records import dataclass

STEM = 24  # characters of a script's name that its launcher's files carry
_START = "import sys; sys.path.remove(''); from desklit.desktop.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Launcher:
    """An entry in the menu and an icon on the desktop.

    Args:
        name: What stands below the icon.
        script: The script's path, absolute.
        program: The words that start desklit.
        comment: One line that says what the app does; may be empty.
    """

    name: str
    script: Path
    program: tuple[str, ...]
    comment: str = ""

    @property
    def slug(self) -> str:
        """A name for files and for window managers: the same for the same script."""
        return slug_of(self.script)

    @property
    def words(self) -> tuple[str, ...]:
        """The whole command."""
        return (*self.program, "open", str(self.script))


def slug_of(script: Path) -> str:
    """The name under which a script's launcher is kept.

    Args:
        script: The script's path.

    Example:
        >>> slug_of(Path("/home/ada/price list.py")).rpartition("-")[0]
        'desklit-price-list'
    """
    path = script.absolute()
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:STEM] or "app"
    digest = zlib.crc32(str(path).encode("utf-8", "surrogateescape"))
    return f"desklit-{stem}-{digest:08x}"


def title_of(script: Path) -> str:
    """A script's name as a person would write it.

    Example:
        >>> title_of(Path("price_list.py"))
        'Price list'
    """
    words = re.sub(r"[_\s]+", " ", script.stem).strip()
    return words[:1].upper() + words[1:] or "App"


def program_of(python: Path | None = None, *, windows: bool | None = None) -> tuple[str, ...]:
    """The words that start the desklit of an interpreter, without a console.

    Args:
        python: The interpreter; by default the one that runs.
        windows: Whether it is one for Windows; by default whether this is.
    """
    if python is None and getattr(sys, "frozen", False):
        return (sys.executable,)  # a bundle, which is the program itself
    python = Path(sys.executable) if python is None else python
    windows = sys.platform == "win32" if windows is None else windows
    folder = python.parent / "Scripts" if windows and python.parent.name != "Scripts" else python.parent
    entry = folder / ("desklitw.exe" if windows else "desklit")
    if entry.is_file():
        return (str(entry),)
    # `-m` puts the working folder first on the search path, where a user's click.py would be taken for the
    # library; `-c` does too, but may take it away before it imports.
    quiet = python.with_name("pythonw.exe")
    bare = quiet if windows and quiet.is_file() else python
    return (str(bare), "-c", _START)
