"""What a benchmark may take: beside what is written by hand, or by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol


class Budget(Protocol):
    """Judges a row; ``slack`` is how many times the budget may be exceeded.

    ``short_slack`` is how many times in the short form: machines that run tests are busy.
    """

    short_slack: ClassVar[float]

    def is_met(self, desklit: float, ratio: float | None, slack: float) -> bool: ...

    def describe(self, unit: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Ratio:
    """At most so many times what is written by hand."""

    short_slack: ClassVar[float] = 2.0

    most: float

    def is_met(self, desklit: float, ratio: float | None, slack: float) -> bool:
        return ratio is not None and ratio <= self.most * slack

    def describe(self, unit: str) -> str:
        return f"≤ {self.most:g}×"


@dataclass(frozen=True, slots=True)
class Within:
    """At most so much of the row's unit, whatever the other side takes."""

    short_slack: ClassVar[float] = 2.0

    most: float

    def is_met(self, desklit: float, ratio: float | None, slack: float) -> bool:
        return desklit <= self.most * slack

    def describe(self, unit: str) -> str:
        return f"≤ {amount(self.most, unit)}"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """No less than so much of the row's unit."""

    short_slack: ClassVar[float] = 2.0

    least: float

    def is_met(self, desklit: float, ratio: float | None, slack: float) -> bool:
        return desklit >= self.least / slack

    def describe(self, unit: str) -> str:
        return f"≥ {amount(self.least, unit)}"


@dataclass(frozen=True, slots=True)
class Count:
    """At most so many. A count does not depend on the machine: the short form allows no more either."""

    short_slack: ClassVar[float] = 1.0

    most: float

    def is_met(self, desklit: float, ratio: float | None, slack: float) -> bool:
        return desklit <= self.most

    def describe(self, unit: str) -> str:
        return f"≤ {amount(self.most, unit)}"


def amount(value: float, unit: str) -> str:
    """A figure as the table shows it. Units: s, B (bytes), % (of 1), a word, or none for a count."""
    if unit == "s":
        return _seconds(value)
    if unit == "B":
        return f"{value / 2**20:.1f} MiB"
    if unit == "%":
        return f"{value * 100:.1f} %"
    return f"{value:,.4g} {unit}".rstrip()


def _seconds(value: float) -> str:
    for name, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {name}"
    return f"{value / 1e-9:.0f} ns"
