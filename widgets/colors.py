"""Colours as text: reading the ways CSS writes them, and mixing them. Knows no Qt."""

from __future__ import annotations

import colorsys
import re

from ..state.patterns import pattern
from .color_names import COLOR_NAMES

RGB = tuple[int, int, int]

_HEX = pattern(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = pattern(r"(rgba?|hsla?)\(([^()]*)\)")
_ANGLES = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}


def parse_color(text: str, over: str = "#ffffff") -> str:
    """Read a CSS colour and return it as opaque ``#rrggbb``.

    Args:
        text: ``#rgb``, ``#rgba``, ``#rrggbb``, ``#rrggbbaa``, ``rgb()``, ``rgba()``, ``hsl()``, ``hsla()``
            or one of the CSS names, in any case.
        over: What a translucent colour is laid over, ``#rrggbb``.

    Raises:
        ValueError: If the text is none of these.

    Example:
        >>> parse_color("rgb(255 0 0 / 50%)")
        '#ff8080'
    """
    word = text.strip().lower()
    if word == "transparent":
        return over
    word = COLOR_NAMES.get(word, word)
    if _HEX.fullmatch(word):
        rgb, alpha = _read_hex(word[1:])
    else:
        match = _FUNCTION.fullmatch(word)
        if match is None:
            raise ValueError(f"{text!r} is no colour; write #rrggbb, rgb(…), hsl(…) or a CSS colour name")
        try:
            rgb, alpha = _read_function(match[1][:3], re.split(r"[\s,/]+", match[2].strip()))
        except ValueError as error:
            raise ValueError(f"{text!r} is no colour: {error}") from None
    return mix(over, to_hex(rgb), alpha)


def to_rgb(color: str) -> RGB:
    """Return the red, green and blue (0–255) of a ``#rrggbb``."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def to_hex(rgb: tuple[float, float, float]) -> str:
    """Return ``#rrggbb`` for red, green and blue of 0–255."""
    red, green, blue = (min(255, max(0, int(part + 0.5))) for part in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def mix(color: str, other: str, share: float) -> str:
    """Lay ``share`` (0–1) of ``other`` over ``color``; both and the result are ``#rrggbb``."""
    pairs = zip(to_rgb(color), to_rgb(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return to_hex((red, green, blue))


def lighten(color: str, amount: float) -> str:
    """Raise the HSL lightness by ``amount`` (-1 to 1; negative darkens), in whole percent."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in to_rgb(color)))
    # Whole percents, or the derived shades drift from the published ones by a step or two.
    light = int(min(1.0, max(0.0, light + amount)) * 100 + 0.5) / 100
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return to_hex((red * 255, green * 255, blue * 255))


def luminance(color: str) -> float:
    """Return the relative luminance of a ``#rrggbb`` as WCAG defines it, 0 (black) to 1 (white)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in to_rgb(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: str, other: str) -> float:
    """Return the WCAG contrast ratio of two ``#rrggbb``, 1 to 21."""
    low, high = sorted((luminance(color), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _read_hex(digits: str) -> tuple[RGB, float]:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    alpha = int(digits[6:], 16) / 255 if len(digits) == 8 else 1.0
    return to_rgb("#" + digits), alpha


def _read_function(kind: str, parts: list[str]) -> tuple[RGB, float]:
    if len(parts) not in (3, 4):
        raise ValueError(f"{kind}() takes three numbers and perhaps an alpha")
    alpha = _read_share(parts[3]) if len(parts) == 4 else 1.0
    if kind == "rgb":
        red, green, blue = (_read_byte(part) for part in parts[:3])
    else:
        saturation, light = (_read_share(part, bare_percent=True) for part in parts[1:3])
        hue = _read_angle(parts[0]) % 360 / 360
        red, green, blue = (part * 255 for part in colorsys.hls_to_rgb(hue, light, saturation))
    return to_rgb(to_hex((red, green, blue))), alpha


def _read_number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{text!r} is no number") from None
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(f"{text!r} is no finite number")
    return number


def _read_byte(text: str) -> float:
    return _read_number(text[:-1]) * 2.55 if text.endswith("%") else _read_number(text)


def _read_share(text: str, bare_percent: bool = False) -> float:
    percent = text.endswith("%")
    number = _read_number(text[:-1] if percent else text)
    return min(1.0, max(0.0, number / 100 if percent or bare_percent else number))


def _read_angle(text: str) -> float:
    for unit, degrees in _ANGLES.items():
        if text.endswith(unit) and not (unit == "rad" and text.endswith("grad")):
            return _read_number(text[: -len(unit)]) * degrees
    return _read_number(text)
