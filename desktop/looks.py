"""The themes of one window: from the app's options, the user's choice and the desktop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ..state.config import Config
from ..widgets.theme import build_theme, theme_base
from ..widgets.theme_fields import Theme
from .preferences import Preferences

Base = Literal["light", "dark"]


class Looks(QObject):
    """Builds the page's and the sidebar's theme, and anew when something they rest on changes.

    Args:
        config: The app's options.
        preferences: The user's choice.

    Signals:
        changed: ``main`` and ``sidebar`` are other themes now.
    """

    changed = Signal()

    def __init__(self, config: Config, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._config = config
        self._preferences = preferences
        self._zoom = 1.0
        self.main, self.sidebar = self._build()
        preferences.changed.connect(self.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)

    def base(self) -> Base:
        """Light or dark: the user's word, else the app's, else the desktop's."""
        look = self._preferences.look
        if look != "system":
            return look
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return theme_base({"base": self._config.get("theme.base")}, "dark" if dark else "light")

    @property
    def zoom(self) -> float:
        """How much larger than the app's own size its user wants all."""
        return self._zoom

    @zoom.setter
    def zoom(self, value: float) -> None:
        self._zoom = value
        self.refresh()

    def refresh(self) -> None:
        """Build the themes again and tell if they differ."""
        main, sidebar = self._build()
        if (main, sidebar) != (self.main, self.sidebar):
            self.main, self.sidebar = main, sidebar
            self.changed.emit()

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Within the block all is light and of the app's own size, for paper."""
        from ..widgets.markdown.pictures import fine_pictures

        kept = self.main, self.sidebar
        try:
            with fine_pictures():
                self.main, self.sidebar = self._build("light", 1.0)
                self.changed.emit()
                yield
        finally:
            self.main, self.sidebar = kept
            self.changed.emit()

    def _build(self, base: Base | None = None, zoom: float | None = None) -> tuple[Theme, Theme]:
        base = base or self.base()
        zoom = self._zoom if zoom is None else zoom
        page = self._config.theme_options(base)
        beside = {**page, "sidebar": self._config.theme_options(base, sidebar=True)}
        main, side = build_theme(page, base), build_theme(beside, base, sidebar=True)
        if zoom == 1.0:
            return main, side
        from ..widgets.theme_zoom import zoomed

        return zoomed(main, zoom), zoomed(side, zoom)
