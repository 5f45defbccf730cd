"""Tells a user who is elsewhere that a long run has ended: by the desktop's own notifications."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from .durations import spoken

if TYPE_CHECKING:
    from ..state.listener import RunReport
    from .window import Window

_SHOWN = 10_000  # ms

_VERBS = {"completed": "Finished", "failed": "Failed"}


def tell_of_run(window: Window, report: RunReport) -> None:
    """Tell of a run that has ended while its user was elsewhere; a stopped one is no news."""
    verb = _VERBS.get(report.outcome)
    if verb is None or not window.preferences.notify or has_user(window) or not has_screen():
        return
    why = f"\n{type(report.error).__name__}" if report.error is not None else ""
    QApplication.alert(window)
    show_notification(window, window.settings.title, f"{verb} after {spoken(report.seconds)}.{why}")


def has_user(window: Window) -> bool:
    """Whether the window, or a dialog of it, is what its user works with."""
    active = QApplication.activeWindow()
    while active is not None and active is not window:
        around = active.parentWidget()
        active = around.window() if around is not None else None
    return active is window


def has_screen() -> bool:
    """Whether there is a desktop at all: tests and pictures do without."""
    return QGuiApplication.platformName() not in ("offscreen", "minimal")


def show_notification(window: Window, title: str, text: str) -> None:
    """Show a notification of the desktop, if it has any."""
    command = _command(title, text)
    if command is None or not QProcess.startDetached(command[0], command[1:])[0]:
        _show_by_tray(window, title, text)


def _command(title: str, text: str) -> list[str] | None:
    """The program that shows notifications, where the desktop has one that needs no icon in the tray."""
    if sys.platform == "linux" and (program := shutil.which("notify-send")):
        name = QGuiApplication.desktopFileName() or "desklit"
        return [program, f"--app-name={title}", f"--icon={name}", f"--hint=string:desktop-entry:{name}",
                "--", title, text]  # fmt: skip
    if sys.platform == "darwin" and (program := shutil.which("osascript")):
        # The words come as arguments: within the script they would have to be quoted.
        show = "on run {title, message}\ndisplay notification message with title title\nend run"
        return [program, "-e", show, title, text]
    return None


def _show_by_tray(window: Window, title: str, text: str) -> None:
    """Windows, and desktops that show an icon of the program for as long as the message."""
    from PySide6.QtWidgets import QSystemTrayIcon

    if not QSystemTrayIcon.isSystemTrayAvailable():
        return
    icon = window.windowIcon()
    tray = QSystemTrayIcon(QApplication.windowIcon() if icon.isNull() else icon, window)

    def show_window() -> None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    tray.messageClicked.connect(show_window)
    tray.show()
    tray.showMessage(title, text, tray.icon(), _SHOWN)
    QTimer.singleShot(_SHOWN, tray, tray.deleteLater)
