"""Takes what a document keeps of a window's session."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from ...state.document.packed import Packed, pack
from ...state.document.snapshot import Held, Snapshot, mark_of
from ..program import ScriptProgram
from ..session import Session
from .codecs import codecs


def script_of(session: Session) -> Path:
    """The script that a session runs."""
    program = session.program
    assert isinstance(program, ScriptProgram)
    return program.path


def digest_of(script: Path) -> str:
    """Tells whether a script is as it was; "" if it can't be read."""
    try:
        return hashlib.sha256(script.read_bytes()).hexdigest()[:32]
    except OSError:
        return ""


def moment_of(session: Session) -> int | None:
    """How many runs there have been; None while one goes on or is wanted."""
    runs = session.state.calls.run
    return None if session.runner.is_busy() else runs


def snapshot_of(session: Session, title: str, document: Path | None) -> Snapshot:
    """The session as it is, with what its user did that no run knows of yet.

    What fields of a form hold unsent is no value of the session yet: taken up as one it would reach the
    script without the button ever having been pressed.

    Args:
        session: The session.
        title: What the app is called.
        document: The file that it was saved to last.
    """
    state = session.state
    done = {}
    for change in session.runner.queue.pending():
        spec = state.spec(change.id)
        if spec is not None and not (spec.trigger or spec.secret):
            done[mark_of(change.id)] = spec.parse(change.value)
    held = state.held()
    if done:
        held = tuple(_with(each, done) for each in held)
    script = script_of(session)
    return Snapshot(
        script=script,
        title=title,
        held=held,
        page=state.pages.scope(),
        query=tuple((name, tuple(texts)) for name, texts in state.query.to_lists().items()),
        digest=digest_of(script),
        document=str(document or ""),
    )


def _with(held: Held, done: dict[str, object]) -> Held:
    return replace(held, value=done[held.mark]) if held.mark in done else held


def pack_session(session: Session, title: str, document: Path | None, *, by_content: bool = False) -> Packed:
    """The session as it is written.

    Args:
        session: The session.
        title: What the app is called.
        document: The file that it was saved to last.
        by_content: Whether uploaded files go along.
    """
    snapshot = snapshot_of(session, title, document)
    surroundings = session.state.surroundings
    secrets = frozenset() if surroundings is None else surroundings.secrets.texts()
    return pack(snapshot, codecs(by_content=by_content), secrets)


def uploads_in(session: Session) -> tuple[int, int]:
    """How many uploaded files a session holds, and how many bytes they have."""
    from ...widgets.uploaded_file import UploadedFile

    found: dict[str, int] = {}
    for held in session.state.held():
        values = held.value if isinstance(held.value, (list, tuple)) else [held.value]
        found.update({each.file_id: each.size for each in values if isinstance(each, UploadedFile)})
    return len(found), sum(found.values())
