"""Follows a session: takes it as it is at the end of a run, soon after anything has changed."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from ..records import dataclass
from .packed import Packed

PAUSE = 0.3  # seconds between two versions
BEHIND = 1.0  # seconds that a version may be behind at most, so that large ones come one upon the other
PATIENCE = 0.3  # seconds that a run may take until the session is taken as it is then
_SLICE = 0.05  # seconds that the end of a run is waited for at once
_LONGEST = 10.0  # seconds for the worker to take a session
_TRIES = 20  # to look through what changes meanwhile
_REST = 0.02  # seconds that a script has to leave its values alone, to be between two of its steps
_RESTS = 3  # how often that is waited for
_log = logging.getLogger("desklit.document")

Pack = Callable[[], Packed]
Moment = Callable[[], int | None]
"""How many runs there have been; None while one goes on or is wanted, so that values may be changing."""


@dataclass(frozen=True, slots=True)
class _Wish:
    pack: Pack
    then: Callable[[Packed], object]


class Recorder:
    """Takes a session in a thread of its own.

    A session is taken between two runs, when nothing changes it: at once if no run goes on, else by the
    worker at the run's end. A run that takes longer than some patience is not waited for, so that what its
    user did meanwhile is not lost.

    Args:
        pack: Gives the session as it is.
        moment: Tells whether it may be changing.
        on_packed: Is told each version, in this thread.
        pause: Seconds between two versions.
    """

    def __init__(
        self, pack: Pack, moment: Moment, on_packed: Callable[[Packed], object], pause: float = PAUSE
    ) -> None:
        self._usual = _Wish(pack, on_packed)
        self._moment = moment
        self._pause = pause
        self._wishes: deque[_Wish] = deque()
        self._wake = threading.Event()
        self._changed = False
        self._closed = threading.Event()
        self._wanted: Pack | None = None  # of the worker, at the end of its run
        self._got: Packed | None = None
        self._handing = threading.Lock()
        self._handed = threading.Event()
        self._thread = threading.Thread(target=self._work, name="desklit-recorder", daemon=True)
        self._thread.start()

    # From any thread

    def note(self) -> None:
        """Something may have changed."""
        self._changed = True
        self._wake.set()

    def ask(self, pack: Pack, then: Callable[[Packed], object]) -> None:
        """Take the session once more, soon; ``then`` is told of it in the recorder's thread."""
        self._wishes.append(_Wish(pack, then))
        self._wake.set()

    def on_run_finished(self) -> None:
        """A run has ended; on its worker, before the next one begins."""
        with self._handing:
            pack, self._wanted = self._wanted, None
        if pack is not None:
            with contextlib.suppress(Exception):  # the recorder's own try tells of it
                self._got = pack()
            self._handed.set()
        self.note()

    def close(self) -> None:
        """End; what was asked for is done first."""
        self._closed.set()
        self._wake.set()
        self._thread.join()

    # The thread

    def _work(self) -> None:
        rests_until = 0.0
        while True:
            if not (self._changed or self._wishes):
                self._wake.wait()
            self._wake.clear()
            while self._wishes:
                self._fulfil(self._wishes.popleft())
            if self._closed.is_set():
                return
            if not self._changed:
                continue
            now = time.monotonic()
            if now < rests_until:
                self._wake.wait(rests_until - now)
                continue
            self._changed = False
            self._fulfil(self._usual)
            # What changes during one version waits for its end, for the pause, and for the next one.
            done = time.monotonic()
            rests_until = done + min(self._pause, max(BEHIND - 2 * (done - now), _REST))

    def _fulfil(self, wish: _Wish) -> None:
        try:
            packed = self._take(wish.pack)
        except RuntimeError:
            self.note()  # a run that does not end changes it again and again: the next time, then
            return
        except Exception:
            _log.exception("A session could not be taken")
            return
        wish.then(packed)

    def _take(self, pack: Pack) -> Packed:
        until = time.monotonic() + PATIENCE
        while not self._closed.is_set() and time.monotonic() < until:
            packed = self._in_between(pack) or self._at_end(pack)
            if packed is not None:
                return packed
        return _as_it_is(pack)

    def _in_between(self, pack: Pack) -> Packed | None:
        """The session, if no run goes on while it is looked through."""
        before = self._moment()
        if before is None:
            return None
        try:
            packed = pack()
        except RuntimeError:  # a run has begun, and a dict has changed
            return None
        return packed if self._moment() == before else None

    def _at_end(self, pack: Pack) -> Packed | None:
        """What the worker takes at the end of its run, if that comes about now."""
        with self._handing:
            self._handed.clear()
            self._got, self._wanted = None, pack
        self._handed.wait(_SLICE)
        with self._handing:
            is_under_way = self._wanted is None
            self._wanted = None
        if is_under_way:
            self._handed.wait(_LONGEST)
        return self._got


def _as_it_is(pack: Pack) -> Packed:
    """The session while a run goes on, if possible in a moment in which the script changes nothing."""
    packed = _tried(pack)
    for _ in range(_RESTS):
        before = packed.fingerprint(own=True)
        time.sleep(_REST)
        packed = _tried(pack)
        if packed.fingerprint(own=True) == before:
            break
    return packed


def _tried(pack: Pack) -> Packed:
    for _ in range(_TRIES - 1):
        try:
            return pack()
        except RuntimeError:
            time.sleep(_REST / 20)
    return pack()
