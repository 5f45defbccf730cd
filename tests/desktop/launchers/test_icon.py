from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from desklit.desktop.launchers.icon import SIZES, IconError, draw_sizes

pytestmark = pytest.mark.usefixtures("qapp")


def inked(image):
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(image.pixelColor(x, y).alpha() > 200 for x, y in points)


@pytest.mark.parametrize("icon", ["", "🎈", ":rocket:", ":material/home:"])
def test_each_size_is_drawn_for_itself(icon):
    drawn = draw_sizes(icon, "Price list")
    assert tuple(drawn) == SIZES
    assert all((image.width(), image.height()) == (size, size) for size, image in drawn.items())
    assert all(inked(image) > image.width() ** 2 / 4 * 0.2 for image in drawn.values())


def test_names_get_their_own_colours_and_keep_them():
    colours = {
        name: draw_sizes("", name, [64])[64].pixelColor(32, 6).name() for name in ("Price list", "Order form")
    }
    assert len(set(colours.values())) == 2
    assert draw_sizes("", "Price list", [64])[64].pixelColor(32, 6).name() == colours["Price list"]


def test_a_picture_is_fitted_whole_into_the_square(tmp_path):
    wide = QImage(200, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("#00ff00"))
    wide.save(str(tmp_path / "wide.png"))
    tile = draw_sizes(str(tmp_path / "wide.png"), "x", [64])[64]
    assert tile.pixelColor(2, 32).name() == tile.pixelColor(61, 32).name() == "#00ff00"
    assert tile.pixelColor(32, 8).alpha() == tile.pixelColor(32, 56).alpha() == 0


@pytest.mark.parametrize(
    ("icon", "why"),
    [(":material/nonsense:", "nonsense"), ("gone.png", "gone.png"), ("not an icon", "not an icon")],
)
def test_what_makes_no_icon_is_refused_by_name(icon, why):
    with pytest.raises(IconError, match=why):
        draw_sizes(icon, "x")
