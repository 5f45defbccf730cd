from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desklit.widgets.style import apply_palette, dress, style_sheet
from desklit.widgets.theme import build_theme

LIGHT, DARK = build_theme({}, "light"), build_theme({}, "dark")


def _area(qtbot: QtBot, *widgets: QWidget, dark: bool = False) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root, before_close_func=lambda _, kept=root: None)  # qtbot alone keeps no widget alive
    layout = QVBoxLayout(root)
    for widget in widgets:
        layout.addWidget(widget)
    dress(root, DARK if dark else LIGHT)
    root.resize(300, root.sizeHint().height())
    root.show()
    return root


def _color_at(widget: QWidget, x: int, y: int) -> str:
    return QColor(widget.grab().toImage().pixel(x, y)).name()


def test_every_rule_is_scoped_by_a_class() -> None:
    sheet = style_sheet(LIGHT)
    assert not re.search(r"(^|,)\s*(QWidget|\*)\s*[{,]", sheet, re.MULTILINE)
    assert "$" not in sheet


def test_buttons_are_filled_by_their_kind(qtbot: QtBot) -> None:
    plain, primary = QPushButton("a"), QPushButton("b")
    primary.setProperty("kind", "primary")
    _area(qtbot, plain, primary, dark=True)
    assert _color_at(plain, 6, 12) == DARK.face
    assert _color_at(primary, 6, 12) == DARK.primary


@pytest.mark.parametrize("kind", ["", "primary"])
def test_a_button_and_a_field_are_40_px_high(qtbot: QtBot, kind: str) -> None:
    button, field = QPushButton("a"), QLineEdit()
    button.setProperty("kind", kind)
    _area(qtbot, button, field)
    assert button.sizeHint().height() == 40
    assert field.sizeHint().height() == 40


def test_a_disabled_primary_button_has_no_fill(qtbot: QtBot) -> None:
    button = QPushButton("a")
    button.setProperty("kind", "primary")
    button.setEnabled(False)
    root = _area(qtbot, button)
    assert _color_at(root, button.x() + 6, button.y() + 12) == LIGHT.background


def test_a_focused_field_has_a_border_of_the_primary_colour(qtbot: QtBot) -> None:
    field, other = QLineEdit(), QLineEdit()
    root = _area(qtbot, field, other)
    root.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert _color_at(field, 100, 0) == LIGHT.primary
    assert _color_at(other, 100, 0) == LIGHT.border


def test_without_widget_borders_a_field_shows_only_its_face() -> None:
    theme = build_theme({"showWidgetBorder": False}, "light")
    assert theme.field_border == theme.secondary_background
    assert theme.border != theme.secondary_background


def test_round_corners_never_exceed_half_of_the_height() -> None:
    sheet = style_sheet(build_theme({"baseRadius": "200px"}, "light"))
    assert max(int(px) for px in re.findall(r"border-radius: (\d+)px", sheet)) == 19


def test_the_palette_carries_text_links_and_the_disabled_colour(qapp: QApplication) -> None:
    palette = apply_palette(DARK)
    role = QPalette.ColorRole
    assert palette.color(role.Window).name() == DARK.background
    assert palette.color(role.Link).name() == DARK.link
    assert palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name() == DARK.faint_text
    assert palette.color(role.Accent).name() == DARK.primary


def test_a_dressed_root_fills_its_ground_and_hands_on_its_font(qtbot: QtBot) -> None:
    label = QLabel("x")
    root = _area(qtbot, label, dark=True)
    assert _color_at(root, 1, 1) == DARK.background
    assert label.font().families()[0] == "Source Sans 3"
    assert label.font().pixelSize() == 16
