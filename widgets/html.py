"""``st.html``: HTML, as far as a text can show it."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element, Width
from ..state.errors import StreamlitMissingRequiredParameterError
from ..state.patterns import pattern
from ..state.records import dataclass
from .alert import warning
from .command import checked_width
from .flags import flag
from .markdown.polish import polish
from .markdown.raw_html import Cleaner
from .markdown.rich_text import RichText
from .scene import Scene
from .text_arguments import clean_text
from .view import View, views

_log = logging.getLogger("desklit.widgets")
_STYLE_ONLY = pattern(r"(?:\s*<style\b[^>]*>.*?</style>\s*)+", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Html(Element):
    """A piece of HTML."""

    kind: ClassVar[str] = "html"

    body: str

    @property
    def value(self) -> str:
        """The HTML."""
        return self.body


def html(
    container: Container, body: Any, *, width: Width = "stretch", unsafe_allow_javascript: bool = False
) -> Container:
    """Show HTML as rich text: headings, lists, tables, links, pictures, colours.

    What a text can't show (scripts, style sheets, forms, drawings) is left out and named in the log.

    Args:
        body: HTML; the path of a file with it (a ``Path``); or an object, whose ``_repr_html_`` or else
            text is shown.
        width: ``"stretch"``, ``"content"`` or px.
        unsafe_allow_javascript: Without effect: there is nothing here that could run scripts.

    Returns:
        A handle that replaces it.

    Raises:
        StreamlitMissingRequiredParameterError: There is nothing to show.
        OSError: The file can't be read.

    Example:
        >>> st.html("<p>Some <b>bold</b> words</p>")
    """
    place = container.target()
    text = _text_of(body)
    if not text.strip():
        raise StreamlitMissingRequiredParameterError("`body` is empty. It needs some HTML.")
    wide = checked_width(width)
    if flag("unsafe_allow_javascript", unsafe_allow_javascript):
        _log.info("st.html runs no scripts: `unsafe_allow_javascript=True` has no effect.")
    if isinstance(body, str) and _is_file(body):
        warning(place, "`st.html` takes a path as a `pathlib.Path`; a text is shown as it is.")
    if _STYLE_ONLY.fullmatch(text):
        # It shows nothing, so it takes no room on the page.
        place = place.run.regions["event"]
    return place.append(Html(body=text, width=wide))


def _text_of(body: Any) -> str:
    if isinstance(body, Path):
        text = body.read_text(encoding="utf-8")
        return f"<style>{text}</style>" if body.suffix.lower() == ".css" else text
    if not isinstance(body, str) and hasattr(body, "_repr_html_"):
        return clean_text(body._repr_html_())
    return clean_text(body)


def _is_file(text: str) -> bool:
    try:
        return len(text) < 1000 and "<" not in text and Path(text).is_file()
    except (OSError, ValueError):
        return False


class HtmlBody(RichText):
    """Rich text whose source is HTML of a script's."""

    def __init__(self, source: str, scene: Scene, parent: QWidget) -> None:
        self.dropped: frozenset[str] = frozenset()
        super().__init__(source, scene, allow_html=True, parent=parent)

    def _fill_rich(self, px: float) -> str:
        theme = self.scene.theme
        cleaner = Cleaner(theme)
        cleaned = cleaner.clean(self.source)
        self.dropped = frozenset(cleaner.dropped)
        whole = f'<div style="color:{theme.text}">{cleaned}</div>'
        self.document.setHtml(whole)
        self._ornaments = polish(self.document, whole, theme.base_font_size)
        self.setAccessibleName(self.document.toPlainText())
        return whole


@views.shows(Html)
class HtmlView(View[Html]):
    """Shows the HTML and logs what it leaves out."""

    def __init__(self, element: Html, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.body = HtmlBody(element.body, scene, self)
        self._log_dropped()

    def show_element(self, element: Html) -> None:
        changed = element.body != self.element.body
        super().show_element(element)
        if changed:
            self.body.set_source(element.body)
            self._log_dropped()

    def _log_dropped(self) -> None:
        if self.body.dropped:
            names = ", ".join(f"<{name}>" for name in sorted(self.body.dropped))
            _log.warning("st.html leaves out what a text can't show: %s", names)

    def restyle(self) -> None:
        self.body.restyle()

    def height_for(self, width: int) -> int:
        return self.body.heightForWidth(width) if self.body.document.toPlainText().strip() else 0

    def natural_width(self) -> int:
        return self.body.sizeHint().width()

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.body.setGeometry(self.rect())
