"""Every command takes the parameters of Streamlit 1.67: same names, same order, same defaults."""

from __future__ import annotations

import datetime as dt
import importlib.util
import inspect
import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import desklit

RUN = Path(__file__).with_name("run.py")
ASK = """
import inspect, json, logging, sys
logging.disable(50)
import streamlit as st
told = {}
for name in sys.argv[1:]:
    command = getattr(st, name, None)
    if callable(command):
        parameters = inspect.signature(command).parameters.values()
        told[name] = [(p.name, p.kind.name, repr(p.default)) for p in parameters]
print(json.dumps(told))
"""
SAME = {repr(dt.timedelta(minutes=15)): "900"}  # a step of a quarter of an hour, in seconds


def written(default: str) -> str:
    """A default as both write it; objects, such as a module, are only known to be some object."""
    return "<object>" if default.startswith("<") and "class" not in default else SAME.get(default, default)


def oracle_python() -> Path | None:
    spec = importlib.util.spec_from_file_location("conformance_run_for_signatures", RUN)
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


@lru_cache(maxsize=1)
def theirs() -> dict[str, list[list[str]]]:
    names = sorted(desklit.COMMANDS)
    done = subprocess.run([str(PYTHON), "-c", ASK, *names], capture_output=True, text=True, check=True)
    told: dict[str, list[list[str]]] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


@pytest.mark.parametrize("name", sorted(desklit.COMMANDS))
def test_a_command_takes_streamlits_parameters(name: str) -> None:
    if name not in theirs():
        pytest.skip("no command of Streamlit's")
    command: Any = getattr(desklit, name)
    parameters = inspect.signature(command).parameters.values()
    mine = [(p.name, p.kind.name, written(repr(p.default))) for p in parameters]
    assert mine == [(p, kind, written(default)) for p, kind, default in theirs()[name]]
