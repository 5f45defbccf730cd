"""The page that is clicked and typed into: a counter with fields and texts below it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from painted import Painted

from desklit.desktop.window import Window

SCRIPT = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0

def add(step):
    st.session_state.count += step

OPTIONS = ["Apple", "Pear", "Plum"]
FIELDS = (
    lambda label, key: st.number_input(label, 0, 10, key=key),
    lambda label, key: st.text_input(label, key=key),
    lambda label, key: st.checkbox(label, key=key),
    lambda label, key: st.slider(label, 0, 10, key=key),
    lambda label, key: st.selectbox(label, OPTIONS, key=key),
    lambda label, key: st.date_input(label, "2026-03-14", key=key),
)

st.title("Counter")
said = st.empty()
st.button("One more", on_click=add, args=(1,), key="more")
st.button("Start over", on_click=add, args=(-st.session_state.count,), key="over")
typed = st.text_input("Echoed", live="0ms", key="echoed")
slid = st.slider("Followed", 0, 1_000, key="followed")
said.write(f"Counted to {st.session_state.count}, typed {typed!r}, slid to {slid}")
for number in range(ELEMENTS - 6):
    if number % 2:
        FIELDS[number // 2 % len(FIELDS)](f"Field {number}", f"field {number}")
    else:
        st.write(f"Line {number}")
"""
SIZE = (1080, 800)


def write_script(elements: int, folder: Path) -> Path:
    """The page's script, with so many elements in all."""
    script = folder / "counter.py"
    script.write_text(SCRIPT.replace("ELEMENTS", str(elements)), encoding="utf-8")
    return script


class Ours:
    """The page in a window of desklit."""

    def __init__(self, window: Window, script: Path) -> None:
        self.script = script
        views = {getattr(view.element, "key", None): view for view in window.canvas.all_views()}
        self.more = views["more"].button
        self.field = views["echoed"].editor()
        self.track = views["followed"].control
        self.text: Any = window.area.region.items[1]
        self.painted = Painted(self.text, lambda: self.text.element.body)
