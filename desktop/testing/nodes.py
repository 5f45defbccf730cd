"""Nodes: what a test sees of an element.

A node is made from the element on screen; it is good until the next run. What a test does to a
widget's node is kept in the node and reaches the session with the next run.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, ClassVar

from ...state.element import Element, Widget
from ...state.session_state import equal
from .errors import AppTestError

if TYPE_CHECKING:
    from typing_extensions import Self

    from .app_test import AppTest
    from .page import Page

UNSET: Any = type("Unset", (), {"__repr__": lambda self: "unset"})()
"""A widget's pending value while the test has not touched the widget."""


_SILENT = ("None", "''", "False")


class Proto:
    """A node's facts under the names that they have in Streamlit's messages.

    Tests written for Streamlit look at ``node.proto.label`` and the like.
    """

    def __init__(self, node: Node) -> None:
        self._node = node

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._node.fact(name)

    def __repr__(self) -> str:
        return f"Proto of {self._node!r}"


class Node:
    """One element or block, as a test sees it.

    Attributes:
        element: What the script declared.
        type: The kind of element, as in ``app.get(type)``.
        path: Its place: the numbers of the region, of the blocks around and its own.
    """

    renamed: ClassVar[dict[str, str]] = {}
    """Streamlit's names of facts that desklit's elements call otherwise."""
    shown: ClassVar[tuple[str, ...]] = ()
    """What ``repr`` tells."""

    def __init__(self, element: Element, page: Page, type: str = "") -> None:
        self.element = element
        self.type = type or element.kind
        self.path: tuple[int, ...] = ()
        self._page = page

    @property
    def root(self) -> Page:
        """The page that the node is on."""
        return self._page

    @property
    def key(self) -> str | None:
        """The script's key, if any."""
        key = getattr(self.element, "key", None)
        return key if isinstance(key, str) else None

    @property
    def proto(self) -> Proto:
        """The element's facts under Streamlit's names."""
        return Proto(self)

    def fact(self, name: str) -> Any:
        """A fact of the element by its name in desklit or in Streamlit; no text is ``""``.

        Raises:
            AttributeError: Neither has it.
        """
        found = getattr(type(self), name, UNSET)
        if found is not UNSET and not callable(found):
            return getattr(self, name)
        value = getattr(self.element, self.renamed.get(name, name), UNSET)
        if value is UNSET:
            raise AttributeError(f"A {self.type} has no {name!r}.")
        return "" if value is None and name in ("help", "icon", "label", "placeholder") else value

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name in ("element", "type"):
            raise AttributeError(name)
        return self.fact(name)

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the script with all that the test has done to the page; see `AppTest.run`."""
        return self._page.app.run(timeout=timeout)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return type(self) is type(other) and equal(self.element, other.element)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        facts = [(name, getattr(self, name, None)) for name in ("key", *self.shown)]
        told = ", ".join(f"{name}={short(value)}" for name, value in facts if repr(value) not in _SILENT)
        return f"{type(self).__name__}({told})"


class ElementNode(Node):
    """An element that holds no others."""

    def __iter__(self) -> Iterator[Self]:
        yield self

    @property
    def value(self) -> Any:
        """What the element shows: its text, its data, its value."""
        for name in ("body", "value"):
            found = getattr(self.element, name, UNSET)
            if found is not UNSET:
                return found
        return None


class UnknownElement(ElementNode):
    """An element that has no node class of its own; its facts are those of the element."""

    def __repr__(self) -> str:
        names = [field.name for field in fields(self.element) if field.repr]
        facts = [f"{name}={short(getattr(self.element, name))}" for name in names]
        return f"UnknownElement({', '.join([f'type={self.type!r}', *facts])})"


def short(value: object) -> str:
    """A value as ``repr`` shows it, cut where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


class ActedOn(Node):
    """A node that a test can act on; what it did reaches the session with the next run.

    A node of an earlier page stands for the same thing on the page as it is now.
    """

    element: Widget

    @property
    def _pending(self) -> Any:
        live = self._page.app.page.live(self)
        return UNSET if live is None else live.root.memory.pending.get(live.element.id, UNSET)

    @_pending.setter
    def _pending(self, value: Any) -> None:
        live = self._page.app.page.reach(self)
        live.root.memory.pending[live.element.id] = value
        if value is UNSET:
            del live.root.memory.pending[live.element.id]

    @property
    def _declared(self) -> Widget:
        """What the script has declared in its last run; if it is gone, what it declared before."""
        live = self._page.app.page.live(self)
        return self.element if live is None else live.element

    @property
    def touched(self) -> bool:
        """Whether the test has acted on it since the last run."""
        return self._pending is not UNSET

    def wire_value(self) -> Any:
        """The pending value as a view would send it."""
        return self._page.to_wire(self.element, self._pending)


class WidgetNode(ActedOn, ElementNode):
    """An element with a value that a user can change."""

    renamed: ClassVar[dict[str, str]] = {"default": "initial"}
    shown: ClassVar[tuple[str, ...]] = ("label", "value", "disabled", "refusal")

    @property
    def id(self) -> str:
        """The widget's identity, as text."""
        digest = zlib.crc32(repr(self.element.id).encode())
        return f"$$ID-{digest:08x}-{self.key}"

    @property
    def disabled(self) -> bool:
        """Whether a user can't change it."""
        return bool(self.element.disabled)

    @property
    def value(self) -> Any:
        """What the script gets, or will get with the next run."""
        if self._pending is not UNSET:
            return self._pending
        return self._page.value_of(self._declared)

    def set_value(self, v: Any) -> Self:
        """Change the value as a user would; the script sees it with the next `run`.

        Args:
            v: The value as the script gets it.

        Returns:
            The node, for another call.

        Raises:
            AppTestError: The widget is disabled, gone from the page or behind a dialog that can't be
                dismissed.
        """
        if self.disabled:
            name = f"with the key {self.key!r}" if self.key else f"labelled {self.element.label!r}"
            raise AppTestError(f"The {self.type} {name} is disabled: a user could not change it.")
        self._pending = v
        return self

    @property
    def refusal(self) -> str:
        """What the field says about a value that it did not send in the last run; "" for nothing.

        A value is refused where ``required`` or ``validate`` of the command do so; its form then does
        not submit.
        """
        return self._page.memory.refusals.get(self.element.id, "")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WidgetNode):
            return NotImplemented
        return super().__eq__(other) and equal(self._pending, other._pending)

    __hash__ = None  # type: ignore[assignment]
