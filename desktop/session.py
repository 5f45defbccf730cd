"""A window's session: its state, options, runner, and the signals that carry its news to the GUI thread."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, SignalInstance

from ..state.config import Config
from ..state.element import Widget
from ..state.listener import Program, RunReport
from ..state.runner import Runner
from ..state.screen import FRAME, Delivery
from ..state.session_state import SessionState, equal
from ..state.surroundings import Surroundings
from ..state.widget import Action, Change

if TYPE_CHECKING:
    from ..state.document.recorder import Recorder
    from ..state.forms import FormBuffer
    from ..state.undo.history import History
    from ..state.undo.step import Direction

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value


class Session(QObject):
    """Everything that one window owns of its script.

    Args:
        program: The script.
        config: Its options.

    Signals:
        run_started: (number) a run has begun; nothing is told of it if the run is over within a frame.
        delivered: (Delivery) there is something to show.
        run_finished: (RunReport) a run has ended.
    """

    run_started = Signal(int)
    delivered = Signal(object)
    run_finished = Signal(object)
    _news = Signal(object, object)

    def __init__(self, program: Program, config: Config, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.program = program
        self.config = config
        self.state = SessionState()
        self.state.surroundings = Surroundings.of(config)
        self.runner = Runner(self.state, config, program, self)
        self.actions: deque[Action | Direction] = deque()  # what the user did, for the history of steps
        if config.get("desklit.undo"):
            self.runner.make_history = self._make_history
        self.recorder: Recorder | None = None  # follows the session, where it is to be saved
        self._telling = threading.Lock()
        self._closed = False
        self._last: Delivery | None = None
        self._news.connect(self._on_news)
        self._reports: deque[RunReport] = deque()  # of runs that are shown, but not told yet
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.setInterval(round(FRAME * 1000))
        self._frame.timeout.connect(self._look)

    @cached_property
    def forms(self) -> FormBuffer:
        """What the fields of forms hold until they are sent."""
        from ..state.forms import FormBuffer

        return FormBuffer()

    # The runner's listener; these run on the worker's threads, and signals cross to the GUI's.

    def on_run_started(self, number: int) -> None:
        self._tell(self.run_started, number)

    def on_delivery(self, delivery: Delivery) -> None:
        if delivery.final and threading.current_thread() is self.runner.worker:
            self._last = delivery  # goes with the report: each word to the other thread takes 30 µs
        else:
            self._tell(self.delivered, delivery)

    def on_run_finished(self, report: RunReport) -> None:
        last, self._last = self._last, None
        self._tell(self._news, last, report)
        if self.recorder is not None:
            self.recorder.on_run_finished()

    def _tell(self, signal: SignalInstance, *news: object) -> None:
        # A script may outlive its window, and with it this object of Qt's.
        with self._telling:
            if not self._closed:
                signal.emit(*news)

    def _on_news(self, last: Delivery | None, report: RunReport) -> None:
        """The end of a run has come over to the GUI thread."""
        self._frame.stop()
        self._tell_reports()
        if last is not None:
            self.delivered.emit(last)
        # What a user waits for is painted first: an event behind that which Qt paints by.
        self._reports.append(report)
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_PAINTING)

    def customEvent(self, event: QEvent) -> None:
        self._tell_reports()

    def _tell_reports(self) -> None:
        while self._reports:
            self.run_finished.emit(self._reports.popleft())

    def _look(self) -> None:
        """A frame has gone by since the user did something."""
        self.runner.look()
        if self.runner.is_busy() and self.runner.run is None:
            self._frame.start()

    # The window's side

    def start(self) -> None:
        """Begin the first run."""
        self.runner.start()

    def on_user_change(self, element: Widget, value: object) -> int | None:
        """Take what a user did: queue it, or hold it for its form.

        Returns:
            The serial number of the queued change; None when a form holds it.
        """
        change = Change(element.id, value)
        if element.form_id and not element.submits:
            self.forms.hold(element.form_id, change)
            return None
        changes = [*self.forms.submit(element.form_id), change] if element.submits else [change]
        self._follow_in_query(changes)
        if self.runner.make_history is not None:
            self.actions.append(Action(element.id, element.kind, element.label, time.monotonic()))
        serial = self.runner.submit(changes, cause_of(element), watched=True)
        self._frame.start()
        return serial

    def _make_history(self) -> History:
        from ..state.undo.history import History

        return History(self.state, self.actions)

    def _follow_in_query(self, changes: Sequence[Change]) -> None:
        """A user's change shows in the query parameters at once, as in a browser's address."""
        for change in changes:
            spec = self.state.spec(change.id)
            if spec is not None and spec.query is not None and spec.key is not None:
                value = spec.parse(change.value)
                texts = [] if equal(value, spec.default) else spec.query.write(value)
                self.state.query.put(spec.key, texts)

    def preset(self, values: Mapping[str, object]) -> None:
        """Set values of the session state before the first run."""
        for key, value in values.items():
            self.state.preset(key, value)

    def close(self) -> None:
        """End the runner; nothing is told any more."""
        with self._telling:
            self._closed = True
        self.blockSignals(True)
        self.runner.close()


def cause_of(element: Widget) -> str:
    """How to name a change by this widget as the cause of a run."""
    name = element.key or element.label
    return f"{element.kind} {name!r}" if name else element.kind
