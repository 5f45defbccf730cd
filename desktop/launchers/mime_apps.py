"""``mimeapps.list``: which programs a user's desktop opens files with. What is not ours stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .freedesktop import write_whole

DEFAULTS, ADDED = "[Default Applications]", "[Added Associations]"


class MimeApps:
    """The file.

    Args:
        path: Where it lies; it need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def make_default(self, kind: str, entry: str) -> None:
        """Let files of a kind be opened by a program first."""
        self._set(DEFAULTS, kind, [entry, *(each for each in self._get(DEFAULTS, kind) if each != entry)])

    def added(self, kind: str) -> list[str]:
        """The programs that are written down for a kind, the first of which opens it."""
        return self._get(ADDED, kind)

    def add(self, kind: str, entries: Sequence[str]) -> None:
        """Write programs down for a kind, behind those that are."""
        there = self._get(ADDED, kind)
        self._set(ADDED, kind, [*there, *(each for each in entries if each not in there)])

    def forget(self, kind: str, entries: Sequence[str]) -> None:
        """Let a kind have nothing to do with these programs any more."""
        for section in (DEFAULTS, ADDED):
            there = self._get(section, kind)
            left = [each for each in there if each not in entries]
            if left != there:
                self._set(section, kind, left)

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        except FileNotFoundError:
            return []

    def _get(self, section: str, kind: str) -> list[str]:
        now = ""
        for line in self._lines():
            if line.startswith("["):
                now = line.strip()
            elif now == section and line.partition("=")[0].strip() == kind:
                return [each for each in line.partition("=")[2].strip().split(";") if each]
        return []

    def _set(self, section: str, kind: str, entries: Sequence[str]) -> None:
        kept: list[str] = []
        now = ""
        ours = [f"{kind}={';'.join(entries)};"] if entries else []
        for line in self._lines():
            now = line.strip() if line.startswith("[") else now
            if now != section or line.partition("=")[0].strip() != kind:
                kept.append(line)
            if line.strip() == section:
                kept += ours
                ours = []
        if ours:
            kept += [*([""] if kept and kept[-1] else []), section, *ours]
        self._write(_without_empty(kept, section))

    def _write(self, lines: list[str]) -> None:
        if any(line.strip() for line in lines):
            # The file may be a link into a folder that its user keeps.
            path = self._path.resolve()
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
            write_whole(path, "\n".join(lines) + "\n", mode)
        else:
            self._path.unlink(missing_ok=True)


def _without_empty(lines: list[str], section: str) -> list[str]:
    """Lines without a section that holds none."""
    if section not in [line.strip() for line in lines]:
        return lines
    start = [line.strip() for line in lines].index(section)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].startswith("[")), len(lines))
    if any(line.strip() for line in lines[start + 1 : end]):
        return lines
    left = lines[:start] + lines[end:]
    while left and not left[-1].strip():
        left.pop()
    return left
