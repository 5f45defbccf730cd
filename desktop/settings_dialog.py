"""The settings: the look of this app or of all, and the width, for all apps of this user."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ..widgets.controls import CheckBox, RadioButton
from ..widgets.wheel import Scroller
from .preferences import LOOKS, Look, Preferences

if TYPE_CHECKING:
    from ..widgets.theme_fields import Theme
    from .window import Window

NAMES = {"system": "As the app and the system", "light": "Light", "dark": "Dark"}


class SettingsDialog(QDialog):
    """Takes effect at once.

    Args:
        preferences: What is chosen.
        window: The window that it belongs to.
    """

    def __init__(self, preferences: Preferences, window: Window) -> None:
        super().__init__(window)
        self.preferences = preferences
        self.setWindowTitle("Settings")
        scene = window.scene
        theme = scene.theme
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(QLabel("Theme", page))
        self.looks = [self._look(look, theme, page) for look in LOOKS]
        for button in self.looks:
            column.addWidget(button)
        column.addSpacing(8)
        self.for_all = CheckBox(theme, "Use this theme for other apps too")
        self.for_all.setVisible(preferences.is_of_app())
        self.for_all.clicked.connect(self._share_look)
        preferences.changed.connect(self._share_look)
        column.addWidget(self.for_all)
        self.wide = self._box(theme, "wide", "Wide mode: pages use the whole window")
        self.always = self._box(theme, "always_rerun", "Rerun at once when the script is saved")
        self.restore = self._box(theme, "restore", "Keep sessions, to restore after a crash")
        self.ask = self._box(theme, "ask_to_save", "Ask to save also what never was saved")
        self.ask_to_end = self._box(theme, "ask_to_end", "Ask before closing during a run")
        self.notify = self._box(theme, "notify", "Notify me when a long run ends")
        column.addSpacing(8)
        for box in (self.wide, self.always, self.restore, self.ask, self.ask_to_end, self.notify):
            column.addWidget(box)
        for box in (self.restore, self.ask):
            box.clicked.connect(lambda: window.documents.follow_wishes())
        self._arrange(page, window)
        self._scene = scene
        scene.theme_changed.connect(self._restyle)

    def _look(self, look: Look, theme: Theme, page: QWidget) -> RadioButton:
        button = RadioButton(theme, NAMES[look], page)
        button.setAccessibleName(NAMES[look])
        button.setChecked(self.preferences.look == look)
        button.clicked.connect(partial(setattr, self.preferences, "look", look))
        return button

    def _box(self, theme: Theme, name: str, text: str) -> CheckBox:
        """A box for a yes or no among the preferences."""
        box = CheckBox(theme, text)
        box.setChecked(getattr(self.preferences, name))
        box.clicked.connect(lambda: setattr(self.preferences, name, box.isChecked()))
        return box

    def _arrange(self, page: QWidget, window: Window) -> None:
        """Let all of it scroll between title and button where the window has less room than it wants."""
        area = Scroller(self)
        area.setFrameShape(Scroller.Shape.NoFrame)
        area.setWidget(page)
        area.setWidgetResizable(True)
        for part in (area.viewport(), page):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(20)
        column.addWidget(area, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        # 10: the scroll bar.
        wish, rest = page.sizeHint(), buttons.sizeHint().height() + 20 + 48
        self.resize(
            min(wish.width() + 48 + 10, max(320, window.width() - 32)),
            min(wish.height() + rest, max(240, window.height() - 32)),
        )

    def _share_look(self) -> None:
        if self.for_all.isChecked():
            self.preferences.use_for_all()

    def _restyle(self) -> None:
        boxes = (self.for_all, self.wide, self.always, self.restore, self.ask, self.ask_to_end, self.notify)
        for mark in (*self.looks, *boxes):
            mark.set_theme(self._scene.theme)
