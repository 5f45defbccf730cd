"""The options of ``[theme]`` and of its five sections, as Streamlit 1.67 has them."""

from __future__ import annotations

from . import config_values as v
from .config_values import Option

THEME_SECTIONS = (
    "theme",
    "theme.sidebar",
    "theme.light",
    "theme.dark",
    "theme.light.sidebar",
    "theme.dark.sidebar",
)

_COLOR_NAMES = ("red", "orange", "yellow", "blue", "green", "violet", "gray")

# The whole app has them, so only [theme] knows them.
_WHOLE_APP: tuple[tuple[str, v.Kind, str], ...] = (
    ("base", v.TEXT, 'The theme to start from: "light", "dark", or the path of a TOML file with a [theme].'),
    ("fontFaces", v.FONT_FACES, "Fonts to load from files: tables with family, url (a path), weight, style."),
    ("baseFontSize", v.INT, "Size of the text in pixels, to which all else is scaled; 16 if not set."),
    ("baseFontWeight", v.INT, "Weight of the text, 100 to 600 in steps of 50; 400 if not set."),
    ("metricValueFontSize", v.TEXT, 'Size of the value in `st.metric`, as "48px" or "3rem".'),
    ("metricValueFontWeight", v.INT, "Weight of the value in `st.metric`, 100 to 900 in steps of 50."),
    ("showSidebarBorder", v.BOOL, "Draw a line between sidebar and page."),
)

_EVERYWHERE: tuple[tuple[str, v.Kind, str], ...] = (
    ("primaryColor", v.TEXT, "Colour of what is active: primary buttons, filled tracks, focus."),
    ("backgroundColor", v.TEXT, "Colour of the page."),
    ("secondaryBackgroundColor", v.TEXT, "Colour of input fields and of other raised surfaces."),
    ("textColor", v.TEXT, "Colour of text."),
    *((f"{name}Color", v.TEXT, f"What {name} means in texts, badges and marks.") for name in _COLOR_NAMES),
    *(
        (f"{name}BackgroundColor", v.TEXT, f"What {name} means as a background, as in alerts and badges.")
        for name in _COLOR_NAMES
    ),
    *((f"{name}TextColor", v.TEXT, f"What {name} means for coloured text.") for name in _COLOR_NAMES),
    ("linkColor", v.TEXT, "Colour of links."),
    ("linkUnderline", v.BOOL, "Underline links."),
    ("codeTextColor", v.TEXT, "Colour of text in code."),
    ("codeBackgroundColor", v.TEXT, "Colour behind code."),
    ("font", v.TEXT, 'Font of all text but code: "sans-serif", "serif", "monospace" or families, by commas.'),
    ("headingFont", v.TEXT, "Font of headings, in the same way."),
    ("headingFontSizes", v.SIZES, 'Sizes of headings, from the first level down, as ["2.5rem", "32px"].'),
    ("headingFontWeights", v.WEIGHTS, "Weights of headings, from the first level down, as [700, 600]."),
    ("codeFont", v.TEXT, "Font of code, in the same way as `font`."),
    ("codeFontSize", v.TEXT, 'Size of code blocks, as "14px" or "0.875rem".'),
    ("codeFontWeight", v.INT, "Weight of code, 100 to 600 in steps of 50."),
    ("baseRadius", v.TEXT, 'Radius of corners: "none", "small", "medium", "large", "full" or a size.'),
    ("buttonRadius", v.TEXT, "Radius of the corners of buttons; `baseRadius` if not set."),
    ("paddingTop", v.TEXT, 'Gap above the first element, as "1rem" or "16px".'),
    ("paddingBottom", v.TEXT, 'Gap below the last element, as "1rem" or "16px".'),
    ("borderColor", v.TEXT, "Colour of borders."),
    ("dataframeBorderColor", v.TEXT, "Colour of the lines in tables."),
    ("dataframeHeaderBackgroundColor", v.TEXT, "Colour behind the headers of tables."),
    ("dataframeHeaderTextColor", v.TEXT, "Colour of the text in the headers of tables."),
    ("showWidgetBorder", v.BOOL, "Draw a border around input fields."),
    ("chartCategoricalColors", v.COLORS, "Colours that charts give to categories, in order."),
    ("chartSequentialColors", v.COLORS, "Ten colours of a scale from low to high in charts."),
    ("chartDivergingColors", v.COLORS, "Ten colours of a scale with a middle in charts."),
)


def _section(name: str) -> tuple[Option, ...]:
    rows = _WHOLE_APP + _EVERYWHERE if name == "theme" else _EVERYWHERE
    return tuple(Option(f"{name}.{key}", kind, None, text) for key, kind, text in rows)


THEME: tuple[Option, ...] = tuple(option for name in THEME_SECTIONS for option in _section(name))
