"""The words that a script's commands leave behind: elements and blocks, without Qt.

An element is what one call declared. It is frozen, so that it can cross threads, and slotted, so
that ten thousand of them are cheap to make and to compare.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from .records import dataclass

if TYPE_CHECKING:
    from .run import Run

WidgetId = tuple[Hashable, ...]
Width = Literal["stretch", "content"] | int
Height = Literal["stretch", "content"] | int
LabelVisibility = Literal["visible", "hidden", "collapsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What one command declared. Subclasses add fields and name their ``kind``.

    ``lingers`` tells whether it stays on screen while a run goes on that has not declared it again, and
    ``clears`` whether it takes the place of something that shall be gone at once.
    """

    kind: ClassVar[str] = ""
    lingers: ClassVar[bool] = True
    clears: ClassVar[bool] = False

    width: Width = "stretch"

    def anew(self, run: Run) -> Element:
        """This element as another run shows it again; those that are shown once are new each time."""
        return self

    @property
    def identity(self) -> Hashable | None:
        """What keeps a view alive across reruns; None when only the place tells."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Element):
    """An element that holds elements."""

    key: str | None = None

    @property
    def identity(self) -> Hashable | None:
        return None if self.key is None else (self.kind, self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget(Element):
    """An element with a value that the user can change.

    ``value`` is the value as the view shows it (the wire value: plain numbers, text, indexes),
    not necessarily what the script gets. ``initial`` is the wire value of the default, which a form
    that clears itself falls back to.
    """

    id: WidgetId
    label: str = ""
    value: Any = None
    initial: Any = None
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    form_id: str = ""

    submits: ClassVar[bool] = False

    @property
    def identity(self) -> Hashable | None:
        return self.id

    @property
    def key(self) -> str | None:
        """The key that the script gave, if any."""
        key = self.id[1] if len(self.id) > 1 else None
        return key if isinstance(key, str) else None
