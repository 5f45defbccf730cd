"""Which keys do what in this window."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from ..widgets.wheel import Scroller
from .menu import key_sequences
from .menu_entry import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .window import Window

_ALWAYS = (("Go through the fields", "Tab"), ("Scroll the page", "Space"), ("To the top", "Home"),
           ("To the end", "End"), ("Leave a dialog or the full screen", "Esc"))  # fmt: skip


class ShortcutsDialog(QDialog):
    """A table of names and keys: those of the menu, those of the page's own buttons, those that always do.

    Args:
        window: The window.

    Attributes:
        rows: Group, name and keys of each line.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        from PySide6.QtWidgets import QLabel

        self.setWindowTitle("Keyboard shortcuts")
        self.rows = [*_of_page(window), *_of_menu(window), *(("Everywhere", *each) for each in _ALWAYS)]
        theme = window.scene.theme
        self.table = QLabel(self._html(theme.faded_text))
        self.table.setAccessibleName("Keyboard shortcuts")
        self.table.setContentsMargins(0, 0, theme.px(16), 0)
        area = Scroller(self)
        area.setFrameShape(Scroller.Shape.NoFrame)
        area.setWidget(self.table)
        area.setWidgetResizable(True)
        area.viewport().setAutoFillBackground(False)
        self.table.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(16))
        column.addWidget(area, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        wish = self.table.sizeHint()
        room = window.size()
        self.resize(
            min(wish.width() + theme.px(72), max(320, room.width() - 32)),
            min(wish.height() + theme.px(120), max(240, room.height() - 32)),
        )

    def _html(self, faded: str) -> str:
        lines, group = [], ""
        for each, name, keys in self.rows:
            if each != group:
                style = f"padding-top:{12 if group else 0}px; color:{faded}"
                lines.append(f'<tr><td colspan="2" style="{style}">{escape(each)}</td></tr>')
                group = each
            shown = f'<td style="padding:3px 32px 3px 0">{escape(name)}</td>'
            lines.append(f'<tr>{shown}<td style="padding:3px 0"><b>{escape(keys)}</b></td></tr>')
        return f"<table>{''.join(lines)}</table>"


def _of_menu(window: Window) -> Iterator[tuple[str, str, str]]:
    for path, entry in walk(window.menu.keyed_groups()):
        if entry.keys:
            shown = key_sequences(entry.keys)[0].toString(QKeySequence.SequenceFormat.NativeText)
            yield path[0], entry.usual or entry.name.removesuffix(" …"), shown


def _of_page(window: Window) -> Iterator[tuple[str, str, str]]:
    from ..widgets.markdown.plain import plain_text

    for slot in window.canvas.all_slots():
        keys = getattr(slot.element, "shortcut", None)
        if isinstance(keys, str) and keys:
            yield "This page", plain_text(getattr(slot.element, "label", "")) or "Button", shown_keys(keys)


def shown_keys(keys: str) -> str:
    """Keys as they stand on the platform's keyboards."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
