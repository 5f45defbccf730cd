"""Compares desklit with Streamlit on all scenarios: a table by command, then a summary line.

    python tests/conformance/run.py [--only REGEX] [--case NAME]

The oracle's interpreter is ``.venv-conformance/bin/python`` (made by ``make conformance-venv``), or what the
environment variable DESKLIT_ORACLE names. Its traces are kept under ``.cache/conformance`` by content.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HARNESS = HERE / "harness"
CACHE = ROOT / ".cache" / "conformance"
sys.path[:0] = [str(HARNESS), str(HERE)]

import compare
import scenario
from differences import KEPT

ORACLE, SUBJECT = "streamlit.testing.v1", "desklit.desktop.testing"


@dataclass(frozen=True)
class Result:
    """How a scenario went; ``why`` is empty if desklit does as Streamlit does."""

    name: str
    commands: tuple[str, ...]
    missing: tuple[str, ...]
    why: str

    @property
    def verdict(self) -> str:
        if not self.why:
            return "equal"
        if self.name in KEPT:
            return "kept"
        return "waiting" if self.missing else "differs"


def oracle_python() -> Path | None:
    """The interpreter that has Streamlit; None if there is none."""
    named = os.environ.get("DESKLIT_ORACLE")
    path = Path(named) if named else ROOT / ".venv-conformance" / "bin" / "python"
    return path if path.exists() else None


def play(python: Path | str, module: str, names: Iterable[str], out: Path, *flags: str) -> None:
    """Play scenarios under an interpreter; their traces are in ``out`` afterwards."""
    words = [str(python), str(HARNESS / "play.py"), "--module", module, "--out", str(out), *flags, *names]
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL)


def oracle_traces(names: list[str]) -> dict[str, Any]:
    """The oracle's traces; only what has changed since the last time is played."""
    CACHE.mkdir(parents=True, exist_ok=True)
    parts = [path for path in sorted(HARNESS.glob("*.py")) if path.name != "compare.py"]
    stamp = hashlib.sha256(b"".join(path.read_bytes() for path in parts))
    kept = {}
    for name in names:
        digest = stamp.copy()
        digest.update(scenario.load(name).digest.encode())
        kept[name] = CACHE / f"{name}-{digest.hexdigest()[:12]}.json"
    stale = [name for name, path in kept.items() if not path.exists()]
    if stale:
        python = oracle_python()
        assert python is not None, "There is no oracle: run `make conformance-venv`."
        with tempfile.TemporaryDirectory() as folder:
            play(python, ORACLE, stale, Path(folder), "--shift")
            for name in stale:
                kept[name].write_text((Path(folder) / f"{name}.json").read_text())
    return {name: json.loads(path.read_text()) for name, path in kept.items()}


def subject_traces(names: list[str]) -> dict[str, Any]:
    """desklit's traces."""
    with tempfile.TemporaryDirectory() as folder:
        play(sys.executable, SUBJECT, names, Path(folder))
        return {name: json.loads((Path(folder) / f"{name}.json").read_text()) for name in names}


def results(names: list[str]) -> list[Result]:
    """Play and compare."""
    import desklit

    oracle, subject = oracle_traces(names), subject_traces(names)
    known = {*desklit.COMMANDS, *desklit.OBJECTS, *desklit.MISSING}
    made = []
    for name in names:
        commands = tuple(each for each in scenario.load(name).commands if each in known)
        missing = tuple(each for each in commands if each in desklit.MISSING)
        made.append(Result(name, commands, missing, compare.trace_difference(oracle[name], subject[name])))
    return made


def table(found: list[Result]) -> str:
    """A table by command, all that is not equal, and the summary line."""
    by_command: defaultdict[str, list[Result]] = defaultdict(list)
    for result in found:
        for command in result.commands:
            by_command[command].append(result)
    lines = [f"{'command':24}{'scenarios':>10}{'equal':>7}"]
    for command, several in sorted(by_command.items()):
        equal = sum(result.verdict == "equal" for result in several)
        lines.append(f"{command:24}{len(several):>10}{equal:>7}")
    lines.append("")
    for result in found:
        if result.verdict != "equal":
            reason = KEPT.get(result.name) or ", ".join(result.missing) or result.why
            lines.append(f"{result.verdict:8} {result.name}: {reason[:220]}")
    return "\n".join([*lines, "", summary(found)])


def summary(found: list[Result]) -> str:
    words = ("equal", "kept", "waiting", "differs")
    counts = {word: sum(result.verdict == word for result in found) for word in words}
    share = 100 * counts["equal"] / max(1, len(found))
    told = ", ".join(f"{count} {word}" for word, count in counts.items())
    return f"scenarios {len(found)}: {told}; full {share:.1f}%"


def show_case(name: str) -> None:
    """One scenario, step by step."""
    oracle, subject = oracle_traces([name])[name], subject_traces([name])[name]
    for number, (a, b) in enumerate(zip(oracle, subject, strict=True)):
        why = compare.step_difference(a, b)
        print(number, "differs" if why else "equal", json.dumps(a["ops"], ensure_ascii=False), why)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a regular expression on the scenario's name")
    parser.add_argument("--case", help="show one scenario step by step")
    given = parser.parse_args()
    if given.case:
        show_case(given.case)
        return 0
    found = results([name for name in scenario.names() if re.search(given.only, name)])
    print(table(found))
    return int(any(result.verdict == "differs" for result in found))


if __name__ == "__main__":
    sys.exit(main())
