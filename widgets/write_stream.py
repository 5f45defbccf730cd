"""``st.write_stream``: shows what a generator yields while it yields it."""

from __future__ import annotations

import asyncio
import inspect
import textwrap
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

from ..state.container import Container
from ..state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from .markdown_text import Markdown
from .text_arguments import auto_width
from .write import write

_FRAME = 0.016  # seconds: nobody sees more than one text a frame


def write_stream(container: Container, stream: Any, *, cursor: str | None = None) -> list[Any] | str:
    """Show what a stream yields: pieces of text grow as they come, anything else as ``st.write`` shows it.

    Args:
        stream: A generator, an async generator, a function that makes one, or anything to iterate
            over. Chunks of OpenAI and LangChain are read as the text in them.
        cursor: Markdown that stands behind the text as long as it grows.

    Returns:
        The whole text; a list of all pieces if some are no text.

    Raises:
        StreamlitInvalidParameterTypeError: ``stream`` is a text.
        StreamlitAPIException: ``stream`` cannot be iterated over.

    Example:
        >>> answer = st.write_stream(client.chat.completions.create(..., stream=True))
    """
    place = container.target()
    if isinstance(stream, str):
        raise StreamlitInvalidParameterTypeError(
            "`stream` is a text. It accepts a generator or another stream; `st.write` shows a text."
        )
    pieces: list[Any] = []
    growing = _Growing(place, str(cursor) if cursor else "")
    try:
        for chunk in _iterate(stream):
            piece = _content(chunk)
            if type(piece) is str or isinstance(piece, str):
                if piece:
                    growing.add(piece)
                continue
            growing.finish(pieces)
            write(place, piece)
            pieces.append(piece)
    finally:
        growing.finish(pieces)
    if not pieces:
        return ""
    return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces


class _Growing:
    """One text that grows in its place."""

    def __init__(self, place: Container, cursor: str) -> None:
        self._place = place
        self._cursor = cursor
        self._parts: list[str] = []
        self._handle: Container | None = None
        self._shown = 0.0

    def add(self, text: str) -> None:
        self._parts.append(text)
        now = time.perf_counter()
        if now - self._shown >= _FRAME:
            self._shown = now
            self._show(self._cursor)
        else:
            self._place.run.checkpoint()

    def finish(self, pieces: list[Any]) -> None:
        """No more text for now: show it without the cursor and note it."""
        if self._parts:
            self._show("")
            pieces.append("".join(self._parts))
        self._parts, self._handle, self._shown = [], None, 0.0

    def _show(self, cursor: str) -> None:
        body = textwrap.dedent("".join(self._parts)).strip() + cursor
        element = Markdown(body=body, width=auto_width(self._place, "auto"))
        if self._handle is None:
            self._handle = self._place.append(element)
        else:
            self._handle.replace(element)


def _iterate(stream: Any) -> Iterable[Any]:
    if inspect.isgeneratorfunction(stream) or inspect.isasyncgenfunction(stream):
        stream = stream()
    if hasattr(stream, "__aiter__"):
        return _synchronous(aiter(stream))
    try:
        chunks: Iterable[Any] = iter(stream)
        return chunks
    except TypeError as error:
        raise StreamlitAPIException(
            f"`stream` is of the type `{type(stream).__name__}`, which can't be iterated over. It accepts "
            "generators, async generators, functions that make one, and lists."
        ) from error


def _synchronous(stream: AsyncIterator[Any]) -> Iterator[Any]:
    loop = asyncio.new_event_loop()
    try:
        while True:
            try:
                yield loop.run_until_complete(_next(stream))
            except StopAsyncIteration:
                return
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def _next(stream: AsyncIterator[Any]) -> Any:
    return await anext(stream)


def _content(chunk: Any) -> Any:
    """The text in a chunk of a language model's answer; anything else as it is."""
    kind = type(chunk)
    module = kind.__module__
    try:
        if module.startswith("openai.types.chat") and kind.__qualname__ == "ChatCompletionChunk":
            return (chunk.choices[0].delta.content or "") if chunk.choices else ""
        if module.startswith("openai.types.responses"):
            return chunk.delta if chunk.type == "response.output_text.delta" else ""
    except AttributeError as error:
        raise StreamlitAPIException(
            f"A chunk of the type `{kind.__name__}` has no text where OpenAI's chunks have it. Yield "
            "the text from a generator of your own."
        ) from error
    if module.startswith("langchain_core.messages.ai") and kind.__qualname__ == "AIMessageChunk":
        return chunk.content
    return chunk
