"""Plays cases under one AppTest, many in one process: a line of JSON in, a line of JSON out.

    python player.py MODULE

A line holds a list of cases: ``{"seed", "steps"}``, from which an app and what is done with it are made
(by Streamlit's AppTest alone), or ``{"script", "plan"}``. The answer holds ``{"script", "plan", "trace"}``
for each. A case ends before the step at which AppTest itself gives up.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import logging
import os
import random
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "harness")]

import acts
import driver
import generator
import values

TIMEOUT = 10.0
IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Case = dict[str, Any]


def play(kind: Any, case: Case) -> Case:
    """Play one case."""
    if "seed" in case:
        made = generator.app(case["seed"])
        chooser = acts.Acts(random.Random(case["seed"] + "/acts"), made.keys)
        return _played(kind, made.script, None, chooser, case["steps"])
    return _played(kind, case["script"], case["plan"], None, len(case["plan"]))


def _played(kind: Any, script: str, given: Any, chooser: acts.Acts | None, most: int) -> Case:
    plan, trace = [], []
    at = kind.from_string(script, default_timeout=TIMEOUT)
    for number in range(most):
        ops = given[number] if chooser is None else chooser.step(at) if number else chooser.before()
        step = comparable(at, driver.do_step(at, ops, TIMEOUT))
        trace.append(step)
        plan.append(ops)
        if given_up(step):
            break
    return {"script": script, "plan": plan, "trace": trace}


def comparable(at: Any, step: Any) -> Any:
    """A step without what can't be equal.

    Where two widgets share a key, because a run failed before it could drop one of them, Streamlit's AppTest
    lists either's value; the script reads one of them, or none, and so does this. Identifiers of files are random.
    """
    for key in list(step["state"]):
        try:
            step["state"][key] = values.enc(at.session_state[key])
        except KeyError:
            del step["state"][key]
        except Exception:
            continue
    return json.loads(IDENTIFIER.sub("<identifier>", json.dumps(step)))


def given_up(step: Any) -> bool:
    """Whether AppTest itself could not go on.

    A value that it looks for may have been deleted, or it has sent one that Streamlit can't read. Of a text set
    under the key of a `st.feedback` Streamlit finds so before the script: no line of it runs, no state is left.
    """
    error = str(step.get("err", ""))
    unread = step.get("exc") and not step["state"] and any(op["op"] == "state" for op in step["ops"])
    lost = "fail" in step or unread or "<unreadable>" in step["state"]
    return bool(lost) or error.startswith("run:") or "$$ID" in str(step.get("errmsg"))


def quicken() -> None:
    """Let Streamlit find no components, which it looks for in all that is installed, for each app anew."""
    importlib.metadata.distributions = lambda **_: iter(())  # type: ignore[assignment]


def name_files() -> None:
    """Let an uploaded file be told by its name: its `repr` says where the rest of it lies."""
    for module in ("streamlit.runtime.uploaded_file_manager", "desklit.widgets.uploaded_file"):
        with contextlib.suppress(ImportError):
            kind: Any = importlib.import_module(module).UploadedFile
            kind.__repr__ = lambda file: f"<file {file.name}>"


def main() -> None:
    logging.disable(logging.CRITICAL)
    answers = os.fdopen(os.dup(1), "w")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    quicken()
    driver.guard_network()
    kind = importlib.import_module(sys.argv[1]).AppTest
    name_files()
    for line in sys.stdin:
        played = []
        for case in json.loads(line):
            with contextlib.redirect_stdout(None):
                played.append(play(kind, case))
        answers.write(json.dumps(played) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
