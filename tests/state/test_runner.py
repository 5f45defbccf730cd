from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from desklit.state.config import Config
from desklit.state.context import RerunRequest, current_run
from desklit.state.element import Element, Widget
from desklit.state.listener import RunReport
from desklit.state.run import Run
from desklit.state.runner import Runner
from desklit.state.screen import Delivery
from desklit.state.session_state import SessionState
from desklit.state.widget import Callback, Change, WidgetSpec

BUTTON, TEXT = ("button", "b"), ("text_input", "t")
WAIT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Element):
    kind: ClassVar[str] = "words"
    body: str = ""


class Script:
    """A function as a program."""

    def __init__(self, function: Callable[[Run], object]) -> None:
        self.function = function

    def execute(self, run: Run) -> None:
        self.function(run)

    def show_error(self, run: Run, error: BaseException) -> None:
        run.main.append(Words(body=f"{type(error).__name__}: {error}"))


@dataclass
class Told:
    """What the window's side is told."""

    started: list[int] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    reports: list[RunReport] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)
    ready: Callable[[], None] = lambda: None

    def on_run_started(self, number: int) -> None:
        with self.news:
            self.started.append(number)
            self.news.notify_all()

    def on_delivery(self, delivery: Delivery) -> None:
        with self.news:
            self.deliveries.append(delivery)
            self.news.notify_all()
        self.ready()

    def on_run_finished(self, report: RunReport) -> None:
        with self.news:
            self.reports.append(report)
            self.news.notify_all()

    def wait(self, reached: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(reached, WAIT), self.reports

    def runs(self, count: int) -> list[RunReport]:
        self.wait(lambda: len(self.reports) >= count)
        return self.reports


Start = Callable[..., tuple[Runner, Told]]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    runners: list[Runner] = []

    def make(
        function: Callable[[Run], object], *, frames: bool = False, **options: Any
    ) -> tuple[Runner, Told]:
        for name, value in options.items():
            monkeypatch.setenv(f"STREAMLIT_{name.upper()}", str(value))
        told = Told()
        runner = Runner(SessionState(), Config.load(), Script(function), told, frames=frames)
        told.ready = runner.on_window_ready
        runners.append(runner)
        runner.start()
        return runner, told

    yield make
    for runner in runners:
        runner.close()
        runner.worker.join(WAIT)
        assert not runner.worker.is_alive()


def button(run: Run, callback: Callable[[], object] | None = None) -> bool:
    spec = WidgetSpec(
        id=BUTTON, key="b", default=False, trigger=True, settable=False,
        callback=None if callback is None else Callback(callback),
    )  # fmt: skip
    value = bool(run.register(spec).value)
    run.main.append(Widget(id=BUTTON, label="B"))
    return value


def text(run: Run, callback: Callable[[], object] | None = None, **more: Any) -> str:
    spec = WidgetSpec(
        id=TEXT, key="t", default="", callback=None if callback is None else Callback(callback), **more
    )
    value = str(run.register(spec).value)
    run.main.append(Widget(id=TEXT, label="T", value=value))
    return value


def say(run: Run, *values: object) -> None:
    run.main.append(Words(body=" ".join(map(str, values))))


def bodies(runner: Runner) -> list[str]:
    return [node.element.body for node in runner.screen.walk() if isinstance(node.element, Words)]


CLICK, TYPED = Change(BUTTON, True), Change(TEXT, "typed")


def test_a_run_is_told_from_start_to_end(start: Start) -> None:
    runner, told = start(lambda run: say(run, "hello"))
    (report,) = told.runs(1)
    assert (report.number, report.causes, report.outcome, report.error) == (1, ("start",), "completed", None)
    assert told.started == [1]
    assert bodies(runner) == ["hello"]
    (delivery,) = told.deliveries
    assert delivery.final


def test_a_change_reaches_the_script(start: Start) -> None:
    runner, told = start(lambda run: say(run, text(run)))
    told.runs(1)
    assert runner.submit([TYPED], "text 't'") == 1
    assert told.runs(2)[1].causes == ("text 't'",)
    assert bodies(runner) == ["typed"]
    assert told.deliveries[-1].seen == 1


def test_what_the_user_changed_is_not_sent_back(start: Start) -> None:
    runner, told = start(lambda run: text(run))
    told.runs(1)
    runner.submit([TYPED])
    told.runs(2)
    assert told.deliveries[-1].patch.operations == ()


def test_changes_during_a_run_are_coalesced_into_the_next(start: Start) -> None:
    go = threading.Event()

    def script(run: Run) -> None:
        say(run, text(run))
        go.wait(WAIT)

    runner, told = start(script)
    told.wait(lambda: bool(told.started))
    told.wait(lambda: runner.state.reached(TEXT))
    for value in ("t", "ty", "typ"):
        runner.submit([Change(TEXT, value)])
    go.set()
    told.runs(2)
    assert bodies(runner) == ["typ"]
    assert len(told.reports) == 2


def test_two_clicks_before_a_rerun_are_both_delivered(start: Start) -> None:
    clicks: list[bool] = []
    go = threading.Event()

    def script(run: Run) -> None:
        clicks.append(button(run))
        go.wait(WAIT)

    runner, told = start(script)
    told.wait(lambda: bool(clicks))
    runner.submit([CLICK])
    runner.submit([CLICK])
    go.set()
    told.runs(3)
    assert clicks == [False, True, True]


def test_a_change_does_not_cut_short_the_run_that_takes_it_over(start: Start) -> None:
    clicks: list[bool] = []
    taken, go = threading.Event(), threading.Event()

    def script(run: Run) -> None:
        clicks.append(button(run))
        if len(clicks) > 1:
            taken.set()
            go.wait(WAIT)
            say(run, "answered")

    runner, told = start(script)
    told.runs(1)
    put = runner.queue.put

    def put_and_be_overtaken(*changes: Any, **how: Any) -> int:
        serial = put(*changes, **how)
        assert taken.wait(WAIT)  # the worker is as fast as that when the other thread has to wait
        return serial

    runner.queue.put = put_and_be_overtaken  # type: ignore[method-assign]
    runner.submit([CLICK])
    go.set()
    assert [report.outcome for report in told.runs(2)] == ["completed", "completed"]
    assert (clicks, bodies(runner)) == ([False, True], ["answered"])


def test_no_click_is_lost_in_fast_reruns(start: Start) -> None:
    calls: list[int] = []

    def script(run: Run) -> None:
        for number in range(20):
            say(run, number)
        button(run, lambda: calls.append(1))
        for number in range(20):
            say(run, number)

    runner, told = start(script)
    told.runs(1)
    for _ in range(100):
        runner.submit([CLICK, TYPED])
    told.wait(lambda: len(calls) == 100)


def test_a_newer_change_ends_a_run_at_its_next_command(start: Start) -> None:
    reached = threading.Event()
    go = threading.Event()
    ends: list[str] = []

    def script(run: Run) -> None:
        value = text(run)
        reached.set()
        if not value:
            go.wait(WAIT)
        say(run, "after")
        ends.append(value)

    runner, told = start(script)
    assert reached.wait(WAIT)
    runner.submit([TYPED])
    go.set()
    assert [report.outcome for report in told.runs(2)] == ["interrupted", "completed"]
    assert ends == ["typed"]


def test_without_fast_reruns_a_run_goes_to_its_end(start: Start) -> None:
    reached = threading.Event()
    go = threading.Event()

    def script(run: Run) -> None:
        text(run)
        reached.set()
        go.wait(WAIT)
        say(run, "after")

    runner, told = start(script, runner_fast_reruns="false")
    assert reached.wait(WAIT)
    runner.submit([TYPED])
    go.set()
    assert [report.outcome for report in told.runs(2)] == ["completed", "completed"]


def test_a_change_that_shall_not_rerun_waits_for_the_next_run(start: Start) -> None:
    runner, told = start(lambda run: say(run, text(run, reruns=False)))
    told.runs(1)
    runner.submit([TYPED])
    assert not runner.queue.waiting
    runner.rerun()
    told.runs(2)
    assert bodies(runner) == ["typed"]


def test_stop_breaks_a_loop_that_calls_no_command(start: Start) -> None:
    looping = threading.Event()

    def script(run: Run) -> None:
        say(run, "before")
        if run.number == 1:
            looping.set()
            while True:
                pass

    runner, told = start(script)
    assert looping.wait(WAIT)
    runner.stop()
    assert told.runs(1)[0].outcome == "halted"
    assert bodies(runner) == ["before"]
    runner.rerun()
    assert told.runs(2)[1].outcome == "completed"


def test_stop_keeps_what_the_run_before_had_shown(start: Start) -> None:
    looping = threading.Event()

    def script(run: Run) -> None:
        say(run, "first")
        if run.number == 2:
            looping.set()
            while True:
                pass
        say(run, "second")

    runner, told = start(script)
    told.runs(1)
    runner.rerun()
    assert looping.wait(WAIT)
    runner.stop()
    told.runs(2)
    assert bodies(runner) == ["first", "second"]


def test_stop_without_a_run_does_nothing(start: Start) -> None:
    runner, told = start(lambda run: say(run, "x"))
    told.runs(1)
    runner.stop()
    runner.halt()
    runner.rerun()
    assert told.runs(2)[1].outcome == "completed"


def test_stop_on_the_way_out_of_a_script_harms_nothing(start: Start) -> None:
    runner, told = start(lambda run: None)
    for _ in range(60):
        runner.rerun()
        runner.stop()
    runner.rerun()
    told.wait(lambda: not runner.is_busy() and told.reports[-1].outcome == "completed")
    assert runner.worker.is_alive()


def test_close_ends_a_script_that_loops(start: Start) -> None:
    looping = threading.Event()

    def script(run: Run) -> None:
        looping.set()
        while True:
            pass

    runner, _ = start(script)
    assert looping.wait(WAIT)
    runner.close()
    runner.worker.join(WAIT)
    assert not runner.worker.is_alive()


@pytest.mark.parametrize("error", [ValueError("bad"), SystemExit(3), KeyboardInterrupt()])
def test_whatever_a_script_raises_is_shown_and_the_session_lives(start: Start, error: BaseException) -> None:
    def script(run: Run) -> None:
        say(run, "before")
        if run.number == 1:
            raise error

    runner, told = start(script)
    (report,) = told.runs(1)
    assert report.outcome == "failed"
    assert report.error is error
    assert bodies(runner) == ["before", f"{type(error).__name__}: {error}"]
    runner.rerun()
    assert told.runs(2)[1].outcome == "completed"


def test_an_exception_in_a_callback_skips_the_other_callbacks_and_the_body(start: Start) -> None:
    done: list[str] = []

    def fail() -> None:
        done.append("text")
        raise ValueError("callback")

    def script(run: Run) -> None:
        done.append("body")
        text(run, fail)
        button(run, lambda: done.append("button"))

    runner, told = start(script)
    told.runs(1)
    runner.submit([TYPED, CLICK])
    assert told.runs(2)[1].outcome == "failed"
    assert done == ["body", "text"]
    assert bodies(runner) == ["ValueError: callback"]
    assert runner.state["t"] == "typed"


def test_a_rerun_in_a_callback_lets_the_others_run_and_loses_its_output(start: Start) -> None:
    done: list[object] = []

    def again() -> None:
        say(current_run(), "lost")
        done.append("text")
        raise RerunRequest

    def script(run: Run) -> None:
        text(run, again)
        done.append(button(run, lambda: done.append("button")))

    runner, told = start(script)
    told.runs(1)
    runner.submit([CLICK, TYPED])
    reports = told.runs(3)
    assert [report.outcome for report in reports] == ["completed", "rerun", "completed"]
    assert reports[2].causes == ("st.rerun",)
    assert done == [False, "text", "button", False]
    assert bodies(runner) == []


def test_callbacks_run_from_the_top_of_the_page_down(start: Start) -> None:
    done: list[str] = []

    def script(run: Run) -> None:
        above = run.main.open_block(Words())  # type: ignore[arg-type]
        button(run, lambda: done.append("below"))
        spec = WidgetSpec(id=TEXT, key="t", default="", callback=Callback(lambda: done.append("above")))
        run.register(spec)
        above.append(Widget(id=TEXT))

    runner, told = start(script)
    told.runs(1)
    runner.submit([CLICK, TYPED])
    told.runs(2)
    assert done == ["above", "below"]


def test_a_script_may_rerun_until_it_is_content(start: Start) -> None:
    def script(run: Run) -> None:
        run.state["n"] = run.state["n"] + 1 if "n" in run.state else 1
        say(run, run.state["n"])
        if run.state["n"] < 5:
            raise RerunRequest

    runner, told = start(script)
    told.runs(5)
    assert bodies(runner) == ["5"]
    assert len(told.deliveries) == 1


def test_values_are_kept_when_the_script_asks_for_a_rerun_before_it_shows_them(start: Start) -> None:
    def script(run: Run) -> None:
        if button(run):
            raise RerunRequest
        say(run, text(run))

    runner, told = start(script)
    told.runs(1)
    runner.submit([TYPED])
    told.runs(2)
    runner.submit([CLICK])
    told.runs(4)
    assert bodies(runner) == ["typed"]


def test_a_long_run_is_shown_while_it_goes_on_and_what_is_old_is_stale(start: Start) -> None:
    go = threading.Event()

    def script(run: Run) -> None:
        say(run, "first", run.number)
        if run.number == 2:
            go.wait(WAIT)
        say(run, "second", run.number)

    runner, told = start(script, frames=True)
    told.runs(1)
    runner.rerun()
    told.wait(lambda: any(not delivery.final for delivery in told.deliveries))
    partial = next(delivery for delivery in told.deliveries if not delivery.final)
    assert len(partial.patch.stale) == 1
    go.set()
    told.runs(2)
    assert told.deliveries[-1].final
    assert told.deliveries[-1].patch.stale == frozenset()
    assert bodies(runner) == ["first 2", "second 2"]


def test_a_default_beside_a_value_from_code_is_noticed_once_a_session(start: Start) -> None:
    def script(run: Run) -> None:
        run.state["t"] = "from code"
        if run.register(WidgetSpec(id=TEXT, key="t", default="default")).assigned:
            run.note_default_conflict("t")

    runner, told = start(script)
    told.runs(1)
    runner.rerun()
    told.runs(2)
    first, second = (report.notices for report in told.reports)
    assert len(first) == 1
    assert "'t'" in first[0]
    assert second == ()


def test_the_notice_of_a_default_can_be_switched_off(start: Start) -> None:
    _, told = start(
        lambda run: run.note_default_conflict("t"), global_disable_widget_state_duplication_warning="true"
    )
    assert told.runs(1)[0].notices == ()


def test_values_that_can_not_be_pickled_are_an_error_where_that_is_asked_for(start: Start) -> None:
    def script(run: Run) -> None:
        run.state["lock"] = threading.Lock()
        say(run, "shown")

    runner, told = start(script, runner_enforce_serializable_session_state="true")
    assert told.runs(1)[0].outcome == "failed"
    shown, error = bodies(runner)
    assert shown == "shown"
    assert error.startswith("UnserializableSessionStateError")


def test_the_stack_tells_where_the_script_is(start: Start) -> None:
    go = threading.Event()
    inside = threading.Event()

    def script(run: Run) -> None:
        inside.set()
        go.wait(WAIT)

    runner, told = start(script)
    assert inside.wait(WAIT)
    assert any("go.wait(WAIT)" in frame for frame in runner.stack())
    go.set()
    told.runs(1)


def test_a_session_without_a_worker_runs_where_it_is_called() -> None:
    told = Told()
    threads: list[threading.Thread] = []
    script = Script(lambda run: threads.append(threading.current_thread()))
    runner = Runner(SessionState(), Config.load(env={}), script, told, frames=False)
    runner.rerun()
    runner.run_waiting()
    assert threads == [threading.current_thread()]
    assert told.reports[0].outcome == "completed"


def test_a_fault_of_desklits_own_is_told_and_the_next_run_goes_well(
    start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    runner, told = start(lambda run: say(run, "fine"))
    told.runs(1)
    with monkeypatch.context() as broken:
        broken.setattr(runner._screen, "show", lambda *args, **more: 1 / 0)
        runner.rerun()
        report = told.runs(2)[1]
    assert report.outcome == "failed"
    assert "ZeroDivisionError" in report.notices[0]
    assert "desklit itself failed" in caplog.text
    runner.rerun()
    assert told.runs(3)[2].outcome == "completed"


def test_a_window_that_took_long_gets_as_much_time_for_its_user(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, told = start(lambda run: say(run, "hello"))
    told.runs(1)
    told.ready = lambda: None
    screen, now = runner._screen, [100.0]
    monkeypatch.setattr("desklit.state.screen.time", SimpleNamespace(perf_counter=lambda: now[0]))
    screen.show(Run(2, runner.state, runner.config), final=True)
    assert not screen.is_window_ready()
    now[0] = 100.1
    screen.on_window_ready()
    now[0] = 100.17
    assert not screen.is_window_ready()
    now[0] = 100.19
    assert screen.is_window_ready()


def test_a_runner_is_busy_from_the_moment_that_it_takes_what_is_wanted(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy: list[bool] = []
    runner, told = start(lambda run: say(run, "shown"))
    told.runs(1)
    make_run = runner.runs._run_for
    monkeypatch.setattr(
        runner.runs, "_run_for", lambda ids: (busy.append(runner.is_busy()), make_run(ids))[1]
    )
    finished = told.on_run_finished
    monkeypatch.setattr(
        told, "on_run_finished", lambda report: (busy.append(runner.is_busy()), finished(report))
    )
    runner.rerun()
    told.runs(2)
    assert busy == [True, False]


def test_a_short_run_is_told_of_by_its_end_alone_and_a_long_one_from_a_frame_on(start: Start) -> None:
    go = threading.Event()
    runner, told = start(lambda run: go.wait(WAIT), frames=True)
    told.wait(lambda: told.started == [1])
    go.set()
    told.runs(1)
    runner.submit((), watched=True)
    told.runs(2)
    assert told.started == [1]


def until(reached: Callable[[], bool]) -> None:
    """Wait for what nobody tells."""
    end = time.monotonic() + WAIT
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_a_run_that_somebody_watches_is_shown_when_that_one_looks(start: Start) -> None:
    go = threading.Event()
    go.set()

    def script(run: Run) -> None:
        say(run, "so far")
        assert go.wait(WAIT)

    runner, told = start(script, frames=True)
    told.runs(1)
    until(lambda: runner.queue.idle)
    go.clear()
    runner.submit((), watched=True)
    until(lambda: runner.run is not None)
    runner.look()
    told.wait(lambda: told.started[-1:] == [2])
    go.set()
    told.runs(2)
