"""Runs the examples of Streamlit's own docstrings here and in Streamlit: none may raise here only.

    python tests/conformance/docstrings.py [--only REGEX] [--quiet]

They are read from the installed Streamlit each time; the project keeps none of them.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import run
from run import compare, scenario
from without_missing import without_missing

IN_PART = "# in part\n"


@dataclass(frozen=True)
class Example:
    """An example of a docstring.

    ``raises`` names what desklit raises and Streamlit does not, ``why`` any difference at all; ``skipped``
    says why it was not run, ``in_part`` whether commands were left out that desklit does not have yet.
    """

    name: str
    skipped: str = ""
    raises: str = ""
    why: str = ""
    in_part: bool = False


def collect() -> dict[str, str]:
    """The examples' code by name, from the oracle's Streamlit; without what desklit does not have yet.

    The examples of commands that desklit does not have at all stay as they are.
    """
    import desklit

    path = run.CACHE / "examples.json"
    run.CACHE.mkdir(parents=True, exist_ok=True)
    words = [str(run.oracle_python()), str(run.HARNESS / "examples.py")]
    path.write_text(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    os.environ["DESKLIT_EXAMPLES"] = str(path)
    found: dict[str, str] = json.loads(path.read_text())
    for name, code in found.items():
        rest = without_missing(code, desklit.MISSING)
        if rest != code and re.split(r"[-.]", name)[0] not in desklit.MISSING:
            found[name] = IN_PART + rest
    path.write_text(json.dumps(found))
    return found


def obstacle(code: str) -> str:
    """Why an example can't be run here; empty if it can."""
    import desklit

    missing = sorted({each for each in scenario.commands_of(code) if each in desklit.MISSING})
    if missing:
        return f"needs {', '.join(missing)}"
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return "is no Python by itself"
    for node in ast.walk(tree):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            top = name.split(".")[0]
            if top != "streamlit" and importlib.util.find_spec(top) is None:
                return f"needs the package {top}"
    return ""


def to_play(codes: dict[str, str]) -> list[str]:
    """The names, as scenarios, of the examples that can be run here."""
    return [scenario.EXAMPLE + name for name, code in codes.items() if not obstacle(code)]


def play(only: str = "", play: Callable[[list[str]], run.Both] = run.play_both) -> list[Example]:
    """All examples, run where they can be."""
    codes = {name: code for name, code in collect().items() if re.search(only, name)}
    obstacles = {name: obstacle(code) for name, code in codes.items()}
    oracle, subject = play(to_play(codes))
    made = []
    for name, why in obstacles.items():
        full = scenario.EXAMPLE + name
        if why:
            made.append(Example(name, skipped=why))
        else:
            raises = raised(oracle[full], subject[full])
            if "UnsupportedCommandError" in raises:
                made.append(Example(name, skipped="needs what desklit says that it does not support yet"))
                continue
            why = compare.trace_difference(oracle[full], subject[full])
            made.append(Example(name, "", raises, why, codes[name].startswith(IN_PART)))
    return made


def raised(oracle: list[compare.Step], subject: list[compare.Step]) -> str:
    """What desklit raises and Streamlit does not."""
    for a, b in zip(oracle, subject, strict=True):
        if b.get("err") and not a.get("err"):
            return f"{b['err']}: {b.get('errmsg', '')[:200]}"
        expected = b["exc"] if isinstance(a["exc"], str) else a["exc"]
        more = Counter(b["exc"]) - Counter(expected)
        if more:
            return ", ".join(sorted(more))
    return ""


def summary(found: list[Example]) -> str:
    ran = [each for each in found if not each.skipped]
    raising = sum(bool(each.raises) for each in ran)
    equal = sum(not each.why for each in ran)
    part = sum(each.in_part for each in ran)
    told = f"{len(ran)} run ({part} in part), {raising} raise here only, {equal} equal in values"
    return f"docstring examples {len(found)}: {told}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a regular expression on the example's name")
    parser.add_argument("--quiet", action="store_true", help="do not list what was skipped")
    given = parser.parse_args()
    found = play(given.only)
    for each in found:
        if each.skipped and not given.quiet:
            print(f"skipped {each.name}: it {each.skipped}")
    for each in found:
        if each.why:
            print(f"{'raises' if each.raises else 'differs'} {each.name}: {each.raises or each.why}")
    print(summary(found))
    return int(any(each.raises for each in found))


if __name__ == "__main__":
    sys.exit(main())
