"""desklit runs Streamlit scripts as native desktop windows.

``import desklit as st`` offers what ``import streamlit as st`` does. Commands are imported when a
script first uses them, so that a small app starts fast.
"""

from __future__ import annotations

from typing import Any

from .state.container import ActiveContainer, RegionContainer
from .state.importing import importer
from .widgets.catalog import Catalog, Missing

__version__ = "0.1.0"

# Adding a widget: one line here, the name of the command and the file in widgets/ that holds it.
COMMANDS = {
    "badge": "badge",
    "balloons": "celebration",
    "button": "button",
    "caption": "caption",
    "chat_input": "chat_input",
    "chat_message": "chat_message",
    "checkbox": "checkbox",
    "code": "code",
    "color_picker": "color_picker",
    "columns": "columns",
    "container": "container",
    "data_editor": "data_editor",
    "dataframe": "data_editor",
    "date_input": "date_input",
    "datetime_input": "datetime_input",
    "divider": "divider",
    "download_button": "download_button",
    "empty": "empty",
    "error": "alert",
    "exception": "exception",
    "expander": "expander",
    "feedback": "feedback",
    "file_uploader": "file_uploader",
    "form": "form",
    "form_submit_button": "form",
    "grid": "grid",
    "header": "heading",
    "info": "alert",
    "json": "json_view",
    "latex": "latex",
    "link_button": "link_button",
    "markdown": "markdown_text",
    "menu_button": "menu_button",
    "metric": "metric",
    "multiselect": "multiselect",
    "number_input": "number_input",
    "pagination": "pagination",
    "page_link": "page_link",
    "pills": "button_group",
    "popover": "popover",
    "progress": "progress",
    "help": "help_box",
    "html": "html",
    "image": "image",
    "radio": "radio",
    "segmented_control": "button_group",
    "select_slider": "select_slider",
    "selectbox": "selectbox",
    "skeleton": "skeleton",
    "slider": "slider",
    "snow": "celebration",
    "space": "space",
    "spinner": "spinner",
    "status": "status",
    "subheader": "heading",
    "success": "alert",
    "table": "data_editor",
    "tabs": "tabs",
    "text": "text",
    "text_area": "text_area",
    "text_input": "text_input",
    "time_input": "time_input",
    "title": "heading",
    "toast": "toast",
    "toggle": "toggle",
    "warning": "alert",
    "write": "write",
    "write_stream": "write_stream",
}

# What is in ``st`` without being a method of containers: name -> (module, attribute).
OBJECTS = {
    "context": ("widgets.world", "context"),
    "login": ("widgets.world", "login"),
    "logout": ("widgets.world", "logout"),
    "secrets": ("widgets.world", "secrets"),
    "user": ("widgets.world", "user"),
    "fragment": ("widgets.fragment", "fragment"),
    "dialog": ("widgets.dialog", "dialog"),
    "cache_data": ("state.caching.decorate", "cache_data"),
    "cache_resource": ("state.caching.decorate", "cache_resource"),
    "Page": ("widgets.page", "Page"),
    "navigation": ("widgets.navigation", "navigation"),
    "switch_page": ("widgets.navigation", "switch_page"),
    "rerun": ("widgets.control", "rerun"),
    "stop": ("widgets.control", "stop"),
    "echo": ("widgets.echo", "echo"),
    "logo": ("widgets.logo", "logo"),
    "get_option": ("widgets.control", "get_option"),
    "set_option": ("widgets.control", "set_option"),
    "set_page_config": ("widgets.control", "set_page_config"),
    "query_params": ("widgets.control", "query_params"),
    "session_state": ("widgets.control", "session_state"),
    "connection": ("state.connections.connect", "connection"),
    "connections": ("state.connections", ""),
    "column_config": ("widgets.data_editor.column_config", ""),
    "errors": ("state.errors", ""),
}

# Streamlit's commands that desklit does not have yet; using one says so.
MISSING = frozenset(
    """
    App altair_chart area_chart audio audio_input bar_chart
    camera_input components     echarts_chart graphviz_chart iframe
    line_chart map mermaid_chart
    pdf plotly_chart pydeck_chart pyplot scatter_chart     vega_lite_chart video
    """.split()  # noqa: SIM905 - a hundred names read better without quotes
)

catalog = Catalog(COMMANDS, MISSING)
catalog.serve()
_active = ActiveContainer()
sidebar = RegionContainer("sidebar")
bottom = RegionContainer("bottom")


def __getattr__(name: str) -> Any:
    if name in COMMANDS:
        value = getattr(_active, name)
    elif name in OBJECTS:
        value = _load(*OBJECTS[name])
    elif name in MISSING:
        value = Missing(name)
    elif name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    else:
        raise AttributeError(catalog.unknown(name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *COMMANDS, *OBJECTS})


def _load(module: str, attribute: str) -> Any:
    loaded = importer.find(f"{__name__}.{module}")
    return getattr(loaded, attribute) if attribute else loaded
