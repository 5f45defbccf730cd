"""Writes README's table of what desklit takes beside programs written by hand, from benchmarks.json.

    python tools/speed.py [benchmarks.json]

`make bench` makes that file. Commands that are measured one by one are told by the slowest of them, and rows
without a budget are left out: they are for those who work on desklit.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- speed:begin -->\n", "<!-- speed:end -->"
_ONE_OF_MANY = re.compile(r"^st\.(\w+) ")

Row = dict[str, Any]


def told(rows: list[Row]) -> list[Row]:
    """The rows that a reader wants to see."""
    kept: list[Row] = []
    many: dict[str, list[Row]] = {}
    for row in rows:
        match = _ONE_OF_MANY.match(row["what"])
        if not row["budget"]:
            continue
        if match is None:
            kept.append(row)
            continue
        group = many.setdefault(row["what"][match.end() :], [])
        group.append({**row, "name": match[1]})
    for what, group in many.items():
        slowest = max(group, key=lambda row: row["ratio"] or 0.0)
        title = f"the slowest of {len(group)} commands {what} (`st.{slowest['name']}`)"
        kept.append({**slowest, "cells": [title, *slowest["cells"][1:]]})
    return kept


def section(found: dict[str, Any]) -> str:
    """The section's text: where and when, and the table."""
    rows = told(found["rows"])
    with_streamlit = any(row["streamlit"] is not None for row in rows)
    count = len(found["headings"]) - (not with_streamlit)
    machine = found["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    missed = [row for row in rows if not row["met"]]
    lines = [
        f"As last measured, on {found['date'][:10]}: {machine['cores']} cores of {machine['processor']}, "
        f"{machine['system']}, {versions}.",
        f"{len(rows) - len(missed)} of {len(rows)} budgets are met.",
        "",
        "| " + " | ".join(found["headings"][:count]) + " |",
        "|---" + "|--:" * (count - 1) + "|",
    ]
    for row in rows:
        cells = [cell if cell != "MISSED" else "**missed**" for cell in row["cells"][:count]]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def updated(text: str, found: dict[str, Any]) -> str:
    """README's text with the section as it has to be.

    Raises:
        ValueError: One of the two markers is missing.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md lacks {BEGIN.strip()} or {END}")
    return before + BEGIN + section(found) + END + after


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else ROOT / "benchmarks.json"
    if not path.exists():
        print(f"There is no {path.name}: run `make bench` first.", file=sys.stderr)
        return 2
    found = json.loads(path.read_text(encoding="utf-8"))
    README.write_text(updated(README.read_text(encoding="utf-8"), found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
