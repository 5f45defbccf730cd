"""Small widgets that paint themselves, for what a style sheet cannot draw. They know no elements."""

from __future__ import annotations

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
