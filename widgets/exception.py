"""``st.exception``: an error as a readable box."""

from __future__ import annotations

from pathlib import Path

from ..state.run import Run
from .text import Text


def show_fault(run: Run, error: BaseException, script: Path) -> None:
    """Put an error that ended a run into the page."""
    import traceback

    text = "".join(traceback.format_exception(error))
    run.main.append(Text(body=text))
