"""LaTeX to SVG by ziamath, imported with the first formula. Knows no Qt."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from ...state.patterns import pattern
from ...state.records import dataclass

INLINE = "math:i/"  # what the address of a formula within a line starts with
# Of Source Sans 3; how Qt places a picture in a line depends on it (see ``padding``).
_X_HEIGHT = 0.486
_DESCENT = 0.38
_MARGIN = 1.0  # ziamath leaves 1 px on each side


@dataclass(frozen=True, slots=True)
class Formula:
    """A drawn formula. Measures in px; ``ascent`` and ``descent`` count from the base line."""

    svg: str
    width: float
    ascent: float
    descent: float

    def fits(self, font_px: float) -> bool:
        """Whether it reaches no further below the base line than letters do."""
        return self.descent <= _DESCENT * font_px

    def padding(self, font_px: float) -> tuple[float, float]:
        """What to leave empty above and below so that Qt's ``vertical-align: middle`` hits the base line.

        Qt gives such a picture a descent of ``(height - x_height / 2) / 2``, whatever it shows.
        """
        half_x = int(_X_HEIGHT * font_px + 0.5) / 2
        height = max(2 * self.ascent - half_x, 2 * self.descent + half_x)
        return (height + half_x) / 2 - self.ascent, (height - half_x) / 2 - self.descent


# ziamath reads no exponent or index directly behind an environment; in braces it does.
_ENVIRONMENT = pattern(r"(\\begin\{(\w+\*?)\}.*?\\end\{\2\})(?=\s*[\^_])", re.DOTALL)


def _grouped(source: str) -> str:
    return _ENVIRONMENT.sub(r"{\1}", source)


class BrokenLatex(ValueError):
    """A formula that cannot be drawn; the message says why."""


@lru_cache(maxsize=256)
def formula(source: str, font_px: float, color: str, display: bool = False) -> Formula:
    """Lay out a LaTeX formula.

    Args:
        source: LaTeX of the kind that stands between dollars.
        font_px: The size of the surrounding text in px.
        color: ``#rrggbb``.
        display: Whether it stands on a line of its own (tall sums and fractions).

    Raises:
        BrokenLatex: The formula cannot be read.
    """
    import ziamath

    ziamath.config.svg2 = False  # QtSvg reads plain SVG 1.1 only
    try:
        drawn = ziamath.Latex(_grouped(source), size=font_px * 1.08, color=color, inline=not display)
        svg = drawn.svg()
        width, height = drawn.getsize()
        below = drawn.getyofst()
    except Exception as error:  # ziamath has no error of its own: AssertionError, KeyError, IndexError …
        raise BrokenLatex(str(error) or "this is not valid LaTeX") from error
    return Formula(svg, width + 2 * _MARGIN, height + below + _MARGIN, -below + _MARGIN)


def address(source: str, font_px: float, color: str, display: bool) -> str:
    """The address under which a document asks for the picture of a formula."""
    return f"math:{'d' if display else 'i'}/{font_px:g}/{color[1:]}/{quote(source, safe='')}"


def from_address(address: str) -> tuple[str, float, str, bool]:
    """The arguments that ``address`` was made from."""
    kind, size, color, source = address.removeprefix("math:").split("/", 3)
    return unquote(source), float(size), f"#{color}", kind == "d"
