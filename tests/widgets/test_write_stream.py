from __future__ import annotations

import types

import pytest

import desklit as st
from desklit.state import errors
from desklit.widgets import write_stream as module


def chunk(type_name, of_module, **fields):
    return type(type_name, (), {"__module__": of_module, **fields})()


def answer(text):
    delta = types.SimpleNamespace(content=text)
    choices = [types.SimpleNamespace(delta=delta)] if text != "end" else []
    return chunk("ChatCompletionChunk", "openai.types.chat.chat_completion_chunk", choices=choices)


def test_text_grows_into_one_and_is_given_back(run, elements):
    assert st.write_stream(["a", "b"]) == "ab"
    assert [e.body for e in elements()] == ["ab"]


def test_other_things_stand_between_texts(run, elements):
    def mixed():
        yield "a"
        yield {"a": 1}
        yield ""
        yield "b"
        yield 3
        yield None

    assert st.write_stream(mixed) == ["a", {"a": 1}, "b", 3, None]
    assert [e.kind for e in elements()] == ["markdown", "json", "markdown", "markdown", "markdown"]


def test_nothing_is_an_empty_text(run, elements):
    assert st.write_stream([]) == ""
    assert elements() == []


def test_async_generators_are_streamed_too(run, elements):
    async def words():
        yield "a"
        yield "b"

    assert st.write_stream(words) == "ab"
    assert st.write_stream(words()) == "ab"


def test_a_cursor_stands_behind_growing_text_only(run, elements, monkeypatch):
    monkeypatch.setattr(module, "_FRAME", 0)
    seen = []

    def words():
        for word in ("a", "b"):
            yield word
            seen.append(elements()[0].body)

    st.write_stream(words, cursor="|")
    assert seen == ["a|", "ab|"]
    assert elements()[0].body == "ab"


def test_what_was_there_before_an_error_stays(run, elements):
    def words():
        yield "a"
        yield "b"
        raise ValueError("q")

    with pytest.raises(ValueError, match="q"):
        st.write_stream(words)
    assert [e.body for e in elements()] == ["ab"]


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        ([answer("yo"), answer(None), answer("!"), answer("end")], "yo!"),
        (
            [
                chunk(
                    "ResponseTextDeltaEvent",
                    "openai.types.responses.x",
                    type="response.output_text.delta",
                    delta=d,
                )
                for d in "ab"
            ]
            + [chunk("ResponseDoneEvent", "openai.types.responses.y", type="response.done")],
            "ab",
        ),
        ([chunk("AIMessageChunk", "langchain_core.messages.ai", content="hi")], "hi"),
    ],
)
def test_chunks_of_language_models_are_read_as_their_text(run, stream, text):
    assert st.write_stream(stream) == text


@pytest.mark.parametrize(
    ("stream", "error"),
    [
        ("abc", errors.StreamlitInvalidParameterTypeError),
        (3, errors.StreamlitAPIException),
        (None, errors.StreamlitAPIException),
        (lambda: 3, errors.StreamlitAPIException),
        ([chunk("X", "openai.types.responses.x")], errors.StreamlitAPIException),
    ],
)
def test_what_is_no_stream_is_refused(run, stream, error):
    with pytest.raises(error):
        st.write_stream(stream)
