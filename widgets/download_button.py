"""``st.download_button``: saves something through a dialog, True in the one run that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from pathlib import Path
from typing import Any, ClassVar, Literal

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ..state.records import dataclass
from .button import Button, ButtonType, ButtonView, IconPosition, checked_look
from .command import Key, join, not_in_form
from .download import Payload, SaveJob, content_of, mime_of, suggested_name
from .flags import flag
from .remembered import first_mistake_told
from .scene import Scene
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadButton(Button):
    """A button that saves a file; ``quiet`` if a click is not told to the session."""

    kind: ClassVar[str] = "download_button"

    payload: Payload = field(repr=False)
    file_name: str
    mime: str
    quiet: bool = False


@first_mistake_told
def download_button(
    container: Container,
    label: str,
    data: Any,
    file_name: str | None = None,
    mime: str | None = None,
    key: Key = None,
    help: str | None = None,
    on_click: Callable[..., Any] | Literal["rerun", "ignore"] | None = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show a button that saves something to a file which the user chooses.

    The file is written in one go: an older one is replaced when the new one is complete. If
    something fails the window says why, and nothing is left behind.

    Args:
        label: What it says, in Markdown of one line.
        data: What to save: text, bytes, an open file, ``BytesIO``, ``StringIO``, or a function without
            arguments that returns one of these. The function runs after the click, on a thread of
            its own; what it would show is ignored.
        file_name: The name to offer; None for one made of the label.
        mime: The MIME type; None for one by ``data``. It gives a file without name its suffix.
        key: A name for the widget; needed when two buttons are otherwise alike.
        help: A tooltip, in Markdown.
        on_click: ``"rerun"``, ``"ignore"`` to save without a run, or a function to run before the script.
        args: Positional arguments of ``on_click``.
        kwargs: Keyword arguments of ``on_click``.
        type: ``"primary"`` stands out, ``"secondary"`` does not, ``"tertiary"`` is plain text.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        icon_position: ``"left"`` or ``"right"`` of the label.
        disabled: Whether it can't be clicked.
        use_container_width: The former way to say ``width="stretch"``.
        width: ``"content"``, ``"stretch"`` or px.
        shortcut: A key that presses it, such as ``"Ctrl+Enter"``; all but C and R.
        wrap: Whether a long label breaks; by default it does unless the button stands in a row.

    Returns:
        True in the run that follows a saved file, else False.

    Raises:
        StreamlitAPIException: ``data`` is nothing that can be saved.
        StreamlitInvalidLayoutContextError: It is in a form.

    Example:
        >>> st.download_button("Save notes", "Buy milk.", "notes.txt")
    """
    place = container.target()
    not_in_form(place, "download_button", on_click)
    look = checked_look(
        place, type=type, icon=icon, icon_position=icon_position, shortcut=shortcut, wrap=wrap,
        width=width, use_container_width=use_container_width,
    )  # fmt: skip
    _check_texts(file_name=file_name, mime=mime)
    if on_click is not None and not callable(on_click) and on_click not in ("rerun", "ignore"):
        raise StreamlitValueError(f'`on_click` is {on_click!r}. It accepts "rerun", "ignore" or a function.')
    payload = Payload(make=data, run=place.run) if callable(data) else Payload(content=content_of(data))
    kind = mime_of(data, mime, file_name)
    joined = join(
        place,
        "download_button",
        key=key,
        arguments=(str(label), file_name, mime, help, type, icon, icon_position, shortcut, width),
        default=False,
        trigger=True,
        settable=False,
        parse=bool,
        on_change=on_click,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    place.append(
        DownloadButton(
            id=joined.id,
            label=str(label),
            help=help,
            disabled=flag("disabled", disabled),
            width=look.width,
            type=look.type,
            icon=look.icon,
            icon_position=look.icon_position,
            shortcut=look.shortcut,
            wrap=look.wrap,
            value=False,
            initial=False,
            payload=payload,
            file_name=suggested_name(file_name, kind, str(label)),
            mime=kind,
            quiet=on_click == "ignore",
        )
    )
    clicked: bool = joined.value
    return clicked


def _check_texts(**given: object) -> None:
    for name, value in given.items():
        if value is not None and not isinstance(value, str):
            raise StreamlitInvalidParameterTypeError(
                f"`{name}` accepts a text or None; it is of the type {type(value).__name__}."
            )


@views.shows(DownloadButton)
class DownloadButtonView(ButtonView[DownloadButton]):
    """The button; while a file is made and written it turns a spinner and can't be pressed."""

    def __init__(self, element: DownloadButton, scene: Scene, parent: QWidget | None = None) -> None:
        self._job: SaveJob | None = None
        super().__init__(element, scene, parent)

    @property
    def is_saving(self) -> bool:
        """Whether a file is being made or written."""
        return self._job is not None

    def may_go(self) -> bool:
        return not self.is_saving

    def on_clicked(self) -> None:
        self.scene.files.save(self, self.element.file_name, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        if self._job is not None:
            return
        job = self._job = SaveJob(self.element.payload, path)
        job.saved.connect(self._on_saved)
        job.failed.connect(self._on_failed)
        self._show(self.element)
        self.size_changed()
        job.start()

    def _on_saved(self, path: Path) -> None:
        self._end()
        self.scene.notice.emit(f"Saved {path.name}")
        if not self.element.quiet:
            self.changed.emit(True)

    def _on_failed(self, reason: str) -> None:
        self._end()
        self.scene.notice.emit(reason)

    def _end(self) -> None:
        self._job = None
        self._show(self.element)
        self.size_changed()

    def _show(self, element: DownloadButton) -> None:
        super()._show(element)
        if self._job is not None:
            self.button.set_icon("spinner", element.icon_position)
            self.button.setEnabled(False)
