"""``st.space``: room between elements."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..state.container import Container
from ..state.element import Element, Height
from ..state.errors import StreamlitValueError
from ..state.records import dataclass
from .view import View, views

SIZES = {
    "xxsmall": 0.25, "xsmall": 0.5, "small": 0.75, "medium": 2.5, "large": 4.25, "xlarge": 6.0,
    "xxlarge": 8.0,
}  # fmt: skip
"""In rem."""

SpaceSize = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "stretch"] | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Space(Element):
    """Room along the direction of its container: ``size`` in rem (float) or px (int), or all there is."""

    kind: ClassVar[str] = "space"

    size: float | int | Literal["stretch"] = 0.75
    sideways: bool = False
    height: Height = "content"


def space(container: Container, size: SpaceSize = "small") -> Container:
    """Leave room: below what came before, or beside it in a horizontal container.

    Args:
        size: ``"xxsmall"`` (4 px) to ``"xxlarge"`` (128 px), where ``"small"`` is as high as a label,
            ``"medium"`` as a button and ``"large"`` as a field with a label; ``"stretch"`` for all that is
            left, or px.

    Returns:
        A handle that replaces it.

    Raises:
        StreamlitValueError: ``size`` is none of that.

    Example:
        >>> with st.container(horizontal=True):
        ...     st.button("Back")
        ...     st.space("stretch")
        ...     st.button("Next")
    """
    place = container.target()
    wish = _checked(size)
    stretches = wish == "stretch"
    sideways = bool(getattr(place.block, "horizontal", False))
    return place.append(
        Space(
            size=wish,
            sideways=sideways,
            width="stretch" if stretches or not sideways else "content",
            height="stretch" if stretches and not sideways else "content",
        )
    )


def _checked(size: object) -> float | int | Literal["stretch"]:
    if isinstance(size, str) and size in SIZES:
        return SIZES[size]
    if size == "stretch":
        return "stretch"
    if isinstance(size, int) and size > 0:
        return int(size)
    words = ", ".join(map(repr, SIZES))
    raise StreamlitValueError(f"`size` is {size!r}. It accepts {words}, 'stretch', or px above 0.")


@views.shows(Space)
class SpaceView(View[Space]):
    """Shows nothing."""

    def _length(self) -> int:
        size = self.element.size
        if size == "stretch":
            return 0
        return size if isinstance(size, int) else self.scene.theme.px(16 * size)

    def height_for(self, width: int) -> int:
        return 1 if self.element.sideways else max(1, self._length())

    def natural_width(self) -> int:
        return self._length() if self.element.sideways else 0
