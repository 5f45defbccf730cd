"""The icon of windows whose page has none: that of their launcher, so that panels don't show a stranger's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from .icon import draw_sizes
from .page_icon import app_name, declared_in

SIZES = (16, 32, 48, 128)  # px: title bars, panels, switchers


def show_app_icon(script: Path) -> None:
    """Let windows of an app have the icon that its launcher has where its script gives none.

    Args:
        script: The app's script.
    """
    show_icon("", app_name(script, declared_in(script)))


def show_icon(icon: str, name: str) -> None:
    """Let all windows that have no icon of their own have this one.

    Args:
        icon: What the launcher is drawn from; "" for the name's letters.
        name: The name.
    """
    drawn = QIcon()
    for image in draw_sizes(icon, name, SIZES).values():
        drawn.addPixmap(QPixmap.fromImage(image))
    QGuiApplication.setWindowIcon(drawn)
