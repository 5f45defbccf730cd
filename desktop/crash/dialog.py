"""The dialog that tells of a crash: what happened, where the log is, what can be done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .report import Report

WIDTH, DETAILS = 560, 220  # px


class CrashDialog(QDialog):
    """Shows a report. Accepted: its user wants the app started again.

    It is made of Qt's plain parts: what else there is in desklit may be what is broken.

    Args:
        report: What happened.
    """

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(report.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = self._label(report.title)
        font = heading.font()
        font.setBold(True)
        font.setPixelSize(round(heading.fontInfo().pixelSize() * 1.25))
        heading.setFont(font)
        column.addWidget(heading)
        column.addWidget(self._label(report.what))
        if report.log is not None:
            column.addWidget(self._label(f"The log: {report.log}"))
        self.details = QPlainTextEdit(report.details, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details")
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(DETAILS)
        self.details.setVisible(bool(report.details))
        column.addWidget(self.details, 1)
        column.addLayout(self._make_buttons())
        self.resize(WIDTH, column.totalHeightForWidth(WIDTH))

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # A path or a name may have no place to break at.
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        label.setSizePolicy(policy)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.copy_button = QPushButton("Copy", self)
        self.copy_button.clicked.connect(self._copy)
        row.addWidget(self.copy_button)
        if self.report.log is not None:
            folder = QPushButton("Open log folder", self)
            folder.clicked.connect(partial(open_folder, self.report.log.parent))
            row.addWidget(folder)
        row.addStretch(1)
        self.close_button = QPushButton("Close", self)
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        self.restart_button = QPushButton("Restart", self)
        self.restart_button.clicked.connect(self.accept)
        self.restart_button.setVisible(bool(self.report.restart))
        row.addWidget(self.restart_button)
        first = self.restart_button if self.report.restart else self.close_button
        first.setDefault(True)
        first.setFocus()
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.text)
        self.copy_button.setText("Copied")


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager; made if it is not there, so that there is something to show."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
