"""``st.text_area``: a field for several lines of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ..state.container import Container
from ..state.element import Height, LabelVisibility, Width
from ..state.records import dataclass
from .area_editor import GRIP, THREE_LINES, Editor, Grip
from .command import Key, OnChange, checked_height, checked_visibility, checked_width, join, starts_with
from .field_query import text_query, tidy
from .flags import flag
from .fonts import text_font
from .options import text_of
from .remembered import remembered
from .text_rules import checked_max_chars, text_wire
from .typed_field import TypedField, TypedFieldView, required_text
from .view import views
from .wrapping import wrapped_height

_TWO_LINES = 68  # px, the least height


@dataclass(frozen=True, slots=True, kw_only=True)
class TextArea(TypedField):
    """A field for several lines of text."""

    kind: ClassVar[str] = "text_area"

    height: Height | None = None
    max_chars: int = 0


@remembered
def text_area(
    container: Container,
    label: str,
    value: object = "",
    height: Height | None = None,
    max_chars: int | None = None,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> str | None:
    """Show a field for several lines of text. Ctrl+Enter, or leaving the field, takes a text over.

    Args:
        label: What the field is for, in Markdown of one line.
        value: The text to start with; anything but None is turned into text. With None the field
            starts empty and the command returns None until something is entered.
        height: None for three lines, px for label and field together (never less than two lines),
            ``"content"`` to grow with the text, or ``"stretch"`` to fill a container of given height.
            The user can pull the lower right corner.
        max_chars: The most characters that can be typed; None or 0 for any number.
        key: A name for the widget; its value is then in ``st.session_state`` too. A change of
            ``max_chars`` makes it start anew all the same.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the text changed, ``"rerun"``, or
            ``"ignore"`` to let the text wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        placeholder: What to show while the field is empty.
        disabled: Whether it can't be changed.
        required: Whether an empty text is refused; the last one then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the text while the field is not shown;
            needs a ``key``.

    Returns:
        The text, or None.

    Example:
        >>> text = st.text_area("Notes", height="content")
        >>> st.write(len(text.split()), "words")
    """
    place = container.target()
    value = starts_with(place, key, value)
    limit = checked_max_chars(max_chars)
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    high = None if height is None else checked_height(height)
    default = None if value is None else _cut(str(value), limit)
    query = text_query(limit)
    joined = join(
        place,
        "text_area",
        key=key,
        arguments=(str(label), default, height, max_chars, help, placeholder, required, width),
        keyed=(max_chars,),
        default=default,
        parse=lambda text: default if text is None else _cut(str(text), limit),
        wire=lambda text: text_wire(key, text),
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None and value != "",
        persist_state=persist_state,
        bind=bind,
        query=query,
    )
    if bind is not None:
        tidy(place, joined, query, default)
    place.append(
        TextArea(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=default,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder="" if placeholder is None else str(placeholder),
            required=bool(required),
            height=high,
            max_chars=limit,
        )
    )
    text: str | None = joined.value
    return text


def _cut(text: str, limit: int) -> str:
    return text[:limit] if limit else text


@views.shows(TextArea)
class TextAreaView(TypedFieldView[TextArea]):
    """A plain text editor whose height is the script's, the text's or the user's."""

    multiline = True

    def make_editor(self) -> QWidget:
        self._pulled: int | None = None
        self._pull_from = 0
        self.area = Editor()
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.area.edited.connect(self._on_typed)
        self.grip = Grip(self.scene, self.area)
        self.grip.began.connect(self._on_pull_began)
        self.grip.pulled.connect(self._on_pulled)
        self._dress()
        return self.area

    def editor(self) -> QPlainTextEdit:
        return self.area

    def text(self) -> str:
        return self.area.toPlainText()

    def put_text(self, text: str) -> None:
        self.area.put(text)
        self._fit_content()

    def text_of(self, value: Any) -> str:
        return (value or "").replace("\r\n", "\n").replace("\r", "\n")

    def read(self, text: str) -> str | None:
        if text == "" and self.current is None and not self.element.required:
            return None
        if self.current is not None and text == self.text_of(self.current):
            unchanged: str = self.current
            return required_text(unchanged, self.element.required)
        return required_text(text, self.element.required)

    def length_note(self) -> str:
        limit = self.element.max_chars
        return f"{len(self.text())}/{limit}" if limit else ""

    def is_full(self) -> bool:
        return 0 < self.element.max_chars <= len(self.text())

    def show_details(self, element: TextArea, before: TextArea | None) -> None:
        self.area.setPlaceholderText(element.placeholder)
        self.area.limit = element.max_chars
        self.grip.setVisible(not element.disabled)
        if before is not None and before.height != element.height:
            self._pulled = None
        self._show_scroll_bar()
        self._fit_content()

    def on_key(self, event: QKeyEvent) -> bool:
        if self.area.limit and event.text() == "\r" and self.is_full() and not event.modifiers():
            return True
        return super().on_key(event)

    def _on_typed(self) -> None:
        self.on_edited()
        self._fit_content()

    # Height

    def area_height(self, width: int) -> int:
        """The height in px of the field alone, without label and error."""
        if self._pulled is not None:
            return self._pulled
        theme, wish = self.scene.theme, self.element.height
        if wish is None:
            return theme.px(THREE_LINES)
        if isinstance(wish, int):
            collapsed = self.element.label_visibility == "collapsed"
            label = 0 if collapsed else self.label.heightForWidth(width) + self.column.spacing()
            return max(theme.zoomed(wish) - label, self.px(_TWO_LINES))
        return max(self._text_height(width), theme.px(_TWO_LINES))

    def _text_height(self, width: int) -> int:
        """The height that the text asks for, measured apart from the editor, whose width may be another."""
        around = 2 * self.scene.theme.px(8) + 12
        return wrapped_height(self.text(), self.area.font(), width - around) + around

    def _fit_content(self) -> None:
        if self.element.height in ("content", "stretch"):
            self.size_changed()

    def height_for(self, width: int) -> int:
        height = self.area_height(width)
        if self.element.label_visibility != "collapsed":
            height += self.label.heightForWidth(width) + self.column.spacing()
        if self.error.text():
            height += self.error.heightForWidth(width) + self.column.spacing()
        return height

    def _show_scroll_bar(self) -> None:
        grows = self.element.height in ("content", "stretch") and self._pulled is None
        policy = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if grows else policy.ScrollBarAsNeeded)

    def _on_pull_began(self) -> None:
        self._pull_from = self.area.height()

    def _on_pulled(self, by: int) -> None:
        self._pulled = max(self._pull_from + by, self.scene.theme.px(40))
        self._show_scroll_bar()
        self.size_changed()

    def keep(self) -> object:
        return self._pulled

    def take_kept(self, kept: int) -> None:
        self._pulled = kept
        self._show_scroll_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_grip()

    def _place_grip(self) -> None:
        area = self.area.rect()
        self.grip.setGeometry(
            QRect(area.right() - self.px(GRIP), area.bottom() - self.px(GRIP), self.px(GRIP), self.px(GRIP))
        )
        self.grip.raise_()

    def _dress(self) -> None:
        theme = self.scene.theme
        self.area.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))

    def restyle(self) -> None:
        super().restyle()
        self._dress()
        self._fit_content()
        self.grip.update()
