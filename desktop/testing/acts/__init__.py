"""What a user can do to each kind of element; one file for each family of them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from .base import Acts

if TYPE_CHECKING:
    from ..driver import AppDriver
    from ..find import Candidate

# The kind of element, and the class of acts in the file of that name. What is missing can be clicked.
ACTS = {
    "button": ("buttons", "ButtonActs"),
    "button_group": ("groups", "ButtonGroupActs"),
    "chat_input": ("chat", "ChatActs"),
    "checkbox": ("marks", "MarkActs"),
    "color_picker": ("colors", "ColorActs"),
    "dataframe": ("tables", "TableActs"),
    "date_input": ("dates", "DateActs"),
    "date_time_input": ("dates", "MomentActs"),
    "dialog": ("blocks", "DialogActs"),
    "download_button": ("buttons", "ButtonActs"),
    "expander": ("blocks", "ExpanderActs"),
    "feedback": ("groups", "FeedbackActs"),
    "file_uploader": ("files", "FileUploaderActs"),
    "link_button": ("buttons", "ButtonActs"),
    "menu_button": ("buttons", "MenuButtonActs"),
    "multiselect": ("lists", "MultiselectActs"),
    "number_input": ("fields", "NumberActs"),
    "page_link": ("buttons", "ButtonActs"),
    "pagination": ("pages", "PaginationActs"),
    "popover": ("blocks", "PopoverActs"),
    "radio": ("lists", "RadioActs"),
    "selectbox": ("lists", "SelectboxActs"),
    "select_slider": ("sliders", "SliderActs"),
    "slider": ("sliders", "SliderActs"),
    "status": ("blocks", "ExpanderActs"),
    "tab": ("blocks", "TabActs"),
    "tab_container": ("blocks", "TabsActs"),
    "table": ("tables", "StaticTableActs"),
    "text_area": ("fields", "AreaActs"),
    "text_input": ("fields", "FieldActs"),
    "time_input": ("dates", "TimeActs"),
    "toggle": ("marks", "MarkActs"),
}


def acts_for(candidate: Candidate, driver: AppDriver) -> Acts:
    """What can be done to something that was found."""
    place = ACTS.get(candidate.kind) if candidate.is_element else None
    cls = Acts if place is None else getattr(importlib.import_module(f".{place[0]}", __name__), place[1])
    made: Acts = cls(driver, candidate.widget)
    return made
