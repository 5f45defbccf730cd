"""The picture of a document: in it, and where file managers on Linux look for previews."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage

from ...state.private_files import write_whole

if TYPE_CHECKING:
    from ..window import Window

SIZE = QSize(256, 256)  # px, the desktop's "large"


def picture_of(window: Window) -> QImage:
    """The window, small."""
    return window.grab().toImage().scaled(
        SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def png(picture: QImage) -> bytes:
    """The picture as a PNG; empty if there is none."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def thumbnail_path(document: Path) -> Path:
    """Where a file manager looks for the preview of a file, by the rule that all desktops on Linux share."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    name = hashlib.md5(document.absolute().as_uri().encode(), usedforsecurity=False).hexdigest()
    return cache / "thumbnails" / "large" / f"{name}.png"


def show_to_file_managers(document: Path, picture: QImage) -> None:
    """Leave a preview of a document that was just written; without one it has its kind's icon."""
    if sys.platform != "linux" or picture.isNull():
        return
    labelled = QImage(picture)
    try:
        labelled.setText("Thumb::URI", document.absolute().as_uri())
        labelled.setText("Thumb::MTime", str(int(document.stat().st_mtime)))
        labelled.setText("Software", "desklit")
        place = thumbnail_path(document)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(place, png(labelled))
    except OSError:
        return
