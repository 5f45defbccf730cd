"""``st.column_config``: columns of dates and times."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .column_parts import Align, ColumnConfig, Width, configured

_MOMENTS = ("default", "min_value", "max_value")


def DateColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: dt.date | None = None,
    format: str | None = None,
    min_value: dt.date | None = None,
    max_value: dt.date | None = None,
    step: int | None = None,
) -> ColumnConfig:
    """A column of dates.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        format: ``"localized"``, ``"distance"``, ``"iso8601"``, or a format in the letters of moment.js.
        min_value: The earliest.
        max_value: The latest.
        step: The distance of two values, in days.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.DateColumn("Born", format="DD.MM.YYYY")
    """
    return timed("date", **locals())


def TimeColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: dt.time | None = None,
    format: str | None = None,
    min_value: dt.time | None = None,
    max_value: dt.time | None = None,
    step: float | dt.timedelta | None = None,
) -> ColumnConfig:
    """A column of times of day.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        format: ``"localized"``, ``"iso8601"``, or a format in the letters of moment.js.
        min_value: The earliest.
        max_value: The latest.
        step: The distance of two values, in seconds or as a timedelta.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.TimeColumn("Start", format="HH:mm")
    """
    return timed("time", **locals())


def DatetimeColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: dt.datetime | None = None,
    format: str | None = None,
    min_value: dt.datetime | None = None,
    max_value: dt.datetime | None = None,
    step: float | dt.timedelta | None = None,
    timezone: str | None = None,
) -> ColumnConfig:
    """A column of dates with times.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        format: ``"localized"``, ``"distance"``, ``"calendar"``, ``"iso8601"``, or a
            format in the letters of moment.js.
        min_value: The earliest.
        max_value: The latest.
        step: The distance of two values, in seconds or as a timedelta.
        timezone: The time zone to show them in.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.DatetimeColumn("Sent", format="D MMM YYYY, HH:mm")
    """
    return timed("datetime", **locals())


def timed(type: str, **arguments: Any) -> ColumnConfig:
    """As ``configured``, with dates and times as ISO text and spans in seconds."""
    return configured(type, **{name: _plain(name, value) for name, value in arguments.items()})


def _plain(name: str, value: Any) -> Any:
    if name in _MOMENTS and value is not None:
        return value.isoformat()  # what has none is refused here, as in Streamlit
    return value.total_seconds() if isinstance(value, dt.timedelta) else value
