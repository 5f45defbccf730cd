"""The document of one window: saving it, opening others, and the mark of what is not saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ...state.document.file import ENDING, Document, DocumentError, read_document
from ...state.document.packed import Packed
from ...state.document.recorder import Recorder
from ...state.pages import same_file
from ..notices import escaped
from .autosave import Autosave
from .places import key_file, recent_file, session_folder
from .recent import RecentDocuments
from .saving import Saving, Then
from .taking import moment_of, pack_session, script_of
from .taking_up import TakingUp

if TYPE_CHECKING:
    from ..home.opening import Opening
    from ..window import Window


class Documents(QObject):
    """Saves the session of a window, and opens others.

    A window has this from the first time that it is asked for: most apps are never saved.

    Args:
        window: The window; it owns this.

    Attributes:
        path: The file that the session was saved to or opened from; None for none.
        is_modified: Whether its user has done what is not saved yet.
        opener: Opens a document, or an app with further words, in a process of its own.

    Signals:
        stored: (path) the session has been saved.
    """

    stored = Signal(object)
    _versioned = Signal(str)
    _failed = Signal(str)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.path: Path | None = None
        self.is_modified = False
        self.opener: Callable[[Path, Sequence[str]], Opening] = self._open_beside
        self.recent = RecentDocuments(recent_file())
        self.taking_up = TakingUp(window, self)
        self.saving = Saving(window, self)
        self._touched = False  # by its user, since it was saved or opened
        self._ever_touched = False
        self._saved = ""  # the fingerprint of what is saved, or of what there was to begin with
        self._recorder: Recorder | None = None
        self._autosave: Autosave | None = None
        self._asks = True
        self._asks_always = False  # for sessions without a file too
        self._versioned.connect(self._on_version)
        self._failed.connect(self._on_autosave_failed)
        window.canvas.changed.connect(self.note_change)

    # Following the session

    def watch(self) -> Recorder:
        """Follow the session from now on."""
        if self._recorder is None:
            session = self._window.session
            self._recorder = Recorder(self._pack, partial(moment_of, session), self._on_packed)
            session.recorder = self._recorder
            self._recorder.note()
        return self._recorder

    def follow_wishes(self) -> None:
        """Do what options and user say of sessions that nobody has saved."""
        window = self._window
        if window.session.config.get("desklit.restore") or window.preferences.restore:
            self.keep_session()
            if window.report is not None:
                self.taking_up.offer_leftover()
            else:
                once = Qt.ConnectionType.SingleShotConnection
                window.settled.connect(self.taking_up.offer_leftover, once)
        else:
            self.forget_session()
        self._asks_always = window.preferences.ask_to_save
        if self._asks_always:
            self.watch()

    def keep_session(self) -> None:
        """Keep the session in a file while the window is open."""
        if self._autosave is None:
            from ..launchers.launcher import slug_of

            slug = slug_of(script_of(self._window.session))
            try:
                self._autosave = Autosave(session_folder(), slug, key_file(), self._failed.emit)
            except OSError as error:
                self._on_autosave_failed(str(error))
                return
        self.watch()

    def forget_session(self) -> None:
        """Keep the session no longer."""
        if self._autosave is not None:
            kept, self._autosave = self._autosave, None
            kept.close()

    def _pack(self) -> Packed:
        return pack_session(self._window.session, self._window.settings.title, self.path)

    def _on_packed(self, packed: Packed) -> None:
        """A version has been taken; in the recorder's thread."""
        autosave = self._autosave
        if autosave is not None and self._ever_touched and autosave.write(packed):
            self.taking_up.on_kept()
        is_compared = self.path is not None or self._asks_always
        self._versioned.emit(packed.fingerprint() if is_compared else "")

    def _on_version(self, fingerprint: str) -> None:
        if not fingerprint:
            return
        if not self._touched or not self._saved:
            self._saved = fingerprint
        self._show_modified(self._touched and fingerprint != self._saved)

    def note_change(self) -> None:
        """The window's user has done something."""
        self._touched = self._ever_touched = True
        if self._recorder is not None:
            self._recorder.note()

    def _show_modified(self, modified: bool) -> None:
        self.is_modified = modified
        self._window.settings.show_document("" if self.path is None else self.path.stem, modified=modified)

    def _on_autosave_failed(self, why: str) -> None:
        text = f":material/sync_problem: This session can't be kept for after a crash: {escaped(why)}"
        self._window.notices.say(text, tone="red")

    # Saving

    def save(self, then: Then | None = None) -> None:
        """Save to the document's file, or ask for one.

        Args:
            then: Called once it is saved.
        """
        self.saving.save(then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a file, and whether uploaded files are to go along, and save there."""
        self.saving.save_as(then)

    def note_taken(self) -> None:
        """The session is being saved as it is now: what its user does from here on is not part of it."""
        self._touched = False

    def note_saved(self, path: Path, fingerprint: str) -> None:
        """The session has been saved."""
        self.path = path
        self._saved = fingerprint
        self._show_modified(False)
        self.recent.note(path)
        self.watch().note()
        self.stored.emit(path)

    def note_not_saved(self) -> None:
        """The session could not be saved: what was done is still to be."""
        self._touched = True
        self.watch().note()

    # Opening

    def ask_open(self) -> None:
        """Ask for a document, and open it."""
        window = self._window

        def open_first(paths: list[Path]) -> None:
            self.open(paths[0])

        window.scene.files.open(window, [ENDING], False, open_first, title="Open session", kind="Sessions")

    def open(self, path: Path) -> None:
        """Open a document: here, if nothing was done in this window yet, else in one of its own."""
        try:
            document = read_document(path, key_file())
        except DocumentError as error:
            if not path.is_file():
                self.recent.remove(path.absolute())
            text = f":material/error: {escaped(str(error))}"
            self._window.notices.say(text, tone="red")
            return
        script = script_of(self._window.session)
        here = document.own and same_file(str(document.snapshot.script), str(script))
        if here and self.path is None and not self._ever_touched:
            self.begin_with(document)
            self._window.session.runner.rerun("document")
        else:
            self._follow(self.opener(path, ()))

    def open_with(self, path: Path, script: Path) -> None:
        """Open a document with an app of one's choice, in a window of its own."""
        self._follow(self.opener(script, ("--session", str(path))))

    def _open_beside(self, path: Path, more: Sequence[str] = ()) -> Opening:
        from ..home.opening import Opening

        return Opening(path, self, more)

    def _follow(self, opening: Opening) -> None:
        opening.failed.connect(self._on_opening_failed)
        opening.ended.connect(opening.deleteLater)

    def _on_opening_failed(self, path: Path, reason: str) -> None:
        text = f":material/error: {escaped(path.name)} did not open: {escaped(reason)}"
        self._window.notices.say(text, tone="red")

    def begin_with(self, document: Document) -> None:
        """Let the next run begin with what a document holds."""
        self.path = document.path
        self._touched = self._ever_touched = False
        self._saved = ""
        self.recent.note(document.path)
        self._take_up(document)

    def restore(self, document: Document) -> None:
        """Let the next run begin with a session that was kept, whose changes nobody has saved."""
        before = Path(document.snapshot.document) if document.snapshot.document else None
        self.path = before if before is not None and before.is_file() else None
        self._touched = self._ever_touched = True
        self._saved = "unlike any fingerprint"
        self._take_up(document)
        self._window.session.runner.rerun("document")

    def _take_up(self, document: Document) -> None:
        self.taking_up.begin_with(document)
        self._show_modified(False)
        self.watch().note()

    # Closing

    def may_close(self) -> bool:
        """Whether the window may close now; if not, its user is asked, and it closes after the answer."""
        if not self._asks or not (self.path is not None or self._asks_always):
            return True
        self._window.canvas.commit_focused()
        if not self._would_lose():
            return True
        from .questions import ask_to_save

        name = self._window.settings.title if self.path is None else self.path.name
        ask_to_save(self._window, name, lambda: self.save(self._close), self._close)
        return False

    def _would_lose(self) -> bool:
        if not self._touched:
            return False
        if moment_of(self._window.session) is None:
            return True
        try:
            return not self._saved or self._pack().fingerprint() != self._saved
        except RuntimeError:
            return True

    def _close(self) -> None:
        self._asks = False
        self._window.close()

    def on_interrupt(self) -> None:
        """The process was told to end: nobody is there to answer, so what is kept is kept on."""
        self._asks = False
        if self._autosave is not None and self._recorder is not None and self._ever_touched:
            self._recorder.close()
            self._autosave.close(keep=True)
            self._autosave = None

    def on_closed(self) -> None:
        """The window is closed for good."""
        self._window.session.recorder = None
        if self._recorder is not None:
            self._recorder.close()
        self.forget_session()
        self.taking_up.leave()
