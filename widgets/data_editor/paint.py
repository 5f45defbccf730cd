"""Colours, type and small pictures of the table, from the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ...state.records import dataclass
from ..colors import mix
from ..fonts import ICON_FAMILY, load_fonts, text_font
from ..markdown.icons import material_glyph
from ..theme import Theme

ROW = 35
PAD = 8
CHECK = 16


@dataclass(frozen=True, slots=True)
class Ink:
    """What the parts of a table are drawn with."""

    background: QColor
    head: QColor
    line: QColor
    frame: QColor
    text: QColor
    faded: QColor
    head_text: QColor
    faint: QColor
    primary: QColor
    chosen: QColor
    chosen_head: QColor
    hover: QColor
    match: QColor
    link: QColor
    font: QFont
    head_font: QFont
    icons: QFont
    radius: float
    unit: float  # px of the screen in one px at the usual font size of 16

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size."""
        return int(length * self.unit + 0.5)

    @classmethod
    def of(cls, theme: Theme) -> Ink:
        """The inks for a theme."""
        load_fonts(["icons"])
        icons = QFont(ICON_FAMILY)
        icons.setPixelSize(theme.px(16))
        size = theme.base_font_size * 0.875
        back, head = theme.background, theme.dataframe_header
        return cls(
            background=QColor(back),
            head=QColor(head),
            line=QColor(theme.dataframe_border),
            frame=QColor(theme.dataframe_border),
            text=QColor(theme.text),
            faded=QColor(theme.faded_text),
            head_text=QColor(theme.dataframe_header_text),
            faint=QColor(theme.faint_text),
            primary=QColor(theme.primary),
            chosen=QColor(mix(back, theme.primary, 0.1)),
            chosen_head=QColor(mix(head, theme.primary, 0.14)),
            hover=QColor(theme.hover),
            match=QColor(mix(back, "#ffd54a", 0.35)),
            link=QColor(theme.link),
            font=text_font(theme.font, size),
            head_font=text_font(theme.font, size),
            icons=icons,
            radius=theme.radius,
            unit=theme.base_font_size / 16,
        )


def draw_icon(painter: QPainter, rect: QRect, name: str, color: QColor, font: QFont) -> None:
    """Draw a Material icon in the middle of a rectangle."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), material_glyph(name) or "")


def draw_check(painter: QPainter, rect: QRect, checked: bool | None, ink: Ink, enabled: bool) -> None:
    """Draw a checkbox in the middle of a rectangle; None is neither checked nor not."""
    side, unit = ink.px(CHECK), ink.px(CHECK) / CHECK
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(rect).center())
    box = QRectF(round(box.x()) + 0.5, round(box.y()) + 0.5, side - 1, side - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if checked is False:
        painter.setPen(QPen(ink.faded if enabled else ink.faint, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3.5 * unit, 3.5 * unit)
    else:
        fill = ink.primary if enabled else ink.faint
        painter.setPen(QPen(fill, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3.5 * unit, 3.5 * unit)
        pen = QPen(
            QColor("white"),
            1.8 * unit,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        painter.setPen(pen)
        x, y = box.x(), box.y()
        if checked is None:
            painter.drawLine(QPointF(x + 4 * unit, y + 7.5 * unit), QPointF(x + 11 * unit, y + 7.5 * unit))
        else:
            corners = ((3.6, 7.8), (6.4, 10.6), (11.4, 4.8))
            painter.drawPolyline([QPointF(x + right * unit, y + down * unit) for right, down in corners])
    painter.restore()
