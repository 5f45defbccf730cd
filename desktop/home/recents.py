"""The apps that were opened lately: a list that all processes of a user share, and how each looked last."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QIODevice, QLockFile, QSaveFile
from PySide6.QtGui import QImage

from ...state.records import dataclass
from ..launchers.launcher import slug_of, title_of

_log = logging.getLogger("desklit.desktop")
LIMIT = 40  # apps; pinned ones do not count
_LOCK_PATIENCE = 2000  # ms


@dataclass(frozen=True, slots=True)
class RecentApp:
    """An app that was opened.

    Args:
        script: Its script's path, absolute.
        title: What its window was called last.
        opened: When it was opened last, in seconds since 1970.
        pinned: Whether its user keeps it at the top.
    """

    script: Path
    title: str
    opened: float = 0.0
    pinned: bool = False


class Recents:
    """The list on disk. A list that can't be read counts as empty, one that can't be written is let be.

    Args:
        folder: Where it lies; by default the user's data folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is None:
            from platformdirs import user_data_path

            folder = user_data_path("desklit", appauthor=False) / "recent"
        self.folder = folder
        self.file = folder / "recent.json"

    def apps(self) -> tuple[RecentApp, ...]:
        """All apps: pinned ones first, then by when they were opened, the latest first."""
        return tuple(sorted(self._read(), key=lambda app: (not app.pinned, -app.opened)))

    def note(self, script: Path, title: str = "") -> None:
        """An app has been opened."""
        path = script.absolute()

        def changed(apps: list[RecentApp]) -> list[RecentApp]:
            before = next((app for app in apps if app.script == path), None)
            pinned = before is not None and before.pinned
            called = title or (before.title if before else "") or title_of(path)
            rest = [app for app in apps if app.script != path]
            return [RecentApp(path, called, time.time(), pinned), *rest]

        self._change(changed)

    def pin(self, script: Path, pinned: bool) -> None:
        """Keep an app at the top, or no longer."""
        self._change(
            lambda apps: [replace(app, pinned=pinned) if app.script == script else app for app in apps]
        )

    def remove(self, script: Path) -> None:
        """Forget an app and its picture; the script itself is not touched."""
        self._change(lambda apps: [app for app in apps if app.script != script])

    def picture(self, script: Path) -> Path:
        """Where the picture of an app lies, if there is one."""
        return self.folder / f"{slug_of(script)}.png"

    def keep_picture(self, script: Path, picture: QImage) -> None:
        """Keep how an app looks."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = QSaveFile(str(self.picture(script)))
        if file.open(QIODevice.OpenModeFlag.WriteOnly) and picture.save(file, "PNG"):  # type: ignore[call-overload]
            file.commit()

    def _read(self) -> list[RecentApp]:
        try:
            return [
                RecentApp(Path(app["script"]), str(app["title"]), float(app["opened"]), bool(app["pinned"]))
                for app in json.loads(self.file.read_bytes())["apps"]
            ]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError) as error:
            _log.warning("The list of recent apps can't be read: %s: %s", self.file, error)
            return []

    def _change(self, changed: Callable[[list[RecentApp]], list[RecentApp]]) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("The list of recent apps can't be kept: %s", error)
            return
        lock = QLockFile(str(self.folder / "recent.lock"))
        if not lock.tryLock(_LOCK_PATIENCE):
            return
        try:
            before = self._read()
            self._write(_trimmed(changed(before)))
            gone = {app.script for app in before} - {app.script for app in self._read()}
            for script in gone:
                self.picture(script).unlink(missing_ok=True)
        finally:
            lock.unlock()

    def _write(self, apps: Iterable[RecentApp]) -> None:
        entries = [
            {"script": str(app.script), "title": app.title, "opened": app.opened, "pinned": app.pinned}
            for app in apps
        ]
        file = QSaveFile(str(self.file))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            _log.warning("The list of recent apps can't be kept: %s", file.errorString())
            return
        file.write(json.dumps({"version": 1, "apps": entries}, ensure_ascii=False, indent=1).encode())
        file.commit()


def _trimmed(apps: list[RecentApp]) -> list[RecentApp]:
    loose = sorted((app for app in apps if not app.pinned), key=lambda app: -app.opened)[:LIMIT]
    return [app for app in apps if app.pinned or app in loose]


def short_folder(folder: Path) -> str:
    """A folder's path, with ``~`` for the user's own."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
