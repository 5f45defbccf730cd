"""``st.page_link``: a flat button that goes to another page of the app, or to an address."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable
from dataclasses import field
from typing import Any, ClassVar, Literal

from ..state.container import Container
from ..state.element import Width
from ..state.errors import StreamlitMissingRequiredParameterError
from ..state.pages import Visit
from ..state.records import dataclass
from .button import Button, ButtonView, checked_look
from .flags import flag
from .navigation import QueryInput, checked_query, facts_of, visit_of
from .page import Page
from .view import views


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink(Button):
    """A link to a page, or to the address ``url``. It has no value."""

    kind: ClassVar[str] = "page_link"

    visit: Visit = field(default_factory=Visit)
    url: str = ""

    @property
    def identity(self) -> Hashable | None:
        return None


def page_link(
    container: Container,
    page: str | os.PathLike[str] | Page,
    *,
    label: str | None = None,
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    help: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    query_params: QueryInput | None = None,
) -> Container:
    """Show a link to another page.

    Args:
        page: A page, its file relative to the script's folder, or an address that begins with ``http://``
            or ``https://``, which the browser opens.
        label: What it says, in Markdown of one line; by default the page's title. An address needs one.
        icon: An emoji, ``":material/name:"`` or ``"spinner"``; by default the page's, ``""`` for none.
        icon_position: ``"left"`` or ``"right"`` of the label.
        help: A tooltip, in Markdown; by default the page's, ``""`` for none.
        disabled: Whether it can't be clicked.
        use_container_width: The former way to say ``width="stretch"``.
        width: ``"content"``, ``"stretch"`` or px.
        query_params: The query parameters on that page, as a dict or pairs.

    Returns:
        A handle that replaces the link.

    Raises:
        StreamlitPageNotFoundError: The app has no such page.
        StreamlitMissingRequiredParameterError: An address has no label.
        StreamlitAPIException: ``icon`` is not one.

    Example:
        >>> st.page_link("pages/cart.py", label="Cart", icon=":material/shopping_cart:")
    """
    place = container.target()
    query = checked_query(query_params)
    title, sign, tip, visit, url = _target(page, label, query_params)
    look = checked_look(
        place, type="tertiary", icon=sign if icon is None else icon, icon_position=icon_position,
        shortcut=None, wrap=None, width=width, use_container_width=use_container_width,
    )  # fmt: skip
    return place.append(
        PageLink(
            id=(), label=title if label is None else str(label), help=tip if help is None else help or None,
            disabled=flag("disabled", disabled), width=look.width, type=look.type, icon=look.icon,
            icon_position=look.icon_position, wrap=look.wrap, value=False, initial=False, visit=visit,
            url=_with_query(url, query),
        )
    )  # fmt: skip


def _target(
    page: Any, label: str | None, query_params: QueryInput | None
) -> tuple[str, str, str | None, Visit, str]:
    """Title, icon, help, wish and address of what is linked to."""
    if isinstance(page, str) and re.match(r"https?://", page):
        if not label:
            raise StreamlitMissingRequiredParameterError(
                f"`label` is needed for the address {page}, which tells none."
            )
        return label, "", None, Visit(), page
    facts = page.facts if isinstance(page, Page) else facts_of(page)
    visit = Visit() if facts.url else visit_of(page, query_params)
    return facts.title, facts.icon, facts.help or None, visit, facts.url


def _with_query(url: str, query: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    if not url or not query:
        return url
    from urllib.parse import urlencode

    return f"{url}{'&' if '?' in url else '?'}{urlencode(query, doseq=True)}"


@views.shows(PageLink)
class PageLinkView(ButtonView[PageLink]):
    """The link; it asks the window for its page."""

    def _show(self, element: PageLink) -> None:
        super()._show(element)
        self.button.setStyleSheet("text-align: left;")

    def on_clicked(self) -> None:
        if self.element.url:
            self.scene.link_activated.emit(self.element.url)
        else:
            self.scene.page_wanted.emit(self.element.visit)
