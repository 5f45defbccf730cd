"""A session as it is written: JSON, and bytes beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import field
from typing import Any

from ..records import dataclass
from .snapshot import Held, Snapshot
from .values import MARK, Codec, UnsavableValueError, encode

LARGEST = 1 << 30  # bytes of one part, unpacked: more than a session holds, less than a bomb


@dataclass(frozen=True, slots=True)
class Packed:
    """A snapshot whose values nothing changes any more.

    Args:
        snapshot: What it was made of; its values are those of the session itself.
        entries: The values as JSON.
        pickles: What JSON can't hold.
        blobs: The contents of files.
        left_out: What can't be saved, a line each.
    """

    snapshot: Snapshot
    entries: tuple[dict[str, Any], ...]
    pickles: tuple[bytes, ...] = field(default=(), repr=False)
    blobs: tuple[bytes, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()

    def fingerprint(self, *, own: bool = False) -> str:
        """Equal for equal values, in whichever order they came and whether or not files go along.

        Args:
            own: Look at the script's own values alone, not at those of widgets.
        """
        entries = [entry for entry in self.entries if not (own and entry["widget"])]
        texts = sorted(json.dumps(self._settled(entry), sort_keys=True) for entry in entries)
        return hashlib.sha256("\n".join(texts).encode()).hexdigest()

    def _settled(self, value: Any) -> Any:
        """JSON with what a pickle holds in the place of its number."""
        if isinstance(value, list):
            return [self._settled(each) for each in value]
        if not isinstance(value, dict):
            return value
        kind = value.get(MARK)
        if kind == "blob":
            return None
        if kind == "pickle":
            return hashlib.sha256(self.pickles[value["v"]]).hexdigest()
        return {key: self._settled(each) for key, each in value.items()}


def pack(snapshot: Snapshot, codecs: Sequence[Codec] = (), secrets: Collection[str] = ()) -> Packed:
    """Turn a session's values into what is written.

    Args:
        snapshot: The session; nothing may change its values meanwhile.
        codecs: How values of further classes are written.
        secrets: Texts that are not written.
    """
    pickles: list[bytes] = []
    blobs: list[bytes] = []
    entries: list[dict[str, Any]] = []
    left_out: list[str] = []
    for held in snapshot.held:
        before = len(pickles), len(blobs)
        try:
            value = encode(held.value, _keeper(pickles), codecs, secrets, _keeper(blobs))
        except UnsavableValueError as error:
            del pickles[before[0] :], blobs[before[1] :]
            left_out.append(f"{held.name}: {error}")
            continue
        entries.append(_entry(held, value))
    return Packed(snapshot, tuple(entries), tuple(pickles), tuple(blobs), tuple(left_out))


def _keeper(parts: list[bytes]) -> Callable[[bytes], int]:
    def keep(data: bytes) -> int:
        if len(data) > LARGEST:
            raise UnsavableValueError(f"with {len(data) / 1e9:.1f} GB it is too large")
        parts.append(data)
        return len(parts) - 1

    return keep


def _entry(held: Held, value: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {"key": held.key, "widget": held.mark, "value": value}
    if held.kind:
        entry["kind"] = held.kind
    return entry
