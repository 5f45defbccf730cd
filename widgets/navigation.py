"""``st.navigation`` and ``st.switch_page``: which pages an app has, and the way from one to another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from ..state.context import RerunRequest, current_run
from ..state.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
    StreamlitQueryParamDictValueError,
    StreamlitValueError,
)
from ..state.pages import PageFacts, PageList, Position, Query, Visit
from ..state.query_params import RESERVED
from .command import one_of
from .page import Page, Source, app_folder

MOST = 10

QueryInput = Mapping[str, str | Iterable[str]] | Iterable[tuple[str, str | Iterable[str]]]


def navigation(
    pages: Sequence[Page | Source] | Mapping[str, Sequence[Page | Source]],
    *,
    position: Position = "sidebar",
    expanded: bool | int = False,
) -> Page:
    """Say which pages the app has, and get the one that is to run.

    Args:
        pages: Pages, files or functions: a list, or a dict of lists by the title of a section.
        position: Where they are listed: ``"sidebar"``, ``"top"`` or, ``"hidden"``, nowhere.
        expanded: Whether a long list shows all pages at once; a number says how many show while it is
            folded. False stands for 10.

    Returns:
        The page in force; call its ``run()`` where it is to appear.

    Raises:
        StreamlitMissingRequiredParameterError: There is no page.
        StreamlitAPIException: Two pages have one name, two are the default, or all are addresses.
        StreamlitValueError: ``position`` or ``expanded`` is none of the allowed.

    Example:
        >>> page = st.navigation({"Shop": ["goods.py", "cart.py"], "Account": ["login.py"]})
        >>> page.run()
    """
    run = current_run()
    run.checkpoint()
    one_of("position", position, ("sidebar", "hidden", "top"))
    most = _checked_expanded(expanded)
    made = _made_pages(pages)
    _check_together(made)
    known = run.state.pages
    listed_before = bool(known.known)
    known.navigates = True
    known.known = tuple(page.facts for page in made)
    current = next((page for page in made if known.visit.means(page.facts)), None)
    if current is None and known.visit.tentative:
        known.visit = Visit(query=None)
        current = next(page for page in made if page.facts.default)
    if current is None and known.visit.name and not listed_before:
        from .page_missing import missing_page

        current = missing_page(known.visit.name, next(page for page in made if page.facts.default))
    if current is None:
        # A page that was there: who signs out loses some, and goes on from the first one.
        wish = known.visit.name or Path(known.visit.file).name
        run.notices.append(f"This app has no page {wish!r}. This is its first page instead.")
        known.visit = Visit(query=None)
        current = next(page for page in made if page.facts.default)
    current._run = run
    listed = PageList(known.known, current.facts.name, position, most)
    run.page_config = replace(run.page_config, pages=listed)
    return current


def switch_page(page: str | os.PathLike[str] | Page, *, query_params: QueryInput | None = None) -> NoReturn:
    """End this run here and go to another page.

    Args:
        page: A page, or its file relative to the script's folder.
        query_params: The query parameters there, as a dict or pairs; none by default.

    Raises:
        StreamlitPageNotFoundError: The app has no such page.
        StreamlitAPIException: The page is an address outside, or a parameter's name is reserved.

    Example:
        >>> if st.button("To the cart"):
        ...     st.switch_page("cart.py")
    """
    run = current_run()
    run.checkpoint()
    run.fragments.check_sequential("switch_page", bool(run.alone))
    visit = visit_of(page, query_params)
    if isinstance(page, Page) and page.facts.url:
        raise StreamlitAPIException(
            f"`st.switch_page` can't go to {page.facts.url}: it is outside of the app. Use `st.page_link`."
        )
    raise RerunRequest(visit=visit)


def visit_of(page: Any, query_params: QueryInput | None) -> Visit:
    """The wish for a page that a command names.

    Raises:
        StreamlitPageNotFoundError: A file is named that is no page of the app.
        StreamlitInvalidParameterTypeError: ``page`` is of no type that names one.
    """
    query = checked_query(query_params)
    if isinstance(page, Page):
        return Visit(page.facts.name, page.facts.file, query)
    facts = facts_of(page)
    return Visit(facts.name, facts.file, query)


def facts_of(page: Any) -> PageFacts:
    """What is known of the page of a file.

    Raises:
        StreamlitPageNotFoundError: It is no page of the app.
        StreamlitInvalidParameterTypeError: ``page`` is of no type that names one.
    """
    if not isinstance(page, (str, os.PathLike)):
        raise StreamlitInvalidParameterTypeError(
            f"`page` is a {type(page).__name__}. It accepts a file's path or a page made by `st.Page`."
        )
    found = current_run().state.pages.of_file(str(app_folder() / page))
    if found is None:
        raise StreamlitPageNotFoundError(
            f"This app has no page {os.fspath(page)!r}. Name a file relative to the app's script that is one "
            "of its pages, or give the `st.Page` that was passed to `st.navigation`."
        )
    return found


def checked_query(query_params: QueryInput | None) -> Query:
    """Query parameters as texts.

    Raises:
        StreamlitQueryParamDictValueError: A value is a dict.
        StreamlitInvalidParameterTypeError: They are neither a dict nor pairs.
        StreamlitAPIException: A name is reserved.
    """
    if query_params is None:
        return ()
    try:
        items = query_params.items() if isinstance(query_params, Mapping) else query_params
        pairs = [(str(name), value) for name, value in items]
    except (TypeError, ValueError):
        raise StreamlitInvalidParameterTypeError(
            f"`query_params` is {query_params!r}. It accepts a dict or pairs of name and text."
        ) from None
    texts: dict[str, list[str]] = {}
    for name, value in pairs:
        if name.lower() in RESERVED:
            raise StreamlitAPIException(f"The query parameter {name!r} is reserved: a script can't set it.")
        if isinstance(value, Mapping):
            raise StreamlitQueryParamDictValueError(
                f"The query parameter {name!r} is a dict. It accepts a text or a list of texts."
            )
        several = isinstance(value, Iterable) and not isinstance(value, (str, bytes))
        texts[name] = [str(each) for each in value] if several else [str(value)]
    return tuple((name, tuple(listed)) for name, listed in texts.items())


# Checks


def _checked_expanded(expanded: object) -> int:
    """How many pages a folded list shows; 0 for all."""
    if isinstance(expanded, bool):
        return 0 if expanded else MOST
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError(
            f"`expanded` is {expanded!r}. It accepts True, False or a number of pages."
        )
    if expanded < 0:
        raise StreamlitValueError(f"`expanded` is {expanded}. A number of pages can't be below 0.")
    return expanded or MOST


def _made_pages(pages: Any) -> list[Page]:
    """All pages in order, each with its section, one of them the default."""
    if isinstance(pages, (str, os.PathLike)) or callable(pages):
        raise StreamlitInvalidParameterTypeError("`pages` is one page. It accepts a list or a dict of lists.")
    sections = pages.items() if isinstance(pages, Mapping) else [("", pages)]
    made: list[Page] = []
    for section, listed in sections:
        for each in listed:
            page = each if isinstance(each, Page) else _make_page(each)
            page._facts = replace(page._facts, section=str(section))
            made.append(page)
    if not made:
        raise StreamlitMissingRequiredParameterError("`pages` is empty. An app needs at least one page.")
    if not any(page.facts.default for page in made):
        first = next((page for page in made if not page.facts.url), None)
        if first is None:
            raise StreamlitAPIException("All `pages` are addresses. An app needs a page of its own.")
        first._facts = replace(first._facts, default=True)
    return made


def _make_page(source: Any) -> Page:
    if not isinstance(source, (str, os.PathLike)) and not callable(source):
        raise StreamlitInvalidParameterTypeError(
            f"One of `pages` is a {type(source).__name__}. They are files, functions or made by `st.Page`."
        )
    return Page(source)


def _check_together(made: Sequence[Page]) -> None:
    if sum(page.facts.default for page in made) > 1:
        raise StreamlitAPIException("Several `pages` have `default=True`. An app begins with one page.")
    seen: dict[str, Page] = {}
    for page in made:
        name = page.facts.name
        if name in seen:
            raise StreamlitAPIException(
                f"The pages {seen[name].title!r} and {page.title!r} have one name, {name!r}. Give one of "
                "them another `url_path`."
            )
        seen[name] = page
