"""Both sides at work: an interpreter with Streamlit and one with desklit, each fed with cases."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
for folder in (HERE.parent, HERE.parent / "harness", HERE):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import children
import compare
from player import given_up

ORACLE, SUBJECT = "streamlit.testing.v1", "desklit.desktop.testing"
BOUND = re.compile(r"key='(\w+)'[^\n]*bind=")
DOUBTS = 8  # how often Streamlit plays a case again on which desklit differs
Case = dict[str, Any]


class Side:
    """One AppTest in an interpreter of its own, which is started anew now and then, and after a failure."""

    def __init__(self, python: str, module: str, *, cases_per_process: int = 400) -> None:
        self._words = [python, str(HERE / "player.py"), module]
        self._process: subprocess.Popen[str] | None = None
        self._played = 0
        self._most = cases_per_process

    def play(self, cases: Sequence[Case], limit: float = 150.0) -> list[Case] | None:
        """The cases, played; None if the process died or took too long."""
        if self._played > self._most:
            self.close()
        if self._process is None:
            self._start()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        timer = threading.Timer(limit, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(cases) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        self._played += len(cases)
        if not line:
            self.close()
            return None
        answer: list[Case] = json.loads(line)
        return answer

    def _start(self) -> None:
        self._played = 0
        self._process = subprocess.Popen(
            self._words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **children.SURROUNDINGS},
        )  # fmt: skip

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Both:
    """Streamlit and desklit side by side.

    Args:
        oracle: The interpreter that has Streamlit.
    """

    def __init__(self, oracle: Path) -> None:
        self.oracle = Side(str(oracle), ORACLE)
        self.doubted = Side(str(oracle), ORACLE)
        self.subject = Side(sys.executable, SUBJECT)
        self.addressed = 0  # how often Streamlit did as desklit once it was told what a browser writes

    def difference(self, script: str, plan: list[Any]) -> str:
        """How desklit differs on one case; empty if it does not."""
        case = [{"script": script, "plan": plan}]
        with ThreadPoolExecutor(1) as pool:
            got = pool.submit(self.subject.play, case, 60)
            expected = self.oracle.play(case, 60)
        subject = got.result()
        return self.judged(expected[0], subject[0] if subject else None) if expected else ""

    def judged(self, expected: Case, got: Case | None) -> str:
        """How desklit differs from what Streamlit says each time that it is asked; empty if it does not.

        Some of what Streamlit does goes by the order of a set of widgets' ids, which are other ones each
        time that a case is played: nothing can be equal to that.
        """
        why = differs(expected, got)
        if not why or got is None:
            return why
        again = self.doubted.play([{key: expected[key] for key in ("script", "plan")}] * DOUBTS, 60)
        if again is None:
            return why
        traces = [expected["trace"], *(each["trace"] for each in again)]
        agreed = 0
        for steps in zip(*traces, strict=False):
            if any(compare.step_difference(steps[0], other) for other in steps[1:]):
                break
            agreed += 1
        why = differs({**expected, "trace": expected["trace"][:agreed]}, got)
        if why and (plan := addressed(expected, got)) is not None:
            told = self.doubted.play([{"script": expected["script"], "plan": plan}], 60)
            if told is not None and not differs(told[0], got):
                self.addressed += 1
                return ""
        return why

    def close(self) -> None:
        for side in (self.oracle, self.doubted, self.subject):
            side.close()


def addressed(expected: Case, got: Case) -> list[Any] | None:
    """The plan with what a browser would have written into the address before each step; None if nothing.

    The parameter of a bound widget is the browser's to write. AppTest has none, so that a widget that comes
    back finds an address there that is out of date; desklit writes what code has set as a browser does.
    """
    bound = sorted(set(BOUND.findall(expected["script"])))
    if not bound:
        return None
    plan = [list(expected["plan"][0])]
    for ops, before in zip(expected["plan"][1:], got["trace"], strict=False):
        query = before["qp"]
        plan.append([{"op": "query", "k": key, "v": json.loads(query.get(key, "[]"))} for key in bound] + ops)
    return plan


def differs(expected: Case, got: Case | None) -> str:
    """How a played case differs from the oracle's; empty if it does not.

    The step at which Streamlit's AppTest gave up tells nothing of Streamlit, so it is left out. Where an
    operation failed nothing has run: what the nodes then show is what the test has done to them so far.
    """
    if got is None:
        return "desklit died or took too long"
    oracle, subject = expected["trace"], got["trace"]
    if oracle and given_up(oracle[-1]):
        oracle = oracle[:-1]
    short = "ended early" if len(subject) < len(oracle) else ""
    many = min(len(oracle), len(subject))
    bound = set(BOUND.findall(expected["script"]))
    oracle, subject = ([_comparable(step, bound) for step in steps[:many]] for steps in (oracle, subject))
    return compare.trace_difference(oracle, subject) or short


def _comparable(step: Any, bound: set[str]) -> Any:
    """A step without what the two do not tell.

    The address of a bound widget is the browser's to write, which AppTest has none of; desklit needs none.
    """
    query = {key: value for key, value in step["qp"].items() if key not in bound}
    return {**step, "qp": query, **({"widgets": []} if "err" in step else {})}
