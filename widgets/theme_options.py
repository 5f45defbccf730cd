"""Reading single ``[theme]`` options: a bad value becomes a warning and the default stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..state.records import dataclass
from .colors import parse_color
from .theme_defaults import SHADE_NAMES

_COLORS = ("primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor", "linkColor")
_CODE = ("codeTextColor", "codeBackgroundColor", "codeFont", "codeFontSize", "codeFontWeight")
_BORDERS = ("borderColor", "dataframeBorderColor", "showWidgetBorder", "baseRadius", "buttonRadius")
_FRAMES = ("dataframeHeaderBackgroundColor", "dataframeHeaderTextColor", "linkUnderline")
_TYPE = ("font", "headingFont", "headingFontSizes", "headingFontWeights", "paddingTop", "paddingBottom")
_CHARTS = ("chartCategoricalColors", "chartSequentialColors", "chartDivergingColors")
_SHADES = tuple(f"{name}{use}" for use in ("Color", "BackgroundColor", "TextColor") for name in SHADE_NAMES)

SECTION_OPTIONS = frozenset(_COLORS + _CODE + _BORDERS + _FRAMES + _TYPE + _CHARTS + _SHADES)
"""The options that every theme section may hold."""
ROOT_OPTIONS = SECTION_OPTIONS | {
    "base",
    "fontFaces",
    "baseFontSize",
    "baseFontWeight",
    "metricValueFontSize",
    "metricValueFontWeight",
    "showSidebarBorder",
}
"""The options of ``[theme]`` itself."""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One file of a font: ``url`` is a path or an address, ``weight`` may be a range such as "200 900"."""

    family: str
    url: str
    weight: str = "400"
    style: Literal["normal", "italic", "oblique"] = "normal"
    unicode_range: str = ""


class Options:
    """A flat set of options that are asked for one by one.

    Attributes:
        warnings: One sentence for each option that could not be used, in the order asked.
    """

    def __init__(self, values: Mapping[str, object], rem: float = 16.0) -> None:
        self.values = values
        self.rem = rem
        self.warnings: list[str] = []

    def has(self, name: str) -> bool:
        """Whether the option is set to anything."""
        value = self.values.get(name)
        return value is not None and value != ""

    def warn(self, name: str, accepts: str) -> None:
        """Report that the option's value cannot be used, and what could."""
        text = f"theme option {name}={self.values.get(name)!r} is not used: it takes {accepts}"
        if text not in self.warnings:
            self.warnings.append(text)

    def warn_unknown(self, name: str) -> None:
        """Report an option that there is none of."""
        self.warnings.append(f"there is no theme option {name}")

    def color(self, name: str, default: str, over: str = "#ffffff") -> str:
        """A colour as opaque ``#rrggbb``; a translucent one is laid over ``over``."""
        if not self.has(name):
            return default
        try:
            return parse_color(str(self.values[name]), over)
        except ValueError:
            self.warn(name, "a colour: #rrggbb, rgb(…), hsl(…) or a CSS colour name")
            return default

    def colors(self, name: str, default: tuple[str, ...], count: int = 0) -> tuple[str, ...]:
        """A list of colours, exactly ``count`` of them if that is not 0. Bad ones are left out."""
        if not self.has(name):
            return default
        value = self.values[name]
        found = []
        for item in value if isinstance(value, (list, tuple)) else [value]:
            try:
                found.append(parse_color(str(item)))
            except ValueError:
                self.warn(name, "a list of colours")
        if not found or (count and len(found) != count):
            self.warn(name, f"a list of {count} colours" if count else "a list of colours")
            return default
        return tuple(found)

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no."""
        value = self.values.get(name)
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        if self.has(name):
            self.warn(name, "true or false")
        return default

    def size(self, name: str, default: float, words: Mapping[str, float] | None = None) -> float:
        """A length in px from "12px", "0.75rem", "12" or one of ``words`` (in rem)."""
        px = self.optional_size(name, words)
        return default if px is None else px

    def optional_size(self, name: str, words: Mapping[str, float] | None = None) -> float | None:
        """As ``size``, None if the option is not set."""
        if not self.has(name):
            return None
        px = self._read_size(self.values[name], words or {})
        if px is None:
            names = "".join(f'"{word}", ' for word in words or ())
            self.warn(name, f'{names}"12px", "0.75rem" or "12" as a text')
        return px

    def sizes(self, name: str, default: tuple[float, ...]) -> tuple[float, ...]:
        """Lengths in px, one for all or a list whose missing tail keeps the default."""
        if not self.has(name):
            return default
        value = self.values[name]
        if not isinstance(value, (list, tuple)):
            px = self._read_size(value, {})
            found: list[float | None] = [px] * len(default)
        else:
            found = [self._read_size(item, {}) for item in value[: len(default)]]
        if not found or None in found or (isinstance(value, (list, tuple)) and len(value) > len(default)):
            self.warn(name, f'one length or up to {len(default)}, such as "2rem" or "32px"')
        sizes = [px if px is not None else default[at] for at, px in enumerate(found)]
        return tuple(sizes) + default[len(sizes) :]

    def weight(self, name: str, default: int, highest: int = 600) -> int:
        """A font weight: a multiple of 50 from 100 to ``highest``."""
        if not self.has(name):
            return default
        weight = _read_weight(self.values[name], highest)
        if weight is None:
            self.warn(name, f"a multiple of 50 from 100 to {highest}")
            return default
        return weight

    def weights(self, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """Font weights, one for all or a list whose missing tail keeps the default."""
        if not self.has(name):
            return default
        value = self.values[name]
        many = isinstance(value, (list, tuple))
        items = list(value)[: len(default)] if isinstance(value, (list, tuple)) else [value] * len(default)
        found = [_read_weight(item, 900) for item in items]
        if not found or None in found or (many and len(value) > len(default)):  # type: ignore[arg-type]
            self.warn(name, f"one multiple of 50 from 100 to 900, or up to {len(default)} of them")
        weights = [weight if weight is not None else default[at] for at, weight in enumerate(found)]
        return tuple(weights) + default[len(weights) :]

    def number(self, name: str, default: float) -> float:
        """A whole number above 0."""
        if not self.has(name):
            return default
        value = self.values[name]
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 200:
            self.warn(name, "a whole number of px from 1 to 200")
            return default
        return float(value)

    def font(self, name: str, default: str, fallback: str) -> str:
        """Font names with commas between, ending in a generic one."""
        if not self.has(name):
            return default
        value = self.values[name]
        if not isinstance(value, str):
            self.warn(name, 'font names such as "Inter, sans-serif"')
            return default
        names = []
        for part in _split_fonts(value):
            if "://" in part:
                # A style sheet on the web: nothing is fetched, but the font may be installed.
                part = part.split(":", 1)[0].strip().strip("'\"")
                self.warn(name, f"names of installed fonts or of [[theme.fontFaces]]; looking for {part!r}")
            names.append(part)
        if names and not {"sans-serif", "serif", "monospace"}.intersection(names):
            names.append(fallback)
        return ", ".join(names) or default

    def faces(self, name: str) -> tuple[FontFace, ...]:
        """The ``[[theme.fontFaces]]`` tables."""
        value = self.values.get(name) or ()
        if not isinstance(value, (list, tuple)):
            self.warn(name, "a list of tables with family and url")
            return ()
        faces = []
        for item in value:
            family = item.get("family") if isinstance(item, Mapping) else None
            url = item.get("url") if isinstance(item, Mapping) else None
            if not isinstance(family, str) or not isinstance(url, str) or not family or not url:
                self.warn(name, "tables with family and url")
                continue
            style = str(item.get("style", "normal"))
            known: Literal["normal", "italic", "oblique"] = (
                "italic" if style == "italic" else "oblique" if style.startswith("oblique") else "normal"
            )
            reach = item.get("unicodeRange", "")
            faces.append(FontFace(family, url, str(item.get("weight", "400")), known, str(reach)))
        return tuple(faces)

    def _read_size(self, value: object, words: Mapping[str, float]) -> float | None:
        if not isinstance(value, str):
            return None
        text = value.strip().lower()
        if text in words:
            return words[text] * self.rem
        unit, per = ("rem", self.rem) if text.endswith("rem") else ("px" if text.endswith("px") else "", 1.0)
        try:
            number = float(text[: len(text) - len(unit)]) * per
        except ValueError:
            return None
        return number if 0 <= number <= 10_000 else None


def _read_weight(value: object, highest: int) -> int | None:
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 100 <= value <= highest and value % 50 == 0 else None


def _split_fonts(text: str) -> list[str]:
    # The commas of a web address are its own; those between names have a blank behind them.
    parts = text.split(", " if "://" in text else ",")
    stripped = (part.strip() if "://" in part else part.strip().strip("'\"") for part in parts)
    return [part for part in stripped if part]
