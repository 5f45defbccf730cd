"""The field of a multiselect: a tag for each chosen option, then what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from .matching import same_text
from .option_popup import Row
from .scene import Scene
from .select_field import HEIGHT, SIDE, SelectField
from .tag import Tag

Wire = tuple[int | str, ...]

_TAG, _GAP, _INSET = 28, 4, 6  # px
_TYPING = 80  # px that typing needs before it gets a row of its own


class MultiField(SelectField):
    """A select field for several options; its list stays open while they are chosen.

    Signals:
        chosen: The user changed the choice (option numbers, and texts that are new).
        grown: The tags need another number of rows.
    """

    chosen = Signal(object)
    grown = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.value: Wire = ()
        self.most: int | None = None
        self.accepts_new = False
        self.select_all = 0
        self.wraps = True
        self.tags: list[Tag] = []
        self._marked: int | None = None
        self._offset = 0
        self.strip = QWidget(self)
        self.edit.setParent(self.strip)
        self.edit.textChanged.connect(lambda: self._rearrange())
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clear_button.setAccessibleName("Clear all")
        self.clear_button.setToolTip("Clear all")

    def show_choice(self, value: Wire, placeholder: str) -> None:
        """Take over a choice; emits nothing."""
        self.value = value
        self.can_clear = bool(value)
        if self._marked is not None and self._marked >= len(value):
            self._marked = None
        while len(self.tags) > len(value):
            tag = self.tags.pop()
            tag.hide()
            tag.deleteLater()
        while len(self.tags) < len(value):
            self._add_tag()
        self._name_tags()
        self.edit.show_value("" if value else placeholder, True)
        self.edit.setAccessibleDescription(", ".join(map(self.label, value)))
        self._rearrange()
        self.refresh()

    def label(self, item: int | str) -> str:
        """The text of a chosen option."""
        return self.labels[item] if isinstance(item, int) else item

    def _add_tag(self) -> None:
        tag = Tag(self.scene, self.strip)
        tag.removed.connect(lambda tag=tag: self._remove(self.tags.index(tag)))
        self.tags.append(tag)
        tag.show()

    def _name_tags(self) -> None:
        for place, (tag, item) in enumerate(zip(self.tags, self.value, strict=True)):
            tag.show_text(self.label(item), place == self._marked)

    # Choosing

    @property
    def is_full(self) -> bool:
        """Whether no more options may be chosen."""
        return self.most is not None and len(self.value) >= self.most

    def _open_options(self, text: str) -> list[int]:
        taken = set(self.value)
        return [at for at in self.found(text.strip()) if at not in taken]

    def rows(self, text: str) -> Sequence[Row]:
        if self.is_full:
            what = "option" if self.most == 1 else "options"
            return [Row(f"No more than {self.most} {what}: take one back first", kind="note")]
        left = self._open_options(text)
        rows = [Row(self.labels[at], at) for at in left]
        if 2 <= len(left) <= self.select_all:
            rows.insert(0, Row(f"Select {len(left)} matches" if text.strip() else "Select all", kind="all"))
        if self._is_new(text):
            rows.append(Row(f"Add: {text.strip()}", kind="add"))
        if rows:
            return rows
        return [Row("No results" if text or self.value else "No options to select", kind="note")]

    def _is_new(self, text: str) -> bool:
        known = (*self.labels, *(item for item in self.value if isinstance(item, str)))
        return self.accepts_new and bool(text.strip()) and same_text(known, text) is None

    def pick(self, row: Row) -> None:
        typed = self.edit.text()
        added: Sequence[int | str] = [row.number]
        if row.kind == "add":
            added = [typed.strip()]
        elif row.kind == "all":
            added = self._open_options(typed)
        room = len(added) if self.most is None else self.most - len(self.value)
        place = self._lit_number()
        self.edit.clear()
        self._choose((*self.value, *added[:room]))
        if self.is_open and self.popup is not None:
            rows = self.rows("")
            self.popup.show_rows(rows, min(place, len(rows) - 1) if not typed else 0)
            self._put_popup()

    def _lit_number(self) -> int:
        return max(0, self.popup.list.currentIndex().row()) if self.popup is not None else 0

    def clear(self) -> None:
        self.edit.clear()
        self._choose(())

    def backspace(self) -> None:
        if self.value:
            self._remove(len(self.value) - 1 if self._marked is None else self._marked)

    def _remove(self, place: int) -> None:
        if not self.isEnabled():
            return
        if self._marked is not None:
            self._marked = min(self._marked, len(self.value) - 2) if len(self.value) > 1 else None
        self._choose((*self.value[:place], *self.value[place + 1 :]))

    def _choose(self, value: Wire) -> None:
        if value != self.value:
            self.chosen.emit(value)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not self.edit.text() and self._moves_mark(Qt.Key(event.key())):
            return True
        if self._marked is not None and event.key() not in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._mark(None)
        return super()._on_key(event)

    def _moves_mark(self, key: Qt.Key) -> bool:
        count = len(self.tags)
        if key == Qt.Key.Key_Left and count:
            self._mark(count - 1 if self._marked is None else max(0, self._marked - 1))
        elif key == Qt.Key.Key_Right and self._marked is not None:
            self._mark(self._marked + 1 if self._marked + 1 < count else None)
        else:
            return False
        return True

    def _mark(self, place: int | None) -> None:
        self._marked = place
        self._name_tags()

    # Places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.wraps:
            return self.scene.theme.px(HEIGHT)
        rects, _ = self._flow(self._room(width))
        theme = self.scene.theme
        bottom = max((rect.bottom() + 1 for rect in rects), default=0)
        return max(theme.px(HEIGHT), bottom + theme.px(_INSET))

    def sizeHint(self) -> QSize:
        return QSize(self.scene.theme.px(120), self.heightForWidth(max(self.width(), 100)))

    def place_parts(self) -> None:
        self.place_ends()
        room = self._room(self.width())
        left = self.scene.theme.px(_INSET)
        self.strip.setGeometry(left, 1, room - left, self.height() - 2)
        rects, end = self._flow(room)
        shift = left + self._shift(end.right() + 1, room)
        for tag, rect in zip(self.tags, rects, strict=False):
            tag.setGeometry(rect.translated(-shift, -1))
            tag.setToolTip(tag.text if tag.wish() > rect.width() else "")
        self.edit.setGeometry(end.translated(-shift, -1))

    def _room(self, width: int) -> int:
        """The px that tags may take; the same whether the x is shown, so that nothing jumps."""
        theme = self.scene.theme
        ends = theme.px(SIDE) + theme.px(20) + theme.px(24) + theme.px(6)
        return max(theme.px(40), width - ends)

    def _flow(self, room: int) -> tuple[list[QRect], QRect]:
        """Places of the tags and of the edit; a single line goes on to the right."""
        theme = self.scene.theme
        inset, tall, gap = theme.px(_INSET), theme.px(_TAG), theme.px(_GAP)
        if not self.tags:
            return [], QRect(theme.px(SIDE) - 2, inset, max(0, room - theme.px(SIDE)), tall)
        x, y = inset, inset
        rects: list[QRect] = []
        for tag in self.tags:
            wide = min(tag.wish(), max(theme.px(40), room - 2 * inset))
            if self.wraps and x > inset and x + wide > room - inset:
                x, y = inset, y + tall + gap
            rects.append(QRect(x, y, wide, tall))
            x += wide + gap
        typed = self.edit.text()
        needs = max(theme.px(_TYPING), self.edit.fontMetrics().horizontalAdvance(typed) + 16) if typed else 2
        if self.wraps and x + needs > room:
            x, y = (inset, y + tall + gap) if typed else (max(inset, room - 2), y)
        return rects, QRect(x, y, max(needs, room - x), tall)

    def _shift(self, content: int, room: int) -> int:
        if self.wraps:
            return 0
        most = max(0, content - room)
        self._offset = min(self._offset, most)
        return most - self._offset

    def _rearrange(self) -> None:
        self._offset = 0
        self.updateGeometry()
        if self.height() != self.heightForWidth(self.width()):
            self.grown.emit()
        self.place_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_open:
            self._put_popup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.wraps:
            event.ignore()
            return
        delta = event.angleDelta()
        before = self._offset
        self._offset = max(0, self._offset + (delta.x() or delta.y()) // 2)
        self.place_parts()
        event.setAccepted(self._offset != before)
