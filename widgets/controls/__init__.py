"""Small widgets that paint themselves, for what a style sheet cannot draw. They know no elements."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .calendar import Calendar
    from .chevron import Chevron
    from .choice import CheckBox, RadioButton, Toggle
    from .combo import ComboBox
    from .field import FieldFrame, StepButton
    from .focus import FocusHalo
    from .popup import Popup, show_round_corners
    from .slider import SliderTrack
    from .spinner import Spinner

__all__ = [
    "Calendar",
    "CheckBox",
    "Chevron",
    "ComboBox",
    "FieldFrame",
    "FocusHalo",
    "Popup",
    "RadioButton",
    "SliderTrack",
    "Spinner",
    "StepButton",
    "Toggle",
    "show_round_corners",
]

_HOMES = {
    "Calendar": "calendar",
    "CheckBox": "choice",
    "Chevron": "chevron",
    "ComboBox": "combo",
    "FieldFrame": "field",
    "FocusHalo": "focus",
    "Popup": "popup",
    "RadioButton": "choice",
    "SliderTrack": "slider",
    "Spinner": "spinner",
    "StepButton": "field",
    "Toggle": "choice",
    "show_round_corners": "popup",
}


def __getattr__(name: str) -> Any:
    """Import a control when it is first used: most apps show few kinds, and all want to start fast."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    return value
