from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from desklit.state.script import ScriptCache, execute
from desklit.state.traceback_view import Fault, describe


def fault_of(tmp_path: Path, source: str, **names: Any) -> Fault:
    script = tmp_path / "app.py"
    script.write_text(source, encoding="utf-8")
    try:
        execute(ScriptCache().compile(script), globals_hook=lambda space: space.update(names))
    except BaseException as error:
        return describe(error, own_roots=[tmp_path])
    raise AssertionError("nothing raised")


def test_a_fault_begins_in_the_users_script(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "def inner():\n    return 1 / 0\n\nx = inner()\n")
    assert (fault.type_name, fault.qualified_name) == ("ZeroDivisionError", "ZeroDivisionError")
    assert fault.message == "division by zero"
    assert [(f.file, f.line, f.function, f.source, f.library) for f in fault.frames] == [
        (str(tmp_path / "app.py"), 4, "<module>", "x = inner()", False),
        (str(tmp_path / "app.py"), 2, "inner", "return 1 / 0", False),
    ]
    assert fault.text.startswith("Traceback (most recent call last):\n  File")
    assert "desklit" not in fault.text
    assert fault.text.endswith("ZeroDivisionError: division by zero\n")


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.10 knows no columns")
def test_the_failing_expression_is_marked_in_characters_not_bytes(tmp_path: Path) -> None:
    frame = fault_of(tmp_path, "if True:\n    é = 'é' + (1 / 0)\n").frames[0]
    assert frame.source == "é = 'é' + (1 / 0)"
    assert frame.source[frame.column : frame.end_column] == "1 / 0"


def test_library_frames_at_the_end_are_kept_and_marked(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "import json\nx = json.loads('nonsense')\n")
    assert fault.qualified_name == "json.decoder.JSONDecodeError"
    assert [frame.library for frame in fault.frames] == [False, True, True, True]


def test_frames_of_desklit_and_of_the_import_machinery_are_cut(tmp_path: Path) -> None:
    (tmp_path / "broken_helper.py").write_text("def f():\n    raise KeyError('k')\nf()\n")
    source = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n"
        "try:\n    import broken_helper\nfinally:\n    sys.path.pop(0)\n"
    )
    fault = fault_of(tmp_path, source)
    assert [(Path(f.file).name, f.line) for f in fault.frames] == [
        ("app.py", 4),
        ("broken_helper.py", 3),
        ("broken_helper.py", 1 + 1),
    ]
    fault = fault_of(tmp_path, "x = describe(1, own_roots=5)", describe=describe)
    assert [Path(f.file).name for f in fault.frames] == ["app.py"]
    assert "traceback_view" in fault.text


def test_without_a_frame_of_the_users_all_are_kept() -> None:
    try:
        describe(ValueError(), own_roots=5)  # type: ignore[arg-type]
    except TypeError as error:
        fault = describe(error, own_roots=[Path("/nowhere")])
    assert any("traceback_view" in frame.file for frame in fault.frames)


def test_cause_and_context_follow_the_chain(tmp_path: Path) -> None:
    fault = fault_of(
        tmp_path,
        "try:\n    try:\n        {}['a']\n    except KeyError as e:\n        raise ValueError('b') from e\n"
        "except ValueError:\n    raise TypeError('c')\n",
        __desklit_show__=print,
    )
    assert (fault.message, fault.relation) == ("c", "context")
    assert fault.earlier is not None
    assert (fault.earlier.message, fault.earlier.relation) == ("b", "cause")
    assert fault.earlier.earlier is not None
    assert (fault.earlier.earlier.message, fault.earlier.earlier.relation) == ("'a'", "")
    assert fault.earlier.earlier.earlier is None
    assert fault_of(tmp_path, "try:\n    1 / 0\nexcept Exception:\n    raise ValueError from None",
                    __desklit_show__=print).earlier is None  # fmt: skip


def test_a_chain_that_bites_its_tail_ends() -> None:
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    fault = describe(one)
    assert fault.earlier is not None
    assert fault.earlier.earlier is None


def test_notes_are_listed(tmp_path: Path) -> None:
    error = ValueError("x")
    error.__notes__ = ["first", "second"]  # type: ignore[attr-defined,unused-ignore]
    assert describe(error).notes == ("first", "second")


def test_groups_list_their_members() -> None:
    class Group(Exception):
        exceptions = (ValueError("a"), KeyError("b"), 5)

    assert [member.message for member in describe(Group("both")).members] == ["a", "'b'"]


def test_a_syntax_error_tells_its_place(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "if True:\n    y = (1 +\n")
    assert fault.type_name == "SyntaxError"
    assert fault.syntax is not None
    assert (fault.syntax.file, fault.syntax.line) == (str(tmp_path / "app.py"), 2)
    assert fault.syntax.source == "y = (1 +"
    assert fault.syntax.column == 4
    assert "line" not in fault.message
    # How desklit came to read it is nobody's concern.
    assert fault.frames == ()
    assert "desklit" not in fault.text
    assert "ast.py" not in fault.text


def test_an_endless_recursion_is_folded(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nx = f(1)\n")
    assert fault.type_name == "RecursionError"
    assert len(fault.frames) == 30
    assert sum(frame.skipped for frame in fault.frames) > 100
    assert fault.frames[0].line == 5


class Hostile(Exception):
    def __str__(self) -> str:
        raise SystemExit

    def __repr__(self) -> str:
        raise KeyboardInterrupt

    __notes__ = property(lambda self: 1 / 0)


class Odd(Exception):
    def __str__(self) -> str:
        return 5  # type: ignore[return-value]


class Text(str):
    def __str__(self) -> str:
        return self

    def encode(self, *args: Any) -> bytes:
        raise ValueError

    def splitlines(self, *args: Any) -> Any:
        raise ValueError


def test_hostile_exceptions_are_described_all_the_same() -> None:
    for error in (Hostile(), Odd()):
        fault = describe(error)
        assert "could not be made" in fault.message
        assert fault.type_name in fault.text
    assert describe(ValueError(Text("kept"))).message == "kept"
    assert describe(ValueError("a\ud800b")).message == "a\\ud800b"


def test_syntax_errors_made_by_hand_are_described() -> None:
    for args in ((), ("only text",), ("bad", ("f.py", None, None, None)), ("bad", ("f.py", 3, -5, "x"))):
        assert describe(SyntaxError(*args)).type_name == "SyntaxError"
    error = SyntaxError("x")
    error.filename, error.lineno, error.offset, error.text = "f", "a", "b", 5  # type: ignore[assignment]
    assert describe(error).type_name == "SyntaxError"
