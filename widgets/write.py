"""``st.write``: shows anything by the command that fits it."""

from __future__ import annotations

from typing import Any

from ..state.container import Container
from ..state.errors import StreamlitAPIException
from ..state.importing import importer
from .markdown_text import Markdown
from .remembered import remembered
from .text_arguments import auto_width, clean_text
from .write_kinds import code_span, command_for


@remembered
def write(container: Container, *args: Any, unsafe_allow_html: bool = False) -> None:
    """Show anything: text as Markdown, frames as tables, dicts and lists as trees, errors as boxes, and more.

    Texts that follow each other are joined by a blank. Numbers, None, booleans, tuples and whatever
    nothing else is known for appear as code, functions and classes with their help. Generators are
    streamed; figures, pictures and formulas go to the command for them.

    Args:
        args: What to show, in this order.
        unsafe_allow_html: Whether HTML counts in texts and in objects that describe themselves in HTML.

    Raises:
        UnsupportedCommandError: The command that would show a value is not there yet; its name is told.

    Example:
        >>> st.write("Sum:", 3, {"a": 1})
    """
    place = container.target()
    if len(args) == 1 and type(args[0]) is str:
        place.append(
            Markdown(
                body=clean_text(args[0]),
                allow_html=bool(unsafe_allow_html),
                width=auto_width(place, "auto"),
            )
        )
        return
    words: list[str] = []
    for value in args:
        word = _word(value)
        command = command_for(value, unsafe_allow_html) if word is None else None
        if command is None:
            words.append(code_span(str(value)) if word is None else word)
            continue
        _flush(place, words, unsafe_allow_html)
        _show(place, command, value)
    _flush(place, words, unsafe_allow_html)


def _word(value: object) -> str | None:
    """What stands among text for a value that nothing needs to be looked up for, else None."""
    if isinstance(value, str):
        return value if type(value) is str else str(value)
    if value is None or isinstance(value, (int, float)) or type(value) is tuple:
        return code_span(str(value))
    return None


def _flush(place: Container, words: list[str], allow_html: bool) -> None:
    if not words:
        return
    text = clean_text(" ".join(words))
    place.append(Markdown(body=text, allow_html=bool(allow_html), width=auto_width(place, "auto")))
    words.clear()


def _show(place: Container, command: str, value: Any) -> None:
    show = _SPECIAL.get(command)
    if show is not None:
        show(place, value)
        return
    try:
        call = getattr(place, command)
    except AttributeError as error:
        raise StreamlitAPIException(f"`st.write` shows this by `st.{command}`, which is missing.") from error
    call(value)


def _as_html(place: Container, value: Any) -> None:
    place.html(value._repr_html_())


def _as_text(place: Container, value: Any) -> None:
    place.append(Markdown(body=clean_text(value.getvalue()), width=auto_width(place, "auto")))


def _as_rows(place: Container, value: Any) -> None:
    """The rows of a database cursor, column by column."""
    names = [column[0] for column in value.description or ()]
    rows = value.fetchall()
    place.dataframe({name: [row[number] for row in rows] for number, name in enumerate(names)})


def _as_help(place: Container, value: Any) -> None:
    importer.find(f"{__package__}.help_box").show_help(place, value)


_SPECIAL = {"help": _as_help, "html": _as_html, "getvalue": _as_text, "fetchall": _as_rows}
