"""``st.column_config``: how single columns of a table are shown and edited.

Each function gives a dict, as in Streamlit; types that desklit does not have yet say so when used.
"""

from __future__ import annotations

from typing import Any

from ...state.errors import UnsupportedCommandError
from .column_choices import LinkColumn as LinkColumn
from .column_choices import ListColumn as ListColumn
from .column_choices import ProgressColumn as ProgressColumn
from .column_choices import SelectboxColumn as SelectboxColumn
from .column_parts import Align, ColumnConfig, Number, Width, configured
from .column_times import DateColumn as DateColumn
from .column_times import DatetimeColumn as DatetimeColumn
from .column_times import TimeColumn as TimeColumn


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
    return configured(None, **locals())


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
    return configured("text", **locals())


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
    given = locals()
    # The dict begins with the bounds, as Streamlit's does.
    return configured("number", min_value=given.pop("min_value"), max_value=given.pop("max_value"), **given)


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
    return configured("checkbox", **locals())


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
