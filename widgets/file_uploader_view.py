"""The element and view of ``st.file_uploader``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..state.element import Widget
from ..state.records import dataclass
from .controls.paint import draw_face
from .elided import ElidedText
from .field import FieldView
from .fonts import text_font
from .icon_button import IconButton
from .icon_mark import IconMark
from .push_button import PushButton
from .scene import Scene
from .upload_rules import MEGABYTE, UploadRules, size_text
from .uploaded_file import Upload
from .view import views
from .wheel import Scroller

_ROW = 32  # px
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUploader(Widget):
    """A place for files. The wire value is a tuple of ``Upload``."""

    kind: ClassVar[str] = "file_uploader"

    rules: UploadRules
    multiple: bool = False
    folder: bool = False

    @property
    def types(self) -> tuple[str, ...]:
        """The MIME types and suffixes that are taken; empty for all."""
        return (*self.rules.mimes, *self.rules.suffixes)


class DropArea(QFrame):
    """The box with the button, which files can be dropped on.

    Signals:
        dropped: (list of Path) Files and folders that were dropped.
    """

    dropped = Signal(list)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._is_target = False
        self.button = PushButton(scene)
        self.button.set_label("Upload", wrap=False)
        self.button.set_icon(":material/upload:")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 13, 13, 13)
        row.setSpacing(16)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.setAcceptDrops(True)
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.button.restyle()
        self.words.setFont(text_font(theme.font, theme.px(14)))
        palette = self.words.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText,
            QColor(theme.placeholder if self.isEnabled() else theme.faint_text),
        )
        self.words.setPalette(palette)
        self.update()

    def _aim(self, is_target: bool) -> None:
        self._is_target = is_target
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.primary_tint if self._is_target else theme.secondary_background
        border = theme.primary if self._is_target else theme.field_border
        draw_face(painter, QRectF(self.rect()), theme.radius, fill, border)


class FileRow(QWidget):
    """One file: name, size, and a cross to take it away; or why a file was refused.

    Signals:
        removed: The cross was clicked.
    """

    removed = Signal()

    def __init__(
        self, scene: Scene, name: str, note: str, *, refused: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = scene.theme
        red = theme.shades["red"].text
        mark = IconMark(scene, 16)
        if refused:
            mark.show_icon(":material/error:", red)
        else:
            mark.show_icon(":material/draft:", theme.faded_text)
        self.name = ElidedText(name, text_font(theme.font, theme.px(14)), red if refused else theme.text)
        small = text_font(theme.font, theme.px(12))
        self.note = ElidedText(note, small, red if refused else theme.placeholder)
        self.cross = IconButton(scene, ":material/close:", f"Remove {name}")
        self.cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.name)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.cross)
        self.setFixedHeight(theme.px(_ROW))
        self.setToolTip(f"{name}: {note}" if refused else name)


class FileUploaderControl(QWidget):
    """The drop area, and below it the files."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = DropArea(scene)
        self.rows: list[FileRow] = []
        self.list_area = Scroller()
        self.list_area.setFrameShape(QFrame.Shape.NoFrame)
        self.list_area.setWidgetResizable(True)
        self.list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_area.viewport().setAutoFillBackground(False)
        self.list_area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.area)
        column.addWidget(self.list_area)

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Replace the rows below the area."""
        self.rows = list(rows)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        self.list_area.setWidget(inner)
        high = sum(row.height() for row in rows[:_MOST_ROWS])
        self.list_area.setFixedHeight(high + (high // (2 * _MOST_ROWS) if len(rows) > _MOST_ROWS else 0))
        self.list_area.setVisible(bool(rows))


@views.shows(FileUploader)
class FileUploaderView(FieldView[FileUploader]):
    """Lets its user choose, drop and remove files; refused ones say why and do not count."""

    def __init__(self, element: FileUploader, scene: Scene, parent: QWidget | None = None) -> None:
        self.current: tuple[Upload, ...] = ()
        self.refused: list[tuple[str, str]] = []
        super().__init__(element, scene, parent)
        self.setFocusProxy(self.box.area.button)

    def may_go(self) -> bool:
        return not self.refused

    def make_control(self) -> QWidget:
        self.box = FileUploaderControl(self.scene)
        self.box.area.button.clicked.connect(self.on_clicked)
        self.box.area.dropped.connect(self.on_dropped)
        return self.box

    def named_controls(self) -> list[QWidget]:
        return [self.box.area]

    def show_value(self, element: FileUploader, before: FileUploader | None) -> None:
        area = self.box.area
        if before is None or (before.rules, before.folder) != (element.rules, element.folder):
            area.words.setText(element.rules.words())
            what = "Upload files" if element.multiple else "Upload file"
            area.button.set_label("Upload", wrap=False)
            area.button.setAccessibleName("Upload folder" if element.folder else what)
        area.setAcceptDrops(not element.disabled)
        area.restyle()
        if before is None or element.value != before.value:
            self.current = tuple(element.value or ())
            if before is not None and not self.current:
                self.refused = []
            self._show_rows()

    # What the user does

    def on_clicked(self) -> None:
        """The button was pressed: ask for files."""
        element, files = self.element, self.scene.files
        if element.folder:
            files.open_folder(self, self.on_folder)
        else:
            files.open(self, element.rules.dialog_suffixes(), element.multiple, self.on_chosen)

    def on_chosen(self, paths: Sequence[Path]) -> None:
        """Files were chosen in the dialog."""
        self._add((path, path.name) for path in paths)

    def on_folder(self, paths: Sequence[Path]) -> None:
        """A folder was chosen; these are all files below it."""
        if paths:
            top = Path(os.path.commonpath([path.parent for path in paths])).parent
            self._add((path, path.relative_to(top).as_posix()) for path in paths)

    def on_dropped(self, paths: Sequence[Path]) -> None:
        """Files and folders were dropped."""
        found: list[tuple[Path, str]] = []
        self.refused = []
        for path in paths:
            if not path.is_dir():
                found.append((path, path.name))
            elif self.element.folder:
                inside = sorted(inner for inner in path.rglob("*") if inner.is_file())
                found.extend((inner, inner.relative_to(path.parent).as_posix()) for inner in inside)
            else:
                self.refused.append((path.name, "is a folder"))
        if not self.element.multiple and len(found) > 1:
            self.refused.extend((name, "only one file is taken here") for _, name in found[1:])
            found = found[:1]
        self._add(found, fresh=False)

    def remove(self, upload: Upload) -> None:
        """The cross beside a file was clicked."""
        self._send(tuple(kept for kept in self.current if kept.file_id != upload.file_id))

    def _add(self, files: Iterable[tuple[Path, str]], *, fresh: bool = True) -> None:
        if fresh:
            self.refused = []
        taken: list[Upload] = []
        for path, name in files:
            try:
                upload = Upload.of_path(path, name)
            except OSError as error:
                self.refused.append((name, error.strerror or str(error)))
                continue
            why = self._why_not(upload)
            if not why:
                taken.append(upload)
            elif not self.element.folder or why.startswith("larger"):
                # Of a folder the files of other types are left out without a word.
                self.refused.append((name, why))
        if not taken:
            self._show_rows()
        elif self.element.multiple:
            self._send((*self.current, *taken))
        else:
            self._send((taken[-1],))

    def _why_not(self, upload: Upload) -> str:
        rules = self.element.rules
        if not rules.takes(upload.name, upload.type):
            return f"{Path(upload.name).suffix or 'such'} files are not taken here"
        if upload.size > rules.megabytes * MEGABYTE:
            return f"larger than {size_text(rules.megabytes * MEGABYTE)}"
        return ""

    def _send(self, uploads: tuple[Upload, ...]) -> None:
        self.current = uploads
        self._show_rows()
        self.changed.emit(uploads)

    # Looks

    def _show_rows(self) -> None:
        rows: list[FileRow] = []
        for number, (name, why) in enumerate(self.refused):
            row = FileRow(self.scene, name, why, refused=True)
            row.removed.connect(lambda number=number: self._forget_refused(number))
            rows.append(row)
        for upload in self.current:
            row = FileRow(self.scene, upload.name, size_text(upload.size), refused=False)
            row.removed.connect(lambda upload=upload: self.remove(upload))
            rows.append(row)
        self.box.show_rows(rows)
        self.size_changed()

    def _forget_refused(self, number: int) -> None:
        del self.refused[number]
        self._show_rows()

    def restyle(self) -> None:
        super().restyle()
        self.box.area.restyle()
        self._show_rows()
