from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desklit.state.diff import Patch, Splice, Update, build, diff
from desklit.state.element import Block, Element, Widget
from desklit.state.tree import Node, Shown, empty_screen, new_tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Element):
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Element):
    pass


class Screen:
    """A model of the window: it knows nodes by number and does what patches say, nothing else."""

    def __init__(self, shown: Shown) -> None:
        self.elements: dict[int, Element] = {}
        self.children: dict[int, list[int]] = {}
        self.root = shown.number
        self.add(shown)

    def add(self, shown: Shown) -> int:
        assert shown.number not in self.elements
        self.elements[shown.number] = shown.element
        self.children[shown.number] = [self.add(child) for child in shown.children or ()]
        return shown.number

    def apply(self, patch: Patch) -> None:
        for operation in patch.operations:
            if isinstance(operation, Update):
                self.elements[operation.number] = operation.element
            else:
                self.splice(operation)

    def splice(self, operation: Splice) -> None:
        siblings = self.children[operation.parent]
        end = operation.start + operation.removed
        gone = set(siblings[operation.start : end])
        items = [self.add(item) if isinstance(item, Shown) else item for item in operation.items]
        for number in gone - set(items):
            self.remove(number)
        siblings[operation.start : end] = items

    def remove(self, number: int) -> None:
        del self.elements[number]
        for child in self.children.pop(number):
            self.remove(child)

    def tree(self, number: int | None = None) -> Any:
        number = self.root if number is None else number
        return (self.elements[number], [self.tree(child) for child in self.children[number]])


def declared(node: Node) -> Any:
    return (node.element, [declared(child) for child in node.children or ()])


def numbered(shown: Shown) -> Any:
    return (shown.number, shown.element, [numbered(child) for child in shown.children or ()])


def counter(start: int = 100) -> Callable[[], int]:
    return itertools.count(start).__next__


few = settings(max_examples=60, deadline=None)

leaves = st.one_of(
    st.builds(lambda body: Node(Words(body=body)), st.sampled_from("abc")),
    st.builds(
        lambda id, value: Node(Widget(id=(id,), value=value)),
        st.sampled_from(["x", "y", "z"]),
        st.integers(0, 1),
    ),
)


def unique(nodes: list[Node]) -> list[Node]:
    """A script can't declare the same widget or key twice."""
    seen: set[Any] = set()
    kept = []
    for node in nodes:
        identity = node.element.identity
        if identity is None or identity not in seen:
            seen.add(identity)
            kept.append(node)
    return kept


def block(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.builds(
        lambda key, below: Node(Block(key=key), unique(below)),
        st.sampled_from([None, "k", "l"]),
        st.lists(children, max_size=6),
    )


nodes = st.recursive(leaves, block, max_leaves=25)
trees = st.lists(nodes, max_size=8).map(lambda below: Node(Block(key="root"), unique(below)))


@few
@given(st.lists(trees, min_size=2, max_size=5))
def test_patches_turn_the_screen_into_each_tree_that_follows(runs: list[Node]) -> None:
    number = counter()
    shown = build(runs[0], number)
    screen = Screen(shown)
    for tree in runs[1:]:
        shown, patch = diff(shown, tree, number)
        screen.apply(patch)
        assert screen.tree() == declared(tree)
        assert screen.tree() == Screen(shown).tree()
        assert patch.stale == frozenset()


@few
@given(trees, trees, st.data())
def test_frames_of_a_growing_tree_end_in_the_whole_tree(first: Node, last: Node, data: Any) -> None:
    number = counter()
    shown = build(first, number)
    screen = Screen(shown)
    children = last.children or []
    for count in sorted(data.draw(st.lists(st.integers(0, len(children)), max_size=3))):
        shown, patch = diff(shown, Node(last.element, children[:count]), number, partial=True)
        screen.apply(patch)
        assert screen.tree() == Screen(shown).tree()
        assert {node.number for node in shown.walk()} >= patch.stale
    shown, patch = diff(shown, last, number)
    screen.apply(patch)
    assert screen.tree() == declared(last)


@few
@given(trees)
def test_a_tree_that_has_not_changed_gives_an_empty_patch(tree: Node) -> None:
    shown = build(tree, counter())
    again, patch = diff(shown, tree, counter(900))
    assert patch == Patch()
    assert numbered(again) == numbered(shown)


@few
@given(trees, trees)
def test_widgets_that_stay_among_their_siblings_keep_their_number(first: Node, second: Node) -> None:
    number = counter()
    before = build(first, number)
    after, _ = diff(before, second, number)
    old = {child.element.identity: child.number for child in before.children or ()}
    for child in after.children or ():
        identity = child.element.identity
        if isinstance(child.element, Widget) and identity in old:
            assert child.number == old[identity]


def page(*nodes: Node) -> Node:
    tree = new_tree()
    (tree.children or [])[0].children = list(nodes)
    return tree


def words(*bodies: str) -> list[Node]:
    return [Node(Words(body=body)) for body in bodies]


def field(name: str, value: Any = None) -> Node:
    return Node(Widget(id=(name,), value=value))


def shown_after(*trees: Node) -> tuple[Shown, Patch]:
    number = counter(10)
    shown, patch = empty_screen(), Patch()
    for tree in trees:
        shown, patch = diff(shown, tree, number)
    return shown, patch


def test_a_changed_text_is_an_update_of_its_own_view() -> None:
    _, patch = shown_after(page(*words("a", "b", "c")), page(*words("a", "B", "c")))
    assert patch.operations == (Update(11, Words(body="B")),)


def test_a_line_more_at_the_top_moves_nothing() -> None:
    _, patch = shown_after(page(*words("b"), field("x")), page(*words("a", "b"), field("x")))
    (splice,) = patch.operations
    assert isinstance(splice, Splice)
    assert (splice.start, splice.removed, len(splice.items)) == (0, 0, 1)


def test_widgets_that_change_places_keep_their_views() -> None:
    shown, patch = shown_after(
        page(field("x", 1), *words("a"), field("y", 2)), page(field("y", 2), *words("a"), field("x", 1))
    )
    assert [child.number for child in (shown.children or ())[0].children or ()] == [12, 11, 10]
    assert [type(operation) for operation in patch.operations] == [Splice]


def test_a_widget_that_moves_into_another_block_is_built_anew() -> None:
    first = page(field("x"), Node(Block(key="k"), []))
    second = page(Node(Block(key="k"), [field("x")]))
    shown, patch = shown_after(first, second)
    assert any(isinstance(operation, Splice) for operation in patch.operations)
    assert Screen(shown).tree() == declared(second)


def test_while_a_run_goes_on_what_is_not_declared_yet_stays_and_is_stale() -> None:
    number = counter(10)
    shown, _ = diff(empty_screen(), page(*words("a"), field("x"), field("y")), number)
    shown, patch = diff(shown, page(*words("new"), field("y")), number, partial=True)
    main = (shown.children or ())[0]
    assert [child.number for child in main.children or ()] == [10, 12, 11]
    assert patch.stale == {11}
    _, patch = diff(shown, page(*words("new"), field("y"), field("x")), number)
    assert patch.operations == ()


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_numbers_are_given_once(count: int) -> None:
    bodies = list(map(str, range(count)))
    shown, _ = shown_after(page(*words(*bodies)), page(*words(*reversed(bodies))))
    numbers = [node.number for node in shown.walk()]
    assert len(numbers) == len(set(numbers)) == count + 5


def test_an_empty_place_leaves_what_follows_alone_while_a_run_goes_on() -> None:
    lines = [Words(body=f"line {n}") for n in range(5)]

    def run(*elements: Element) -> Node:
        tree = new_tree()
        tree.children[0].children.extend(Node(element) for element in elements)  # type: ignore[index,union-attr]
        return tree

    shown, _ = diff(empty_screen(), run(Words(body="run 1"), *lines), counter())
    shown, patch = diff(shown, run(Gap(), *lines[:3]), counter(200), partial=True)
    (splice,) = patch.operations
    assert isinstance(splice, Splice)
    assert (splice.start, splice.removed, len(splice.items)) == (0, 1, 2)
    shown, patch = diff(shown, run(Gap(), *lines), counter(300), partial=True)
    assert patch.operations == ()
    shown, patch = diff(shown, run(Words(body="run 2"), *lines), counter(400))
    assert [type(operation).__name__ for operation in patch.operations] == ["Update", "Splice"]
    assert patch.operations[0].element == Words(body="run 2")
    assert [node.element for node in shown.children[0].children] == [Words(body="run 2"), *lines]


def numbers_by_body(shown: Shown) -> dict[str, int]:
    """The nodes of the texts on screen."""
    return {node.element.body: node.number for node in shown.walk() if isinstance(node.element, Words)}


@pytest.mark.parametrize("between", [0, 1, 40])
def test_lines_more_at_the_top_leave_all_others_their_nodes_while_a_run_goes_on(between: int) -> None:
    lines = [f"line {n}" for n in range(60)]
    more = [f"more {n}" for n in range(between)]
    number = counter(10)
    first = page(*words("run 1", *lines), field("x"))
    shown, _ = diff(empty_screen(), first, number)
    before = numbers_by_body(shown)
    for declared_so_far in (10, 30, 50):
        frame = page(Node(Gap()), *words(*more, *lines[:declared_so_far]))
        shown, _ = diff(shown, frame, number, partial=True)
        now = numbers_by_body(shown)
        assert {body: now[body] for body in lines} == {body: before[body] for body in lines}
    shown, _ = diff(shown, page(*words("run 2", *more, *lines), field("x")), number)
    after = numbers_by_body(shown)
    assert {body: after[body] for body in lines} == {body: before[body] for body in lines}
    if not more:
        assert after["run 2"] == before["run 1"]


def test_a_widget_that_moves_to_the_front_keeps_its_node_and_those_that_it_passes_keep_theirs() -> None:
    lines = words(*map(str, range(40)))
    number = counter(10)
    shown, _ = diff(empty_screen(), page(*lines, field("last")), number)
    before = {node.element: node.number for node in shown.walk()}
    for partial in (True, False):
        shown, _ = diff(shown, page(field("last"), *lines), number, partial=partial)
        assert {node.element: node.number for node in shown.walk()} == before


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Gap):
    """Takes the place of what shall be gone at once."""

    clears: ClassVar[bool] = True


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_place_that_a_run_clears_is_empty_at_once(place: int) -> None:
    number = counter(10)
    lines = words("a", "b", "c")
    shown, _ = diff(empty_screen(), page(*lines), number)
    lines[place] = Node(Taken())
    shown, patch = diff(shown, page(*lines[: place + 1]), number, partial=True)
    here = [node.element for node in (shown.children or ())[0].children or ()]
    assert here == [node.element for node in lines], "what comes below is still there"
    assert len(patch.stale) == 2 - place
