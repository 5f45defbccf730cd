"""Pictures of an app, compared with those of an earlier day."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from ...state.records import dataclass

CLOSE = 8  # of 255: what a channel may differ by before a pixel counts as another
_GAP = 16
_FOLDER = "screenshots"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two pictures differ.

    Args:
        share: The share of pixels that differ, 0 to 1.
        mask: Where they differ: 255, elsewhere 0; None if the sizes differ.
    """

    share: float
    mask: QImage | None


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of one test file.

    Args:
        test: The test file; the pictures lie in the folder ``screenshots`` beside it.
        failures: Where to write what differs.
        update: Whether to take new pictures instead of comparing.
    """

    test: Path
    failures: Path
    update: bool

    def baseline(self, name: str, ratio: float) -> Path:
        """Where a picture lies. Platforms draw texts differently, so each has its own."""
        return self.test.parent / _FOLDER / self.test.stem / f"{_safe(name)}.{platform_name(ratio)}.png"

    def compare(self, picture: QImage, name: str, tolerance: float) -> str:
        """Compare a picture, or keep it when pictures are to be updated.

        Args:
            picture: What is to be seen.
            name: What the picture is called, unique within the test file.
            tolerance: The share of pixels that may differ, 0 to 1.

        Returns:
            What is wrong; "" if nothing is.
        """
        baseline = self.baseline(name, picture.devicePixelRatio())
        if self.update:
            baseline.parent.mkdir(parents=True, exist_ok=True)
            if not picture.save(str(baseline)):
                return f"The picture could not be written to {baseline}."
            return ""
        stem = f"{self.test.stem}-{_safe(name)}"
        actual, diff = (self.failures / f"{stem}.{kind}.png" for kind in ("actual", "diff"))
        if not baseline.is_file():
            self._write(picture, actual)
            return (
                f"There is no picture {name!r} for {platform_name(picture.devicePixelRatio())}: {baseline}\n"
                f"What is to be seen now: {actual}\nKeep it by running with --update-screenshots."
            )
        before = QImage(str(baseline))
        found = difference(before, picture)
        if found.share <= tolerance:
            return ""
        self._write(picture, actual)
        self._write(diff_picture(before, picture, found.mask), diff)
        return (
            f"{_differs(before, picture, found, tolerance)} the picture {name!r}.\n"
            f"Before: {baseline}\nNow:    {actual}\nBoth, and what differs: {diff}\n"
            "If it is meant to be so, run with --update-screenshots."
        )

    def _write(self, picture: QImage, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(path))


def platform_name(ratio: float = 1.0) -> str:
    """The platform that draws, such as "linux-offscreen", with the pixel ratio where it is not 1."""
    name = f"{sys.platform}-{QGuiApplication.platformName()}"
    return name if ratio == 1 else f"{name}@{ratio:g}x"


def difference(before: QImage, now: QImage) -> Comparison:
    """Compare two pictures pixel by pixel."""
    if before.size() != now.size():
        return Comparison(1.0, None)
    both = before.convertToFormat(QImage.Format.Format_RGB32)
    other = now.convertToFormat(QImage.Format.Format_RGB32)
    both.setDevicePixelRatio(1)
    other.setDevicePixelRatio(1)
    painter = QPainter(both)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    # Four bytes a pixel, the last one without meaning; Python's long numbers do the arithmetic at once.
    raw = bytes(both.constBits()).translate(bytes(CLOSE + 1) + b"\1" * (255 - CLOSE))
    blue, green, red = (int.from_bytes(raw[channel::4], "little") for channel in range(3))
    differs = blue | green | red
    pixels = both.width() * both.height()
    marks = differs.to_bytes(pixels, "little").translate(b"\0" + b"\xff" * 255)
    mask = QImage(marks, both.width(), both.height(), both.width(), QImage.Format.Format_Grayscale8)
    return Comparison(differs.bit_count() / max(1, pixels), mask.copy())


def diff_picture(before: QImage, now: QImage, mask: QImage | None) -> QImage:
    """Both pictures side by side, and, where they can be compared, what differs in red."""
    parts = [("before", _plain(before)), ("now", _plain(now))]
    if mask is not None:
        parts.append(("what differs", _marked(_plain(now), mask)))
    width = sum(part.width() + _GAP for _, part in parts) + _GAP
    height = max(part.height() for _, part in parts) + 3 * _GAP
    sheet = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#5f6368"))
    painter = QPainter(sheet)
    font = QFont(painter.font())
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    x = _GAP
    for title, part in parts:
        painter.drawText(QRect(x, 0, part.width(), 2 * _GAP), Qt.AlignmentFlag.AlignVCenter, title)
        painter.drawImage(x, 2 * _GAP, part)
        x += part.width() + _GAP
    painter.end()
    return sheet


def _marked(picture: QImage, mask: QImage) -> QImage:
    faint = QImage(picture.size(), QImage.Format.Format_RGB32)
    faint.fill(QColor("#ffffff"))
    painter = QPainter(faint)
    painter.setOpacity(0.25)
    painter.drawImage(0, 0, picture)
    painter.setOpacity(1.0)
    red = QImage(picture.size(), QImage.Format.Format_ARGB32)
    red.fill(QColor("#d00000"))
    red.setAlphaChannel(mask)
    painter.drawImage(0, 0, red)
    painter.end()
    return faint


def _plain(picture: QImage) -> QImage:
    plain = picture.copy()
    plain.setDevicePixelRatio(1)
    return plain


def _differs(before: QImage, now: QImage, found: Comparison, tolerance: float) -> str:
    if found.mask is None:
        sizes = [f"{image.width()} × {image.height()}" for image in (before, now)]
        return f"It is {sizes[1]} px now and was {sizes[0]} px in"
    return f"{found.share:.2%} of the pixels (allowed: {tolerance:.2%}) differ from"


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name)
