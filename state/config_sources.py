"""Gathers what files, environment and command line set, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .config_files import ConfigWarning, FileContent, Setting, hint, nearest, read_file
from .config_options import OPTIONS, SECTIONS
from .config_values import Option


class UsageError(Exception):
    """The command line is wrong. The message is one line, fit to be shown as it is."""


def parse_flag(name: str, text: str | Sequence[str], options: Mapping[str, Option] = OPTIONS) -> object:
    """Return the value that a flag of the command line sets.

    Args:
        name: The option, with or without the leading dashes.
        text: What follows it; several texts where the flag was repeated. Booleans are written as true,
            false, yes, no, on, off, 1 or 0, lists with commas or as JSON, tables as JSON.
        options: The options that there are.

    Returns:
        The value, in the option's type.

    Raises:
        UsageError: If there is no such option or it does not accept the value.

    Example:
        >>> parse_flag("--server.maxUploadSize", "50")
        50
    """
    name = name.removeprefix("--")
    option = options.get(name)
    if option is None:
        raise UsageError(f"unknown option --{name}{hint(nearest(name, options), '--{}')}")
    texts = [text] if isinstance(text, str) else list(text) or [""]
    try:
        if not option.kind.many:
            return option.kind.parse(texts[-1])
        return [item for part in texts for item in _items(option.kind.parse(part))]
    except ValueError:
        raise UsageError(f"--{name} must be {option.kind.expects}, not {' '.join(texts)!r}") from None


def _items(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


class Reading(NamedTuple):
    """What one look at all sources found. ``theme_file`` is the one that ``theme.base`` names."""

    settings: Mapping[str, Setting]
    warnings: tuple[ConfigWarning, ...]
    theme_file: Path | None


class Sources:
    """Where the configuration of one window is read from, again with each `read`.

    Args:
        places: The ``.streamlit`` folders, those that win last.
        cwd: The working directory.
        home: The user's folder.
        env: The environment variables.
        flags: Texts of the command line, by option.
        options: The options that there are.

    Raises:
        UsageError: If a flag is wrong.
    """

    __slots__ = ("_contents", "_cwd", "_env", "_flags", "_home", "_options", "_places")

    def __init__(
        self,
        *,
        places: tuple[Path, ...],
        cwd: Path,
        home: Path,
        env: Mapping[str, str],
        flags: Mapping[str, str | Sequence[str]],
        options: Mapping[str, Option],
    ) -> None:
        self._places = places
        self._cwd = cwd
        self._home = home
        self._options = options
        self._env = {name: text for name, text in env.items() if name.startswith(("STREAMLIT_", "DESKLIT_"))}
        names = {flag: flag.removeprefix("--") for flag in flags}
        self._flags = {
            name: Setting(parse_flag(name, flags[flag], options), f"flag --{name}")
            for flag, name in names.items()
        }
        self._contents: dict[Path, FileContent] = {}

    def read(self) -> Reading:
        """Read all sources. A file that is no TOML, perhaps half written, sets what it set before."""
        warnings: list[ConfigWarning] = []
        settings: dict[str, Setting] = {}
        for place in self._places:
            settings.update(self._read_file(place / "config.toml", warnings).settings)
        settings.update(self._read_env(warnings))
        settings.update(self._flags)
        base = settings.get("theme.base")
        theme_file = None
        if base is not None and base.value not in ("light", "dark"):
            theme_file = self._theme_file(base, warnings)
            theme = {} if theme_file is None else self._read_theme(theme_file, base, warnings)
            del settings["theme.base"]
            settings = theme | settings
        return Reading(settings, tuple(warnings), theme_file)

    def _read_file(self, path: Path, warnings: list[ConfigWarning]) -> FileContent:
        content = read_file(path, self._options, SECTIONS)
        warnings.extend(content.warnings)
        if content.broken:
            return self._contents.get(path, content)
        self._contents[path] = content
        return content

    def _read_env(self, warnings: list[ConfigWarning]) -> dict[str, Setting]:
        settings: dict[str, Setting] = {}
        if not self._env:
            return settings
        by_variable = {option.env_name: option for option in self._options.values()}
        sections = tuple(f"STREAMLIT_{name.upper().replace('.', '_')}_" for name in SECTIONS)
        for variable, text in self._env.items():
            option = by_variable.get(variable)
            if option is None:
                # Other programs have variables of such names too: only what looks like an option is a typo.
                if variable.startswith(sections):
                    message = f"unknown variable {variable} is ignored{hint(nearest(variable, by_variable))}"
                    warnings.append(ConfigWarning(None, None, message))
            elif text.strip():
                try:
                    # Streamlit separates a list here by blanks; commas allow for blanks in paths.
                    parts = text.split() if option.kind.many and not {",", "["} & set(text) else [text]
                    value = parse_flag(option.name, parts, self._options)
                except UsageError:
                    shown = "this value" if option.sensitive else repr(text)
                    message = f"{variable} must be {option.kind.expects}, not {shown}; it is ignored"
                    warnings.append(ConfigWarning(None, None, message))
                else:
                    settings[option.name] = Setting(value, f"environment variable {variable}")
        return settings

    def _theme_file(self, base: Setting, warnings: list[ConfigWarning]) -> Path | None:
        text = str(base.value)
        if "://" in text:
            reason = "desklit loads no theme from the web; save it and give the path of the file"
            warnings.append(_base_warning(base, reason))
            return None
        relative = Path(self._home, text[2:]) if text.startswith("~/") else Path(text)
        # Streamlit looks in the working directory alone; an app that is double-clicked has none to speak of.
        folders = [self._cwd, *(place.parent for place in reversed(self._places))]
        for folder in folders:
            if (folder / relative).is_file():
                return folder / relative
        reason = f'it must be "light", "dark" or the path of a file; there is no file {text}'
        warnings.append(_base_warning(base, reason))
        return None

    def _read_theme(self, path: Path, base: Setting, warnings: list[ConfigWarning]) -> dict[str, Setting]:
        content = self._read_file(path, warnings)
        theme = {name: setting for name, setting in content.settings.items() if name.startswith("theme.")}
        if not content.has_theme:
            if not content.broken:
                warnings.append(ConfigWarning(path, None, "is no theme: it has no [theme]"))
            return theme
        nested = theme.get("theme.base")
        if nested is not None and nested.value not in ("light", "dark"):
            warnings.append(_base_warning(nested, 'in a theme file it must be "light" or "dark"'))
            nested = None
        # Colours without a base are meant for the light theme, whatever the system prefers.
        theme["theme.base"] = nested or Setting("light", base.source, base.file, base.line)
        return theme


def _base_warning(base: Setting, reason: str) -> ConfigWarning:
    place = "" if base.file else f" ({base.source})"
    return ConfigWarning(base.file, base.line, f"theme.base{place} is ignored: {reason}")
