"""The benchmarks' own machinery: what their table says, and when it fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent / "benchmarks"
ROWS = """
from budgets import AtLeast, Count, Ratio, Within

def test_rows(in_turns):
    in_turns("ratio", lambda: 1.0, lambda: RATIO, budget=Ratio(2.0), rounds=3)
    in_turns("absolute", None, lambda: 0.010, budget=Within(0.016))
    in_turns("rate", None, lambda: 60.0, budget=AtLeast(30), unit="a second")
    in_turns("share", lambda: 0.001, lambda: 0.01, budget=Within(0.02), unit="%")

def test_count(in_turns):
    in_turns("count", None, lambda: COUNT, budget=Count(4), unit="")

def test_nothing_held(in_turns):
    in_turns("for information", lambda: 0.5, lambda: 0.25, times=1_000)
"""


@pytest.fixture
def benchmarks(pytester: pytest.Pytester):
    for name in ("conftest.py", "budgets.py", "rows.py", "streamlit_rerun.py"):
        shutil.copy(BENCHMARKS / name, pytester.path)

    def run(*options: str, ratio: float = 1.5, count: int = 4) -> pytest.RunResult:
        pytester.makepyfile(test_rows=ROWS.replace("RATIO", str(ratio)).replace("COUNT", str(count)))
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *options)

    return run


def test_the_full_form_prints_the_table_and_writes_it(benchmarks, pytester: pytest.Pytester) -> None:
    result = benchmarks("--full", "--json", "found.json")
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "what*hand-written Qt*desklit*ratio*budget",
            "ratio*1 s*1.5 s*1.50*≤ 2×*ok",
            "absolute*–*10 ms*–*≤ 16 ms*ok",
            "rate*–*60 a second*–*≥ 30 a second*ok",
            "share*0.1 %*1.0 %*–*≤ 2.0 %*ok",
            "count*–*4*–*≤ 4*ok",
            "for information*500 µs*250 µs*0.50*–*–",
            "6 rows, 0 beyond their budget",
        ]
    )
    found = json.loads((pytester.path / "found.json").read_text(encoding="utf-8"))
    assert [row["what"] for row in found["rows"]][:2] == ["ratio", "absolute"]
    assert found["rows"][0]["ratio"] == 1.5
    assert found["machine"]["cores"] >= 1
    assert found["versions"]["PySide6"]


def test_a_missed_budget_fails_the_full_form_when_all_rows_are_there(benchmarks) -> None:
    result = benchmarks("--full", ratio=2.5)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["ratio*2.50*≤ 2×*MISSED", "count*ok", "6 rows, 1 beyond their budget"])


@pytest.mark.parametrize(("ratio", "count", "failed"), [(2.5, 4, 0), (4.5, 4, 1), (1.5, 5, 1)])
def test_the_short_form_forgives_a_time_up_to_twice_its_budget_but_no_count(
    benchmarks, ratio: float, count: int, failed: int
) -> None:
    result = benchmarks(ratio=ratio, count=count)
    result.assert_outcomes(passed=3 - failed, failed=failed)
    if failed:
        result.stdout.fnmatch_lines(["far beyond the budget, twice:"])


def test_streamlits_column_wants_an_interpreter_that_has_it(
    benchmarks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DESKLIT_ORACLE", str(tmp_path / "python"))
    result = benchmarks("--full", "--with-streamlit")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*make conformance-venv*"])
