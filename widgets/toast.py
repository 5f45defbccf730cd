"""``st.toast``: a message that comes up at the window's corner and goes by itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, ClassVar, Literal

from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Element
from ..state.errors import StreamlitMissingRequiredParameterError, StreamlitValueError
from ..state.records import dataclass
from ..state.run import Run
from .markdown.icons import validate_icon
from .scene import Scene
from .text_arguments import clean_text
from .view import View, views

Duration = Literal["short", "long", "infinite"] | int

_SECONDS = {"short": 4, "long": 10, "infinite": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast(Element):
    """A message at the corner.

    ``serial`` tells one call from the next, so that each is shown once; ``duration`` is in seconds,
    0 for as long as the user lets it.
    """

    kind: ClassVar[str] = "toast"
    lingers: ClassVar[bool] = False

    body: str
    icon: str = ""
    duration: int = 4
    serial: int = 0

    def anew(self, run: Run) -> Element:
        return replace(self, serial=run.next_serial())

    @property
    def identity(self) -> Hashable | None:
        return ("toast", self.serial)

    @property
    def value(self) -> str:
        """The message's Markdown."""
        return self.body


def toast(
    container: Container, body: object, *, icon: str | None = None, duration: Duration = "short"
) -> Container:
    """Show a message for a moment at the top right of the window.

    Args:
        body: The message, in Markdown.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``.
        duration: ``"short"`` (4 s), ``"long"`` (10 s), ``"infinite"`` (until it is closed) or seconds.

    Returns:
        A handle whose ``toast`` changes the message while it is shown.

    Raises:
        StreamlitMissingRequiredParameterError: ``body`` is empty.
        StreamlitValueError: ``duration`` is none of what it accepts.
        TypeError: ``duration`` is a bool.

    Example:
        >>> st.toast("Saved.", icon=":material/save:")
    """
    if body == "":
        raise StreamlitMissingRequiredParameterError("`body` is empty. A toast needs a message.")
    place = container.target()
    replaced = place.block
    again = isinstance(replaced, Toast)
    element = Toast(
        body=clean_text(body),
        icon=validate_icon(icon),
        duration=_seconds(duration),
        serial=replaced.serial if isinstance(replaced, Toast) else place.run.next_serial(),
    )
    return (place if again else place.run.regions["event"]).append(element)


def _seconds(duration: Any) -> int:
    if isinstance(duration, bool):
        raise TypeError('`duration` is a bool. It accepts "short", "long", "infinite" or seconds above 0.')
    if isinstance(duration, int) and duration > 0:
        return duration
    if isinstance(duration, str) and duration in _SECONDS:
        return _SECONDS[duration]
    raise StreamlitValueError(
        f'`duration` is {duration!r}. It accepts "short", "long", "infinite" or whole seconds above 0.'
    )


@views.shows(Toast)
class ToastView(View[Toast]):
    """Hands its message to the window, which shows it longer than the run that sent it may last."""

    def __init__(self, element: Toast, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        scene.toast.emit(element)

    def show_element(self, element: Toast) -> None:
        super().show_element(element)
        self.scene.toast.emit(element)

    def height_for(self, width: int) -> int:
        return 0
