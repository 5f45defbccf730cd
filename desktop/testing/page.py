"""The page: the nodes of all that is on screen after a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ...state.element import Widget, WidgetId
from ...state.records import dataclass
from ...state.tree import Shown
from ...state.widget import Change
from .blocks import Block
from .errors import AppTestError
from .folding import Dialog
from .kinds import node_class
from .memory import Memory
from .nodes import ActedOn, Node, WidgetNode
from .refusals import refusal

if TYPE_CHECKING:
    from .app_test import AppTest
    from .headless import HeadlessSession

REGION_NAMES = ("main", "sidebar", "event", "bottom")
A = TypeVar("A", bound=ActedOn)


@dataclass(frozen=True, slots=True)
class News:
    """What a browser would have sent by now of what the test did to the page.

    Args:
        changes: What widgets send.
        submitted: The ids of the forms that are sent.
        is_silent: Whether the test did something, and all of it was refused, or a matter of the window alone.
    """

    changes: list[Change]
    submitted: set[str]
    is_silent: bool


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
        self._dialogs: list[Dialog] = []
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
        if isinstance(made, Dialog):
            self._dialogs.append(made)
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

    # Acting

    def live(self, node: A) -> A | None:
        """The node that stands on this page for what an earlier page's stood for; None if it is gone."""
        if node.root is self:
            return node
        for each in self.walk():
            if type(each) is type(node) and _same_thing(each, node):
                return each
        return None

    def reach(self, node: A) -> A:
        """The node of this page that a user would act on; a dialog that lies over it is closed first.

        Raises:
            AppTestError: It is gone, or the dialog can't be closed by its user.
        """
        live = self.live(node)
        if live is None:
            name = f"with the key {node.key!r}" if node.key else f"labelled {node.element.label!r}"
            raise AppTestError(f"The {node.type} {name} is not on the page any more.")
        for dialog in self._dialogs:
            if dialog.is_open and live.path[: len(dialog.path)] != dialog.path:
                if not dialog.fact("dismissible"):
                    raise AppTestError(
                        f"The dialog {dialog.element.label!r} lies over the {live.type}, and its user can't "
                        "close it: act on what is in it."
                    )
                dialog.dismiss()
        return live

    def touched(self) -> list[ActedOn]:
        """The nodes that the test has acted on since the last run."""
        if not self.memory.pending:
            return []
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

    def _take_refusals(self) -> set[WidgetId]:
        """Note what is refused in this run; gives what is not sent for that."""
        said: dict[WidgetId, str] = {}
        forms = set()
        for node in self.touched():
            if not isinstance(node, WidgetNode):
                continue
            if node.element.submits:
                if refused := self._form_refusals(node.element.form_id):
                    said |= refused
                    forms.add(node.element.form_id)
            elif not node.element.form_id and (text := refusal(node.element, node.value)):
                said[node.element.id] = text
        self.memory.refusals = said
        return said.keys() | {node.element.id for node in self.touched() if node.element.form_id in forms}

    def news(self) -> News:
        """What the test did since the last run and a user's browser would have sent by now.

        The fields of a form count when the form is submitted; what was done to other forms is lost.
        """
        touched = self.touched()
        submitted = self.submitted_forms()
        held_back = self._take_refusals()
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
        changes += [Change(node.element.id, node.wire_value()) for node in sent]
        acted = bool(touched) or self.memory.acted_alone
        is_silent = acted and all(node.element.id in held_back for node in touched)
        return News(changes, submitted, is_silent)

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


def _same_thing(node: ActedOn, other: ActedOn) -> bool:
    """Whether nodes of two pages stand for one thing."""
    if node.element.id or other.element.id:
        same_key = node.key is not None and node.key == other.key
        return bool(node.element.id == other.element.id) or same_key
    return node.path == other.path and node.element.label == other.element.label


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
