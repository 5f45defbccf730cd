"""samples/counter.py as one would write it with PySide6: what desklit is measured against."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget


class Counter(QWidget):
    """A title, a number, and two buttons."""

    def __init__(self, elements: int = 10) -> None:
        super().__init__()
        self.setWindowTitle("counter")
        self.resize(1000, 760)
        self.count = 0
        title = QLabel("Counter")
        font = title.font()
        font.setPixelSize(44)
        font.setBold(True)
        title.setFont(font)
        self.text = QLabel("Counted to 0")
        self.more = QPushButton("One more")
        over = QPushButton("Start over")
        self.more.clicked.connect(lambda: self.show_count(self.count + 1))
        over.clicked.connect(lambda: self.show_count(0))
        column = QVBoxLayout(self)
        for widget in (title, self.text, self.more, over):
            column.addWidget(widget)
        for number in range(elements - 4):
            column.addWidget(QLabel(f"Line {number}"))
        column.addStretch()

    def show_count(self, count: int) -> None:
        self.count = count
        self.text.setText(f"Counted to {count}")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Counter()
    window.show()
    sys.exit(app.exec())
