"""The table that the benchmarks fill: its rows, as text and as JSON."""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import PySide6
from budgets import Budget, amount


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; the figures are in ``unit``."""

    what: str
    desklit: float
    handwritten: float | None = None
    ratio: float | None = None
    unit: str = "s"
    budget: str = ""
    met: bool = True
    streamlit: float | None = None

    @classmethod
    def judged(
        cls,
        what: str,
        desklit: float,
        handwritten: float | None,
        ratio: float | None,
        *,
        unit: str,
        budget: Budget | None,
        slack: float,
        streamlit: float | None = None,
    ) -> Row:
        met = budget is None or budget.is_met(desklit, ratio, slack)
        text = "" if budget is None else budget.describe(unit)
        return cls(what, desklit, handwritten, ratio, unit, text, met, streamlit)

    def cells(self) -> list[str]:
        """What stands in the table."""
        return [
            self.what,
            "–" if self.handwritten is None else amount(self.handwritten, self.unit),
            amount(self.desklit, self.unit),
            "–" if self.ratio is None else f"{self.ratio:.2f}",
            self.budget or "–",
            ("ok" if self.met else "MISSED") if self.budget else "–",
            "–" if self.streamlit is None else amount(self.streamlit, self.unit),
        ]


HEADINGS = ["what", "hand-written Qt", "desklit", "ratio", "budget", "", "Streamlit's rerun"]


def as_text(rows: Sequence[Row]) -> list[str]:
    """The lines of the table."""
    table = [HEADINGS, *(row.cells() for row in rows)]
    if all(row.streamlit is None for row in rows):
        table = [cells[:-1] for cells in table]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for cells in table
    ]


def write_json(path: Path, rows: Sequence[Row], *, streamlit: str | None = None) -> None:
    """Write the table with where and when it was taken."""
    versions = {"Python": platform.python_version(), "PySide6": PySide6.__version__}
    if streamlit:
        versions["Streamlit"] = streamlit
    told = {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": versions,
        "headings": HEADINGS,
        "rows": [{**asdict(row), "cells": row.cells()} for row in rows],
    }
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def machine() -> dict[str, str | int | float]:
    """What the figures depend on, and how busy it was; not whose it is."""
    load = os.getloadavg()[1] if hasattr(os, "getloadavg") else -1.0
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "load": round(load, 2),
        "screen": os.environ.get("QT_QPA_PLATFORM", "native"),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
