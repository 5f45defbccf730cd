"""The bar that finds text in the page: in all elements, those without a view and folded ones included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from ..state.element import Element
from ..widgets.controls.paint import draw_face
from ..widgets.fonts import text_font
from ..widgets.icon_button import IconButton
from ..widgets.markdown.parse import is_plain
from ..widgets.markdown.plain import plain_text
from ..widgets.slots import Slot
from ..widgets.style import dress
from ..widgets.view import GUEST, View

if TYPE_CHECKING:
    from .window import Window

WIDTH, HEIGHT = 360, 48
EDGE = 12  # px to the page's edges
PAUSE = 120  # ms after which a page that has changed is searched again
_WORDS = ("label", "title", "body", "text", "message", "caption", "name", "delta", "placeholder")
_LISTS = ("options", "labels", "captions")
_NOT_READ = ("html", "region")
_VERBATIM = ("code", "exception", "json", "latex", "text")


def says(element: Element, wanted: str) -> bool:
    """Whether an element shows a text.

    Args:
        element: The element.
        wanted: The text, case-folded.
    """
    if element.kind in _NOT_READ:
        return False
    as_written = element.kind in _VERBATIM
    return any(wanted in (text if as_written else _read(text)).casefold() for text in _texts(element))


def _texts(element: Element) -> Iterator[str]:
    for name in _WORDS:
        text = getattr(element, name, None)
        if isinstance(text, str):
            yield text
    for name in _LISTS:
        texts = getattr(element, name, None)
        if isinstance(texts, (tuple, list)):
            yield from (text for text in texts if isinstance(text, str))


def _read(text: str) -> str:
    """The text as it reads, without Markdown's signs."""
    return text if is_plain(text) else plain_text(text)


class Marker(QWidget):
    """Lies over the element that was found."""

    def __init__(self, view: View[Any]) -> None:
        super().__init__(view)
        self.setObjectName(GUEST)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.rect())
        view.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._view:
            self.setGeometry(self._view.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._view.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(theme.primary)
        painter.setPen(color)
        color.setAlphaF(0.12)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()


class SearchBar(QWidget):
    """A field, how many places were found, and buttons that go through them.

    Args:
        window: The window whose page is searched.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.hits: list[Slot] = []
        self.current: Slot | None = None
        self.marker: Marker | None = None
        self._focused_before: QWidget | None = None
        scene = window.scene
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in the page")
        self.field.setAccessibleName("Find in the page")
        self.field.setProperty("kind", "bare")
        self.field.textEdited.connect(self._on_edited)
        self.count = QLabel(self)
        up, down = ":material/keyboard_arrow_up:", ":material/keyboard_arrow_down:"
        self.previous = IconButton(scene, up, "Previous", parent=self)
        self.next = IconButton(scene, down, "Next", parent=self)
        self.cross = IconButton(scene, ":material/close:", "Close", parent=self)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.cross.clicked.connect(self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for part in (self.count, self.previous, self.next, self.cross):
            row.addWidget(part)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._search_again)
        window.canvas.relaid.connect(self._on_page_changed)
        window.installEventFilter(self)
        scene.theme_changed.connect(self.restyle)
        self.restyle()
        self.hide()

    # Opening and closing

    def open_search(self) -> None:
        """Show the bar, with the cursor in its field."""
        if not self.isVisible():
            self._focused_before = self._window.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search_again()

    def close_search(self) -> None:
        """Hide the bar; what was found keeps its place, and the focus goes back where it was."""
        self._again.stop()
        self._mark(None)
        self.hide()
        before = self._focused_before or self._window
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused_before = None

    def place(self) -> None:
        """Lie at the top right of the page."""
        page = self._window.area.geometry()
        px = self._window.scene.theme.px
        width, edge = min(px(WIDTH), page.width() - 2 * px(EDGE)), px(EDGE)
        self.setGeometry(page.right() - edge - width, page.top() + edge, width, px(HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            QTimer.singleShot(0, self, self.place)
        return False

    # Searching

    def _on_edited(self) -> None:
        self._search()
        self.current = None
        self.go(1)

    def _on_page_changed(self) -> None:
        if self.isVisible() and not self._again.isActive():
            self._again.start()

    def _search_again(self) -> None:
        self._search()
        if self.current not in self.hits:
            self.current = None
            self._mark(None)
        self._tell()

    def _search(self) -> None:
        wanted = " ".join(self.field.text().split()).casefold()
        slots = self._window.canvas.all_slots() if wanted else iter(())
        self.hits = [slot for slot in slots if says(slot.element, wanted)]

    def go(self, step: int) -> None:
        """Go to the next place (1) or the previous one (-1); after the last comes the first."""
        if self.hits:
            here = self.hits.index(self.current) if self.current in self.hits else (-1 if step > 0 else 0)
            self.current = self.hits[(here + step) % len(self.hits)]
            self._mark(self._window.canvas.reveal(self.current))
        else:
            self.current = None
            self._mark(None)
        self._tell()

    def _mark(self, view: View[Any] | None) -> None:
        marker, self.marker = self.marker, None
        if marker is not None and isValid(marker):
            marker.hide()
            marker.deleteLater()
        if view is not None:
            self.marker = Marker(view)

    def _tell(self) -> None:
        if not self.field.text().strip():
            said = ""
        elif not self.hits:
            said = "Nothing found"
        elif self.current is None:
            said = f"{len(self.hits):,} found"
        else:
            said = f"{self.hits.index(self.current) + 1:,} of {len(self.hits):,}"
        self.count.setText(said)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.hits))

    # Keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.field, self.previous, self.next, self.cross]

    def restyle(self) -> None:
        """Take over the theme."""
        theme = self._window.scene.theme
        dress(self, theme)
        self.setAutoFillBackground(False)
        self.field.setFont(text_font(theme.font, theme.px(14)))
        self.count.setFont(text_font(theme.font, theme.px(12)))
        for button in (self.previous, self.next, self.cross):
            button.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._window.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        draw_face(painter, face, theme.radius, theme.popup, theme.popup_border)
        painter.end()
