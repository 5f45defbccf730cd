from __future__ import annotations

import pytest

from desklit.widgets.svg_text import with_single_families


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('<text font-family="No Such Font, sans-serif" x="1">', '<text font-family="Source Sans 3" x="1">'),
        ("<text font-family='monospace' x='1'>", "<text font-family='Source Code Pro' x='1'>"),
        (
            """<text font-family="'Source Sans Pro', &quot;Arial&quot;">""",
            '<text font-family="Source Sans 3">',
        ),
        ('<text style="font-family: x, sans-serif; y:1">', '<text style="font-family: Source Sans 3; y:1">'),
        ("<style>text{font-family:sans-serif}</style>", "<style>text{font-family:Source Sans 3}</style>"),
        ('<text font-family="No Such Font">', '<text font-family="No Such Font">'),
        ("<text>no font</text>", "<text>no font</text>"),
    ],
)
def test_a_list_of_families_becomes_the_first_that_is_there(qapp, given, wanted):
    assert with_single_families(given) == wanted
