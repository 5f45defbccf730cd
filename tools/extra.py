"""Print what one of desklit's extras requires, one requirement a line, without desklit itself."""

from __future__ import annotations

import re
import sys
from importlib.metadata import requires


def requirements(extra: str) -> list[str]:
    mark = re.compile(rf"""\s*;\s*extra == ["']{re.escape(extra)}["']$""")
    return [mark.sub("", line) for line in requires("desklit") or [] if mark.search(line)]


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
