"""Which class of node shows which type of element."""

from __future__ import annotations

from ...state.element import Element
from . import blocks, choices, displays, fields, files, folding, tables
from .nodes import Node, UnknownElement

NODES: dict[str, type[Node]] = {
    "audio_input": files.FileUploader,
    "button": fields.Button,
    "button_group": choices.ButtonGroup,
    "camera_input": files.FileUploader,
    "caption": displays.Caption,
    "chat_input": fields.ChatInput,
    "chat_message": blocks.ChatMessage,
    "checkbox": fields.Checkbox,
    "code": displays.Code,
    "color_picker": fields.ColorPicker,
    "column": blocks.Column,
    "data_editor": tables.DataEditor,
    "dataframe": tables.Dataframe,
    "date_input": fields.DateInput,
    "date_time_input": fields.DateTimeInput,
    "dialog": folding.Dialog,
    "divider": displays.Divider,
    "download_button": fields.Button,
    "error": displays.Error,
    "exception": displays.Exception,
    "expander": folding.Expander,
    "feedback": fields.Feedback,
    "file_uploader": files.FileUploader,
    "form": blocks.Form,
    "grid_container": blocks.Grid,
    "header": displays.Header,
    "help_info": displays.Help,
    "html": displays.Html,
    "image": displays.Image,
    "info": displays.Info,
    "json": displays.Json,
    "latex": displays.Latex,
    "link_button": displays.LinkButton,
    "markdown": displays.Markdown,
    "menu_button": choices.MenuButton,
    "metric": displays.Metric,
    "multiselect": choices.Multiselect,
    "number_input": fields.NumberInput,
    "page_link": displays.PageLink,
    "pagination": fields.Pagination,
    "popover": folding.Popover,
    "progress": displays.Progress,
    "radio": choices.Radio,
    "select_slider": choices.SelectSlider,
    "selectbox": choices.Selectbox,
    "slider": fields.Slider,
    "space": displays.Space,
    "status": folding.Status,
    "subheader": displays.Subheader,
    "success": displays.Success,
    "tab": folding.Tab,
    "tab_container": folding.TabRow,
    "table": displays.Table,
    "text": displays.Text,
    "text_area": fields.TextArea,
    "text_input": fields.TextInput,
    "time_input": fields.TimeInput,
    "title": displays.Title,
    "toast": displays.Toast,
    "toggle": fields.Toggle,
    "warning": displays.Warning,
}


def node_class(element: Element, *, holds: bool) -> type[Node]:
    """The class of an element's node.

    Args:
        element: The element.
        holds: Whether it holds others.
    """
    # Streamlit calls an editor a dataframe, too.
    found = NODES.get("data_editor" if hasattr(element, "editing") else element.kind)
    if holds:
        return found if found is not None and issubclass(found, blocks.Block) else blocks.Block
    return found if found is not None and not issubclass(found, blocks.Block) else UnknownElement
