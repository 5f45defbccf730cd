"""``st.status``: an expander that tells how far a task has come."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType
from typing import ClassVar, Literal, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from ..state.container import Container
from ..state.context import RunControl
from ..state.element import Width
from ..state.records import dataclass
from .command import checked_width, one_of
from .controls.paint import draw_chevron
from .expander import Expander, ExpanderType, ExpanderView
from .expander_head import ExpanderHead
from .view import views

State = Literal["running", "complete", "error"]
STATES = ("running", "complete", "error")
ICONS = {"running": "spinner", "complete": ":material/check:", "error": ":material/error:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Expander):
    """An expander with a state."""

    kind: ClassVar[str] = "status"

    state: State = "running"


class StatusContainer(Container):
    """The container of ``st.status``. Leaving its ``with`` block sets its state to "complete" or "error"."""

    __slots__ = ()

    def __init__(self, plain: Container) -> None:
        for slot in Container.__slots__:
            setattr(self, slot, getattr(plain, slot))

    def update(
        self, *, label: str | None = None, expanded: bool | None = None, state: State | None = None
    ) -> None:
        """Change what its head says.

        Args:
            label: Another label; None keeps the present one.
            expanded: Unfold or fold it; None leaves it as it is.
            state: ``"running"``, ``"complete"`` or ``"error"``; None keeps the present one.

        Raises:
            StreamlitValueError: ``state`` is none of the allowed.
            TypeError: ``label`` is no text or ``expanded`` no bool.

        Example:
            >>> with st.status("Reading …") as status:
            ...     status.update(label="Writing …")
        """
        element = cast(Status, self.block)
        if label is not None:
            element = replace(element, label=_checked_label(label))
        if expanded is not None:
            element = replace(element, value=_checked_expanded(expanded))
        if state is not None:
            one_of("state", state, STATES)
            element = replace(element, state=state, icon=ICONS[state])
        self.replace(element)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        if isinstance(error, RunControl):
            return
        if error is not None:
            self.update(state="error")
        elif cast(Status, self.block).state == "running":
            self.update(state="complete")


def status(
    container: Container,
    label: str,
    *,
    expanded: bool = False,
    state: State = "running",
    type: ExpanderType = "default",
    width: Width = "stretch",
) -> StatusContainer:
    """Open a container that folds and shows the state of a task.

    Args:
        label: What its head says, in Markdown of one line.
        expanded: Whether it begins open.
        state: ``"running"`` (a turning circle), ``"complete"`` or ``"error"``. At the end of a ``with``
            block what was running is complete, or an error if the block raised one.
        type: ``"default"`` has a line around, ``"compact"`` has none, ``"step"`` belongs to a row of steps.
        width: ``"stretch"`` or px.

    Returns:
        The container; its ``update`` changes label, state and whether it is open.

    Raises:
        StreamlitValueError: ``state`` or ``type`` is none of the allowed.
        TypeError: ``label`` is no text or ``expanded`` no bool.

    Example:
        >>> with st.status("Reading …", expanded=True) as status:
        ...     st.write("The first file")
        ...     status.update(label="Done", expanded=False)
    """
    place = container.target()
    one_of("state", state, STATES)
    one_of("type", type, ("default", "compact", "step"))
    begins = _checked_expanded(expanded)
    block = place.open_block(
        Status(
            id=(),
            label="" if label is None else _checked_label(label),
            value=begins,
            initial=begins,
            icon=ICONS[state],
            type=type,
            state=state,
            width=checked_width(width, content=False),
        )
    )
    return StatusContainer(block)


def _checked_label(label: object) -> str:
    if not isinstance(label, str):
        raise TypeError(f"The `label` of a status is a text, not {label.__class__.__name__}.")
    return label


def _checked_expanded(expanded: object) -> bool:
    if not isinstance(expanded, int):
        raise TypeError(f"`expanded` is True or False, not {expanded!r}.")
    return bool(expanded)


class StatusHead(ExpanderHead):
    """The head: the state's icon in the place of the chevron, which shows at the end while it is aimed at."""

    def show_element(self, element: Expander) -> None:
        if element.type == "step" and element.icon == ICONS["complete"]:
            element = replace(element, icon=":material/check_circle:")
        super().show_element(element)
        theme = self.scene.theme
        self.label.set_color(theme.faded_text if element.type == "compact" else None)
        if element.type != "default" and element.icon is not None:
            self.icon_label.show_icon(element.icon, theme.faded_text)

    def text_left(self) -> int:
        return super().text_left() if self.type == "step" else self.side() + 24

    def icon_left(self) -> int:
        return self.side()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        aimed = self.underMouse() or self.hasFocus()
        if self.type == "default" and (self.underMouse() or self.isChecked()):
            painter.fillPath(self.face(), QColor(theme.hover if self.underMouse() else theme.head))
        if aimed or self.type == "compact":
            right = self.width() - 16 - (self.side() or 4)
            behind = self.text_left() + self.label.sizeHint().width() + 8
            x = min(behind, right) if self.type == "compact" else right
            square = QRectF(x, (self.height() - 16) / 2, 16, 16)
            draw_chevron(painter, square, theme.faded_text, "down" if self.isChecked() else "right")
        painter.end()


@views.shows(Status)
class StatusView(ExpanderView):
    """An expander whose icon tells the state."""

    def make_head(self) -> ExpanderHead:
        return StatusHead(self.scene, self)
