"""The formats of values, which tables share with sliders and metrics."""

from __future__ import annotations

from ..formats import (
    NUMBER_FORMATS,
    duration_text,
    exact_text,
    format_moment,
    format_number,
    number_text,
    printf,
    value_text,
)

__all__ = [
    "NUMBER_FORMATS",
    "duration_text",
    "exact_text",
    "format_moment",
    "format_number",
    "number_text",
    "printf",
    "value_text",
]
