"""What a bundle is called: to its users, in files and in packages, on each system."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ...state.records import dataclass
from ..call import UsageError
from ..launchers.launcher import title_of

_FORBIDDEN = r'[<>:"/\\|?*\x00-\x1f]+'
_VERSION = r"\d+(\.\d+)*(\.?[a-z]+\d*)?([-+~][0-9A-Za-z][0-9A-Za-z.+~-]*)?"
_RESERVED = ("con", "prn", "aux", "nul", "com1", "lpt1")


@dataclass(frozen=True, slots=True)
class Identity:
    """A bundle's name and version.

    Args:
        name: What its users read.
        version: Its version, which begins with numbers.
        system: ``sys.platform`` of where it runs.
    """

    name: str
    version: str
    system: str = sys.platform

    @classmethod
    def of(cls, script: Path, name: str, version: str, system: str = sys.platform) -> Identity:
        """Check name and version.

        Args:
            script: The app's script, which gives the name if there is none.
            name: The name; may be empty.
            version: The version; if empty 1.0.0.
            system: Where the bundle is to run.

        Raises:
            UsageError: The version is none.
        """
        if version and not re.fullmatch(_VERSION, version):
            raise UsageError(f"--version is {version!r}. It accepts numbers with dots, such as 1.2.0.")
        # A title with nothing but signs in it makes no name for a file.
        called = " ".join(name.split()) or title_of(script)
        return cls(called, version or "1.0.0", system)

    @property
    def slug(self) -> str:
        """Lower-case letters, digits and dashes; what packages and commands are called."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-") or "app"

    @property
    def program(self) -> str:
        """The name of the program without its suffix, and of the bundle's folder.

        On Linux one that can be typed; elsewhere what users see in their file manager.
        """
        if self.system not in ("win32", "darwin"):
            return self.slug
        name = " ".join(re.sub(_FORBIDDEN, " ", self.name).split()).strip(" .")
        return name if name and name.lower() not in _RESERVED else self.slug

    @property
    def executable(self) -> Path:
        """The program's path from where bundles are written."""
        if self.system == "darwin":
            return Path(f"{self.program}.app", "Contents", "MacOS", self.program)
        return Path(self.program, f"{self.program}.exe" if self.system == "win32" else self.program)

    @property
    def folder(self) -> Path:
        """The bundle itself from where bundles are written."""
        return Path(self.executable.parts[0])

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The version as Windows wants it."""
        found = [int(number) for number in re.findall(r"\d+", self.version)[:4]]
        first, second, third, fourth = (*(min(number, 65535) for number in found), 0, 0, 0, 0)[:4]
        return first, second, third, fourth

    def file_name(self, machine: str) -> str:
        """The name of a file that holds the bundle, without its suffix.

        Args:
            machine: The kind of processor.
        """
        systems = {"win32": "windows", "darwin": "macos"}
        return f"{self.slug}-{self.version}-{systems.get(self.system, 'linux')}-{machine.lower()}"


def windows_version_info(identity: Identity) -> str:
    """What PyInstaller writes into a program for Windows: the tab *Details* of its properties."""
    fields = {
        "FileDescription": identity.name,
        "FileVersion": identity.version,
        "InternalName": identity.program,
        "OriginalFilename": f"{identity.program}.exe",
        "ProductName": identity.name,
        "ProductVersion": identity.version,
    }
    entries = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in fields.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={identity.numbers}, prodvers={identity.numbers}, "
        "mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo("
        f"[StringTable('040904B0', [{entries}])]), VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
