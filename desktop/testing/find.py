"""Finding one thing on the page, or telling what is there instead."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ...state.element import Element
from ...state.records import dataclass
from ...widgets.block_view import BlockView
from ...widgets.reaching import is_folded
from ...widgets.slots import Slot
from ...widgets.view import View, views
from .errors import AppTestError
from .roles import name_of, role_of
from .words import is_text, key_of, label_of, words_of

if TYPE_CHECKING:
    from ..canvas import Canvas

MOST_LINES = 12
_LONG = 70


class NotFoundError(AppTestError, LookupError):
    """Nothing on the page is what the test looks for; the message lists what is there."""


class AmbiguousError(AppTestError, LookupError):
    """Several things on the page are what the test looks for; the message lists them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something on the page that a test may mean.

    Args:
        kind: The element's kind, or the role of a part.
        names: What it may be called: its label, or all that it says.
        key: Its key.
        place: Where it is, for messages.
        is_text: Whether it is told by what it says, of which a part will do.
        slot: The place of the element, unless it is a widget.
        canvas: Makes the element's view when it is asked for.
        part: The widget, unless it is an element.
    """

    kind: str
    names: tuple[str, ...]
    key: str | None
    place: str = ""
    is_text: bool = False
    slot: Slot | None = None
    canvas: Canvas | None = None
    part: QWidget | None = None

    @property
    def element(self) -> Element | None:
        """What the script declared; None for what is no element and lies in none."""
        return None if self.slot is None else self.slot.element

    @property
    def is_element(self) -> bool:
        """Whether it is an element rather than a widget of the window or in an element."""
        return self.part is None

    @property
    def view(self) -> View[Any] | None:
        """The view that it is, or lies in. What is far out of sight has none yet: it is made."""
        if self.part is not None or self.slot is None or self.canvas is None:
            return None if self.part is None else view_around(self.part)
        return self.canvas.made(self.slot)

    @property
    def widget(self) -> QWidget:
        """What shows it."""
        widget = self.view if self.part is None else self.part
        assert widget is not None
        return widget

    @property
    def visible(self) -> bool:
        """Whether it shows: not in a closed container or behind another tab. It may lie further down."""
        if self.part is not None or self.slot is None:
            return self.part is not None and self.part.isVisible()
        if self.slot.view is not None:
            return bool(self.slot.view.isVisible())
        return not is_folded(self.slot) and bool(self.slot.path()[0].view.isVisible())

    def bring(self) -> None:
        """Scroll to what is so far out of sight that it has no view."""
        slot, canvas = self.slot, self.canvas
        if slot is not None and canvas is not None and slot.view is None and not is_folded(slot):
            canvas.reveal(slot)

    def describe(self) -> str:
        """One line for a message."""
        name = " ".join(" ".join(self.names).split())
        if len(name) > _LONG:
            name = name[: _LONG - 1] + "…"
        parts = [f"{self.kind} {name!r}" if name else self.kind]
        if self.key is not None:
            parts.append(f"key {self.key!r}")
        if self.place:
            parts.append(self.place)
        shown = self.part if self.slot is None else self.slot.view
        if getattr(self.element, "disabled", False) or (shown is not None and not shown.isEnabled()):
            parts.append("disabled")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Query:
    """What a test looks for.

    Args:
        what: How to call it in messages, such as "slider".
        kinds: The kinds of element that count; empty for all.
        label: The label, or for texts a part of the text.
        key: The key.
        text: A part of what it says.
        role: A role, which looks among all widgets rather than among elements.
        index: Which of several, from 0; -1 is the last.
        test: A further condition on the element.
    """

    what: str = "element"
    kinds: tuple[str, ...] = ()
    label: str | None = None
    key: str | None = None
    text: str | None = None
    role: str | None = None
    index: int | None = None
    test: Callable[[Element], bool] | None = None

    def describe(self) -> str:
        """In words, such as ``slider 'Price'``."""
        parts = [self.what]
        if self.label is not None:
            parts.append(repr(self.label))
        if self.key is not None:
            parts.append(f"with the key {self.key!r}")
        if self.text is not None:
            parts.append(f"with the text {self.text!r}")
        if self.index is not None:
            parts.append(f"number {self.index}")
        return " ".join(parts)

    def fits(self, candidate: Candidate) -> bool:
        """Whether something is of the right kind; its name is another matter."""
        if self.kinds and candidate.kind not in self.kinds:
            return False
        element = candidate.element
        return self.test is None or (element is not None and self.test(element))


def of_slot(slot: Slot, canvas: Canvas) -> Candidate:
    """An element as a candidate, with a view or without."""
    element = slot.element
    label = label_of(element)
    names = (label,) if label is not None else words_of(element)
    return Candidate(
        element.kind, names, key_of(element), place_of(slot), is_text(element), slot=slot, canvas=canvas
    )


def of_widget(widget: QWidget) -> Candidate:
    """Any widget as a candidate, by its role."""
    name, view = name_of(widget), view_around(widget)
    place = "" if view is None else place_of(view.slot)
    return Candidate(role_of(widget), (name,) if name else (), None, place, part=widget)


def matches(query: Query, candidates: Iterable[Candidate]) -> list[Candidate]:
    """What a query fits: the nearest spelling wins, and what is visible goes before what is hidden."""
    found = [each for each in candidates if query.fits(each)]
    if query.key is not None:
        found = [each for each in found if each.key == query.key]
    if query.text is not None:
        wanted = _folded(query.text)
        found = [each for each in found if wanted in _folded(_said(each))]
    if query.label is not None:
        found = _by_name(query.label, found)
    visible = [each for each in found if each.visible]
    return visible or found


def choose(query: Query, candidates: Sequence[Candidate], where: str, hint: str = "") -> Candidate:
    """The one thing that a query means.

    Args:
        query: What is wanted.
        candidates: What is there.
        where: The place that was searched, such as "in the sidebar".
        hint: What may explain that it is missing.

    Raises:
        NotFoundError: It is not there.
        AmbiguousError: There are several.
    """
    __tracebackhide__ = True
    found = matches(query, candidates)
    if query.index is not None:
        if -len(found) <= query.index < len(found):
            return found[query.index]
    elif len(found) == 1:
        return found[0]
    elif found:
        count, lines = len(found), _listed(found)
        raise AmbiguousError(
            f"There are {count} of {query.describe()} {where}:\n{lines}\n"
            "Say which: by key=…, by index=…, or within a container."
        )
    there = nearest_first(query, candidates)
    listed = f"What is there, nearest first:\n{_listed(there)}" if there else "Nothing at all is there."
    raise NotFoundError(f"There is no {query.describe()} {where}. {listed}{hint}")


def nearest_first(query: Query, candidates: Sequence[Candidate]) -> list[Candidate]:
    """All that is there: the right kind first, and among one kind the name that is most alike."""
    wanted = _folded(query.label or query.text or query.key or "")

    def distance(candidate: Candidate) -> tuple[bool, float]:
        names = (*candidate.names, candidate.key or "")
        alike = max(difflib.SequenceMatcher(None, wanted, _folded(name)).ratio() for name in names)
        return not query.fits(candidate), -alike

    return sorted((each for each in candidates if each.names or each.key), key=distance)


def place_of(slot: Slot) -> str:
    """Where an element is, from the inside out, such as "in the closed expander 'More' in the sidebar"."""
    parts: list[str] = []
    inside, block = slot, slot.parent
    while block is not None:
        element = block.element
        name = label_of(element) or key_of(element)
        if element.kind == "region":
            region = getattr(element, "name", "main")
            if region != "main":
                parts.append(f"in the {region}")
        elif name and element.kind not in ("flex_container", "tab_container"):
            closed = "closed " if _is_closed(block, inside) else ""
            parts.append(f"in the {closed}{element.kind} {name!r}")
        inside, block = block, block.parent
    return " ".join(parts)


def view_around(widget: QWidget) -> View[Any] | None:
    """The view that a widget is or lies in."""
    inner: QWidget | None = widget
    while inner is not None:
        if isinstance(inner, View):
            return inner
        inner = inner.parentWidget()
    return None


def _is_closed(block: Slot, inside: Slot) -> bool:
    """Whether a block hides what is in it, or is a tab that is not in front."""
    around = block.parent
    if around is not None and around.element.kind == "tab_container" and is_folded(block):
        return True
    view_class = views.class_for(type(block.element))
    return issubclass(view_class, BlockView) and view_class.folds(block, inside)


def _by_name(name: str, candidates: list[Candidate]) -> list[Candidate]:
    def same(candidate: Candidate, spelling: Callable[[str], str]) -> bool:
        wanted = spelling(name)
        return any(spelling(own) == wanted for own in candidate.names)

    for spelling in (str, _folded):
        found = [each for each in candidates if same(each, spelling)]
        if found:
            return found
    wanted = _folded(name)
    return [each for each in candidates if each.is_text and wanted in _folded(_said(each))]


def _said(candidate: Candidate) -> str:
    own = "\n".join(candidate.names)
    if candidate.element is None:
        return own
    return "\n".join((own, *words_of(candidate.element)))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _listed(candidates: Sequence[Candidate]) -> str:
    lines = [f"  {each.describe()}" for each in candidates[:MOST_LINES]]
    if len(candidates) > MOST_LINES:
        lines.append(f"  … and {len(candidates) - MOST_LINES} more")
    return "\n".join(lines)
