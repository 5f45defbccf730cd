"""``st.checkbox``: a box to tick."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, ClassVar

from ..state.container import Container
from ..state.element import LabelVisibility, Widget, Width
from ..state.query_params import bool_form
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, wraps
from .controls.choice import CheckBox
from .flags import flag
from .mark_view import MarkView
from .options import text_of
from .remembered import remembered
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkbox(Widget):
    """A box to tick, or a switch: ``value`` is True or False."""

    kind: ClassVar[str] = "checkbox"

    wrap: bool = True


@remembered
def checkbox(
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
    """Show a box to tick.

    Args:
        label: The text beside it, in Markdown.
        value: Whether it is ticked at first; anything that is true or false.
        key: The widget's name in ``st.session_state``.
        help: The tooltip of a sign beside the label, in Markdown.
        on_change: A function to call when the value has changed, ``"rerun"`` or ``"ignore"``.
        args: Positional arguments for the function.
        kwargs: Keyword arguments for the function.
        disabled: Whether the user can't change it.
        label_visibility: ``"visible"``, ``"hidden"`` or ``"collapsed"``.
        width: ``"content"``, ``"stretch"`` or px.
        wrap: Whether a long label breaks; by default it does unless the box stands in a row.
        bind: ``"query-params"`` ties the value to the query parameters.
        persist_state: ``"session"`` or ``"page"`` keeps the value while the widget is not shown.

    Returns:
        Whether it is ticked.

    Raises:
        TypeError: The session state holds something that is neither true, false nor a whole number.

    Example:
        >>> if st.checkbox("Show details"):
        ...     st.write("…")
    """
    return switch(
        container.target(), Checkbox, label, value, key=key, help=help, on_change=on_change, args=args,
        kwargs=kwargs, disabled=disabled, label_visibility=label_visibility, width=width, wrap=wrap,
        bind=bind, persist_state=persist_state,
    )  # fmt: skip


def switch(
    place: Container,
    element: type[Checkbox],
    label: str,
    value: object,
    *,
    key: Key,
    help: str | None,
    on_change: OnChange,
    args: Iterable[Any] | None,
    kwargs: dict[str, Any] | None,
    disabled: bool,
    label_visibility: LabelVisibility,
    width: Width,
    wrap: bool | None,
    bind: str | None,
    persist_state: str | None,
) -> bool:
    """What the commands of both kinds of mark do."""
    label, help = text_of(label), text_of(help) or None
    visibility, wide = checked_visibility(label_visibility), checked_width(width)
    breaks, default = wraps(place, wrap), bool(value)
    joined = join(
        place,
        element.kind,
        key=key,
        arguments=(label, default, help, wide),
        default=default,
        parse=bool,
        wire=_wire,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=default,
        bind=bind,
        persist_state=persist_state,
        query=bool_form,
    )
    place.append(
        element(
            id=joined.id,
            label=label,
            value=joined.wire,
            initial=default,
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            wrap=breaks,
        )
    )
    got: bool = joined.value
    return got


def _wire(value: Any) -> bool:
    try:
        return bool(operator.index(value))
    except TypeError:
        raise TypeError(f"The session state holds {value!r} for a widget that is True or False.") from None


@views.shows(Checkbox, lambda box: box.wrap)
class CheckboxView(MarkView[Checkbox]):
    """A box to tick and its label."""

    def make_mark(self) -> CheckBox:
        return CheckBox(self.scene.theme)

    def wraps(self, element: Checkbox) -> bool:
        return element.wrap
