from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

import desklit

GALLERY = Path(desklit.__file__).parent / "samples" / "gallery.py"


@pytest.fixture
def gallery(app, qtbot):
    window = app.open(GALLERY)
    with qtbot.waitSignal(window.settled, timeout=60_000):
        window.show()
    return window


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_everything_that_tab_stops_at_has_a_name(gallery):
    stops = [stop for area in gallery.areas.values() for stop in area.focus_stops()]
    assert len(stops) > 100
    nameless = {
        f"{type(stop).__name__} in {type(stop.parentWidget()).__name__}"
        for stop in stops
        if not name_of(stop)
    }
    assert nameless == set()


def test_everything_that_tab_stops_at_has_a_role_of_its_own(gallery):
    stops = [stop for area in gallery.areas.values() for stop in area.focus_stops()]
    none = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    plain = {
        type(stop).__name__ for stop in stops if QAccessible.queryAccessibleInterface(stop).role() in none
    }
    # Painted by itself; from Python a widget can't be given a role that none of Qt's classes has.
    assert plain <= {"JsonView"}


def test_the_parts_of_the_window_have_names(gallery):
    header = gallery.header
    parts = (header.menu, header.unfold, header.stop, gallery.sidebar.fold_button, gallery.sidebar.grip)
    for widget in parts:
        assert name_of(widget)


def test_tab_reaches_the_window_s_own_buttons_too(gallery, qtbot):
    parts = (gallery.header.menu, gallery.sidebar.fold_button, gallery.sidebar.grip)
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in parts)
