"""Fuzzes desklit against Streamlit: small apps and what is done with them, made from a seed.

    python tests/conformance/fuzz/fuzz.py [--cases N] [--seed S] [--steps K] [--seconds T]

Prints each kind of difference once, shrunk to a scenario file that can be pasted, and a closing line.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from both import Both, Case, Side, differs
from differences import KEPT_CASES
from run import oracle_python
from shrink import scenario, shrink, signature

BATCH = 10


@dataclass
class Report:
    """What came of it: cases that differ, by the kind of difference."""

    cases: int = 0
    steps: int = 0
    doubtful: int = 0
    kept: int = 0
    found: dict[str, list[tuple[str, Case, str]]] = field(default_factory=dict)

    def add(self, seed: str, case: Case, why: str) -> None:
        if why and seed in KEPT_CASES:
            self.kept += 1
        elif why:
            self.found.setdefault(signature(why), []).append((seed, case, why))

    def __str__(self) -> str:
        differing = sum(map(len, self.found.values()))
        told = f"fuzzing: {self.cases} cases, {self.steps} steps, {differing} differ, {self.kept} kept"
        return f"{told}, {self.doubtful} on which Streamlit contradicts itself or misses its browser"


def fuzz(both: Both, seed: int, cases: int, steps: int, go_on: Callable[[], bool] = lambda: True) -> Report:
    """Play cases on both sides; desklit plays one batch while Streamlit plays the next."""
    report = Report()
    seeds = [f"{seed}-{number}" for number in range(cases)]
    batches = [seeds[start : start + BATCH] for start in range(0, cases, BATCH)]
    with ThreadPoolExecutor(1) as pool:
        held = None
        for batch in batches:
            expected = _play(both.oracle, [{"seed": each, "steps": steps} for each in batch])
            if held is not None:
                held.result()
            held = pool.submit(_subject, both, report, batch, expected)
            if not go_on():
                break
        if held is not None:
            held.result()
    return report


def _subject(both: Both, report: Report, seeds: list[str], expected: list[Case | None]) -> None:
    known = [(seed, case) for seed, case in zip(seeds, expected, strict=True) if case]
    got = _play(both.subject, [{"script": case["script"], "plan": case["plan"]} for _, case in known])
    for (seed, case), answer in zip(known, got, strict=True):
        report.cases += 1
        report.steps += len(case["plan"])
        why = both.judged(case, answer) if differs(case, answer) else ""
        report.doubtful += not why and bool(differs(case, answer))
        report.add(seed, case, why)


def _play(side: Side, cases: list[Case]) -> list[Case | None]:
    """The cases, played; a batch that fails is played one by one, to find the culprit."""
    if not cases:
        return []
    answers = side.play(cases)
    if answers is not None:
        return list(answers)
    singly = [side.play([case], 30) for case in cases]
    return [answer[0] if answer else None for answer in singly]


def told(both: Both, report: Report, most: int = 8, seconds: float = 45) -> Iterator[str]:
    """Each kind of difference once, shrunk."""
    for kind, cases in list(report.found.items())[:most]:
        seed, case, why = min(cases, key=lambda each: len(each[1]["script"]) * len(each[1]["plan"]))
        script, plan = shrink(case["script"], case["plan"], both.difference, seconds)
        why = both.difference(script, plan) or why
        yield f"# {len(cases)} × {kind} (seed {seed})\n{scenario(script, plan, why)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=8, help="the steps of a case")
    parser.add_argument("--seconds", type=float, default=1e9, help="when to begin no more cases")
    parser.add_argument("--shrunk", type=int, default=8, help="how many kinds of difference to shrink")
    parser.add_argument("--shrink-seconds", type=float, default=45, help="the time for each of them")
    given: Any = parser.parse_args()
    python = oracle_python()
    if python is None:
        print("There is no oracle: run `make conformance-venv`.")
        return 2
    both, started = Both(python), time.monotonic()
    try:
        report = fuzz(both, given.seed, given.cases, given.steps, lambda: time.monotonic() - started < given.seconds)
        taken = time.monotonic() - started
        for text in told(both, report, given.shrunk, given.shrink_seconds):
            print(text, flush=True)
    finally:
        both.close()
    for kind, count in Counter({kind: len(cases) for kind, cases in report.found.items()}).most_common():
        print(f"{count:6} {kind}")
    print(f"{report}, {report.steps / taken:.0f} steps/s")
    return int(bool(report.found))


if __name__ == "__main__":
    sys.exit(main())
