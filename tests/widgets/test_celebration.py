from __future__ import annotations

import pytest

import desklit as st


@pytest.mark.parametrize("command", ["balloons", "snow"])
def test_it_flies_over_the_window_once_in_a_run(run, show, next_run, qtbot, command):
    getattr(st, command)()
    region = show(run)
    view = region.items[0]
    first = view.sky
    assert view.height() == 0
    assert first.isVisible()
    assert first.size() == view.window().size()
    region.canvas.take(run)
    assert view.sky is first
    second = next_run()
    getattr(st, command)()
    region.canvas.take(second)
    assert view.sky is not first
    assert view.sky.isVisible()


@pytest.mark.parametrize("command", ["balloons", "snow"])
def test_it_paints_and_goes(run, show, qtbot, monkeypatch, command):
    monkeypatch.setattr("desklit.widgets.celebration._LENGTH", 400)
    getattr(st, command)()
    view = show(run).items[0]
    gone = []
    view.sky.destroyed.connect(lambda: gone.append(1))
    ground = view.sky.palette().window().color()

    def has_colours():
        image = view.sky.grab().toImage()
        return any(
            image.pixelColor(x, y) != ground
            for x in range(0, image.width(), 5)
            for y in range(0, image.height(), 5)
        )

    qtbot.waitUntil(has_colours)
    qtbot.waitUntil(lambda: bool(gone))


def test_it_follows_the_windows_size(run, show, qtbot):
    st.snow()
    view = show(run).items[0]
    view.window().resize(400, 300)
    qtbot.waitUntil(lambda: view.sky.size() == view.window().size())
