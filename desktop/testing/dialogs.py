"""File dialogs that a test answers; none is ever shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ...state.records import dataclass
from ...widgets.file_dialogs import FileDialogs
from .errors import AppTestError

Answer = tuple[Path, ...] | None
"""The chosen files; None stands for *Cancel*."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A dialog that the app has opened."""

    kind: Literal["save", "open", "folder"]
    words: str
    then: Callable[[tuple[Path, ...]], None]
    many: bool = False


class AnsweredDialogs(FileDialogs):
    """Stands in for native dialogs: takes the answers that are there, remembers what is not answered."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[Path] = []
        self._answers: deque[Answer] = deque()
        self._asked: deque[Asked] = deque()

    # The app's side

    def save(
        self,
        parent: QWidget,
        name: str,
        then: Callable[[Path], None],
        suffix: str = "",
        *,
        title: str = "",
        kind: str = "",
    ) -> None:
        def take(paths: tuple[Path, ...]) -> None:
            self.saved.append(paths[0])
            then(paths[0])

        self._ask(Asked("save", f"where to save {name!r}", take))

    def open(
        self,
        parent: QWidget,
        suffixes: Sequence[str],
        many: bool,
        then: Callable[[list[Path]], None],
        *,
        title: str = "",
        kind: str = "",
    ) -> None:
        what = "files" if many else "a file"
        kinds = f" of the kinds {', '.join(suffixes)}" if suffixes else ""
        self._ask(Asked("open", f"for {what}{kinds}", lambda paths: then(list(paths)), many))

    def open_folder(self, parent: QWidget, then: Callable[[list[Path]], None]) -> None:
        def take(paths: tuple[Path, ...]) -> None:
            then(sorted(path for path in paths[0].rglob("*") if path.is_file()))

        self._ask(Asked("folder", "for a folder", take))

    # The test's side

    def answer(self, answer: Answer) -> None:
        """Answer the dialog that is open, or the next one.

        Raises:
            AppTestError: The open dialog could not give this answer.
        """
        if not self._asked:
            self._answers.append(answer)
            return
        asked = self._asked[0]
        _check(asked, answer)
        self._asked.popleft()
        _give(asked, answer)

    def unanswered(self) -> str:
        """What the app still waits for; "" for nothing."""
        if not self._asked:
            return ""
        asked = "\n".join(f"  It asks {asked.words}." for asked in self._asked)
        return (
            f"A file dialog of the app was not answered:\n{asked}\n"
            "Call app.answer_file_dialog(path) before or after the click; None stands for Cancel."
        )

    def unused(self) -> int:
        """How many answers no dialog has asked for."""
        return len(self._answers)

    def _ask(self, asked: Asked) -> None:
        if not self._answers:
            self._asked.append(asked)
            return
        answer = self._answers.popleft()
        _check(asked, answer)
        # A real dialog answers after the click has been dealt with.
        QTimer.singleShot(0, lambda: _give(asked, answer))


def _give(asked: Asked, answer: Answer) -> None:
    if answer is not None:
        asked.then(answer)


def _check(asked: Asked, answer: Answer) -> None:
    if answer is None:
        return
    if not answer or (len(answer) > 1 and not asked.many):
        raise AppTestError(f"The app asks {asked.words}, and got {len(answer)} paths.")
    for path in answer:
        if asked.kind == "open" and not path.is_file():
            raise AppTestError(f"The app asks {asked.words}, but there is no file {str(path)!r}.")
        if asked.kind == "folder" and not path.is_dir():
            raise AppTestError(f"The app asks {asked.words}, but {str(path)!r} is none.")
        if asked.kind == "save" and not path.parent.is_dir():
            raise AppTestError(f"The app asks {asked.words}, but there is no folder {str(path.parent)!r}.")
