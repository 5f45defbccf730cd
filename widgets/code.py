"""``st.code``: code with colours, line numbers and a button that copies it."""

from __future__ import annotations

from typing import ClassVar

from ..state.container import Container
from ..state.element import Element, Height, Width
from ..state.patterns import pattern
from ..state.records import dataclass
from .code_view import CodeFrame
from .command import checked_height, checked_width
from .remembered import remembered
from .text_arguments import clean_text
from .view import views

_OUTER_BREAKS = pattern(r"\A\n|\n\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Element):
    """Code."""

    kind: ClassVar[str] = "code"

    body: str
    language: str | None = "python"
    line_numbers: bool = False
    wrap_lines: bool = False
    height: Height = "content"

    @property
    def value(self) -> str:
        """The code."""
        return self.body


@remembered
def code(
    container: Container,
    body: object,
    language: str | None = "python",
    *,
    line_numbers: bool = False,
    wrap_lines: bool = False,
    height: Height | None = "content",
    width: Width = "stretch",
) -> Container:
    """Show code.

    Args:
        body: The code.
        language: Its language by a name that Pygments knows; None for no colours.
        line_numbers: Whether lines are numbered.
        wrap_lines: Whether long lines are broken; if not, the box scrolls sideways.
        height: ``"content"``, ``"stretch"`` or px; what does not fit scrolls.
        width: ``"stretch"``, ``"content"`` or px.

    Returns:
        A handle that replaces the code.

    Raises:
        StreamlitInvalidHeightError: ``height`` is none of what it accepts.
        StreamlitInvalidWidthError: ``width`` is none of what it accepts.

    Example:
        >>> st.code("SELECT 1", language="sql", line_numbers=True)
    """
    return container.target().append(
        Code(
            body=_OUTER_BREAKS.sub("", body if isinstance(body, str) else clean_text(body)),
            language=_checked_language(language),
            line_numbers=bool(line_numbers),
            wrap_lines=bool(wrap_lines),
            height="content" if height is None else checked_height(height),
            width=checked_width(width),
        )
    )


def _checked_language(language: object) -> str | None:
    if language is None or isinstance(language, str):
        return language
    raise TypeError(f"`language` is {language!r}. It accepts the name of a language, or None.")


@views.shows(Code)
class CodeView(CodeFrame[Code]):
    """Shows code in a box."""

    def show_element(self, element: Code) -> None:
        super().show_element(element)
        self.show_code(
            element.body,
            element.language,
            numbers=element.line_numbers,
            wrap=element.wrap_lines,
            height=element.height,
        )
