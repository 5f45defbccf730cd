"""``st.metric``: one figure, how it changed, and a small chart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from numbers import Number
from typing import Any, Literal, cast

from ..state.container import Container
from ..state.element import Height, LabelVisibility, Width
from ..state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from .command import checked_height, checked_visibility, checked_width, one_of
from .markdown.icons import validate_icon
from .metric_view import ChartType, Direction, Metric
from .remembered import remembered
from .text_arguments import clean_text, help_text

Figure = float | Decimal | str | None

_NAMED = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary")
_COLORS = ("normal", "inverse", "off", *_NAMED)
_DASH = "—"


@remembered
def metric(
    container: Container,
    label: object,
    value: Figure,
    delta: Figure = None,
    delta_color: str = "normal",
    *,
    help: str | None = None,
    icon: str | None = None,
    label_visibility: LabelVisibility = "visible",
    border: bool = False,
    width: Width = "stretch",
    height: Height = "content",
    chart_data: Iterable[Any] | None = None,
    chart_type: ChartType = "line",
    delta_arrow: Literal["auto", "up", "down", "off"] = "auto",
    format: str | None = None,
    delta_description: str | None = None,
) -> Container:
    """Show a figure in large type, how much it changed, and a small chart.

    Args:
        label: What it is, in Markdown of one line.
        value: A number or a text; None is a dash.
        delta: The change: a number, or a text that begins with "-" when it went down. None or ""
            shows none.
        delta_color: ``"normal"`` (up is green, down is red), ``"inverse"``, ``"off"`` (grey), or a
            colour's name.
        help: A tooltip for the label, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` ahead of the label.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        border: Whether there is a line around.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"content"``, ``"stretch"`` or px.
        chart_data: Numbers for the chart; of a frame the first column.
        chart_type: ``"line"``, ``"bar"`` or ``"area"``.
        delta_arrow: ``"auto"`` (by the sign), ``"up"``, ``"down"`` or ``"off"``.
        format: How numbers look: ``"percent"``, ``"dollar"``, ``"compact"`` … or printf (``"%.2f"``).
        delta_description: A few words behind the change.

    Returns:
        A handle that replaces the figure.

    Raises:
        StreamlitInvalidParameterTypeError: ``value`` or ``delta`` is neither a number nor a text.
        StreamlitValueError: ``delta_color``, ``delta_arrow``, ``chart_type`` or ``label_visibility`` is
            none of what it accepts.
        StreamlitAPIException: ``chart_data`` holds something that is no number.
        TypeError: ``format`` is no text.

    Example:
        >>> st.metric("Sales", 1234, "-5 %", border=True, chart_data=[4, 2, 5], format="localized")
    """
    place = container.target()
    one_of("delta_color", delta_color, _COLORS)
    one_of("delta_arrow", delta_arrow, ("auto", "up", "down", "off"))
    if chart_data is not None:
        one_of("chart_type", chart_type, ("line", "bar", "area"))
    if format is not None and not isinstance(format, str):
        raise TypeError(f"`format` is of the type `{type(format).__name__}`. It accepts a text or None.")
    if delta_description is not None and not isinstance(delta_description, str):
        raise TypeError(f"`delta_description` is {delta_description!r}. It accepts a text or None.")
    change = _figure("delta", delta, "")
    direction = _direction(delta, change)
    return place.append(
        Metric(
            label="" if label is None else clean_text(label),
            body=_figure("value", value, _DASH),
            delta=change,
            direction=direction if delta_arrow == "auto" else _arrow(delta_arrow),
            color=_color(delta_color, direction),
            description="" if delta_description is None else clean_text(delta_description),
            help=help_text(help),
            icon=validate_icon(icon),
            label_visibility=checked_visibility(label_visibility),
            border=bool(border),
            width=checked_width(width),
            height=checked_height(height),
            chart=() if chart_data is None else chart_values(chart_data),
            chart_type=chart_type,
            format=format,
        )
    )


def _figure(name: str, value: object, nothing: str) -> str:
    if value is None:
        return nothing
    if isinstance(value, str):
        return clean_text(value)
    item = getattr(value, "item", None)
    if isinstance(value, (int, float, Decimal)):
        return str(value if item is None else item())
    # numpy's numbers are no Python numbers, but give one.
    if item is not None and not isinstance(value, type) and isinstance(item(), Number):
        return str(item())
    raise StreamlitInvalidParameterTypeError(
        f"`{name}` is of the type `{type(value).__name__}`. It accepts an int, a float, a Decimal, a number "
        "of numpy, a text or None."
    )


def _direction(delta: object, text: str) -> Direction:
    if not text or text == "0" or (not isinstance(delta, str) and delta == 0):
        return "none"
    return "down" if text.startswith("-") else "up"


def _arrow(wish: str) -> Direction:
    return cast(Direction, {"off": "none"}.get(wish, wish))


def _color(wish: str, direction: Direction) -> str:
    if wish == "off" or (direction == "none" and wish in ("normal", "inverse")):
        return "gray"
    if wish not in ("normal", "inverse"):
        return "gray" if wish == "grey" else wish
    return "green" if (direction == "up") == (wish == "normal") else "red"


def chart_values(data: Any) -> tuple[float, ...]:
    """The numbers of a small chart.

    Raises:
        StreamlitAPIException: Something in it is no number.
    """
    return tuple(_number(value) for value in _column(data))


def _column(data: Any) -> Iterable[Any]:
    """The values themselves, or those of a table's first column."""
    if isinstance(data, dict):
        return cast(Iterable[Any], next(iter(data.values()), ()))
    if hasattr(data, "iloc") and hasattr(data, "columns"):
        data = data.iloc[:, 0] if len(data.columns) else ()
    elif hasattr(data, "columns") and hasattr(data, "shape"):
        # Of polars and pyarrow: by number, since names need not be unique.
        column = getattr(data, "to_series", None) or data.column
        data = column(0) if data.shape[1] else ()
    for method in ("tolist", "to_pylist", "to_list"):
        if hasattr(data, method):
            data = getattr(data, method)()
            break
    if isinstance(data, (str, bytes)) or not isinstance(data, Iterable):
        return (data,)
    return [row[0] if isinstance(row, (list, tuple)) and row else row for row in data]


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise StreamlitAPIException(
            f"`chart_data` holds {value!r}, which is of the type `{type(value).__name__}` and no number."
        ) from error
    return number if math.isfinite(number) else 0.0
