"""What a view can ask about looks."""

from __future__ import annotations

from typing import Literal

from ..state.records import dataclass
from . import theme_defaults as defaults
from .theme_options import FontFace

ColorName = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray", "primary"]


@dataclass(frozen=True, slots=True)
class Shade:
    """One named colour in its three uses; each is ``#rrggbb``."""

    main: str
    text: str
    background: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that a view asks about looks. All colours are ``#rrggbb`` (opaque), sizes in px."""

    base: Literal["light", "dark"]
    primary: str
    background: str
    secondary_background: str
    text: str
    faded_text: str  # captions and icons, at a strength that reads well: 4.5 to 1 on the page
    faint_text: str  # disabled text, 40 %
    border: str
    faint_border: str  # of tables
    link: str
    code_text: str  # inline code
    code_background: str
    shades: dict[str, Shade]  # by ColorName
    font: str  # names with commas between, best first; as are the other two
    heading_font: str
    code_font: str
    base_font_size: float
    code_font_size: float
    radius: float
    button_radius: float
    link_underline: bool = True
    show_widget_border: bool = True
    sidebar: bool = False
    placeholder: str = "#6d6c6b"  # placeholders, hints, tick labels: 70 % strength
    on_primary: str = "#ffffff"  # text on a primary fill
    primary_hover: str = "#8a2833"
    primary_pressed: str = "#631d24"
    primary_tint: str = "#f9ebed"  # fill of what is chosen
    focus_ring: str = "#e29ca3"
    selection: str = "#f0cdd1"  # behind selected text
    face: str = "#ffffff"  # secondary buttons, boxes to tick
    hover: str = "#f5f5f2"  # a hovered face or row
    pressed: str = "#eeeee8"  # a pressed face; the empty part of a track
    popup: str = "#ffffff"
    popup_border: str = "#ffffff"
    tooltip: str = "#ffffff"
    head: str = "#fcfcfb"  # head of an open expander
    field_border: str = "#dcd8d4"
    switch: str = "#d5d5d5"  # a toggle that is off
    muted: str = "#a3a8b8"  # handle and value of a disabled slider
    progress: str = defaults.PROGRESS
    code_block_text: str = "#2f2d2b"
    dataframe_border: str = "#e8e5e2"
    dataframe_header: str = "#fcfcfb"
    dataframe_header_text: str = "#828180"
    heading_sizes: tuple[float, ...] = (44, 36, 28, 24, 20, 16)  # h1 to h6
    heading_weights: tuple[int, ...] = defaults.HEADING_WEIGHTS
    base_font_weight: int = 400
    code_font_weight: int = 400
    metric_value_size: float = 36
    metric_value_weight: int = 400
    padding_top: float | None = None  # None: the window's own
    padding_bottom: float | None = None
    show_sidebar_border: bool = True
    chart_categorical: tuple[str, ...] = ()
    chart_sequential: tuple[str, ...] = ()
    chart_diverging: tuple[str, ...] = ()
    font_faces: tuple[FontFace, ...] = ()
    warnings: tuple[str, ...] = ()  # options that could not be used, one sentence each
    zoom: float = 1.0  # how much larger its user wants all; the sizes above have it in them

    @property
    def small_radius(self) -> float:
        """The radius of small things: tick boxes, badges, inline code."""
        return self.radius / 2

    @property
    def bold_weight(self) -> int:
        """The weight of bold text."""
        return self.base_font_weight + 200

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size of 16, in whole px."""
        return int(length * self.base_font_size / 16 + 0.5)

    def unscaled(self, length: float) -> float:
        """What a length in px would be at the usual font size of 16."""
        return length * 16 / self.base_font_size

    def zoomed(self, length: float) -> int:
        """A length that is ``length`` px at any font size, such as one that a script has set, in whole px."""
        return int(length * self.zoom + 0.5)
