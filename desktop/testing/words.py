"""What an element says: the words that a person reads on the page, without Markdown's signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ...state.element import Block, Element, Widget
from ...widgets.markdown.plain import plain_text

Words = Callable[[Any], Iterable[str | None]]


def _metric(element: Any) -> Iterable[str | None]:
    return plain_text(element.label), element.body, element.delta


def _exception(element: Any) -> Iterable[str | None]:
    return (": ".join(part for part in (element.type_name, element.message) if part),)


def _alert(element: Any) -> Iterable[str | None]:
    return plain_text(element.title), plain_text(element.body)


def _picture(element: Any) -> Iterable[str | None]:
    captions = [plain_text(caption) for caption in element.captions if caption]
    return (*captions, *element.alts)


def _as_written(element: Any) -> Iterable[str | None]:
    return (element.body,)


# What has neither a label, a body nor a text, or more than that.
_WORDS: dict[str, Words] = {
    "code": _as_written,
    "error": _alert,
    "exception": _exception,
    "image": _picture,
    "info": _alert,
    "json": _as_written,
    "latex": _as_written,
    "metric": _metric,
    "success": _alert,
    "text": _as_written,
    "warning": _alert,
}
_FIELDS = ("label", "title", "body", "text", "message", "name")


def words_of(element: Element) -> tuple[str, ...]:
    """What an element says, part by part; empty parts are left out."""
    parts = _WORDS.get(element.kind, _fields)(element)
    return tuple(part for part in parts if part)


def label_of(element: Element) -> str | None:
    """The label by which a person knows an element, or what an empty field says; None if it has none."""
    for name in ("label", "placeholder"):
        label = getattr(element, name, None)
        if isinstance(label, str) and label:
            return plain_text(label)
    return None


def key_of(element: Element) -> str | None:
    """The key that the script gave, or the name of a form."""
    for name in ("key", "block_key"):
        key = getattr(element, name, None)
        if isinstance(key, str):
            return key
    form = getattr(element, "form_id", None)
    return form if element.kind == "form" and isinstance(form, str) else None


def is_text(element: Element) -> bool:
    """Whether an element is there to be read, rather than to be used or to hold others."""
    return not isinstance(element, (Widget, Block)) and bool(words_of(element))


def _fields(element: Element) -> Iterator[str | None]:
    for name in _FIELDS:
        value = getattr(element, name, None)
        if isinstance(value, str):
            yield plain_text(value)
