from __future__ import annotations

import pytest

from desklit.state.errors import StreamlitAPIException
from desklit.widgets.shortcut import checked_shortcut


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("k", "K"),
        ("4", "4"),
        ("f11", "F11"),
        ("Cmd+Shift+o", "Ctrl+Shift+O"),
        ("option+Enter", "Alt+Return"),
        ("shift+mod+PageUp", "Ctrl+Shift+PgUp"),
        (None, None),
    ],
)
def test_shortcuts_are_put_in_the_words_of_qt(given, meant):
    assert checked_shortcut(given) == meant


@pytest.mark.parametrize("wrong", ["", "+", "Ctrl", "Ctrl+Foo", "a+b", ".", "r", "ctrl+c"])
def test_what_is_no_shortcut_is_refused(wrong):
    with pytest.raises(StreamlitAPIException, match="shortcut"):
        checked_shortcut(wrong)
