"""Widgets by their role, as assistive technology sees them: also the parts that are no elements."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

_Role = QAccessible.Role
ROLES = {
    _Role.AlertMessage: "alert",
    _Role.Button: "button",
    _Role.ButtonMenu: "button",
    _Role.CheckBox: "checkbox",
    _Role.ComboBox: "combobox",
    _Role.Dialog: "dialog",
    _Role.EditableText: "textbox",
    _Role.Graphic: "img",
    _Role.Heading: "heading",
    _Role.Link: "link",
    _Role.List: "listbox",
    _Role.PageTabList: "tablist",
    _Role.PopupMenu: "menu",
    _Role.ProgressBar: "progressbar",
    _Role.RadioButton: "radio",
    _Role.Slider: "slider",
    _Role.SpinBox: "spinbutton",
    _Role.StaticText: "text",
    _Role.Switch: "switch",
    _Role.Table: "table",
    _Role.Tree: "tree",
}


def role_of(widget: QWidget) -> str:
    """The role by its name in ARIA; "" for what has none."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return ROLES.get(interface.role(), "") if interface is not None else ""


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return name or widget.accessibleName()


def widgets_below(top: QWidget) -> Iterator[QWidget]:
    """All visible widgets in a widget; not those in menus, lists and dialogs that belong to it."""
    window = top.window()
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            yield widget


def open_windows(window: QWidget) -> list[QWidget]:
    """The visible windows that belong to a window: menus, lists, dialogs."""
    return [
        top
        for top in QApplication.topLevelWidgets()
        if top is not window and top.isVisible() and _belongs(top, window)
    ]


def _belongs(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent is window:
            return True
        parent = parent.parentWidget()
    return False
