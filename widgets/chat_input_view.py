"""The element and view of ``st.chat_input``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import ClassVar, Literal

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QWidget

from ..state.element import Height, Widget
from ..state.records import dataclass
from .chat_editor import SIDE, ChatEditor, RoundButton
from .chat_files import Intake, check, take_in
from .chat_value import Submission
from .controls.field import FieldFrame
from .controls.paint import draw_face
from .file_uploader_view import FileRow
from .fonts import text_font
from .scene import Scene
from .upload_rules import UploadRules, size_text
from .uploaded_file import Upload
from .view import View, views

SubmitMode = Literal["submit", "disable", "stop"]
_PAD = 12  # px between the border and what is in the box
_TALLEST = 200  # px, of the text
_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatInput(Widget):
    """A field for messages. The wire value is a ``Submission`` for the one run that it starts.

    ``offered`` is a text of the script's for the field; ``offer`` is another number for each of them.
    """

    kind: ClassVar[str] = "chat_input"

    placeholder: str = ""
    max_chars: int = 0
    accepts: bool | str = False
    rules: UploadRules = field(default_factory=UploadRules)
    submit_mode: SubmitMode = "submit"
    height: Height = "content"
    offered: str = ""
    offer: int = 0


class Box(FieldFrame):
    """The frame; it is tinted while files are dragged over it."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(scene.theme, parent)
        self.scene = scene
        self.aimed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.aimed:
            super().paintEvent(event)
            return
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, theme.primary_tint, theme.primary)
        painter.end()


@views.shows(ChatInput)
class ChatInputView(View[ChatInput]):
    """Editor, buttons to attach files and to send, and the files that go with the message."""

    def __init__(self, element: ChatInput, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.uploads: list[Upload] = []
        self.refused: list[tuple[str, str]] = []
        self.rows: list[FileRow] = []
        self._waits = False
        self.box = Box(scene, self)
        self.attach = RoundButton(scene, self.box)
        self.editor = ChatEditor(self.box)
        self.count = QLabel(self.box)
        self.send = RoundButton(scene, self.box)
        self.attach.clicked.connect(self.choose_files)
        self.editor.edited.connect(self._on_edited)
        self.editor.sent.connect(self.submit)
        self.editor.files_pasted.connect(self._on_pasted)
        self.send.clicked.connect(self._on_button)
        scene.run_ended.connect(self._on_run_ended)
        self.setFocusProxy(self.editor)
        self.box.setCursor(Qt.CursorShape.IBeamCursor)
        self.count.setCursor(Qt.CursorShape.IBeamCursor)
        self._dress()
        self._take(element, None)

    def may_go(self) -> bool:
        return not (self.editor.toPlainText() or self.uploads or self.refused)

    # Element

    def show_element(self, element: ChatInput) -> None:
        before = self.element
        super().show_element(element)
        self._take(element, before)

    def _take(self, element: ChatInput, before: ChatInput | None) -> None:
        self.editor.setPlaceholderText(element.placeholder)
        self.editor.setAccessibleName(element.placeholder or "Message")
        self.editor.limit = element.max_chars
        self.editor.takes_files = bool(element.accepts)
        self.editor.setAcceptDrops(not element.accepts)
        folder = element.accepts == "directory"
        self.attach.show_icon(":material/attach_file:", "Attach a folder" if folder else "Attach files")
        self.attach.setVisible(bool(element.accepts))
        if element.offer and (before is None or before.offer != element.offer):
            self.editor.put(element.offered[: element.max_chars or None])
            self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        if not element.accepts and self.uploads:
            self.uploads = []
            self._show_rows()
        self._refresh()

    @property
    def text(self) -> str:
        """What is in the field."""
        return self.editor.toPlainText()

    def _refresh(self) -> None:
        """Bring buttons and count in step with what can be done."""
        element = self.element
        waits = self._waits
        usable = not element.disabled and not waits
        self.editor.setEnabled(usable)
        self.attach.setEnabled(usable)
        self.setAcceptDrops(usable and bool(element.accepts))
        if waits and element.submit_mode == "stop":
            self.send.show_icon(":material/stop:", "Stop the run")
            self.send.setEnabled(True)
        else:
            self.send.show_icon(":material/arrow_upward:", "Send")
            self.send.setEnabled(usable and (bool(self.text.strip()) or bool(self.uploads)))
        self.send.strong = True
        self.count.setText(f"{len(self.text)}/{element.max_chars}" if element.max_chars and self.text else "")
        self.box.setEnabled(not element.disabled)
        palette, theme = self.editor.palette(), self.scene.theme
        pale = theme.faint_text if element.disabled else theme.placeholder
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(pale))
        self.editor.setPalette(palette)
        self._place()
        self.update()

    # What the user does

    def submit(self) -> None:
        """Send what is there, if there is anything."""
        element = self.element
        if element.disabled or self._waits or not (self.text.strip() or self.uploads):
            return
        sent = Submission(self.text, tuple(self.uploads))
        self.uploads, self.refused = [], []
        self.editor.put("")
        self._waits = element.submit_mode != "submit"
        self._show_rows()
        self._refresh()
        self.size_changed()
        self.changed.emit(sent)

    def _on_button(self) -> None:
        if self._waits:
            self.scene.stop_wanted.emit()
        else:
            self.submit()
            self.editor.setFocus()

    def _on_run_ended(self) -> None:
        if self._waits:
            self._waits = False
            self._refresh()
            if self.window().focusWidget() in (None, self.window(), self.send):
                self.editor.setFocus()

    def _on_edited(self) -> None:
        self._refresh()
        self.size_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The margins of the box belong to the text.
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    # Files

    def choose_files(self) -> None:
        """The clip was pressed: ask for files."""
        element, files = self.element, self.scene.files
        if element.accepts == "directory":
            files.open_folder(self, self.add_files)
        else:
            files.open(self, element.rules.dialog_suffixes(), element.accepts == "multiple", self.add_files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files, or say why not."""
        self._add(take_in(paths, self.element.rules, self.element.accepts))

    def _add(self, intake: Intake) -> None:
        self.refused = intake.refused
        if intake.taken and self.element.accepts is True:
            self.uploads = intake.taken
        else:
            self.uploads.extend(intake.taken)
        self._show_rows()
        self._refresh()
        self.size_changed()
        self.editor.setFocus()

    def remove(self, upload: Upload) -> None:
        """The cross beside a file was clicked."""
        self.uploads.remove(upload)
        self._show_rows()
        self._refresh()
        self.size_changed()

    def _on_pasted(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImage(source.imageData()).save(buffer, "PNG")  # type: ignore[call-overload]
        pasted = Upload.of_bytes("pasted.png", bytes(buffer.data().data()), "image/png")
        intake = Intake()
        check([pasted], self.element.rules, self.element.accepts, intake)
        self._add(intake)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        event.acceptProposedAction()
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _aim(self, aimed: bool) -> None:
        self.box.aimed = aimed
        self.box.update()

    def _show_rows(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for refusal in self.refused:
            row = FileRow(self.scene, *refusal, refused=True, parent=self.box)
            row.removed.connect(lambda refusal=refusal: self._forget(refusal))
            self.rows.append(row)
        for upload in self.uploads:
            row = FileRow(self.scene, upload.name, size_text(upload.size), refused=False, parent=self.box)
            row.removed.connect(lambda upload=upload: self.remove(upload))
            self.rows.append(row)
        for row in self.rows:
            row.setCursor(Qt.CursorShape.ArrowCursor)
            row.show()

    def _forget(self, refusal: tuple[str, str]) -> None:
        self.refused.remove(refusal)
        self._show_rows()
        self._refresh()
        self.size_changed()

    # Placing

    def _sides(self) -> tuple[int, int]:
        """The px left and right of the text."""
        theme = self.scene.theme
        pad, button = theme.px(_PAD), theme.px(SIDE)
        left = pad + (button + self.px(_GAP) if self.element.accepts else 4)
        right = pad + button + self.px(_GAP)
        if self.count.text():
            right += self.count.sizeHint().width() + self.px(_GAP)
        return left, right

    def _text_height(self, width: int) -> int:
        left, right = self._sides()
        line = self.editor.fontMetrics().lineSpacing()
        tall = max(self.editor.height_of_text(width - left - right), line)
        return min(tall, self.px(_TALLEST)) + 2

    def _rows_height(self) -> int:
        return sum(row.height() for row in self.rows)

    def height_for(self, width: int) -> int:
        theme = self.scene.theme
        own = max(self._text_height(width), theme.px(SIDE)) + 2 * theme.px(_PAD) + self._rows_height()
        wish = self.element.height
        return max(own, self.scene.theme.zoomed(wish)) if isinstance(wish, int) else own

    def natural_width(self) -> int:
        return self.scene.theme.px(300)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _place(self) -> None:
        theme, width, height = self.scene.theme, self.width(), self.height()
        pad, button = theme.px(_PAD), theme.px(SIDE)
        self.box.setGeometry(self.rect())
        y = pad // 2
        for row in self.rows:
            row.setGeometry(1, y, width - 2, row.height())
            y += row.height()
        left, right = self._sides()
        foot = height - pad - button
        self.attach.setGeometry(pad, foot, button, button)
        self.send.setGeometry(width - pad - button, foot, button, button)
        count = self.count.sizeHint()
        self.count.setGeometry(width - right + self.px(_GAP), foot, count.width(), button)
        top = pad + self._rows_height()
        room = height - top - pad
        text = min(self._text_height(width), room)
        # One line is level with the buttons; a taller field is written from its top.
        down = (room - text) // 2 if room <= button else max(0, (button - text) // 2)
        self.editor.setGeometry(QRect(left, top + down, max(20, width - left - right), room - down))
        self.editor.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if self._text_height(width) > theme.px(_TALLEST)
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    # Looks

    def _dress(self) -> None:
        theme = self.scene.theme
        self.editor.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        self.count.setFont(text_font(theme.font, theme.px(12)))
        palette = self.count.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.faded_text))
        self.count.setPalette(palette)

    def restyle(self) -> None:
        self.box.set_theme(self.scene.theme)
        self._dress()
        self._show_rows()
        self._refresh()
