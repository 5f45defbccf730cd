"""One app in the home window: its picture, its name, where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from ...state.records import dataclass
from ...widgets.controls.paint import draw_face
from ...widgets.fonts import text_font
from ...widgets.markdown.pictures import draw_icon
from ...widgets.scene import Scene
from ..launchers.icon import IconError, draw_sizes
from ..launchers.page_icon import declared_in

NARROWEST, TEXT = 220, 60  # px
_RATIO = 0.625  # a picture's height of its width
_ICON = 64
_PIN = 20
_PAD = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card says.

    Args:
        script: The app's script.
        title: Its name.
        about: A second line.
        picture: A file with its picture; None for its icon.
        pinned: Whether it is marked as pinned.
        recent: Whether it is in the list of recent apps, and so can be pinned and removed.
    """

    script: Path
    title: str
    about: str
    picture: Path | None = None
    pinned: bool = False
    recent: bool = False


class Card(QAbstractButton):
    """Opens an app.

    Args:
        shown: What it says.
        scene: Its theme.
        parent: The parent widget.

    Signals:
        menu_wanted: (QPoint) its menu was asked for, at this place of the screen.
        remove_wanted: Delete was pressed.
        step_wanted: (Qt.Key) an arrow key was pressed.
    """

    menu_wanted = Signal(object)
    remove_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, shown: Shown, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self.scene = scene
        self._hovered = False
        self.is_missing = not shown.script.is_file()
        self.setText(shown.title)
        state = "; its file is not there any more" if self.is_missing else ""
        self.setAccessibleName(f"{shown.title}{', pinned' if shown.pinned else ''}")
        self.setAccessibleDescription(f"{shown.about}{state}")
        self.setToolTip(str(shown.script))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = self._load()

    def _load(self) -> QPixmap:
        if self.shown.picture is not None:
            picture = QImage(str(self.shown.picture))
            if not picture.isNull():
                return QPixmap.fromImage(picture)
        size = round(_ICON * self.devicePixelRatioF())
        try:
            icon = draw_sizes(declared_in(self.shown.script).icon, self.shown.title, [size])[size]
        except IconError:
            icon = draw_sizes("", self.shown.title, [size])[size]
        icon.setDevicePixelRatio(self.devicePixelRatioF())
        return QPixmap.fromImage(icon)

    @property
    def words(self) -> str:
        """What a search looks in."""
        return f"{self.shown.title} {self.shown.about} {self.shown.script}".casefold()

    def distance(self, words: str) -> int:
        """How far it is from being what somebody means who types these words: its name's beginning is 0."""
        title = self.shown.title.casefold()
        place = title.find(words.casefold())
        return place if place >= 0 else len(title)

    def is_stale(self) -> bool:
        """Whether the script has come or gone since this was made."""
        return self.is_missing == self.shown.script.is_file()

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect().adjusted(2, 2, -2, -2), self.scene.theme.radius + 4

    @staticmethod
    def height_for(width: int) -> int:
        """The height in px that a card of this width takes."""
        return round(width * _RATIO) + TEXT

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, self.height_for(NARROWEST))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        face = QRectF(self.rect())
        radius = theme.radius + 4
        border = theme.primary if self._hovered and not self.is_missing else theme.border
        draw_face(painter, face, radius, theme.background, border)
        clip = QPainterPath()
        clip.addRoundedRect(face.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setClipPath(clip)
        words = self.height() - TEXT
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), words), Qt.ClipOperation.IntersectClip)
        self._paint_picture(painter, QRectF(1, 1, self.width() - 2, words - 1))
        painter.restore()
        painter.setPen(QColor(theme.faint_border))
        painter.drawLine(QPointF(1, words + 0.5), QPointF(self.width() - 1, words + 0.5))
        self._paint_words(painter, words)
        if self.shown.pinned:
            self._paint_pin(painter)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        theme = self.scene.theme
        painter.fillRect(room, QColor(theme.secondary_background))
        if self.is_missing:
            painter.setOpacity(0.35)
        size = self._picture.deviceIndependentSize()
        if self.shown.picture is not None and size.width() > _ICON:
            height = room.width() * size.height() / size.width()
            place = QRectF(room.x(), room.y(), room.width(), height)
        else:
            place = QRectF(0, 0, _ICON, _ICON)
            place.moveCenter(room.center())
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.setOpacity(1)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        theme = self.scene.theme
        about = "The file is not there any more" if self.is_missing else self.shown.about
        lines = (
            (self.shown.title, text_font(theme.font, theme.px(14), 600), theme.text, 10, False),
            (about, text_font(theme.font, theme.px(12)), theme.faded_text, 32, self.shown.recent),
        )
        for text, font, color, y, is_path in lines:
            # Of a folder's path both ends say something, of a sentence its beginning.
            mode = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
            room = QRectF(_PAD, top + y, self.width() - 2 * _PAD, 20)
            painter.setFont(font)
            painter.setPen(QColor(color))
            cut = QFontMetrics(font).elidedText(text, mode, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_pin(self, painter: QPainter) -> None:
        theme = self.scene.theme
        circle = QRectF(self.width() - _PIN - 18, 10, _PIN + 8, _PIN + 8)
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.background))
        painter.drawEllipse(circle)
        sign = draw_icon(":material/keep:", _PIN - 4, theme.primary, self.devicePixelRatioF())
        place = QRectF(0, 0, _PIN - 4, _PIN - 4)
        place.moveCenter(circle.center())
        painter.drawPixmap(place, sign, QRectF(sign.rect()))

    # The user

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete and self.shown.recent:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
