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
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HARNESS = HERE / "harness"
CACHE = ROOT / ".cache" / "conformance"
sys.path[:0] = [str(HARNESS), str(HERE)]

import compare
import masking
import scenario
from differences import KEPT, UNSTEADY

ORACLE, SUBJECT = "streamlit.testing.v1", "desklit.desktop.testing"
Both = tuple[dict[str, Any], dict[str, Any]]
"""The oracle's traces and desklit's, by the names of scenarios."""


@dataclass(frozen=True)
class Result:
    """How a scenario went.

    ``why`` is empty if desklit does as Streamlit does; ``masked`` says where Streamlit contradicts itself.
    """

    name: str
    commands: tuple[str, ...]
    missing: tuple[str, ...]
    why: str
    masked: tuple[str, ...]

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
    out.mkdir(exist_ok=True)
    words = [str(python), str(HARNESS / "play.py"), "--module", module, "--out", str(out), *flags, *names]
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL)


def play_both(names: list[str]) -> Both:
    """The oracle's traces and desklit's; of the oracle's only what has changed is played.

    The oracle plays twice, under other circumstances, and what it contradicts itself on is masked.
    """
    kept = {name: kept_trace(name) for name in names}
    stale = [name for name, path in kept.items() if not path.exists()]
    python = oracle_python()
    assert python is not None or not stale, "There is no oracle: run `make conformance-venv`."
    with tempfile.TemporaryDirectory() as made, ThreadPoolExecutor(3) as pool:
        first, second, subject = (Path(made) / name for name in ("first", "second", "subject"))
        parts = [pool.submit(play, sys.executable, SUBJECT, names, subject)]
        if stale and python is not None:
            parts.append(pool.submit(play, python, ORACLE, stale, first))
            parts.append(pool.submit(play, python, ORACLE, stale, second, "--later"))
        for part in parts:
            part.result()
        for name in stale:
            masked = masking.mask_trace(_read(first, name), _read(second, name))
            kept[name].write_text(json.dumps(masked))
        played = {name: _read(subject, name) for name in names}
    return {name: json.loads(path.read_text()) for name, path in kept.items()}, played


def kept_trace(name: str) -> Path:
    """Where the oracle's trace of a scenario is kept, by the content of all that it depends on."""
    CACHE.mkdir(parents=True, exist_ok=True)
    digest = _stamp().copy()
    digest.update(scenario.load(name).digest.encode())
    return CACHE / f"{name}-{digest.hexdigest()[:12]}.json"


@lru_cache(maxsize=1)
def _stamp() -> Any:
    parts = [path for path in sorted(HARNESS.glob("*.py")) if path.name != "compare.py"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts))


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text())


def results(names: list[str], play: Callable[[list[str]], Both] = play_both) -> list[Result]:
    """Play and compare."""
    import desklit

    oracle, subject = play(names)
    known = {*desklit.COMMANDS, *desklit.OBJECTS, *desklit.MISSING}
    made = []
    for name in names:
        commands = tuple(each for each in scenario.load(name).commands if each in known)
        missing = tuple(each for each in commands if each in desklit.MISSING)
        why = compare.trace_difference(oracle[name], subject[name])
        made.append(Result(name, commands, missing, why, tuple(masking.masked_places(oracle[name]))))
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
    for result in found:
        if result.masked:
            reason = UNSTEADY.get(result.name) or "; ".join(result.masked[:3])
            lines.append(f"unsteady {result.name}: {len(result.masked)} values not compared: {reason}")
    return "\n".join([*lines, "", summary(found)])


def summary(found: list[Result]) -> str:
    words = ("equal", "kept", "waiting", "differs")
    counts = {word: sum(result.verdict == word for result in found) for word in words}
    share = 100 * counts["equal"] / max(1, len(found))
    told = ", ".join(f"{count} {word}" for word, count in counts.items())
    return f"scenarios {len(found)}: {told}; full {share:.1f}%"


def show_case(name: str) -> None:
    """One scenario, step by step."""
    oracle, subject = play_both([name])
    for number, (a, b) in enumerate(zip(oracle[name], subject[name], strict=True)):
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
