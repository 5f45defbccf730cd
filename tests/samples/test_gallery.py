"""The gallery shows every command, and each kind of element in every state that it has."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import desklit
from desklit.desktop.testing import AppTest

GALLERY = Path(__file__).parent.parent.parent / "samples" / "gallery.py"
STATES: dict[str, set[object]] = {
    "disabled": {True, False},
    "required": {True, False},
    "help": {True, False},
    "icon": {True, False},
    "icon_position": {"left", "right"},
    "label_visibility": {"visible", "hidden", "collapsed"},
    "placeholder": {True},
    "type": set(),
    "accept_new_options": {True, False},
    "horizontal": {True, False},
}
BY_PRESENCE = ("help", "icon", "placeholder")
KINDS = {"pills": "button_group", "segmented_control": "button_group", "data_editor": "dataframe"}
ELSEWHERE = {
    "page_link": "its states are those of other buttons",
    "form_submit_button": "it is a button",
    "toast": "it comes after a click",
    "status": "its icon is its state",
    "dataframe": "a table that is empty",
    "data_editor": "a table that is empty",
}


def shown() -> dict[str, list[Any]]:
    app = AppTest.from_file(GALLERY, default_timeout=60).run()
    found: dict[str, list[Any]] = defaultdict(list)
    for node in app._session.runner.screen.walk():
        found[node.element.kind].append(node.element)
    return found


@pytest.fixture(scope="module")
def elements() -> dict[str, list[Any]]:
    return shown()


def test_every_command_is_in_the_gallery() -> None:
    tree = ast.parse(GALLERY.read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert set(desklit.COMMANDS) - used == set()


@pytest.mark.parametrize("state", STATES)
def test_each_command_is_shown_in_every_state(elements: dict[str, list[Any]], state: str) -> None:
    lacking = {}
    for name in set(desklit.COMMANDS) - set(ELSEWHERE):
        listed = elements.get(KINDS.get(name, name), [])
        if state not in inspect.signature(desklit.catalog.find(name)).parameters:
            continue
        values = [getattr(each, state) for each in listed if hasattr(each, state)]
        seen = {bool(value) if state in BY_PRESENCE else value for value in values}
        missing = STATES[state] - seen
        if values and missing:
            lacking[name] = missing
    assert lacking == {}
