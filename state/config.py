"""The configuration of one window: the options' values and where each of them comes from.

Later places win: defaults, the user's ``~/.streamlit/config.toml``, the project's (in the working
directory, then in the script's folder), environment variables, flags of the command line, the
script's `set_option`, the window's own settings. What is wrong in a file or in the environment is
logged under ``desklit.config`` and ignored; what is wrong on the command line is a `UsageError`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from .config_files import ConfigWarning, hint, nearest
from .config_options import OPTIONS
from .config_sources import Reading, Sources, UsageError, parse_flag
from .config_values import Kind, Option
from .errors import StreamlitAPIException

__all__ = ["OPTIONS", "Config", "ConfigWarning", "Kind", "Option", "UsageError", "parse_flag"]

ErrorDetails = Literal["full", "stacktrace", "type", "none"]
_SINGLE = frozenset({bool, str, int, float, type(None)})
_DETAILS: Mapping[object, ErrorDetails] = {
    "full": "full",
    "stacktrace": "stacktrace",
    "type": "type",
    "none": "none",
    # What the option was before it had words.
    True: "full",
    False: "stacktrace",
}
# The sidebar takes its heading sizes from itself alone, and the page's backgrounds the other way round.
_NOT_INHERITED = ("headingFontSizes", "headingFontWeights", "backgroundColor", "secondaryBackgroundColor")
_SWAPPED = (
    ("backgroundColor", "secondaryBackgroundColor"),
    ("secondaryBackgroundColor", "backgroundColor"),
)


class Config:
    """The options of one window.

    Made by `load`. Reading is cheap and safe from any thread; a window has one of its own, so that
    nothing that one script sets reaches another.
    """

    __slots__ = ("_known", "_options", "_places", "_reading", "_script", "_sources", "_user", "version")

    def __init__(self, sources: Sources, places: tuple[Path, ...], options: Mapping[str, Option]) -> None:
        self._sources = sources
        self._places = places
        self._options = options
        self._script: dict[str, object] = {}
        self._user: dict[str, object] = {}
        self.version = 0  # another one when an option may have another value
        self._known: dict[str, object] = {}
        self._reading = Reading({}, (), None)
        self._read()

    @classmethod
    def load(
        cls,
        script: Path | None = None,
        flags: Mapping[str, str | Sequence[str]] | None = None,
        *,
        env: Mapping[str, str] | None = None,
        home: Path | None = None,
        cwd: Path | None = None,
        options: Mapping[str, Option] = OPTIONS,
    ) -> Config:
        """Read the configuration for a script.

        Args:
            script: The script; its folder may hold a ``.streamlit/config.toml``.
            flags: Texts of the command line by option, see `parse_flag`.
            env: The environment variables; the process's if not given.
            home: The user's folder; the real one if not given.
            cwd: The working directory; the real one if not given.
            options: The options that there are.

        Returns:
            The configuration.

        Raises:
            UsageError: If a flag is wrong.
        """
        cwd = cwd or _working_folder()
        home = home or _home_folder(cwd)
        folders = [home, cwd] if script is None else [home, cwd, script.absolute().parent]
        # A folder that counts twice counts where it wins.
        unique = dict.fromkeys(folder / ".streamlit" for folder in reversed(folders))
        places = tuple(reversed(list(unique)))
        sources = Sources(
            places=places,
            cwd=cwd,
            home=home,
            env=os.environ if env is None else env,
            flags=flags or {},
            options=options,
        )
        return cls(sources, places, options)

    def get(self, name: str) -> Any:
        """Return an option's value; lists and tables are the caller's own.

        Args:
            name: The option, as ``"client.toolbarMode"``.

        Raises:
            RuntimeError: If there is no such option.
        """
        known = self._known  # another dict takes its place when an option is set, perhaps meanwhile
        if name in known:
            return known[name]
        value = self._found(name)
        if type(value) in _SINGLE:
            known[name] = value
        return value

    def _found(self, name: str) -> Any:
        option = self._option(name)
        for layer in (self._user, self._script):
            if name in layer:
                return _fresh(layer[name])
        setting = self._reading.settings.get(name)
        if setting is not None:
            return _fresh(setting.value)
        if name == "secrets.files":
            return [str(place / "secrets.toml") for place in self._places]
        return _fresh(option.default)

    def where(self, name: str) -> str:
        """Return where an option's value comes from, in words for a user.

        Raises:
            RuntimeError: If there is no such option.
        """
        self._option(name)
        if name in self._user:
            return "settings of the window"
        if name in self._script:
            return "st.set_option"
        setting = self._reading.settings.get(name)
        return "default" if setting is None else setting.source

    def is_set(self, name: str) -> bool:
        """Return whether anything has set an option, be it to its default value.

        Raises:
            RuntimeError: If there is no such option.
        """
        self._option(name)
        return name in self._user or name in self._script or name in self._reading.settings

    def set_by_script(self, name: str, value: object) -> None:
        """Set an option for the script's `set_option`.

        Args:
            name: The option. Only those with `Option.scriptable` may be set.
            value: The value; None goes back to what the option was before.

        Raises:
            StreamlitAPIException: If there is no such option, if scripts may not set it, or if it does
                not accept the value.
        """
        option = self._options.get(name)
        if option is None:
            found = hint(nearest(str(name), self._options), "`{}`")
            raise StreamlitAPIException(f"There is no option `{name}`{found}")
        if not option.scriptable:
            raise StreamlitAPIException(
                f"A script cannot set `{name}`. Set it in `.streamlit/config.toml` "
                f"or on the command line with `--{name}`."
            )
        try:
            _put(self._script, option, value)
            self._forget()
        except ValueError:
            raise StreamlitAPIException(f"`{name}` must be {option.kind.expects}, not `{value!r}`.") from None

    def set_by_user(self, name: str, value: object) -> None:
        """Set an option for what the user chose in the window; it wins over all else.

        Args:
            name: The option.
            value: The value; None goes back to what the option was before.

        Raises:
            RuntimeError: If there is no such option.
            ValueError: If it does not accept the value.
        """
        _put(self._user, self._option(name), value)
        self._forget()

    def reload(self) -> frozenset[str]:
        """Read the files again and return the names of the options whose values are no longer the same.

        A file that cannot be read as TOML, perhaps since it is half written, keeps what it set before.
        """
        known = {*self._reading.settings, "secrets.files"}
        before = {name: self.get(name) for name in known}
        self._read()
        for name in self._reading.settings.keys() - known:
            before[name] = self._options[name].default
        return frozenset(name for name, value in before.items() if self.get(name) != _fresh(value))

    def theme_options(self, base: Literal["light", "dark"], *, sidebar: bool = False) -> dict[str, Any]:
        """Return the theme options that are set, by their keys alone.

        Args:
            base: For which theme: ``[theme]`` holds for both, ``[theme.light]`` and ``[theme.dark]`` win
                over it.
            sidebar: Whether for the sidebar. It takes what the page has, with the two background colours
                exchanged, and without the sizes and weights of headings.

        Returns:
            Values by key, as ``{"primaryColor": "#0af"}``. ``base`` is not among them.
        """
        page = self._section_values("theme") | self._section_values(f"theme.{base}")
        page.pop("base", None)
        if not sidebar:
            return page
        values = {key: value for key, value in page.items() if key not in _NOT_INHERITED}
        values |= {key: page[other] for key, other in _SWAPPED if other in page}
        return values | self._section_values("theme.sidebar") | self._section_values(f"theme.{base}.sidebar")

    @property
    def error_details(self) -> ErrorDetails:
        """How much of an error to show: ``client.showErrorDetails`` with its old booleans as words."""
        return _DETAILS[self.get("client.showErrorDetails")]

    @property
    def options(self) -> Mapping[str, Option]:
        """The options that there are, by name."""
        return self._options

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that count, those missing included: once one of them changes, `reload`."""
        found = tuple(place / "config.toml" for place in self._places)
        theme = self._reading.theme_file
        return found if theme is None else (*found, theme)

    @property
    def warnings(self) -> tuple[ConfigWarning, ...]:
        """What is wrong in the files and in the environment."""
        return self._reading.warnings

    def _option(self, name: str) -> Option:
        option = self._options.get(name)
        if option is None:
            found = hint(nearest(str(name), self._options), "{!r}")
            raise RuntimeError(f"There is no option {name!r}{found}")
        return option

    def _forget(self) -> None:
        self.version += 1
        self._known = {}

    def _section_values(self, section: str) -> dict[str, Any]:
        # Copied, since a script or another thread may set an option meanwhile.
        names = {**self._reading.settings, **self._script, **self._user}
        known = (self._options[name] for name in names)
        values = {option.key: self.get(option.name) for option in known if option.section == section}
        return {key: value for key, value in values.items() if value is not None}

    def _read(self) -> None:
        # One assignment of the whole, since other threads read it.
        known, self._reading = self._reading.warnings, self._sources.read()
        self._forget()
        _log([warning for warning in self._reading.warnings if warning not in known])


def _put(layer: dict[str, object], option: Option, value: object) -> None:
    if value is None:
        layer.pop(option.name, None)
    else:
        layer[option.name] = option.kind.check(value)


def _fresh(value: object) -> Any:
    if type(value) in _SINGLE:  # most are, and each run asks for some: an abstract class is slow to ask
        return value
    if isinstance(value, (list, tuple)):
        return [_fresh(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _fresh(item) for key, item in value.items()}
    return value


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it has been removed under our feet
        return Path()


def _home_folder(cwd: Path) -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a service or container may have none
        return cwd


def _log(warnings: Sequence[ConfigWarning]) -> None:
    if warnings:
        import logging  # costs more than the whole of a start without mistakes

        log = logging.getLogger("desklit.config")
        for warning in warnings:
            log.warning("%s", warning)
