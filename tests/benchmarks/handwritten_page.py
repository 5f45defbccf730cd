"""A page of texts and fields as one would write it with PySide6: what a rerun is measured against."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

OPTIONS = ["Apple", "Pear", "Plum"]


class HandwrittenPage(QWidget):
    """A title, a count, two buttons, a field that is echoed, a slider; then texts and fields in turns.

    Each field has its label above, as on desklit's page, and all of it scrolls.

    Args:
        elements: How many there are in all.
        size: The window's width and height.
    """

    def __init__(self, elements: int, size: tuple[int, int]) -> None:
        super().__init__()
        self.resize(*size)
        self.count = 0
        self.text = QLabel("Counted to 0")
        self.more = QPushButton("One more")
        self.more.clicked.connect(lambda: self.show_count(self.count + 1))
        over = QPushButton("Start over")
        over.clicked.connect(lambda: self.show_count(0))
        self.field = QLineEdit()
        self.field.textChanged.connect(lambda text: self.text.setText(f"Typed {text}"))
        self.track = QSlider(Qt.Orientation.Horizontal)
        self.track.setRange(0, 1_000)
        self.track.valueChanged.connect(lambda value: self.text.setText(f"Slid to {value}"))
        page = QWidget()
        self._column = QVBoxLayout(page)
        for widget in (_title("Counter"), self.text, self.more, over):
            self._column.addWidget(widget)
        self._add_field("Echoed", self.field)
        self._add_field("Followed", self.track)
        for number in range(elements - 6):
            if number % 2:
                make = FIELDS[number // 2 % len(FIELDS)]
                self._add_field(f"Field {number}", make())
            else:
                self._column.addWidget(QLabel(f"Line {number}"))
        self._column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _add_field(self, label: str, field: QWidget) -> None:
        self._column.addWidget(QLabel(label))
        self._column.addWidget(field)

    def show_count(self, count: int) -> None:
        self.count = count
        self.text.setText(f"Counted to {count}")


def _title(text: str) -> QLabel:
    title = QLabel(text)
    font = title.font()
    font.setPixelSize(44)
    font.setBold(True)
    title.setFont(font)
    return title


def _number() -> QWidget:
    field = QSpinBox()
    field.setRange(0, 10)
    return field


def _track() -> QWidget:
    track = QSlider(Qt.Orientation.Horizontal)
    track.setRange(0, 10)
    return track


def _choice() -> QWidget:
    choice = QComboBox()
    choice.addItems(OPTIONS)
    return choice


def _date() -> QWidget:
    return QDateEdit(QDate(2026, 3, 14))


FIELDS: tuple[Callable[[], QWidget], ...] = (_number, QLineEdit, QCheckBox, _track, _choice, _date)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = HandwrittenPage(int(sys.argv[1]), (1080, 800))
    window.show()
    sys.exit(app.exec())
