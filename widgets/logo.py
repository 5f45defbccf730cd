"""``st.logo``: a picture at the top of the sidebar, and of the window while the sidebar is folded."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from PySide6.QtWidgets import QWidget

from ..state.container import ActiveContainer
from ..state.element import Element
from ..state.errors import StreamlitAPIException, StreamlitInvalidURLError
from ..state.records import dataclass
from .command import one_of
from .image_source import Picture, picture_of
from .markdown.icons import validate_icon
from .scene import Scene
from .view import View, views

_active = ActiveContainer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Element):
    """The app's picture. Each of the two is a ``Picture``, or a sign: an emoji or ``:material/name:``."""

    kind: ClassVar[str] = "logo"

    image: Picture | str
    size: str = "medium"
    link: str = ""
    small: Picture | str | None = None


def logo(
    image: Any,
    *,
    size: Literal["small", "medium", "large"] = "medium",
    link: str | None = None,
    icon_image: Any = None,
) -> None:
    """Show the app's picture at the top of the sidebar, or of the page where there is no sidebar.

    Args:
        image: A picture as ``st.image`` takes it, an emoji or ``":material/name:"``.
        size: ``"small"`` (20 px high), ``"medium"`` (24) or ``"large"`` (32).
        link: An address to open when it is clicked, with ``http://`` or ``https://``.
        icon_image: A smaller picture for the top of the page while the sidebar is folded.

    Raises:
        StreamlitAPIException: ``image`` or ``icon_image`` is no picture.
        StreamlitInvalidURLError: ``link`` is no such address.
        StreamlitValueError: ``size`` is none of the three.

    Example:
        >>> st.logo(":material/eco:", size="large", link="https://example.org")
    """
    one_of("size", size, ("small", "medium", "large"))
    if link is not None and not str(link).startswith(("http://", "https://")):
        raise StreamlitInvalidURLError(
            f"`link` is {link!r}. It accepts what begins with http:// or https://."
        )
    element = Logo(
        image=_sign_of("image", image),
        size=size,
        link=link or "",
        small=None if icon_image is None else _sign_of("icon_image", icon_image),
    )
    _active.target().run.regions["event"].append(element)


def _sign_of(name: str, image: Any) -> Picture | str:
    if isinstance(image, str):
        try:
            return validate_icon(image)
        except StreamlitAPIException:
            pass  # no sign, so a path or an address
    try:
        return picture_of(image)
    except (StreamlitAPIException, OSError, ValueError) as error:
        raise StreamlitAPIException(
            f"`{name}` is {image!r}, which is no picture that can be read. It accepts what `st.image` does, "
            "an emoji or ':material/name:'."
        ) from error


@views.shows(Logo)
class LogoView(View[Logo]):
    """Hands the logo to the window, and takes it back when it goes."""

    def __init__(self, element: Logo, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        scene.logo.emit(element)

    def show_element(self, element: Logo) -> None:
        super().show_element(element)
        self.scene.logo.emit(element)

    def discard(self) -> None:
        self.scene.logo.emit(None)

    def height_for(self, width: int) -> int:
        return 0
