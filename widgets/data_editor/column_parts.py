"""What the functions of ``st.column_config`` share: types of arguments, and the dict that they give."""

from __future__ import annotations

from typing import Any, Literal

ColumnConfig = dict[str, Any]
Width = Literal["small", "medium", "large"] | int | None
Align = Literal["left", "center", "right"] | None
Number = int | float | None

_SHARED = ("label", "width", "help", "disabled", "required", "pinned", "alignment", "default")


def configured(type: str | None, **arguments: Any) -> ColumnConfig:
    """The configuration of a column.

    The functions hand over their ``locals()``: their arguments are what the dict holds, by the same names.

    Args:
        type: The kind of column; None for the kind that suits the data.
        **arguments: All that the function was called with. What only this kind of column has goes below
            ``"type_config"``.
    """
    config: ColumnConfig = {name: arguments.pop(name) for name in _SHARED if name in arguments}
    if type is not None:
        config["type_config"] = {"type": type, **arguments}
    return config
