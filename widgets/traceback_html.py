"""A described error to HTML: its frames, with the lines of the script that led to it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..state.traceback_view import Fault, Frame, SyntaxPlace
from .colors import mix
from .escape import escape
from .theme import Theme

_RELATIONS = {
    "cause": "The error above is the cause of this one:",
    "context": "While the error above was being handled, this one came up:",
}


def traceback_html(fault: Fault, theme: Theme, folder: str, *, hide_messages: bool = False) -> str:
    """The steps of an error, oldest error first.

    Args:
        fault: The error.
        theme: Its red is used.
        folder: Files in it are named from there.
        hide_messages: Leave out what exceptions say.

    Returns:
        HTML; "" if there is nothing to tell but type and message.
    """
    return "".join(_Writer(theme, folder, hide_messages).chain(fault))


class _Writer:
    def __init__(self, theme: Theme, folder: str, hide_messages: bool) -> None:
        red = theme.shades["red"]
        self.folder = folder
        self.hide = hide_messages
        self.text = red.text
        self.faded = mix(red.background, red.text, 0.65)
        self.mark = mix(red.background, red.main, 0.28)

    def chain(self, fault: Fault) -> Iterator[str]:
        if fault.earlier is not None:
            yield from self.chain(fault.earlier)
            yield self._head(fault.earlier)
            yield self._note(_RELATIONS.get(fault.relation, ""))
        yield from self._frames(fault)
        if fault.syntax is not None:
            yield self._syntax(fault.syntax)
        if not self.hide:
            yield from (self._note(note) for note in fault.notes)
        for number, member in enumerate(fault.members, 1):
            yield self._note(f"Exception {number} of {len(fault.members)} in the group:")
            yield from self.chain(member)
            yield self._head(member)

    def _frames(self, fault: Fault) -> Iterator[str]:
        for frame in fault.frames:
            if frame.skipped:
                yield self._note(f"… {frame.skipped} more steps …")
            yield self._frame(frame)

    def _frame(self, frame: Frame) -> str:
        color = self.faded if frame.library else self.text
        where = f"File &quot;{self._path(frame.file)}&quot;, line {frame.line}, in {escape(frame.function)}"
        line = f'<p style="margin:0; color:{color}">{where}</p>'
        if not frame.source:
            return line
        return line + self._source(frame.source, frame.column, frame.end_column, color, frame.library)

    def _syntax(self, place: SyntaxPlace) -> str:
        where = f"File &quot;{self._path(place.file)}&quot;, line {place.line}"
        line = f'<p style="margin:0; color:{self.text}">{where}</p>'
        return line + self._source(place.source, place.column, place.end_column, self.text, False)

    def _source(self, source: str, start: int | None, end: int | None, color: str, library: bool) -> str:
        if start is None or end is None or library:
            shown = escape(source)
            if not library:
                shown = self._marked(shown)
        else:
            shown = (
                escape(source[:start])
                + self._marked(escape(source[start:end]) or "&nbsp;")
                + escape(source[end:])
            )
        return (
            f'<p style="margin:2px 0 8px 0; color:{color}; white-space:pre-wrap">'
            f"&nbsp;&nbsp;&nbsp;&nbsp;{shown}</p>"
        )

    def _marked(self, shown: str) -> str:
        return f'<span style="background-color:{self.mark}; font-weight:600">{shown}</span>'

    def _head(self, fault: Fault) -> str:
        message = "" if self.hide or not fault.message else f": {escape(fault.message)}"
        return (
            f'<p style="margin:0 0 8px 0; color:{self.text}; white-space:pre-wrap">'
            f'<span style="font-weight:600">{escape(fault.qualified_name)}</span>{message}</p>'
        )

    def _note(self, text: str) -> str:
        return (
            f'<p style="margin:0 0 8px 0; color:{self.faded}; white-space:pre-wrap">{escape(text)}</p>'
            if text
            else ""
        )

    def _path(self, file: str) -> str:
        try:
            return escape(str(Path(file).relative_to(self.folder))) if self.folder else escape(file)
        except ValueError:
            return escape(file)
