"""Write the list of supported commands into README.md, from what desklit has.

Usage: python tools/supported.py [--check]

With --check nothing is written; the exit status says whether README.md is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from streamlit_names import NAMES

import desklit
from desklit.widgets.catalog import Missing

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- supported:begin -->\n", "<!-- supported:end -->"


def is_supported(name: str) -> bool:
    """Whether ``st.<name>`` is there. It is really looked up: a file that is missing is an error."""
    try:
        found = getattr(desklit, name)
    except AttributeError:
        return False
    if name in desklit.COMMANDS:
        desklit.catalog.find(name)
    return not isinstance(found, Missing)


def listing() -> str:
    """The section's text: a count, and a row for each group of commands."""
    supported = {name for names in NAMES.values() for name in names if is_supported(name)}
    total = sum(map(len, NAMES.values()))
    rows = [
        f"**{len(supported)} of {total}** of Streamlit's commands, each with all its parameters:",
        "",
        "| | here | not yet |",
        "|---|---|---|",
    ]
    for group, names in NAMES.items():
        here = [f"`{name}`" for name in names if name in supported]
        missing = [f"`{name}`" for name in names if name not in supported]
        rows.append(f"| {group} | {' '.join(here) or '–'} | {' '.join(missing) or '–'} |")
    return "\n".join(rows) + "\n"


def updated(text: str) -> str:
    """README's text with the section as it has to be.

    Raises:
        ValueError: One of the two markers is missing.
    """
    before, found, rest = text.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not (found and found_end):
        raise ValueError(f"README.md lacks {BEGIN.strip()} or {END}")
    return before + BEGIN + listing() + END + after


def main(arguments: list[str]) -> int:
    text = README.read_text(encoding="utf-8")
    new = updated(text)
    if arguments == ["--check"]:
        if new != text:
            print("README.md is out of date: run `make readme`.")
        return int(new != text)
    if arguments:
        print(__doc__)
        return 2
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
