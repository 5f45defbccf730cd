"""Keyboard shortcuts of buttons: checked, and in the words of ``QKeySequence``."""

from __future__ import annotations

from ..state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

_MODIFIERS = {
    "ctrl": "Ctrl", "cmd": "Ctrl", "meta": "Ctrl", "mod": "Ctrl", "control": "Ctrl", "command": "Ctrl",
    "alt": "Alt", "option": "Alt", "shift": "Shift",
}  # fmt: skip
_KEYS = {
    "backspace": "Backspace", "delete": "Del", "down": "Down", "end": "End", "enter": "Return",
    "return": "Return", "esc": "Esc", "escape": "Esc", "home": "Home", "left": "Left",
    "pagedown": "PgDown", "pageup": "PgUp", "right": "Right", "space": "Space", "tab": "Tab", "up": "Up",
    "arrowdown": "Down", "arrowleft": "Left", "arrowright": "Right", "arrowup": "Up",
    **{f"f{n}": f"F{n}" for n in range(1, 13)},
}  # fmt: skip
RESERVED = ("C", "R")
_ORDER = ("Ctrl", "Alt", "Shift")


def checked_shortcut(shortcut: str | None) -> str | None:
    """Turn a shortcut such as ``"cmd+shift+o"`` into ``"Ctrl+Shift+O"``.

    Args:
        shortcut: One key (a letter, a digit, a function key, a named key), perhaps with modifiers.

    Raises:
        StreamlitInvalidParameterTypeError: It is no text.
        StreamlitAPIException: It names no key or several, an unknown one, or C or R, which the
            window keeps for itself.
    """
    if shortcut is None:
        return None
    if not isinstance(shortcut, str):
        raise StreamlitInvalidParameterTypeError(
            f'`shortcut` is {shortcut!r}. It accepts the name of a key, such as "F2" or "Ctrl+Enter".'
        )
    parts = [part.strip().lower() for part in shortcut.split("+") if part.strip()]
    if not parts:
        raise StreamlitAPIException(
            '`shortcut` is empty. Name a key, perhaps with modifiers: "K", "F2", "Ctrl+Enter".'
        )
    modifiers = {_MODIFIERS[part] for part in parts if part in _MODIFIERS}
    keys = [part for part in parts if part not in _MODIFIERS]
    if len(keys) != 1:
        raise StreamlitAPIException(f"`shortcut` is {shortcut!r}. It needs exactly one key beside modifiers.")
    key = keys[0].upper() if len(keys[0]) == 1 and keys[0].isalnum() else _KEYS.get(keys[0])
    if key is None:
        raise StreamlitAPIException(
            f"`shortcut` is {shortcut!r}, and {keys[0]!r} is no key that it accepts: a letter, a digit, "
            "F1 to F12, Enter, Esc, Space, Tab, Backspace, Delete, Home, End, PageUp, PageDown or an arrow."
        )
    if key in RESERVED:
        raise StreamlitAPIException(
            f"`shortcut` is {shortcut!r}, but C and R, with or without modifiers, belong to the window."
        )
    return "+".join([*(name for name in _ORDER if name in modifiers), key])
