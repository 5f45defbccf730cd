"""The fonts that desklit brings along, registered with Qt when something first needs them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

FontName = Literal["sans", "code", "icons"]

ICON_FAMILY = "Material Symbols Rounded 48pt"
_ASSETS = Path(__file__).parent / "assets"
_FILES: dict[str, tuple[str, ...]] = {
    # In parts, and none of them compressed: Qt unpacks a font whenever it reads its names, begins to draw by
    # it, or has forgotten it for a while. With the icons that took 80 ms, and 4 MB of memory.
    "sans-regular": ("SourceSans3-Regular.ttf",),
    "sans-bold": ("SourceSans3-Bold.ttf",),
    "sans-more": (
        "SourceSans3-Italic.ttf",
        "SourceSans3-SemiBold.ttf",
        "SourceSans3-SemiBoldItalic.ttf",
    ),
    "code": ("SourceCodePro-Regular.ttf", "SourceCodePro-Semibold.ttf", "SourceCodePro-It.ttf"),
    "icons": ("MaterialSymbolsRounded.ttf",),
}
_PARTS: dict[FontName, tuple[str, ...]] = {"sans": ("sans-regular", "sans-bold", "sans-more")}
_SANS_BY_WEIGHT = {400: ("sans-regular",), 700: ("sans-regular", "sans-bold")}
_FAMILIES: dict[str, FontName] = {
    "Source Sans 3": "sans",
    "Source Sans": "sans",
    "Source Code Pro": "code",
    ICON_FAMILY: "icons",
}
_ALIASES = {
    "Source Sans": "Source Sans 3",
    "Source Sans Pro": "Source Sans 3",
    "sans-serif": "Source Sans 3",
    "sans serif": "Source Sans 3",
    "monospace": "Source Code Pro",
}


def load_fonts(names: Iterable[FontName]) -> None:
    """Register bundled fonts with the running application, each once.

    Args:
        names: Which of "sans" (Source Sans 3), "code" (Source Code Pro) and "icons" (Material
            Symbols Rounded) are needed.

    Raises:
        RuntimeError: There is no QGuiApplication yet.
    """
    _load(part for name in names for part in _PARTS.get(name, (name,)))


def _load(parts: Iterable[str]) -> None:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("fonts can be loaded only after the application was made")
    for name in parts:
        # The application is the owner: a second one in the same process starts without fonts.
        mark = f"desklit-font-{name}"
        if app.property(mark):
            continue
        for file in _FILES[name]:
            QFontDatabase.addApplicationFont(str(_ASSETS / file))
        app.setProperty(mark, True)


_OTHER_FACES = ("font-weight", "font-style", "<b", "<i", "<em", "<strong", "<h", "<t")


def load_faces(html: str, names: str) -> None:
    """Load all faces of the bundled families that a text may use which mixes them.

    Args:
        html: The text. One without bold or slanted words leaves it at the face that its font has.
        names: The font of the theme.
    """
    if any(sign in html for sign in _OTHER_FACES):
        load_fonts(bundled for family in families(names) if (bundled := _FAMILIES.get(family)) is not None)


def families(names: str) -> list[str]:
    """Turn the font names of a theme ("Inter, sans-serif") into families that Qt can look up."""
    parts = [part.strip().strip("'\"") for part in names.split(",")]
    return [_ALIASES.get(part, part) for part in parts if part]


def text_font(names: str, px: float, weight: int = 400) -> QFont:
    """A font for a theme's font names at a size in px; bundled families are loaded.

    Args:
        names: One family or several with commas between, best first.
        px: The size in px; rounded, at least 1.
        weight: The CSS weight, 1 to 1000.

    Returns:
        The font, with the families of the theme as its fallbacks.
    """
    found = families(names)
    for family in found:
        bundled = _FAMILIES.get(family)
        if bundled == "sans":
            _load(_SANS_BY_WEIGHT.get(weight, _PARTS["sans"]))
        elif bundled is not None:
            load_fonts([bundled])
    font = QFont(found)
    font.setPixelSize(max(1, round(px)))
    if weight != 400:
        font.setWeight(QFont.Weight(weight))
    return font
