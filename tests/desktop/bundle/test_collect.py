from __future__ import annotations

from pathlib import Path

import pytest

from desklit.desktop.bundle.collect import Project, collect
from desklit.desktop.bundle.files import Sieve
from desklit.desktop.call import UsageError


class Folder:
    """An app's folder that is filled and then looked through."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str = "") -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def collect(self, *, exclude: tuple[str, ...] = (), add: tuple[Path, ...] = (), **given: bool) -> Project:
        return collect(self.path / "app.py", Sieve(exclude, self.path / "dist"), add, **given)

    def files(self, **given) -> list[str]:
        return [path.relative_to(self.path).as_posix() for path in self.collect(**given).files]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_pages_of_the_folder_and_pages_that_are_named_go_along_with_what_they_import(folder):
    folder.write("app.py", "import streamlit as st\nst.navigation([st.Page('views/one.py')]).run()\n")
    folder.write("views/one.py", "import helpers\nst.switch_page('two.py')\nst.page_link('views/three.py')\n")
    folder.write("two.py")
    folder.write("views/three.py")
    folder.write("helpers.py", "from tools import saw\n")
    folder.write("tools/__init__.py")
    folder.write("tools/saw.py", "from . import blade\n")
    folder.write("tools/blade.py")
    folder.write("tools/unused.py")
    folder.write("pages/1_first.py")
    folder.write("pages/.hidden.py")
    folder.write("another_app.py")
    assert folder.files() == sorted(
        [
            "app.py",
            "helpers.py",
            "pages/1_first.py",
            "tools/__init__.py",
            "tools/blade.py",
            "tools/saw.py",
            "two.py",
            "views/one.py",
            "views/three.py",
        ]
    )


def test_pages_that_are_put_together_from_pieces_or_found_by_a_pattern_go_along(folder):
    folder.write("app.py", "st.Page(HERE / 'views' / 'one.py')\nst.Page(f'more/{name}.py')\n")
    for name in ("views/one.py", "views/two.py", "more/three.py", "more/notes.txt"):
        folder.write(name)
    assert folder.files() == ["app.py", "more/three.py", "views/one.py"]


def test_a_page_above_the_script_keeps_its_place_to_it(folder):
    folder.write("shared/page.py", "open('table.csv')")
    folder.write("shared/table.csv")
    folder.write("app/app.py", "st.Page('../shared/page.py')")
    project = collect(folder.path / "app" / "app.py", Sieve())
    assert project.root == folder.path
    assert [path.name for path in project.files] == ["app.py", "page.py", "table.csv"]


def test_data_goes_along_where_a_source_names_it_and_is_told_of_where_none_does(folder):
    folder.write("app.py", "open('prices.csv')\nHERE / 'pictures'\nPath(__file__).with_suffix('.txt')")
    for name in ("prices.csv", "pictures/a/b.png", "app.txt", "unnamed.csv", "another.py"):
        folder.write(name)
    project = folder.collect()
    assert folder.files() == ["app.py", "app.txt", "pictures/a/b.png", "prices.csv"]
    assert [path.name for path in project.passed_over] == ["unnamed.csv"]


def test_what_is_hidden_secret_or_made_by_tools_never_goes_along(folder):
    folder.write("app.py", "PLACES = ['data', '.env', 'key.pem', '.git', 'secrets.toml', 'dist']")
    wanted = folder.write("data/ok.csv")
    for name in (
        ".env",
        "key.pem",
        ".git/config",
        "secrets.toml",
        "data/.git/config",
        "data/__pycache__/x.pyc",
        "data/node_modules/x.js",
        "data/env/pyvenv.cfg",
        "data/env/lib/x.csv",
        "data/secrets.toml",
        "data/id_rsa",
        "dist/old.csv",
    ):
        folder.write(name)
    assert folder.collect().data == (wanted,)


def test_settings_and_the_files_that_they_name_go_along_without_secrets(folder):
    folder.write("app.py", "st.secrets['key']")
    folder.write(".streamlit/config.toml", '[theme]\nbase = "themes/dark.toml"\nfont = "app/static/a.woff2"')
    folder.write(".streamlit/secrets.toml", 'key = "x"')
    folder.write("themes/dark.toml")
    folder.write("static/a.woff2")
    project = folder.collect()
    assert folder.files() == [".streamlit/config.toml", "app.py", "static/a.woff2", "themes/dark.toml"]
    assert len(project.notes) == 1
    assert "--with-secrets" in project.notes[0]


def test_secrets_go_along_when_asked_for_and_with_a_warning(folder):
    folder.write("app.py")
    folder.write(".streamlit/secrets.toml", 'key = "x"')
    project = folder.collect(secrets=True)
    assert [path.name for path in project.data] == ["secrets.toml"]
    assert "whoever gets it can read" in project.notes[0]


def test_asking_for_secrets_that_are_not_there_is_an_error(folder):
    folder.write("app.py")
    with pytest.raises(UsageError, match="--with-secrets"):
        folder.collect(secrets=True)


def test_added_files_and_folders_go_along_and_excluded_ones_do_not(folder):
    folder.write("app.py", "open('a.csv')\nopen('b.csv')")
    more = folder.write("more/deep/c.json").parent.parent
    env = folder.write(".env")
    folder.write("a.csv")
    folder.write("b.csv")
    assert folder.files(add=(more, env), exclude=("b.*",)) == [".env", "a.csv", "app.py", "more/deep/c.json"]
    assert ".env" in folder.collect(add=(env,)).notes[0]
    with pytest.raises(UsageError, match="there is no file or folder"):
        folder.collect(add=(folder.path / "nowhere",))


def test_modules_from_a_folder_that_a_source_puts_on_the_path_are_the_apps_own(folder):
    folder.write("app.py", "import sys\nsys.path.append(str(HERE / 'lib'))\nimport inner\n")
    folder.write("lib/inner.py")
    project = folder.collect()
    assert folder.files() == ["app.py", "lib/inner.py"]
    assert project.packages == {"sys"}


def test_a_package_whose_modules_are_imported_by_computed_names_goes_along_whole(folder):
    folder.write("app.py", "import importlib\nimportlib.import_module(f'plugins.{name}')")
    for name in ("plugins/__init__.py", "plugins/a.py", "plugins/b.py"):
        folder.write(name)
    assert folder.files() == ["app.py", "plugins/__init__.py", "plugins/a.py", "plugins/b.py"]


def test_a_page_that_is_no_python_is_named_with_its_line(folder):
    folder.write("app.py")
    folder.write("pages/one.py", "x = 1\nx = = 2\n")
    with pytest.raises(UsageError, match=r"pages/one\.py:2 is no Python"):
        folder.collect()


def test_a_path_that_only_this_machine_has_is_told(folder, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: folder.path)
    private = folder.write("private.csv")
    folder.write("app.py", f"\nopen({str(private)!r})")
    assert folder.collect().notes[0].startswith("app.py:2 names ")


def test_an_import_that_only_running_tells_is_told(folder):
    folder.write("app.py", "import importlib\nimportlib.import_module(name)")
    assert folder.collect().notes[0].startswith("app.py:2 imports what only running tells")
