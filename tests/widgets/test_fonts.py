"""The bundled fonts come as they are needed, each face by itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
