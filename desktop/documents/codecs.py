"""How a document writes what widgets of desklit hold: uploads, and the states of tables and chat inputs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...state.document.values import Blob, Codec, UnreadableValueError, UnsavableValueError

if TYPE_CHECKING:
    from ...widgets.uploaded_file import UploadedFile

_WIDGETS = f"{(__package__ or '').partition('.')[0]}.widgets"


def codecs(*, by_content: bool = False, own: bool = True) -> tuple[Codec, ...]:
    """The codecs of a document.

    Args:
        by_content: Whether it holds the files that were uploaded, not only where they lie.
        own: Whether this user wrote it: what others wrote must not make an app read files by their paths.
    """

    def codec(name: str, kind: str, parts: Any, make: Any) -> Codec:
        return Codec(name, f"{_WIDGETS}.{kind}", parts, make)

    return (
        codec(
            "upload",
            "uploaded_file.UploadedFile",
            lambda file: _parts(file, by_content),
            lambda parts: _made(parts, own),
        ),
        codec("chat input", "chat_value.ChatInputValue", lambda value: value.to_dict(), _chat_input),
        codec("table edits", "data_editor.edits.DataEditorState", dict, _edits),
        codec("table selection", "data_editor.choice.DataframeState", dict, _selection),
        codec("selected", "data_editor.choice.DataframeSelectionState", dict, _selected),
    )


def _chat_input(parts: dict[str, Any]) -> Any:
    from ...widgets.chat_value import ChatInputValue

    return ChatInputValue(**parts)


def _edits(parts: dict[str, Any]) -> Any:
    from ...widgets.data_editor.edits import DataEditorState

    return DataEditorState(parts)


def _selection(parts: dict[str, Any]) -> Any:
    from ...widgets.data_editor.choice import DataframeState

    return DataframeState(parts)


def _selected(parts: dict[str, Any]) -> Any:
    from ...widgets.data_editor.choice import DataframeSelectionState

    return DataframeSelectionState(parts)


def _parts(file: UploadedFile, by_content: bool) -> dict[str, Any]:
    upload = file.upload
    path = upload.path
    try:
        found = path.stat() if path is not None else None
    except OSError:
        found = None
    content = None
    if by_content or path is None:
        try:
            content = Blob(file.peek())
        except OSError as error:
            raise UnsavableValueError(f"{path} can't be read: {error.strerror or error}") from error
    return {
        "name": upload.name,
        "size": upload.size,
        "type": upload.type,
        "id": upload.file_id,
        "path": None if path is None else str(path),
        "changed": None if found is None else found.st_mtime_ns,
        "content": content,
    }


def _made(parts: dict[str, Any], own: bool) -> UploadedFile:
    from ...widgets.uploaded_file import Source, Upload, UploadedFile

    name, size, type = str(parts["name"]), int(parts["size"]), str(parts["type"])
    path = Path(parts["path"]) if parts["path"] is not None and own else None
    content = parts["content"]
    if content is not None and not isinstance(content, bytes):
        raise UnreadableValueError("it is damaged")
    if path is not None and (content is None or _is_as_it_was(path, size, parts["changed"])):
        try:
            size = path.stat().st_size
        except OSError:
            raise UnreadableValueError(f"its file is not there any more: {path}") from None
        return UploadedFile(Source(Upload(name, size, type, str(parts["id"]), path)))
    if content is None:
        why = "the document holds only its path" if parts["path"] is not None else "it is damaged"
        raise UnreadableValueError(why)
    return UploadedFile(Source(Upload(name, len(content), type, str(parts["id"]), None, content)))


def _is_as_it_was(path: Path, size: int, changed: Any) -> bool:
    """Whether the file itself can stand for its content, so that the app knows its path as before."""
    try:
        found = path.stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (size, changed)
