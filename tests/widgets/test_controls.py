from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desklit.widgets.controls import (
    Calendar,
    CheckBox,
    Chevron,
    ComboBox,
    FieldFrame,
    FocusHalo,
    Popup,
    RadioButton,
    SliderTrack,
    Spinner,
    StepButton,
    Toggle,
)
from desklit.widgets.controls.field import FocusTrail
from desklit.widgets.theme import build_theme

LIGHT, DARK = build_theme({}, "light"), build_theme({}, "dark")


def _show(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root, before_close_func=lambda _, kept=root: None)  # qtbot alone keeps no widget alive
    layout = QVBoxLayout(root)
    layout.setContentsMargins(16, 16, 16, 16)
    for widget in widgets:
        layout.addWidget(widget)
    root.resize(300, root.sizeHint().height())
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    return root


def _track(qtbot: QtBot, last: int = 100, positions: tuple[int, ...] = (40,)) -> SliderTrack:
    track = SliderTrack(LIGHT, last, positions)
    _show(qtbot, track)
    track.setFixedWidth(212)  # 200 px of track, 6 px at each end
    return track


@pytest.mark.parametrize("kind", [CheckBox, Toggle, RadioButton])
def test_a_click_and_the_space_bar_turn_it(qtbot: QtBot, kind: type[CheckBox | Toggle | RadioButton]) -> None:
    mark = kind(LIGHT, "Agree")
    _show(qtbot, mark)
    with qtbot.waitSignal(mark.clicked):
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert mark.isChecked()
    mark.setFocus()
    with qtbot.waitSignal(mark.clicked):
        qtbot.keyClick(mark, Qt.Key.Key_Space)
    assert mark.isChecked() == isinstance(mark, RadioButton)


@pytest.mark.parametrize("kind", [CheckBox, Toggle, RadioButton])
def test_a_disabled_one_does_not_turn(qtbot: QtBot, kind: type[CheckBox | Toggle | RadioButton]) -> None:
    mark = kind(LIGHT, "Agree")
    mark.setEnabled(False)
    _show(qtbot, mark)
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert not mark.isChecked()


def test_radio_buttons_exclude_each_other_and_answer_arrow_keys(qtbot: QtBot) -> None:
    first, second = RadioButton(LIGHT, "a"), RadioButton(LIGHT, "b")
    _show(qtbot, first, second)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_radio_buttons_in_a_group_exclude_each_other_across_parents(qtbot: QtBot) -> None:
    first, second, group = RadioButton(LIGHT, "a"), RadioButton(LIGHT, "b"), QButtonGroup()
    frames = [QWidget(), QWidget()]
    for frame, button in zip(frames, (first, second), strict=True):
        QVBoxLayout(frame).addWidget(button)
        group.addButton(button)
    _show(qtbot, *frames)
    for chosen, other in ((first, second), (second, first), (first, second), (first, second)):
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        assert (chosen.isChecked(), other.isChecked(), group.checkedButton()) == (True, False, chosen)


def test_assistive_technology_learns_role_name_and_state(qtbot: QtBot) -> None:
    box, radio, track = CheckBox(LIGHT, "Agree"), RadioButton(LIGHT, "One"), SliderTrack(LIGHT, 10, (3,))
    box.setChecked(True)
    track.setAccessibleName("Size")
    _show(qtbot, box, radio, track)
    faces = [QAccessible.queryAccessibleInterface(widget) for widget in (box, radio, track)]
    assert [face.role() for face in faces] == [
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
    ]
    assert [face.text(QAccessible.Text.Name) for face in faces] == ["Agree", "One", "Size"]
    assert track.value() == 3


def test_a_ticked_box_is_filled_with_the_primary_colour(qtbot: QtBot) -> None:
    box = CheckBox(DARK)
    box.setChecked(True)
    _show(qtbot, box)
    middle = box.mark_rect().center()
    image = box.grab().toImage()
    assert QColor(image.pixel(3, middle.y() - 4)).name() == DARK.primary


def test_the_knob_of_a_toggle_slides_to_the_other_end(qtbot: QtBot) -> None:
    toggle = Toggle(LIGHT)
    _show(qtbot, toggle)

    def color_at_left() -> str:
        return QColor(toggle.grab().toImage().pixel(8, toggle.mark_rect().center().y())).name()

    assert color_at_left() == "#ffffff"
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: color_at_left() in (LIGHT.primary, LIGHT.primary_hover))


def test_a_click_on_the_track_moves_the_handle_there(qtbot: QtBot) -> None:
    track = _track(qtbot)
    with qtbot.waitSignals([track.moved, track.released]):
        qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 150, 28))
    assert track.positions() == (75,)


def test_a_click_on_the_handle_changes_nothing(qtbot: QtBot) -> None:
    track = _track(qtbot)
    seen: list[object] = []
    track.moved.connect(lambda low, high: seen.append(low))
    track.released.connect(lambda low, high: seen.append(low))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 83, 28))
    assert seen == []


def test_dragging_tells_each_step_and_the_end(qtbot: QtBot) -> None:
    track = _track(qtbot, last=10, positions=(4,))
    moves: list[object] = []
    track.moved.connect(lambda low, high: moves.append(low))
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 80, 28))
    assert track.is_held
    qtbot.mouseMove(track, QPoint(6 + 101, 28))
    qtbot.mouseMove(track, QPoint(900, 28))
    with qtbot.waitSignal(track.released) as released:
        qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(900, 28))
    assert moves == [5, 10]
    assert released.args == [10, 10]


@pytest.mark.parametrize(
    ("key", "position"),
    [
        (Qt.Key.Key_Right, 41),
        (Qt.Key.Key_Up, 41),
        (Qt.Key.Key_Left, 39),
        (Qt.Key.Key_Down, 39),
        (Qt.Key.Key_PageUp, 50),
        (Qt.Key.Key_PageDown, 30),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys_move_the_handle(qtbot: QtBot, key: Qt.Key, position: int) -> None:
    track = _track(qtbot)
    with qtbot.waitSignals([track.moved, track.released]):
        qtbot.keyClick(track, key)
    assert track.positions() == (position,)


def test_of_two_handles_the_nearer_one_moves_and_none_passes_the_other(qtbot: QtBot) -> None:
    track = _track(qtbot, positions=(25, 75))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 120, 28))
    assert track.positions() == (25, 60)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 50, 28))
    qtbot.mouseMove(track, QPoint(6 + 190, 28))
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 190, 28))
    assert track.positions() == (60, 60)


def test_two_handles_on_one_place_part_by_the_way_they_are_dragged(qtbot: QtBot) -> None:
    for target, expected in ((20, (20, 50)), (80, (50, 80))):
        track = _track(qtbot, positions=(50, 50))
        qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 100, 28))
        qtbot.mouseMove(track, QPoint(6 + 2 * target, 28))
        qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 2 * target, 28))
        assert track.positions() == expected


def test_tab_goes_from_the_first_handle_to_the_second_and_then_on(qtbot: QtBot) -> None:
    track, after = SliderTrack(LIGHT, 100, (25, 75)), QLineEdit()
    _show(qtbot, track, after)
    track.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.keyClick(track, Qt.Key.Key_Tab)
    assert track.active == 1
    qtbot.keyClick(track, Qt.Key.Key_Left)
    assert track.positions() == (26, 74)
    qtbot.keyClick(track, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_setting_positions_emits_nothing_and_stays_on_the_track(qtbot: QtBot) -> None:
    track = _track(qtbot)
    seen: list[object] = []
    track.moved.connect(lambda low, high: seen.append(low))
    track.released.connect(lambda low, high: seen.append(low))
    track.set_positions((300,))
    track.set_track(10, (2, 7), str)
    assert track.positions() == (2, 7)
    assert seen == []


def test_a_track_may_have_more_positions_than_32_bits(qtbot: QtBot) -> None:
    track = _track(qtbot, last=10**12, positions=(0,))
    with qtbot.waitSignal(track.moved) as moved:
        qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(6 + 100, 28))
    assert moved.args == [5 * 10**11, 5 * 10**11]


def test_a_track_without_length_stands_still(qtbot: QtBot) -> None:
    track = _track(qtbot, last=0, positions=(0,))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(100, 28))
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert track.positions() == (0,)


def test_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    track, combo = SliderTrack(LIGHT, 100, (40,)), ComboBox(LIGHT)
    combo.addItems(["a", "b"])
    _show(qtbot, track, combo)
    for widget in (track, combo):
        event = QWheelEvent(
            QPointF(9, 9),
            widget.mapToGlobal(QPointF(9, 9)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
    assert track.positions() == (40,)
    assert combo.currentIndex() == 0


def test_the_keyboard_brings_a_ring_and_the_mouse_takes_it_away(qtbot: QtBot, qapp: QApplication) -> None:
    halo = FocusHalo(qapp)
    box, field = CheckBox(LIGHT, "a"), QLineEdit()
    root = _show(qtbot, field, box)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    ring = halo.ring
    assert box.hasFocus()
    assert ring is not None
    assert ring.parentWidget() is root
    mark = box.mark_rect().translated(box.pos())
    assert ring.geometry() == mark.adjusted(-3, -3, 3, 3)
    box.move(box.pos() + QPoint(0, 5))
    assert ring.geometry().top() == mark.top() + 2
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert halo.ring is None
    halo.deleteLater()


def test_a_field_frame_is_coloured_while_a_part_has_the_focus(qtbot: QtBot) -> None:
    frame, other = FieldFrame(LIGHT), QLineEdit()
    inner, up = QLineEdit(), StepButton(LIGHT, "+", is_last=True)
    layout = QHBoxLayout(frame)
    layout.addWidget(inner)
    layout.addWidget(up)
    _show(qtbot, frame, other)
    inner.setFocus()
    assert frame.is_focused
    with qtbot.waitSignal(up.clicked):
        qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert inner.hasFocus()
    other.setFocus()
    assert not frame.is_focused


def test_a_spinner_turns_only_while_it_is_seen(qtbot: QtBot) -> None:
    spinner = Spinner(LIGHT)
    assert not spinner.is_turning
    root = _show(qtbot, spinner)
    assert spinner.is_turning
    root.hide()
    assert not spinner.is_turning


def test_a_chevron_turns(qtbot: QtBot) -> None:
    chevron = Chevron(LIGHT)
    _show(qtbot, chevron)
    before = chevron.grab().toImage()
    chevron.point("right")
    assert chevron.direction == "right"
    assert chevron.grab().toImage() != before


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_popup_opens_below_its_field_and_closes_on_escape(qtbot: QtBot) -> None:
    field = QLineEdit()
    _show(qtbot, field)
    popup = Popup(LIGHT, parent=field)
    popup.add(CheckBox(LIGHT, "inside"))
    popup.open_at(field, field.width())
    qtbot.waitUntil(popup.isVisible)
    sheet = popup.sheet.mapToGlobal(QPoint(0, 0))
    below = field.mapToGlobal(QPoint(0, field.height()))
    assert (sheet.x(), popup.sheet.width()) == (below.x(), field.width())
    assert sheet.y() == below.y() + 4
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_calendar_shows_seven_days_and_marks_a_span(qtbot: QtBot) -> None:
    calendar = Calendar(DARK)
    calendar.setSelectedDate(QDate(2026, 3, 14))
    _show(qtbot, calendar)
    plain = calendar.grab().toImage()
    calendar.mark_span(QDate(2026, 3, 10), QDate(2026, 3, 14))
    qtbot.waitUntil(lambda: calendar.grab().toImage() != plain)
    calendar.mark_span(None, None)
    qtbot.waitUntil(lambda: calendar.grab().toImage() == plain)


@pytest.mark.parametrize("kind", [CheckBox, Toggle, RadioButton])
def test_another_theme_is_taken_over(qtbot: QtBot, kind: type[CheckBox | Toggle | RadioButton]) -> None:
    mark = kind(LIGHT)
    _show(qtbot, mark)
    before = mark.grab().toImage()
    mark.set_theme(build_theme({"baseFontSize": 32}, "dark"))
    assert mark.sizeHint().height() >= 32
    assert mark.grab().toImage() != before


def test_without_a_compositor_a_popup_is_cut_to_its_sheet(qtbot, monkeypatch):
    from desklit.widgets.controls import popup as module
    from desklit.widgets.theme import build_theme

    monkeypatch.setattr(module, "composites", lambda: False)
    anchor = QWidget()
    qtbot.addWidget(anchor)
    anchor.show()
    sheet = module.Popup(build_theme({}, "light"), parent=anchor)
    sheet.add(QLabel("inside"))
    sheet.open_at(anchor, 200)
    assert not sheet.mask().isEmpty()
    assert sheet.mask().boundingRect().width() <= 201
    sheet.hide()


def test_fields_share_one_connection_that_follows_the_focus(qtbot: QtBot) -> None:
    frames = [FieldFrame(LIGHT) for _ in range(3)]
    lines = [QLineEdit(frame) for frame in frames]
    _show(qtbot, *frames)
    app = QApplication.instance()
    assert app is not None
    assert len(app.findChildren(FocusTrail)) == 1
    for line in lines:
        line.setFocus()
        assert [frame.is_focused for frame in frames] == [line.parent() is frame for frame in frames]
    lines[-1].deleteLater()
    qtbot.waitUntil(lambda: not frames[-1].is_focused)
