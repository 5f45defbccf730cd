"""``st.pagination``: a row of page numbers to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..state.container import Container
from ..state.element import Widget, Width
from ..state.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)
from ..state.query_params import number_form
from ..state.records import dataclass
from .command import Key, checked_width, join
from .controls.paint import draw_chevron, draw_face
from .flags import flag
from .fonts import text_font
from .page_numbers import GAP, page_numbers
from .scene import Scene
from .view import View, views

_SIDE = 32  # px, of a button
_BETWEEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination(Widget):
    """Page numbers; the wire value is the chosen one."""

    kind: ClassVar[str] = "pagination"

    pages: int
    most: int | None = 7


def pagination(
    container: Container,
    num_pages: int,
    *,
    default: int = 1,
    max_visible_pages: int | None = 7,
    width: Width = "content",
    key: Key = None,
    on_change: Callable[..., Any] | Literal["rerun", "ignore"] | None = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    disabled: bool = False,
    bind: str | None = None,
    persist_state: str | None = None,
) -> int:
    """Show page numbers with arrows, one of which is always chosen.

    Args:
        num_pages: How many pages there are, at least 1.
        default: The page to start with, from 1 on.
        max_visible_pages: About how many numbers to show, fewer where there is no room; None for all,
            0 for the arrows alone.
        width: ``"content"``, ``"stretch"`` or px.
        key: A name for the widget; its value is then in ``st.session_state`` too.
        on_change: A function to run before the script when another page was chosen, ``"rerun"``, or
            ``"ignore"`` to let the choice wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        disabled: Whether it can't be used.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the value while the widget is not shown.

    Returns:
        The chosen page, from 1 on.

    Raises:
        StreamlitAPIException: ``num_pages`` or ``max_visible_pages`` is no number of pages.
        StreamlitInvalidParameterTypeError: ``default`` is no whole number.
        StreamlitValueOutOfRangeError: There is no page of the number ``default``.

    Example:
        >>> page = st.pagination(10)
        >>> st.write(rows[(page - 1) * 20 : page * 20])
    """
    place = container.target()
    _check_counts(num_pages, max_visible_pages)
    if type(default) is not int:
        raise StreamlitInvalidParameterTypeError(
            f"`default` is a {type(default).__name__}. It accepts a whole number."
        )
    if not 1 <= default <= num_pages:
        raise StreamlitValueOutOfRangeError(f"`default` is {default}. It accepts 1 to {num_pages}.")

    def settled(value: Any) -> Any:
        return value if type(value) is int and 1 <= value <= num_pages else default

    joined = join(
        place,
        "pagination",
        key=key,
        arguments=(num_pages, default, max_visible_pages, width),
        default=default,
        accept=settled,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=default != 1,
        bind=bind,
        query=number_form(int, 1, num_pages),
        persist_state=persist_state,
    )
    place.append(
        Pagination(
            id=joined.id,
            value=joined.wire,
            initial=default,
            disabled=flag("disabled", disabled),
            form_id=joined.form_id,
            width=checked_width(width),
            pages=num_pages,
            most=max_visible_pages,
        )
    )
    page: int = joined.value
    return page


def _check_counts(pages: object, most: object) -> None:
    if type(pages) is not int or pages < 1:
        raise StreamlitAPIException(f"`num_pages` is {pages!r}. It accepts whole numbers from 1 up.")
    if most is not None and (type(most) is not int or most < 0):
        raise StreamlitAPIException(
            f"`max_visible_pages` is {most!r}. It accepts None and whole numbers from 0 up."
        )


class PageButton(QAbstractButton):
    """A number, or an arrow: ``step`` is then -1 or 1."""

    def __init__(self, scene: Scene, parent: QWidget, *, step: int = 0) -> None:
        super().__init__(parent)
        self.scene = scene
        self.step = step
        self.page = 0
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(not step)

    def show_page(self, page: int, *, chosen: bool = False) -> None:
        """Stand for a page."""
        self.page = page
        name = {-1: "Previous page", 1: "Next page"}.get(self.step, f"Page {page}")
        self.setAccessibleName(name)
        self.setToolTip(name if self.step else "")
        self.setChecked(chosen)
        # One stop for all numbers; arrow keys go on from there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen or self.step else Qt.FocusPolicy.ClickFocus)
        self.update()

    def nextCheckState(self) -> None:
        """The view decides which page is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a button would move the focus; the row takes another page
        else:
            super().keyPressEvent(event)

    def wish(self) -> int:
        """The width in px that it asks for."""
        theme = self.scene.theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        text = 0 if self.step else QFontMetrics(self.font()).horizontalAdvance(str(self.page)) + theme.px(14)
        return max(theme.px(_SIDE), text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, rect = theme.text, QRectF(self.rect())
        if not self.isEnabled():
            ink = theme.faint_text
        if self.isChecked():
            fill = theme.pressed if self.isEnabled() else theme.hover
            draw_face(painter, rect, theme.button_radius, fill, None)
        elif self.isEnabled() and (self._hovered or self.isDown()):
            fill = theme.pressed if self.isDown() else theme.hover
            draw_face(painter, rect, theme.button_radius, fill, None)
        if self.step:
            side = theme.px(16)
            square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            draw_chevron(painter, square, ink, "left" if self.step < 0 else "right")
        else:
            painter.setPen(QColor(ink))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self.page))
        painter.end()


@views.shows(Pagination)
class PaginationView(View[Pagination]):
    """Arrows and as many numbers as there is room for."""

    def __init__(self, element: Pagination, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.current = int(element.value)
        self.back = PageButton(scene, self, step=-1)
        self.forth = PageButton(scene, self, step=1)
        self.numbers: list[PageButton] = []
        self._gaps: list[int] = []
        self.back.clicked.connect(lambda: self.choose(self.current - 1))
        self.forth.clicked.connect(lambda: self.choose(self.current + 1))
        self.setAccessibleName("Pages")
        self._show()

    def show_element(self, element: Pagination) -> None:
        super().show_element(element)
        self.current = int(element.value)
        self._show()

    def choose(self, page: int) -> None:
        """The user wants this page."""
        if not 1 <= page <= self.element.pages or page == self.current:
            return
        by_number = any(button.hasFocus() for button in self.numbers)
        self.current = page
        self._show()
        if by_number:
            self._chosen_button().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(page)

    def _chosen_button(self) -> PageButton:
        return next((button for button in self.numbers if button.page == self.current), self.forth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = self.element.pages
        target = {
            Qt.Key.Key_Left: self.current - 1,
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: pages,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.choose(target)

    # Placing

    def _shown(self, width: int) -> list[int]:
        """The numbers for a width: fewer and fewer until they fit."""
        pages, most = self.element.pages, self.element.most
        numbers = page_numbers(pages, self.current, most)
        for fewer in range(len(numbers) - 1, 4, -1):
            if self._row_width(numbers) <= width:
                break
            numbers = page_numbers(pages, self.current, fewer)
        return numbers if self._row_width(numbers) <= width else []

    def _row_width(self, numbers: Sequence[int]) -> int:
        theme = self.scene.theme
        metrics = QFontMetrics(text_font(theme.font, theme.px(14), theme.base_font_weight))
        widths = [max(theme.px(_SIDE), metrics.horizontalAdvance(str(n)) + theme.px(14)) for n in numbers]
        return sum(widths) + 2 * theme.px(_SIDE) + self.px(_BETWEEN) * (len(numbers) + 1)

    def _show(self) -> None:
        element, enabled = self.element, not self.element.disabled
        self.back.show_page(self.current - 1)
        self.forth.show_page(self.current + 1)
        self.back.setEnabled(enabled and self.current > 1)
        self.forth.setEnabled(enabled and self.current < element.pages)
        wanted = [number for number in self._shown(max(self.width(), 1)) if number != GAP]
        while len(self.numbers) < len(wanted):
            button = PageButton(self.scene, self)
            button.clicked.connect(lambda _=False, button=button: self.choose(button.page))
            self.numbers.append(button)
        for button in self.numbers[len(wanted) :]:
            button.hide()
            button.deleteLater()
        del self.numbers[len(wanted) :]
        for button, number in zip(self.numbers, wanted, strict=True):
            button.show_page(number, chosen=number == self.current)
            button.setEnabled(enabled)
            button.show()
        self._place()

    def _place(self) -> None:
        shown = self._shown(max(self.width(), 1))
        side, x = self.px(_SIDE), 0
        spare = max(0, self.width() - self._row_width(shown))
        if self.element.width == "stretch" or isinstance(self.element.width, int):
            x = spare // 2
        self.back.setGeometry(x, 0, side, side)
        x += side + self.px(_BETWEEN)
        self._gaps = []
        buttons = iter(self.numbers)
        for number in shown:
            if number == GAP:
                self._gaps.append(x)
                x += side + self.px(_BETWEEN)
                continue
            button = next(buttons)
            wide = button.wish()
            button.setGeometry(x, 0, wide, side)
            x += wide + self.px(_BETWEEN)
        self.forth.setGeometry(x, 0, side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self.scene.theme, self.px(_SIDE)
        painter = QPainter(self)
        painter.setPen(QColor(theme.faded_text))
        for x in self._gaps:
            painter.drawText(QRectF(x, 0, side, side), Qt.AlignmentFlag.AlignCenter, "…")
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show()

    def height_for(self, width: int) -> int:
        return self.px(_SIDE)

    def natural_width(self) -> int:
        return self._row_width(page_numbers(self.element.pages, self.current, self.element.most))

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.height_for(0))

    def restyle(self) -> None:
        self._show()
