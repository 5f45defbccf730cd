from __future__ import annotations

import logging

import pytest

from desklit.widgets.colors import contrast, lighten, mix, parse_color
from desklit.widgets.theme import Theme, build_theme, theme_base
from desklit.widgets.theme_options import ROOT_OPTIONS, SECTION_OPTIONS


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#F00", "#ff0000"),
        ("#0f08", "#77ff77"),
        ("#123456", "#123456"),
        ("#00000080", "#7f7f7f"),
        ("rgb(1, 2, 3)", "#010203"),
        ("rgb(100% 0% 0%)", "#ff0000"),
        ("rgba(255, 0, 0, 0.5)", "#ff8080"),
        ("rgb(0 0 255 / 50%)", "#8080ff"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsla(0.5turn 100% 50% / 1)", "#00ffff"),
        ("Teal", "#008080"),
        ("transparent", "#ffffff"),
    ],
)
def test_a_colour_is_read_in_every_way_that_css_writes_it(text: str, color: str) -> None:
    assert parse_color(text) == color


@pytest.mark.parametrize(
    "text", ["", "#12", "#gggggg", "rgb(1,2)", "rgb(a,b,c)", "hsl(nan,1%,1%)", "reddish"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        parse_color(text)


def test_colours_are_mixed_lightened_and_compared() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert lighten("#ff0000", 0.15) == "#ff4d4d"
    assert lighten("#000000", -0.5) == "#000000"
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_without_options_the_looks_are_the_published_ones() -> None:
    light, dark = build_theme({}, "light"), build_theme({}, "dark")
    assert (light.primary, light.background, light.text) == ("#c53948", "#ffffff", "#2f2d2b")
    assert (dark.primary, dark.background, dark.text) == ("#cf4250", "#171614", "#edebe8")
    assert light.shades["red"].background == "#fff1f2"
    assert (light.radius, light.heading_sizes[0], light.code_font_size) == (8, 44, 14)
    assert light.warnings == ()


def test_the_sidebar_has_surfaces_of_its_own_and_smaller_headings() -> None:
    side = build_theme({}, "light", sidebar=True)
    assert (side.background, side.secondary_background, side.border) == ("#f8f8f7", "#f1f0ee", "#d7d3cf")
    assert side.heading_sizes[:2] == (24, 20)


def test_beside_a_coloured_main_area_the_sidebar_swaps_the_surfaces() -> None:
    options = {"backgroundColor": "#fffbe6", "secondaryBackgroundColor": "#f3e9c2"}
    side = build_theme(options, "light", sidebar=True)
    assert (side.background, side.secondary_background) == ("#f3e9c2", "#fffbe6")
    assert side.face == "#f5edcc"


def test_what_belongs_to_a_surface_follows_it() -> None:
    theme = build_theme({"backgroundColor": "#fffbe6", "secondaryBackgroundColor": "#f3e9c2"}, "light")
    assert theme.face == "#fffdf5"
    assert theme.code_background == "#f9f2d4"
    assert theme.border == mix("#fffbe6", theme.text, 0.2)
    assert theme.code_text == theme.shades["green"].text
    assert theme.code_block_text == theme.text


def test_a_shade_brings_its_text_and_background_along() -> None:
    light = build_theme({"redColor": "#aa0000"}, "light").shades["red"]
    assert (light.text, light.background) == ("#5c0000", mix("#ffffff", "#aa0000", 0.1))
    dark = build_theme({"redColor": "#ff0000", "redTextColor": "white"}, "dark").shades["red"]
    assert (dark.text, dark.background) == ("#ffffff", mix("#171614", "#ff0000", 0.2))


def test_text_on_a_pale_primary_is_dark() -> None:
    assert build_theme({"primaryColor": "#ffee55"}, "light").on_primary != "#ffffff"
    assert build_theme({"primaryColor": "#00aa55"}, "light").on_primary == "#ffffff"


@pytest.mark.parametrize(
    ("word", "px"),
    [("none", 0), ("small", 5.6), ("medium", 8), ("large", 16), ("full", 22.4), ("1rem", 16), ("3", 3)],
)
def test_a_radius_is_a_word_or_a_length(word: str, px: float) -> None:
    theme = build_theme({"baseRadius": word}, "light")
    assert theme.radius == pytest.approx(px)
    assert theme.button_radius == theme.radius


def test_lengths_grow_with_the_base_font_size() -> None:
    theme = build_theme({"baseFontSize": 20, "baseRadius": "full", "codeFontSize": "1rem"}, "light")
    assert (theme.px(40), theme.radius, theme.code_font_size, theme.heading_sizes[0]) == (50, 28, 20, 55)


def test_headings_take_one_value_or_a_list_with_defaults_behind() -> None:
    theme = build_theme({"headingFontSizes": ["3rem", "20px"], "headingFontWeights": 550}, "light")
    assert theme.heading_sizes == (48, 20, 28, 24, 20, 16)
    assert theme.heading_weights == (550,) * 6


def test_fonts_end_in_a_generic_one_and_faces_are_kept() -> None:
    face = {"family": "Inter", "url": "app/static/inter.ttf", "weight": "200 900", "style": "italic"}
    options = {"font": "Inter", "codeFont": "'Space Mono', monospace", "fontFaces": [face]}
    theme = build_theme(options, "light")
    assert theme.font == "Inter, sans-serif"
    assert theme.heading_font == theme.font
    assert theme.code_font == "Space Mono, monospace"
    assert (theme.font_faces[0].family, theme.font_faces[0].style) == ("Inter", "italic")


def test_a_font_on_the_web_is_looked_for_by_its_name() -> None:
    theme = build_theme({"font": "Nunito:https://fonts.example/css2?family=Nunito, serif"}, "light")
    assert theme.font == "Nunito, serif"
    assert "font=" in theme.warnings[0]


def test_sections_for_one_look_and_for_the_sidebar_win() -> None:
    options = {
        "primaryColor": "red",
        "dark": {"primaryColor": "blue", "sidebar": {"textColor": "lime"}},
        "sidebar": {"primaryColor": "teal", "textColor": "black"},
    }
    assert build_theme(options, "light").primary == "#ff0000"
    assert build_theme(options, "dark").primary == "#0000ff"
    side = build_theme(options, "dark", sidebar=True)
    assert (side.primary, side.text) == ("#008080", "#00ff00")


BAD: dict[str, object] = {
    "primaryColor": "reddish",
    "blueTextColor": 7,
    "baseFontSize": "big",
    "baseFontWeight": 425,
    "metricValueFontSize": 48,
    "metricValueFontWeight": 1000,
    "headingFontSizes": ["2em"],
    "headingFontWeights": [1, 2],
    "codeFontWeight": 900,
    "baseRadius": "huge",
    "paddingTop": "-1px",
    "linkUnderline": "maybe",
    "font": 3,
    "fontFaces": [{"family": "x"}],
    "chartCategoricalColors": ["no"],
    "chartSequentialColors": ["red"],
}


@pytest.mark.parametrize("name", BAD)
def test_a_value_that_cannot_be_used_is_named_and_the_default_stays(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "desklit.theme"):
        theme = build_theme({name: BAD[name]}, "light")
    assert any(name in warning for warning in theme.warnings)
    assert name in caplog.text
    assert theme.primary == "#c53948"


def test_an_unknown_option_is_named() -> None:
    warnings = build_theme({"primaryColour": "red", "dark": {"fontFaces": []}}, "light").warnings
    assert "primaryColour" in warnings[0]
    assert "dark.fontFaces" in warnings[1]


# An own value for each option, unlike its default.
GOOD: dict[str, object] = {
    **{name: "#12ab34" for name in ROOT_OPTIONS if name.endswith("Color")},
    **{name: ["#123456"] * 10 for name in ROOT_OPTIONS if name.endswith("Colors")},
    **{name: False for name in ("linkUnderline", "showWidgetBorder", "showSidebarBorder")},
    **{name: "Inter" for name in ("font", "headingFont", "codeFont")},
    **{f"{name}FontWeight": 350 for name in ("base", "code", "metricValue")},
    "headingFontWeights": 350,
    **{name: "31px" for name in ("metricValueFontSize", "headingFontSizes", "codeFontSize")},
    **{name: "3px" for name in ("baseRadius", "buttonRadius", "paddingTop", "paddingBottom")},
    "baseFontSize": 20,
    "fontFaces": [{"family": "x", "url": "y"}],
}


@pytest.mark.parametrize("name", sorted(ROOT_OPTIONS - {"base"}))
def test_every_option_has_an_effect(name: str) -> None:
    theme = build_theme({name: GOOD[name]}, "light")
    assert theme.warnings == ()
    assert _looks(theme) != _looks(build_theme({}, "light"))


@pytest.mark.parametrize("name", sorted(SECTION_OPTIONS))
def test_every_option_of_a_sidebar_has_an_effect(name: str) -> None:
    theme = build_theme({"sidebar": {name: GOOD[name]}}, "dark", sidebar=True)
    assert _looks(theme) != _looks(build_theme({}, "dark", sidebar=True))


def test_all_options_are_known() -> None:
    assert (len(ROOT_OPTIONS), len(SECTION_OPTIONS)) == (55, 48)


def test_the_base_may_be_left_to_the_system() -> None:
    assert theme_base({}, "dark") == "dark"
    assert theme_base({"base": "light"}, "dark") == "light"
    assert theme_base({"base": "dark"}, "light") == "dark"


def _looks(theme: Theme) -> dict[str, object]:
    looks = {name: getattr(theme, name) for name in Theme.__slots__}
    # It tells only whether there are any options.
    del looks["progress"]
    return looks


def test_captions_can_be_read_by_those_who_see_less() -> None:
    for theme in (build_theme({}, "light"), build_theme({}, "dark")):
        for ink in (theme.text, theme.faded_text, theme.link):
            assert contrast(ink, theme.background) >= 4.5  # what WCAG 2 asks for at level AA
