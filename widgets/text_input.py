"""``st.text_input``: a field for one line of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from ..state.records import dataclass
from .command import Key, OnChange, checked_visibility, checked_width, join, starts_with
from .field_query import text_query, tidy
from .flags import flag
from .icon_button import IconButton
from .input_frame import InputFrame
from .markdown.icons import validate_icon
from .options import text_of
from .remembered import remembered
from .scene import Scene
from .text_rules import (
    TextType,
    checked_max_chars,
    checked_pause,
    checked_rule,
    text_kind,
    text_wire,
)
from .typed_field import Refused, TypedField, TypedFieldView, required_text
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInput(TypedField):
    """A field for one line of text."""

    kind: ClassVar[str] = "text_input"

    type: TextType = "default"
    icon: str = ""
    max_chars: int = 0
    autocomplete: str = ""
    pattern: str = ""
    message: str = ""
    pause: int | None = None


@remembered
def text_input(
    container: Container,
    label: str,
    value: object = "",
    max_chars: int | None = None,
    key: Key = None,
    type: TextType = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: bool | str = False,
    width: Width = "stretch",
    bind: Literal["query-params"] | None = None,
    persist_state: Literal["page", "session"] | None = None,
) -> str | None:
    """Show a field for one line of text. Enter, or leaving the field, takes a text over.

    Args:
        label: What the field is for, in Markdown of one line.
        value: The text to start with; anything but None is turned into text. With None the field
            starts empty and the command returns None until something is entered.
        max_chars: The most characters that can be typed; None or 0 for any number.
        key: A name for the widget; its value is then in ``st.session_state`` too. A change of
            ``max_chars`` or of the rule makes it start anew all the same.
        type: ``"default"``, ``"password"`` (hidden, with an eye to look), ``"email"``, ``"url"``,
            ``"phone"`` or ``"search"`` (with a cross to clear it). The latter four bring an icon, a
            placeholder and, for email and url, a rule; ``""`` for one of these switches it off.
        help: A tooltip, in Markdown.
        autocomplete: The kind of content in HTML's words, such as ``"email"``, ``"tel"``,
            ``"current-password"`` or ``"off"``. Here it tells input methods and on-screen keyboards
            what to offer; nothing is stored or filled in.
        on_change: A function to run before the script when the text changed, ``"rerun"``, or
            ``"ignore"`` to let the text wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        placeholder: What to show while the field is empty.
        disabled: Whether it can't be changed.
        required: Whether an empty text is refused; the last one then stays.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        icon: An emoji, ``":material/name:"`` or ``"spinner"`` at the left.
        validate: A regular expression that a text must match (anywhere: write ``^`` and ``$``), or a
            tuple of one and the message for the user. An empty text is not checked.
        live: Whether a text is taken over while typing goes on, after a pause of 250 ms (True) or of
            a span such as ``"500ms"``, up to a minute. Has no effect in a form.
        width: ``"stretch"`` or px.
        bind: ``"query-params"`` ties the value to the query parameter of the key's name; needs a ``key``.
        persist_state: ``"page"`` or ``"session"`` keeps the text while the field is not shown;
            needs a ``key``.

    Returns:
        The text, or None.

    Example:
        >>> name = st.text_input("Name", placeholder="First and last")
        >>> if name:
        ...     st.write("Hello", name)
    """
    place = container.target()
    value = starts_with(place, key, value)
    type, kind = text_kind(type)
    pattern, message = checked_rule(validate, kind)
    pause = checked_pause(live)
    limit = checked_max_chars(max_chars)
    default = None if value is None else str(value)
    mark = kind.icon if icon is None else validate_icon(icon)
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    query = None if type == "password" else text_query(limit)
    joined = join(
        place,
        "text_input",
        key=key,
        arguments=(
            str(label), default, max_chars, type, help, autocomplete, placeholder, required, icon, pattern,
            message, pause, width,
        ),
        keyed=(max_chars, None if validate is None else pattern),
        default=_cut(default, limit),
        parse=lambda text: _cut(default if text is None else str(text), limit),
        wire=lambda text: text_wire(key, text),
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
        has_default=value is not None and value != "",
        secret=type == "password",
        persist_state=persist_state,
        bind=bind,
        query=query,
    )  # fmt: skip
    if bind is not None and query is not None:
        tidy(place, joined, query, _cut(default, limit))
    place.append(
        TextInput(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=_cut(default, limit),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            placeholder=kind.placeholder if placeholder is None else str(placeholder),
            required=bool(required),
            type=type,
            icon=mark,
            max_chars=limit,
            autocomplete=kind.autocomplete if autocomplete is None else str(autocomplete),
            pattern=pattern,
            message=message,
            pause=None if joined.form_id else pause,
        )
    )
    text: str | None = joined.value
    return text


def _cut(text: str | None, limit: int) -> str | None:
    return text[:limit] if text and limit else text


_NO_LIMIT = 32767 * 64
_Hint = Qt.InputMethodHint
_INPUT_HINTS = {
    "email": _Hint.ImhEmailCharactersOnly,
    "url": _Hint.ImhUrlCharactersOnly,
    "tel": _Hint.ImhDialableCharactersOnly,
    "off": _Hint.ImhNoPredictiveText,
    "username": _Hint.ImhNoPredictiveText | _Hint.ImhNoAutoUppercase,
    "new-password": _Hint.ImhSensitiveData | _Hint.ImhNoPredictiveText,
    "current-password": _Hint.ImhSensitiveData | _Hint.ImhNoPredictiveText,
    "one-time-code": _Hint.ImhSensitiveData | _Hint.ImhNoPredictiveText,
}


@views.shows(TextInput, lambda field: None if field.icon or field.type != "default" else ())
class TextInputView(TypedFieldView[TextInput]):
    """A line edit in a frame, with an eye for passwords and a cross for searches."""

    def __init__(self, element: TextInput, scene: Scene, parent: QWidget | None = None) -> None:
        self._pause = QTimer()
        self._pause.setSingleShot(True)
        self._eye: IconButton | None = None
        self._cross: IconButton | None = None
        super().__init__(element, scene, parent)
        self._pause.setParent(self)
        self._pause.timeout.connect(self._on_pause)

    def may_serve(self) -> bool:
        # A text of the script may be longer than what can be typed: then the editor has been let out.
        return super().may_serve() and self.editor().maxLength() == (self.element.max_chars or _NO_LIMIT)

    def make_editor(self) -> QWidget:
        self.frame = InputFrame(self.scene)
        self.frame.line.textEdited.connect(self._on_typed)
        return self.frame

    def editor(self) -> QLineEdit:
        return self.frame.line

    def text(self) -> str:
        return self.editor().text()

    def put_text(self, text: str) -> None:
        line = self.editor()
        if len(text) > line.maxLength():
            line.setMaxLength(len(text))
        line.setText(text)
        self._show_cross()

    def text_of(self, value: Any) -> str:
        return value or ""

    def read(self, text: str) -> str | None:
        element = self.element
        if text == "" and self.current is None and not element.required:
            return None
        required_text(text, element.required)
        if text and element.pattern:
            from PySide6.QtCore import QRegularExpression

            rule = QRegularExpression(element.pattern)
            if rule.isValid() and not rule.match(text).hasMatch():
                raise Refused(element.message or "This text does not have the form that is asked for.")
        return text

    def length_note(self) -> str:
        limit = self.element.max_chars
        return f"{len(self.text())}/{limit}" if limit else ""

    def is_full(self) -> bool:
        return 0 < self.element.max_chars <= len(self.text())

    def show_details(self, element: TextInput, before: TextInput | None) -> None:
        line = self.editor()
        line.setPlaceholderText(element.placeholder)
        if before is None or before.max_chars != element.max_chars:
            line.setMaxLength(element.max_chars or _NO_LIMIT)
        if before is None or before.autocomplete != element.autocomplete:
            line.setInputMethodHints(_INPUT_HINTS.get(element.autocomplete, _Hint.ImhNone))
        if before is None or before.type != element.type:
            self._show_kind(element.type)
        self.frame.show_icon(element.icon)
        if before is None or before.disabled != element.disabled:
            self.frame.restyle()

    def _show_kind(self, type: TextType) -> None:
        hidden = type == "password"
        self.editor().setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        if hidden and self._eye is None:
            self._eye = IconButton(self.scene, ":material/visibility:", "Show password")
            self._eye.clicked.connect(self._on_eye)
            self.frame.add_button(self._eye)
        if self._eye is not None:
            self._eye.setVisible(hidden)
        if type == "search" and self._cross is None:
            self._cross = IconButton(self.scene, ":material/close:", "Clear search", tab_stop=False)
            self._cross.clicked.connect(self._on_cross)
            self.frame.add_button(self._cross)
        self._show_cross()

    def _show_cross(self) -> None:
        if self._cross is not None:
            element = self.element
            wanted = element.type == "search" and not element.disabled
            self._cross.setVisible(wanted and bool(self.text()))

    def _on_eye(self) -> None:
        look = self.editor().echoMode() == QLineEdit.EchoMode.Password
        self.editor().setEchoMode(QLineEdit.EchoMode.Normal if look else QLineEdit.EchoMode.Password)
        if self._eye is not None:
            name = "visibility_off" if look else "visibility"
            self._eye.show_icon(f":material/{name}:", "Hide password" if look else "Show password")

    def _on_cross(self) -> None:
        self.editor().setText("")
        self.editor().setFocus(Qt.FocusReason.MouseFocusReason)
        self._on_typed()
        self.settle()

    def _on_typed(self) -> None:
        self._show_cross()
        self.on_edited()
        if self.element.pause is not None:
            self._pause.start(self.element.pause)

    def _on_pause(self) -> None:
        """Typing paused: take over what is there, but leave the editor as it is."""
        if self.dirty:
            self.settle()

    def settle(self) -> bool:
        self._pause.stop()
        return super().settle()

    def restyle(self) -> None:
        super().restyle()
        self.frame.restyle()
        for button in (self._eye, self._cross):
            if button is not None:
                button.restyle()

    def discard(self) -> None:
        self._pause.stop()
        super().discard()
