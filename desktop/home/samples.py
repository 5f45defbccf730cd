"""The apps that desklit brings along."""

from __future__ import annotations

import ast
from pathlib import Path

from ...state.records import dataclass
from ...state.syntax import parse
from ..launchers.launcher import title_of

FOLDER = Path(__file__).parent.parent.parent / "samples"
FIRST = ("tour", "gallery", "counter", "todo", "order_form", "unit_converter", "price_list")


@dataclass(frozen=True, slots=True)
class Sample:
    """An app to try.

    Args:
        script: Its path.
        title: Its name.
        about: What it shows, in a sentence.
    """

    script: Path
    title: str
    about: str


def samples(folder: Path = FOLDER) -> tuple[Sample, ...]:
    """The samples, those for a first look first."""
    scripts = [path for path in folder.glob("*.py") if not path.name.startswith("_")]
    scripts += [path / f"{path.name}.py" for path in folder.iterdir() if (path / f"{path.name}.py").is_file()]
    rank = {name: place for place, name in enumerate(FIRST)}
    found = (_sample(path) for path in sorted(scripts, key=lambda path: (rank.get(path.stem, 99), path.stem)))
    return tuple(sample for sample in found if sample is not None)


def _sample(script: Path) -> Sample | None:
    """None for a file that is no app but a module of one."""
    tree = parse(script.read_bytes())
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    if "streamlit" not in names:
        return None
    about = (ast.get_docstring(tree) or "").split("\n", 1)[0]
    return Sample(script, title_of(script), about)
