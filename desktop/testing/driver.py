"""``AppDriver``: an app in its real window, driven as a person does."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ...state.element import Widget
from ...state.listener import RunReport
from ...widgets.exception_view import ExceptionBox
from ...widgets.markdown.plain import plain_text
from ...widgets.scene import Scene
from .dialogs import AnsweredDialogs
from .errors import AppTestError
from .faults import Faults
from .find import Candidate, Query, of_slot
from .hand import Hand
from .mapping import TestSessionState
from .menus import choose_entries
from .pages import PageLists
from .place import Place
from .region import RegionPlace
from .screenshots import Album
from .settle import Settler

if TYPE_CHECKING:
    from ..window import Window
    from .acts.base import Acts

DEFAULT_TIMEOUT = 10.0
FilePath = str | os.PathLike[str]


class AppDriver(Place):
    """An app in its real window: finds what is on the page, acts by real events, waits by itself.

    The fixture ``open_app`` makes it. Finders such as ``app.slider("Price")`` take the label, a key or an
    index; ``app.text("Total")`` finds whatever says so; ``app.sidebar``, and everything that holds
    something, has the same finders. Each act waits until the app has settled.

    Attributes:
        window: The window, for what the driver has no words for.
        timeout: Seconds that the app may take to settle after an act.
        runs: How each run of the script went: what caused it, how it ended, how long it took.
        notices: What the window has told its user in passing.
        links: The addresses that would have opened in a browser.

    Example:
        >>> def test_the_price_counts(open_app):
        ...     app = open_app("shop.py")
        ...     app.sidebar.slider("Price").drag_to(12)
        ...     app.button("Buy").click()
        ...     assert app.has("Total: 12 €")
    """

    def __init__(self, window: Window, dialogs: AnsweredDialogs, faults: Faults, album: Album) -> None:
        self.window = window
        self.hand = Hand(window)
        self.timeout = DEFAULT_TIMEOUT
        self.runs: list[RunReport] = []
        self.notices: list[str] = []
        self.links: list[str] = []
        self._toasts: dict[object, str] = {}
        self._dialogs = dialogs
        self._faults = faults
        self._album = album
        self._settler = Settler(window, faults.raise_found, lambda: len(self.runs))
        self._listen()

    def _listen(self) -> None:
        self.window.session.run_finished.connect(self._on_run_finished)
        for scene in self.window.findChildren(Scene):
            scene.files = self._dialogs
            scene.notice.connect(self.notices.append)
            scene.toast.connect(self._on_toast)

    def _on_run_finished(self, report: RunReport) -> None:
        self.runs.append(report)
        self.notices.extend(report.notices)

    def _on_toast(self, element: Any) -> None:
        self._toasts[element.serial] = plain_text(element.body)

    # Where to look

    @property
    def main(self) -> Place:
        """The page without the sidebar."""
        return RegionPlace(self, "main")

    @property
    def sidebar(self) -> Place:
        """The sidebar."""
        return RegionPlace(self, "sidebar")

    # What there is to know

    @property
    def state(self) -> TestSessionState:
        """The session state. What a test sets there counts in the next run; see `rerun`."""
        self.check()
        return TestSessionState(self.window.session.state)

    def value(self, label: str | None = None, *, key: str | None = None) -> Any:
        """A widget's value as the script gets it.

        Args:
            label: The widget's label.
            key: Its key.
        """
        __tracebackhide__ = True
        return self.find(
            Query("widget", label=label, key=key, test=lambda element: isinstance(element, Widget))
        ).value

    def value_of(self, element: Widget) -> Any:
        """The value that the script got of a widget in its last run."""
        return self.window.session.state.shown_value(element.id)

    @property
    def toasts(self) -> list[str]:
        """The toasts that the app has shown, oldest first, each as it reads now."""
        self.check()
        return list(self._toasts.values())

    @property
    def exceptions(self) -> list[ExceptionBox]:
        """The exceptions on the page, each with its ``type_name`` and ``message``."""
        self.check()
        elements = [slot.element for slot in self.window.canvas.all_slots()]
        return [element for element in elements if isinstance(element, ExceptionBox)]

    @property
    def saved_files(self) -> list[Path]:
        """The files that save dialogs were answered with."""
        return list(self._dialogs.saved)

    @property
    def pages(self) -> list[str]:
        """The titles of the pages that the app lists."""
        return PageLists(self).titles

    @property
    def window_title(self) -> str:
        """What the title bar says."""
        return self.window.windowTitle()

    @property
    def is_closed(self) -> bool:
        """Whether the window has been closed."""
        return not self.window.isVisible()

    # Acts that concern no element

    def press(self, keys: str) -> None:
        """Press keys such as ``"Tab"`` or ``"Ctrl+Z"``, wherever the focus is."""
        self._do(lambda: self.hand.press(keys), f"press {keys!r}")

    def type(self, text: str) -> None:
        """Type a text, wherever the focus is."""
        self._do(lambda: self.hand.type(text), f"type {text!r}")

    def menu(self, *entries: str) -> None:
        """Choose an entry of the window's menu, in a submenu or not: ``"Rerun"``, ``"Print …"``."""
        button = self.get("Menu", role="button").widget
        self._do(lambda: choose_entries(lambda: self.hand.click(button), entries), f"choose {entries!r}")

    def open_page(self, title: str) -> None:
        """Click a page in the app's list of pages."""
        self._do(lambda: PageLists(self).open(title), f"open the page {title!r}")

    def rerun(self) -> None:
        """Run the script again."""
        self._do(lambda: self.window.session.runner.rerun("test"), "run again")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in px."""
        self._do(lambda: self.window.resize(width, height), "resize")

    def close(self) -> None:
        """Close the window, as its user does."""
        if not self.is_closed:
            self.window.close()

    def answer_file_dialog(self, *paths: FilePath | None) -> None:
        """Answer the file dialog that is open, or the one that the next act will open.

        Args:
            paths: The chosen file, several where several may be chosen, or a folder; None for *Cancel*.
        """
        chosen = tuple(Path(path) for path in paths if path is not None)
        self._dialogs.answer(chosen or None)
        self._settler.settle(self.timeout)

    def settle(self, timeout: float | None = None) -> None:
        """Wait until no run, no patch and no timer is due. Acts do so by themselves.

        Args:
            timeout: Seconds; None for the app's own ``timeout``.

        Raises:
            NotSettledError: It took longer; the message shows where the script is.
        """
        __tracebackhide__ = True
        self._settler.settle(self.timeout if timeout is None else timeout)

    # Pictures

    def screenshot(self, path: FilePath | None = None) -> QImage:
        """What the window looks like.

        Args:
            path: Where to save it, too.
        """
        self.settle()
        picture = self.window.grab().toImage()
        if path is not None:
            picture.save(os.fspath(path))
        return picture

    def assert_screenshot(self, name: str, *, tolerance: float = 0.0) -> None:
        """See that the window looks as it did when the picture was taken.

        Pictures lie beside the test file in ``screenshots/<test file>/<name>.<platform>.png``. They are
        taken by ``pytest --update-screenshots``.

        Args:
            name: What the picture is called, unique within the test file.
            tolerance: The share of pixels that may differ, 0 to 1.

        Raises:
            AssertionError: It looks different, or there is no such picture; the message tells where the
                picture of the difference is.
        """
        __tracebackhide__ = True
        self.compare(self.screenshot(), name, tolerance)

    def compare(self, picture: QImage, name: str, tolerance: float) -> None:
        """Compare a picture with that of an earlier day; see `assert_screenshot`."""
        __tracebackhide__ = True
        wrong = self._album.compare(picture, name, tolerance)
        if wrong:
            raise AssertionError(wrong)

    # For finders and finds

    def act(self, acts: Acts, on: Candidate, verb: str, arguments: Sequence[Any]) -> None:
        """Do something to something, and wait until the app has settled.

        Raises:
            AppTestError: A user can't do that; says why, and what can be done.
        """
        __tracebackhide__ = True
        method = getattr(acts, verb, None)
        if verb not in acts.verbs() or method is None:
            can = ", ".join(acts.verbs())
            raise AppTestError(f"{verb}() makes no sense for {on.describe()}. What can be done: {can}.")
        self._do(lambda: method(*arguments), f"{verb} {on.describe()}")

    def check(self) -> None:
        """Raise what has gone wrong beside the test, also a file dialog that waits for its answer."""
        __tracebackhide__ = True
        self._faults.raise_found()
        asked = self._dialogs.unanswered()
        if asked:
            raise AppTestError(asked)

    def hint(self) -> str:
        """What may explain that something is not on the page."""
        failed = [f"{each.type_name}: {each.message}" for each in self.exceptions]
        return "".join(f"\nThe page shows an exception, {each}" for each in failed)

    def _do(self, act: Callable[[], object], what: str) -> None:
        __tracebackhide__ = True
        self.check()
        if self.is_closed:
            raise AppTestError(f"Can't {what}: the window is closed.")
        try:
            self.hand.activate()
            act()
        except AppTestError as error:
            raise type(error)(f"Can't {what}: {error}.") from None
        self._settler.settle(self.timeout)

    # As a place

    @property
    def driver(self) -> AppDriver:
        return self

    @property
    def where(self) -> str:
        return "on the page"

    def candidates(self) -> list[Candidate]:
        canvas = self.window.canvas
        return [of_slot(slot, canvas) for slot in canvas.all_slots()]

    def root(self) -> QWidget:
        return self.window

    def __repr__(self) -> str:
        return f"<AppDriver of {self.window_title!r}, {len(self.runs)} runs>"
