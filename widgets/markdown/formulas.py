"""Formulas within lines. Qt hangs a picture from the top of its line, so they are painted by ourselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

from ...state.records import dataclass
from .geometry import fragments, text_rects_and_bases
from .math import INLINE, formula, from_address
from .pictures import blank, math_addresses, math_image

_IMAGE = QTextDocument.ResourceType.ImageResource.value


@dataclass(slots=True)
class InlineFormula:
    """A formula at a position of a document."""

    position: int
    image: QImage
    ascent: float  # px, from the top of the image to its base line

    def paint(self, painter: QPainter, document: QTextDocument) -> None:
        """Paint it on the base line of the text around it."""
        for rect, base in text_rects_and_bases(document, self.position, self.position + 1):
            painter.drawImage(QPointF(rect.x(), base - self.ascent), self.image)


def add_math(document: QTextDocument, html: str, ratio: float) -> None:
    """Give a document the pictures of formulas that the HTML it is about to show asks for."""
    for address in math_addresses(html):
        image = blank() if address.startswith(INLINE) else math_image(address, ratio)
        document.addResource(_IMAGE, QUrl(address), image)


def find_formulas(document: QTextDocument, ratio: float) -> Iterator[InlineFormula]:
    """The formulas within the lines of a document."""
    for fragment in fragments(document):
        if not fragment.charFormat().isImageFormat():
            continue
        name = fragment.charFormat().toImageFormat().name()
        if not name.startswith(INLINE):
            continue
        source, font_px, color, display = from_address(name)
        drawn = formula(source, font_px, color, display)
        ascent = drawn.padding(font_px)[0] + drawn.ascent
        # The same formula twice in a row is one fragment.
        for position in range(fragment.position(), fragment.position() + fragment.length()):
            yield InlineFormula(position, math_image(name, ratio), ascent)
