"""Session documents: a zip of a readable manifest, pickles with signatures, and a picture.

Opening one runs no code. A pickle is read only if its signature shows that desklit wrote it for this very
user; what a document from elsewhere holds in pickles is left out, and said.
"""

from __future__ import annotations

import datetime as dt
import hmac
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..private_files import user_key, write_whole
from ..records import dataclass
from .snapshot import Held, Snapshot
from .values import UnreadableValueError, UnsavableValueError, decode, encode

ENDING = ".desklit"
FORMAT = "desklit session"
VERSION = 1
MANIFEST = "manifest.json"
PICTURE = "picture.png"
LARGEST = 1 << 30  # bytes of one part, unpacked: more than a session holds, less than a bomb


class DocumentError(Exception):
    """A document can't be read or written; the text is for the user."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was read.

    Args:
        snapshot: What it holds.
        own: Whether this user's desklit wrote it, as it is.
        left_out: What could not be taken over, a line each.
        picture: A PNG of the window; empty if there is none.
    """

    snapshot: Snapshot
    own: bool
    left_out: tuple[str, ...] = ()
    picture: bytes = b""


def write_document(
    path: Path, snapshot: Snapshot, key_file: Path, *, picture: bytes = b"", version: str = ""
) -> tuple[str, ...]:
    """Write a session to a file: whole, or the old file stays.

    Args:
        path: The file.
        snapshot: The session.
        key_file: The user's key.
        picture: A PNG of the window.
        version: desklit's.

    Returns:
        What could not be saved, a line each.

    Raises:
        DocumentError: The file can't be written.
    """
    try:
        key = user_key(key_file)
        content, left_out = _packed(snapshot, key, picture, version)
        write_whole(path, content, sync=True)
    except OSError as error:
        raise DocumentError(f"{path} can't be written: {error.strerror or error}.") from error
    return left_out


def _packed(snapshot: Snapshot, key: bytes, picture: bytes, version: str) -> tuple[bytes, tuple[str, ...]]:
    pickles: list[bytes] = []

    def keep(data: bytes) -> int:
        pickles.append(data)
        return len(pickles) - 1

    entries, left_out = [], []
    for held in snapshot.held:
        before = len(pickles)
        try:
            value = encode(held.value, keep)
        except UnsavableValueError as error:
            del pickles[before:]
            left_out.append(f"{held.key or 'a widget without key'}: {error}")
            continue
        entries.append({"key": held.key, "widget": held.mark, "value": value})
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "desklit": version,
        "saved": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
        "app": {"script": str(snapshot.script), "title": snapshot.title},
        "page": snapshot.page,
        "query": [[name, list(texts)] for name, texts in snapshot.query],
        "values": entries,
        "signatures": [_signature(key, f"pickle {number}", data) for number, data in enumerate(pickles)],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(MANIFEST, text)
        packed.writestr(f"{MANIFEST}.signature", _signature(key, MANIFEST, text))
        for number, data in enumerate(pickles):
            packed.writestr(f"pickles/{number}", data)
        if picture:
            packed.writestr(PICTURE, picture)
    return buffer.getvalue(), tuple(left_out)


def _signature(key: bytes, name: str, data: bytes) -> str:
    signing = hmac.new(key, f"desklit document\0{name}\0".encode(), "sha256")
    signing.update(data)
    return signing.hexdigest()


def read_document(path: Path, key_file: Path) -> Opened:
    """Read a document.

    Args:
        path: The file.
        key_file: The user's key.

    Raises:
        DocumentError: There is no such file, it is no document, cut short, damaged, or of a newer desklit.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            damaged = packed.testzip()
            if damaged is not None:
                raise DocumentError(f"{path} is damaged: its part {damaged} can't be read.")
            return _unpacked(path, packed, user_key(key_file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        # A zip's table of contents stands at its end: one that is cut short has none.
        raise DocumentError(f"{path} is no session of desklit, or it has been cut short.") from None
    except OSError as error:
        raise DocumentError(f"{path} can't be read: {error.strerror or error}.") from None


def _unpacked(path: Path, packed: zipfile.ZipFile, key: bytes) -> Opened:
    text = _part(path, packed, MANIFEST)
    manifest = _manifest(path, text)
    signed = _part(path, packed, f"{MANIFEST}.signature", default=b"").decode("ascii", "replace")
    own = hmac.compare_digest(signed.encode(), _signature(key, MANIFEST, text).encode())
    fetch = _fetcher(path, packed, key, manifest)
    held, left_out = [], []
    try:
        for entry in manifest["values"]:
            name = entry["key"]
            try:
                value = decode(entry["value"], fetch)
            except UnreadableValueError as error:
                left_out.append(f"{name or 'a widget without key'}: {error}")
                continue
            held.append(Held(value, name, str(entry["widget"])))
        snapshot = Snapshot(
            script=Path(str(manifest["app"]["script"])),
            title=str(manifest["app"]["title"]),
            held=tuple(held),
            page=str(manifest["page"]),
            query=tuple((str(name), tuple(map(str, texts))) for name, texts in manifest["query"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DocumentError(f"{path} is damaged: its manifest lacks {error}.") from None
    return Opened(snapshot, own, tuple(left_out), _part(path, packed, PICTURE, default=b""))


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


def _fetcher(
    path: Path, packed: zipfile.ZipFile, key: bytes, manifest: dict[str, Any]
) -> Callable[[int], bytes]:
    signatures = manifest.get("signatures", [])

    def fetch(number: int) -> bytes:
        data = _part(path, packed, f"pickles/{number}")
        given = str(signatures[number]) if 0 <= number < len(signatures) else ""
        if not hmac.compare_digest(given.encode(), _signature(key, f"pickle {number}", data).encode()):
            raise UnreadableValueError("it is a pickle that this user's desklit did not write")
        return data

    return fetch


def _part(path: Path, packed: zipfile.ZipFile, name: str, default: bytes | None = None) -> bytes:
    try:
        if packed.getinfo(name).file_size > LARGEST:
            raise DocumentError(f"{path} is damaged: its part {name} is too large.")
        return packed.read(name)
    except KeyError:
        if default is None:
            raise DocumentError(f"{path} is damaged: its part {name} is missing.") from None
        return default
