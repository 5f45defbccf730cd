"""An error as its reader wants it: what, where in the own code, and why; no Qt, nothing that can fail.

`describe` cuts the frames of desklit and of the import machinery, so that a traceback begins in the
user's script. What libraries add at its end is kept and marked.
"""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import CodeType, TracebackType
from typing import Literal, TypeVar

from .places import Owner, Places
from .records import dataclass

T = TypeVar("T")
Relation = Literal["", "cause", "context"]

_MOST_FRAMES = 30
_MOST_LINKS = 20
_MOST_MEMBERS = 15


@dataclass(frozen=True, slots=True)
class Frame:
    """One step of a traceback.

    Attributes:
        file: Path of the file, as Python knows it.
        line: Line number, from 1; 0 if unknown.
        function: Name of the function, ``<module>`` at top level.
        source: The line's text without indentation and line end; empty if it cannot be read.
        column: Where in ``source`` the failing expression starts, from 0; None if unknown (Python 3.10).
        end_column: Where in ``source`` it ends (exclusive); None if unknown.
        library: Whether the file is a library's rather than the user's.
        skipped: How many frames were left out ahead of this one, as in an endless recursion.
    """

    file: str
    line: int
    function: str
    source: str = ""
    column: int | None = None
    end_column: int | None = None
    library: bool = False
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class SyntaxPlace:
    """Where Python could not read on. Columns count from 0 within ``source``; None if unknown."""

    file: str
    line: int
    source: str
    column: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception, described.

    Attributes:
        type_name: Name of its class, such as ``KeyError``.
        qualified_name: The same with the module, unless that is ``builtins`` or ``__main__``.
        message: Its text; may be empty.
        frames: From the user's script to the line that raised.
        notes: What ``add_note`` added.
        syntax: The place, if it is a SyntaxError.
        earlier: The exception that led to this one.
        relation: ``"cause"`` when raised ``from`` the earlier one, ``"context"`` when raised while that
            one was handled, else empty.
        members: The exceptions of an exception group, the first fifteen.
        text: The whole traceback as plain text, for the clipboard; empty in ``earlier`` and ``members``.
    """

    type_name: str
    qualified_name: str
    message: str
    frames: tuple[Frame, ...] = ()
    notes: tuple[str, ...] = ()
    syntax: SyntaxPlace | None = None
    earlier: Fault | None = None
    relation: Relation = ""
    members: tuple[Fault, ...] = ()
    text: str = ""


def describe(exc: BaseException, *, own_roots: Sequence[Path] = ()) -> Fault:
    """Describe an exception that left a script or a callback. Never raises, whatever the exception does.

    Args:
        exc: The exception, with its traceback.
        own_roots: The folders of the user's scripts.

    Returns:
        The description; it holds neither frames nor objects of the script alive.
    """
    places = Places(own_roots)
    fault = _chained(exc, places, set())
    return replace(fault, text=_attempt(lambda: _full_text(exc, places), lambda: _plain_text(fault)))


def _chained(exc: BaseException, places: Places, seen: set[int]) -> Fault:
    links: list[tuple[BaseException, Relation]] = []
    current: BaseException | None = exc
    relation: Relation = ""
    while current is not None and id(current) not in seen and len(links) < _MOST_LINKS:
        seen.add(id(current))
        links.append((current, relation))
        if current.__cause__ is not None:
            current, relation = current.__cause__, "cause"
        else:
            current, relation = (None if current.__suppress_context__ else current.__context__), "context"
    earlier: Fault | None = None
    led_by: Relation = ""
    for link, link_relation in reversed(links):
        fault = replace(_single(link, places, seen), earlier=earlier, relation=led_by)
        earlier, led_by = fault, link_relation
    return fault


def _single(exc: BaseException, places: Places, seen: set[int]) -> Fault:
    kind = type(exc)
    name = _text(lambda: kind.__name__, "Exception")
    module = _text(lambda: kind.__module__, "builtins")
    qualname = _text(lambda: kind.__qualname__, name)
    syntax = _attempt(lambda: _syntax_place(exc), lambda: None)
    if isinstance(exc, SyntaxError) and syntax is not None:
        message = _text(lambda: exc.msg, "")
    else:
        message = _text(lambda: str(exc), f"<the text of this {name} could not be made>")
    return Fault(
        type_name=name,
        qualified_name=qualname if module in ("builtins", "__main__") else f"{module}.{qualname}",
        message=message,
        frames=_attempt(lambda: _frames(exc, places), lambda: ()),
        notes=_attempt(lambda: _notes(exc), lambda: ()),
        syntax=syntax,
        members=_attempt(lambda: _members(exc, places, seen), lambda: ()),
    )


def _frames(exc: BaseException, places: Places) -> tuple[Frame, ...]:
    steps = list(_steps(exc.__traceback__))
    owners = [places.owner(code.co_filename) for code, _, _ in steps]
    if _is_unread(type(exc), owners):
        return ()
    start = _start(owners)
    if start is not None:
        kept = [
            (step, owner == "library")
            for step, owner in zip(steps[start:], owners[start:], strict=True)
            if owner != "desklit" and not step[0].co_filename.startswith("<frozen ")
        ]
    else:
        kept = [(step, True) for step in steps]
    for file in {step[0].co_filename for step, _ in kept}:
        linecache.checkcache(file)
    half = _MOST_FRAMES // 2
    if len(kept) <= _MOST_FRAMES:
        return tuple(_frame(*step, library) for step, library in kept)
    first, *rest = (_frame(*step, library) for step, library in kept[-half:])
    first = replace(first, skipped=len(kept) - 2 * half)
    return (*(_frame(*step, library) for step, library in kept[:half]), first, *rest)


def _start(owners: Sequence[Owner]) -> int | None:
    """The first step within the user's scripts, else the first in other code of theirs."""
    wanted: tuple[Owner, ...] = ("own", "other")
    return next((owners.index(owner) for owner in wanted if owner in owners), None)


def _is_unread(kind: type[BaseException] | None, owners: Sequence[Owner]) -> bool:
    """Whether an error is a script's that could not even be read: it was desklit that tried to."""
    last = next((owner for owner in reversed(owners) if owner != "library"), None)
    return kind is not None and issubclass(kind, SyntaxError) and last == "desklit"


def _steps(trace: TracebackType | None) -> Iterator[tuple[CodeType, int, int]]:
    """Code, line and instruction of each step, outermost first."""
    while trace is not None:
        yield trace.tb_frame.f_code, trace.tb_lineno or 0, trace.tb_lasti
        trace = trace.tb_next


def _frame(code: CodeType, line: int, instruction: int, library: bool) -> Frame:
    written = _attempt(lambda: linecache.getline(code.co_filename, line), lambda: "").rstrip()
    source = written.lstrip()
    column, end_column = _attempt(lambda: _columns(code, line, instruction, written), lambda: (None, None))
    function = getattr(code, "co_qualname", code.co_name).rpartition("<locals>.")[2]
    return Frame(
        file=_readable(code.co_filename),
        line=line,
        function=_readable(function),
        source=_readable(source),
        column=column,
        end_column=end_column,
        library=library,
    )


def _columns(code: CodeType, line: int, instruction: int, written: str) -> tuple[int | None, int | None]:
    """The failing expression's range in the stripped line; Python 3.11 and later know it."""
    positions: Callable[[], Iterable[tuple[int | None, ...]]] | None = getattr(code, "co_positions", None)
    if positions is None or instruction < 0 or not written:
        return None, None
    start_line, end_line, start, end = next(islice(positions(), instruction // 2, None))
    if start_line != line or start is None or end is None:
        return None, None
    indent = len(written) - len(written.lstrip())
    encoded = written.encode()
    first = len(encoded[:start].decode(errors="replace")) - indent
    last = len(encoded[:end].decode(errors="replace")) - indent if end_line == line else len(written) - indent
    return (first, last) if 0 <= first < last else (None, None)


def _syntax_place(exc: BaseException) -> SyntaxPlace | None:
    if not isinstance(exc, SyntaxError) or not isinstance(exc.filename, str):
        return None
    line = exc.lineno or 0
    written = exc.text if isinstance(exc.text, str) else linecache.getline(exc.filename, line)
    written = written.split("\n")[0].rstrip()
    source = written.lstrip()
    indent = len(written) - len(source)
    column = end = None
    if exc.offset:
        column = max(exc.offset - 1 - indent, 0)
        same_line = exc.end_lineno in (None, line)
        end = (exc.end_offset or 0) - 1 - indent if same_line else len(source)
        end = max(end, column + 1)
    return SyntaxPlace(_readable(exc.filename), line, _readable(source), column, end)


def _notes(exc: BaseException) -> tuple[str, ...]:
    notes = getattr(exc, "__notes__", None)
    if not isinstance(notes, (list, tuple)):
        return ()
    return tuple(_text(partial(str, note), "<a note that could not be read>") for note in notes)


def _members(exc: BaseException, places: Places, seen: set[int]) -> tuple[Fault, ...]:
    # Exception groups by what they have, since Python 3.10 knows them only from a backport.
    members = getattr(exc, "exceptions", None)
    if not isinstance(members, tuple):
        return ()
    fresh = [one for one in members[:_MOST_MEMBERS] if isinstance(one, BaseException) and id(one) not in seen]
    return tuple(_chained(one, places, seen) for one in fresh)


def _full_text(exc: BaseException, places: Places) -> str:
    whole = traceback.TracebackException(type(exc), exc, exc.__traceback__)
    pending: list[traceback.TracebackException | None] = [whole]
    seen: set[int] = set()
    while pending:
        one = pending.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        owners = [places.owner(summary.filename) for summary in one.stack]
        start = len(owners) if _is_unread(one.exc_type, owners) else _start(owners)
        del one.stack[: start or 0]
        pending += [one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or ())]
    return _readable("".join(whole.format()))


def _plain_text(fault: Fault) -> str:
    """The text where Python's own formatter gave up."""
    lines = [f'  File "{frame.file}", line {frame.line}, in {frame.function}' for frame in fault.frames]
    last = f"{fault.qualified_name}: {fault.message}"
    return "\n".join(["Traceback (most recent call last):", *lines, last])


def _attempt(make: Callable[[], T], otherwise: Callable[[], T]) -> T:
    try:
        return make()
    except BaseException:  # the user's __str__ may even raise SystemExit
        return otherwise()


def _text(make: Callable[[], object], otherwise: str) -> str:
    return _attempt(lambda: _readable(str.__str__(make())), lambda: otherwise)


def _readable(text: str) -> str:
    """Plain ``str`` without lone surrogates, which no widget and no clipboard takes."""
    return str.encode(text, "utf-8", "backslashreplace").decode()
