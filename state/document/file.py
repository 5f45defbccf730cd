"""Session documents: a zip of a readable manifest, pickles with signatures, files, and a picture.

Opening one runs no code. A pickle is read only if its signature shows that desklit wrote it for this very
user; what a document from elsewhere holds in pickles is left out, and said.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import io
import json
import zipfile
import zlib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..private_files import user_key, write_whole
from ..records import dataclass
from .packed import LARGEST, Packed, pack
from .snapshot import Held, Snapshot
from .values import Codec, UnreadableValueError, decode

ENDING = ".desklit"
FORMAT = "desklit session"
VERSION = 1
MANIFEST = "manifest.json"
SIGNATURE = f"{MANIFEST}.signature"
PICTURE = "Thumbnails/thumbnail.png"  # where programs look that show documents of other kinds, too
MOST_PARTS = 10_000


class DocumentError(Exception):
    """A document can't be read or written; the text is for the user."""


# Writing


def write_document(
    path: Path,
    snapshot: Snapshot,
    key_file: Path,
    *,
    picture: bytes = b"",
    version: str = "",
    codecs: Sequence[Codec] = (),
    secrets: Collection[str] = (),
) -> tuple[str, ...]:
    """Write a session to a file: whole, or the old file stays.

    Args:
        path: The file.
        snapshot: The session.
        key_file: The user's key.
        picture: A PNG of the window.
        version: desklit's.
        codecs: How values of further classes are written.
        secrets: Texts that are not written.

    Returns:
        What could not be saved, a line each.

    Raises:
        DocumentError: The file can't be written.
    """
    packed = pack(snapshot, codecs, secrets)
    write_packed(path, packed, key_file, picture=picture, version=version)
    return packed.left_out


def write_packed(
    path: Path, packed: Packed, key_file: Path, *, picture: bytes = b"", version: str = "", level: int = 6
) -> None:
    """Write what was packed: whole, or the old file stays.

    Args:
        path: The file.
        packed: The session.
        key_file: The user's key.
        picture: A PNG of the window.
        version: desklit's.
        level: How hard to compress, from 1 to 9.

    Raises:
        DocumentError: The file can't be written.
    """
    try:
        content = _zipped(packed, user_key(key_file), picture, version, level)
        write_whole(path, content, sync=True)
    except OSError as error:
        raise DocumentError(f"{path} can't be written: {error.strerror or error}.") from error


def _zipped(packed: Packed, key: bytes, picture: bytes, version: str, level: int) -> bytes:
    snapshot = packed.snapshot
    app = {"script": str(snapshot.script), "title": snapshot.title, "digest": snapshot.digest}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "desklit": version,
        "saved": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
        "user": _name_of(key),
        "app": app,
        "document": snapshot.document,
        "page": snapshot.page,
        "query": [[name, list(texts)] for name, texts in snapshot.query],
        "values": packed.entries,
        "signatures": [_signature(key, f"pickle {n}", data) for n, data in enumerate(packed.pickles)],
        "files": [hashlib.sha256(data).hexdigest() for data in packed.blobs],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as target:
        target.writestr(MANIFEST, text)
        target.writestr(SIGNATURE, _signature(key, MANIFEST, text))
        for number, data in enumerate(packed.pickles):
            target.writestr(f"pickles/{number}", data)
        for number, data in enumerate(packed.blobs):
            target.writestr(f"files/{number}", data)
        if picture:
            target.writestr(PICTURE, picture)
    return buffer.getvalue()


def _signature(key: bytes, name: str, data: bytes) -> str:
    signing = hmac.new(key, f"desklit document\0{name}\0".encode(), "sha256")
    signing.update(data)
    return signing.hexdigest()


def _name_of(key: bytes) -> str:
    """Tells users apart without telling the key: a document of one's own that was changed is known by it."""
    return _signature(key, "user", b"")[:16]


# Reading


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read and found whole; its values are not made yet.

    Args:
        path: The file.
        own: Whether this user's desklit wrote it, as it is.
        snapshot: What it says of the session, without the values.
        entries: The values as JSON.
        parts: Pickles and files, by their names.
        files: The digests of the files.
        picture: A PNG of the window; empty if there is none.
    """

    path: Path
    own: bool
    snapshot: Snapshot
    entries: tuple[dict[str, Any], ...]
    parts: Mapping[str, bytes]
    files: tuple[str, ...] = ()
    picture: bytes = b""

    def values(self, codecs: Sequence[Codec] = ()) -> tuple[tuple[Held, ...], tuple[str, ...]]:
        """Make the values.

        Args:
            codecs: How values of further classes are read.

        Returns:
            The values, and what could not be taken over, a line each.
        """
        made, left_out = [], []
        for entry in self.entries:
            held = Held(None, entry["key"], entry["widget"], entry.get("kind", ""))
            try:
                value = decode(entry["value"], self._pickle, codecs, self._file)
            except UnreadableValueError as error:
                left_out.append(f"{held.name}: {error}")
                continue
            made.append(Held(value, held.key, held.mark, held.kind))
        return tuple(made), tuple(left_out)

    def _pickle(self, number: int) -> bytes:
        if not self.own:
            raise UnreadableValueError("it is a pickle that this user's desklit did not write")
        return self._part(f"pickles/{number}")

    def _file(self, number: int) -> bytes:
        data = self._part(f"files/{number}")
        if not 0 <= number < len(self.files) or hashlib.sha256(data).hexdigest() != self.files[number]:
            raise UnreadableValueError("its file is not the one that was saved")
        return data

    def _part(self, name: str) -> bytes:
        try:
            return self.parts[name]
        except KeyError:
            raise UnreadableValueError(f"the document has no part {name}") from None


def read_document(path: Path, key_file: Path) -> Document:
    """Read a document.

    Args:
        path: The file.
        key_file: The user's key.

    Raises:
        DocumentError: There is no such file, it is no document, cut short, damaged, forged, or of a newer
            desklit.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            infos = packed.infolist()
            if len(infos) > MOST_PARTS or any(info.file_size > LARGEST for info in infos):
                raise DocumentError(f"{path} is damaged: it has parts that are too large.")
            parts = {info.filename: packed.read(info) for info in infos}
        return _unpacked(path, parts, user_key(key_file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        # A zip's table of contents stands at its end: one that is cut short has none.
        raise DocumentError(f"{path} is no session of desklit, or it has been cut short.") from None
    except OSError as error:
        raise DocumentError(f"{path} can't be read: {error.strerror or error}.") from None


def _unpacked(path: Path, parts: Mapping[str, bytes], key: bytes) -> Document:
    text = parts.get(MANIFEST)
    if text is None:
        raise DocumentError(f"{path} is no session of desklit: its part {MANIFEST} is missing.")
    manifest = _manifest(path, text)
    own = hmac.compare_digest(parts.get(SIGNATURE, b""), _signature(key, MANIFEST, text).encode())
    if own:
        _check_pickles(path, parts, key, manifest)
    elif manifest.get("user") == _name_of(key):
        raise DocumentError(f"{path} has been changed since it was saved. It is not opened.")
    try:
        snapshot = _told(manifest)
        entries = tuple(_checked(entry) for entry in manifest["values"])
        files = tuple(map(str, manifest.get("files", ())))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DocumentError(f"{path} is damaged: its manifest lacks {error}.") from None
    return Document(path, own, snapshot, entries, parts, files, parts.get(PICTURE, b""))


def _manifest(path: Path, text: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(text)
    except ValueError:
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise DocumentError(f"{path} is no session of desklit.")
    version = manifest.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise DocumentError(f"{path} was saved by a newer desklit ({manifest.get('desklit')}).")
    return manifest


def _check_pickles(path: Path, parts: Mapping[str, bytes], key: bytes, manifest: dict[str, Any]) -> None:
    """A pickle that is not the one that was saved beside an untouched manifest was exchanged."""
    for number, signature in enumerate(manifest.get("signatures", ())):
        data = parts.get(f"pickles/{number}", b"")
        if not hmac.compare_digest(str(signature), _signature(key, f"pickle {number}", data)):
            raise DocumentError(f"{path} has been changed since it was saved. It is not opened.")


def _told(manifest: dict[str, Any]) -> Snapshot:
    app = manifest["app"]
    return Snapshot(
        script=Path(str(app["script"])),
        title=str(app["title"]),
        page=str(manifest["page"]),
        query=tuple((str(name), tuple(map(str, texts))) for name, texts in manifest["query"]),
        digest=str(app.get("digest", "")),
        document=str(manifest.get("document", "")),
    )


def _checked(entry: dict[str, Any]) -> dict[str, Any]:
    key = entry["key"]
    return {
        "key": None if key is None else str(key),
        "widget": str(entry["widget"]),
        "kind": str(entry.get("kind", "")),
        "value": entry["value"],
    }
