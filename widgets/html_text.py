"""Text from HTML that desklit made itself, in the code font; its words can be selected."""

from __future__ import annotations

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

from .fonts import text_font
from .markdown.polish import polish
from .markdown.rich_text import RichText
from .scene import Scene
from .wrapping import wrap_mode

_GAP = 8.0


class HtmlText(RichText):
    """Shows HTML of our own making; what users write never gets here unescaped."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__("", scene, parent=parent)

    def show_html(self, html: str, color: str) -> None:
        """Show other HTML, its text in this colour (``#rrggbb``) where it names none."""
        if (html, color) != (self.source, self._color):
            self.source, self._color = html, color
            self._fill()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.source

    def _fill(self) -> None:
        theme, document = self.scene.theme, self._document
        document.setDefaultFont(text_font(theme.code_font, theme.code_font_size))
        option = QTextOption()
        option.setWrapMode(wrap_mode(self.source))
        document.setDefaultTextOption(option)
        document.setHtml(self.source)
        self._ornaments = polish(document, self.source, _GAP)
        self._heights.clear()
        self.setAccessibleName(document.toPlainText())
        self.selection.reset(with_links=False)
        self.updateGeometry()
        self.update()
