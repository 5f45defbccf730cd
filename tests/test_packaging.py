"""The lists in pyproject.toml that nothing else would check."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).parent.parent
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layer", ["state", "widgets", "desktop"])
def test_every_folder_with_code_is_a_listed_package(layer: str) -> None:
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / layer).rglob("*.py")}
    named = {".".join(("desklit", *folder.parts)) for folder in folders}
    assert named <= set(PROJECT["tool"]["setuptools"]["packages"])


def test_every_listed_package_exists() -> None:
    for name in PROJECT["tool"]["setuptools"]["packages"]:
        assert (ROOT / Path(*name.split(".")[1:])).is_dir(), name


def test_every_core_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [\n")[1].split("\n]\n")[0]
    without = [line for line in block.splitlines() if "#" not in line and "PySide6" not in line]
    assert without == []
