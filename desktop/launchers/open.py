"""``desklit open``: what a double click does. One process for each app, however often it is opened."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..call import DOCUMENT, Call, UsageError, find_script, read_call
from ..cli import open_window
from .instance import Instance, Request, RuntimeFolderError, runtime_folder
from .launcher import program_of, slug_of

if TYPE_CHECKING:
    from ...state.document.file import Document
    from ..app import App
    from ..window import Window

_log = logging.getLogger("desklit.desktop")


def open_app(words: Sequence[str]) -> int:
    """Open an app, in the process that shows it already if there is one.

    Args:
        words: What stands behind ``desklit open``: as behind ``desklit run``, without ``--screenshot``.

    Returns:
        The exit status.

    Raises:
        UsageError: The words ask for what cannot be done.
    """
    document: Document | None = None
    if words and words[0].lower().endswith(DOCUMENT):
        from ..documents.command import with_app

        named = with_app(words)
        if named is None:
            return 0
        words, document = named
    call = read_call(words)
    if call.session is not None and document is None:
        from ..documents.command import read_session

        document = read_session(call.session)
    if call.screenshot is not None:
        raise UsageError("--screenshot opens no window: use `desklit run`.")
    script = find_script(call.script or "")
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    try:
        instance = Instance.join(slug_of(script), Request(tuple(words), os.getcwd(), token), runtime_folder())
    except (RuntimeFolderError, TimeoutError, OSError) as error:
        # A window in a process of its own is what its user wanted most.
        _log.warning("Not looking for a window that is open already: %s", error or "it does not answer")
        return open_window(
            script, call.args, call.flags, visit=call.visit(), document=document, by_icon=True
        )
    if instance is None:
        return 0
    try:
        return open_window(
            script,
            call.args,
            call.flags,
            on_shown=lambda app: Concierge(app, instance, script),
            visit=call.visit(),
            document=document,
            by_icon=True,
        )
    finally:
        # A start that failed must not answer those that come after it.
        instance.close()


class Concierge:
    """Answers later launches of the app for as long as it has windows.

    Args:
        app: The app's windows.
        instance: What tells of launches.
        script: The app's script.
    """

    def __init__(self, app: App, instance: Instance, script: Path) -> None:
        self._app = app
        self._script = script
        instance.setParent(app)
        instance.asked.connect(self._on_asked)
        app.last_window_closed.connect(self._on_last_window_closed)
        self._instance = instance
        self._on_asked()  # while the first window was being made

    def _on_last_window_closed(self) -> None:
        for request in self._instance.close():
            # It came while the last window was closing: this process is about to end.
            command = [*program_of(), "open", *request.words]
            subprocess.Popen(command, cwd=request.folder, start_new_session=True)

    def _on_asked(self) -> None:
        while (request := self._instance.next_request()) is not None:
            self._open_again(request)

    def _window_of(self, path: Path, call: Call) -> Window | None:
        """The window that has a document open, or one that opens it; None if it can't be read any more."""
        from ..documents.command import read_session
        from ..notices import escaped

        for window in self._app.windows:
            if "documents" in vars(window) and window.documents.path == path:
                return window
        try:
            document = read_session(path)
        except UsageError as error:
            self._app.windows[-1].notices.say(escaped(str(error)), tone="red")
            return None
        return self._app.open(self._script, call.args, call.flags, call.visit(), document)

    def _open_again(self, request: Request) -> None:
        window = self._app.windows[-1]
        call = read_call(request.words)
        if call.session is not None:
            window = self._window_of(Path(request.folder) / call.session, call) or window
        elif window.session.config.get("desklit.openAgain") == "window":
            window = self._app.open(self._script, call.args, call.flags, call.visit())
        if request.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = request.token
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
