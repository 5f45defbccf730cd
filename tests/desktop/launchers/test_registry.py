from __future__ import annotations

import pytest

from desklit.desktop.launchers.registry import SCRIPT, SESSION, associate, let_go


class Classes:
    """The user's part of the registry, as a table."""

    def __init__(self):
        self.values = {}
        self.told = 0

    def write(self, key, name, value):
        self.values[key, name] = value

    def read(self, key, name):
        return self.values.get((key, name), "")

    def remove_value(self, key, name):
        self.values.pop((key, name), None)

    def remove(self, key):
        below = key + "\\"
        self.values = {at: v for at, v in self.values.items() if at[0] != key and not at[0].startswith(below)}

    def changed(self):
        self.told += 1


@pytest.fixture
def classes():
    return Classes()


def test_documents_open_with_desklit_and_scripts_can(classes):
    associate((r"C:\My Python\Scripts\desklitw.exe",), classes)
    command = r'"C:\My Python\Scripts\desklitw.exe" open "%1"'
    assert classes.values[".desklit", ""] == SESSION
    assert classes.values[rf"{SESSION}\shell\open\command", ""] == command
    assert classes.values[r".py\OpenWithProgids", SCRIPT] == ""
    assert classes.values[rf"{SCRIPT}\shell\open\command", ""] == command
    assert (".py", "") not in classes.values
    assert classes.told == 1


def test_letting_go_leaves_nothing_of_desklit_and_all_of_others(classes):
    classes.write(".py", "", "Python.File")
    classes.write(r".py\OpenWithProgids", "Python.File", "")
    before = dict(classes.values)
    associate(("desklitw.exe",), classes)
    let_go(classes)
    assert classes.values == before


def test_documents_that_another_program_has_taken_over_stay_its_own(classes):
    associate(("desklitw.exe",), classes)
    classes.write(".desklit", "", "other.program")
    let_go(classes)
    assert classes.values == {(".desklit", ""): "other.program"}
