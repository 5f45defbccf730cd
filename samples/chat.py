"""A conversation with a model on this machine: it repeats what it is told, word by word."""

import time

import streamlit as st

WORDS_A_SECOND = 100


def answer(message):
    """Stands in for a language model: a generator of pieces of text."""
    words = f"You said *{message['text']}*. " if message["text"] else "You sent something. "
    if message["files"]:
        words += f"With it came {', '.join(f'`{name}`' for name in message['files'])}. "
    words += "I am an echo, so I have nothing to add. " * st.session_state.get("length", 3)
    for word in words.split(" "):
        yield word + " "
        time.sleep(1 / WORDS_A_SECOND)


def show(message):
    with st.chat_message(message["role"]):
        st.write(message["text"])
        for name in message.get("files", ()):
            st.caption(f":material/attach_file: {name}")


st.set_page_config(page_title="Chat")
if "messages" not in st.session_state:
    st.session_state.messages = [{"role": "assistant", "text": "Hello! What can I repeat for you?"}]
messages = st.session_state.messages

with st.sidebar:
    st.slider("Length of an answer", 0, 40, 3, key="length")
    if st.button("Forget all", icon=":material/delete:"):
        del messages[1:]

for message in messages:
    show(message)

sent = st.chat_input("Say something", accept_file="multiple", submit_mode="stop")
if sent:
    messages.append({"role": "user", "text": sent.text, "files": [file.name for file in sent.files]})
    show(messages[-1])
    with st.chat_message("assistant"):
        text = st.write_stream(answer(messages[-1]), cursor="▌")
    messages.append({"role": "assistant", "text": text})
