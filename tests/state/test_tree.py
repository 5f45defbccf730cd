from __future__ import annotations

import pytest

from desklit.state.config import Config
from desklit.state.container import ActiveContainer, Container
from desklit.state.context import RunInterrupted, StopRun, enter_run
from desklit.state.element import Block, Element
from desklit.state.errors import NoSessionContext
from desklit.state.run import Run
from desklit.state.session_state import SessionState
from desklit.state.tree import REGIONS, empty_screen, new_tree


@pytest.fixture
def run() -> Run:
    return Run(1, SessionState(), Config.load(env={}))


def kinds(container: Container) -> list[str]:
    return [type(node.element).__name__ for node in container._node.walk()]


def test_a_tree_begins_with_its_four_regions() -> None:
    regions = new_tree().children or []
    assert [node.element.key for node in regions] == list(REGIONS)  # type: ignore[attr-defined]
    assert [node.number for node in empty_screen().walk()] == [0, 1, 2, 3, 4]


def test_commands_append_in_the_order_of_the_script(run: Run) -> None:
    box = run.main.open_block(Block())
    run.main.append(Element())
    box.append(Element())
    assert [len(node.children or ()) for node in (run.tree.children or [])] == [2, 0, 0, 0]
    assert kinds(box) == ["Block", "Element"]


def test_the_handle_of_a_leaf_replaces_it(run: Run) -> None:
    leaf = run.main.append(Element())
    leaf.append(Element(width="content"))
    (node,) = run.main._node.children or []
    assert node.element.width == "content"
    leaf.open_block(Block()).append(Element())
    assert kinds(run.main) == ["Region", "Block", "Element"]
    leaf.append(Element())
    assert kinds(run.main) == ["Region", "Element"]


def test_a_block_that_changes_keeps_what_is_in_it(run: Run) -> None:
    box = run.main.open_block(Block())
    box.append(Element())
    box.replace(Block(key="k"))
    assert kinds(box) == ["Block", "Element"]
    assert box.block == Block(key="k")


def test_with_blocks_nest_and_end(run: Run) -> None:
    enter_run(run)
    active = ActiveContainer()
    try:
        assert active.target() is run.main
        with run.main.open_block(Block()) as outer:
            with outer.open_block(Block()) as inner:
                assert active.target() is inner
            assert active.target() is outer
            with pytest.raises(KeyError), outer.open_block(Block()):
                raise KeyError
            assert active.target() is outer
        assert active.target() is run.main
    finally:
        enter_run(None)


def test_a_form_reaches_into_all_that_lies_in_it(run: Run) -> None:
    form = run.main.open_block(Block(), form="f")
    inner = form.open_block(Block()).open_block(Block())
    assert inner.form_id == "f"
    assert run.main.form_id == ""
    assert len(list(inner.around())) == 4


def test_outside_of_a_run_a_command_says_so() -> None:
    with pytest.raises(NoSessionContext):
        ActiveContainer().target()


def test_a_run_that_is_no_longer_wanted_ends_at_its_next_command(run: Run) -> None:
    run.main.append(Element())
    run.stop_requested = True
    with pytest.raises(RunInterrupted):
        run.main.append(Element())
    assert len(run.main._node.children or ()) == 1


def test_a_stopped_run_stops_again_at_each_command(run: Run) -> None:
    with pytest.raises(StopRun):
        run.stop()
    for command in (lambda: run.main.append(Element()), lambda: run.main.open_block(Block())):
        with pytest.raises(StopRun):
            command()
