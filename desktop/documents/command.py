"""Documents on the command line: ``desklit a.desklit`` is ``desklit APP.py --session a.desklit``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...state.document.file import Document, DocumentError, read_document
from ..call import DOCUMENT, UsageError
from .places import key_file


def read_session(path: Path) -> Document:
    """Read a document.

    Raises:
        UsageError: It can't be read.
    """
    try:
        return read_document(path.absolute(), key_file())
    except DocumentError as error:
        raise UsageError(str(error)) from None


def with_app(words: Sequence[str]) -> tuple[list[str], Document] | None:
    """Put the app of a document that stands among the words in its place.

    Args:
        words: What stands behind ``desklit run`` or ``desklit open``.

    Returns:
        Words with an app and the document as an option, and the document; None if its user was asked for the
        app and does not want to open it.

    Raises:
        UsageError: The document can't be read, or its app is not there and nobody can be asked.
    """
    place = next(index for index, word in enumerate(words) if word.lower().endswith(DOCUMENT))
    document = read_session(Path(words[place]))
    from .choosing import app_of

    script = app_of(document) or _asked(document, words)
    if script is None:
        return None
    return [*words[:place], str(script), "--session", str(document.path), *words[place + 1 :]], document


def _asked(document: Document, words: Sequence[str]) -> Path | None:
    from ..display import why_no_display

    if why_no_display() or any(word.startswith("--screenshot") for word in words):
        script = document.snapshot.script
        reason = "comes from elsewhere" if script.is_file() else "is not where it was"
        what = f"{document.path.name}" if script.is_file() else f"the app of {document.path.name}"
        raise UsageError(f"{what} {reason}: name an app, as in `desklit {script.name} --session FILE`.")
    from ..app import application
    from .choosing import ask_for_app

    application()
    return ask_for_app(document)
