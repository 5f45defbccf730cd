from __future__ import annotations

import html

import pytest

from desklit.widgets.escape import escape


@pytest.mark.parametrize("quote", [True, False])
def test_a_text_is_escaped_as_the_library_does(quote: bool) -> None:
    text = "<a href=\"x\">Tom & Jerry's</a> &amp; é"
    assert escape(text, quote=quote) == html.escape(text, quote=quote)
