"""The app's logo, where the window shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..widgets.image_source import Picture
from ..widgets.logo import Logo
from ..widgets.markdown.pictures import draw_icon
from ..widgets.scene import Scene

HEIGHTS = {"small": 20, "medium": 24, "large": 32}
WIDEST = 240  # px


class LogoMark(QAbstractButton):
    """A picture or sign; a click opens the logo's address if it has one.

    Args:
        scene: The window's side.
        small: Whether to prefer the smaller picture.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget, *, small: bool = False) -> None:
        super().__init__(parent)
        self.scene = scene
        self._small = small
        self.logo: Logo | None = None
        self._image: QImage | None = None
        self.clicked.connect(self._open)
        self.hide()

    def show_logo(self, logo: Logo | None) -> None:
        """Show a logo; None for none."""
        if logo == self.logo:
            return
        self.logo = logo
        self._image = None
        self.setVisible(logo is not None)
        if logo is None:
            return
        linked = bool(logo.link)
        self.setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if linked else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Logo")
        self.setToolTip(logo.link)
        source = self._source()
        if isinstance(source, Picture):
            self._load(source)
        self._resize()

    def _source(self) -> Picture | str:
        assert self.logo is not None
        return self.logo.small if self._small and self.logo.small is not None else self.logo.image

    def _load(self, picture: Picture) -> None:
        from ..widgets.image import to_image

        if picture.form != "address":
            self._image = to_image(picture)
            return
        from ..widgets.image_fetch import fetch

        def on_data(data: bytes) -> None:
            self._image = to_image(Picture("encoded", data))
            self._resize()

        fetch(picture.source, self, on_data)

    def _resize(self) -> None:
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = HEIGHTS[self.logo.size] if self.logo is not None else 0
        image = self._image
        if image is None or image.isNull():
            return QSize(height, height)
        return QSize(min(WIDEST, round(image.width() * height / image.height())), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _open(self) -> None:
        if self.logo is not None and self.logo.link:
            self.scene.link_activated.emit(self.logo.link)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.logo is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        source, image = self._source(), self._image
        if isinstance(source, str):
            side = min(self.width(), self.height())
            painter.drawPixmap(0, 0, draw_icon(source, side, self.scene.theme.text, self.devicePixelRatioF()))
        elif image is not None and not image.isNull():
            scale = min(self.width() / image.width(), self.height() / image.height())
            wide, tall = image.width() * scale, image.height() * scale
            painter.drawImage(QRectF(0, (self.height() - tall) / 2, wide, tall), image)
        painter.end()
