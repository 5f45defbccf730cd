"""Nodes of blocks that open and close: expanders, popovers, tabs, dialogs.

Where the script follows the state (``on_change``) it gets to know it with the next run; elsewhere the
state is a matter of the window alone, and stays from run to run as it does there.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from .blocks import Block
from .errors import AppTestError
from .nodes import UNSET, ActedOn

if TYPE_CHECKING:
    from typing_extensions import Self


class FoldingBlock(ActedOn, Block):
    """A block with a state of its own."""

    shown: ClassVar[tuple[str, ...]] = ("label", "is_open")

    @property
    def state_value(self) -> Any:
        """The state: whether it is open, or the label of the tab in front."""
        if self._pending is not UNSET:
            return self._pending
        if self.element.id:
            return self._page.value_of(self._declared)
        return self._page.memory.folded(self._place, self.element.value)

    @property
    def _place(self) -> Hashable:
        return self.element.identity or (*self.path, self.type, self.element.label)

    def put_state(self, value: Any) -> None:
        """Change the state as a user would."""
        if self.element.id:
            self._pending = value
        else:
            self._page.app.page.reach(self)
            self._page.memory.fold(self._place, self.element.value, value)

    @property
    def is_open(self) -> bool:
        """Whether what is in it shows."""
        return bool(self.state_value)

    def open(self) -> Self:
        """Open it.

        Raises:
            AppTestError: It is disabled.
        """
        return self.set_open(True)

    def close(self) -> Self:
        """Close it."""
        return self.set_open(False)

    def set_open(self, open: bool) -> Self:
        """Open or close it.

        Raises:
            AppTestError: It is disabled.
        """
        if self.element.disabled:
            raise AppTestError(f"The {self.type} labelled {self.element.label!r} is disabled.")
        if self.is_open != open:
            self.put_state(open)
        return self


class Expander(FoldingBlock):
    """What can be opened and closed; ``label``, ``icon``, ``is_open``."""


class Status(FoldingBlock):
    """Tells how a task goes on; ``label``, ``state``, ``is_open``."""

    shown = ("label", "state", "is_open")


class Popover(FoldingBlock):
    """What a button opens over the page; ``label``, ``is_open``."""


class TabRow(FoldingBlock):
    """A row of tabs; ``labels``."""

    shown = ("front",)

    @property
    def front(self) -> str:
        """The label of the tab in front."""
        labels: tuple[str, ...] = self.fact("labels")
        state = self.state_value
        return state if isinstance(state, str) else labels[state]

    @property
    def is_open(self) -> bool:
        """Always: one of the tabs is in front."""
        return True

    def select(self, label: str) -> Self:
        """Bring a tab to the front.

        Raises:
            AppTestError: There is no such tab.
        """
        labels: tuple[str, ...] = self.fact("labels")
        if label not in labels:
            raise AppTestError(f"There is no tab {label!r}. There are: {', '.join(map(repr, labels))}.")
        if label != self.front:
            self.put_state(label if self.element.id else labels.index(label))
        return self


class Tab(Block):
    """One of several tabs; ``label``, ``is_open``."""

    shown = ("label", "is_open")

    @property
    def is_open(self) -> bool:
        """Whether it is in front."""
        return isinstance(self.parent, TabRow) and self.parent.front == self.fact("label")

    def open(self) -> Self:
        """Bring it to the front."""
        if isinstance(self.parent, TabRow):
            self.parent.select(self.fact("label"))
        return self


class Dialog(ActedOn, Block):
    """A sheet over the page; ``label``, ``dismissible``, ``is_open``."""

    shown = ("label",)

    @property
    def is_open(self) -> bool:
        """Whether it still shows."""
        return not self._page.memory.is_dismissed(self.element)

    def dismiss(self) -> Self:
        """Close it as Esc, the cross and a click beside it do.

        What follows ``on_dismiss`` happens in the next run. With ``on_dismiss="ignore"`` the script
        learns nothing of it.

        Raises:
            AppTestError: It can't be dismissed.
        """
        if not self.fact("dismissible"):
            raise AppTestError(f"The dialog {self.element.label!r} can't be dismissed by its user.")
        if self.is_open:
            live = self._page.app.page.reach(self)
            self._page.memory.dismiss(live.fact("serial"))
            if self.element.id:
                self._pending = True
        return self
