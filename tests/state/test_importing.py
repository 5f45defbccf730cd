from __future__ import annotations

import sys
import threading

import pytest

from desklit.state.importing import Importer

SLOW = """
import threading
begun.append(threading.get_ident())
gate.wait(5)
value = 7
"""


@pytest.fixture
def module(tmp_path, monkeypatch):
    (tmp_path / "brought_late.py").write_text("value = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "brought_late"
    sys.modules.pop("brought_late", None)


def test_a_module_is_imported_by_who_needs_it(module):
    assert Importer().find(module).value == 7


def test_a_module_is_imported_by_whom_it_was_given_to(module):
    importer = Importer()
    asked = []
    importer.go_through(asked.append)
    assert importer.find(module).value == 7
    assert importer.find(module).value == 7
    assert asked == [module]


def test_a_module_that_is_not_there_is_an_error_for_who_needs_it():
    importer = Importer()
    importer.go_through(lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="brought_never"):
        importer.find("brought_never")


def test_a_module_that_another_thread_only_begins_is_waited_for(tmp_path, monkeypatch):
    import builtins

    gate, begun, found = threading.Event(), [], []
    monkeypatch.setattr(builtins, "gate", gate, raising=False)
    monkeypatch.setattr(builtins, "begun", begun, raising=False)
    (tmp_path / "brought_slowly.py").write_text(SLOW)
    monkeypatch.syspath_prepend(tmp_path)
    importer = Importer()
    threads = [
        threading.Thread(target=lambda: found.append(importer.find("brought_slowly").value)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    while not begun:
        pass
    gate.set()
    for thread in threads:
        thread.join()
    sys.modules.pop("brought_slowly", None)
    assert found == [7, 7, 7]
    assert len(begun) == 1
