"""Where a test looks: the whole app, a region of it, or a container."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, overload

from ...state.element import Element
from .find import Candidate, Query, choose, matches, of_widget
from .roles import open_windows, role_of, widgets_below
from .words import is_text, words_of

if TYPE_CHECKING:
    from .driver import AppDriver
    from .found import Found

Test = Callable[[Element], bool]


class Find(Protocol):
    """What ``app.slider`` and its like are: functions that find one thing."""

    def __call__(
        self, label: str | None = None, *, key: str | None = None, index: int | None = None
    ) -> Found: ...


class Finder:
    """Finds elements of some kinds; one line in `Place` for each.

    Args:
        what: How to call such an element.
        kinds: The kinds of element; by default the one that is called so.
        test: A further condition.
    """

    def __init__(self, what: str, *kinds: str, test: Test | None = None) -> None:
        self.query = Query(what, kinds or (what.replace(" ", "_"),), test=test)

    @overload
    def __get__(self, place: None, kind: type) -> Finder: ...

    @overload
    def __get__(self, place: Place, kind: type) -> Find: ...

    def __get__(self, place: Place | None, kind: type) -> Finder | Find:
        if place is None:
            return self
        own = self.query

        def find(
            label: str | None = None, *, key: str | None = None, index: int | None = None
        ) -> Found:
            __tracebackhide__ = True
            return place.find(
                Query(own.what, own.kinds, label=label, key=key, index=index, test=own.test)
            )

        return find


def _has(name: str, value: object = ...) -> Test:
    if value is ...:
        return lambda element: hasattr(element, name)
    return lambda element: bool(getattr(element, name, None) == value)


class Place:
    """Finds as a person does. Each finder takes a label (of texts: a part of them), a key, an index."""

    # To use
    audio_input = Finder("audio input")
    button = Finder("button")
    camera_input = Finder("camera input")
    chat_input = Finder("chat input")
    checkbox = Finder("checkbox")
    color_picker = Finder("color picker")
    data_editor = Finder("data editor", "dataframe", test=_has("editing"))
    date_input = Finder("date input")
    datetime_input = Finder("datetime input", "date_time_input")
    download_button = Finder("download button")
    feedback = Finder("feedback")
    file_uploader = Finder("file uploader")
    form_submit_button = Finder("form submit button", "button", test=_has("submits", True))
    link_button = Finder("link button")
    menu_button = Finder("menu button")
    multiselect = Finder("multiselect")
    number_input = Finder("number input")
    page_link = Finder("page link")
    pagination = Finder("pagination")
    pills = Finder("pills", "button_group", test=_has("style", "pills"))
    radio = Finder("radio")
    segmented_control = Finder("segmented control", "button_group", test=_has("style", "segmented_control"))
    select_slider = Finder("select slider")
    selectbox = Finder("selectbox")
    slider = Finder("slider")
    text_area = Finder("text area")
    text_input = Finder("text input")
    time_input = Finder("time input")
    toggle = Finder("toggle")

    # To read
    caption = Finder("caption")
    code = Finder("code")
    dataframe = Finder("dataframe")
    error = Finder("error")
    exception = Finder("exception")
    header = Finder("header")
    image = Finder("image")
    info = Finder("info")
    json = Finder("json")
    latex = Finder("latex")
    markdown = Finder("markdown")
    metric = Finder("metric")
    progress = Finder("progress")
    subheader = Finder("subheader")
    success = Finder("success")
    table = Finder("table")
    title = Finder("title")
    warning = Finder("warning")

    # To look into
    chat_message = Finder("chat message")
    column = Finder("column")
    container = Finder("container", "flex_container", test=_has("autoscroll"))
    dialog = Finder("dialog")
    expander = Finder("expander")
    form = Finder("form")
    grid = Finder("grid", "grid_container")
    popover = Finder("popover")
    status = Finder("status")
    tab = Finder("tab")

    @property
    def driver(self) -> AppDriver:
        """The app."""
        raise NotImplementedError

    @property
    def where(self) -> str:
        """The place in words, such as "in the sidebar"."""
        raise NotImplementedError

    def candidates(self) -> list[Candidate]:
        """All elements here, in the order of the page."""
        raise NotImplementedError

    def text(self, text: str | None = None, *, index: int | None = None) -> Found:
        """Something to read that says this, whatever command has shown it.

        Args:
            text: What it says, or a part of it.
            index: Which of several, from 0.
        """
        __tracebackhide__ = True
        return self.find(Query("text", label=text, index=index, test=is_text))

    def get(
        self,
        label: str | None = None,
        *,
        kind: str | None = None,
        key: str | None = None,
        text: str | None = None,
        role: str | None = None,
        index: int | None = None,
    ) -> Found:
        """Find by whatever is known.

        Args:
            label: The label, or of a text a part of it.
            kind: The kind of element, as the command is called.
            key: The key that the script gave.
            text: A part of what it says.
            role: What it is to a screen reader (``"button"``, ``"checkbox"``, ``"textbox"`` …). This
                finds every widget, also those that are no elements: the menu, a list, a cross.
            index: Which of several, from 0; -1 is the last.

        Raises:
            NotFoundError: It is not there; the message lists what is.
            AmbiguousError: There are several.

        Example:
            >>> app.get(role="button", label="Remove notes.txt").click()
        """
        __tracebackhide__ = True
        return self.find(
            Query(
                role or kind or "element", (role,) if role else (kind,) if kind else (),
                label=label, key=key, text=text, role=role, index=index,
            )
        )  # fmt: skip

    def find(self, query: Query) -> Found:
        """Find what a query means; see `get`."""
        __tracebackhide__ = True
        from .found import Found

        self.driver.check()
        return Found(self, query, self.resolve(query))

    def resolve(self, query: Query) -> Candidate:
        """What a query means at this moment."""
        __tracebackhide__ = True
        return choose(query, self._searched(query), self.where, self.driver.hint())

    def all(
        self, kind: str | None = None, *, text: str | None = None, role: str | None = None
    ) -> list[Found]:
        """All that fits, in the order of the page; perhaps nothing.

        Args:
            kind: The kind of element.
            text: A part of what it says.
            role: A role, as for `get`.
        """
        __tracebackhide__ = True
        from .found import Found

        self.driver.check()
        name = role or kind
        query = Query(name or "element", (name,) if name else (), text=text, role=role)
        found = matches(query, self._searched(query))
        return [
            Found(self, Query(query.what, query.kinds, text=text, role=role, index=number), each)
            for number, each in enumerate(found)
        ]

    def has(self, text: str) -> bool:
        """Whether something here to read says this; the text is visible, not in a closed container."""
        query = Query("text", label=text, test=is_text)
        return any(each.visible for each in matches(query, self.candidates()))

    def texts(self) -> list[str]:
        """What can be read here at present, element by element, in the order of the page."""
        return [
            "\n".join(words_of(each.element))
            for each in self.candidates()
            if each.element is not None and each.is_text and each.visible
        ]

    def _searched(self, query: Query) -> list[Candidate]:
        if query.role is None:
            return self.candidates()
        tops = [self.root(), *(open_windows(self.driver.window) if self is self.driver else ())]
        return [
            of_widget(widget)
            for top in tops
            for widget in (*([top] if role_of(top) == query.role else ()), *widgets_below(top))
            if role_of(widget)
        ]

    def root(self) -> Any:
        """The widget that holds all that is here."""
        raise NotImplementedError
