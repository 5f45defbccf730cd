"""Font names in SVG pictures: QtSvg takes a list of families for the name of a single one."""

from __future__ import annotations

import html
import re

from PySide6.QtGui import QFontDatabase

from ..state.patterns import pattern
from .fonts import families, load_fonts

_FONT = pattern(
    r"""(?P<before>font-family\s*(?:=\s*(?P<quote>["'])|:\s*))(?P<names>.*?)(?=(?(quote)(?P=quote)|[;"}<]))""",
    re.DOTALL,
)


def with_single_families(svg: str) -> str:
    """The picture with each list of font families cut down to the first that is there.

    Generic names stand for the bundled fonts, as in themes. Where none is there the list stays.
    """
    if "font-family" not in svg:
        return svg
    load_fonts(["sans", "code"])
    known = {family.lower(): family for family in QFontDatabase.families()}

    def first_known(match: re.Match[str]) -> str:
        wanted = families(html.unescape(match["names"]))
        found = next((known[name.lower()] for name in wanted if name.lower() in known), None)
        return match[0] if found is None else match["before"] + html.escape(found)

    return _FONT.sub(first_known, svg)
