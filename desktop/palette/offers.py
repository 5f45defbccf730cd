"""All that a window offers: pages, buttons, the menu, settings, and places to go to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ...state.element import Element, Widget
from ...widgets.markdown.plain import plain_text
from ...widgets.slots import Slot
from ..menu_entry import walk
from .choice import Choice

if TYPE_CHECKING:
    from ..window import Window

PAGE, BUTTON, MENU, SETTING, GO_TO = "Page", "Button", "Menu", "Setting", "Go to"
_PRESSED = frozenset({"button", "download_button", "link_button", "menu_button", "page_link"})
_HEADINGS = frozenset({"title", "header", "subheader"})
_FOLDED = frozenset({"expander", "popover", "tab"})
_LOOKS = {"system": "as the app and the system", "light": "light", "dark": "dark"}
_OF_DOCUMENTS = ("restore", "ask_to_save")
_LONGEST = 80


def offers(window: Window, own: str = "") -> list[Choice]:
    """All that there is to choose, in the order in which it is listed while nothing is typed.

    Args:
        window: The window.
        own: The menu's entry that opens the palette: it is left out.
    """
    dialog = _open_dialog(window)
    slots = _slots(window, dialog)
    pressed, others = _of_elements(window, slots)
    pages = [] if dialog is not None else _pages(window)
    return [*pages, *pressed, *_of_menu(window, own), *_settings(window), *others]


# The page


def _open_dialog(window: Window) -> Slot | None:
    """The dialog that lies over the page, if there is one: nothing else can be clicked then."""
    found = None
    for slot in window.canvas.all_slots():
        if slot.element.kind == "dialog" and slot.view is not None and slot.view.is_open():
            found = slot
    return found


def _slots(window: Window, dialog: Slot | None) -> Iterator[Slot]:
    return dialog.walk() if dialog is not None else window.canvas.all_slots()


def _of_elements(window: Window, slots: Iterator[Slot]) -> tuple[list[Choice], list[Choice]]:
    """The buttons of the page, and what else it has to go to."""
    pressed: list[Choice] = []
    others: list[Choice] = []
    chapter = ""
    for slot in slots:
        element = slot.element
        if element.kind in _HEADINGS:
            chapter = _plain(getattr(element, "body", ""))
            if chapter:
                others.append(_place_of(window, slot, chapter, "Heading"))
        elif element.kind == "markdown":
            for heading in _headings_in(getattr(element, "body", "")):
                chapter = heading
                others.append(_place_of(window, slot, chapter, "Heading"))
        elif element.kind in _PRESSED:
            name = _name_of_button(element)
            if name:
                pressed.append(_button(window, slot, name, chapter))
        elif isinstance(element, Widget) or element.kind in _FOLDED:
            name = _plain(getattr(element, "label", ""))
            if name:
                others.append(_place_of(window, slot, name, chapter))
    return pressed, others


def _headings_in(body: str) -> Iterator[str]:
    if "#" in body and "```" not in body:
        for match in re.finditer(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", body, re.MULTILINE):
            yield _plain(match.group(1))


def _plain(text: object) -> str:
    words = " ".join(plain_text(text).split()) if isinstance(text, str) else ""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _name_of_button(element: Element) -> str:
    icon = getattr(element, "icon", None) or ""
    spoken = icon.removeprefix(":material/").rstrip(":").replace("_", " ")
    return _plain(getattr(element, "label", "")) or _plain(getattr(element, "help", None) or "") or spoken


def _identity(slot: Slot) -> tuple[object, ...]:
    """What makes an element the same one later: its id, or what it says."""
    element = slot.element
    return (element.kind, getattr(element, "id", None) or getattr(element, "label", ""))


def _button(window: Window, slot: Slot, name: str, chapter: str) -> Choice:
    element: Any = slot.element
    return Choice(
        name,
        partial(_press, window, slot),
        BUTTON,
        chapter,
        getattr(element, "shortcut", None) or "",
        enabled=not element.disabled,
        id=_identity(slot),
    )


def _place_of(window: Window, slot: Slot, name: str, where: str) -> Choice:
    identity = (*_identity(slot), name)
    return Choice(name, partial(_go_to, window, slot), GO_TO, where, id=identity)


def _is_there(slot: Slot) -> bool:
    """Whether an element is still on the page: a run may have ended since it was listed."""
    return slot.path()[0].element.kind == "region"


def _press(window: Window, slot: Slot) -> None:
    """Click a button where its user sees it."""
    if not _is_there(slot):
        return
    view = window.canvas.reveal(slot)
    button = view.findChild(QAbstractButton)
    if button is not None and button.isEnabled():
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()


def _go_to(window: Window, slot: Slot) -> None:
    """Bring an element into sight, and let the keys go to it if it takes any."""
    if not _is_there(slot):
        return
    view = window.canvas.reveal(slot)
    anchor = getattr(slot.element, "anchor", "")
    if anchor and any(area.show_anchor(anchor) for area in window.areas.values()):
        return
    target = view.focusProxy() or view
    if target.focusPolicy() != Qt.FocusPolicy.NoFocus:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


# The window


def _pages(window: Window) -> list[Choice]:
    pages = window.turner.pages
    if pages is None:
        return []
    return [
        Choice(
            page.title,
            partial(window.sidebar.page_chosen.emit, page),
            PAGE,
            page.section,
            checked=True if page.name == pages.current and not page.url else None,
            id=(PAGE, page.name or page.url),
        )
        for page in pages.pages
        if not page.hidden
    ]


def _of_menu(window: Window, own: str) -> list[Choice]:
    found = []
    for path, entry in walk(window.menu.entries()):
        if entry.act is not None and entry.name != own:
            name = entry.name.removesuffix("…").strip()
            first = entry.keys.split("; ")[0]
            where = " › ".join(path)
            found.append(
                Choice(
                    name, entry.act, MENU, where, first, entry.enabled, entry.checked, id=(MENU, path, name)
                )
            )
    return found


def _settings(window: Window) -> list[Choice]:
    config, preferences = window.session.config, window.preferences
    mode = config.get("client.toolbarMode")
    if mode == "minimal":
        return []
    develops = mode != "viewer" and config.get("server.allowRunOnSave")
    always = [_switch(window, "always_rerun", "Rerun at once when the script is saved")] if develops else []
    looks = [
        Choice(
            f"Theme: {words}",
            partial(setattr, preferences, "look", look),
            SETTING,
            checked=preferences.look == look,
            id=(SETTING, "look", look),
        )
        for look, words in _LOOKS.items()
    ]
    return [
        *looks,
        _switch(window, "wide", "Wide mode: pages use the whole window"),
        *always,
        _switch(window, "restore", "Keep sessions, to restore after a crash"),
        _switch(window, "ask_to_save", "Ask before closing what was changed"),
    ]


def _switch(window: Window, name: str, words: str) -> Choice:
    on = bool(getattr(window.preferences, name))

    def turn() -> None:
        setattr(window.preferences, name, not on)
        if name in _OF_DOCUMENTS:
            window.documents.follow_wishes()

    return Choice(words, turn, SETTING, checked=on, id=(SETTING, name))
