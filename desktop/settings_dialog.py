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
from .preferences import LOOKS, Preferences

if TYPE_CHECKING:
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
        self.looks: list[RadioButton] = []
        for look in LOOKS:
            button = RadioButton(theme, NAMES[look], page)
            button.setAccessibleName(NAMES[look])
            button.setChecked(preferences.look == look)
            button.clicked.connect(partial(setattr, preferences, "look", look))
            self.looks.append(button)
            column.addWidget(button)
        column.addSpacing(8)
        self.for_all = CheckBox(theme, "Use this theme for other apps too")
        self.for_all.setVisible(preferences.is_of_app())
        column.addWidget(self.for_all)
        self.wide = CheckBox(theme, "Wide mode: pages use the whole window")
        self.wide.setChecked(preferences.wide)
        self.always = CheckBox(theme, "Rerun at once when the script is saved")
        self.always.setChecked(preferences.always_rerun)
        self.restore = CheckBox(theme, "Keep sessions, to restore after a crash")
        self.restore.setChecked(preferences.restore)
        self.ask = CheckBox(theme, "Ask to save also what never was saved")
        self.ask.setChecked(preferences.ask_to_save)
        self.ask_to_end = CheckBox(theme, "Ask before closing during a run")
        self.ask_to_end.setChecked(preferences.ask_to_end)
        self.notify = CheckBox(theme, "Notify me when a long run ends")
        self.notify.setChecked(preferences.notify)
        column.addSpacing(8)
        for box in (self.wide, self.always, self.restore, self.ask, self.ask_to_end, self.notify):
            column.addWidget(box)
        self._arrange(page, window)
        self._scene = scene
        scene.theme_changed.connect(self._restyle)
        self.wide.clicked.connect(lambda: setattr(preferences, "wide", self.wide.isChecked()))
        self.for_all.clicked.connect(self._share_look)
        preferences.changed.connect(self._share_look)
        self.restore.clicked.connect(lambda: setattr(preferences, "restore", self.restore.isChecked()))
        self.ask.clicked.connect(lambda: setattr(preferences, "ask_to_save", self.ask.isChecked()))
        self.ask_to_end.clicked.connect(
            lambda: setattr(preferences, "ask_to_end", self.ask_to_end.isChecked())
        )
        self.notify.clicked.connect(lambda: setattr(preferences, "notify", self.notify.isChecked()))
        for box in (self.restore, self.ask):
            box.clicked.connect(lambda: window.documents.follow_wishes())
        self.always.clicked.connect(lambda: setattr(preferences, "always_rerun", self.always.isChecked()))

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
