"""Lets a window's session begin with a document, and says what of it could not be taken over."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ...state.document.file import Document
from ...state.pages import Visit
from ..notices import escaped
from ..user_folders import log_folder
from .autosave import Leftover, find_leftover
from .codecs import codecs
from .places import key_file, session_folder
from .taking import digest_of, script_of

if TYPE_CHECKING:
    from ..crash.marker import Ending
    from ..notice import Action, Notice
    from ..window import Window
    from .documents import Documents

_log = logging.getLogger("desklit.document")
MOST_NAMED = 6  # of what is left out


class TakingUp(QObject):
    """Brings documents into one window.

    Args:
        window: The window.
        documents: What it has of documents.
    """

    _left_out = Signal(object)

    def __init__(self, window: Window, documents: Documents) -> None:
        super().__init__(documents)
        self._window = window
        self._documents = documents
        self._lines: list[str] = []
        self._leftover: Leftover | None = None
        self._offered: Notice | None = None  # from the first session that was left behind
        self._replaced: Leftover | None = None  # restored, and not kept anew yet
        self._left_out.connect(self._note_left_out)
        window.settled.connect(self._say_left_out)

    def begin_with(self, document: Document) -> None:
        """Let the next run begin with what a document holds."""
        runner = self._window.session.runner
        told = document.snapshot
        runner.visit(Visit(told.page, query=told.query))
        runner.before_next_run(partial(self._take, document))
        changed = told.digest not in ("", digest_of(script_of(self._window.session)))
        if changed or not document.own:
            self._window.settled.connect(
                partial(self._say_changed, document), Qt.ConnectionType.SingleShotConnection
            )

    def _take(self, document: Document) -> None:
        """Make the values and give them to the session; on the worker, between two runs."""
        try:
            held, left_out = document.values(codecs(own=document.own))
        except Exception as error:
            _log.exception("A document could not be taken over")
            held, left_out = (), (f"all values: {error}",)
        misfit = "it does not fit the app any more"
        told = [
            replace(each, on_misfit=partial(self._left_out.emit, [f"{each.name}: {misfit}"])) for each in held
        ]
        self._window.session.state.take_up(told)  # the history of steps sees that and begins anew
        self._left_out.emit(list(left_out))

    def _note_left_out(self, lines: list[str]) -> None:
        self._lines += lines

    def _say_left_out(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            self._window.notices.say(f":material/info: {escaped(_left_out_text(lines))}")

    def _say_changed(self, document: Document) -> None:
        from .choosing import choose_app

        script = script_of(self._window.session).name
        changed = f"{script} has changed since this session was saved."
        foreign = "This session comes from elsewhere: values that only a pickle holds are not read."
        other = partial(choose_app, self._window, document.path)
        text = escaped(changed if document.own else foreign)
        self._window.notices.say(f":material/info: {text}", [("Open with another app …", other)])

    # Sessions that were kept

    def offer_leftover(self) -> None:
        """Offer the session that the last window left behind when it could not close as it should."""
        if self._leftover is not None:
            return
        from ..launchers.launcher import slug_of

        slug = slug_of(script_of(self._window.session))
        self._leftover = find_leftover(session_folder(), slug, key_file())
        if self._leftover is None:
            return
        self._offer(self._leftover, "was not closed properly")

    def _offer(self, leftover: Leftover, what: str, actions: Sequence[Action] = ()) -> None:
        self._offered = self._window.notices.say(
            f":material/history: The app {what}. Restore the last session, "
            f"kept on {leftover.saved:%Y-%m-%d at %H:%M:%S}?",
            [("Restore", self._restore), ("Discard", self._discard), *actions],
        )

    def tell_ending(self, ending: Ending) -> bool:
        """Tell how the process before has ended where its session is offered, so that it is told once.

        Returns:
            Whether that is told here.
        """
        if self._offered is None:
            self.offer_leftover()  # the first run may still go on
        if self._offered is None:
            return False
        if not ending.trace:
            return True
        if self._leftover is None:  # decided on already
            return False
        from ..crash.notices import ending_actions

        self._window.notices.dismiss(self._offered)
        what = f"ended all at once: {escaped(ending.reason)}"
        self._offer(self._leftover, what, ending_actions(ending, log_folder()))
        return True

    def _restore(self) -> None:
        leftover, self._leftover = self._leftover, None
        if leftover is None:
            return
        self._replaced = leftover
        self._documents.restore(leftover.document)

    def _discard(self) -> None:
        leftover, self._leftover = self._leftover, None
        if leftover is not None:
            leftover.discard()

    def on_kept(self) -> None:
        """The session has been kept anew; in the recorder's thread."""
        replaced, self._replaced = self._replaced, None
        if replaced is not None:
            replaced.discard()

    def leave(self) -> None:
        """The window is closed: what has not been decided on is offered again."""
        for leftover in (self._leftover, self._replaced):
            if leftover is not None:
                leftover.leave()
        self._leftover = self._replaced = None


def _left_out_text(lines: Sequence[str]) -> str:
    unique = list(dict.fromkeys(lines))
    named = "; ".join(unique[:MOST_NAMED])
    more = len(unique) - MOST_NAMED
    tail = f"; and {more} more" if more > 0 else ""
    return f"Left out of the session: {named}{tail}."
