"""Makes a case that differs as small as it can, and prints it as a scenario."""

from __future__ import annotations

import ast
import copy
import itertools
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import driver

Plan = list[list[dict[str, Any]]]
T = TypeVar("T")
Difference = Callable[[str, Plan], str]


def signature(difference: str) -> str:
    """What kind of difference it is, without the values and places."""
    rest = re.sub(r"^step \d+: ", "", difference)
    rest = re.sub(r"\[\d+\]", "[]", rest)
    rest = re.sub(r"^(main|sidebar|other)\b", "el", rest)
    return re.sub(r" is .* in the place of .*", "", rest)[:60]


def shrink(script: str, plan: Plan, difference: Difference, seconds: float = 60) -> tuple[str, Plan]:
    """The smallest case found whose difference is of the same kind.

    Args:
        script: The script's text.
        plan: The operations of each step.
        difference: Says how desklit differs on a case; empty if it does not.
        seconds: When to be content with what is found.
    """
    wanted, end = signature(difference(script, plan)), time.monotonic() + seconds
    script = ast.unparse(ast.parse(script))

    def still(a_script: str, a_plan: Plan) -> bool:
        return time.monotonic() < end and signature(difference(a_script, a_plan)) == wanted

    before = None
    while before != (script, plan) and time.monotonic() < end:
        before = script, plan
        plan = _greedy(plan, _plans, partial(still, script), end)
        script = _greedy(script, _scripts, partial(_swapped, still, plan), end)
    return script, plan


def _swapped(still: Callable[[str, Plan], bool], plan: Plan, script: str) -> bool:
    return still(script, plan)


def _greedy(whole: T, smaller: Callable[[T], Iterator[T]], still: Callable[[T], bool], end: float) -> T:
    """Take each smaller one that still differs, and go on from there."""
    place = 0
    while time.monotonic() < end:
        candidate = next(itertools.islice(smaller(whole), place, None), None)
        if candidate is None:
            break
        if candidate != whole and still(candidate):
            whole = candidate
        else:
            place += 1
    return whole


def _plans(plan: Plan) -> Iterator[Plan]:
    for many in (len(plan) // 2, 2, 1):
        if 0 < many < len(plan):
            yield plan[:-many]
    for many in (len(plan) // 2, 1):
        for start in range(1, len(plan) - many + 1) if many else ():
            yield plan[:start] + plan[start + many :]
    if plan and plan[0] != [{"op": "run"}]:
        yield [[{"op": "run"}], *plan[1:]]
    for number, ops in enumerate(plan):
        for each in range(len(ops)) if len(ops) > 1 else ():
            yield [*plan[:number], ops[:each] + ops[each + 1 :], *plan[number + 1 :]]


def _scripts(script: str) -> Iterator[str]:
    tree = ast.parse(script)
    for number, _ in enumerate(_bodies(tree)):
        yield from _without_statements(tree, number)
    for number, node in enumerate(ast.walk(tree)):
        for way in _simpler(node):
            other = copy.deepcopy(tree)
            way(list(ast.walk(other))[number])
            yield ast.unparse(ast.fix_missing_locations(other))


def _bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse"):
            body = getattr(node, name, None)
            if isinstance(body, list) and body:
                yield body


def _without_statements(tree: ast.Module, number: int) -> Iterator[str]:
    length = len(list(_bodies(tree))[number])
    for many in (length // 2, 1) if length > 3 else (1,):
        for start in range(length - many, -1, -1):
            for keep_inner in (False, True):
                other = copy.deepcopy(tree)
                body = list(_bodies(other))[number]
                gone = body[start : start + many]
                if all(isinstance(each, ast.Pass) for each in gone):
                    continue
                inner = [line for each in gone for line in getattr(each, "body", [])] if keep_inner else []
                if keep_inner and (not inner or isinstance(gone[0], ast.FunctionDef)):
                    continue
                body[start : start + many] = inner
                if not body:
                    body.append(ast.Pass())
                yield ast.unparse(ast.fix_missing_locations(other))


def _simpler(node: ast.AST) -> Iterator[Callable[[Any], None]]:
    if isinstance(node, ast.Call):
        for place in range(len(node.keywords)):
            yield lambda it, place=place: it.keywords.pop(place)
            if isinstance(node.keywords[place].value, ast.IfExp):
                yield lambda it, place=place: _choose(it.keywords, place, "body")
                yield lambda it, place=place: _choose(it.keywords, place, "orelse")
        for place, keyword in enumerate(node.keywords):
            if keyword.arg is None and isinstance(keyword.value, ast.Call):
                yield lambda it, place=place: _inline(it.keywords, place)
    if isinstance(node, (ast.List, ast.Tuple)) and len(node.elts) > 1:
        for place in range(len(node.elts)):
            yield lambda it, place=place: it.elts.pop(place)
    if isinstance(node, ast.If) and not isinstance(node.test, ast.Constant):
        yield lambda it: setattr(it, "test", ast.Constant(True))
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        yield lambda it: setattr(it, "value", ast.Constant(0))


def _choose(keywords: list[ast.keyword], place: int, part: str) -> None:
    keywords[place].value = getattr(keywords[place].value, part)


def _inline(keywords: list[ast.keyword], place: int) -> None:
    call: Any = keywords[place].value
    keywords[place : place + 1] = call.keywords


# As a scenario


def scenario(script: str, plan: Plan, why: str) -> str:
    """The case as the text of a scenario file."""
    setup = [] if plan[0] == [{"op": "run"}] else [given(op) for op in plan[0]]
    steps = ", ".join(map(_step, plan[1:]))
    parts = [f'"""Found by the fuzzer: {why.replace(chr(34) * 3, "")}"""']
    if "dt." in f"{setup}{steps}":
        parts.append("import datetime as dt")
    parts += [f"SCRIPT = '''\n{script.strip().replace(chr(92), chr(92) * 2)}\n'''"]
    if setup:
        parts.append(f"SETUP = [{', '.join(setup)}]")
    return "\n".join([*parts, f"STEPS = [{steps}]"]) + "\n"


def _step(ops: list[dict[str, Any]]) -> str:
    told = [given(op) for op in ops]
    return told[0] if len(told) == 1 else f"[{', '.join(told)}]"


def given(op: dict[str, Any]) -> str:
    """An operation as a scenario writes it."""
    words = [op["op"]]
    for name in ("k", "acc"):
        if name in op:
            words.append(op[name])
    if "acc" in op:
        words.append(op["key"] if op.get("key") is not None else op.get("i", 0))
    if "v" in op:
        value = driver.dec(op["v"])
        words += value if op["op"] in ("upload", "set_range") else [value]
    return re.sub(r"\bdatetime\.(?=date\(|time\(|datetime\()", "dt.", repr(tuple(words)))


