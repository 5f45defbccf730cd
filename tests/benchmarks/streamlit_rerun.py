"""How long Streamlit itself takes to run a script again; started in the interpreter that has Streamlit.

    python streamlit_rerun.py SCRIPT ROUNDS [BUTTON]

Prints the version, then the median of the seconds of a rerun. BUTTON is the label of one to click each time.
"""

from __future__ import annotations

import logging
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rerun:
    """A script whose rerun is of interest, and the button to click for it, if any."""

    script: Path
    button: str = ""
    rounds: int = 7


def main(script: str, rounds: int, button: str = "") -> None:
    logging.disable(logging.CRITICAL)
    import streamlit
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(script, default_timeout=600).run()
    taken = []
    for _ in range(rounds + 1):
        if button:
            next(found for found in app.button if found.label == button).click()
        started = time.perf_counter()
        app.run()
        taken.append(time.perf_counter() - started)
    if app.exception:
        raise SystemExit(app.exception[0].message)
    print(streamlit.__version__, statistics.median(taken[1:]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
