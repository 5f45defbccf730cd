"""How a benchmark declares its row of the table, and what is done with the rows.

The fixture ``in_turns`` takes one row. Each side is a function that does the work once and gives a figure, by
default seconds; they are called alternately (A B A B), so that a busy machine slows both alike, and the ratio
is the median of the pairs' ratios::

    from budgets import AtLeast, Count, Ratio, Within

    def test_click(in_turns, qtbot):
        in_turns("click to painted", by_hand, ours, budget=Ratio(2.0), rounds=60)
        in_turns("key press to painted, p95", by_hand, ours, budget=Within(0.016))  # seconds, absolute
        in_turns("frames shown", None, frames, budget=AtLeast(30), unit="/s")       # nothing to compare with
        in_turns("views made", None, made, budget=Count(80), unit="")               # exact, in CI, too

``rounds`` are the pairs of the full form, ``short`` those of the short one, ``times`` divides the figures by
how many pieces of work one call does, ``best`` takes each side's smallest figure instead of the medians, and
``unit`` is s, B, %, a word or nothing. ``streamlit=Rerun(script, button)`` names a script whose rerun is
measured in Streamlit itself with ``--with-streamlit``.

Two forms:

- The full one (``make bench``, ``pytest tests/benchmarks --full``) holds the budgets themselves, prints one
  table, writes it with ``--json FILE``, and fails at the end if any row misses its budget.
- The short one is part of all tests. It fails at once, and only far beyond a budget (twice;
  ``slack=`` says otherwise for a row that is known to miss it or that one wait spoils) or on a count. The
  fixture ``full`` tells a test which one it is in; the mark ``full_only`` leaves a test out of the short one.

What misses is measured once more: the pairs of both count in the full form, the second ones in the short.

In the full form pytest-benchmark drives the rounds of a test's first row, with what is written by hand as
their set-up: its ``--benchmark-json`` and ``--benchmark-compare`` follow desklit's own figures over time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

# The modules beside this file are no package: tests are imported by path.
sys.path.append(str(Path(__file__).parent))

from budgets import Budget
from rows import Row, as_text, write_json
from streamlit_rerun import Rerun

HERE = Path(__file__).parent
Measure = Callable[[], float]


@dataclass
class Table:
    """What the benchmarks of this session have found."""

    full: bool
    oracle: Path | None
    rows: list[Row]
    streamlit: str | None = None

    def ask_streamlit(self, rerun: Rerun | None) -> float | None:
        """Seconds of a rerun there; None if it is not wanted."""
        if rerun is None or self.oracle is None:
            return None
        words = [self.oracle, HERE / "streamlit_rerun.py", rerun.script, str(rerun.rounds)]
        ended = subprocess.run(
            [*words, rerun.button] if rerun.button else words,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        self.streamlit, seconds = ended.stdout.split()[-2:]
        return float(seconds)


TABLE = pytest.StashKey[Table]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("benchmarks")
    group.addoption("--full", action="store_true", help="hold the budgets themselves and print the table")
    group.addoption("--json", metavar="FILE", help="where the full form writes its table")
    group.addoption("--with-streamlit", action="store_true", help="measure Streamlit's own rerun, too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "full_only: leave this out of the short form of the benchmarks")
    # Where all tests run, this file is found too late for its options to be known.
    with_streamlit = config.getoption("--with-streamlit", default=False)
    oracle = _oracle() if with_streamlit else None
    if with_streamlit and oracle is None:
        raise pytest.UsageError("--with-streamlit needs `make conformance-venv` or DESKLIT_ORACLE")
    config.stash[TABLE] = Table(config.getoption("--full", default=False), oracle, [])


def _oracle() -> Path | None:
    """The interpreter that has Streamlit, found as the comparison finds it."""
    named = os.environ.get("DESKLIT_ORACLE")
    path = Path(named) if named else HERE.parent.parent / ".venv-conformance" / "bin" / "python"
    return path if path.exists() else None


@pytest.fixture
def full(pytestconfig: pytest.Config) -> bool:
    """Whether this is the full form."""
    return pytestconfig.stash[TABLE].full


@pytest.fixture(autouse=True)
def _left_out(request: pytest.FixtureRequest, full: bool) -> None:
    if not full and request.node.get_closest_marker("full_only"):
        pytest.skip("part of `make bench` alone")


@pytest.fixture
def in_turns(pytestconfig: pytest.Config, request: pytest.FixtureRequest) -> Callable[..., Row]:
    """Take one row of the table; see the docstring of this file."""
    table = pytestconfig.stash[TABLE]
    benchmark = request.getfixturevalue("benchmark") if table.full else None
    begun: list[str] = []

    def take(
        what: str,
        handwritten: Measure | None,
        desklit: Measure,
        *,
        budget: Budget | None = None,
        rounds: int = 1,
        short: int = 3,
        times: int = 1,
        unit: str = "s",
        best: bool = False,
        warm: bool = True,
        slack: float | None = None,
        streamlit: Rerun | None = None,
    ) -> Row:
        if slack is None:
            slack = 1.0 if budget is None else budget.short_slack
        slack = 1.0 if table.full else slack
        pairs: list[tuple[float, float]] = []

        def measured(count: int) -> Row:
            taken: list[tuple[float, float]] = []
            theirs: list[float] = []

            def by_hand() -> None:
                theirs[:] = [handwritten() if handwritten else 0.0]

            def round_of_ours() -> None:
                taken.append((theirs[0], desklit()))

            if benchmark is None or begun:
                for _ in range(count):
                    by_hand()
                    round_of_ours()
            else:
                begun.append(what)
                benchmark.pedantic(round_of_ours, setup=by_hand, rounds=count)
                benchmark.extra_info["row"] = what
            pairs.extend(taken)
            compared = handwritten is not None
            ours, other, ratio = _figures(pairs if table.full else taken, compared=compared, best=best)
            if unit == "%":
                ratio = None  # how one share of next to nothing relates to another means nothing
            if ratio is not None and not table.full:
                # A worker that waits for a busy core spoils most pairs, hardly ever all of them.
                ratio = min(ratio, _figures(taken, compared=compared, best=True)[2] or ratio)
            return Row.judged(
                what,
                ours / times,
                None if other is None else other / times,
                ratio,
                unit=unit,
                budget=budget,
                slack=slack,
            )

        if warm:
            _ = handwritten and handwritten()
            desklit()
        count = rounds if table.full else min(short, rounds)
        row = measured(count)
        if not row.met:
            row = measured(count)
        row = replace(row, streamlit=_per(table.ask_streamlit(streamlit), times))
        table.rows.append(row)
        if not table.full and not row.met:
            pytest.fail("\n".join(["far beyond the budget, twice:", *as_text([row])]), pytrace=False)
        return row

    return take


def _figures(
    pairs: list[tuple[float, float]], *, compared: bool, best: bool
) -> tuple[float, float | None, float | None]:
    """desklit's figure, the other side's, and how they relate."""
    middle: Callable[[list[float]], float] = min if best else statistics.median
    ours = middle([ours for _, ours in pairs])
    if not compared:
        return ours, None, None
    theirs = middle([theirs for theirs, _ in pairs])
    if not all(theirs for theirs, _ in pairs):
        return ours, theirs, None
    ratio = ours / theirs if best else statistics.median(ours / theirs for theirs, ours in pairs)
    return ours, theirs, ratio


def _per(seconds: float | None, times: int) -> float | None:
    return None if seconds is None else seconds / times


def pytest_sessionfinish(session: pytest.Session) -> None:
    table = session.config.stash.get(TABLE, None)
    if table is None or not table.full:
        return
    path = session.config.getoption("--json")
    if path:
        write_json(Path(path), table.rows, streamlit=table.streamlit)
    if session.exitstatus == pytest.ExitCode.OK and not all(row.met for row in table.rows):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    table = config.stash.get(TABLE, None)
    if table is None or not table.full or not table.rows:
        return
    terminalreporter.section("desklit beside what is written by hand (medians, taken in turns)")
    for line in as_text(table.rows):
        terminalreporter.write_line(line)
    missed = sum(not row.met for row in table.rows)
    terminalreporter.write_line(f"{len(table.rows)} rows, {missed} beyond their budget")
