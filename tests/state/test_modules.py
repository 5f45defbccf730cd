from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desklit.state.modules import forget, local_modules
from desklit.state.places import Places

FILES = {
    "lk_numbers.py": "value = 1\ndef f(): return value\nclass C: pass\n",
    "lk_user.py": "from lk_numbers import value\n",
    "lk_late.py": "def f():\n    import lk_user\n",
    "lk_holder.py": "import importlib\nC = importlib.import_module('lk_numbers').C\n",
    "lk_apart.py": "import json\n",
    "lk_pkg/__init__.py": "",
    "lk_pkg/one.py": "x = 1\n",
    "lk_pkg/two.py": "from . import one\n",
    "lk_pkg/three.py": "from .two import one\n",
    "lk_space/inner.py": "",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("lk_")]:
        del sys.modules[name]


def load(*names: str) -> None:
    for name in names:
        importlib.import_module(name)


def test_local_modules_are_the_users_files_alone(root: Path) -> None:
    load("lk_user", "lk_pkg.two", "lk_space.inner")
    assert local_modules(root, set(sys.modules) - {n for n in sys.modules if n.startswith("lk_")}) == {
        "lk_user": root / "lk_user.py",
        "lk_numbers": root / "lk_numbers.py",
        "lk_pkg": root / "lk_pkg/__init__.py",
        "lk_pkg.one": root / "lk_pkg/one.py",
        "lk_pkg.two": root / "lk_pkg/two.py",
        "lk_space.inner": root / "lk_space/inner.py",
    }
    names = local_modules(root)
    assert not {"json", "pytest", "desklit", "desklit.state.modules", "__main__"} & names.keys()


def test_a_module_behind_a_symbolic_link_is_local_by_the_name_it_was_imported_by(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    real = tmp_path_factory.mktemp("elsewhere") / "real.py"
    real.write_text("")
    (root / "lk_link.py").symlink_to(real)
    load("lk_link")
    modules = local_modules(root)
    assert modules["lk_link"] == root / "lk_link.py"
    assert forget([real], modules) == {"lk_link"}


def test_a_changed_module_and_those_that_rest_on_it_are_imported_anew(root: Path) -> None:
    load("lk_user", "lk_late", "lk_holder", "lk_apart", "lk_pkg.three")
    (root / "lk_numbers.py").write_text("value = 2\ndef f(): return value\nclass C: pass\n")
    dropped = forget([root / "lk_numbers.py"], local_modules(root))
    assert dropped == {"lk_numbers", "lk_user", "lk_late", "lk_holder"}
    assert not dropped & sys.modules.keys()
    assert {"lk_apart", "lk_pkg.three"} <= sys.modules.keys()
    assert importlib.import_module("lk_user").value == 2


def test_two_saves_within_a_second_are_both_seen(root: Path) -> None:
    for value in range(2, 6):
        load("lk_user")
        (root / "lk_numbers.py").write_text(FILES["lk_numbers.py"].replace("1", str(value)))
        forget([root / "lk_numbers.py"], local_modules(root))
        assert importlib.import_module("lk_user").value == value


def test_relative_imports_count_and_the_package_lets_its_module_go(root: Path) -> None:
    load("lk_pkg.three", "lk_user")
    package = sys.modules["lk_pkg"]
    (root / "lk_pkg/one.py").write_text("x = 2\n")
    assert forget([root / "lk_pkg/one.py"], local_modules(root)) == {
        "lk_pkg.one",
        "lk_pkg.two",
        "lk_pkg.three",
    }
    assert not hasattr(package, "one")
    assert importlib.import_module("lk_pkg.three").one.x == 2


def test_a_changed_package_takes_its_modules_along(root: Path) -> None:
    load("lk_pkg.one")
    assert forget([root / "lk_pkg/__init__.py"], local_modules(root)) == {"lk_pkg", "lk_pkg.one"}
    load("lk_pkg.one")
    assert sys.modules["lk_pkg"].one.x == 1


def test_files_that_no_module_came_from_change_nothing(root: Path) -> None:
    load("lk_user")
    assert forget([root / "data.csv"], local_modules(root)) == frozenset()


def test_a_deleted_or_broken_module_is_forgotten_too(root: Path) -> None:
    load("lk_user")
    (root / "lk_numbers.py").unlink()
    (root / "lk_user.py").write_text("def broken(\n")
    assert forget([root / "lk_numbers.py", root / "lk_user.py"], local_modules(root)) == {
        "lk_numbers",
        "lk_user",
    }


def test_strange_things_in_sys_modules_do_no_harm(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError

    for name, thing in (("lk_a", None), ("lk_b", Strange()), ("lk_c", 5)):
        monkeypatch.setitem(sys.modules, name, thing)
    load("lk_user")
    vars(sys.modules["lk_user"])["odd"] = Strange()
    modules = local_modules(root)
    assert "lk_b" not in modules
    assert "lk_user" in forget([root / "lk_numbers.py"], modules)


def test_the_innermost_known_folder_tells_whose_a_file_is(tmp_path: Path) -> None:
    import json

    import desklit.state.element

    places = Places([tmp_path, Path(desklit.__file__).parent])
    assert places.owner(str(tmp_path / "a.py")) == "own"
    assert places.owner(json.__file__) == "library"
    assert places.owner(pytest.__file__) == "library"
    assert places.owner(desklit.state.element.__file__) == "desklit"
    assert places.owner(desklit.__file__) == "desklit"
    assert places.owner(str(Path(desklit.__file__).parent / "samples" / "a.py")) == "own"
    assert places.owner("<string>") == "library"
    assert places.owner("/elsewhere/b.py") == "other"
