from __future__ import annotations

import importlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import desklit
from desklit.state import context, errors
from desklit.state.alias import Alias, Installed, install
from desklit.state.alias_table import ALIASES
from desklit.state.container import Container
from desklit.state.errors import UnsupportedCommandError


@pytest.fixture
def alias() -> Iterator[Installed]:
    with install() as installed:
        yield installed


def run(source: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "script"}
    exec(source, namespace)
    return namespace


@pytest.mark.usefixtures("alias")
def test_import_streamlit_gives_desklit_by_streamlits_version() -> None:
    seen = run("import streamlit as st\nfrom streamlit import rerun, get_option\nversion = st.__version__")
    assert seen["version"] == "1.67.0"
    assert seen["rerun"] is desklit.rerun
    assert seen["get_option"] is desklit.get_option is seen["st"].get_option
    assert seen["st"].sidebar is desklit.sidebar


@pytest.mark.usefixtures("alias")
def test_submodules_give_desklits_parts() -> None:
    seen = run(
        "import streamlit.errors as e\n"
        "from streamlit.errors import StreamlitAPIException\n"
        "from streamlit.delta_generator import DeltaGenerator\n"
        "from streamlit.runtime.scriptrunner import RerunException, StopException\n"
        "from streamlit import runtime\n"
        "from streamlit.version import STREAMLIT_VERSION_STRING\n"
        "from streamlit.runtime.state import SessionStateProxy\n"
    )
    assert seen["StreamlitAPIException"] is errors.StreamlitAPIException is seen["e"].StreamlitAPIException
    assert seen["DeltaGenerator"] is Container
    assert seen["RerunException"] is context.RerunRequest
    assert seen["StopException"] is context.StopRun
    assert seen["runtime"].exists() is True
    assert seen["STREAMLIT_VERSION_STRING"] == "1.67.0"


@pytest.mark.usefixtures("alias")
def test_submodules_are_there_without_an_import_of_their_own() -> None:
    seen = run("import streamlit as st\ne = st.errors.StreamlitAPIException\nr = st.runtime.exists()")
    assert seen["e"] is errors.StreamlitAPIException
    assert seen["r"] is True


@pytest.mark.usefixtures("alias")
@pytest.mark.parametrize("name", sorted(ALIASES))
def test_every_module_of_the_table_can_be_imported_and_listed(name: str) -> None:
    module = importlib.import_module(name)
    for each in {*ALIASES[name].names, *ALIASES[name].constants, *ALIASES[name].missing}:
        assert each in dir(module)
        assert getattr(module, each) is getattr(module, each)
    if name != "streamlit":
        run(f"from {name} import *")


@pytest.mark.usefixtures("alias")
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from streamlit import nonsense", "streamlit.nonsense"),
        ("import streamlit.nonsense", "streamlit.nonsense"),
        ("from streamlit.nonsense.deep import x", "streamlit.nonsense"),
        ("from streamlit.errors import NonsenseError", "streamlit.errors.NonsenseError"),
        ("from streamlit.runtime import nonsense", "streamlit.runtime.nonsense"),
        ("from streamlit.elements.image import image_to_url", "streamlit.elements.image"),
    ],
)
def test_an_unknown_import_is_an_import_error_that_names_it(source: str, name: str) -> None:
    with pytest.raises(ImportError, match=f"desklit does not support `{name}` yet"):
        run(source)


@pytest.mark.usefixtures("alias")
def test_an_unknown_attribute_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match=r"nonsense"):
        run("import streamlit as st\nst.nonsense(1)")
    with pytest.raises(AttributeError, match=r"streamlit\.errors\.nonsense"):
        run("import streamlit as st\nst.errors.nonsense")
    seen = run("import streamlit as st\nhas = hasattr(st, 'nonsense'), hasattr(st, '__path_hooks__')")
    assert seen["has"] == (False, False)


@pytest.mark.usefixtures("alias")
def test_what_desklit_lacks_can_be_imported_and_annotated_but_not_used() -> None:
    seen = run(
        "import streamlit.components.v1 as components\nimport typing\n"
        "from streamlit.typing import EChartsState\n"
        "def f(a: EChartsState, b: EChartsState | None, c: typing.Optional[EChartsState]): pass\n"
        "is_one = isinstance(5, EChartsState)\n"
    )
    assert seen["is_one"] is False
    with pytest.raises(UnsupportedCommandError, match=r"components\.v1\.html.*not supported"):
        seen["components"].html("<p>")
    with pytest.raises(UnsupportedCommandError, match=r"typing\.EChartsState"):
        run("from streamlit.typing import EChartsState\nclass Own(EChartsState): pass")


@pytest.mark.usefixtures("alias")
def test_a_module_never_takes_the_place_of_a_command() -> None:
    seen = run(
        "import streamlit as st\nimport streamlit.navigation.page\n"
        "from streamlit.navigation.page import StreamlitPage\n"
    )
    assert not isinstance(seen["st"].navigation, ModuleType)


def test_targets_that_are_not_there_yet_are_refused_by_name() -> None:
    table = {
        "streamlit": Alias("."),
        "streamlit.a": Alias(names={"x": ".widgets.no_such_file:x", "y": ".state.errors:no_such_name"}),
        "streamlit.b": Alias(".widgets.no_such_file"),
    }
    with install(table):
        seen = run("from streamlit.a import x, y")
        for name in "xy":
            with pytest.raises(UnsupportedCommandError, match=rf"a\.{name}"):
                seen[name]()
        with pytest.raises(ImportError, match=r"streamlit\.b\.z"):
            run("from streamlit.b import z")


def test_the_end_of_the_alias_brings_back_what_was_imported_before(monkeypatch: pytest.MonkeyPatch) -> None:
    real, errors_of_real = ModuleType("streamlit"), ModuleType("streamlit.errors")
    monkeypatch.setitem(sys.modules, "streamlit", real)
    monkeypatch.setitem(sys.modules, "streamlit.errors", errors_of_real)
    with install() as outer:
        assert importlib.import_module("streamlit") is not real
        importlib.import_module("streamlit.logger")
        with install({"streamlit": Alias(constants={"__version__": "0"})}):
            assert importlib.import_module("streamlit").__version__ == "0"
        assert importlib.import_module("streamlit").__version__ == "1.67.0"
    outer.uninstall()
    assert sys.modules["streamlit"] is real
    assert sys.modules["streamlit.errors"] is errors_of_real
    assert "streamlit.logger" not in sys.modules
    assert outer not in sys.meta_path


@pytest.mark.usefixtures("alias")
def test_threads_and_imported_modules_get_desklit_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "alias_helper.py").write_text("from streamlit import rerun\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(importlib.import_module("alias_helper").rerun))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    del sys.modules["alias_helper"]
    assert found == [desklit.rerun] * 4


@pytest.mark.usefixtures("alias")
def test_names_can_be_replaced_as_tests_do() -> None:
    from unittest import mock

    with mock.patch("streamlit.rerun") as rerun:
        run("import streamlit as st\nst.rerun(scope='app')")
    rerun.assert_called_once_with(scope="app")
    assert run("from streamlit import rerun")["rerun"] is desklit.rerun


def test_installing_and_importing_loads_nothing_heavy() -> None:
    source = (
        "import sys\nfrom desklit.state.alias import install\ninstall()\n"
        "import streamlit as st, streamlit.components.v1, streamlit.errors\nst.__version__\n"
        "heavy = {'numpy', 'pandas', 'pyarrow', 'PySide6', 'pygments', 'markdown_it'} & sys.modules.keys()\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
