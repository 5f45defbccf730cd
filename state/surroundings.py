"""What a session knows of the world around: secrets, the user, theme, language and time zone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .records import dataclass
from .secrets import OwnUser, Secrets

if TYPE_CHECKING:
    from .config import Config
    from .run import Run


@dataclass(slots=True)
class ThemeInfo:
    """``st.context.theme``: the look of the window, ``"light"`` or ``"dark"``."""

    type: Literal["light", "dark"] | None = None

    def __getitem__(self, key: str) -> Any:
        if key != "type":
            raise KeyError(key)
        return self.type


class Pairs(Mapping[str, str]):
    """Headers or cookies of a browser: a window has none."""

    def __getitem__(self, key: str) -> str:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def get_all(self, key: str) -> list[str]:
        """All values under a name."""
        return []

    def to_dict(self) -> dict[str, str]:
        """A copy."""
        return {}


@dataclass(slots=True)
class Surroundings:
    """What a session knows of the world around.

    Args:
        secrets: The app's secrets.
        user: The one who sits at the computer.
        theme: The window's look.
        given: What stands for entries of ``st.context``, as a test gives them.
    """

    secrets: Secrets
    user: OwnUser
    theme: ThemeInfo = field(default_factory=ThemeInfo)
    given: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, config: Config) -> Surroundings:
        """Those of a session with these options."""
        return cls(Secrets(config.get("secrets.files")), OwnUser({"is_logged_in": False, "name": _name()}))


def surroundings_of(run: Run) -> Surroundings:
    """Those of the session that a run belongs to."""
    if run.state.surroundings is None:
        run.state.surroundings = Surroundings.of(run.config)
    return run.state.surroundings


class Context:
    """``st.context``. What only a browser has is empty: a window has no address, no headers, no cookies."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def __getattribute__(self, name: str) -> Any:
        given = object.__getattribute__(self, "_surroundings").given
        return given[name] if name in given else object.__getattribute__(self, name)

    @property
    def theme(self) -> ThemeInfo:
        """The window's look."""
        return self._surroundings.theme

    @property
    def locale(self) -> str:
        """The user's language and country, such as ``"de-DE"``."""
        return _locale()

    @property
    def timezone(self) -> str:
        """The time zone's name, such as ``"Europe/Berlin"`` where the system tells it."""
        return _timezone()

    @property
    def timezone_offset(self) -> int:
        """Minutes from the local time to UTC: -60 in Berlin in winter."""
        offset = dt.datetime.now().astimezone().utcoffset() or dt.timedelta()
        return -int(offset.total_seconds() // 60)

    @property
    def url(self) -> None:
        """A window has no address."""
        return None

    @property
    def ip_address(self) -> None:
        """Nobody is connected over a network."""
        return None

    @property
    def is_embedded(self) -> bool:
        """A window is not part of a page."""
        return False

    @property
    def headers(self) -> Pairs:
        """There are none."""
        return Pairs()

    @property
    def cookies(self) -> Pairs:
        """There are none."""
        return Pairs()


def _name() -> str:
    # As `getpass` does, which brings the terminal's settings along.
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    try:
        import pwd  # not on Windows, where USERNAME is set

        return pwd.getpwuid(os.getuid()).pw_name
    except (OSError, KeyError, ImportError):
        return ""


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "").partition(".")[0].partition("@")[0]
        if code and code not in ("C", "POSIX"):
            return code.replace("_", "-")
    import locale

    return (locale.getlocale()[0] or "en_US").replace("_", "-")


def _timezone() -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    if "/" in named and not named.startswith("/"):
        return named
    try:
        target = os.path.realpath("/etc/localtime")
    except OSError:
        target = ""
    _, found, name = target.partition("zoneinfo/")
    return name if found else dt.datetime.now().astimezone().tzname() or "UTC"
