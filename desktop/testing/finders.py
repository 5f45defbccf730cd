"""Accessors: ``app.button``, ``app.sidebar.slider`` …, for whole apps and for blocks alike.

An accessor is one line: which class of node it gives, of which type of element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from .sequences import BlockList, ElementList, WidgetList

if TYPE_CHECKING:
    from . import blocks, choices, displays, fields, files, folding, tables
    from .nodes import Node

L = TypeVar("L")
Test = Callable[["Node"], bool]


class Accessor(Generic[L]):
    """Gives the nodes of one type, below the app or block that it is asked of."""

    def __init__(self, make: Callable[[list[Any]], Any], type: str, test: Test | None = None) -> None:
        self.make = make
        self.type = type
        self.test = test

    @overload
    def __get__(self, owner: None, kind: type) -> Accessor[L]: ...

    @overload
    def __get__(self, owner: Finders, kind: type) -> L: ...

    def __get__(self, owner: Finders | None, kind: type) -> Accessor[L] | L:
        if owner is None:
            return self
        found: L = self.make(self.select(owner.nodes()))
        return found

    def select(self, nodes: Iterator[Node]) -> list[Node]:
        """Those of the type."""
        test = self.test
        return [node for node in nodes if node.type == self.type and (test is None or test(node))]


def _element(type: str, test: Test | None = None) -> Any:
    return Accessor(ElementList, type, test)


def _widget(type: str, test: Test | None = None) -> Any:
    return Accessor(WidgetList, type, test)


def _block(type: str, test: Test | None = None) -> Any:
    return Accessor(BlockList, type, test)


def _has(name: str, *values: object) -> Test:
    """A test for what an element says of itself."""
    return lambda node: getattr(node.element, name, None) in values


class Finders:
    """All accessors."""

    # Widgets
    audio_input: Accessor[WidgetList[files.FileUploader]] = _widget("audio_input")
    button: Accessor[WidgetList[fields.Button]] = _widget("button")
    button_group: Accessor[WidgetList[choices.ButtonGroup]] = _widget("button_group")
    camera_input: Accessor[WidgetList[files.FileUploader]] = _widget("camera_input")
    chat_input: Accessor[WidgetList[fields.ChatInput]] = _widget("chat_input")
    checkbox: Accessor[WidgetList[fields.Checkbox]] = _widget("checkbox")
    color_picker: Accessor[WidgetList[fields.ColorPicker]] = _widget("color_picker")
    data_editor: Accessor[ElementList[tables.DataEditor]] = _element(
        "dataframe", lambda node: hasattr(node.element, "editing")
    )
    date_input: Accessor[WidgetList[fields.DateInput]] = _widget("date_input")
    datetime_input: Accessor[WidgetList[fields.DateTimeInput]] = _widget("date_time_input")
    download_button: Accessor[WidgetList[fields.Button]] = _widget("download_button")
    feedback: Accessor[WidgetList[fields.Feedback]] = _widget("feedback")
    file_uploader: Accessor[WidgetList[files.FileUploader]] = _widget("file_uploader")
    form_submit_button: Accessor[WidgetList[fields.Button]] = _widget("button", _has("submits", True))
    menu_button: Accessor[WidgetList[choices.MenuButton]] = _widget("menu_button")
    multiselect: Accessor[WidgetList[choices.Multiselect]] = _widget("multiselect")
    number_input: Accessor[WidgetList[fields.NumberInput]] = _widget("number_input")
    pagination: Accessor[WidgetList[fields.Pagination]] = _widget("pagination")
    pills: Accessor[WidgetList[choices.ButtonGroup]] = _widget("button_group", _has("style", "pills"))
    radio: Accessor[WidgetList[choices.Radio]] = _widget("radio")
    segmented_control: Accessor[WidgetList[choices.ButtonGroup]] = _widget(
        "button_group", _has("style", "segmented_control")
    )
    select_slider: Accessor[WidgetList[choices.SelectSlider]] = _widget("select_slider")
    selectbox: Accessor[WidgetList[choices.Selectbox]] = _widget("selectbox")
    slider: Accessor[WidgetList[fields.Slider]] = _widget("slider")
    text_area: Accessor[WidgetList[fields.TextArea]] = _widget("text_area")
    text_input: Accessor[WidgetList[fields.TextInput]] = _widget("text_input")
    time_input: Accessor[WidgetList[fields.TimeInput]] = _widget("time_input")
    toggle: Accessor[WidgetList[fields.Toggle]] = _widget("toggle")

    # What only shows
    caption: Accessor[ElementList[displays.Caption]] = _element("caption")
    code: Accessor[ElementList[displays.Code]] = _element("code")
    dataframe: Accessor[ElementList[tables.Dataframe]] = _element("dataframe")
    divider: Accessor[ElementList[displays.Divider]] = _element("divider")
    error: Accessor[ElementList[displays.Error]] = _element("error")
    exception: Accessor[ElementList[displays.Exception]] = _element("exception")
    header: Accessor[ElementList[displays.Header]] = _element("header")
    help: Accessor[ElementList[displays.Help]] = _element("help_info")
    html: Accessor[ElementList[displays.Html]] = _element("html")
    image: Accessor[ElementList[displays.Image]] = _element("image")
    info: Accessor[ElementList[displays.Info]] = _element("info")
    json: Accessor[ElementList[displays.Json]] = _element("json")
    latex: Accessor[ElementList[displays.Latex]] = _element("latex")
    link_button: Accessor[ElementList[displays.LinkButton]] = _element("link_button")
    markdown: Accessor[ElementList[displays.Markdown]] = _element("markdown")
    metric: Accessor[ElementList[displays.Metric]] = _element("metric")
    page_link: Accessor[ElementList[displays.PageLink]] = _element("page_link")
    progress: Accessor[ElementList[displays.Progress]] = _element("progress")
    space: Accessor[ElementList[displays.Space]] = _element("space")
    subheader: Accessor[ElementList[displays.Subheader]] = _element("subheader")
    success: Accessor[ElementList[displays.Success]] = _element("success")
    table: Accessor[ElementList[displays.Table]] = _element("table")
    text: Accessor[ElementList[displays.Text]] = _element("text")
    title: Accessor[ElementList[displays.Title]] = _element("title")
    toast: Accessor[ElementList[displays.Toast]] = _element("toast")
    warning: Accessor[ElementList[displays.Warning]] = _element("warning")

    # Blocks
    chat_message: Accessor[BlockList[blocks.ChatMessage]] = _block("chat_message")
    columns: Accessor[BlockList[blocks.Column]] = _block("column")
    container: Accessor[BlockList[blocks.Block]] = _block(
        "flex_container", lambda node: hasattr(node.element, "autoscroll")
    )
    dialog: Accessor[BlockList[folding.Dialog]] = _block("dialog")
    expander: Accessor[BlockList[folding.Expander]] = _block("expander")
    form: Accessor[BlockList[blocks.Form]] = _block("form")
    grid: Accessor[BlockList[blocks.Grid]] = _block("grid")
    popover: Accessor[BlockList[folding.Popover]] = _block("popover")
    status: Accessor[BlockList[folding.Status]] = _block("status")
    tabs: Accessor[BlockList[folding.Tab]] = _block("tab")

    def nodes(self) -> Iterator[Node]:
        """What accessors look through."""
        raise NotImplementedError

    def of_type(self, type: str) -> list[Node]:
        """All nodes of a type; the names of accessors count too where no element has such a type."""
        exact = [node for node in self.nodes() if node.type == type]
        accessor = vars(Finders).get(type)
        if exact or not isinstance(accessor, Accessor):
            return exact
        return accessor.select(self.nodes())
