"""A to-do list: callbacks change the list, the script only shows it."""

import itertools

import streamlit as st

if "tasks" not in st.session_state:
    st.session_state.numbers = itertools.count(3)
    st.session_state.tasks = {
        0: {"text": "Water the plants", "done": True},
        1: {"text": "Answer Ada's letter", "done": False},
        2: {"text": "Buy bread", "done": False},
    }

tasks = st.session_state.tasks


def add():
    text = st.session_state.new_task.strip()
    if text:
        tasks[next(st.session_state.numbers)] = {"text": text, "done": False}
    st.session_state.new_task = ""  # allowed: a callback runs before the field is made again


def tick(number):
    tasks[number]["done"] = st.session_state[f"done_{number}"]


def drop(number):
    del tasks[number]


def clear_done():
    for number in [number for number, task in tasks.items() if task["done"]]:
        del tasks[number]


st.title("To do")
st.text_input(
    "New task",
    key="new_task",
    on_change=add,
    placeholder="What is to be done? Enter adds it.",
    label_visibility="collapsed",
)

show = st.radio("Show", ["All", "Open", "Done"], horizontal=True, label_visibility="collapsed")

with st.container(gap="xxsmall"):
    for number, task in tasks.items():
        if show != "All" and task["done"] != (show == "Done"):
            continue
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.checkbox(
                f"~~{task['text']}~~" if task["done"] else task["text"],
                task["done"],
                key=f"done_{number}",
                on_change=tick,
                args=(number,),
            )
            st.button(
                "",
                key=f"drop_{number}",
                icon=":material/close:",
                type="tertiary",
                help="Remove",
                on_click=drop,
                args=(number,),
            )

left = sum(not task["done"] for task in tasks.values())
if not tasks:
    st.info("Nothing to do. Enjoy the day.", icon=":material/wb_sunny:")
else:
    st.progress(1 - left / len(tasks), f"{len(tasks) - left} of {len(tasks)} done")
    st.button("Clear what is done", on_click=clear_done, disabled=left == len(tasks))
