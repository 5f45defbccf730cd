from __future__ import annotations

import os
import pickle
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desklit.state.magic import SHOW, Magic
from desklit.state.main_module import as_main, remove_main_stand_in
from desklit.state.script import ScriptCache, _stamps, execute


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    remove_main_stand_in()  # of a test with a window before this one
    argv, path, main = sys.argv, list(sys.path), sys.modules["__main__"]
    yield
    sys.argv, sys.path[:] = argv, path
    remove_main_stand_in()
    assert sys.modules["__main__"] is main


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "app.py"


def in_thread(work: Any) -> Any:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result(timeout=10)


def run(script: Path, source: str, **options: Any) -> dict[str, Any]:
    script.write_text(source, encoding="utf-8")
    seen: dict[str, Any] = in_thread(lambda: vars(execute(ScriptCache().compile(script), **options)))
    return seen


def test_an_unchanged_script_is_compiled_once_and_a_changed_one_again(script: Path) -> None:
    cache = ScriptCache()
    script.write_text("x = 1")
    first = cache.compile(script)
    script.touch()
    assert cache.compile(script) is first
    script.write_text("x = 2")
    second = cache.compile(script)
    assert second is not first
    assert cache.compile(str(script)) is second


@pytest.mark.parametrize(
    ("written", "later", "rests"),
    [
        (1_700_000_000_123_456_789, 0.2, False),  # within the clock's tick another edit may leave no trace
        (1_700_000_000_123_456_789, 0.3, True),
        (1_700_000_000_000_000_000, 0.3, False),  # a file system that keeps nothing but seconds
        (1_700_000_000_000_000_000, 3.1, True),
    ],
)
def test_a_script_that_has_rested_is_not_read_again(
    script: Path, monkeypatch: pytest.MonkeyPatch, written: int, later: float, rests: bool
) -> None:
    cache = ScriptCache()
    script.write_text("x = 1", encoding="utf-8")
    stamps = [(written, written, 5, 1)]
    monkeypatch.setattr("desklit.state.script._stamps", lambda file: stamps[0])
    monkeypatch.setattr(time, "time_ns", lambda: written + round(later * 1e9))
    first = cache.compile(script)
    read: list[object] = []
    with monkeypatch.context() as watched:
        really = open
        watched.setattr("builtins.open", lambda *args: (read.append(args[0]), really(*args))[1])
        assert cache.compile(script) is first
    assert bool(read) is not rests
    script.write_text("x = 2", encoding="utf-8")
    stamps[0] = (written + 1, written + 1, 5, 1)
    assert cache.compile(script).source == "x = 2"


def test_what_tells_of_an_edit_are_the_stamps_of_the_file(script: Path) -> None:
    script.write_text("x = 1", encoding="utf-8")
    before = _stamps(str(script))
    script.write_text("x = 12", encoding="utf-8")
    os.utime(script, ns=(before[0], before[0]))  # as old as before, by its own word
    assert _stamps(str(script)) != before


def test_magic_options_are_part_of_what_is_compiled(script: Path) -> None:
    cache = ScriptCache()
    script.write_text("5")
    with_magic, without = cache.compile(script), cache.compile(script, Magic(enabled=False))
    assert SHOW in with_magic.code.co_names
    assert SHOW not in without.code.co_names
    assert cache.compile(script, Magic()) is with_magic


@pytest.mark.parametrize(
    "content",
    [
        b"# -*- coding: latin-1 -*-\nx = '\xe9'",
        b"\xef\xbb\xbfx = '\xc3\xa9'",
        b"#!/usr/bin/env python\r\n# coding: cp1252\r\nx = '\xe9'\r\n",
        "x = 'é'".encode(),
    ],
)
def test_cookies_byte_order_marks_and_line_ends_are_honoured(script: Path, content: bytes) -> None:
    script.write_bytes(content)
    assert in_thread(lambda: vars(execute(ScriptCache().compile(script))))["x"] == "é"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"x = 1\n\nif x\n  y\n", 3),
        (b"x = 1\n  y = 2\n", 2),
        (b"x = 1\ny = '\xe9'\n", 2),
        (b"x = 1\ny = 2\nz = '\xe9'\n", 3),
        (b"x = 1\ny = '\0'\n", 2),
        (b"# coding: nonsense\nx = 1\n", 1),
        (b"x = 1\nreturn x\n", 2),
        (b"x = 1\n\n5 = x\n", 3),
    ],
)
def test_an_unreadable_script_is_a_syntax_error_at_its_line(script: Path, content: bytes, line: int) -> None:
    script.write_bytes(content)
    with pytest.raises(SyntaxError) as caught:
        ScriptCache().compile(script)
    assert caught.value.filename == str(script)
    assert caught.value.lineno == line


def test_a_missing_script_is_an_os_error(script: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ScriptCache().compile(script)
    with pytest.raises(OSError, match=script.parent.name):
        ScriptCache().compile(script.parent)


def test_a_traceback_shows_the_lines_that_ran_not_those_saved_since(script: Path) -> None:
    script.write_text("x = 1\nraise ValueError(x)  # old\n")
    compiled = ScriptCache().compile(script)
    script.write_text("# new\n# new\n")
    with pytest.raises(ValueError, match="1") as caught:
        execute(compiled)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (last.lineno, last.line) == (2, "raise ValueError(x)  # old")


def test_a_script_runs_as_main_with_its_file_docstring_and_builtins(script: Path) -> None:
    seen = run(
        script,
        "'what it is'\nimport sys, __main__\n"
        "same = sys.modules['__main__'].__dict__ is globals() and vars(__main__) is globals()\n"
        "me = __main__.__file__\ncount = len(vars(__builtins__))",
    )
    assert (seen["__name__"], seen["__file__"], seen["__doc__"]) == ("__main__", str(script), "what it is")
    assert seen["same"]
    assert seen["me"] == str(script)


def test_desklits_own_future_imports_do_not_leak_into_scripts(script: Path) -> None:
    seen = run(script, "def f(a: int): pass\nkind = f.__annotations__['a']")
    assert seen["kind"] is int


def test_globals_are_fresh_in_each_run(script: Path) -> None:
    source = "before = 'x' in globals()\nx = 1"
    assert not run(script, source)["before"]
    assert not run(script, source)["before"]


def test_arguments_reach_sys_argv(script: Path) -> None:
    seen = run(script, "import sys\nargv = list(sys.argv)", argv=["--fast", "3"])
    assert seen["argv"] == [str(script), "--fast", "3"]


def test_the_hook_gives_magic_its_function(script: Path) -> None:
    calls: list[object] = []
    run(script, "7\n'a', 'b'", globals_hook=lambda space: space.update({SHOW: lambda *v: calls.append(v)}))
    assert calls == [(7,), ("a", "b")]


def test_what_a_script_raises_comes_out(script: Path) -> None:
    with pytest.raises(SystemExit):
        run(script, "raise SystemExit(3)")


def test_instances_of_a_scripts_classes_can_be_pickled(script: Path) -> None:
    seen = run(script, "import pickle\nclass P: pass\ncopy = pickle.loads(pickle.dumps(P()))")
    assert type(seen["copy"]) is seen["P"]


def test_two_scripts_at_once_are_each_main_to_themselves(tmp_path: Path) -> None:
    cache = ScriptCache()
    source = (
        "import pickle, typing, dataclasses\nfrom __main__ import __file__ as mine\n"
        "@dataclasses.dataclass\nclass P:\n  other: 'P | None' = None\n"
        "both.wait(10)\n"
        "ok = pickle.loads(pickle.dumps(P(P()))) == P(P())\n"
        "hints = typing.get_type_hints(P)['other']\n"
        "both.wait(10)\n"
    )
    both = threading.Barrier(2)

    def one(name: str) -> dict[str, Any]:
        path = tmp_path / name
        path.write_text(source)
        return vars(execute(cache.compile(path), globals_hook=lambda space: space.update(both=both)))

    with ThreadPoolExecutor(2) as pool:
        spaces = list(pool.map(one, ["a.py", "b.py"]))
    for name, space in zip(["a.py", "b.py"], spaces, strict=True):
        assert space["mine"] == str(tmp_path / name)
        assert space["ok"]
        assert space["hints"] == (space["P"] | None)


def test_a_callback_after_the_run_still_finds_its_script(tmp_path: Path) -> None:
    cache = ScriptCache()
    paths = tmp_path / "a.py", tmp_path / "b.py"
    for path in paths:
        path.write_text("class P: pass\nimport pickle\ndef callback(): return pickle.dumps(P())\n")
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as two:
        first = one.submit(lambda: execute(cache.compile(paths[0]))).result(10)
        two.submit(lambda: execute(cache.compile(paths[1]))).result(10)
        dumped = one.submit(first.callback).result(10)
        assert type(one.submit(pickle.loads, dumped).result(10)) is first.P
        # A thread of the user's own: told by the functions on its stack.
        assert in_thread(first.callback) == dumped


def test_the_programs_main_stays_for_the_programs_own_thread(script: Path) -> None:
    program = sys.modules["__main__"]
    run(script, "x = 1")
    stand_in = sys.modules["__main__"]
    assert stand_in is not program
    assert getattr(stand_in, "__file__", None) == getattr(program, "__file__", None)


def test_a_page_within_a_script_is_main_meanwhile_and_gives_it_back(tmp_path: Path) -> None:
    page, entry = tmp_path / "page.py", tmp_path / "entry.py"
    page.write_text("import __main__\nmine = vars(__main__) is globals()\nalone = 'entry' not in globals()")
    entry.write_text("entry = 1\npage = run_page()\nimport __main__\nmine = vars(__main__) is globals()")
    cache = ScriptCache()

    def hook(space: dict[str, Any]) -> None:
        space["run_page"] = lambda: execute(cache.compile(page))

    outer = in_thread(lambda: execute(cache.compile(entry), globals_hook=hook))
    assert outer.mine
    assert outer.page.mine
    assert outer.page.alone


def test_attributes_set_on_main_land_in_the_script(script: Path) -> None:
    seen = run(script, "import __main__\n__main__.x = 1\ny = x\ndel __main__.x\ngone = 'x' not in globals()")
    assert (seen["y"], seen["gone"]) == (1, True)
    with pytest.raises(AttributeError, match="nothing"):
        run(script, "import __main__\nx = __main__.nothing")
    with pytest.raises(AttributeError, match="nothing"):
        run(script, "import __main__\ndel __main__.nothing")


def test_the_name_main_outlives_an_error_in_a_block(script: Path) -> None:
    module = type(sys)("__main__")
    with pytest.raises(KeyError), as_main(module):
        raise KeyError


def test_the_scripts_folder_is_on_the_path_once_and_as_long_as_a_window_is_open(script: Path) -> None:
    cache, folder = ScriptCache(), str(script.parent)
    cache.enter_folder(script)
    cache.enter_folder(script)
    assert sys.path[0] == folder
    assert sys.path.count(folder) == 1
    cache.leave_folder(script)
    assert sys.path[0] == folder
    cache.leave_folder(script)
    assert folder not in sys.path


def test_a_folder_that_was_there_before_stays_when_nobody_entered_it(script: Path) -> None:
    sys.path.insert(0, str(script.parent))
    ScriptCache().leave_folder(script)
    assert sys.path[0] == str(script.parent)


def test_the_source_of_a_scripts_functions_and_classes_can_be_read(script: Path) -> None:
    seen = run(
        script,
        "import inspect\nclass C:\n    x = 1\ndef f(): pass\n"
        "both = inspect.getsource(C), inspect.getsource(f)",
    )
    assert seen["both"] == ("class C:\n    x = 1\n", "def f(): pass\n")
