from __future__ import annotations

import threading

from desklit.state.queue import ChangeQueue
from desklit.state.widget import Change

BUTTON, TEXT, SLIDER = ("button",), ("text",), ("slider",)


def queue() -> ChangeQueue:
    return ChangeQueue(lambda id: id == BUTTON)


def test_the_latest_value_of_a_widget_wins() -> None:
    waiting = queue()
    waiting.put([Change(TEXT, "a")], "text")
    waiting.put([Change(SLIDER, 1)], "slider")
    last = waiting.put([Change(TEXT, "ab")], "text")
    batch = waiting.take()
    assert batch is not None
    assert set(batch.changes) == {Change(SLIDER, 1), Change(TEXT, "ab")}
    assert batch.causes == ("text", "slider")
    assert batch.seen == last
    assert not waiting.waiting


def test_two_clicks_make_two_batches() -> None:
    waiting = queue()
    for _ in range(2):
        waiting.put([Change(BUTTON, True)], "button")
    first, second = waiting.take(), waiting.take()
    assert first is not None
    assert second is not None
    assert first.changes == second.changes == (Change(BUTTON, True),)
    assert (first.seen, second.seen) == (1, 2)
    assert not waiting.waiting


def test_what_follows_the_second_click_waits_for_it() -> None:
    waiting = queue()
    waiting.put([Change(BUTTON, True), Change(BUTTON, True), Change(TEXT, "typed after")], "all")
    first, second = waiting.take(), waiting.take()
    assert first is not None
    assert second is not None
    assert first.changes == (Change(BUTTON, True),)
    assert second.changes == (Change(BUTTON, True), Change(TEXT, "typed after"))


def test_a_change_that_shall_not_wake_goes_along_with_the_next_run() -> None:
    waiting = queue()
    waiting.put([Change(TEXT, "quiet")], "text", wake=False)
    assert not waiting.waiting
    waiting.put([Change(SLIDER, 2)], "slider")
    batch = waiting.take()
    assert batch is not None
    assert batch.changes == (Change(TEXT, "quiet"), Change(SLIDER, 2))
    assert batch.causes == ("slider",)


def test_a_wish_without_a_change_is_a_run() -> None:
    waiting = queue()
    waiting.put([], "rerun")
    waiting.put([], "rerun")
    batch = waiting.take()
    assert batch is not None
    assert (batch.changes, batch.causes) == ((), ("rerun",))
    assert not waiting.waiting


def test_take_waits_for_a_wish_and_ends_with_close() -> None:
    waiting = queue()
    taken: list[object] = []
    thread = threading.Thread(target=lambda: taken.extend([waiting.take(), waiting.take()]))
    thread.start()
    waiting.put([Change(TEXT, "x")], "text")
    while not taken and thread.is_alive() and not waiting.idle:
        pass
    waiting.close()
    thread.join(5)
    assert not thread.is_alive()
    assert taken[-1] is None


def test_no_click_is_lost_however_many_threads_click() -> None:
    waiting = queue()
    clickers = [
        threading.Thread(target=lambda: [waiting.put([Change(BUTTON, True)], "button") for _ in range(50)])
        for _ in range(4)
    ]
    for clicker in clickers:
        clicker.start()
    clicks = 0
    while clicks < 200:
        batch = waiting.take()
        assert batch is not None
        clicks += len(batch.changes)
    for clicker in clickers:
        clicker.join()
    assert clicks == 200
    assert not waiting.waiting


def test_a_rest_is_one_although_the_bell_of_a_change_that_was_taken_still_rings() -> None:
    waiting = queue()
    waiting.put([Change(TEXT, "a")], "text")
    assert waiting.take() is not None
    assert waiting.rests(0.01)


def test_a_rest_ends_when_something_is_wanted() -> None:
    waiting = queue()
    threading.Timer(0.05, waiting.put, [[Change(TEXT, "a")], "text"]).start()
    assert not waiting.rests(60)
    assert waiting.take() is not None


def test_a_rest_ends_when_the_queue_is_closed() -> None:
    waiting = queue()
    threading.Timer(0.05, waiting.close).start()
    assert not waiting.rests(60)
    assert waiting.take() is None
