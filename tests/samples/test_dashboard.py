"""The bakery: parts that run by themselves, and a page that stays as it is meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt


def runs(page):
    return page.texts("caption")[0].rpartition("ran ")[2]


def test_the_parts_keep_themselves_up_to_date_while_the_page_stays(open_sample, qtbot):
    page = open_sample("dashboard.py")
    views = page.views("metric")
    first = [view.element.body for view in views[:3]]
    assert runs(page) == "1 times"
    qtbot.waitUntil(lambda: [view.element.body for view in views[:3]] != first, timeout=10_000)
    assert page.views("metric")[:3] == views[:3]
    assert runs(page) == "1 times"
    assert page.errors() == []


def test_a_switch_in_a_part_reruns_that_part_alone(open_sample, qtbot):
    page = open_sample("dashboard.py")
    page.click("toggle", "Live")
    assert runs(page) == "2 times"
    before = [view.element.body for view in page.views("metric")]
    page.press("toggle", "Watch closely", Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.views("progress")) == 1)
    after = [view.element.body for view in page.views("metric")]
    assert (after[0] != before[0], after[1:]) == (True, before[1:])
    assert runs(page) == "2 times"


def test_orders_are_listed_and_forgotten(open_sample, qtbot):
    page = open_sample("dashboard.py")
    page.click("toggle", "Live")
    page.click("button_group", "Show")
    total = page.views("metric")[3]
    assert int(total.element.body) > 0
    page.click("button", "Forget them")
    assert page.errors() == []
    assert runs(page) == "2 times"


def test_the_timers_stop_when_it_is_not_live(open_sample, qtbot):
    page = open_sample("dashboard.py")
    page.click("toggle", "Live")
    runner = page.window.session.runner
    assert [round(seconds) for seconds in runner.runs.last.fragments.timers().values()] == [1]  # the clock
