"""Secrets: passwords and keys of an app, from TOML files that are not part of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .errors import StreamlitAPIException, StreamlitSecretNotFoundError


class Section(Mapping[str, Any]):
    """A table of secrets, by item and by attribute. What it holds is not part of its ``repr``."""

    def __init__(self, values: Mapping[str, Any], name: str = "") -> None:
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_name", name)

    def _table(self) -> Mapping[str, Any]:
        values: Mapping[str, Any] = object.__getattribute__(self, "_values")
        return values

    def _path(self, key: object) -> str:
        name: str = object.__getattribute__(self, "_name")
        return f"{name}.{key}" if name else str(key)

    def __getitem__(self, key: str) -> Any:
        table = self._table()
        if key not in table:
            raise KeyError(f"There is no secret {self._path(key)!r}. Add it to .streamlit/secrets.toml.")
        value = table[key]
        return Section(value, self._path(key)) if isinstance(value, Mapping) else value

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise TypeError("Secrets can't be changed by the script: edit .streamlit/secrets.toml.")

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def __repr__(self) -> str:
        return f"<secrets: {', '.join(self)}>"

    def to_dict(self) -> dict[str, Any]:
        """A copy as nested dicts."""
        return {key: value.to_dict() if isinstance(value, Section) else value for key, value in self.items()}


class Secrets(Section):
    """The secrets of one session, read when they are first asked for, and anew when a file has changed.

    Args:
        files: Where to look, the least important first; a folder holds one file for each secret.
        values: Secrets that are given directly, as by a test; the files then do not count.
    """

    def __init__(self, files: Sequence[str | Path], values: Mapping[str, Any] | None = None) -> None:
        super().__init__({})
        object.__setattr__(self, "_files", tuple(Path(file) for file in files))
        object.__setattr__(self, "_given", values is not None)
        object.__setattr__(self, "_read", None if values is None else dict(values))
        object.__setattr__(self, "_stamp", ())

    def _table(self) -> Mapping[str, Any]:
        read: dict[str, Any] | None = object.__getattribute__(self, "_read")
        if read is not None and object.__getattribute__(self, "_given"):
            return read
        stamp = tuple(map(_stamp_of, object.__getattribute__(self, "_files")))
        if read is None or stamp != object.__getattribute__(self, "_stamp"):
            read = self._load()
            object.__setattr__(self, "_read", read)
            object.__setattr__(self, "_stamp", stamp)
        return read

    def __getattr__(self, name: str) -> Any:
        try:
            return super().__getattr__(name)
        except StreamlitSecretNotFoundError as error:  # so that `hasattr` has an answer
            raise AttributeError(str(error)) from None

    def load_if_toml_exists(self) -> bool:
        """Read the files; whether there was one."""
        try:
            self._table()
        except StreamlitSecretNotFoundError:
            return False
        return True

    def texts(self) -> frozenset[str]:
        """The texts that must not get into a file: all that has been read but for what names no secret."""
        read: dict[str, Any] | None = object.__getattribute__(self, "_read")
        return frozenset(_hidden(read or {}))

    def forget(self) -> None:
        """Read the files again when a secret is next asked for."""
        object.__setattr__(self, "_read", None)
        object.__setattr__(self, "_given", False)

    def _load(self) -> dict[str, Any]:
        files: tuple[Path, ...] = object.__getattribute__(self, "_files")
        found: dict[str, Any] = {}
        present = False
        for path in files:
            if path.is_dir():
                present = True
                found.update(_of_folder(path))
            elif path.is_file():
                present = True
                found.update(_of_file(path))
        if not present:
            places = ", ".join(str(path) for path in files)
            raise StreamlitSecretNotFoundError(f"There are no secrets. They are looked for in: {places}.")
        for key, value in found.items():
            if isinstance(value, (str, int, float)) and not isinstance(value, bool):
                os.environ.setdefault(key, str(value))
        return found


_OPEN = frozenset({"dialect", "driver", "drivername", "host", "port", "database", "username", "user", "name"})
"""What tells where a database is, not how to get in."""
_SHORTEST = 6  # characters: shorter ones are words that anything may be equal to


def _hidden(table: Mapping[str, Any]) -> Iterator[str]:
    for name, value in table.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Mapping):
                yield from _hidden(each)
            elif isinstance(each, str) and len(each) >= _SHORTEST and name not in _OPEN:
                yield each


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes with a file or a folder's list of files; None where there is neither."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _of_folder(folder: Path) -> dict[str, Any]:
    return {
        path.name: path.read_text(encoding="utf-8").strip()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


def _of_file(path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        # The error's own words may quote the line, and with it a secret.
        line = getattr(error, "lineno", None)
        where = f", line {line}" if line else ""
        raise StreamlitSecretNotFoundError(
            f"{path}{where} is no TOML. Mend the file; it is not shown here."
        ) from None


class OwnUser(Mapping[str, Any]):
    """``st.user``: the one who sits at the computer; nobody is logged in.

    Args:
        values: What is known.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_values", dict(values))

    def _known(self) -> dict[str, Any]:
        values: dict[str, Any] = object.__getattribute__(self, "_values")
        return values

    def __getitem__(self, key: str) -> Any:
        if key not in self._known():
            raise KeyError(f"Nothing is known of the user's {key!r}.")
        return self._known()[key]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise StreamlitAPIException("`st.user` can't be changed.")

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())

    @property
    def tokens(self) -> Section:
        """What an identity provider would have handed over: nothing, since nobody is logged in."""
        return Section({}, "tokens")

    def to_dict(self) -> dict[str, Any]:
        """A copy."""
        return dict(self._known())
