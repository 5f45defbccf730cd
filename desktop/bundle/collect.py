"""Finds the files of an app: its script, pages, modules, and the data that these name."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...state.records import dataclass
from ..call import UsageError
from .files import Sieve, is_secret
from .modules import LocalModules
from .source import Import, Source, read_source

_SETTINGS = ".streamlit"
_SECRETS = "secrets.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """An app's files, and what they say.

    Args:
        entry: Its script.
        sources: All its Python files that something leads to, the script first.
        data: The other files that go along.
        passed_over: Files beside the script that nothing names.
        imports: What the sources import from elsewhere, with the file that does.
        notes: What its maker should know.
    """

    entry: Path
    sources: tuple[Source, ...]
    data: tuple[Path, ...]
    passed_over: tuple[Path, ...]
    imports: tuple[tuple[Path, Import], ...]
    notes: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, in order."""
        return tuple(sorted({*self.data, *(source.path for source in self.sources)}))

    @property
    def root(self) -> Path:
        """The innermost folder that holds them all: their places to each other stay as they are."""
        try:
            return Path(os.path.commonpath([path.parent for path in self.files]))
        except ValueError:  # Windows has several roots
            raise UsageError("the app's files lie on different drives, and must be on one.") from None

    @property
    def names(self) -> frozenset[str]:
        """The attributes that the sources use."""
        return frozenset().union(*(source.names for source in self.sources))

    @property
    def packages(self) -> frozenset[str]:
        """The packages from elsewhere that the sources import."""
        return frozenset(found.module.partition(".")[0] for _, found in self.imports)


def collect(entry: Path, sieve: Sieve, added: Iterable[Path] = (), *, secrets: bool = False) -> Project:
    """Find all files of an app.

    Args:
        entry: Its script.
        sieve: What may go along.
        added: Files and folders that its maker wants in it, whatever the sources say.
        secrets: Whether to take its ``secrets.toml`` along.

    Raises:
        UsageError: A file of it is no Python, or is added and not there.
    """
    return _Collector(entry, sieve).collect(added, secrets)


class _Collector:
    def __init__(self, entry: Path, sieve: Sieve) -> None:
        self._entry = Path(os.path.abspath(entry))
        self._folder = self._entry.parent
        self._sieve = sieve
        self._sources: dict[Path, Source] = {}
        self._waiting = deque([self._entry])
        self._data: dict[Path, None] = {}
        self._imports: list[tuple[Path, Import]] = []
        self._notes: list[str] = []
        self._modules = LocalModules(self._folder)

    def collect(self, added: Iterable[Path], secrets: bool) -> Project:
        self._take_all(folder_pages(self._folder / "pages", self._sieve))
        self._take_settings(secrets)
        for path in added:
            self._take_added(path)
        while self._waiting:
            self._read(self._waiting.popleft())
        sources = tuple(self._sources.values())
        if not secrets and any("secrets" in source.names for source in sources):
            self._notes.append(
                "The app asks for secrets, and none are in the bundle: it looks for them in its user's own "
                "~/.streamlit/secrets.toml. --with-secrets takes yours along, for everybody to read."
            )
        data, notes = tuple(sorted(self._data)), tuple(dict.fromkeys(self._notes))
        return Project(self._entry, sources, data, self._passed_over(), tuple(self._imports), notes)

    def _read(self, path: Path) -> None:
        if path in self._sources:
            return
        try:
            source = self._sources[path] = read_source(path)
        except (SyntaxError, ValueError) as error:
            line = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
            reason = error.msg if isinstance(error, SyntaxError) else str(error)
            raise UsageError(f"{self._named(path)}{line} is no Python that can be run: {reason}.") from None
        except OSError as error:
            raise UsageError(f"{self._named(path)} can't be read: {error.strerror}.") from None
        for unknown in source.unknown:
            self._notes.append(
                f"{self._named(path)}:{unknown} imports what only running tells: --import takes it along."
            )
        if "path" in source.names:
            self._modules.look_into(self._search_folders(source))
        for found in source.imports:
            own = self._modules.files_of(found, path)
            self._take_all(own)
            if not own and not found.module.startswith("."):
                self._imports.append((path, found))
        self._take_packages(source)
        self._take_named(source)

    def _take_packages(self, source: Source) -> None:
        """All modules of an own package of which the app imports some by names that are put together."""
        for package in source.packages:
            folder = self._folder.joinpath(*package.split("."))
            self._take_all(path for path in self._sieve.within(folder) if path.suffix == ".py")

    def _take_named(self, source: Source) -> None:
        bases = self._bases(source)
        # `Path("data") / "prices.csv"` names a file in pieces.
        folders = [path for base in bases for path in self._named_folders(base, source)]
        for folder in folders:
            # What is Python in it is taken if its own name stands there, too, or a pattern for it.
            self._take_all(path for path in self._sieve.within(folder) if path.suffix != ".py")
        for base in dict.fromkeys([*bases, *folders]):
            for text, _ in source.texts:
                self._take_all(path for path in self._meant_by(text, base) if path.is_file())
            for pattern in source.patterns:
                if not os.path.isabs(pattern):
                    self._take_all(self._sieve.matching(base, pattern))
        for text, line in source.texts:
            if _is_suffix(text):  # of `Path(__file__).with_suffix(".csv")`
                self._take_all(_existing(source.path.with_suffix(text), self._sieve))
            self._note_absolute(text, source.path, line)

    def _named_folders(self, base: Path, source: Source) -> Iterator[Path]:
        for text, _ in source.texts:
            yield from (path for path in self._meant_by(text, base) if path.is_dir())

    def _meant_by(self, text: str, base: Path) -> Iterator[Path]:
        """The file or folder that a text may mean, seen from a folder."""
        if text.strip("./\\ ") == "" or os.path.isabs(text):
            return
        # Static files have addresses that begin with the word "app".
        for each in (text, text.removeprefix("app/")) if text.startswith("app/static/") else (text,):
            yield from _existing(Path(os.path.abspath(base / each)), self._sieve)

    def _bases(self, source: Source) -> list[Path]:
        own = source.path.parent
        above = [own.parent, self._folder.parent] if source.climbs else []
        return list(dict.fromkeys([self._folder, own, *above]))

    def _search_folders(self, source: Source) -> list[Path]:
        """Where a source that works on ``sys.path`` may have its modules from."""
        named = [path for base in self._bases(source) for path in self._named_folders(base, source)]
        return [*named, source.path.parent, self._folder.parent, source.path.parent.parent]

    def _note_absolute(self, text: str, path: Path, line: int) -> None:
        # A file of the system's is there on other machines, too.
        if os.path.isabs(text) and Path(text).is_relative_to(Path.home()) and _exists(Path(text)):
            self._notes.append(
                f"{self._named(path)}:{line} names {text} by its whole path: other machines do not have it."
            )

    def _take_all(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if self._sieve.leaves_out(path):
                continue
            if path.suffix == ".py":
                self._waiting.append(path)
            else:
                self._data.setdefault(path)

    def _take_settings(self, secrets: bool) -> None:
        settings = self._folder / _SETTINGS
        self._take_all(self._sieve.within(settings) if settings.is_dir() else ())
        self._take_all(_named_in(settings / "config.toml", self._folder, self._sieve))
        if secrets:
            if not (settings / _SECRETS).is_file():
                raise UsageError(f"--with-secrets: {self._folder} holds no {_SETTINGS}/{_SECRETS}.")
            self._data.setdefault(settings / _SECRETS)
            self._notes.append(
                "The bundle holds secrets.toml: whoever gets it can read all passwords and keys in it."
            )

    def _take_added(self, path: Path) -> None:
        full = Path(os.path.abspath(path))
        if full.is_dir():
            self._take_all(self._sieve.within(full))
            return
        if not full.is_file():
            raise UsageError(f"--add: there is no file or folder {path}.")
        if is_secret(full):
            self._notes.append(f"The bundle holds {path}: whoever gets the bundle can read it.")
        if full.suffix == ".py":
            self._waiting.append(full)
        else:
            self._data.setdefault(full)

    def _passed_over(self) -> tuple[Path, ...]:
        """Files beside the script that are no Python and that nothing names."""
        try:
            names = sorted(os.listdir(self._folder))
        except OSError:
            return ()
        found = [self._folder / name for name in names]
        plain = (path for path in found if path.is_file() and path.suffix not in (".py", ".pyw"))
        return tuple(path for path in plain if path not in self._data and self._sieve.takes_file(path))

    def _named(self, path: Path) -> str:
        return Path(os.path.relpath(path, self._folder)).as_posix()


def folder_pages(folder: Path, sieve: Sieve) -> Iterator[Path]:
    """The files of a folder ``pages``."""
    for path in sorted(folder.glob("*.py")):
        if not path.name.startswith((".", "__")) and sieve.takes_file(path):
            yield path


def _is_suffix(text: str) -> bool:
    return text.startswith(".") and text[1:].isalnum()


def _named_in(settings: Path, folder: Path, sieve: Sieve) -> Iterator[Path]:
    """The files that the app's own configuration names: a theme, fonts."""
    import tomli

    try:
        waiting: list[object] = [tomli.loads(settings.read_text(encoding="utf-8-sig"))]
    except (OSError, ValueError):  # desklit says so when the app runs
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and "://" not in value and value.strip("./\\ "):
            for path in _existing(folder / value.removeprefix("app/"), sieve):
                yield from [path] if path.is_file() else []


def _existing(path: Path, sieve: Sieve) -> Iterator[Path]:
    try:
        if (path.is_file() and sieve.takes_file(path)) or (path.is_dir() and sieve.takes_folder(path)):
            yield path
    except (OSError, ValueError):  # a text that can't even be a name
        return


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
