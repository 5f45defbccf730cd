"""Material Symbols and emoji by name. Knows no Qt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ...state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ...state.patterns import pattern

ICON_FAMILY = "Material Symbols Rounded 48pt"
_NAMES = Path(__file__).parent.parent / "assets" / "material_names.txt"
_MATERIAL = pattern(r":material/([a-z0-9_]+):")
_HINT = "Give one emoji or a Material icon such as `:material/thumb_up:`."


@lru_cache(maxsize=1)
def _glyphs() -> dict[str, str]:
    pairs = (line.split() for line in _NAMES.read_text("ascii").splitlines())
    return {name: chr(int(code, 16)) for name, code in pairs}


@lru_cache(maxsize=1)
def _glyph_names() -> dict[str, str]:
    # Some names share a glyph ("home_filled" and "home"): the shortest says it best.
    names = sorted(_glyphs().items(), key=lambda pair: len(pair[0]), reverse=True)
    return {glyph: name for name, glyph in names}


def material_glyph(name: str) -> str | None:
    """The character of a Material Symbol in the bundled font; None if there is no such symbol."""
    return _glyphs().get(name)


def glyph_source(glyph: str) -> str | None:
    """The shortcode that a character of the icon font stands for; None for other characters."""
    name = _glyph_names().get(glyph)
    return None if name is None else f":material/{name}:"


def icon_glyph(icon: str) -> tuple[str, bool]:
    """What to draw for an icon.

    Args:
        icon: An emoji or ``:material/name:``.

    Returns:
        The characters, and whether they belong to the icon font (``ICON_FAMILY``).
    """
    found = _MATERIAL.fullmatch(icon)
    glyph = material_glyph(found.group(1)) if found is not None else None
    return (icon, False) if glyph is None else (glyph, True)


@lru_cache(maxsize=512)
def emoji(name: str) -> str | None:
    """The emoji for a shortcode without its colons ("tada"); None if there is none."""
    from emoji import emojize

    code = f":{name.lower()}:"
    text = emojize(code, language="alias")
    return None if text == code else text


def validate_icon(icon: str | None) -> str:
    """Check the ``icon`` of a command.

    Args:
        icon: A single emoji, a Material icon (``:material/name:``), "spinner", "" or None.

    Returns:
        The icon without surrounding blanks; "" for none.

    Raises:
        StreamlitInvalidParameterTypeError: ``icon`` is neither text nor None.
        StreamlitAPIException: The text is no icon.

    Example:
        >>> validate_icon(":material/home:")
        ':material/home:'
    """
    if icon is None:
        return ""
    if not isinstance(icon, str):
        raise StreamlitInvalidParameterTypeError(
            f"`icon` must be a `str` or `None`, but it is of the type `{type(icon).__name__}`."
        )
    if icon == "" or icon == "spinner":
        return icon
    if icon.startswith(":material"):
        return _validate_material(icon)
    if _is_emoji(icon.strip()):
        return icon.strip()
    raise StreamlitAPIException(_why_not(icon))


def split_icon(label: str) -> tuple[str, str]:
    """Take the icon off that a label begins with.

    Args:
        label: A label; the icon is its first word, a single emoji or ``:material/name:``.

    Returns:
        The icon, "" for none, and the rest.

    Example:
        >>> split_icon(":material/home: Home")
        (':material/home:', 'Home')
    """
    word, _, rest = label.partition(" ")
    found = _MATERIAL.fullmatch(word)
    if found is not None and material_glyph(found.group(1)) is not None:
        return word, rest
    if word and not word.isascii() and _is_emoji(word):
        return word, rest
    return "", label


def _validate_material(icon: str) -> str:
    found = _MATERIAL.fullmatch(icon)
    if found is not None and material_glyph(found.group(1)) is not None:
        return icon
    # Written with a code span so that the message does not turn the name into an icon.
    raise StreamlitAPIException(
        f"`icon`: there is no Material icon `{icon}`. Names are in snake case, as in "
        "`:material/thumb_up:`; see fonts.google.com/icons, style *Rounded*."
    )


def _is_emoji(text: str) -> bool:
    from emoji import EMOJI_DATA

    return text in EMOJI_DATA or f"{text}\ufe0f" in EMOJI_DATA


def _why_not(icon: str) -> str:
    from emoji import emoji_count

    if "://" in icon:
        return f"`icon` cannot be a picture from the web (`{icon}`). {_HINT}"
    if len(icon) > 2 and icon.startswith(":") and icon.endswith(":"):
        return f"`icon` does not take emoji shortcodes (`{icon}`). {_HINT}"
    if emoji_count(icon) > 1:
        return f"`icon` takes a single emoji, not several: {icon}"
    return f'`icon` does not accept "{icon}". {_HINT}'
