from __future__ import annotations

import pytest

from desklit.desktop.home.recents import Recents


@pytest.fixture
def recents(tmp_path):
    return Recents(tmp_path / "recent")


@pytest.fixture
def script(tmp_path):
    def make(name):
        path = tmp_path / "apps" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("import streamlit as st\n")
        return path

    return make
