"""The command before PyInstaller starts: what it refuses, and what it hands over."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from desklit.desktop.bundle.bundle import Order, bundle
from desklit.desktop.bundle.collect import Project, collect
from desklit.desktop.bundle.files import Sieve
from desklit.desktop.bundle.identity import Identity
from desklit.desktop.bundle.staging import Wishes, stage
from desklit.desktop.call import UsageError
from desklit.desktop.commands import commands


@pytest.fixture
def app(tmp_path: Path) -> Path:
    path = tmp_path / "app" / "app.py"
    path.parent.mkdir()
    path.write_text("import streamlit as st\nst.title('Hello')\n", encoding="utf-8")
    return path


def project_of(app: Path, text: str) -> Project:
    app.write_text(text, encoding="utf-8")
    return collect(app, Sieve())


def staged(app: Path, text: str, work: Path, system: str = "linux", wishes: Wishes | None = None) -> dict:
    work.mkdir()
    stage(work, project_of(app, text), Identity("Shop", "1.2", system), wishes or Wishes(), None)
    plan = json.loads((work / "plan.json").read_text(encoding="utf-8"))
    assert all(Path(source).is_file() for source, _ in plan["data"])
    return plan


def test_without_pyinstaller_the_message_names_the_command_that_installs_it(app, monkeypatch):
    monkeypatch.setattr("desklit.desktop.bundle.build.find_spec", lambda name: None)
    done = CliRunner().invoke(commands, ["bundle", str(app)])
    assert done.exit_code == 2
    assert "pip install 'desklit[bundle]'" in done.output


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is needed")
def test_without_the_tools_that_pyinstaller_works_with_the_message_names_them(app, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="binutils"):
        bundle(Order(script=app, output=app.parent / "dist"))


def test_an_import_that_is_not_installed_is_named_with_its_line(app):
    app.write_text("import streamlit\nimport no_such_library\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"no_such_library \(app\.py:2\).*--without no_such_library"):
        bundle(Order(script=app, output=app.parent / "dist"))


def test_a_folder_that_is_no_bundle_is_not_replaced(app):
    other = app.parent / "dist" / "app"
    other.mkdir(parents=True)
    (other / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="is no bundle"):
        bundle(Order(script=app, output=app.parent / "dist", name="App"))
    assert (other / "thesis.txt").exists()


def test_the_apps_files_keep_their_places_and_modules_are_compiled(app, tmp_path):
    (app.parent / "helper.py").write_text("x = 1\n")
    plan = staged(app, "import helper\n", tmp_path / "work")
    places = [place for _, place in plan["data"]]
    assert "app/app.py" in places
    assert "app/helper.py" in places
    assert any(place.startswith("app/__pycache__/helper.") for place in places)
    assert not any("__pycache__/app." in place for place in places)  # the script is compiled with its magic


def test_a_bundle_starts_its_own_script_with_its_options(app, tmp_path):
    staged(app, "", tmp_path / "work", wishes=Wishes(options={"server.fileWatcherType": "none"}))
    call = ast.parse((tmp_path / "work" / "start.py").read_text(encoding="utf-8")).body[1].value
    given = [ast.literal_eval(each) for each in call.args]
    assert given == ["app/app.py", "Shop", "1.2", "shop", {"server.fileWatcherType": "none"}]


def test_what_drives_apps_in_tests_and_makes_bundles_is_not_part_of_one(app, tmp_path):
    plan = staged(app, "", tmp_path / "work")
    modules = set(plan["modules"])
    assert {"desklit", "desklit.widgets.button", "desklit.desktop.bundle.running"} <= modules
    assert not any(name.startswith("desklit.desktop.testing") for name in modules)
    assert "desklit.desktop.bundle.freezing" not in modules
    assert "desklit.desktop.commands" not in modules


def test_real_streamlit_never_comes_along_and_qt_whole_only_where_the_app_imports_it(app, tmp_path):
    plan = staged(app, "import streamlit as st\nfrom PySide6 import QtBluetooth\n", tmp_path / "work")
    assert "streamlit" in plan["without"]
    assert not plan["slim_qt"]
    assert "streamlit" not in (tmp_path / "work" / "imported_by_app.py").read_text(encoding="utf-8")


def test_desklits_own_optional_libraries_come_only_with_an_app_that_uses_them(app, tmp_path):
    assert {"pandas", "numpy", "pyarrow"} <= set(staged(app, "", tmp_path / "one")["without"])
    with_pandas = set(staged(app, "import pandas\n", tmp_path / "two")["without"])
    assert not with_pandas & {"pandas", "numpy", "pyarrow", "dateutil", "markdown_it", "linkify_it"}


def test_what_pandas_will_look_for_is_written_down_as_an_import(app, tmp_path):
    staged(app, "import pandas as pd\npd.DataFrame().to_parquet('x')\n", tmp_path / "work")
    assert "import pyarrow.parquet" in (tmp_path / "work" / "imported_by_app.py").read_text(encoding="utf-8")


def test_windows_gets_its_version_from_a_file_of_its_own(app, tmp_path):
    plan = staged(app, "", tmp_path / "work", "win32")
    assert "VSVersionInfo" in Path(plan["version_info"]).read_text(encoding="utf-8")
