"""``st.column_config``: columns of choices, lists, links and bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .column_parts import Align, ColumnConfig, Number, Width, configured


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
    values = None if options is None else list(options)
    if values is not None and format_func is not None:
        values = [{"value": value, "label": format_func(value)} for value in values]
    return configured(
        "selectbox", label=label, width=width, help=help, disabled=disabled, required=required,
        pinned=pinned, default=default, options=values,
    )  # fmt: skip


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
    return configured("link", **locals())


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
    default = None if default is None else list(default)
    return configured("list", **locals())


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
    return configured("progress", **locals())
