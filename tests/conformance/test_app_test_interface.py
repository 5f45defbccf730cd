"""What Streamlit's AppTest offers, by introspection of both: every name, every method's parameters."""

from __future__ import annotations

import importlib.util
import inspect
import json
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import desklit
from desklit.desktop.testing import AppTest

RUN = Path(__file__).with_name("run.py")
CALLS = """
title("a", anchor="x")  header("a")  subheader("a")  text("a")  markdown("a")  caption("a")  latex("a")
code("a")  divider()  html("<b>a</b>")  json({"a": 1})  metric("a", 1, 2)  error("a")  warning("a")
info("a")  success("a")  toast("a")  exception(ValueError("a"))  progress(3, "a")  space()  help(len)
link_button("a", "https://a.org")  page_link("https://a.org", label="a")
image("https://a.org/a.png", caption="a")  dataframe({"a": [1]})  table({"a": [1]})
data_editor({"a": [1]})  button("a")  download_button("a", "a")  checkbox("a")  toggle("a")
radio("a", "ab")  selectbox("a", "ab")  multiselect("a", "ab")  pills("a", "ab")
segmented_control("b", "ab")  feedback()  slider("a")  select_slider("a", "ab")  number_input("a")
text_input("a")  text_area("a")  date_input("a")  time_input("a")  datetime_input("a")  color_picker("a")
file_uploader("a")  chat_input("a")  menu_button("a", "ab")  pagination(3)  camera_input("a")
audio_input("a")  columns(2)[0].text("a")  tabs("ab")[0].text("a")  expander("a").text("a")
popover("a").text("a")  status("a").text("a")  chat_message("a").text("a")
container(border=True).text("a")  grid(2).text("a")  form("f").form_submit_button("a")  sidebar.text("a")
"""


def app_text() -> str:
    """Every command that desklit has by now."""
    calls = [call.strip() for line in CALLS.splitlines() for call in line.split("  ") if call.strip()]
    known = {*desklit.COMMANDS, "sidebar"}
    used = [call for call in calls if re.split(r"\W", call)[0] in known]
    return "\n".join(["import streamlit as st", *(f"st.{call}" for call in used)])


TELL = """
def parameters(call):
    try:
        found = inspect.signature(call).parameters.values()
    except (TypeError, ValueError):
        return None
    kinds = {inspect.Parameter.POSITIONAL_OR_KEYWORD: "", inspect.Parameter.KEYWORD_ONLY: "*"}
    same = {"3.0": "3"}
    return [kinds.get(p.kind, "?") + p.name + "=" + same.get(repr(p.default), repr(p.default)) for p in found]

def told(thing, names=None):
    found = {}
    for name in names or [name for name in dir(thing) if not name.startswith("_")]:
        try:
            value = getattr(thing, name)
        except (AttributeError, NotImplementedError):
            continue
        found[name] = parameters(value) if inspect.ismethod(value) else None
    return found

def interface(app, names=None):
    names = names or {}
    app.run(timeout=20)
    all_told = {"AppTest": told(app, names.get("AppTest"))}
    for node in [*app.main, *app.sidebar, *app.get("toast"), *app.chat_input]:
        all_told.setdefault(node.type, told(node, names.get(node.type)))
    for name in ("button", "text", "columns"):
        all_told[f"at.{name}"] = told(getattr(app, name), names.get(f"at.{name}"))
    return all_told
"""
ASK = f"""
import inspect, json, logging, sys
logging.disable(50)
from streamlit.testing.v1 import AppTest
{TELL}
print(json.dumps(interface(AppTest.from_string(sys.argv[1]))))
"""
LEFT_OUT = {
    "add_rows": "an operation of old data elements",
    "SerializeToString": "protobuf's",
}
"""Names that mean nothing without protobuf messages."""


def oracle_python() -> Path | None:
    spec = importlib.util.spec_from_file_location("conformance_run_for_interface", RUN)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    found: Path | None = module.oracle_python()
    return found


PYTHON = oracle_python()
pytestmark = pytest.mark.skipif(
    PYTHON is None, reason="no oracle: `make conformance-venv` makes its environment"
)
Interface = dict[str, dict[str, list[str] | None]]


@lru_cache(maxsize=1)
def theirs() -> Interface:
    done = subprocess.run([str(PYTHON), "-c", ASK, app_text()], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found: Interface = json.loads(done.stdout.strip().splitlines()[-1])
    return found


@lru_cache(maxsize=1)
def ours() -> Interface:
    place: dict[str, Any] = {"inspect": inspect}
    exec(TELL, place)
    names = {kind: list(told) for kind, told in theirs().items()}
    app = AppTest.from_string(app_text())
    found: Interface = place["interface"](app, names)
    assert [error.message for error in app.exception] == ["a"]
    return found


def test_every_type_of_node_is_there() -> None:
    assert sorted(set(theirs()) - set(ours())) == []


def test_every_name_is_there() -> None:
    missing = [
        f"{kind}.{name}"
        for kind, told in theirs().items()
        for name in told
        if name not in LEFT_OUT and name not in ours().get(kind, {})
    ]
    assert missing == []


def test_methods_take_the_same_parameters() -> None:
    other = [
        f"{kind}.{name}: {ours()[kind][name]} instead of {parameters}"
        for kind, told in theirs().items()
        for name, parameters in told.items()
        if parameters is not None and name in ours().get(kind, {}) and ours()[kind][name] != parameters
    ]
    assert other == []
