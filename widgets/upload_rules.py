"""Which files an uploader takes. Knows no Qt."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Sequence

from ..state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError, StreamlitValueError
from ..state.records import dataclass

_MEDIA = ("image", "audio", "video", "text")
# Two ways to write the suffix of one kind of file: whoever takes one takes the other.
_TWINS = ((".jpg", ".jpeg"), (".mpg", ".mpeg"), (".mp4", ".mpeg4"), (".tif", ".tiff"), (".htm", ".html"))
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class UploadRules:
    """What may be uploaded: suffixes (".csv") and MIME types ("image/*"), both empty for everything."""

    suffixes: tuple[str, ...] = ()
    mimes: tuple[str, ...] = ()
    megabytes: int = 200

    def takes(self, name: str, mime: str) -> bool:
        """Whether a file of this name and MIME type is one of those asked for."""
        if not self.suffixes and not self.mimes:
            return True
        if name.lower().endswith(self.suffixes):
            return True
        return any(_mime_fits(mime.lower(), wanted) for wanted in self.mimes)

    def dialog_suffixes(self) -> list[str]:
        """The suffixes for a file dialog; MIME types are those that the system knows suffixes of."""
        found = list(self.suffixes)
        for suffix, mime in sorted(mimetypes.types_map.items()):
            if any(_mime_fits(mime, wanted) for wanted in self.mimes) and suffix not in found:
                found.append(suffix)
        return found

    def words(self) -> str:
        """What is taken, for the user to read: "200MB per file • CSV, PNG"."""
        kinds = [suffix[1:].upper() for suffix in self.suffixes]
        kinds += [mime.removesuffix("/*").upper() for mime in self.mimes]
        limit = f"{size_text(self.megabytes * MEGABYTE)} per file"
        return f"{limit} \N{BULLET} {', '.join(kinds)}" if kinds else limit


def _mime_fits(mime: str, wanted: str) -> bool:
    if wanted.endswith("/*"):
        return wanted == "*/*" or mime.startswith(wanted[:-1])
    return mime == wanted


def upload_rules(type: object, max_upload_size: object, default_megabytes: int) -> UploadRules:
    """Check ``type`` and ``max_upload_size``.

    Args:
        type: A suffix, a MIME type, "image" and its like, several of them, or None.
        max_upload_size: Megabytes, or None for ``default_megabytes``.
        default_megabytes: What the option ``server.maxUploadSize`` says.

    Raises:
        StreamlitInvalidParameterTypeError: ``type`` is neither text nor several texts.
        StreamlitValueError: ``max_upload_size`` is no whole number above 0.
    """
    suffixes, mimes = [], []
    for kind in _kinds(type):
        word = kind.strip().lower()
        if word in _MEDIA:
            mimes.append(f"{word}/*")
        elif "/" in word:
            mimes.append(word)
        elif word.strip("."):
            suffixes.append("." + word.lstrip("."))
    for pair in _TWINS:
        for one, other in (pair, pair[::-1]):
            if one in suffixes and other not in suffixes:
                suffixes.append(other)
    megabytes = default_megabytes
    if max_upload_size is not None:
        if not isinstance(max_upload_size, int) or isinstance(max_upload_size, bool) or max_upload_size <= 0:
            raise StreamlitValueError(
                f"`max_upload_size` is {max_upload_size!r}. It accepts whole megabytes above 0, or None "
                "for the option `server.maxUploadSize`."
            )
        megabytes = max_upload_size
    return UploadRules(tuple(dict.fromkeys(suffixes)), tuple(dict.fromkeys(mimes)), megabytes)


def _kinds(type: object) -> Sequence[str]:
    if type is None:
        return ()
    kinds = [type] if isinstance(type, str) else list(type) if isinstance(type, Iterable) else None
    if kinds is None or not all(isinstance(kind, str) for kind in kinds):
        raise StreamlitInvalidParameterTypeError(
            '`type` accepts a suffix such as "csv", a MIME type such as "image/*", several of them, or None; '
            f"it is {type!r}."
        )
    return kinds


def check_names(names: Iterable[str], rules: UploadRules) -> None:
    """See that uploads bear an allowed suffix, as far as the rules name nothing but suffixes.

    Raises:
        StreamlitAPIException: One does not.
    """
    if not rules.suffixes or rules.mimes:
        return
    for name in names:
        if not name.lower().endswith(rules.suffixes):
            allowed = ", ".join(rules.suffixes)
            raise StreamlitAPIException(f"The file `{name}` is not of a type that `type` allows: {allowed}.")


def size_text(size: int) -> str:
    """A size in bytes, short: "1.4MB"."""
    if size < 1024:
        return f"{size}B"
    amount = size / 1024
    units = ["KB", "MB", "GB"]
    while amount >= 1024 and len(units) > 1:
        amount /= 1024
        del units[0]
    return f"{amount:.1f}".removesuffix(".0") + units[0]
