"""How the choice of one or several options is kept, sent, and written as query parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..state.container import Container
from ..state.query_params import QueryForm, choice_form
from ..state.records import dataclass
from ..state.session_state import equal
from .command import Joined
from .options import Choices


@dataclass(frozen=True, slots=True)
class Single:
    """How one of several options is kept and sent.

    Args:
        found: The options.
        first: The number of the default; None for none.
        any_text: Whether the user may type a text that is no option; a script may then store anything.
    """

    found: Choices
    first: int | None
    any_text: bool = False

    @property
    def default(self) -> Any:
        """The default as the script gets it."""
        return None if self.first is None else self.found.option(self.first)

    def parse(self, wire: int | str | None) -> Any:
        """The option for its number; a text that is none stays one, and nothing is the default."""
        return self.found.option(wire) if isinstance(wire, int) else self.default if wire is None else wire

    def wire(self, value: Any) -> int | str | None:
        """The number of an option; None for none, a text for one that was typed."""
        if value is None and self.first is None and not any(option is None for option in self.found.values):
            return None
        place = self.found.find(value)
        if place is None and value is not None and (self.any_text or isinstance(value, str)):
            return str(value)
        return place

    def accept(self, value: Any) -> Any:
        """A kept value as this run has it: what is none of the options falls back to the default."""
        if value is None:
            return None
        place = self.found.find(value)
        if place is not None:
            return self.found.settle(value, place)
        return value if self.any_text else self.default


def settled_list(value: Any, found: Choices, *, any_text: bool = False) -> Any:
    """A value of several options as this run has it: what is gone is dropped.

    Args:
        value: What the session state holds.
        found: The options.
        any_text: Whether what is none of the options is kept.

    Raises:
        TypeError: The value can't be iterated.
    """
    if not isinstance(value, Iterable):
        raise TypeError(f"The session state holds {value!r} for a widget whose value is a list of options.")
    items = list(value)
    kept: list[Any] = []
    for item in items:
        place = found.find(item)
        if place is not None:
            kept.append(found.settle(item, place))
        elif any_text:
            kept.append(item)
    return value if not isinstance(value, list) and len(kept) == len(items) else kept


def wire_list(value: Any, found: Choices, *, any_text: bool = False) -> tuple[int | str, ...]:
    """The numbers of several options; a text that is no option stays one, with ``any_text`` all is one."""
    wire: list[int | str] = []
    for item in value if isinstance(value, Iterable) else ():
        place = found.find(item)
        if place is not None:
            wire.append(place)
        elif any_text or isinstance(item, str):
            wire.append(str(item))
    return tuple(wire)


def parsed_list(wire: Sequence[int | str], found: Choices) -> list[Any]:
    """The script's value for the numbers of several options and for texts that are none."""
    return [found.option(item) if isinstance(item, int) else item for item in wire]


def clearable(form: QueryForm) -> QueryForm:
    """A query parameter that is empty stands for no choice."""
    return QueryForm(
        lambda texts: None if list(texts) == [""] else form.read(texts),
        lambda value: [""] if value is None else form.write(value),
    )


def several_options(found: Choices, *, any_text: bool = False, most: int | None = None) -> QueryForm:
    """Several options as query parameters: those that make sense, each once, as many as are allowed.

    A single empty parameter stands for none of the options.
    """
    single = choice_form(found.labels, found.values, others=any_text)

    def read(texts: Sequence[str]) -> list[Any]:
        known = [text for text in dict.fromkeys(texts) if text and (any_text or text in found.labels)]
        if not known and list(texts) != [""]:
            raise ValueError(texts)
        return [single.read([text]) for text in known[:most]]

    return QueryForm(read, lambda values: [text for value in values for text in single.write(value)] or [""])


def tidy_query(place: Container, joined: Joined, form: QueryForm, default: Any) -> None:
    """Write a bound query parameter as its value is written, where it said more than that."""
    params, key = place.run.state.query, str(joined.id[1])
    texts = params.get_all(key)
    wanted = [] if equal(joined.value, default) else form.written(joined.value)
    if texts and wanted is not None and texts != wanted:
        params.put(key, wanted)
