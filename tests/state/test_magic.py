from __future__ import annotations

import ast
import traceback
from textwrap import dedent
from typing import Any

import pytest

from desklit.state.magic import SHOW, Magic, apply_magic

DEFAULT = Magic()


def shown(source: str, magic: Magic = DEFAULT) -> list[Any]:
    source = dedent(source)
    calls: list[Any] = []
    code = compile(apply_magic(ast.parse(source), source, magic), "script.py", "exec", dont_inherit=True)
    exec(code, {SHOW: lambda *values: calls.append(values[0] if len(values) == 1 else values)})
    return calls


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("1", [1]),
        ("x = 3\nx", [3]),
        ("None", [None]),
        ("...", [...]),
        ("x = 1\n'text'", ["text"]),
        ("x = 1\nx;", [1]),
        ("1;2;3;", [1, 2, 3]),
        ("[1, 2]", [[1, 2]]),
        ("f'a{1}'", ["a1"]),
        ("b'x'", [b"x"]),
        ("(x := 5)", [5]),
        ("1 if True else 2", [1]),
        ("def f(): return 1\nf() == 1", [True]),
        ("def f(): return [3]\nf()[0]", [3]),
        ("def f(): pass\nf() if True else 0", [None]),
        ("if 0:\n  1\nelif 1:\n  2\nelse:\n  3", [2]),
        ("for i in range(2):\n  i\nelse:\n  'end'", [0, 1, "end"]),
        ("n = 1\nwhile n:\n  n\n  n = 0\nelse:\n  'end'", [1, "end"]),
        ("import contextlib\nwith contextlib.nullcontext(3) as c:\n  c", [3]),
        ("try:\n  't'\n  1 / 0\nexcept ZeroDivisionError:\n  'e'\nfinally:\n  'f'", ["t", "e", "f"]),
        ("match [1, 2]:\n  case [a, b]:\n    a\n    b", [1, 2]),
        ("if True:\n  '''no docstring here'''", ["no docstring here"]),
        ("def f():\n  def g():\n    3\n  g()\n  for i in [4]:\n    i\nf()", [3, 4]),
    ],
)
def test_a_bare_expression_is_shown(source: str, values: list[Any]) -> None:
    assert shown(source) == values


@pytest.mark.parametrize(
    "source",
    [
        "def f(): return 5\nf()",
        "(len)('abc')",
        "'abc'.upper()",
        "x: int = 5\nx: int",
        "def g():\n  yield 1\n  x = yield 2\nlist(g())",
        "def g():\n  yield from [1]\nlist(g())",
        "import asyncio\nasync def f():\n  await asyncio.sleep(0, 9)\nasyncio.run(f())",
        "class A:\n  5\n  x = 1\n  if True:\n    2",
        "class A:\n  class B:\n    def m(self):\n      4\nA.B().m()",
        "class A:\n  if True:\n    def m(self):\n      4\nA().m()",
        "f = lambda: 5\nf()",
    ],
)
def test_what_is_done_rather_than_valued_is_not_shown(source: str) -> None:
    assert shown(source) == []


def test_a_written_tuple_is_shown_side_by_side_and_a_tuple_in_a_name_as_one() -> None:
    assert shown("a = 1\nb = 2\na, b\n(*[a, b], 3)\nt = (a, b)\nt") == [(1, 2), (1, 2, 3), (1, 2)]
    assert shown("def f(): pass\nf(), f()") == [(None, None)]


def test_docstrings_are_not_shown_but_texts_after_them_are() -> None:
    assert shown("'doc'\n'text'") == ["text"]
    assert shown("def f():\n  'doc'\n  'text'\nf()") == ["text"]
    assert shown("def f(): 'doc'\nf()") == []
    assert shown("class A:\n  'doc'\n  def m(self):\n    'doc'\n    'text'\nA().m()") == ["text"]
    assert shown("import asyncio\nasync def f():\n  'doc'\n  7\nasyncio.run(f())") == [7]


def test_the_scripts_docstring_is_shown_where_the_option_asks_for_it() -> None:
    assert shown("'doc'\nx = 1", Magic(root_docstring=True)) == ["doc"]
    assert shown("def f():\n  'doc'\nf()", Magic(root_docstring=True)) == []


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("def f(): return 5\nf()", [5]),
        ("def f(): return 5\nf();", []),
        ("def f(): return 5\nf() ;\n\n# done\n", []),
        ("def f(): return 5\nf()\nf()", [5]),
        ("def f(): return 5\nf(); f()", [5]),
        ("def f(*a): return 5\nf(\n1,\n);\n", []),
        ("def f(): return 5\n(f())  # kept\n", [5]),
        ("def f(): return 5\nif 1:\n  f()", []),
        ("é = 'é'; é.upper()", ["É"]),
        ("é = 'é'; é.upper();", []),
        ("1;", [1]),
        ("'doc'", []),
    ],
)
def test_a_last_call_is_shown_where_the_option_asks_for_it_unless_a_semicolon_follows(
    source: str, values: list[Any]
) -> None:
    assert shown(source, Magic(last_call=True)) == values


def test_nothing_is_shown_where_magic_is_off() -> None:
    assert shown("1\n'x'", Magic(enabled=False)) == []


def test_future_imports_stay_in_front() -> None:
    assert shown("'doc'\nfrom __future__ import annotations\n5\nx: nonsense = 1\nx") == [5, 1]


def test_a_traceback_names_the_users_line_and_columns() -> None:
    source = "x = 1\n\n(x,\n 1 / 0)\n"
    try:
        shown(source)
    except ZeroDivisionError as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        assert (last.filename, last.lineno) == ("script.py", 4)
    else:
        pytest.fail("nothing raised")


def test_code_without_bare_expressions_compiles_to_the_same_bytecode() -> None:
    source = "import os\ndef f(a):\n  'doc'\n  return a + 1\nx = f(2)\n"
    plain = compile(source, "s.py", "exec", dont_inherit=True)
    magical = compile(apply_magic(ast.parse(source), source, Magic()), "s.py", "exec", dont_inherit=True)
    assert magical.co_code == plain.co_code


def test_a_chain_of_hundreds_of_elif_is_no_trouble() -> None:
    branches = "".join(f"elif x == {i}:\n  {i}\n" for i in range(1, 300))
    assert shown(f"x = 299\nif x == 0:\n  0\n{branches}") == [299]
