"""Plays scenarios under one AppTest and writes a trace of each; runs under either interpreter.

    python play.py --module streamlit.testing.v1 --out FOLDER NAME…

With ``--later`` they are played 37 days later by the clock and with other hashes, by which sets are
ordered: what differs then is nothing to compare with.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driver
import scenario
from children import import_ahead, in_child, settle_environment

TIMEOUT = 20.0
LIMIT = 110.0
Trace = list[dict[str, Any]]


def play(given: scenario.Scenario, module: str, later: bool) -> Trace:
    """All steps of a scenario, in a folder of its own, in this process."""
    work = Path(tempfile.mkdtemp(prefix="conformance-"))
    try:
        _lay_out(given, work)
        os.chdir(work)
        sys.path.insert(0, str(work))
        driver.guard_network()
        if given.name.startswith(scenario.EXAMPLE):
            driver.shorten_sleep()
        kind = importlib.import_module(module).AppTest
        if given.wait:
            driver.wait_before_steps(given.wait)
        with _clock(later and not given.wait):
            return driver.replay(kind, str(work / next(iter(given.files))), given.plan, TIMEOUT)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _lay_out(given: scenario.Scenario, work: Path) -> None:
    for name, text in given.files.items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(text)
    sections: dict[str, list[str]] = {}
    for option, value in given.config.items():
        section, name = option.split(".", 1)
        sections.setdefault(section, []).append(f"{name} = {json.dumps(value)}\n")
    if sections:
        (work / ".streamlit").mkdir(exist_ok=True)
        text = "".join(f"[{section}]\n{''.join(lines)}" for section, lines in sections.items())
        (work / ".streamlit" / "config.toml").write_text(text)


@contextlib.contextmanager
def _clock(later: bool) -> Iterator[None]:
    if not later:
        yield
        return
    import time_machine

    moment = dt.datetime.now(dt.timezone.utc) + dt.timedelta(days=37, hours=5, minutes=13)
    with time_machine.travel(moment, tick=True):
        yield


def trace(given: scenario.Scenario, module: str, later: bool) -> Trace:
    """A scenario's trace, played in a child; one with options in an interpreter of its own."""
    if given.config:
        steps, why = _in_interpreter(given, module, later)
    else:
        steps, why = in_child(lambda: play(given, module, later), LIMIT)
    return steps if steps is not None else driver.dead(given.plan, why or "no answer")


def _in_interpreter(given: scenario.Scenario, module: str, later: bool) -> tuple[Any, str | None]:
    flags = ["--later"] if later else []
    words = [sys.executable, __file__, "--alone", "--module", module, *flags, given.name]
    ended = subprocess.run(words, capture_output=True, timeout=LIMIT, check=False)
    _, mark, answer = ended.stdout.decode().rpartition("@@@")
    return (json.loads(answer), None) if mark else (None, ended.stderr.decode()[-500:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--later", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    if given.alone:
        steps = play(scenario.load(given.names[0]), given.module, given.later)
        print("@@@" + json.dumps(steps))
        return
    settle_environment("1" if given.later else "0")
    if hasattr(os, "nice"):
        os.nice(5)  # other tests run meanwhile, and their windows come first
    import_ahead(given.module)
    started = time.monotonic()
    for name in given.names:
        steps = trace(scenario.load(name), given.module, given.later)
        (given.out / f"{name}.json").write_text(json.dumps(steps))
    print(f"{len(given.names)} scenarios in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
