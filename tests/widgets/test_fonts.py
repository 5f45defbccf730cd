"""The bundled fonts come as they are needed, each face by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

import desklit
from desklit.widgets.fonts import ICON_FAMILY, load_fonts

_ASSETS = Path(desklit.__file__).parent / "widgets" / "assets"
_FONTS = sorted(path for path in _ASSETS.iterdir() if path.suffix != ".txt")
_CODE = """
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
app = QApplication(["x", "-platform", "offscreen"])
from desklit.widgets.markdown.rich_text import RichText
from desklit.widgets.scene import Scene
from desklit.widgets.theme import build_theme
text = RichText({source!r}, Scene(build_theme({{}}, "light")))
print("SemiBold" in QFontDatabase.styles("Source Sans 3"), "Italic" in QFontDatabase.styles("Source Sans 3"))
"""


@pytest.mark.parametrize(
    ("source", "there"),
    [
        ("plain", "False False"),
        ("a [link](https://example.org)", "False False"),
        ("**bold**", "True True"),
        ("*slanted*", "True True"),
        ("## Heading", "True True"),
    ],
)
def test_bold_and_slanted_words_bring_their_faces_along(source: str, there: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE.format(source=source)], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == there, done.stderr


@pytest.mark.parametrize("font", _FONTS, ids=lambda font: font.name)
def test_a_bundled_font_is_not_compressed(font: Path) -> None:
    assert font.read_bytes()[:4] == b"\0\1\0\0"  # else Qt unpacks it again and again, in the window's thread


@pytest.mark.usefixtures("qapp")
def test_an_icons_name_is_drawn_as_one_sign() -> None:
    load_fonts(["icons"])
    metrics = QFontMetricsF(QFont(ICON_FAMILY, 20))
    assert metrics.horizontalAdvance("notifications") == pytest.approx(metrics.horizontalAdvance("home"))
