"""An application whose scripts find in their session state what a benchmark has put there."""

from __future__ import annotations

from typing import Any

from desklit.desktop.app import App
from desklit.desktop.window import Window


class PresetApp(App):
    """Gives each script the same values from its first run on."""

    def __init__(self, **values: Any) -> None:
        super().__init__()
        self._values = values

    def begin(self, window: Window) -> None:
        window.session.preset(self._values)
        super().begin(window)
