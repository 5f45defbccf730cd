"""Markdown to what is seen: each kind of markup, by the text and the formats of the finished document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QTextCharFormat,
    QTextFrame,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desklit.state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from desklit.widgets.fonts import ICON_FAMILY
from desklit.widgets.markdown import (
    Label,
    RichText,
    code_html,
    draw_icon,
    icon_text,
    is_plain,
    latex_pixmap,
    make_icon,
    plain_text,
    render,
    tooltip_html,
    validate_icon,
)
from desklit.widgets.markdown.geometry import text_rects_and_bases
from desklit.widgets.markdown.html import _render as rendered
from desklit.widgets.markdown.math import BrokenLatex
from desklit.widgets.scene import Scene
from desklit.widgets.theme import Theme, build_theme

LIGHT = build_theme({}, "light")
DARK = build_theme({}, "dark")

Show = Callable[..., RichText]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(LIGHT)


@pytest.fixture
def show(qtbot: QtBot, scene: Scene) -> Show:
    def make(source: str, width: int = 600, **options: object) -> RichText:
        view = RichText(source, scene, **options)  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(width, view.heightForWidth(width))
        with qtbot.waitExposed(view):
            view.show()
        return view

    return make


def take_focus(qtbot: QtBot, view: QWidget) -> None:
    view.window().activateWindow()
    qtbot.waitUntil(lambda: view.window().isActiveWindow())
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)


def words(view: RichText) -> str:
    text = view.document.toPlainText()
    return text.replace("\u00a0", " ").replace("\u2060", "")


def format_of(view: RichText, text: str) -> QTextCharFormat:
    cursor = view.document.find(text)
    assert not cursor.isNull(), f"{text!r} is not in {words(view)!r}"
    return cursor.charFormat()


def color_of(view: RichText, text: str) -> str:
    return format_of(view, text).foreground().color().name()


# ---- plain or not


@pytest.mark.parametrize(
    "source",
    ["Name", "Your name:", "Choose a value (in km/h):", "Start - end", "It's 5 o'clock.", "snake_case",
     "a, b; c?", "10:30", "50 %", "Größe", "日本語", "😀 ok", "", "3.5", "Well... done", "a = b"],
)  # fmt: skip
def test_text_without_markup_is_plain(source: str) -> None:
    assert is_plain(source)


@pytest.mark.parametrize(
    "source",
    ["**a**", "_a_", "`a`", "~~a~~", "[a](b)", "<b>", "a -> b", "a -- b", "a >= b", "# a", "- a", "+ a",
     "> a", "1. a", "1) a", "a\nb", "a  b", " a", "a ", ":tada:", ":red[a]", ":material/home:", "$x$", "a\\*",
     "&amp;", "www.a.de", "http://a.de", "me@a.de", "| a |"],
)  # fmt: skip
def test_text_that_markdown_would_change_is_not_plain(source: str) -> None:
    assert not is_plain(source)


def test_the_check_for_plain_text_takes_time_in_proportion_to_its_length() -> None:
    assert is_plain("word " * 2000 + "-x")


# ---- inline


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**bold**", "bold"),
        ("~~gone~~", "gone"),
        ("a -> b <- c <-> d -- e >= f <= g ~= h", "a → b ← c ↔ d — e ≥ f ≤ g ≈ h"),
        ("a->b --flag `a -> b`", "a->b --flag  a -> b "),
        (":tada: :+1:", "🎉 👍"),
        (":no_such_emoji:", ":no_such_emoji:"),
        (":material/no_such_icon:", ":material/no_such_icon:"),
        ("$5 and $10", "$5 and $10"),
        ("\\$x\\$ \\*a\\*", "$x$ *a*"),
        ("<b>x</b>", "<b>x</b>"),
        ("&mdash; &lt;", "— <"),
        (":red[a", ":red[a"),
        (":pink[a]", ":pink[a]"),
        (":red[a [b] c]", "a [b] c"),
        ("snake_case_name", "snake_case_name"),
        ("line  \nbreak", "line\nbreak"),
        ("line\nbreak", "line break"),
        ("    indented\n    text", "indented text"),
    ],
)
def test_markup_shows_as(show: Show, source: str, shown: str) -> None:
    assert words(show(source)) == shown


def test_bold_and_italic_are_weights_and_slants(show: Show) -> None:
    view = show("a **bold** *slanted* ***both*** ~~gone~~")
    assert format_of(view, "bold").fontWeight() == 600
    assert format_of(view, "slanted").fontItalic()
    assert format_of(view, "both").fontItalic()
    assert format_of(view, "both").fontWeight() == 600
    assert format_of(view, "gone").fontStrikeOut()


@pytest.mark.parametrize("name", ["red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"])
def test_colours_are_the_themes(show: Show, name: str) -> None:
    view = show(f":{name}[word] :{name}-background[ground] :{name}-badge[badge]")
    shade = LIGHT.shades[name]
    assert color_of(view, "word") == shade.text
    assert color_of(view, "badge") == shade.text
    assert [chip.color.name() for chip in view.ornaments.chips] == [shade.background, shade.background]


def test_grey_is_gray(show: Show) -> None:
    assert color_of(show(":grey[word]"), "word") == LIGHT.shades["gray"].text


def test_a_rainbow_gives_each_letter_a_colour_of_its_own(show: Show) -> None:
    view = show(":rainbow[abc **def**]")
    assert len({color_of(view, letter) for letter in "abcdef"}) == 6
    assert color_of(view, "a") == LIGHT.shades["red"].text
    assert color_of(view, "f") == LIGHT.shades["violet"].text


def test_colours_nest(show: Show) -> None:
    view = show(":red[a :blue[b] **c**]")
    red, blue = LIGHT.shades["red"].text, LIGHT.shades["blue"].text
    assert [color_of(view, letter) for letter in "abc"] == [red, blue, red]


@pytest.mark.parametrize(
    ("css", "seen"),
    [("#d50000", "#d50000"), ("rgb(0,100,200)", "#0064c8"), ("teal", "#008080"), ("#ff000080", "#ff7f7f")],
)
def test_custom_colours_are_read_as_css_and_made_opaque(show: Show, css: str, seen: str) -> None:
    shown = QColor(color_of(show(f':color[word]{{foreground="{css}"}}'), "word"))
    wanted = QColor(seen)
    assert max(abs(shown.red() - wanted.red()), abs(shown.green() - wanted.green())) <= 1


def test_a_custom_background_is_a_chip(show: Show) -> None:
    view = show(':color[word]{background="hsl(60,100%,90%)"}')
    assert [chip.color.name() for chip in view.ornaments.chips] == ["#ffffcc"]


def test_small_text_is_smaller(show: Show) -> None:
    view = show("big :small[little]")
    assert format_of(view, "little").font().pixelSize() == 14
    assert format_of(view, "big").font().pixelSize() == 16


def test_code_has_the_code_font_on_a_ground(show: Show) -> None:
    view = show("run `pip` now")
    assert "Source Code Pro" in format_of(view, "pip").fontFamilies()
    assert [chip.color.name() for chip in view.ornaments.chips] == [LIGHT.code_background]


def test_code_on_the_ground_of_an_alert_has_the_alerts_colour_and_no_box(show: Show) -> None:
    red = LIGHT.shades["red"].text
    view = show("see `open`", color=red)
    assert color_of(view, "open") == red
    assert view.ornaments.chips == []


def test_an_icon_is_one_character_of_the_icon_font(show: Show) -> None:
    view = show("go :material/home: now")
    assert len(words(view)) == len("go X now")
    assert ICON_FAMILY in format_of(view, words(view)[3]).fontFamilies()


def test_the_mark_of_streamlit_has_a_stand_in(show: Show) -> None:
    assert len(words(show(":streamlit:"))) == 1


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("[text](https://a.de/x)", "https://a.de/x"),
        ("see https://a.de now", "https://a.de"),
        ("see www.a.de.", "http://www.a.de"),
        ("me@a.de", "mailto:me@a.de"),
        ("<https://a.de>", "https://a.de"),
        ("![alt](https://a.de/x.png)", "https://a.de/x.png"),
    ],
)
def test_links_are_links(source: str, address: str) -> None:
    assert f'href="{address}"' in render(source, LIGHT)


def test_a_bare_name_with_a_dot_is_no_link() -> None:
    assert "<a " not in render("main.py and example.com", LIGHT)


def test_a_link_to_a_script_is_none() -> None:
    assert "href" not in render("[x](javascript:alert(1))", LIGHT)
    assert "javascript" not in render('<a href="javascript:x()">x</a>', LIGHT, allow_html=True)


# ---- mathematics


def test_a_formula_is_a_picture_in_the_line(show: Show) -> None:
    view = show("mass $E = mc^2$ energy")
    assert "\ufffc" in view.document.toPlainText()


def test_a_formula_takes_the_colour_around_it() -> None:
    assert f"/{LIGHT.shades['red'].text[1:]}/" in render(":red[$x$]", LIGHT)


def test_a_formula_between_double_dollars_stands_alone() -> None:
    assert 'src="math:d/' in render("$$\nx^2\n$$", LIGHT)
    assert 'src="math:i/' in render("text $$x^2$$ text", LIGHT)


def test_a_broken_formula_is_shown_as_text_with_the_reason_as_tooltip(show: Show) -> None:
    view = show("$\\frac{a$")
    assert words(view) == "\\frac{a"
    assert format_of(view, "frac").toolTip()


def test_a_broken_formula_drawn_by_itself_raises() -> None:
    with pytest.raises(BrokenLatex):
        latex_pixmap("\\frac{a", 16, "#000000")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_formula_is_as_sharp_as_the_screen(qtbot: QtBot, ratio: float) -> None:
    pixmap = latex_pixmap("x^2", 16, "#000000", ratio)
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap.width() >= 14 * ratio


# ---- blocks


@pytest.mark.parametrize(
    ("level", "px", "weight"), [(1, 44, 700), (2, 36, 600), (3, 28, 600), (4, 24, 600), (6, 16, 600)]
)
def test_headings_have_their_sizes(show: Show, level: int, px: int, weight: int) -> None:
    kept = format_of(show("#" * level + " Title"), "Title")
    assert (kept.font().pixelSize(), kept.fontWeight()) == (px, weight)


@pytest.mark.parametrize(("level", "above"), [(1, 20), (2, 16), (3, 12), (4, 8), (5, 6), (6, 4)])
def test_headings_stand_off_what_is_above_the_more_the_larger_they_are(
    show: Show, level: int, above: int
) -> None:
    view = show(f"{'#' * level} First\n\ntext\n\n{'#' * level} Second")
    layout = view.document.documentLayout()
    first, between, second = (
        layout.blockBoundingRect(view.document.find(words).block()) for words in ("First", "text", "Second")
    )
    assert first.top() == above
    line = round(view.scene.theme.heading_sizes[level - 1] * 1.2)
    assert abs(between.top() - first.top() - line - 16) <= 1
    assert abs(second.top() - between.top() - 26 - 16 - above) <= 1


def test_the_lines_of_a_long_heading_stand_close(show: Show) -> None:
    view = show("# " + "A heading that takes more than one line " * 2)
    view.heightForWidth(600)
    lines = view.document.firstBlock().layout()
    assert lines.lineCount() > 1
    assert lines.lineAt(1).y() - lines.lineAt(0).y() == round(44 * 1.2)


def test_lists_are_numbered_or_marked(show: Show) -> None:
    view = show("- a\n- b\n  - c\n\n3. d\n4. e")
    assert [bullet.level for bullet in view.ornaments.bullets] == [1, 1, 2]
    block = view.document.find("d").block()
    assert block.textList().itemText(block) == "3."


def test_tasks_have_boxes(show: Show) -> None:
    view = show("- [x] done\n- [ ] open\n- other")
    assert [bullet.checked for bullet in view.ornaments.bullets] == [True, False, None]
    assert words(view) == "done\nopen\nother"


def test_a_table_has_aligned_cells(show: Show) -> None:
    view = show("| a | b |\n|:--|--:|\n| 1 | **2** |")
    table = view.document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 2)
    assert table.cellAt(1, 1).firstCursorPosition().blockFormat().alignment() & Qt.AlignmentFlag.AlignRight


def test_code_is_a_box_with_coloured_words(show: Show) -> None:
    view = show("```python\nimport x\n```")
    assert [box.color.name() for box in view.ornaments.boxes] == [LIGHT.code_background]
    assert color_of(view, "import") == LIGHT.shades["blue"].text


def test_code_in_an_unknown_language_is_shown_without_colours(show: Show) -> None:
    assert words(show("```nonsense\na < b\n```")).strip() == "a < b"


def test_a_quote_is_faded_behind_a_bar(show: Show) -> None:
    assert color_of(show("> quoted"), "quoted") == LIGHT.faded_text


def test_a_rule_and_a_footnote_are_shown(show: Show) -> None:
    view = show("text[^1]\n\n---\n\n[^1]: note")
    assert "note" in words(view)
    assert format_of(view, "1").verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript


def test_a_local_picture_is_shrunk_to_the_text(show: Show, tmp_path: object) -> None:
    picture = QImage(900, 90, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    path = f"{tmp_path}/picture.png"
    picture.save(path)
    view = show(f"![alt]({path})", width=300)
    assert view.heightForWidth(300) < 60


# ---- modes and HTML


@pytest.mark.parametrize("source", ["# a", "- a", "> a", "1. a"])
def test_block_markers_stand_for_themselves_in_a_label(show: Show, source: str) -> None:
    assert words(show(source, mode="label")) == source


def test_a_label_is_one_line(show: Show) -> None:
    assert words(show("a\n\nb", mode="label")) == "a b"


def test_a_heading_takes_its_size_and_weight(show: Show) -> None:
    kept = format_of(show("*Title*", mode="heading", font_px=44), "Title")
    assert (kept.font().pixelSize(), kept.font().weight()) == (44, 700)


def test_html_is_shown_where_it_is_allowed(show: Show) -> None:
    view = show(
        "<b>bold</b> <span style='color:#ff000080'>red</span> <mark>marked</mark> <kbd>K</kbd> H<sub>2</sub>O"
        "<br>next <script>alert(1)</script><style>p{}</style><!-- no -->",
        allow_html=True,
    )
    assert words(view).split() == ["bold", "red", "marked", "K", "H2O", "next"]
    assert color_of(view, "red") == "#ff7f7f"
    assert format_of(view, "bold").fontWeight() > 500


def test_details_show_their_summary_and_content(show: Show) -> None:
    text = words(show("<details><summary>More</summary>Inside</details>", allow_html=True))
    assert "More" in text
    assert "Inside" in text


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_html_has_no_colour_with_alpha(theme: Theme) -> None:
    import re

    html = render(":red[a] :blue-badge[b] `c` [d](e)\n\n```python\nx = 1\n```\n\n> q\n\n|a|\n|-|\n|b|", theme)
    assert not re.search(r"#[0-9a-f]{7,8}\b", html)


# ---- words, icons, code


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Speed** in :red[km/h]", "Speed in km/h"),
        (":material/home: Home", "Home"),
        ("`a` [b](c) $x^2$ ![d](e)", "a b x^2 d"),
        (":tada: yes", "🎉 yes"),
        ("plain", "plain"),
        (":green-badge[New] ~~old~~", "New old"),
    ],
)
def test_words_without_markup(source: str, text: str) -> None:
    assert plain_text(source) == text


@pytest.mark.parametrize("icon", ["😀", ":material/home:", "1️⃣", "❤", "spinner", ""])
def test_icons_are_accepted(icon: str) -> None:
    assert validate_icon(icon) == icon


def test_an_icon_is_stripped_and_none_is_empty() -> None:
    assert validate_icon(" 😀") == "😀"
    assert validate_icon(None) == ""


@pytest.mark.parametrize(
    "icon", ["x", ":tada:", "😀😀", ":material/nope_nope:", ":material/Home:", ":material/", "http://a/b.png"]
)
def test_what_is_no_icon_is_refused(icon: str) -> None:
    with pytest.raises(StreamlitAPIException, match="icon"):
        validate_icon(icon)


def test_an_icon_that_is_no_text_is_refused_by_its_type() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="int"):
        validate_icon(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("icon", [":material/home:", "😀"])
def test_an_icon_is_drawn_at_the_screens_scale(qtbot: QtBot, icon: str) -> None:
    pixmap = draw_icon(icon, 20, "#ff0000", 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    image = pixmap.toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(40) for y in range(40))
    assert not make_icon(icon, 20, "#000000", "#aaaaaa").isNull()


def test_an_icon_as_html() -> None:
    assert ICON_FAMILY in icon_text(":material/home:", LIGHT)
    assert icon_text("😀", LIGHT) == "😀"


def test_line_numbers_stand_in_a_column_of_their_own() -> None:
    html = code_html("a\nb\nc", "python", LIGHT, line_numbers=True)
    assert "1\n2\n3" in html
    assert html.count("<td") == 2


def test_a_tooltip_brings_its_formulas_along(qtbot: QtBot) -> None:
    assert "data:image/png;base64," in tooltip_html("**a** $x$", LIGHT)


# ---- the widget


def test_a_text_wraps_and_grows_taller_when_narrow(show: Show) -> None:
    view = show("some **words** that need room " * 10)
    assert view.heightForWidth(200) > 2 * view.heightForWidth(600)


def test_a_word_that_is_too_long_is_broken(show: Show) -> None:
    view = show("x" * 400 + " **b**")
    view.heightForWidth(200)
    assert view.document.size().width() <= 200


def test_a_height_holds_what_is_painted_and_no_more(show: Show) -> None:
    for source in ("**one**", "- a\n- b", "```\ncode\n```", "> q", "|a|\n|-|\n|b|", "# h", "a\n\n---"):
        view = show(source)
        assert view.heightForWidth(600) < 110, source


def test_all_text_is_copied_with_formulas_and_icons_as_their_source(qtbot: QtBot, show: Show) -> None:
    view = show("a `code` $x^2$ :material/home: 😀 :red-badge[b c]")
    take_focus(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "a code $x^2$ :material/home: 😀 b c"


def test_words_are_selected_with_the_mouse(qtbot: QtBot, show: Show) -> None:
    view = show("first **second** third")
    drag(view, QPoint(0, 12), QPoint(590, 12))
    assert view.selection.text() == "first second third"


def drag(view: RichText, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, point in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        event = QMouseEvent(kind, QPointF(point), QPointF(view.mapToGlobal(point)), left, left, none)
        QApplication.sendEvent(view, event)


def test_a_selection_goes_when_the_focus_does(qtbot: QtBot, show: Show) -> None:
    view = show("some **text**")
    take_focus(qtbot, view)
    view.selection.select_all()
    assert view.selection.text() == "some text"
    view.clearFocus()
    assert view.selection.text() == ""


def place_of(view: RichText, text: str) -> QPoint:
    cursor = view.document.find(text)
    block = cursor.block()
    layout = block.layout()
    line = layout.lineForTextPosition(cursor.selectionStart() - block.position())
    x = line.cursorToX(cursor.selectionStart() - block.position())
    origin = view.document.documentLayout().blockBoundingRect(block).topLeft()
    left = float(x[0] if isinstance(x, tuple) else x)
    return QPoint(round(origin.x() + left) + 4, round(origin.y() + line.y() + line.height() / 2))


def test_a_click_follows_a_link(qtbot: QtBot, show: Show, scene: Scene) -> None:
    view = show("go [there](https://a.de) or not")
    with qtbot.waitSignal(scene.link_activated) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, "there"))
    assert caught.args == ["https://a.de"]


def test_a_click_beside_a_link_follows_nothing(qtbot: QtBot, show: Show, scene: Scene) -> None:
    view = show("go [there](https://a.de) or not")
    with qtbot.assertNotEmitted(scene.link_activated):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, "not"))


def test_the_pointer_over_a_link_shows_its_address(qtbot: QtBot, show: Show) -> None:
    view = show("go [there](https://a.de)")
    qtbot.mouseMove(view, place_of(view, "there"))
    assert view.tip_at(QPointF(place_of(view, "there"))) == "https://a.de"


def test_tab_goes_from_link_to_link_and_enter_follows(qtbot: QtBot, scene: Scene) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    view = RichText("[one](https://one.de) and [two](https://two.de)", scene)
    for part in (before, view, after):
        column.addWidget(part)
    window.show()
    take_focus(qtbot, before)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert view.selection.focused_link == "https://one.de"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(scene.link_activated) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["https://two.de"]
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()  # past the last link


def test_a_text_names_itself_to_screen_readers(show: Show) -> None:
    assert show("**a** :red[b]", mode="label").accessibleName() == "a b"
    assert "second" in show("first\n\nsecond *x*").accessibleName()


def test_a_new_theme_changes_the_colours(show: Show, scene: Scene) -> None:
    view = show(":red[word]")
    scene.theme = DARK
    view.restyle()
    assert color_of(view, "word") == DARK.shades["red"].text


def test_another_source_replaces_the_text(show: Show) -> None:
    view = show("**one**")
    view.set_source("two")
    assert words(view) == "two"
    view.set_source("*three*")
    assert words(view) == "three"


def test_lines_can_be_centred(show: Show) -> None:
    view = show("*a*", align="center")
    assert place_of(view, "a").x() > 250


# ---- the label


def label(qtbot: QtBot, scene: Scene, source: str, width: int = 300, **options: object) -> Label:
    made = Label(source, scene, **options)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def test_a_plain_label_is_a_plain_widget(qtbot: QtBot, scene: Scene) -> None:
    made = label(qtbot, scene, "Name")
    assert type(made.text_widget) is QLabel
    assert made.accessibleName() == "Name"


def test_a_label_with_markup_is_rich(qtbot: QtBot, scene: Scene) -> None:
    made = label(qtbot, scene, "**Name**")
    assert isinstance(made.text_widget, RichText)
    made.set_source("Name")
    assert type(made.text_widget) is QLabel
    made.set_source("`Name`")
    assert isinstance(made.text_widget, RichText)
    assert made.text_widget.isVisible()


def test_plain_and_rich_labels_are_equally_high(qtbot: QtBot, scene: Scene) -> None:
    assert label(qtbot, scene, "Name").height() == label(qtbot, scene, "**Name**").height()


def test_help_is_a_sign_with_a_description(qtbot: QtBot, scene: Scene) -> None:
    made = label(qtbot, scene, "Name", help="Some **help**")
    assert made.help_mark is not None
    assert made.help_mark.isVisible()
    assert made.help_mark.accessibleDescription() == "Some help"
    assert made.accessibleDescription() == "Some help"
    made.set_help(None)
    assert made.help_mark is None


def test_help_stands_beside_the_text(qtbot: QtBot, scene: Scene) -> None:
    for source in ("Name", "**Name**"):
        made = label(qtbot, scene, source, help="x")
        mark, text = made.help_mark, made.text_widget
        assert mark is not None
        assert text is not None
        assert text.geometry().right() < mark.x() < text.geometry().right() + 8


def test_a_hidden_label_keeps_its_place_and_a_collapsed_one_does_not(qtbot: QtBot, scene: Scene) -> None:
    made = label(qtbot, scene, "Name")
    height = made.heightForWidth(300)
    made.set_visibility("hidden")
    assert made.heightForWidth(300) == height
    assert made.text_widget is not None
    assert not made.text_widget.isVisible()
    made.set_visibility("collapsed")
    assert made.heightForWidth(300) == 0
    made.set_visibility("visible")
    assert made.text_widget.isVisible()


def test_a_long_label_wraps_or_is_cut(qtbot: QtBot, scene: Scene) -> None:
    text = "a long label " * 10
    one_line = label(qtbot, scene, text.strip(), wrap=False)
    assert one_line.height() < 30
    assert label(qtbot, scene, text.strip()).height() > 50


def test_a_disabled_look_is_paler(qtbot: QtBot, scene: Scene) -> None:
    made = label(qtbot, scene, "Name")
    made.set_enabled_look(False)
    assert made.text_widget is not None
    assert made.text_widget.palette().windowText().color().name() == LIGHT.faint_text


def test_a_click_on_a_label_goes_to_what_it_stands_on(qtbot: QtBot, scene: Scene) -> None:
    clicks: list[QPoint] = []

    class Ground(QWidget):
        def mousePressEvent(self, event: object) -> None:
            clicks.append(QPoint())

    ground = Ground()
    qtbot.addWidget(ground)
    made = Label("**Name**", scene, parent=ground)
    made.setGeometry(0, 0, 200, 30)
    ground.show()
    assert made.text_widget is not None
    qtbot.mouseClick(made.text_widget, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert len(clicks) == 1


def test_a_thousand_labels_render_fast_from_the_cache() -> None:
    import time

    render("**a** :red[b]", LIGHT, mode="label")
    begun = time.perf_counter()
    for _ in range(1000):
        render("**a** :red[b]", LIGHT, mode="label")
    assert time.perf_counter() - begun < 0.1


MATRICES = [r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}", r"\begin{bmatrix} 1 \end{bmatrix}_2"]


@pytest.mark.parametrize("source", MATRICES)
def test_an_exponent_behind_a_matrix_is_drawn(source):
    from desklit.widgets.markdown.math import formula

    assert formula(source, 16, "#000000").ascent > 0


def test_a_selection_stays_while_its_text_grows_and_goes_with_it(scene, qtbot):
    from desklit.widgets.markdown.rich_text import RichText

    body = RichText("Some **bold** words", scene)
    qtbot.addWidget(body)
    body.resize(400, 40)
    body.selection.select_all()
    body.set_source("Some **bold** words, and more")
    assert body.selection.text() == "Some bold words"
    body.set_source("Another text")
    assert body.selection.text() == ""


def test_a_text_that_grows_is_not_kept_at_every_length() -> None:
    rendered.cache_clear()
    for words in range(500, 520):
        render("**word** " * words, LIGHT)
    assert rendered.cache_info().currsize == 0
    render("**word**", LIGHT)
    assert rendered.cache_info().currsize == 1


@pytest.mark.parametrize("use", ["badge", "background"])
def test_words_on_a_ground_of_their_own_keep_off_its_edges(show: Show, use: str) -> None:
    view = show(f":red-{use}[word]")
    (chip,) = view.ornaments.chips
    ((rect, _),) = text_rects_and_bases(view.document, chip.start, chip.end)
    ((inner, _),) = text_rects_and_bases(view.document, chip.start + 1, chip.end - 1)
    assert inner.left() - rect.left() >= 3
    assert rect.right() - inner.right() >= 3


def test_code_in_a_heading_is_no_heavier_than_elsewhere(show: Show) -> None:
    kept = format_of(show("## About `code`"), "code")
    assert (kept.font().pixelSize(), kept.fontWeight()) == (27, 400)


# ---- what is immense


def test_quotes_that_nest_too_deep_keep_their_text_and_are_told_of_once(show, caplog):
    with caplog.at_level("INFO", "desklit.widgets"):
        view = show(">" * 500 + " words")
    tables = [frame for frame in frames(view.document.rootFrame()) if isinstance(frame, QTextTable)]
    assert len(tables) == 8
    assert view.document.toPlainText().strip().endswith("words")
    assert [record.message for record in caplog.records if "nests deeper" in record.message]
    assert len(caplog.records) == 1


def test_quotes_that_just_fit_are_not_told_of(show, caplog):
    with caplog.at_level("INFO", "desklit.widgets"):
        view = show(">" * 8 + " words\n\n" + "> a\n\n" * 10)
    assert ">" not in view.document.toPlainText()
    assert not caplog.records


@pytest.mark.parametrize("deep", [12, 60, 200])
def test_lists_that_nest_too_deep_keep_every_item(show, deep):
    view = show("\n".join("  " * level + f"- item{level}" for level in range(deep)))
    shown = view.document.toPlainText()
    assert [level for level in range(deep) if f"item{level}" not in shown] == []


def frames(root: QTextFrame) -> Iterator[QTextFrame]:
    for child in root.childFrames():
        yield child
        yield from frames(child)
