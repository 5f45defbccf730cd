"""``st.dialog``: a function that shows a modal sheet of the window."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Literal, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from ..state.context import run_or_none
from ..state.element import Widget
from ..state.errors import (
    StreamlitInvalidLayoutContextError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ..state.fragments import Fragment
from ..state.records import dataclass
from ..state.run import Run
from .block_view import BlockView
from .command import join, one_of
from .dialog_parts import Shade, Sheet
from .icon_button import IconButton
from .markdown.icons import validate_icon
from .markdown.label import Label
from .scene import Scene
from .sight import Sight
from .slots import Slot
from .view import views
from .wheel import Scroller

F = TypeVar("F", bound=Callable[..., Any])
Position = Literal["left", "center", "right"]

WIDTHS = {"small": 500, "medium": 750, "large": 1280}
NARROWEST = 200
PAD = 24
GAP = 12
MARGIN = 32
"""px between a sheet and the window's edges, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog(Widget):
    """A modal sheet. ``serial`` tells one call from the next: each opens the sheet again."""

    kind: ClassVar[str] = "dialog"

    name: str = ""
    sheet_width: int = WIDTHS["small"]
    position: Position = "center"
    dismissible: bool = True
    icon: str | None = None
    serial: int = 0

    @property
    def identity(self) -> Hashable | None:
        return ("dialog", self.name, self.label)


def dialog(
    title: str,
    *,
    width: Literal["small", "medium", "large"] | int = "small",
    position: Position = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: Literal["ignore", "rerun"] | Callable[..., Any] = "ignore",
) -> Callable[[F], F]:
    """Let a function show what it writes in a sheet over the page.

    Widgets in the sheet run the function again alone, as in a fragment. The sheet closes when the
    whole script runs without calling the function, for instance after ``st.rerun()``, or when its
    user dismisses it. One dialog can be open at a time.

    Args:
        title: What the sheet's head says, in Markdown of one line.
        width: ``"small"`` (500 px), ``"medium"`` (750 px), ``"large"`` (1280 px) or px, at most.
        position: ``"center"``, or ``"left"`` and ``"right"`` for a drawer over the whole height.
        dismissible: Whether Esc, the cross and a click beside it close the sheet.
        icon: An emoji or ``":material/name:"`` before the title.
        on_dismiss: ``"ignore"``, ``"rerun"``, or a function to call and then run the script.

    Returns:
        A decorator.

    Raises:
        StreamlitMissingRequiredParameterError: There is no title.
        StreamlitValueError: An argument is none of what it accepts.

    Example:
        >>> @st.dialog("Really?")
        ... def ask():
        ...     if st.button("Yes"):
        ...         st.session_state.sure = True
        ...         st.rerun()
    """
    if not isinstance(title, str):
        raise _no_title()

    def decorate(function: F) -> F:
        if not title:
            raise _no_title()
        name = f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', repr(function))}"

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> None:
            # A dialog that is never opened may be as it likes, as in Streamlit.
            sheet, sign = _checked(width, position, icon, on_dismiss)
            run = run_or_none()
            body = functools.partial(function, *args, **kwargs)
            if run is None:
                body()
                return
            _open(run, name, title, sheet, position, bool(dismissible), sign, on_dismiss, body)

        return call  # type: ignore[return-value]

    return decorate


def _checked(
    width: object, position: str, icon: str | None, on_dismiss: object
) -> tuple[int, str | None]:
    """The sheet's width and its icon, after a look at all that the decorator was given."""
    one_of("position", position, ("left", "center", "right"))
    if not callable(on_dismiss):
        one_of("on_dismiss", on_dismiss, ("ignore", "rerun"))
    return _checked_width(width), (validate_icon(icon) or None) if icon else None


def _no_title() -> StreamlitMissingRequiredParameterError:
    return StreamlitMissingRequiredParameterError(
        '`st.dialog` needs a title, as in `@st.dialog("Details")` above the function.'
    )


def _checked_width(width: object) -> int:
    if isinstance(width, str) and width in WIDTHS:
        return WIDTHS[width]
    if isinstance(width, int) and not isinstance(width, bool) and width > 0:
        return max(NARROWEST, width)
    raise StreamlitValueError(
        f"`width` is {width!r}. It accepts 'small', 'medium', 'large' or px above 0."
    )


def _open(
    run: Run,
    name: str,
    title: str,
    width: int,
    position: Position,
    dismissible: bool,
    icon: str | None,
    on_dismiss: Callable[..., Any] | str,
    body: Callable[[], Any],
) -> None:
    """Put the sheet into the page and fill it."""
    run.fragments.check_sequential("dialog", bool(run.alone))
    if run.dialog_depth:
        raise StreamlitInvalidLayoutContextError("A dialog can't be opened from within a dialog.")
    place = run.regions["event"]
    if any(isinstance(element, Dialog) for element in place.elements()):
        raise StreamlitInvalidLayoutContextError(
            "One dialog can be open at a time, and this run has opened one already."
        )
    path = run.fragments.next_path(name)
    id: tuple[Hashable, ...] = ()
    if on_dismiss != "ignore":
        joined = join(
            place, "dialog", key=None, arguments=(name, title), default=False, parse=bool, trigger=True,
            settable=False, on_change=on_dismiss,
        )  # fmt: skip
        id = joined.id
    block = place.open_block(
        Dialog(
            id=id, label=title, name=name, sheet_width=width, position=position, dismissible=dismissible,
            icon=icon, serial=run.next_serial(), value=False, initial=False,
        )
    )  # fmt: skip

    def fill() -> None:
        run.dialog_depth += 1
        try:
            body()
        finally:
            run.dialog_depth -= 1

    made = Fragment(path, fill, block)
    run.fragments.add(made)
    made.execute(run)


@views.shows(Dialog)
class DialogView(BlockView[Dialog]):
    """Shows a sheet over the window that it belongs to. The view itself takes no room in the page."""

    def __init__(self, element: Dialog, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.shade = Shade(self)
        self.sheet = Sheet(self, self.shade)
        self.title = Label(self._title(element), scene, font_px=24, parent=self.sheet)
        self.cross = IconButton(scene, ":material/close:", "Close", parent=self.sheet)
        self.cross.clicked.connect(self.on_dismissed)
        self.scroller = Scroller(self.sheet)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.scroller.setWidget(self.inside)
        for part in (self.scroller.viewport(), self.inside):
            part.setAutoFillBackground(False)
        self.sight = Sight(self.scroller, self, self._lay_out_inside, lambda: False)
        self._width = element.sheet_width
        self._focused_before: QWidget | None = None
        self._dismissed = False

    @staticmethod
    def _title(element: Dialog) -> str:
        return f"{element.icon} {element.label}" if element.icon else element.label

    # Opening and closing

    def open_over(self, window: QWidget) -> None:
        """Show the sheet over a window."""
        if self.shade.parentWidget() is not window:
            self.shade.setParent(window)
            window.installEventFilter(self)
        if not self.shade.isVisible() and not self._dismissed:
            self._focused_before = window.focusWidget()
            self.cross.setVisible(self.element.dismissible)
            self.shade.show()
            self.shade.raise_()
            self.shade.setFocus(Qt.FocusReason.PopupFocusReason)

    def is_open(self) -> bool:
        """Whether the sheet shows."""
        return self.shade.isVisible()

    def on_dismissed(self) -> None:
        """Its user wants to be rid of it."""
        if not self.element.dismissible or self._dismissed:
            return
        self._dismissed = True
        self._close()
        if self.element.id:
            self.changed.emit(True)

    def _close(self) -> None:
        self.shade.hide()
        if self._focused_before is not None:
            self._focused_before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._focused_before = None

    def discard(self) -> None:
        self._close()
        window = self.shade.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.shade.setParent(None)
        self.shade.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.size_changed()
        return False

    # Element

    def show_element(self, element: Dialog) -> None:
        before = self.element
        super().show_element(element)
        self.title.set_source(self._title(element))
        if element.serial != before.serial:
            self._dismissed = False
        if element.sheet_width != before.sheet_width:
            self._width = element.sheet_width
        self.cross.setVisible(element.dismissible)

    def restyle(self) -> None:
        self.title.restyle()
        self.cross.restyle()
        self.sheet.update()

    def own_focus_stops(self) -> Sequence[QWidget]:
        return ()

    # Placing

    def host(self) -> QWidget:
        return self.inside

    def scrolls_apart(self) -> bool:
        return True

    def may_go(self) -> bool:
        return False

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        return 0

    def height_for(self, width: int) -> int:
        return 0

    def natural_width(self) -> int:
        return 0

    def pull(self, width: int) -> None:
        """A drawer is pulled to another width in px."""
        room = self.shade.width()
        self._width = round(min(max(NARROWEST, width), room) / self.scene.theme.zoom)
        self._arranged = None
        self.arrange()

    def arrange(self) -> None:
        block = self.block
        if block is not None:
            self.open_over(block.window())
        self.arrange_items()

    def arrange_items(self) -> None:
        window = self.shade.parentWidget()
        if window is not None:
            self.shade.setGeometry(window.rect())
            self.sight.place()

    def _sheet_width(self) -> int:
        """The width of the sheet in a window of the present size."""
        drawer = self.element.position != "center"
        room = self.shade.width() - (0 if drawer else 2 * self.px(MARGIN))
        wanted = self.scene.theme.zoomed(self._width)
        return max(min(wanted, room), min(self.px(NARROWEST), self.shade.width()))

    def _lay_out_inside(self, near: QRect) -> bool:
        """Place the sheet and what is on it; whether what was made meanwhile has changed its height."""
        width = self._sheet_width()
        inner = width - 2 * self.px(PAD)
        head = max(self.px(36), self.title.heightForWidth(inner - self.px(32)))
        tall = self.content_height(inner)
        self._place_sheet(width, head, tall)
        self.settle(inner, QPoint(self.px(PAD), 0), near)
        after = self.content_height(inner)
        self.inside.resize(width, max(after, 1))
        if after != tall and not self.scene.lazy:
            self._place_sheet(width, head, after)
        return after != tall

    def _place_sheet(self, width: int, head: int, tall: int) -> None:
        drawer = self.element.position != "center"
        inner = width - 2 * self.px(PAD)
        wanted = self.px(PAD) + head + self.px(GAP) + tall + self.px(PAD)
        most = self.shade.height() - (0 if drawer else 2 * self.px(MARGIN))
        height = self.shade.height() if drawer else min(wanted, most)
        left = {"left": 0, "right": self.shade.width() - width}.get(
            self.element.position, (self.shade.width() - width) // 2
        )
        top = 0 if drawer else max(self.px(MARGIN), (self.shade.height() - height) // 3)
        self.sheet.setGeometry(QRect(left, top, width, height))
        self.title.setGeometry(self.px(PAD), self.px(PAD), inner - self.px(32), head)
        side = self.px(24)
        self.cross.setGeometry(width - self.px(PAD + 20), self.px(PAD + 6), side, side)
        body = self.px(PAD) + head + self.px(GAP)
        self.scroller.setGeometry(QRect(0, body, width, height - body - (0 if drawer else self.px(PAD))))
        self.inside.resize(width, max(tall, 1))
