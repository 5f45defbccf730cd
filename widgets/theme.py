"""The look of a window: colours, type and measures, from the ``[theme]`` options."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from ..state.records import dataclass
from . import theme_defaults as defaults
from .colors import contrast, lighten, mix
from .theme_fields import ColorName, Shade, Theme
from .theme_options import ROOT_OPTIONS, SECTION_OPTIONS, FontFace, Options

__all__ = ["ColorName", "FontFace", "Shade", "Theme", "build_theme", "theme_base"]

logger = logging.getLogger("desklit.theme")

_SECTIONS = ("light", "dark", "sidebar")
_NOT_IN_SIDEBAR = ("headingFontSizes", "headingFontWeights", "paddingTop", "paddingBottom")


def build_theme(options: Mapping[str, object], base: defaults.Base, *, sidebar: bool = False) -> Theme:
    """Apply the ``[theme]`` options to the light or dark look.

    Args:
        options: The ``[theme]`` table of a config. Its sub-tables ``light``, ``dark`` and ``sidebar``
            (and ``sidebar`` inside of the former two) count where they apply. An option with a value
            that cannot be used keeps its default and is named in ``Theme.warnings`` and in the log.
        base: The look to start from; whoever calls has resolved ``options["base"]`` (see
            ``theme_base``).
        sidebar: True for the theme of the sidebar.

    Returns:
        The theme.

    Example:
        >>> build_theme({"primaryColor": "teal"}, "light").primary
        '#008080'
    """
    main, own = _flatten(options, base)
    read = Options(main)
    rem = read.number("baseFontSize", 16.0)
    read.rem = rem
    _warn_unknown(read, options)
    theme = _Builder(read, base).build()
    if sidebar:
        inherited = {name: value for name, value in main.items() if name not in _NOT_IN_SIDEBAR}
        beside = _SidebarOf(theme, own)
        theme = _Builder(Options({**inherited, **own}, rem), base, beside).build()
        # What is wrong in the main table was told when its own theme was built.
        theme = replace(theme, warnings=tuple(w for w in theme.warnings if w not in read.warnings))
    for warning in theme.warnings:
        logger.warning(warning)
    return theme


def theme_base(options: Mapping[str, object], system: defaults.Base) -> defaults.Base:
    """The look that ``[theme] base`` asks for, or that of the system if it asks for none."""
    wanted = options.get("base")
    if wanted == "dark":
        return "dark"
    return "light" if wanted == "light" else system


def _flatten(
    options: Mapping[str, object], base: defaults.Base
) -> tuple[dict[str, object], dict[str, object]]:
    """The options of the main area, and those that only the sidebar has."""
    main = {name: value for name, value in options.items() if name not in _SECTIONS}
    own: dict[str, object] = {}
    for section, into in (
        (options.get(base), main),
        (options.get("sidebar"), own),
    ):
        if isinstance(section, Mapping):
            into.update((name, value) for name, value in section.items() if name != "sidebar")
    nested = options.get(base)
    if isinstance(nested, Mapping) and isinstance(nested.get("sidebar"), Mapping):
        own.update(nested["sidebar"])
    return main, own


def _warn_unknown(read: Options, options: Mapping[str, object]) -> None:
    for name, value in options.items():
        if name in _SECTIONS:
            inner = value if isinstance(value, Mapping) else {}
            unknown = [key for key in inner if key not in SECTION_OPTIONS and key != "sidebar"]
            for key in unknown:
                read.warn_unknown(f"{name}.{key}")
        elif name not in ROOT_OPTIONS:
            read.warn_unknown(name)


@dataclass(frozen=True, slots=True)
class _SidebarOf:
    main: Theme
    own: Mapping[str, object]


class _Builder:
    """Puts one theme together; the steps lean on what the earlier ones found."""

    def __init__(self, read: Options, base: defaults.Base, beside: _SidebarOf | None = None) -> None:
        self.read = read
        self.base = base
        self.dark = base == "dark"
        self.beside = beside

    def build(self) -> Theme:
        theme = self._with_frames(self._with_type(self._with_states(self._start())))
        return replace(theme, warnings=tuple(self.read.warnings))

    def _start(self) -> Theme:
        read, base = self.read, self.base
        standard = defaults.MAIN[base]
        primary = read.color("primaryColor", standard[0])
        background, secondary, plain_border = self._surfaces()
        surfaces = defaults.SIDEBAR[base][:2] if self.beside else standard[1:3]
        custom = primary != standard[0] or (background, secondary) != surfaces
        text = read.color("textColor", standard[3], background)
        shades = self._shades(background)
        shades["primary"] = Shade(primary, primary, mix(background, primary, 0.3 if self.dark else 0.1))
        code_face = mix(background, secondary, 0.5) if custom else standard[6]
        font = read.font("font", "Source Sans 3, sans-serif", "sans-serif")
        radius = read.size("baseRadius", 0.5 * read.rem, defaults.RADII)
        line = mix(background, text, 0.2) if custom else plain_border
        return Theme(
            base=base,
            primary=primary,
            background=background,
            secondary_background=secondary,
            text=text,
            faded_text=mix(background, text, 0.66),
            faint_text=mix(background, text, 0.4),
            border=read.color("borderColor", line, background),
            faint_border=mix(background, text, 0.1) if custom else standard[5],
            link=read.color("linkColor", shades["blue"].text),
            code_text=read.color("codeTextColor", shades["green"].text if custom else text),
            code_background=read.color("codeBackgroundColor", code_face, background),
            shades=shades,
            font=font,
            heading_font=read.font("headingFont", font, "sans-serif"),
            code_font=read.font("codeFont", "Source Code Pro, monospace", "monospace"),
            base_font_size=read.rem,
            code_font_size=read.size("codeFontSize", 0.875 * read.rem),
            radius=radius,
            button_radius=read.size("buttonRadius", radius, defaults.RADII),
            link_underline=read.flag("linkUnderline", True),
            show_widget_border=read.flag("showWidgetBorder", True),
            sidebar=self.beside is not None,
        )

    def _surfaces(self) -> tuple[str, str, str]:
        """Background, secondary background and the border that goes with them."""
        read, standard = self.read, defaults.MAIN[self.base]
        if self.beside is None:
            background = read.color("backgroundColor", standard[1])
            return background, read.color("secondaryBackgroundColor", standard[2], background), standard[4]
        main, own = self.beside.main, self.beside.own
        # Beside a coloured main area the sidebar swaps its two surfaces.
        swapped = (main.secondary_background, main.background)
        untouched = (main.background, main.secondary_background) == standard[1:3]
        surfaces = defaults.SIDEBAR[self.base][:2] if untouched else swapped
        only = Options(own, read.rem)
        background = only.color("backgroundColor", surfaces[0])
        secondary = only.color("secondaryBackgroundColor", surfaces[1], background)
        read.warnings.extend(only.warnings)
        return background, secondary, defaults.SIDEBAR[self.base][2]

    def _shades(self, background: str) -> dict[str, Shade]:
        shades = {}
        for name, (main, text, back) in defaults.SHADES[self.base].items():
            option = f"{name}Color"
            color = self.read.color(option, main)
            if self.read.has(option):
                text = lighten(color, 0.15 if self.dark else -0.15)
                back = mix(background, color, 0.2 if self.dark else 0.1)
            shades[name] = Shade(
                color,
                self.read.color(f"{name}TextColor", text),
                self.read.color(f"{name}BackgroundColor", back, background),
            )
        return shades

    def _with_states(self, theme: Theme) -> Theme:
        background, secondary, primary = theme.background, theme.secondary_background, theme.primary
        tint = defaults.TINT[self.base]
        if secondary not in (defaults.MAIN[self.base][2], defaults.SIDEBAR[self.base][1]):
            tint = mix(secondary, "#ffffff", 0.65) if self.dark else lighten(secondary, -0.27)
        face = lighten(background, 0.025)
        # White reads as part of a fill down to a low contrast; below that it is lost.
        on_primary = "#ffffff" if contrast("#ffffff", primary) >= 2.5 else "#1f1d1b"
        return replace(
            theme,
            placeholder=mix(background, theme.text, 0.7),
            on_primary=on_primary,
            primary_hover=lighten(primary, -0.15),
            primary_pressed=lighten(primary, -0.25),
            primary_tint=mix(background, primary, 0.1),
            focus_ring=mix(background, primary, 0.5),
            selection=mix(background, primary, 0.35 if self.dark else 0.25),
            face=face,
            hover=mix(background, tint, 0.15),
            pressed=mix(background, tint, 0.25),
            popup=background if self.dark else face,
            popup_border=theme.border if self.dark else mix(background, theme.border, 0.6),
            tooltip=secondary if self.dark else face,
            head=mix(background, secondary, 0.5),
            field_border=theme.border if theme.show_widget_border else secondary,
            switch=mix(background, theme.text, 0.2),
            progress=primary if any(map(self.read.has, self.read.values)) else defaults.PROGRESS,
        )

    def _with_type(self, theme: Theme) -> Theme:
        read, rem = self.read, self.read.rem
        sizes = defaults.SIDEBAR_HEADING_SIZES if self.beside else defaults.HEADING_SIZES
        return replace(
            theme,
            code_block_text=read.color("codeTextColor", theme.text),
            heading_sizes=read.sizes("headingFontSizes", tuple(size * rem for size in sizes)),
            heading_weights=read.weights("headingFontWeights", defaults.HEADING_WEIGHTS),
            base_font_weight=read.weight("baseFontWeight", 400),
            code_font_weight=read.weight("codeFontWeight", 400),
            metric_value_size=read.size("metricValueFontSize", 2.25 * rem),
            metric_value_weight=read.weight("metricValueFontWeight", 400, 900),
            padding_top=read.optional_size("paddingTop"),
            padding_bottom=read.optional_size("paddingBottom"),
            font_faces=read.faces("fontFaces"),
        )

    def _with_frames(self, theme: Theme) -> Theme:
        read, base, background = self.read, self.base, theme.background
        light = mix(background, theme.border, 0.45) if read.has("borderColor") else theme.faint_border
        border = read.color("dataframeBorderColor", light, background)
        return replace(
            theme,
            faint_border=border,
            dataframe_border=border,
            dataframe_header=read.color("dataframeHeaderBackgroundColor", theme.head, background),
            dataframe_header_text=read.color("dataframeHeaderTextColor", theme.faded_text, background),
            show_sidebar_border=read.flag("showSidebarBorder", True),
            chart_categorical=read.colors("chartCategoricalColors", defaults.CATEGORICAL[base]),
            chart_sequential=read.colors("chartSequentialColors", defaults.SEQUENTIAL[base], 10),
            chart_diverging=read.colors("chartDivergingColors", defaults.DIVERGING, 10),
        )
