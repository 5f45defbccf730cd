"""A theme as it is for a user who wants all larger or smaller."""

from __future__ import annotations

from dataclasses import replace

from .theme_fields import Theme


def zoomed(theme: Theme, zoom: float) -> Theme:
    """The theme with all of its sizes this many times as large."""

    def scaled(length: float | None) -> float | None:
        return None if length is None else length * zoom

    return replace(
        theme,
        zoom=zoom,
        base_font_size=theme.base_font_size * zoom,
        code_font_size=theme.code_font_size * zoom,
        radius=theme.radius * zoom,
        button_radius=theme.button_radius * zoom,
        heading_sizes=tuple(size * zoom for size in theme.heading_sizes),
        metric_value_size=theme.metric_value_size * zoom,
        padding_top=scaled(theme.padding_top),
        padding_bottom=scaled(theme.padding_bottom),
    )
