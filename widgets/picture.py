"""One picture with its caption: drawn, moved, saved and copied."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QMovie,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from .image_pixels import from_pixels, from_svg, is_svg, with_round_corners
from .image_source import Picture
from .markdown.rich_text import RichText
from .scene import Scene
from .view import View

_log = logging.getLogger("desklit.widgets")
CAPTION_GAP = 6


class PictureWidget(QWidget):
    """One picture with its caption."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.picture = Picture("pixels")
        self.image = QImage()
        self.link: str | None = None
        self.format = "auto"
        self._movie: QMovie | None = None
        self._buffer: QBuffer | None = None
        self._caption: RichText | None = None
        self._drawn: tuple[QSize, QImage] | None = None
        self._svg = b""

    def show_picture(self, picture: Picture, caption: str | None, alt: str | None) -> None:
        """Take over another picture, caption or description."""
        if picture != self.picture:
            self.picture = picture
            self._load(picture)
        self._take_caption(caption)
        self.setAccessibleName(alt if alt is not None else caption or "Picture")
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.link else Qt.CursorShape.ArrowCursor)
        self.update()

    def _load(self, picture: Picture) -> None:
        self._drawn = None
        self._svg = b""
        if self._movie is not None:
            self._movie.stop()
            self._movie = None
        if picture.form == "pixels":
            self.image = from_pixels(picture)
        elif picture.form == "address":
            self.image = QImage()
            self._fetch(picture.source)
        else:
            data = Path(picture.source).read_bytes() if picture.form == "file" else picture.data
            self._decode(data)

    def _decode(self, data: bytes) -> None:
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        if data.startswith(b"GIF8"):
            self._movie = QMovie(self._buffer, QByteArray(b"gif"), self)
            self._movie.frameChanged.connect(self._on_frame)
            self._movie.jumpToFrame(0)
            if self._movie.frameCount() > 1:
                self._movie.start()
            return
        if is_svg(data):
            self._svg = data
            self.image = from_svg(data)
        else:
            self.image = QImage.fromData(data)
        if self.image.isNull():
            _log.warning("A picture of %d bytes could not be decoded", len(data))

    def _on_frame(self) -> None:
        if self._movie is not None:
            self.image = self._movie.currentImage()
            self._drawn = None
            self.update()

    def _fetch(self, address: str) -> None:
        from .image_fetch import fetch

        def on_data(data: bytes) -> None:
            if self.picture.source == address:
                self._decode(data)
                view = self.parentWidget()
                if isinstance(view, View):
                    view.size_changed()
                self.update()

        fetch(address, self, on_data)

    def _take_caption(self, caption: str | None) -> None:
        if not caption:
            if self._caption is not None:
                self._caption.deleteLater()
                self._caption = None
            return
        if self._caption is None:
            color = self.scene.theme.faded_text
            self._caption = RichText(
                caption, self.scene, align="center", color=color, font_px=14, parent=self
            )
            self._caption.show()
        else:
            self._caption.set_source(caption)

    # Sizes

    def natural_size(self) -> QSize:
        """The picture's own size in px."""
        ratio = self.image.devicePixelRatio()
        size = self.image.size()
        zoom = self.scene.theme.zoom
        return QSize(round(size.width() / ratio * zoom), round(size.height() / ratio * zoom))

    def picture_height(self, width: int) -> int:
        """The height in px of the picture alone."""
        size = self.natural_size()
        return round(size.height() * width / size.width()) if size.width() else 0

    def height_for(self, width: int) -> int:
        """The height in px with the caption."""
        caption = (
            self.scene.theme.px(CAPTION_GAP) + self._caption.heightForWidth(width)
            if self._caption is not None
            else 0
        )
        return self.picture_height(width) + caption

    def resizeEvent(self, event: object) -> None:
        if self._caption is not None:
            top = self.picture_height(self.width()) + self.scene.theme.px(CAPTION_GAP)
            self._caption.setGeometry(0, top, self.width(), max(0, self.height() - top))

    # Painting and acting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        target = QSize(self.width(), self.picture_height(self.width()))
        if self._drawn is None or self._drawn[0] != target:
            self._drawn = (target, self._draw(target))
        painter = QPainter(self)
        painter.drawImage(QRect(0, 0, target.width(), target.height()), self._drawn[1])
        painter.end()

    def _draw(self, target: QSize) -> QImage:
        """The picture in the pixels that it takes on the screen."""
        ratio = self.devicePixelRatioF()
        exact = target * ratio
        drawn = self.image
        if self._svg and not exact.isEmpty():
            drawn = from_svg(self._svg, exact)
        elif exact != drawn.size():
            drawn = drawn.scaled(
                exact, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return with_round_corners(drawn, self.scene.theme.radius * ratio)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self.link and inside and event.button() == Qt.MouseButton.LeftButton:
            self.scene.link_activated.emit(self.link)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction("Copy picture", menu)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setImage(self.image))
        save = QAction("Save picture…", menu)
        save.triggered.connect(self.save_picture)
        menu.addActions([copy, save])
        menu.popup(event.globalPos())

    def save_picture(self) -> None:
        """Ask where to, and save in the format that the script chose."""
        opaque = not self.image.hasAlphaChannel()
        suffix = "jpg" if self.format == "JPEG" or (self.format == "auto" and opaque) else "png"

        def save(path: Path) -> None:
            image = self.image.convertToFormat(QImage.Format.Format_RGB888) if suffix == "jpg" else self.image
            if not image.save(str(path)):
                self.scene.notice.emit(f"The picture could not be saved as {path}.")

        self.scene.files.save(self, f"picture.{suffix}", save)
