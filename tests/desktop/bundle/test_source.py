from __future__ import annotations

from pathlib import Path

import pytest

from desklit.desktop.bundle.source import Source, read_source


@pytest.fixture
def read(tmp_path: Path):
    def read_text(text: str) -> Source:
        path = tmp_path / "app.py"
        path.write_text(text, encoding="utf-8")
        return read_source(path)

    return read_text


def test_imports_at_the_top_are_needed_and_those_that_may_fail_are_not(read):
    source = read(
        "import csv\n"
        "from os import path, sep\n"
        "try:\n    import fast\nexcept ImportError:\n    import slow\n"
        "if True:\n    import sometimes\n"
        "def later():\n    import late\n"
        "from __future__ import annotations\n"
    )
    assert [(each.statement, each.needed) for each in source.imports] == [
        ("import csv", True),
        ("from os import path, sep", True),
        ("import fast", False),
        ("import slow", False),
        ("import sometimes", False),
        ("import late", False),
    ]


def test_modules_that_are_imported_by_a_text_are_found(read):
    source = read(
        "import importlib\n"
        "importlib.import_module('tools.saw')\n"
        "__import__('wave')\n"
        "importlib.import_module(f'plugins.{name}')\n"
        "importlib.import_module('plug' + 'ins.' + name)\n"
        "importlib.import_module('.near', __package__)\n"
        "importlib.import_module(name)\n"
    )
    assert [each.module for each in source.imports] == ["importlib", "tools.saw", "wave"]
    assert source.packages == ("plugins",)
    assert source.unknown == (7,)


def test_texts_and_texts_with_gaps_are_kept_as_what_may_name_files(read):
    source = read(
        '"""One line."""\nopen("prices.csv")\nopen(f"data/{year}.csv")\nglob("*.png")\n'
        'x = f"{a}.{b}"\ny = f"{a} / {b} m"'
    )
    assert ("prices.csv", 2) in source.texts
    assert source.patterns == ("data/*.csv", "*.png")


@pytest.mark.parametrize("text", ["open('../a.csv')", "here = Path(__file__).parent.parent", "p.parents[1]"])
def test_a_source_that_goes_up_from_its_folder_says_so(read, text):
    assert read(text).climbs


def test_a_source_that_stays_in_its_folder_does_not_climb(read):
    assert not read("Path(__file__).parent / 'x.csv'").climbs


def test_attributes_and_imported_names_count_as_used_and_variables_do_not(read):
    source = read("from pandas import read_excel\nframe.plot()\nhist = 1\n__version__ = '2.1'")
    assert source.names >= {"read_excel", "plot"}
    assert "hist" not in source.names
    assert source.version == "2.1"
