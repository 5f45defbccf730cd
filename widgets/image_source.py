"""What ``st.image`` accepts, brought into one form: a ``Picture`` that can cross threads."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from ..state.errors import StreamlitAPIException, StreamlitValueError
from ..state.patterns import pattern
from ..state.records import dataclass

Form = Literal["pixels", "encoded", "file", "address"]

_MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00",
    b"P1", b"P2", b"P3", b"P4", b"P5", b"P6", b"/* XPM", b"#define", b"icns",
)  # fmt: skip
_SVG = pattern(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL)


class MediaFileStorageError(StreamlitAPIException, OSError):
    """A picture's file can't be read."""


class UnidentifiedImageError(StreamlitAPIException, OSError):
    """Bytes that are given as a picture are of no known format."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    ``pixels``: ``data`` holds rows of ``channels`` bytes (1, 3 or 4) a pixel. ``encoded``: ``data`` is
    a file's content (PNG, JPEG, SVG …). ``file`` and ``address``: ``source`` tells where it is, and
    ``stamp`` changes when the file does.
    """

    form: Form
    data: bytes = b""
    width: int = 0
    height: int = 0
    channels: int = 0
    source: str = ""
    stamp: int = 0

    def __repr__(self) -> str:
        return f"Picture({self.form}, {self.source or len(self.data)})"


def pictures_of(image: Any, *, clamp: bool, bgr: bool) -> tuple[Picture, ...]:
    """Bring one picture or a list of them into form.

    Args:
        image: A path, an address, SVG text, bytes, a file-like object, a numpy array, a PIL image,
            or a list of these.
        clamp: Cut values outside of the range instead of refusing them.
        bgr: The array's first channel is blue.

    Raises:
        MediaFileStorageError: A file can't be read.
        UnidentifiedImageError: Bytes are of no known picture format.
        StreamlitAPIException: An array has another shape or range than pictures have.
    """
    if isinstance(image, (list, tuple)):
        return tuple(picture_of(each, clamp=clamp, bgr=bgr) for each in image)
    if _is_array(image) and image.ndim == 4:
        return tuple(picture_of(each, clamp=clamp, bgr=bgr) for each in image)
    return (picture_of(image, clamp=clamp, bgr=bgr),)


def picture_of(image: Any, *, clamp: bool = False, bgr: bool = False) -> Picture:
    """Bring one picture into form; see ``pictures_of``."""
    if isinstance(image, (str, os.PathLike)):
        return _of_text(str(image))
    if isinstance(image, (bytes, bytearray, memoryview)):
        return _of_bytes(bytes(image))
    if _is_array(image):
        return _of_array(image, clamp=clamp, bgr=bgr)
    if hasattr(image, "convert") and hasattr(image, "mode") and hasattr(image, "tobytes"):
        return _of_pil(image)
    if isinstance(image, io.IOBase) or hasattr(image, "read"):
        return _of_file_object(image)
    raise StreamlitAPIException(
        f"`image` is a {type(image).__name__}. It accepts a path, bytes, a file, SVG text, a numpy array, "
        "a PIL image, or a list of these."
    )


def _is_array(image: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(image, numpy.ndarray)


def _of_text(text: str) -> Picture:
    if _SVG.match(text[:2000].encode()):
        return Picture("encoded", text.encode())
    if text.startswith(("http://", "https://")):
        return Picture("address", source=text)
    if text.startswith("data:"):
        return _of_data_address(text)
    path = Path(text)
    try:
        stat = path.stat()
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise MediaFileStorageError(
            f"The picture {text!r} can't be read: {error.strerror or error}. "
            f"Paths are looked up from {Path.cwd()}."
        ) from error
    return Picture("file", source=str(path.absolute()), stamp=hash((stat.st_mtime_ns, stat.st_size)))


def _of_data_address(text: str) -> Picture:
    import base64
    from urllib.parse import unquote_to_bytes

    head, _, body = text.partition(",")
    return _of_bytes(base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body))


def _of_bytes(data: bytes) -> Picture:
    if not data.startswith(_MAGIC) and not _SVG.match(data[:2000]) and b"ftyp" not in data[:12]:
        raise UnidentifiedImageError(
            f"These {len(data)} bytes are no picture that desklit knows (PNG, JPEG, GIF, WebP, BMP, SVG …)."
        )
    return Picture("encoded", data)


def _of_file_object(image: Any) -> Picture:
    with contextlib.suppress(AttributeError, OSError):
        image.seek(0)
    data = image.read()
    return _of_text(data) if isinstance(data, str) else _of_bytes(bytes(data))


def _of_pil(image: Any) -> Picture:
    mode = image.mode
    if mode not in ("L", "RGB", "RGBA"):
        has_alpha = "A" in mode or "transparency" in getattr(image, "info", {})
        image = image.convert("RGBA" if has_alpha else ("L" if mode in ("1", "I", "F", "I;16") else "RGB"))
    channels = {"L": 1, "RGB": 3, "RGBA": 4}[image.mode]
    return Picture("pixels", image.tobytes(), image.width, image.height, channels)


def _of_array(array: Any, *, clamp: bool, bgr: bool) -> Picture:
    if array.ndim not in (2, 3) or 0 in array.shape:
        raise StreamlitValueError(
            f"`image` is an array of the shape {array.shape}. It accepts (height, width) and "
            "(height, width, 1, 3 or 4)."
        )
    channels = array.shape[2] if array.ndim == 3 else 1
    if channels not in (1, 3, 4):
        raise StreamlitAPIException(
            f"`image` has {channels} channels, in shape {array.shape}. It accepts 1, 3 or 4."
        )
    pixels = _as_bytes(array, clamp)
    if bgr and channels >= 3:
        pixels = pixels[:, :, [2, 1, 0, *range(3, channels)]]
    return Picture("pixels", pixels.tobytes(), array.shape[1], array.shape[0], channels)


def _as_bytes(array: Any, clamp: bool) -> Any:
    """The array as unsigned bytes: fractions from 0 to 1, whole numbers from 0 to 255."""
    if array.dtype == bool:
        return array.astype("uint8") * 255
    if array.dtype == "uint8":
        return array
    top = 1.0 if array.dtype.kind == "f" else 255
    low, high = array.min(), array.max()
    if low < 0 or high > top:
        if not clamp:
            raise StreamlitAPIException(
                f"`image` holds values from {low} to {high}, outside of 0 to {top:g}. "
                "Scale them, or pass `clamp=True` to cut them off."
            )
        array = array.clip(0, top)
    return (array * 255).astype("uint8") if array.dtype.kind == "f" else array.astype("uint8")


def paired(what: str, given: Any, count: int) -> tuple[str | None, ...]:
    """One text for each picture.

    Raises:
        StreamlitAPIException: There are more or fewer texts than pictures.
    """
    if given is None:
        return (None,) * count
    texts: Sequence[Any] = given if isinstance(given, (list, tuple)) else [given]
    if len(texts) != count:
        raise StreamlitAPIException(
            f"`{what}` has {len(texts)} entries for {count} pictures. Give one for each."
        )
    return tuple(None if text is None else str(text) for text in texts)
