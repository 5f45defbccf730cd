"""Rows of cards that fill the width: the recent apps, the samples."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ...widgets.fonts import text_font
from ...widgets.scene import Scene
from .card import NARROWEST, Card, Shown

GAP = 16  # px
_TITLE = 36


class Shelf(QWidget):
    """A titled set of cards.

    Args:
        title: What stands above.
        empty: What stands there while there are none.
        scene: The theme.
        parent: The parent widget.

    Signals:
        opened: (Card) a card was clicked.
        menu_wanted: (Card, QPoint) a card's menu was asked for.
        remove_wanted: (Card) a card is to go.
        left: (Qt.Key) an arrow key goes beyond the first or last row.
    """

    opened = Signal(object)
    menu_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    left = Signal(object)

    def __init__(self, title: str, empty: str, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._heading = QLabel(title, self)
        self._empty = QLabel(empty, self)
        self._empty.setWordWrap(True)
        self.cards: list[Card] = []
        self._all: list[Card] = []
        self.setAccessibleName(title)
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self._heading.setFont(text_font(theme.font, theme.px(16), 600))
        self._empty.setFont(text_font(theme.font, theme.px(14)))
        self._empty.setStyleSheet(f"color: {theme.faded_text}")
        for card in self._all:
            card.update()

    def show_apps(self, apps: Sequence[Shown]) -> None:
        """Show these; a card that stays keeps its focus."""
        before = self._all
        kept = {card.shown: card for card in before if not card.is_stale()}
        self._all = [kept[shown] if shown in kept else self._make(shown) for shown in apps]
        for card in before:
            if card not in self._all:
                card.deleteLater()
        self.filter("")

    def _make(self, shown: Shown) -> Card:
        card = Card(shown, self.scene, self)
        card.clicked.connect(lambda: self.opened.emit(card))
        card.menu_wanted.connect(lambda place: self.menu_wanted.emit(card, place))
        card.remove_wanted.connect(lambda: self.remove_wanted.emit(card))
        card.step_wanted.connect(lambda key: self._step(card, key))
        return card

    def filter(self, words: str) -> None:
        """Show only what every one of these words is found in."""
        wanted = words.casefold().split()
        self.cards = [
            card
            for card in self._all
            if all(word in card.words for word in wanted)
        ]
        for card in self._all:
            card.setVisible(card in self.cards)
        self._empty.setVisible(not self._all)
        self.setVisible(bool(self.cards) or not (self._all or wanted))
        self.place()

    def columns(self, width: int) -> int:
        """How many cards stand side by side."""
        return max(1, (width + GAP) // (NARROWEST + GAP))

    def _card_width(self, width: int) -> int:
        columns = self.columns(width)
        return (width - (columns - 1) * GAP) // columns

    def height_for(self, width: int) -> int:
        """The height in px that it takes at this width."""
        rows = -(-len(self.cards) // self.columns(width))
        row = Card.height_for(self._card_width(width))
        below = rows * (row + GAP) if self.cards else self._empty.heightForWidth(width) + GAP
        return _TITLE + below

    def place(self) -> None:
        """Lay the cards out."""
        self._heading.setGeometry(0, 0, self.width(), _TITLE - 8)
        self._empty.setGeometry(0, _TITLE, self.width(), self._empty.heightForWidth(self.width()))
        columns, wide = self.columns(self.width()), self._card_width(self.width())
        high = Card.height_for(wide)
        for place, card in enumerate(self.cards):
            row, column = divmod(place, columns)
            card.setGeometry(column * (wide + GAP), _TITLE + row * (high + GAP), wide, high)
        for one, next_one in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(one, next_one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _step(self, card: Card, key: Qt.Key) -> None:
        columns = self.columns(self.width())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        there = self.cards.index(card) + steps[key]
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(key)
