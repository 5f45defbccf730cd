"""``st.column_config``: how single columns of a table are shown and edited.

Each function gives a dict, as in Streamlit; types that desklit does not have yet say so when used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Literal

from ...state.errors import UnsupportedCommandError

ColumnConfig = dict[str, Any]
Width = Literal["small", "medium", "large"] | int | None
Align = Literal["left", "center", "right"] | None
Number = int | float | None


def _column(
    type: str | None, details: ColumnConfig, *, label: str | None, width: Width, help: str | None, **more: Any
) -> ColumnConfig:
    config: ColumnConfig = {"label": label, "width": width, "help": help, **more}
    if type is not None:
        config["type_config"] = {"type": type, **details}
    return config


def _iso(value: dt.date | dt.time | None) -> str | None:
    return None if value is None else value.isoformat()


def _seconds(step: float | dt.timedelta | None) -> float | None:
    return step.total_seconds() if isinstance(step, dt.timedelta) else step


def Column(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
) -> ColumnConfig:
    """Label, width and rights of a column, whatever its type.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.Column("Price", width="small")
    """
    return _column(
        None,
        {},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
    )


def TextColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
) -> ColumnConfig:
    """A column of text.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        max_chars: The longest text.
        validate: A regular expression that a text has to match.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.TextColumn("Name", max_chars=20)
    """
    return _column(
        "text",
        {"max_chars": max_chars, "validate": validate},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
    )


def NumberColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: Number = None,
    format: str | None = None,
    min_value: Number = None,
    max_value: Number = None,
    step: Number = None,
) -> ColumnConfig:
    """A column of numbers.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        format: ``"plain"``, ``"localized"``, ``"percent"``, ``"dollar"``, ``"euro"``, ``"yen"``,
            ``"accounting"``, ``"bytes"``, ``"compact"``, ``"scientific"``, ``"engineering"``, or a printf
            format such as ``"%.2f kg"``.
        min_value: The least number.
        max_value: The greatest number.
        step: The distance of two numbers; a whole one allows whole numbers only.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.NumberColumn("Price", format="dollar", min_value=0)
    """
    return _column(
        "number",
        {"min_value": min_value, "max_value": max_value, "format": format, "step": step},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
    )


def CheckboxColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: bool | None = None,
) -> ColumnConfig:
    """A column of checkboxes.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.CheckboxColumn("Done", default=False)
    """
    return _column(
        "checkbox",
        {},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
    )


def SelectboxColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: Any = None,
    options: Iterable[Any] | None = None,
    format_func: Callable[[Any], str] | None = None,
) -> ColumnConfig:
    """A column whose cells are chosen from a list.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        default: What an added row holds.
        options: The values to choose from; None for those of a categorical column.
        format_func: How a value is written.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.SelectboxColumn("Size", options=["S", "M", "L"])
    """
    values: list[Any] | None = None if options is None else list(options)
    if values is not None and format_func is not None:
        values = [{"value": value, "label": format_func(value)} for value in values]
    return _column(
        "selectbox", {"options": values}, label=label, width=width, help=help, disabled=disabled,
        required=required, pinned=pinned, default=default,
    )  # fmt: skip


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
    return _column(
        "date",
        {"format": format, "min_value": _iso(min_value), "max_value": _iso(max_value), "step": step},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=_iso(default),
    )


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
    return _column(
        "time",
        {
            "format": format,
            "min_value": _iso(min_value),
            "max_value": _iso(max_value),
            "step": _seconds(step),
        },
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=_iso(default),
    )


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
    return _column(
        "datetime",
        {
            "format": format,
            "min_value": _iso(min_value),
            "max_value": _iso(max_value),
            "step": _seconds(step),
            "timezone": timezone,
        },
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=_iso(default),
    )


def LinkColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: Align = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
    display_text: str | None = None,
) -> ColumnConfig:
    """A column of addresses, opened by a click.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        pinned: The column stands at the left.
        alignment: ``"left"``, ``"center"``, ``"right"``, or None for the kind of data's own.
        default: What an added row holds.
        max_chars: The longest address.
        validate: A regular expression that an address has to match.
        display_text: What stands for the address: a text, or a regular expression whose first group is shown.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.LinkColumn("Site", display_text="open")
    """
    return _column(
        "link",
        {"max_chars": max_chars, "validate": validate, "display_text": display_text},
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
    )


def ListColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    pinned: bool | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    default: Iterable[str] | None = None,
) -> ColumnConfig:
    """A column of lists.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        pinned: The column stands at the left.
        disabled: The column cannot be edited.
        required: A cell must not be left empty.
        default: What an added row holds.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.ListColumn("Tags")
    """
    return _column(
        "list",
        {},
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        disabled=disabled,
        required=required,
        default=list(default) if default is not None else None,
    )


def ProgressColumn(
    label: str | None = None,
    *,
    width: Width = None,
    help: str | None = None,
    pinned: bool | None = None,
    format: str | None = None,
    min_value: Number = None,
    max_value: Number = None,
    step: Number = None,
    color: str | None = None,
) -> ColumnConfig:
    """A column of numbers shown as bars.

    Args:
        label: The header; None for the column's name.
        width: ``"small"``, ``"medium"``, ``"large"``, px, or None to fit the content.
        help: A tooltip for the header.
        pinned: The column stands at the left.
        format: ``"plain"``, ``"localized"``, ``"percent"``, ``"dollar"``, ``"euro"``, ``"yen"``,
            ``"accounting"``, ``"bytes"``, ``"compact"``, ``"scientific"``, ``"engineering"``, or a printf
            format such as ``"%.2f kg"``.
        min_value: The least number.
        max_value: The greatest number.
        step: The distance of two numbers; a whole one allows whole numbers only.
        color: The colour of the bars: a name of the theme, or a CSS colour.

    Returns:
        The configuration, a value of ``column_config``.

    Example:
        >>> st.column_config.ProgressColumn("Done", min_value=0, max_value=10)
    """
    return _column(
        "progress",
        {"format": format, "min_value": min_value, "max_value": max_value, "step": step, "color": color},
        label=label,
        width=width,
        help=help,
        pinned=pinned,
    )


_LATER = frozenset(
    [
        "AreaChartColumn",
        "AudioColumn",
        "BarChartColumn",
        "ButtonColumn",
        "ImageColumn",
        "JsonColumn",
        "LineChartColumn",
        "MarkdownColumn",
        "MultiselectColumn",
        "VideoColumn",
    ]
)


def __getattr__(name: str) -> Any:
    if name in _LATER:
        raise UnsupportedCommandError(f"column_config.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
