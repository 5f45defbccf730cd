"""``AppTest``: a script under test, without a window."""

from __future__ import annotations

import os
import sys
import tempfile
import textwrap
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...state.config import Config
from ...state.pages import Visit
from .finders import Finders
from .headless import HeadlessSession
from .memory import Memory
from .nodes import short
from .page import Page, find
from .program import ARGS, KWARGS, TestProgram, source_of
from .surroundings import script_surroundings
from .world import Surrounded

if TYPE_CHECKING:
    from .blocks import Block
    from .nodes import Node

DEFAULT_TIMEOUT = 3.0


class AppTest(Surrounded, Finders):
    """A script under test: run it, look at what it shows, act as a user does, run it again.

    It needs no display. It offers what ``streamlit.testing.v1.AppTest`` does. Make it by
    `from_file`, `from_string` or `from_function`.

    Attributes:
        session_state: The script's state; what a test sets is there in the next run.
        secrets: What ``st.secrets`` gives, a dict.
        query_params: The query parameters, each name with its texts.
        default_timeout: Seconds that a run may take.
        args: The positional arguments of a script that is a function.
        kwargs: Its keyword arguments.

    Example:
        >>> app = AppTest.from_file("counter.py").run()
        >>> app.button(key="more").click().run()
        >>> assert app.session_state.count == 1
    """

    __test__ = False

    def __init__(
        self,
        script_path: str | os.PathLike[str],
        *,
        default_timeout: float,
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        path = Path(os.path.abspath(script_path))
        self.default_timeout = default_timeout
        self._path = path
        self._program = TestProgram(path, {ARGS: tuple(args or ()), KWARGS: dict(kwargs or {})})
        self._session = HeadlessSession(self._program, Config.load(path))
        Surrounded.__init__(self, self._session)
        self.args = args
        self.kwargs = kwargs
        self._memory = Memory()
        self._page = self._new_page()
        self._has_run = False

    # Making one

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = DEFAULT_TIMEOUT) -> AppTest:
        """A script given as text; its indentation is taken away.

        Args:
            script: The script.
            default_timeout: Seconds that a run may take.
        """
        return cls._from_text(textwrap.dedent(script), default_timeout)

    @classmethod
    def from_function(
        cls,
        script: Callable[..., Any],
        *,
        default_timeout: float = DEFAULT_TIMEOUT,
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> AppTest:
        """A function's body as the script; it has to import all that it uses.

        Args:
            script: The function.
            default_timeout: Seconds that a run may take.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Raises:
            TypeError: The function's source can't be had.
        """
        return cls._from_text(source_of(script), default_timeout, args, kwargs)

    @classmethod
    def from_file(
        cls, script_path: str | os.PathLike[str], *, default_timeout: float = DEFAULT_TIMEOUT
    ) -> AppTest:
        """A script's file.

        Args:
            script_path: The file; relative to the file that calls, else to the working folder.
            default_timeout: Seconds that a run may take.

        Raises:
            FileNotFoundError: There is no such file.
        """
        caller = sys._getframe(1).f_code.co_filename
        beside = Path(caller).parent / script_path
        path = beside if beside.is_file() else Path(script_path)
        if not path.is_file():
            raise FileNotFoundError(
                f"There is no script {str(script_path)!r}, neither beside {caller} nor in {Path.cwd()}."
            )
        return cls(path, default_timeout=default_timeout)

    @classmethod
    def _from_text(
        cls,
        text: str,
        default_timeout: float,
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> AppTest:
        folder = tempfile.TemporaryDirectory(prefix="desklit-test-")
        path = Path(folder.name) / "script.py"
        path.write_text(text, encoding="utf-8")
        made = cls(path, default_timeout=default_timeout, args=args, kwargs=kwargs)
        weakref.finalize(made, folder.cleanup)
        return made

    # Running

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the script with all that was done to the page since the last run.

        It does not run where a user's window would not run it either: if all that was done is a dialog or
        an expander of which the script learns nothing, or was refused by its field.

        Args:
            timeout: Seconds that it may take; None for ``default_timeout``.

        Returns:
            The app, with its new page.

        Raises:
            ScriptTimeoutError: It took longer; the message shows where the script was.
        """
        page = self._page
        try:
            news = page.news()
        except BaseException:  # what can't be sent is not tried again with the next run
            self._memory.on_run_finished()
            raise
        if news.is_silent and not news.changes and not self._surroundings_changed:
            self._on_run_finished()
            return self
        with self._running():
            try:
                self._session.run(news.changes, self.default_timeout if timeout is None else timeout)
            finally:
                self._session.note_cleared(news.submitted & page.clearing_forms())
        return self

    def run_timers(self, *, timeout: float | None = None) -> AppTest:
        """Let time pass: run each fragment with ``run_every`` once, alone.

        In a test, timers do not fire by themselves. What was done to the page and not run yet is lost.

        Args:
            timeout: Seconds that it may take; None for ``default_timeout``.

        Returns:
            The app, with its new page.

        Raises:
            ScriptTimeoutError: It took longer.
        """
        with self._running():
            self._session.run_timers(self.default_timeout if timeout is None else timeout)
        return self

    @contextmanager
    def _running(self) -> Iterator[None]:
        """Within the block the script can run; a new page follows."""
        self._hand_on()
        self._program.enter()
        try:
            with script_surroundings():
                yield
        finally:
            self._program.leave()
            self._on_run_finished()

    def _on_run_finished(self) -> None:
        self._memory.on_run_finished()
        self._take_for_told()
        self._page = self._new_page()
        self._has_run = True

    def _new_page(self) -> Page:
        return Page(self, self._session, self._session.runner.screen, self._memory)

    def switch_page(self, page_path: str) -> AppTest:
        """Go to another page of the app in the next run.

        Args:
            page_path: The page's file, relative to the script's folder.

        Returns:
            The app; nothing has run yet.

        Raises:
            ValueError: There is no such file, or it is no page of the app.
        """
        path = Path(os.path.abspath(self._path.parent / page_path))
        known = self._session.state.pages
        if not path.is_file() or (known.known and known.of_file(str(path)) is None):
            names = [page.file or page.name for page in known.known]
            raise ValueError(f"The app has no page {page_path!r} ({path}). Its pages are: {names}.")
        page = known.of_file(str(path))
        name = page.name if page else ""
        self._on_change()
        self._session.runner.visit(Visit(name, page.file if page else str(path), query=None))
        return self

    # Looking

    @property
    def page(self) -> Page:
        """The nodes as they are after the last run."""
        return self._page

    @property
    def main(self) -> Block:
        """The main region."""
        return self._region("main")

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        return self._region("sidebar")

    def _region(self, name: str) -> Block:
        if not self._has_run:
            raise KeyError(f"There is no {name} region before the first run: call run().")
        return self._page.regions[name]

    def nodes(self) -> Iterator[Node]:
        """All nodes on the page, the regions included."""
        return self._page.walk() if self._has_run else iter(())

    def get(self, element_type: str) -> Sequence[Node]:
        """All nodes of one type, for what has no accessor of its own.

        Args:
            element_type: The type, for instance ``"vega_lite_chart"``.
        """
        return self.of_type(element_type)

    def get_by_key(self, key: str) -> Node:
        """The node with a key.

        Raises:
            KeyError: None has it.
        """
        return find(self.nodes(), key)

    def __len__(self) -> int:
        return len(self._page.shown_regions()) if self._has_run else 0

    def __iter__(self) -> Iterator[Node]:
        return self.nodes()

    def __getitem__(self, idx: int) -> Node:
        if not self._has_run:
            raise KeyError(idx)
        return self._page.by_number(idx)

    def __repr__(self) -> str:
        blocks = map(repr, self._page.shown_regions()) if self._has_run else ["not run yet"]
        state = self.session_state.to_dict()
        lines = [f"    {key!r}: {short(value)}" for key, value in state.items()]
        told = ["session_state", *lines] if lines else []
        return "\n".join([f"AppTest({str(self._path)!r})", *blocks, *told])
