"""The pages of an app: what is known of each, which one is in force, and the files of a ``pages`` folder.

The page in force belongs to the session. A page is told apart by its *name*, the last part of what would
be its address; the default page has one too, although its public path is empty.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Literal

from .patterns import pattern
from .records import dataclass

Position = Literal["sidebar", "top", "hidden"]

page_scope: ContextVar[str] = ContextVar("desklit_page", default="")
"""The name of the page whose own code is running; "" in the entry script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the window shows of a page.

    ``file`` is the page's file, ``url`` the address of one outside of the app; a function has neither.
    """

    name: str
    title: str
    icon: str = ""
    help: str = ""
    section: str = ""
    default: bool = False
    hidden: bool = False
    file: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class PageList:
    """All pages, how they are listed (``most``: so many while folded, 0 for all), and the one in force."""

    pages: tuple[PageFacts, ...]
    current: str
    position: Position = "sidebar"
    most: int = 10

    def visible(self) -> tuple[PageFacts, ...]:
        """The pages that are listed; none where there is no choice."""
        shown = tuple(page for page in self.pages if not page.hidden)
        return shown if len(shown) > 1 and self.position != "hidden" else ()

    def of_now(self) -> PageFacts | None:
        """The page in force."""
        return next((page for page in self.pages if page.name == self.current), None)


Query = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """The wish to see a page: by name, by file, or by both; by neither for the default page.

    ``query`` takes the place of all query parameters; None leaves them as they are. Where there is no such
    page, a ``tentative`` wish is one for the first page.
    """

    name: str = ""
    file: str = ""
    query: Query | None = ()
    tentative: bool = False

    def means(self, page: PageFacts) -> bool:
        """Whether it is this page that is wanted."""
        if page.url:
            return False
        if not self.name and not self.file:
            return page.default
        return (not self.name or self.name == page.name) and (not self.file or self.file == page.file)


class Pages:
    """The pages of one session."""

    def __init__(self) -> None:
        self.known: tuple[PageFacts, ...] = ()
        self.visit = Visit()
        self.navigates = False  # the script names its pages itself, so that the folder does not count
        self.runs = 0

    def wanted(self) -> PageFacts | None:
        """The page in force; None if what is wanted does not exist."""
        found = next((page for page in self.known if self.visit.means(page)), None)
        return self.default() if found is None and self.visit.tentative else found

    def default(self) -> PageFacts | None:
        """The page that the app begins with."""
        return next((page for page in self.known if page.default), None)

    def of_file(self, file: str) -> PageFacts | None:
        """The page that a file holds."""
        return next((page for page in self.known if page.file and same_file(page.file, file)), None)

    def scope(self) -> str:
        """A name for the page in force that is also right while the pages are not known yet."""
        page = self.wanted()
        if page is None:
            return self.visit.name
        return "" if page.default else page.name


def same_file(one: str, other: str) -> bool:
    """Whether two paths name the same file."""
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


@contextlib.contextmanager
def within_page(name: str) -> Iterator[None]:
    """The code in the block is the page's own: its widgets are told apart from those of other pages."""
    before = page_scope.set(name)
    try:
        yield
    finally:
        page_scope.reset(before)


# Names

_NUMBER = pattern(r"(\d*)[\s_-]*(.*)", re.DOTALL)
_JOINED = "\u200d"
_VARIANTS = ("\ufe0f", "\u20e3")


def _leading_emoji(text: str) -> str:
    """The emoji that a text begins with, whatever it is composed of; "" if there is none."""
    if text.isascii():
        return ""
    import unicodedata

    end = 0
    while end < len(text):
        char = text[end]
        joined = end > 0 and text[end - 1] == _JOINED
        tone = "\U0001f3fb" <= char <= "\U0001f3ff"
        flag = end == 1 and _is_flag_letter(char) and _is_flag_letter(text[0])
        pictured = unicodedata.category(char) == "So" and ord(char) > 0x2000
        if char in _VARIANTS or char == _JOINED or (tone and end):
            if end == 0:
                return ""
        elif not (pictured and (end == 0 or joined or flag)):
            break
        end += 1
    return text[:end]


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def name_and_icon(file: str | os.PathLike[str]) -> tuple[str, str]:
    """A page's name and icon by its file's name: ``2_🎉_my_party.py`` is ``my_party`` with 🎉."""
    stem = Path(file).stem
    match = _NUMBER.fullmatch(stem.strip())
    number, rest = match.groups() if match else ("", stem)
    icon = _leading_emoji(rest)
    name = re.sub(r"[\s_]+", "_", rest[len(icon) :]).strip(" _-" if icon else " _")
    return name or ("" if icon else number), icon


def title_of(name: str) -> str:
    """A page's title by its name."""
    return re.sub(r"[\s_]+", " ", name).strip()


def _order(file: Path) -> tuple[float, str]:
    match = _NUMBER.fullmatch(file.stem)
    number, rest = match.groups() if match else ("", file.stem)
    return float(number) if number else float("inf"), rest.lower()


@functools.lru_cache(maxsize=64)
def _pages_beside(entry: str) -> str:
    return os.path.join(os.path.dirname(entry), "pages")


def folder_pages(entry: Path) -> tuple[PageFacts, ...]:
    """The script and the files of the folder ``pages`` beside it, in order; none if there is no such folder.

    Files come by their leading numbers, then by name; hidden files and ``__init__.py`` are left out.
    """
    folder = _pages_beside(str(entry))
    if not os.access(folder, os.R_OK):  # each run asks, and an exception costs more than this
        return ()
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    files = [file for file in map(Path(folder).joinpath, names) if file.suffix == ".py"]
    found = sorted((file for file in files if not file.name.startswith((".", "__"))), key=_order)
    if not found:
        return ()
    pages = []
    for file in (entry, *found):
        name, icon = name_and_icon(file)
        page = PageFacts(name=name, title=title_of(name), icon=icon, file=str(file), default=file == entry)
        pages.append(page)
    return tuple(pages)
