"""``st.form`` and ``st.form_submit_button``: fields whose values are sent together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Height, Width
from ..state.errors import StreamlitInvalidLayoutContextError
from ..state.records import dataclass
from .button import Button, ButtonType, ButtonView, IconPosition, checked_click, checked_look
from .command import Key, checked_height, checked_width, join
from .container import Box, BoxView
from .field import FieldView
from .flags import flag
from .markdown.label import Label
from .options import text_of
from .reaching import ensured
from .scene import Scene
from .slots import Slot
from .view import views

WARNING_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Box):
    """A block whose fields are sent together."""

    kind: ClassVar[str] = "form"

    form_id: str = ""
    clear_on_submit: bool = False
    enter_to_submit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubmitButton(Button):
    """The button that sends a form."""

    submits: ClassVar[bool] = True


def form(
    container: Container,
    key: str,
    clear_on_submit: bool = False,
    *,
    enter_to_submit: bool = True,
    border: bool = True,
    width: Width = "stretch",
    height: Height = "content",
) -> Container:
    """Open a form: what its fields hold is sent when its submit button is pressed.

    Args:
        key: The form's name.
        clear_on_submit: Whether the fields fall back to their defaults after they were sent.
        enter_to_submit: Whether Enter in a field presses the first submit button.
        border: Whether there is a line around.
        width: ``"stretch"``, ``"content"`` or px.
        height: ``"content"``, ``"stretch"`` or px; a form that is higher than its px scrolls.

    Returns:
        The form as a container.

    Raises:
        StreamlitInvalidLayoutContextError: The form would lie in another form.
        StreamlitDuplicateElementKey: Something else has this key.

    Example:
        >>> with st.form("order"):
        ...     amount = st.number_input("Amount", 1)
        ...     st.form_submit_button("Order")
    """
    place = container.target()
    if place.form_id:
        raise StreamlitInvalidLayoutContextError("A form can't lie in another form.")
    if not isinstance(key, str):
        raise TypeError(f"The `key` of a form is a text, not {type(key).__name__}.")
    place.run.state.claim_form(key)
    return place.open_block(
        Form(
            key=key,
            form_id=key,
            clear_on_submit=flag("clear_on_submit", clear_on_submit),
            enter_to_submit=bool(enter_to_submit),
            border=bool(border),
            width=checked_width(width),
            height=checked_height(height),
        ),
        form=key,
    )


def form_submit_button(
    container: Container,
    label: str = "Submit",
    help: str | None = None,
    on_click: Callable[..., Any] | None = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    key: Key = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show the button that sends a form.

    The arguments are those of ``st.button``, in another order. In a form, ``on_click`` of this
    button is the only callback.

    Returns:
        True in the run that follows a click, else False.

    Raises:
        StreamlitInvalidLayoutContextError: There is no form around.

    Example:
        >>> with st.form("order"):
        ...     st.text_input("Name")
        ...     if st.form_submit_button("Send"):
        ...         st.success("Sent.")
    """
    place = container.target()
    if not place.form_id:
        raise StreamlitInvalidLayoutContextError(
            "`st.form_submit_button` belongs in a form: `with st.form(…):`."
        )
    look = checked_look(
        place, type=type, icon=icon, icon_position=icon_position, shortcut=shortcut, wrap=wrap,
        width=width, use_container_width=use_container_width,
    )  # fmt: skip
    joined = join(
        place,
        "form_submit_button",
        key=f"FormSubmitter:{place.form_id}-{label}" if key is None or key == "" else key,
        arguments=(),
        default=False,
        trigger=True,
        settable=False,
        submits=True,
        parse=bool,
        on_change=checked_click(on_click),
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    place.append(
        FormSubmitButton(
            id=joined.id, label=text_of(label), help=help, disabled=flag("disabled", disabled),
            form_id=joined.form_id, width=look.width, type=look.type, icon=look.icon,
            icon_position=look.icon_position, shortcut=look.shortcut, wrap=look.wrap,
            value=False, initial=False,
        )
    )  # fmt: skip
    clicked: bool = joined.value
    return clicked


@views.shows(FormSubmitButton)
class FormSubmitButtonView(ButtonView[FormSubmitButton]):
    """The submit button. It does nothing as long as a field refuses what it holds; the field says why."""

    def on_clicked(self) -> None:
        block = self.block
        while block is not None and not isinstance(block, FormView):
            block = block.block
        refusing = [] if block is None else block.refusing_fields()
        if refusing:
            refusing[0].setFocus()
        else:
            super().on_clicked()


@views.shows(Form)
class FormView(BoxView[Form]):
    """The box of a form; it says so when it has no submit button."""

    def __init__(self, element: Form, scene: Scene, parent: QWidget | None = None) -> None:
        self._warning: Label | None = None
        self._submit: tuple[int, Slot | None] | None = None
        super().__init__(element, scene, parent)

    def refusing_fields(self) -> list[FieldView[Any]]:
        """The fields whose content may not be sent; each shows what is wrong."""
        fields: list[FieldView[Any]] = []
        self.walk(lambda view: fields.append(view) if isinstance(view, FieldView) else None)
        return [view for view in fields if not view.element.disabled and not view.may_submit()]

    def submit_button(self) -> ButtonView[FormSubmitButton] | None:
        """The first submit button, which Enter presses."""
        slot = self._submit_slot()
        if slot is None:
            return None
        view = ensured(slot)
        assert isinstance(view, FormSubmitButtonView)
        return view

    def _submit_slot(self) -> Slot | None:
        """Where the first submit button is, with a view or without."""
        version = self.children_slots.version
        if self._submit is None or self._submit[0] != version:
            buttons = (slot for slot in self.slot.walk() if isinstance(slot.element, FormSubmitButton))
            self._submit = (version, next(buttons, None))
        return self._submit[1]

    def arrange_items(self) -> None:
        self._check()
        super().arrange_items()
        if self._warning is not None:
            left, _, width = self.content_rect(self.width())
            height = self._warning.heightForWidth(width)
            self._warning.setGeometry(left, self.height() - self.bottom_margin() - height, width, height)

    def height_for(self, width: int) -> int:
        self._check()
        _, _, inner = self.content_rect(width)
        extra = self.px(WARNING_GAP) + self._warning.heightForWidth(inner) if self._warning is not None else 0
        return super().height_for(width) + extra

    def _check(self) -> None:
        missing = self._submit_slot() is None
        if missing and self._warning is None:
            text = ":material/warning: This form has no `st.form_submit_button`, so its values can't be sent."
            self._warning = Label(text, self.scene, color=self.scene.theme.shades["yellow"].text, parent=self)
            self._warning.show()
        elif not missing and self._warning is not None:
            self._warning.deleteLater()
            self._warning = None
