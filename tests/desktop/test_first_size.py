from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from desklit.desktop.first_size import fitted


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1040), (1080, 800)),  # as wished
        ((1366, 728), (1080, 680)),  # a small notebook, below its panel
        ((800, 550), (784, 502)),  # a screen of twice the sharpness
    ],
)
def test_a_window_opens_within_its_screen(screen, size):
    assert fitted(QSize(1080, 800), QSize(*screen)) == QSize(*size)
