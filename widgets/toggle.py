"""``st.toggle``: a switch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from . import controls
from .checkbox import Checkbox, switch
from .command import Key, OnChange
from .mark_view import MarkView
from .remembered import remembered
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Toggle(Checkbox):
    """A switch: ``value`` is True or False."""

    kind: ClassVar[str] = "toggle"


@remembered
def toggle(
    container: Container,
    label: str,
    value: bool = False,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> bool:
    """Show a switch.

    The arguments are those of ``st.checkbox``.

    Args:
        label: The text beside it, in Markdown.
        value: Whether it is on at first; anything that is true or false.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the value has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        wrap: Whether a long label breaks; by default it does unless the switch stands in a row.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        Whether it is on.

    Raises:
        TypeError: The session state holds something that is neither true, false nor a whole number.

    Example:
        >>> dark = st.toggle("Dark maps")
    """
    return switch(
        container.target(), Toggle, label, value, key=key, help=help, on_change=on_change, args=args,
        kwargs=kwargs, disabled=disabled, label_visibility=label_visibility, width=width, wrap=wrap,
        bind=bind, persist_state=persist_state,
    )  # fmt: skip


@views.shows(Toggle, lambda toggle: toggle.wrap)
class ToggleView(MarkView[Toggle]):
    """A switch and its label."""

    def make_mark(self) -> controls.Toggle:
        return controls.Toggle(self.scene.theme)

    def wraps(self, element: Toggle) -> bool:
        return element.wrap
