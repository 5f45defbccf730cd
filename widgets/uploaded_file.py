"""Files that a user gave to an uploader: what is known of them, and how a script reads them. Knows no Qt."""

from __future__ import annotations

import io
import mimetypes
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from ..state.records import dataclass

OCTETS = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was chosen, as it travels between window and session.

    Args:
        name: Its name; for a file of a chosen folder with its path inside of that.
        size: Its size in bytes when it was chosen.
        type: Its MIME type.
        file_id: Tells it apart from every other choice, of the same file too.
        path: Where it lies; None for one that has only a content.
        content: The content of one without path.
    """

    name: str
    size: int
    type: str = OCTETS
    file_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    path: Path | None = None
    content: bytes | None = field(default=None, repr=False)

    @classmethod
    def of_path(cls, path: Path, name: str | None = None) -> Upload:
        """A file on disk; it is not read.

        Raises:
            OSError: There is no such file, or it may not be looked at.
        """
        shown = path.name if name is None else name
        guessed, _ = mimetypes.guess_type(path.name)
        return cls(shown, path.stat().st_size, guessed or OCTETS, path=path.absolute())

    @classmethod
    def of_bytes(cls, name: str, content: bytes, type: str = OCTETS) -> Upload:
        """A file without a place on disk, as a test gives it."""
        return cls(name, len(content), type, content=content)


class Source:
    """Reads an upload's content once and keeps it, for all the objects that scripts get over time."""

    __slots__ = ("_content", "upload")

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        self._content = upload.content

    def read(self) -> bytes:
        """The content.

        Raises:
            OSError: The file is gone, or may not be read.
        """
        if self._content is None:
            path = self.upload.path
            self._content = path.read_bytes() if path is not None else b""
        return self._content


    def peek(self) -> bytes:
        """The content, without keeping it.

        Raises:
            OSError: The file is gone, or may not be read.
        """
        path = self.upload.path
        return path.read_bytes() if self._content is None and path is not None else self.read()


class UploadedFile(io.BytesIO):
    """A file from ``st.file_uploader``: a ``BytesIO`` with a name, and with the true path.

    The content is read from disk when a script first asks for it; with ``path`` a library can open
    a large file itself.

    Example:
        >>> file = st.file_uploader("A table", "csv")
        >>> if file is not None:
        ...     st.write(file.name, file.size, file.getvalue()[:20], file.path)
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        upload = source.upload
        self._source = source
        self._loaded = False
        self.file_id = upload.file_id
        self.name = upload.name
        self.type = upload.type
        self.size = upload.size
        self.path = upload.path

    @property
    def upload(self) -> Upload:
        """What the window knows of the file."""
        return self._source.upload

    def peek(self) -> bytes:
        """All of the content, without reading on in it.

        Raises:
            OSError: The file is gone, or may not be read.
        """
        return self._source.peek()

    def reopened(self) -> UploadedFile:
        """The same file, to be read from its beginning."""
        return UploadedFile(self._source)

    def _load(self) -> None:
        if not self._loaded and not self.closed:
            content = self._source.read()
            super().__init__(content)
            self._loaded = True

    # All that needs the content; BytesIO is written in C and would look at its own buffer.

    def read(self, size: int | None = -1, /) -> bytes:
        self._load()
        return super().read(size)

    def read1(self, size: int | None = -1, /) -> bytes:
        self._load()
        return super().read1(size)

    def readinto(self, buffer: Any, /) -> int:
        self._load()
        return super().readinto(buffer)

    def readinto1(self, buffer: Any, /) -> int:
        self._load()
        return super().readinto1(buffer)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._load()
        return super().readline(size)

    def readlines(self, size: int | None = None, /) -> list[bytes]:
        self._load()
        return super().readlines(size)

    def getvalue(self) -> bytes:
        self._load()
        return super().getvalue()

    def getbuffer(self) -> memoryview:
        self._load()
        return super().getbuffer()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._load()
        return super().seek(offset, whence)

    def truncate(self, size: int | None = None, /) -> int:
        self._load()
        return super().truncate(size)

    def write(self, data: Any, /) -> int:
        self._load()
        return super().write(data)

    def writelines(self, lines: Iterable[Any], /) -> None:
        self._load()
        super().writelines(lines)

    def __iter__(self) -> Iterator[bytes]:
        self._load()
        return super().__iter__()

    def __next__(self) -> bytes:
        self._load()
        return super().__next__()

    def __reduce__(self) -> tuple[Any, ...]:
        return _reopen, (self._source.upload,)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return self.__reduce__()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UploadedFile) and self.file_id == other.file_id

    def __hash__(self) -> int:
        return hash(self.file_id)

    def __repr__(self) -> str:
        return (
            f"UploadedFile(file_id={self.file_id!r}, name={self.name!r}, type={self.type!r}, "
            f"size={self.size}, path={str(self.path) if self.path else None!r})"
        )


def _reopen(upload: Upload) -> UploadedFile:
    return UploadedFile(Source(upload))
