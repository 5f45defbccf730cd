"""The two looks that a window starts from, before any ``[theme]`` option."""

from __future__ import annotations

from typing import Literal

Base = Literal["light", "dark"]

SHADE_NAMES = ("red", "orange", "yellow", "blue", "green", "violet", "gray")

# primary, background, secondary background, text, border, border of tables, code background
MAIN: dict[Base, tuple[str, str, str, str, str, str, str]] = {
    "light": ("#c53948", "#ffffff", "#f8f8f7", "#2f2d2b", "#dcd8d4", "#e8e5e2", "#f7f7f6"),
    "dark": ("#cf4250", "#171614", "#2d2b27", "#edebe8", "#4a4742", "#3a3834", "#242321"),
}
# background, secondary background, border: of a sidebar beside an uncoloured main area
SIDEBAR: dict[Base, tuple[str, str, str]] = {
    "light": ("#f8f8f7", "#f1f0ee", "#d7d3cf"),
    "dark": ("#21201d", "#2d2b27", "#4a4742"),
}
# main, text, background
SHADES: dict[Base, dict[str, tuple[str, str, str]]] = {
    "light": {
        "red": ("#d94a57", "#9e303b", "#fff1f2"),
        "orange": ("#e0682b", "#9b4519", "#fff6ed"),
        "yellow": ("#bb8300", "#956b0f", "#fffae5"),
        "blue": ("#3b82f6", "#244fb4", "#edf5ff"),
        "green": ("#079464", "#0c5a44", "#f1fbf6"),
        "violet": ("#9b5de5", "#6f33b8", "#f8f2ff"),
        "gray": ("#6b7280", "#686255", "#f5f4f2"),
    },
    "dark": {
        "red": ("#f2919a", "#f2919a", "#412023"),
        "orange": ("#f2a56d", "#f2a56d", "#342414"),
        "yellow": ("#fbd54f", "#fbd54f", "#302917"),
        "blue": ("#85b8f8", "#85b8f8", "#1e2a3d"),
        "green": ("#7ed5b0", "#7ed5b0", "#0e2f24"),
        "violet": ("#bf8ef7", "#bf8ef7", "#332244"),
        "gray": ("#a9a5a0", "#b8b3a8", "#2c2925"),
    },
}
# What a hovered or pressed surface is tinted with.
TINT: dict[Base, str] = {"light": "#bbbba5", "dark": "#bebcb6"}
# The fill of a progress bar is blue until a theme is set.
PROGRESS = "#1c83e1"

# rem, for h1 to h6
HEADING_SIZES = (2.75, 2.25, 1.75, 1.5, 1.25, 1.0)
SIDEBAR_HEADING_SIZES = (1.5, 1.25, 1.125, 1.0, 0.875, 0.75)
HEADING_WEIGHTS = (700, 600, 600, 600, 600, 600)
RADII = {"none": 0.0, "small": 0.35, "medium": 0.5, "large": 1.0, "full": 1.4}

CATEGORICAL: dict[Base, tuple[str, ...]] = {
    "light": (
        "#0068c9", "#83c9ff", "#ff2b2b", "#ffabab", "#29b09d",
        "#7defa1", "#ff8700", "#ffd16a", "#6d3fc0", "#d5dae5",
    ),
    "dark": (
        "#83c9ff", "#0068c9", "#ffabab", "#ff2b2b", "#7defa1",
        "#29b09d", "#ffd16a", "#ff8700", "#6d3fc0", "#d5dae5",
    ),
}  # fmt: skip
_SEQUENTIAL = (
    "#e4f5ff", "#c7ebff", "#a6dcff", "#83c9ff", "#60b4ff",
    "#3d9df3", "#1c83e1", "#0068c9", "#0054a3", "#004280",
)  # fmt: skip
SEQUENTIAL: dict[Base, tuple[str, ...]] = {"light": _SEQUENTIAL, "dark": _SEQUENTIAL[::-1]}
DIVERGING = (
    "#7d353b", "#bd4043", "#ff4b4b", "#ff8c8c", "#ffc7c7",
    "#a6dcff", "#60b4ff", "#1c83e1", "#0054a3", "#004280",
)  # fmt: skip
