"""Cells as text for the clipboard and for files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .model import TableModel
from .values import copied_text


def copied(model: TableModel, cells: Iterable[tuple[int, int]]) -> str:
    """Cells as lines with tabs between, in the table's order."""
    rows: dict[int, dict[int, str]] = {}
    for row, column in cells:
        rows.setdefault(row, {})[column] = copied_text(model.value(row, column))
    columns = sorted({column for row in rows.values() for column in row})
    return "\n".join("\t".join(rows[row].get(column, "") for column in columns) for row in sorted(rows))


def split_lines(text: str) -> list[list[str]]:
    """Pasted text as rows of cells; quoted cells, as spread sheets write them, may have line breaks."""
    text = text.replace("\r\n", "\n").rstrip("\n")
    if '"' in text:
        return [list(row) for row in csv.reader(io.StringIO(text), delimiter="\t")]
    return [line.split("\t") for line in text.split("\n")]


def csv_text(model: TableModel) -> str:
    """All shown rows and columns as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = range(model.columnCount())
    writer.writerow([model.looks[column].label for column in columns])
    rows = 0 if model.overlay is None else model.overlay.rows
    for row in range(rows):
        writer.writerow([copied_text(model.value(row, column)) for column in columns])
    return out.getvalue()
