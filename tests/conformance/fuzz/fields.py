"""What the fuzzer knows of each kind of widget: arguments it accepts, and values for its key.

All are texts of Python, as they stand in a generated script.
"""

from __future__ import annotations

from dataclasses import dataclass

ANY_VALUES = ("None", "0", "3", "1.5", "True", "'a'", "''", "'zz'", "['a']", "[]", "(1, 2)", "dt.date(2024, 1, 5)")
PAIRS = "[(1, 2), (3, 4)]"
OPTIONS = (
    "['a', 'b', 'c']", "['a', 'b', 'c', 'd'][turn % 3:]", "['b', 'a']", "range(4)", "('x', 'y', 'z')", "'abc'",
    "[1, 2.5, 'a']", "[None, 'a', 'b']", "{'a': 1, 'b': 2}", "['a', 'b', 'a']", "[True, False]",
    "[dt.date(2024, 1, 1), dt.date(2024, 1, 2)]", PAIRS, "['a', 'b', 'c', 'd', 'e']",
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A command.

    ``arguments`` are variants of its keyword arguments; ``values`` what a script or a test may store
    under its key; ``odd`` variants that it refuses, or nearly does.
    """

    command: str
    arguments: tuple[str, ...]
    values: tuple[str, ...]
    odd: tuple[str, ...] = ()
    options: bool = False
    label: bool = True
    binds: bool = True
    callback: str = "on_change"
    weight: int = 3


NUMBERS = ("0", "3", "7", "10", "-1", "99", "2.5", "0.5", "None")
CHOICES = ("'a'", "'b'", "'c'", "0", "1", "2.5", "None", "'gone'", "dt.date(2024, 1, 2)")
DATES = ("dt.date(2024, 1, 5)", "dt.date(2024, 2, 1)", "None", "(dt.date(2024, 1, 3), dt.date(2024, 1, 9))")
DATES += ("dt.date(2020, 1, 1)", "()", "(dt.date(2024, 1, 4),)")
TIMES = ("dt.time(8)", "dt.time(12, 30)", "None", "dt.time(9, 0, 15)")
STAMPS = ("dt.datetime(2024, 1, 5, 8, 30)", "dt.datetime(2024, 2, 1)", "None", "dt.datetime(2019, 1, 1)")

KINDS = (
    Kind(
        "slider",
        (
            "", "min_value=0, max_value=10", "min_value=0, max_value=20, value=5", "value=(2, 8)",
            "min_value=0, max_value=10, value=(2, 8)", "min_value=0.0, max_value=1.0, value=0.25", "value=0.5",
            "min_value=-5, max_value=5, value=5, step=5", "min_value=1, max_value=3",
            "min_value=dt.date(2024, 1, 1), max_value=dt.date(2024, 2, 1), value=dt.date(2024, 1, 9)",
            "value=dt.time(9, 30)", "min_value=dt.time(8), max_value=dt.time(18), value=(dt.time(9), dt.time(10))",
            "min_value=dt.datetime(2024, 1, 1), max_value=dt.datetime(2024, 1, 3), value=dt.datetime(2024, 1, 2)",
            "max_value=50", "min_value=0, max_value=10, value=(8, 2)", "min_value=5",
        ),
        (*NUMBERS, "(1, 4)", "dt.time(9)", "dt.date(2024, 1, 5)"),
        ("min_value=10, max_value=0", "value=20, max_value=10", "min_value=0, max_value=0", "value='a'",
         "min_value=0, max_value=1.0", "step=0", "value=[]", "value=(1, 2, 3)", "step=-1"),
        weight=6,
    ),
    Kind("select_slider", ("",), (*CHOICES, "('a', 'b')", "('c', 'a')", "(0, 2)"),
         ("value='nope'", "value=('a', 'nope')"), options=True),
    Kind("selectbox", ("", "", "index=1", "index=None", "accept_new_options=True", "format_func=str.upper",
                       "index=None, accept_new_options=True", "format_func=lambda x: f'<{x}>'"),
         CHOICES, ("index=9", "index='a'", "index=-1"), options=True, weight=5),
    Kind("radio", ("", "", "index=1", "index=None", "horizontal=True", "format_func=lambda x: f'<{x}>'"),
         CHOICES, ("index=9", "index='a'", "captions=['one']"), options=True),
    Kind("multiselect", ("", "default=['a']", "default='b'", "max_selections=2", "accept_new_options=True",
                         "default=['a', 'b']", "format_func=lambda x: f'<{x}>'"),
         ("[]", "['a']", "['a', 'b']", "['gone']", "['b', 'gone']", "'a'", "None", "('a',)", "[0]", "['a', 'b', 'c']"),
         ("default=['nope']", "default=['a', 'b', 'c'], max_selections=1"), options=True, weight=5),
    Kind("pills", ("", "", "default='a'", "selection_mode='multi'", "selection_mode='multi', default=['a', 'b']",
                   "format_func=lambda x: f'<{x}>'", "selection_mode='multi' if turn % 2 else 'single'"),
         (*CHOICES, "['a']", "['a', 'b']", "[]"), ("default='nope'", "default=['a', 'b']", "selection_mode='x'"),
         options=True),
    Kind("segmented_control", ("", "default='b'", "selection_mode='multi'"), (*CHOICES, "['a']", "[]"),
         ("default='nope'",), options=True, weight=2),
    Kind("feedback", ("", "options='stars'", "options='faces'", "options='stars', default=3", "default=1"),
         ("None", "0", "1", "4", "'a'", "9"), ("default=9", "options='x'"), label=False, weight=2),
    Kind("number_input",
         ("", "value=3", "min_value=0, max_value=10", "value=None", "min_value=1", "min_value=0.0, max_value=1.0",
          "value=1.5, step=0.5", "min_value=0, max_value=5, value=5, step=2", "value=None, min_value=2, step=1",
          "value=2, step=1, format='%d'", "max_value=-3", "value=0.5, format='%.1f'"),
         NUMBERS, ("value=20, max_value=10", "min_value=5, value=1", "value=1, step=0.5", "value='a'",
                   "min_value=0, max_value=1.0", "min_value=5, max_value=1"), weight=6),
    Kind("text_input", ("", "value='hi'", "value=None", "max_chars=3", "type='password'", "value=5", "value='long', max_chars=9"),
         ("''", "'hi'", "'longer text'", "None", "'ü'"), ("value='toolong', max_chars=3", "type='x'"), weight=6),
    Kind("text_area", ("", "value='two\\nlines'", "value=None", "max_chars=4"), ("''", "'x\\ny'", "None", "'longer text'"),
         ("height=1",)),
    Kind("date_input",
         ("value=dt.date(2024, 1, 5)", "value=None", "value=(dt.date(2024, 1, 2), dt.date(2024, 1, 8))", "value=()",
          "value=dt.date(2024, 1, 5), min_value=dt.date(2024, 1, 1), max_value=dt.date(2024, 1, 31)",
          "value='2024-01-09'", "value=dt.datetime(2024, 1, 7, 5)", "value=(dt.date(2024, 1, 3),)",
          "value=dt.date(2024, 1, 5), format='DD.MM.YYYY'"),
         DATES, ("value=dt.date(2024, 1, 5), max_value=dt.date(2024, 1, 1)", "value='nope'", "value=5",
                 "value=(dt.date(2024, 1, 9), dt.date(2024, 1, 2))")),
    Kind("time_input", ("value=dt.time(8, 45)", "value=None", "value=dt.time(9), step=60", "value='10:20'",
                        "value=dt.datetime(2024, 1, 1, 7, 30)", "value=dt.time(9), step=dt.timedelta(minutes=30)"),
         TIMES, ("value='nope'", "step=5, value=None", "value=5"), weight=2),
    Kind("datetime_input",
         ("value=dt.datetime(2024, 1, 5, 8)", "value=None", "value=dt.date(2024, 1, 5)", "value='2024-01-05 10:00'",
          "value=dt.datetime(2024, 1, 5), min_value=dt.datetime(2024, 1, 1), max_value=dt.datetime(2024, 2, 1)"),
         STAMPS, ("value='nope'", "value=dt.datetime(2024, 1, 5), max_value=dt.datetime(2023, 1, 1)"), weight=2),
    Kind("checkbox", ("", "value=True"), ("True", "False", "1", "None", "'a'"), weight=5),
    Kind("toggle", ("", "value=True"), ("True", "False", "0"), weight=2),
    Kind("color_picker", ("", "value='#ff0000'", "value='#0f0'"), ("'#00ff00'", "'#123'", "'red'", "None"),
         ("value='red'", "value=5"), weight=1),
    Kind("button", ("", "type='primary'", "disabled=True"), ("True", "False", "None"), ("type='x'",),
         binds=False, callback="on_click", weight=6),
    Kind("download_button", ("data='x'", "data=b'x', file_name='a.bin'"), ("True",), binds=False, callback="on_click", weight=1),
    Kind("file_uploader", ("", "accept_multiple_files=True", "type=['csv', 'txt']"), ("None",), binds=False, weight=1),
    Kind("data_editor", ("data={'a': [1, 2], 'b': ['x', 'y']}", "data=[1, 2, 3]", "data={'a': [1]}, num_rows='dynamic'"),
         ("None",), label=False, binds=False, weight=1),
)  # fmt: skip

BY_COMMAND = {kind.command: kind for kind in KINDS}
