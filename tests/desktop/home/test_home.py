from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desklit.desktop.home.home import Home
from desklit.desktop.home.samples import Sample
from desklit.desktop.preferences import Preferences
from desklit.state.config import Config

LEFT = Qt.MouseButton.LeftButton


class Opened(QObject):
    failed = Signal(Path, str)
    ended = Signal()


class Driver:
    def __init__(self, home):
        self.home = home
        self.opened = []
        self.openings = []

    def open(self, script):
        self.opened.append(script)
        self.openings.append(Opened(self.home))
        return self.openings[-1]

    def card(self, title):
        cards = [*self.home.recent.cards, *self.home.samples.cards]
        return next(card for card in cards if card.text() == title)

    def shown(self):
        return [card.text() for shelf in (self.home.recent, self.home.samples) for card in shelf.cards]


@pytest.fixture
def driver(qtbot, recents, script, tmp_path):
    for name in ("a.py", "b.py", "c.py"):
        recents.note(script(name), name[0].upper() * 3)
    brought = (Sample(script("tour.py"), "Tour", "A walk"),)
    driver = Driver(None)
    preferences = Preferences(tmp_path / "preferences.ini")
    config = Config.load(home=tmp_path, cwd=tmp_path, env={})
    driver.home = Home(recents, preferences, config, brought=brought, opener=driver.open)
    qtbot.addWidget(driver.home)
    driver.home.resize(560, 700)
    with qtbot.waitExposed(driver.home):
        driver.home.show()
    driver.home.activateWindow()
    return driver


def test_recent_apps_and_samples_are_shown(driver):
    assert driver.shown() == ["CCC", "BBB", "AAA", "Tour"]


def test_a_click_opens_an_app(driver, script):
    QTest.mouseClick(driver.card("BBB"), LEFT)
    assert driver.opened == [script("b.py")]


def test_arrow_keys_go_from_card_to_card_and_enter_opens(driver, script, qtbot):
    QTest.keyClick(driver.home, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: driver.card("CCC").hasFocus())
    QTest.keyClick(driver.card("CCC"), Qt.Key.Key_Right)
    QTest.keyClick(driver.card("BBB"), Qt.Key.Key_Left)
    QTest.keyClick(driver.card("CCC"), Qt.Key.Key_Down)
    assert driver.card("AAA").hasFocus()
    QTest.keyClick(driver.card("AAA"), Qt.Key.Key_Down)
    assert driver.card("Tour").hasFocus()
    QTest.keyClick(driver.card("Tour"), Qt.Key.Key_Up)
    QTest.keyClick(driver.card("AAA"), Qt.Key.Key_Return)
    assert driver.opened == [script("a.py")]


def test_typing_anywhere_searches_and_enter_opens_the_first(driver, script):
    QTest.keyClicks(driver.home, "b")
    QTest.keyClicks(driver.home.search, "b")
    assert driver.shown() == ["BBB"]
    QTest.keyClick(driver.home.search, Qt.Key.Key_Return)
    assert driver.opened == [script("b.py")]


def test_enter_opens_what_is_called_so_rather_than_what_only_mentions_it(driver, script):
    QTest.keyClicks(driver.home, "a")  # they lie in a folder whose path has one
    assert driver.shown()[0] == "CCC"
    QTest.keyClick(driver.home.search, Qt.Key.Key_Return)
    assert driver.opened == [script("a.py")]


def test_a_search_without_a_hit_says_so_and_escape_ends_it(driver):
    QTest.keyClicks(driver.home, "z")
    assert driver.home.nothing.isVisible()
    assert driver.shown() == []
    QTest.keyClick(driver.home.search, Qt.Key.Key_Escape)
    assert driver.shown() == ["CCC", "BBB", "AAA", "Tour"]
    assert not driver.home.nothing.isVisible()


def test_a_vanished_script_is_said_and_can_be_taken_off_the_list(driver, script, recents):
    script("b.py").unlink()
    driver.home.refresh()
    assert driver.card("BBB").is_missing
    QTest.mouseClick(driver.card("BBB"), LEFT)
    assert driver.opened == []
    (notice,) = driver.home.notices.shown
    assert "not there any more" in notice.label.accessibleName()
    QTest.mouseClick(notice.buttons[0], LEFT)
    assert driver.shown() == ["CCC", "AAA", "Tour"]
    assert len(recents.apps()) == 2


def test_delete_takes_an_app_off_the_list(driver):
    driver.card("CCC").setFocus()
    QTest.keyClick(driver.card("CCC"), Qt.Key.Key_Delete)
    assert driver.shown() == ["BBB", "AAA", "Tour"]


def test_a_sample_can_not_be_deleted(driver):
    QTest.keyClick(driver.card("Tour"), Qt.Key.Key_Delete)
    assert "Tour" in driver.shown()


def test_the_menu_pins_and_unpins(driver):
    def choose(title, name):
        entries = driver.home.entries(driver.card(title))
        next(entry for entry in entries if entry.name == name).act()

    choose("AAA", "Pin to the top")
    assert driver.shown()[0] == "AAA"
    assert "pinned" in driver.card("AAA").accessibleName()
    choose("AAA", "Unpin")
    assert driver.shown()[0] == "CCC"


def test_a_right_click_opens_the_menu(driver, qtbot):
    card = driver.card("AAA")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), card.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(card, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    names = [action.text() for action in QApplication.activePopupWidget().actions() if action.text()]
    assert names == ["Open", "Show its folder", "Pin to the top", "Remove from the list"]
    QApplication.activePopupWidget().close()


def drop(home, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    home.dropEvent(event)


def test_a_dropped_script_is_opened(driver, script, tmp_path):
    (tmp_path / "notes.txt").write_text("")
    drop(driver.home, script("new.py"), tmp_path / "notes.txt")
    assert driver.opened == [script("new.py")]


def test_a_dropped_session_is_opened_too(driver, tmp_path):
    document = tmp_path / "mine.desklit"
    document.write_bytes(b"PK")
    drop(driver.home, document)
    assert driver.opened == [document]


def test_a_script_that_does_not_open_is_said_with_the_reason(driver):
    QTest.mouseClick(driver.card("AAA"), LEFT)
    driver.openings[0].failed.emit(Path("/x/a.py"), "no window can be opened")
    (notice,) = driver.home.notices.shown
    assert "a.py did not open: no window can be opened" in notice.label.accessibleName()


def test_binary_rubbish_is_refused_before_it_is_opened(driver, script):
    script("a.py").write_bytes(b"\0\0")
    QTest.mouseClick(driver.card("AAA"), LEFT)
    assert driver.opened == []
    assert "binary" in driver.home.notices.shown[0].label.accessibleName()


def test_what_another_process_opens_appears(driver, recents, script, qtbot):
    recents.note(script("d.py"), "DDD")
    qtbot.waitUntil(lambda: "DDD" in driver.shown())


def test_an_app_shows_how_it_looked(driver, recents, script):
    picture = QImage(560, 350, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    recents.keep_picture(script("a.py"), picture)
    driver.home.refresh()
    card = driver.card("AAA")
    seen = card.grab().toImage().pixelColor(card.width() // 2, 40)
    assert seen.name() == "#00ff00"


def test_cards_fill_the_width_and_scroll_only_downwards(driver):
    for width in (360, 560, 1400):
        driver.home.resize(width, 700)
        cards = driver.home.recent.cards
        right = max(card.geometry().right() for card in cards)
        assert driver.home.recent.width() - right <= 16 or len(cards) < driver.home.recent.columns(width)
        assert driver.home.content.width() <= driver.home.area.width()
