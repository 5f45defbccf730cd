from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent


def test_the_samples_run_where_a_user_copies_them(inner, pytester: pytest.Pytester) -> None:
    shutil.copytree(ROOT / "samples" / "tests", pytester.path / "shop" / "tests")
    shutil.copy(ROOT / "samples" / "counter.py", pytester.path / "shop")
    inner().assert_outcomes(passed=9)


def test_the_examples_of_the_readme_run(inner, pytester: pytest.Pytester) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    chapter = text.split("\n## Testing your app\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```python\n(.*?)```", chapter, re.DOTALL)
    assert len(blocks) == 2
    shutil.copy(ROOT / "samples" / "counter.py", pytester.path / "counter.py")
    for number, block in enumerate(blocks):
        (pytester.path / f"test_readme{number}.py").write_text(block, encoding="utf-8")
    outcomes = inner("--update-screenshots").parseoutcomes()
    assert outcomes.get("failed", 0) == outcomes.get("errors", 0) == 0
    assert outcomes["passed"] >= 2
