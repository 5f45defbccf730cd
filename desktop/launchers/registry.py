"""What a double click on a file opens, as Windows asks for it: keys of the user's own in the registry."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from ..call import DOCUMENT

SESSION, SCRIPT = "desklit.session", "desklit.script"


class Classes(Protocol):
    r"""``HKEY_CURRENT_USER\Software\Classes``, or what stands for it."""

    def write(self, key: str, name: str, value: str) -> None:
        """Set a value of a key that is made if it is not there; "" is the name of the key's own."""

    def read(self, key: str, name: str) -> str:
        """A value; "" if it is not there."""

    def remove_value(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""

    def remove(self, key: str) -> None:
        """Remove a key with all below it, if it is there."""

    def changed(self) -> None:
        """Let the desktop read it again."""


def associate(program: Sequence[str], classes: Classes) -> None:
    """Let documents be opened by desklit, and let scripts be opened with it, too.

    Args:
        program: The words that start desklit.
        classes: Where to write.
    """
    command = subprocess.list2cmdline([*program, "open"]) + ' "%1"'
    for kind, says in ((SESSION, "desklit session"), (SCRIPT, "Streamlit script")):
        classes.write(kind, "", says)
        classes.write(rf"{kind}\shell\open", "FriendlyAppName", "desklit")
        classes.write(rf"{kind}\shell\open\command", "", command)
    classes.write(DOCUMENT, "", SESSION)
    # Among the programs to choose from; what a double click on a script does stays.
    classes.write(r".py\OpenWithProgids", SCRIPT, "")
    classes.changed()


def let_go(classes: Classes) -> None:
    """Remove what :func:`associate` has written."""
    for kind in (SESSION, SCRIPT):
        classes.remove(kind)
    if classes.read(DOCUMENT, "") == SESSION:
        classes.remove(DOCUMENT)
    classes.remove_value(r".py\OpenWithProgids", SCRIPT)
    classes.changed()


if sys.platform == "win32":
    import ctypes
    import winreg
    from contextlib import suppress

    _BELOW = "Software\\Classes\\"
    _ASSOCIATIONS_CHANGED = 0x08000000

    class UserClasses:
        """The user's own part of the registry."""

        def write(self, key: str, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _BELOW + key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def read(self, key: str, name: str) -> str:
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _BELOW + key) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
            return ""

        def remove_value(self, key: str, name: str) -> None:
            with suppress(OSError), winreg.OpenKey(
                winreg.HKEY_CURRENT_USER, _BELOW + key, 0, winreg.KEY_SET_VALUE
            ) as opened:
                winreg.DeleteValue(opened, name)

        def remove(self, key: str) -> None:
            with suppress(OSError):
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _BELOW + key) as opened:
                    below = [winreg.EnumKey(opened, n) for n in range(winreg.QueryInfoKey(opened)[0])]
                for name in below:
                    self.remove(rf"{key}\{name}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, _BELOW + key)

        def changed(self) -> None:
            ctypes.windll.shell32.SHChangeNotify(_ASSOCIATIONS_CHANGED, 0, None, None)
