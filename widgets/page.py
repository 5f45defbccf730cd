"""``st.Page``: a page of an app of several pages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, cast

from ..state.context import current_run, run_or_none
from ..state.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
)
from ..state.pages import PageFacts, name_and_icon, title_of, within_page
from ..state.run import Run
from .command import one_of
from .markdown.icons import validate_icon

Source = str | os.PathLike[str] | Callable[[], Any]


class Page:
    """A page of the app: a Python file, a function, or an address outside.

    Args:
        page: A file (relative to the script's folder), a function without arguments, or an address that
            begins with ``http://`` or ``https://``.
        title: What it is called in Markdown; by default the file's or function's name. An address needs one.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``; by default the emoji that a file's name
            begins with; ``""`` for none.
        url_path: Its name in addresses, without slashes; unique in the app.
        default: Whether the app begins with it.
        visibility: ``"hidden"`` leaves it out of the list.
        help: A tooltip in the list, in Markdown.

    Raises:
        StreamlitPageNotFoundError: There is no such file.
        StreamlitMissingRequiredParameterError: Title or name can't be told.
        StreamlitIncompatibleParametersError: An address is to be the default page.
        StreamlitAPIException: ``icon`` or ``url_path`` is not one.
        StreamlitValueError: ``visibility`` is none of the allowed.

    Example:
        >>> orders = st.Page("orders.py", title="My orders", icon=":material/receipt:")
    """

    def __init__(
        self,
        page: Source,
        *,
        title: str | None = None,
        icon: str | None = None,
        url_path: str | None = None,
        default: bool = False,
        visibility: Literal["visible", "hidden"] = "visible",
        help: str | None = None,
    ) -> None:
        one_of("visibility", visibility, ("visible", "hidden"))
        if title is not None and not isinstance(title, str):
            raise StreamlitInvalidParameterTypeError(f"`title` is {title!r}. It accepts a text.")
        file, url, inferred, sign = _source(page, title)
        self._function = page if callable(page) else None
        if url and default:
            raise StreamlitIncompatibleParametersError(
                f"`default=True` does not go with the address {url}: an app begins with a page of its own."
            )
        shown = title.strip() if title else title_of(inferred)
        if not shown:
            raise StreamlitMissingRequiredParameterError(
                f"`title` is needed for {page!r}, whose name tells none."
            )
        self._facts = PageFacts(
            name=_checked_name(url_path, inferred, default),
            title=shown,
            icon=(sign if icon is None else validate_icon(icon)) or "",
            help=str(help or "").strip(),
            default=bool(default),
            hidden=visibility == "hidden",
            file=file,
            url=url,
        )
        self._run: Run | None = None

    title = property(lambda self: cast(str, self._facts.title), doc="What the page is called.")
    icon = property(lambda self: cast(str, self._facts.icon), doc="Its icon, or an empty text.")
    help = property(lambda self: cast(str, self._facts.help), doc="Its tooltip, or an empty text.")

    @property
    def url_path(self) -> str:
        """Its name in addresses; empty for the default page."""
        return "" if self._facts.default else self._facts.name

    @property
    def visibility(self) -> Literal["visible", "hidden"]:
        """Whether the page is listed."""
        return "hidden" if self._facts.hidden else "visible"

    @property
    def facts(self) -> PageFacts:
        """What the window knows of the page."""
        return self._facts

    def run(self) -> None:
        """Run the page that ``st.navigation`` gave back, once a run.

        Raises:
            StreamlitAPIException: It is another page, or it has run already.
        """
        run = current_run()
        if self._run is not run:
            raise StreamlitAPIException(
                f"The page {self.title!r} can't be run here: only the page that `st.navigation` gives back "
                "can, and only once in a run."
            )
        self._run = None
        with within_page(self._facts.name):
            if self._function is not None:
                self._function()
            elif run.run_file is not None:
                run.run_file(Path(self._facts.file))


def app_folder() -> Path:
    """The folder that pages' files are relative to."""
    run = run_or_none()
    entry = run.entry if run is not None else None
    return entry.parent if entry is not None else Path.cwd()


def _source(page: Any, title: str | None) -> tuple[str, str, str, str]:
    """File, address, inferred name and icon of what a page is made of."""
    if isinstance(page, str) and re.match(r"https?://", page):
        if not (title or "").strip():
            raise StreamlitMissingRequiredParameterError(
                f"`title` is needed for the address {page}, which tells none."
            )
        return "", page, re.sub(r"\s+", "_", str(title).strip().lower()), ""
    if isinstance(page, (str, os.PathLike)):
        path = Path(os.path.abspath(app_folder() / page))
        if not path.is_file():
            raise StreamlitPageNotFoundError(f"There is no file {os.fspath(page)!r} for a page: {path}.")
        name, icon = name_and_icon(path)
        return str(path), "", name, icon
    name = getattr(page, "__name__", "")
    if not callable(page) or not name:
        if title and callable(page):
            return "", "", "", ""
        raise StreamlitMissingRequiredParameterError(
            f"`title` is needed for {page!r}, which has no name. A page is a file, a function or an address."
        )
    return "", "", str(name), ""


def _checked_name(url_path: str | None, inferred: str, default: bool) -> str:
    if url_path is None:
        return inferred
    name = url_path.strip().strip("/")
    if not name and not default:
        raise StreamlitMissingRequiredParameterError(
            "`url_path` is empty. Only the default page may go without a name."
        )
    if "/" in name:
        raise StreamlitAPIException(f"`url_path` is {url_path!r}. It accepts one name without slashes.")
    return name or inferred
