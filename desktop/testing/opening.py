"""Opening apps for a test, and closing them so that nothing of them is left."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

from ...state.records import dataclass
from ..display import why_no_display

_why = why_no_display()
if _why:  # before anything of Qt's looks for a display, where Qt would end the process
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QUrl, Slot  # noqa: E402
from PySide6.QtGui import QDesktopServices  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ...state.modules import forget, local_modules  # noqa: E402
from ..app import App, application  # noqa: E402
from ..preferences import Preferences  # noqa: E402
from ..window import Window  # noqa: E402
from .dialogs import AnsweredDialogs  # noqa: E402
from .driver import AppDriver  # noqa: E402
from .errors import AppTestError  # noqa: E402
from .faults import Faults, Leftovers  # noqa: E402
from .program import ARGS, KWARGS, source_of  # noqa: E402
from .screenshots import Album  # noqa: E402
from .settle import NotSettledError, wait_for_events  # noqa: E402

Script = str | os.PathLike[str] | Callable[[], Any]
_OWN_DIALOGS = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
_PATIENCE = 2.0  # seconds that an app gets at the end of its test
_SCHEMES = ("http", "https", "mailto", "file")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a test run asks of apps.

    Args:
        test: The test file.
        failures: Where pictures of failures are written.
        update: Whether pictures are taken anew.
        quiet: Regular expressions for warnings of Qt that don't matter.
        threads: Regular expressions for the names of threads that may stay.
    """

    test: Path
    failures: Path
    update: bool = False
    quiet: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()


class _App(App):
    """The application of one test: its user has no preferences, and a session waits for its test."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Preferences(folder / "desklit.ini"))
        self.prepare: Callable[[Window], None] | None = None

    def begin(self, window: Window) -> None:
        if self.prepare is not None:
            self.prepare(window)
        super().begin(window)


class _Links(QObject):
    """Takes the addresses that would open in a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.apps: list[AppDriver] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        """Note an address."""
        for app in self.apps:
            app.links.append(address.toString())


class Openings:
    """The apps that one test opens; the object behind the fixture ``open_app``.

    Args:
        settings: What the test run asks for.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stack = ExitStack()
        self._app: _App | None = None
        self._links = _Links()
        self.drivers: list[AppDriver] = []

    def open(
        self,
        script: Script,
        *,
        size: tuple[int, int] = (1080, 800),
        theme: Literal["light", "dark"] = "light",
        config: Mapping[str, object] | None = None,
        state: Mapping[str, object] | None = None,
        args: Sequence[str] = (),
    ) -> AppDriver:
        """Open an app in its real window and wait until it has settled.

        Args:
            script: The script's path, beside the test file or in the working folder; or a function,
                whose body is the script and imports all that it uses.
            size: Width and height of the window in px.
            theme: Which look to start from.
            config: Options such as ``{"runner.fastReruns": False}``.
            state: What the session state holds before the first run.
            args: What follows the script's name in ``sys.argv``.

        Raises:
            FileNotFoundError: There is no such script.
        """
        app = self._start()
        path = self._path_of(script)
        modules = set(sys.modules)
        self._stack.callback(_forget_modules, path.parent, modules)
        made: list[AppDriver] = []

        def prepare(window: Window) -> None:
            window.session.preset(dict(state or {}))
            made.append(self._driver(window))
            window.resize(*size)

        app.prepare = prepare
        flags = {name: _texts(value) for name, value in {"theme.base": theme, **(config or {})}.items()}
        window = app.open(path, args, flags)
        app.prepare = self._adopt
        window.show()
        driver = made[0]
        driver.hand.activate()
        driver.settle()
        return driver

    def close(self) -> str:
        """Close all windows; what was left over or went wrong, in words."""
        if self._app is None:
            return ""
        wrong: list[str] = []
        for driver in self.drivers:
            wrong.extend(_last_words(driver))
        for popup in iter(QApplication.activePopupWidget, None):
            if not popup.close():
                break
        for window in list(self._app.windows):
            window.close()
        self.drivers = []
        wrong.extend(self._leftovers.wait())
        try:
            self._faults.raise_found()
        except AppTestError as error:
            wrong.append(str(error))
        self._stack.close()
        self._app = None
        return "\n\n".join(wrong)

    def report(self) -> str:
        """What the open windows show, for a test that has failed."""
        parts: list[str] = []
        for driver in self.drivers:
            shown = "\n".join(f"  {each.describe()}" for each in driver.candidates() if each.names)
            path = self._settings.failures / f"{self._settings.test.stem}-failed-{len(parts)}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            driver.window.grab().save(str(path))
            parts.append(f"{driver!r} shows, see {path}:\n{shown}")
        return "\n\n".join(parts)

    # Preparations

    def _start(self) -> _App:
        if self._app is not None:
            return self._app
        settings, stack = self._settings, self._stack
        qt = application()
        if qt.style().name() != "fusion":  # another plugin has made the application
            qt.setStyle("Fusion")
        self._leftovers = Leftovers(settings.threads)
        self._faults = Faults(settings.quiet)
        self._faults.watch()
        stack.callback(self._faults.unwatch)
        stack.callback(qt.setCursorFlashTime, qt.cursorFlashTime())
        qt.setCursorFlashTime(0)  # a caret that blinks would be in one picture and not in the next
        # A dialog of the platform's could not be driven.
        stack.callback(qt.setAttribute, _OWN_DIALOGS, qt.testAttribute(_OWN_DIALOGS))
        qt.setAttribute(_OWN_DIALOGS)
        stack.callback(sys.setswitchinterval, sys.getswitchinterval())
        stack.callback(setattr, sys, "argv", sys.argv)
        self._folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desklit-test-")))
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self._links, "take")  # type: ignore[arg-type]
            stack.callback(QDesktopServices.unsetUrlHandler, scheme)
        self._app = app = _App(self._folder)
        stack.callback(app.close)
        return app

    def _driver(self, window: Window) -> AppDriver:
        settings = self._settings
        album = Album(settings.test, settings.failures, settings.update)
        driver = AppDriver(window, AnsweredDialogs(), self._faults, album)
        self.drivers.append(driver)
        self._links.apps.append(driver)
        return driver

    def _adopt(self, window: Window) -> None:
        """A window that the app itself opens gets a driver, too."""
        self._driver(window)

    def _path_of(self, script: Script) -> Path:
        if callable(script):
            return self._write(script)
        beside = self._settings.test.parent / script
        path = beside if beside.is_file() else Path(script).absolute()
        if not path.is_file():
            raise FileNotFoundError(
                f"There is no script {os.fspath(script)!r}, neither beside {self._settings.test} nor in "
                f"{Path.cwd()}."
            )
        return path

    def _write(self, function: Callable[[], Any]) -> Path:
        text, _, call = source_of(function).rstrip().rpartition("\n")
        folder = self._folder / f"script{len(self.drivers)}"
        folder.mkdir()
        path = folder / f"{getattr(function, '__name__', 'script')}.py"
        path.write_text(f"{text}\n{ARGS}, {KWARGS} = (), {{}}\n{call}\n", encoding="utf-8")
        return path


def _last_words(driver: AppDriver) -> list[str]:
    """What is wrong with an app at the end of its test."""
    wrong = []
    try:
        if not driver.is_closed:
            driver.settle(min(driver.timeout, _PATIENCE))
    except NotSettledError:
        _halt(driver)  # an app that is busy may be closed, too
    except AppTestError as error:
        wrong.append(str(error))
    try:
        driver.check()
    except AppTestError as error:
        wrong.append(str(error))
    return wrong


def _halt(driver: AppDriver) -> None:
    """End the script at one of its commands: an exception out of nowhere could hit it anywhere."""
    runner = driver.window.session.runner
    until = time.monotonic() + _PATIENCE
    while not runner.queue.idle and time.monotonic() < until:
        runner.halt()
        wait_for_events()


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, (list, tuple)) else [value]
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in values]


def _forget_modules(folder: Path, before: set[str]) -> None:
    """The next app may have other modules of the same names beside it."""
    found = local_modules(folder, before)
    inside = {name: path for name, path in found.items() if folder in path.parents}
    forget(inside.values(), inside)
