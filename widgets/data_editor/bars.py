"""The small bars that lie on a table: its tools, and its search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ..colors import mix
from ..fonts import text_font
from ..markdown.pictures import draw_icon
from ..theme import Theme
from .grid import Grid

_CHUNK = 20_000
_MOST_HITS = 10_000


def bar_style(theme: Theme) -> str:
    """The look of a bar and of its buttons."""
    return (
        f"#bar {{ background: {theme.popup}; border: 1px solid {theme.border};"
        f" border-radius: {round(theme.radius)}px; }}"
        f"#bar QToolButton {{ border: none; background: transparent; border-radius: 4px; padding: 0;"
        f" min-width: 26px; min-height: 26px; }}"
        f"#bar QToolButton:hover {{ background: {theme.hover}; }}"
        f"#bar QToolButton:focus {{ background: {theme.pressed}; }}"
        f"#bar QLineEdit {{ border: none; background: transparent; color: {theme.text}; padding: 0 4px;"
        f" min-height: {theme.px(24)}px; }}"
        f"#bar QLabel {{ color: {mix(theme.background, theme.text, 0.6)}; background: transparent; }}"
    )


class Bar(QFrame):
    """A row of buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(2, 1, 2, 1)
        self.row.setSpacing(0)
        self._icons: list[tuple[QToolButton, str]] = []

    def add(self, icon: str, name: str, then: Callable[[], None]) -> QToolButton:
        """Add a button with a Material icon."""
        button = QToolButton(self)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: then())
        self._icons.append((button, icon))
        self.row.addWidget(button)
        return button

    def restyle(self, theme: Theme) -> None:
        """Take over a theme."""
        self.setStyleSheet(bar_style(theme))
        side = theme.px(18)
        for button, icon in self._icons:
            picture = draw_icon(f":material/{icon}:", side, theme.faded_text, self.devicePixelRatioF())
            button.setIcon(QIcon(picture))
            button.setIconSize(QSize(side, side))


class SearchBar(Bar):
    """Finds cells by their text and walks through them.

    Signals:
        closed: The user closed the bar.
    """

    closed = Signal()

    def __init__(self, grid: Grid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self._next_row = 0
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Search")
        self.field.setAccessibleName("Search the table")
        self.field.setMinimumWidth(90)
        self.field.textChanged.connect(self._begin)
        self.count = QLabel("", self)
        self.row.addWidget(self.field, 1)
        self.row.addWidget(self.count)
        self.add("keyboard_arrow_up", "Previous", lambda: self.walk(-1))
        self.add("keyboard_arrow_down", "Next", lambda: self.walk(1))
        self.add("close", "Close", self.close_search)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._search_on)
        grid.table_model.modelReset.connect(self._begin)
        grid.table_model.layoutChanged.connect(self._begin)
        self.hide()

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.field.setFont(text_font(theme.font, theme.px(14)))
        self.count.setFont(text_font(theme.font, theme.px(12)))

    def open_search(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def close_search(self) -> None:
        """Hide the bar and forget what was found."""
        self._timer.stop()
        self.field.clear()
        self.hide()
        self._grid.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.walk(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._found.clear()
        self._grid.hits.clear()
        self._at, self._next_row = -1, 0
        self._timer.stop()
        if self.field.text():
            # The first piece at once: small tables are done then.
            self._search_on()
            if self._next_row < self._rows():
                self._timer.start()
        self._show_count()

    def _rows(self) -> int:
        overlay = self._grid.table_model.overlay
        return 0 if overlay is None else overlay.rows

    def _search_on(self) -> None:
        model, wanted = self._grid.table_model, self.field.text().casefold()
        stop = min(self._rows(), self._next_row + _CHUNK)
        for row in range(self._next_row, stop):
            for column in range(model.columnCount()):
                if wanted in model.text(row, column).casefold():
                    self._found.append((row, column))
        self._next_row = stop
        if stop >= self._rows() or len(self._found) >= _MOST_HITS:
            self._timer.stop()
        self._grid.hits = set(self._found)
        if self._found and self._at < 0:
            self.walk(1)
        self._show_count()

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) find."""
        if not self._found:
            return
        self._at = (self._at + step) % len(self._found)
        index = self._grid.table_model.index(*self._found[self._at])
        self._grid.scrollTo(index)
        self._grid.setCurrentIndex(index)
        self._show_count()

    def _show_count(self) -> None:
        self._grid.viewport().update()
        if not self.field.text():
            self.count.setText("")
        else:
            more = "+" if self._timer.isActive() or len(self._found) >= _MOST_HITS else ""
            self.count.setText(f"{self._at + 1} of {len(self._found)}{more}" if self._found else "None found")
