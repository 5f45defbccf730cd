"""What one run of an app executes: its script alone, or the page in force of a ``pages`` folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from .context import current_run
from .pages import PageFacts, PageList, folder_pages, within_page
from .run import Run


def execute_app(run: Run, entry: Path, run_file: Callable[[Path], object]) -> None:
    """Run the app from top to bottom.

    With ``st.navigation`` in it the entry script runs always and frames its pages. Without, and with a
    folder ``pages`` beside it, it is one page of many.

    Args:
        run: The run.
        entry: The script.
        run_file: Runs a file as ``__main__``.

    Raises:
        BaseException: Whatever the script raises.
    """
    run.entry, run.run_file = entry, run_file
    pages = run.state.pages
    folder = () if pages.navigates else folder_pages(entry)
    if not folder:
        if not pages.navigates:
            pages.known = ()
        run_file(entry)
        return
    pages.known = folder
    page = pages.wanted()
    # In the very first run the script may still turn out to name its pages itself.
    listed_before = pages.runs > 0
    pages.runs += 1
    if listed_before:
        _list(run, page)
    try:
        _run_page(entry, page, run_file)
    finally:
        if not pages.navigates and not listed_before:
            _list(run, page)


def show_missing(name: str, home: object) -> None:
    """Say that there is no such page, and show the way to the first one.

    Args:
        name: What was asked for.
        home: The first page, or its file.
    """
    place: Any = current_run().main
    place.title("Page not found")
    place.text(f"This app has no page {name!r}.")
    place.page_link(home, label="To the first page", icon=":material/home:")


def _run_page(entry: Path, page: PageFacts | None, run_file: Callable[[Path], object]) -> None:
    if page is None:
        visit = current_run().state.pages.visit
        show_missing(visit.name or Path(visit.file).stem, str(entry))
        return
    if page.default:
        run_file(entry)
        return
    with within_page(page.name):
        run_file(Path(page.file))


def _list(run: Run, page: PageFacts | None) -> None:
    listed = PageList(run.state.pages.known, page.name if page else "")
    run.page_config = replace(run.page_config, pages=listed)
