"""The page: the nodes of all that is on screen after a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...state.element import Widget, WidgetId
from ...state.tree import Shown
from ...state.widget import Change
from .blocks import Block
from .kinds import node_class
from .memory import Memory
from .nodes import ActedOn, Node, WidgetNode
from .refusals import refusal

if TYPE_CHECKING:
    from .app_test import AppTest
    from .headless import HeadlessSession

REGION_NAMES = ("main", "sidebar", "event", "bottom")


class Page:
    """The nodes of one run, in the order of the page.

    Args:
        app: Whose page it is.
        session: The session that knows the widgets' values.
        screen: What is on screen.
        memory: What a window knows and the session does not.
    """

    def __init__(self, app: AppTest, session: HeadlessSession, screen: Shown, memory: Memory) -> None:
        self.app = app
        self.memory = memory
        self._session = session
        regions = zip(REGION_NAMES, screen.children or (), strict=True)
        self.regions = {name: self._region(name, shown) for name, shown in regions}

    def _region(self, name: str, shown: Shown) -> Block:
        block = Block(shown.element, self, name)
        block.path = (REGION_NAMES.index(name),)
        self._fill(block, shown)
        return block

    def _fill(self, block: Block, shown: Shown) -> None:
        for number, child in enumerate(shown.children or ()):
            if not self.memory.is_dismissed(child.element):
                block.children[number] = self._node(child, block, number)

    def _node(self, shown: Shown, parent: Block, number: int) -> Node:
        made = node_class(shown.element, holds=shown.children is not None)(shown.element, self)
        made.path = (*parent.path, number)
        if isinstance(made, Block):
            made.parent = parent
            self._fill(made, shown)
        return made

    def walk(self) -> Iterator[Node]:
        """All nodes, the regions included."""
        for block in self.shown_regions():
            yield block
            yield from block.walk()

    def shown_regions(self) -> list[Block]:
        """The main region and the sidebar; the others if there is anything in them."""
        always = ("main", "sidebar")
        return [block for name, block in self.regions.items() if name in always or block.children]

    def by_number(self, number: int) -> Block:
        """A region by its number: 0 main, 1 sidebar, 2 event (toasts), 3 bottom.

        Raises:
            KeyError: There is no such region, or there is nothing in it.
        """
        for place, block in enumerate(self.regions.values()):
            if place == number and block in self.shown_regions():
                return block
        raise KeyError(number)

    # Widgets

    def value_of(self, element: Widget) -> Any:
        """The value that the script got from a widget in the last run."""
        return self._session.value_of(element)

    def to_wire(self, element: Widget, value: Any) -> Any:
        """A script's value as the widget's view would send it."""
        return self._session.to_wire(element, value)

    def option_of(self, element: Widget, value: Any) -> int | None:
        """The number of an option of a widget, by the option itself; None if there is none."""
        return self._session.option_of(element, value)

    def uploads(self, files: list[tuple[str, bytes, str]]) -> Any:
        """Files of a test as an uploader's view would send them."""
        from ...widgets.uploaded_file import Upload

        return tuple(Upload.of_bytes(*file) for file in files)

    def submission(self, text: str, files: list[tuple[str, bytes, str]]) -> Any:
        """A message of a test as a chat's field would send it."""
        from ...widgets.chat_value import Submission

        return Submission(text, self.uploads(files))

    def touched(self) -> list[ActedOn]:
        """The nodes that the test has acted on since the last run."""
        return [node for node in self.walk() if isinstance(node, ActedOn) and node.touched]

    def submitted_forms(self) -> set[str]:
        """The ids of the forms that the test has submitted since the last run and that do submit."""
        wanted = {
            node.element.form_id
            for node in self.touched()
            if isinstance(node, WidgetNode) and node.element.submits and node.value
        }
        return {form_id for form_id in wanted if not self._form_refusals(form_id)}

    def _form_refusals(self, form_id: str) -> dict[WidgetId, str]:
        """What the fields of a form say when it is submitted."""
        said = {}
        for node in self.walk():
            if isinstance(node, WidgetNode) and node.element.form_id == form_id and not node.disabled:
                fallen_back = not node.touched and self._session.has_cleared(form_id)
                text = refusal(node.element, node.element.initial if fallen_back else node.value)
                if text:
                    said[node.element.id] = text
        return said

    def _take_refusals(self) -> None:
        """Note what is refused in this run."""
        said: dict[WidgetId, str] = {}
        for node in self.touched():
            if not isinstance(node, WidgetNode):
                continue
            if node.element.submits:
                said |= self._form_refusals(node.element.form_id)
            elif not node.element.form_id and (text := refusal(node.element, node.value)):
                said[node.element.id] = text
        self.memory.refusals = said

    def changes(self) -> list[Change]:
        """What the test did since the last run and a user's browser would have sent by now.

        The fields of a form count when the form is submitted; what was done to other forms is lost.
        """
        touched = self.touched()
        submitted = self.submitted_forms()
        self._take_refusals()
        refused = self.memory.refusals
        sent = [
            node
            for node in touched
            if node.element.id not in refused
            and (not node.element.form_id or node.element.form_id in submitted)
        ]
        changes = self._session.cleared_fields(submitted, self._fields(submitted, sent))
        # A click comes after what was typed.
        sent.sort(key=lambda node: node.element.submits)
        return changes + [Change(node.element.id, node.wire_value()) for node in sent]

    def _fields(self, forms: set[str], without: list[ActedOn]) -> list[Widget]:
        skipped = {node.element.id for node in without}
        return [
            node.element
            for node in self.walk()
            if isinstance(node, WidgetNode)
            and node.element.form_id in forms
            and not node.element.submits
            and node.element.id not in skipped
        ]

    def clearing_forms(self) -> set[str]:
        """The ids of the forms that fall back to their defaults after a submit."""
        return {
            str(getattr(node.element, "form_id", ""))
            for node in self.walk()
            if node.type == "form" and getattr(node.element, "clear_on_submit", False)
        }


def find(nodes: Iterator[Node], key: str) -> Node:
    """The node with a key.

    Raises:
        KeyError: None has it; the message lists the keys that there are.
    """
    keys = []
    for node in nodes:
        if node.key == key:
            return node
        if node.key is not None:
            keys.append(node.key)
    known = ", ".join(map(repr, keys)) or "none"
    raise KeyError(f"Nothing on the page has the key {key!r}. There are: {known}.")
